"""The options that several commands share, and the groups in which they come."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

if TYPE_CHECKING:
    from compare.model import Identity


class Format(StrEnum):
    """What a table is written as."""

    table = "table"
    json = "json"
    csv = "csv"
    md = "md"


class SectionFormat(StrEnum):
    """What the pairs of sections are written as; toml can be edited and given back with --pairs."""

    table = "table"
    json = "json"
    csv = "csv"
    md = "md"
    toml = "toml"


class Lang(StrEnum):
    """Language of the output."""

    zh = "zh"
    en = "en"


class PlaceLevel(StrEnum):
    """Levels of government."""

    national = "national"
    province = "province"
    city = "city"
    county = "county"
    town = "town"


_TOLD = "What the text does not say"
_EACH = "once for each file, in their order"


def _option(name: str, help_text: str, *short: str, panel: str | None = None) -> object:
    return typer.Option(name, *short, help=help_text, show_default=False, rich_help_panel=panel)


SomeFiles = Annotated[list[Path], typer.Argument(metavar="FILE...", help="Reports: txt, md, docx, html or pdf.")]
InOrder = Annotated[
    list[Path], typer.Argument(metavar="OLD NEW...", help="Reports, the earliest first: txt, md, docx, html or pdf.")
]
FormatOption = Annotated[Format, typer.Option("--format", "-f", help="A table to read, or data for other programs.")]
SectionFormatOption = Annotated[
    SectionFormat, typer.Option("--format", "-f", help="A table to read, data, or toml to edit and give to --pairs.")
]
Pairs = Annotated[
    Path | None,
    _option("--pairs", "Pairs of sections that you pin or forbid (TOML, as yoy sections --format toml writes it)."),
]
Section = Annotated[str, _option("--section", "Only sections whose title holds these words.")]
Several = list[str] | None


@dataclass(frozen=True, slots=True)
class Output:
    """Where the result goes, and in which language."""

    output: Annotated[Path | None, _option("--output", "Write to this file instead of the terminal.", "-o")] = None
    lang: Annotated[Lang | None, _option("--lang", "Language of the output; else that of the report.")] = None


@dataclass(frozen=True, slots=True)
class Order:
    """What to do about reports in the wrong order."""

    keep_order: Annotated[
        bool, typer.Option("--keep-order", help="Compare the reports as they stand, even the later one first.")
    ] = False
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Put reports in the wrong order right without asking.")] = (
        False
    )


@dataclass(frozen=True, slots=True)
class Reading:
    """How the reports are read: words of the user's own, and what the texts do not say of themselves."""

    lexicon: Annotated[
        list[Path] | None, _option("--lexicon", "Words of your own (TOML), added to the shipped ones.")
    ] = None
    place: Annotated[str, _option("--place", "Whose reports these are.", panel=_TOLD)] = ""
    place_level: Annotated[PlaceLevel | None, _option("--place-level", "Level of government.", panel=_TOLD)] = None
    date: Annotated[Several, _option("--date", f"Day of delivery, 2022-01-21; {_EACH}.", panel=_TOLD)] = None
    congress: Annotated[Several, _option("--congress", f"第八届; {_EACH}.", panel=_TOLD)] = None
    session: Annotated[Several, _option("--session", f"第二次会议; {_EACH}.", panel=_TOLD)] = None
    review_period: Annotated[Several, _option("--review-period", f"2021 or 2016-2020; {_EACH}.", panel=_TOLD)] = None
    plan_year: Annotated[Several, _option("--plan-year", f"2022; {_EACH}.", panel=_TOLD)] = None
    kind: Annotated[Several, _option("--kind", f"annual, term, plan, budget or statistics; {_EACH}.", panel=_TOLD)] = (
        None
    )

    def told(self, index: int) -> Identity:
        """What was said of one file."""
        from compare.model import Identity, ReportKind

        return Identity(
            place=self.place,
            place_level=self.place_level.value if self.place_level else "",
            date=_at(self.date, index),
            congress=_at(self.congress, index),
            session=_at(self.session, index),
            review_period=_at(self.review_period, index),
            plan_year=_at(self.plan_year, index),
            kind=next((kind for kind in get_args(ReportKind) if kind == _at(self.kind, index)), "unknown"),
        )

    def check(self, files: int) -> None:
        """Refuse, as a wrong call, a list without one entry for each file, and values that are none."""
        from compare.model import ReportKind

        lists = {
            "--date": self.date,
            "--congress": self.congress,
            "--session": self.session,
            "--review-period": self.review_period,
            "--plan-year": self.plan_year,
            "--kind": self.kind,
        }
        for option, values in lists.items():
            if values and len(values) != files:
                raise typer.BadParameter(f"give {option} once for each of the {files} files, in their order")
        for kind in self.kind or ():
            if kind not in get_args(ReportKind):
                raise typer.BadParameter(f"--kind is one of {', '.join(get_args(ReportKind))}, not {kind}")
        for day in self.date or ():
            _check_day(day)


def _at(values: Several, index: int) -> str:
    return values[index] if values else ""


def _check_day(day: str) -> None:
    import datetime

    try:
        datetime.date.fromisoformat(day)
    except ValueError as error:
        raise typer.BadParameter(f"--date {day} is no day such as 2022-01-21") from error
