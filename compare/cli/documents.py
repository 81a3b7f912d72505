"""The commands that make a document to take along."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from compare.cli.expand import expanded
from compare.cli.options import InOrder, Order, Output, Pairs, Reading

if TYPE_CHECKING:
    from compare.language.lexicon import Lexicon
    from compare.review import Carried
    from compare.writing.workbook import Settings

_HEAD = "Head of the workpaper"
_DEFAULT_FOLDER = Path("reports")


class Paper(StrEnum):
    """Paper of the sheets, always landscape."""

    A4 = "A4"
    A3 = "A3"


def _head(name: str, help_text: str) -> object:
    return typer.Option(name, help=help_text, rich_help_panel=_HEAD, show_default=False)


@dataclass(frozen=True, slots=True)
class Head:
    """The head of the workpaper; what is not given is left to fill in."""

    project: Annotated[str, _head("--project", "审计项目名称, the audit's name.")] = ""
    auditee: Annotated[str, _head("--auditee", "被审计单位, else the place of the reports.")] = ""
    matter: Annotated[str, _head("--matter", "审计事项, the matter audited.")] = ""
    prepared_by: Annotated[str, _head("--prepared-by", "编制人.")] = ""
    prepared_on: Annotated[str, _head("--prepared-on", "编制日期.")] = ""
    reviewed_by: Annotated[str, _head("--reviewed-by", "审核人.")] = ""
    reviewed_on: Annotated[str, _head("--reviewed-on", "审核日期.")] = ""
    index: Annotated[str, _head("--index", "索引号.")] = ""
    page: Annotated[str, _head("--page", "页次.")] = ""
    attachments: Annotated[str, _head("--attachments", "附件数.")] = ""
    secrecy: Annotated[str, _head("--secrecy", "密级, also printed on every page.")] = ""

    def given(self) -> dict[str, str]:
        """What was given, by field."""
        fields = {name: str(getattr(self, name)) for name in self.__dataclass_fields__}
        return {name: text for name, text in fields.items() if text}


def register(app: typer.Typer) -> None:
    """Put every command under ``app``."""
    for command in (workbook, brief):
        app.command(no_args_is_help=True)(expanded(command))


def workbook(
    files: InOrder,
    out: Output,
    order: Order,
    head: Head,
    reading: Reading,
    paper: Annotated[Paper, typer.Option("--paper", help="Paper of the sheets, landscape.")] = Paper.A4,
    protect: Annotated[
        bool, typer.Option("--protect", help="Lock all cells but those that the reviewer fills in.")
    ] = False,
    carry_from: Annotated[
        list[Path] | None,
        typer.Option(
            "--carry-from",
            help="Earlier workbooks whose conclusions and remarks go into this one; give it once for each copy.",
            show_default=False,
        ),
    ] = None,
    pairs: Pairs = None,
) -> None:
    """The workbook for the meeting: promises and results, indicators, checks, and the evidence for each.

    What a reviewer wrote into a workbook of the same name is carried over, and the earlier file kept beside it.

    Example: [bold]yoy workbook 2021.docx 2022.docx -o reports/2022.xlsx[/]
    """
    from compare.cli import carry, work
    from compare.cli.output import words_of
    from compare.cli.progress import Progress
    from compare.writing.target import refuse_bad_target
    from compare.writing.workbook import default_name, write_workbook

    if out.output:
        refuse_bad_target(out.output)
    comparison = work.compared(files, reading, order, out, work.pins_of(pairs))
    words = words_of(comparison, out)
    target = out.output or _default_target(default_name(comparison, words))
    refuse_bad_target(target)
    with Progress() as progress:
        progress.say(f"writing {target.name}")
        reviews = carry.read_reviews(target, carry_from or ())
        carried = carry.carried_into(comparison, reviews, words) if reviews else None
        copy = carry.keep_copy(target)
        write_workbook(
            comparison, target, words, _settings(paper, protect, head, work.lexicon_of(reading, out)), carried
        )
        copy = carry.drop_needless_copy(target, copy)
    sys.stdout.write(f"{target}\n")
    if carried is not None:
        _tell_carried(carried, copy)


def brief(files: InOrder, out: Output, order: Order, reading: Reading, pairs: Pairs = None) -> None:
    """One page for the chair, in Word: targets and results, what is silent, and ten questions to ask.

    Example: [bold]yoy brief 2021.docx 2022.docx -o brief.docx[/]
    """
    from compare.cli import work
    from compare.cli.output import words_of
    from compare.writing.brief import brief_name, write_brief
    from compare.writing.target import refuse_bad_target

    if out.output:
        refuse_bad_target(out.output)
    comparison = work.compared(files, reading, order, out, work.pins_of(pairs))
    words = words_of(comparison, out)
    target = out.output or _default_target(brief_name(comparison, words))
    write_brief(comparison, target, words)
    sys.stdout.write(f"{target}\n")


def _settings(paper: Paper, protect: bool, head: Head, lexicon: Lexicon) -> Settings:
    """The workbook's settings; the tolerances are those of the lexicon, by which the statuses were given."""
    from compare.judgement.words import words_of
    from compare.writing.workbook import Settings

    tolerance = words_of(lexicon).tolerance
    return Settings(paper.value, protect, tolerance.points, tolerance.percent, head.given())


def _tell_carried(carried: Carried, copy: Path | None) -> None:
    """How much was carried over, what is left over, and where the earlier file is."""
    entries = sum(map(len, carried.entries.values())) + sum(map(len, carried.comments.values()))
    said = [f"carried over: {entries}", f"left over on a sheet of their own: {len(carried.strays)}"]
    if copy is not None:
        said.append(f"earlier file: {copy}")
    sys.stderr.write("; ".join(said) + "\n")


def _default_target(name: str) -> Path:
    """A file in the default folder, which is made where it is not there."""
    from compare.errors import OutputError

    try:
        _DEFAULT_FOLDER.mkdir(exist_ok=True)
    except OSError as error:
        raise OutputError(f"{_DEFAULT_FOLDER}: cannot be made ({error.strerror}); give a file with -o") from error
    return _DEFAULT_FOLDER / name
