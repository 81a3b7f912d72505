"""The commands that show one thing: each reads its arguments, calls the parts and prints what they found."""

from __future__ import annotations

import typer

from compare.cli.expand import expanded
from compare.cli.options import (
    Format,
    FormatOption,
    InOrder,
    Order,
    Output,
    Reading,
    SectionFormat,
    SectionFormatOption,
    SomeFiles,
)


def register(app: typer.Typer) -> None:
    """Put every command under ``app``."""
    for command in (outline, facts, sections, diff, indicators, commitments, checks):
        app.command(no_args_is_help=True)(expanded(command))


def outline(files: SomeFiles, out: Output, reading: Reading, format: FormatOption = Format.table) -> None:  # noqa: A002
    """The sections of a report: level, role, period, and how much stands in each.

    Example: [bold]yoy outline 2022.docx[/]
    """
    from compare.cli import output, work

    output.show(work.side_by_side(files, reading), "outline", format.value, out)


def facts(files: SomeFiles, out: Output, reading: Reading, format: FormatOption = Format.table) -> None:  # noqa: A002
    """Every quantity that a report states: of what, how much, when, and where it stands.

    Example: [bold]yoy facts 2022.docx --format csv -o facts.csv[/]
    """
    from compare.cli import output, work

    output.show(work.side_by_side(files, reading), "facts", format.value, out)


def sections(
    files: InOrder,
    out: Output,
    order: Order,
    reading: Reading,
    format: SectionFormatOption = SectionFormat.table,  # noqa: A002
) -> None:
    """Which section of the later report continues which of the earlier one.

    Example: [bold]yoy sections 2021.docx 2022.docx[/]
    """
    from compare.cli import output, work

    work.at_least(files, 2)
    output.show(work.compared(files, reading, order), "sections", format.value, out)


def diff(files: InOrder, out: Output, order: Order, reading: Reading, format: FormatOption = Format.table) -> None:  # noqa: A002
    """What changed in the text, sentence by sentence.

    Example: [bold]yoy diff 2021.docx 2022.docx --only figures[/]
    """
    from compare.cli import output, work

    work.at_least(files, 2)
    output.show(work.compared(files, reading, order), "diff", format.value, out)


def indicators(
    files: InOrder,
    out: Output,
    order: Order,
    reading: Reading,
    format: FormatOption = Format.table,  # noqa: A002
) -> None:
    """The same indicator over the years: result, target, result, and what changed.

    Example: [bold]yoy indicators 2021.docx 2022.docx[/]
    """
    from compare.cli import output, work

    output.show(work.compared(files, reading, order), "indicators", format.value, out)


def commitments(
    files: InOrder,
    out: Output,
    order: Order,
    reading: Reading,
    format: FormatOption = Format.table,  # noqa: A002
) -> None:
    """What the earlier report promised, and what the later one says came of it.

    Example: [bold]yoy commitments 2021.docx 2022.docx --status not_reported[/]
    """
    from compare.cli import output, work

    output.show(work.compared(files, reading, order), "commitments", format.value, out)


def checks(
    files: InOrder,
    out: Output,
    order: Order,
    reading: Reading,
    format: FormatOption = Format.table,  # noqa: A002
) -> None:
    """Figures that should tie and do not, each with its arithmetic.

    Example: [bold]yoy checks 2021.docx 2022.docx[/]
    """
    from compare.cli import output, work

    output.show(work.compared(files, reading, order), "checks", format.value, out)
