"""The table of what ``yoy find`` found."""

from __future__ import annotations

from msgspec import Struct

from compare.model import Comparison, Fact, Figure
from compare.writing.figures import figure_text
from compare.writing.lookup import section_title, short_names, told_in
from compare.writing.tables.common import place_text
from compare.writing.tables.spec import Column, Table
from compare.writing.wording import Words


class Found(Struct, frozen=True):
    """A sentence that holds what was looked for, its facts, and the same indicators elsewhere."""

    report: int
    sentence: int
    facts: tuple[Fact, ...]
    relatives: tuple[Figure, ...]


def found_table(comparison: Comparison, found: tuple[Found, ...], words: Words) -> Table[Found]:
    """One row a sentence, with its place and what the reports say of the same indicators."""
    names = short_names(comparison)

    def place(row: Found) -> str:
        return place_text(comparison.reports[row.report].sentences[row.sentence], words)

    def elsewhere(row: Found) -> str:
        return "；".join(dict.fromkeys(told(figure) for figure in row.relatives))

    def told(figure: Figure) -> str:
        basis = "、".join(part for part in (figure.fact.basis.price, figure.fact.basis.time) if part)
        text = f"{names[figure.report]} {words(f'fact_role.{figure.fact.role}')} {figure_text(figure.fact, words)}"
        return f"{text}（{basis}）" if basis else text

    def sentence(row: Found) -> str:
        report = comparison.reports[row.report]
        return told_in(report, report.sentences[row.sentence])[0].replace("\t", "　")

    def section(row: Found) -> str:
        report = comparison.reports[row.report]
        return section_title(report, report.sentences[row.sentence].section)

    columns: tuple[Column[Found], ...] = (
        Column("report", lambda row: names[row.report], "label", 6, 1),
        Column("place", place, "label", 14, 1),
        Column("sentence", sentence, "text", 36, 1),
        Column("indicator", lambda row: "；".join(dict.fromkeys(f.indicator for f in row.facts)), "text", 14, 3),
        Column("elsewhere", elsewhere, "text", 20, 2),
        Column("section", section, "text", 16, 0),
    )
    return Table("found", columns, found)
