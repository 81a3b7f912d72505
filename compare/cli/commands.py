"""The commands that show one thing: each reads its arguments, calls the parts and prints what they found."""

from __future__ import annotations

from typing import Annotated

import typer

from compare.cli import select
from compare.cli.expand import expanded
from compare.cli.options import (
    Format,
    FormatOption,
    InOrder,
    Order,
    Output,
    Pairs,
    Reading,
    Section,
    SectionFormat,
    SectionFormatOption,
    SomeFiles,
)


def register(app: typer.Typer) -> None:
    """Put every command under ``app``."""
    for command in (outline, facts, sections, diff, indicators, commitments, checks, find):
        app.command(no_args_is_help=True)(expanded(command))


def outline(files: SomeFiles, out: Output, reading: Reading, format: FormatOption = Format.table) -> None:  # noqa: A002
    """The sections of a report: level, role, period, and how much stands in each.

    Example: [bold]yoy outline 2022.docx[/]
    """
    from compare.cli import output, work

    output.show(work.side_by_side(files, reading, out), "outline", format.value, out)


def facts(
    files: SomeFiles,
    out: Output,
    reading: Reading,
    format: FormatOption = Format.table,  # noqa: A002
    section: Section = "",
) -> None:
    """Every quantity that a report states: of what, how much, when, and where it stands.

    Example: [bold]yoy facts 2022.docx --format csv -o facts.csv[/]
    """
    from compare.cli import output, work

    found = select.facts_in(work.side_by_side(files, reading, out), section)
    output.show(found, "facts", format.value, out)


def sections(
    files: InOrder,
    out: Output,
    order: Order,
    reading: Reading,
    format: SectionFormatOption = SectionFormat.table,  # noqa: A002
    pairs: Pairs = None,
) -> None:
    """Which section of the later report continues which of the earlier one.

    Example: [bold]yoy sections 2021.docx 2022.docx --format toml -o pairs.toml[/]
    """
    from compare.cli import output, work

    work.at_least(files, 2)
    comparison = work.compared(files, reading, order, out, work.pins_of(pairs))
    if format is not SectionFormat.toml:
        output.show(comparison, "sections", format.value, out)
        return
    if len(files) != 2:
        raise typer.BadParameter("toml holds the pairs of two reports; give two", param_hint="--format")
    from compare.writing.pins_toml import pins_text

    output.write(pins_text(comparison), out.output)


def diff(
    files: InOrder,
    out: Output,
    order: Order,
    reading: Reading,
    format: FormatOption = Format.table,  # noqa: A002
    only: Annotated[
        list[select.Only] | None,
        typer.Option(
            "--only",
            help="Only sentences in which figures changed, whatever else did; in which words changed; that were added, "
            "removed or moved. May be given more than once.",
            show_default=False,
        ),
    ] = None,
    section: Section = "",
    everything: Annotated[
        bool, typer.Option("--all", help="Also what did not change, and formulas that recur in every report.")
    ] = False,
    pairs: Pairs = None,
) -> None:
    """What changed in the text, sentence by sentence.

    Example: [bold]yoy diff 2021.docx 2022.docx --only figures[/]
    """
    from compare.cli import output, work

    work.at_least(files, 2)
    comparison = work.compared(files, reading, order, out, work.pins_of(pairs))
    comparison = select.changes_by(comparison, only, section)
    if not everything and format not in (Format.json, Format.csv):
        comparison = select.without_unchanged(comparison)
    output.show_changes(comparison, format.value, out)


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

    output.show(work.compared(files, reading, order, out), "indicators", format.value, out)


def commitments(
    files: InOrder,
    out: Output,
    order: Order,
    reading: Reading,
    format: FormatOption = Format.table,  # noqa: A002
    status: Annotated[
        list[select.StatusName] | None, typer.Option("--status", help="Only these statuses.", show_default=False)
    ] = None,
    category: Annotated[
        list[select.CategoryName] | None,
        typer.Option("--category", help="Only these categories; general ones only on request.", show_default=False),
    ] = None,
    pairs: Pairs = None,
) -> None:
    """What the earlier report promised, and what the later one says came of it.

    Example: [bold]yoy commitments 2021.docx 2022.docx --status not_reported[/]
    """
    from compare.cli import output, work

    comparison = work.compared(files, reading, order, out, work.pins_of(pairs))
    if not category and format is not Format.json:
        category = [name for name in select.CategoryName if name is not select.CategoryName.general]
    output.show(select.commitments_by(comparison, status, category), "commitments", format.value, out)


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

    output.show(work.compared(files, reading, order, out), "checks", format.value, out)


def find(
    what: Annotated[str, typer.Argument(metavar="WORDS-OR-FIGURE", help="Words of a sentence, or a figure: 5300亿元.")],
    files: SomeFiles,
    out: Output,
    reading: Reading,
    format: FormatOption = Format.table,  # noqa: A002
) -> None:
    """Where a figure or some words stand, and the same indicator in every report given.

    Example: [bold]yoy find 5300亿 2021.docx 2022.docx[/]
    """
    from compare.cli import finding, output, work

    if not what.strip():
        raise typer.BadParameter("give words or a figure to look for", param_hint="WORDS-OR-FIGURE")
    comparison = work.compared(files, reading, Order(yes=True), out)
    output.show_found(comparison, finding.find(comparison, what, work.lexicon_of(reading, out)), format.value, out)
