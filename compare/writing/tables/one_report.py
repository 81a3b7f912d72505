"""The tables of single reports: the outline, and the facts."""

from __future__ import annotations

from msgspec import Struct

from compare.model import Comparison, Fact, Report, Section, Sentence
from compare.writing.figures import figure_text
from compare.writing.lookup import section_title, sentence_of, short_names, whole_title
from compare.writing.tables.common import basis_text, place_text, report_column
from compare.writing.tables.spec import Column, Table
from compare.writing.wording import Words


class SectionRow(Struct, frozen=True):
    """A section of a report, with the number of its facts."""

    name: str
    report: Report
    section: Section
    facts: int

    @property
    def heading(self) -> Sentence:
        """The sentence that is its heading."""
        return self.report.sentences[self.section.heading]


def outline_table(comparison: Comparison, words: Words) -> Table[SectionRow]:
    """Every section with level, role and period; titles are indented by level."""
    rows = []
    for name, report in zip(short_names(comparison), comparison.reports, strict=True):
        in_sentence = [0] * len(report.sentences)
        for fact in report.facts:
            in_sentence[fact.sentence] += 1
        rows += [
            SectionRow(name, report, section, sum(in_sentence[section.first : section.last]))
            for section in report.sections
        ]
    columns: tuple[Column[SectionRow], ...] = (
        *report_column(comparison, lambda row: row.name),
        Column("level", lambda row: row.section.level, "count", 4, 0),
        Column("title", lambda row: "  " * (row.section.level - 1) + whole_title(row.section), "text", 28, 1),
        Column("role", lambda row: words(f"role.{row.section.role}"), "label", 6, 1),
        Column("period", lambda row: row.section.period, "label", 9, 1),
        Column("page", lambda row: row.heading.page, "count", 4, 2),
        Column("paragraph", lambda row: row.heading.paragraph, "count", 4, 4),
        Column("sentences", lambda row: row.section.last - row.section.first, "count", 4, 3),
        Column("facts", lambda row: row.facts, "count", 4, 3),
    )
    return Table("outline", columns, tuple(rows))


class FactRow(Struct, frozen=True):
    """A fact, its sentence and its report."""

    name: str
    report: Report
    fact: Fact

    @property
    def sentence(self) -> Sentence:
        """The sentence that states it."""
        return sentence_of(self.report, self.fact)


def facts_table(comparison: Comparison, words: Words) -> Table[FactRow]:
    """Every quantity that the reports state."""
    rows = tuple(
        FactRow(name, report, fact)
        for name, report in zip(short_names(comparison), comparison.reports, strict=True)
        for fact in report.facts
    )
    columns: tuple[Column[FactRow], ...] = (
        *report_column(comparison, lambda row: row.name),
        Column("indicator", lambda row: row.fact.indicator, "text", 20, 1),
        Column("figure", lambda row: figure_text(row.fact, words), "figure", 14, 1),
        Column("value", lambda row: row.fact.value, "number", 16, 0),
        Column("high", lambda row: row.fact.high, "number", 16, 0),
        Column("unit", lambda row: row.fact.unit, "label", 8, 0),
        Column("bound", lambda row: words(f"bound_name.{row.fact.bound}"), "label", 6, 0),
        Column("measure", lambda row: words(f"measure.{row.fact.measure}"), "label", 6, 2),
        Column("role", lambda row: words(f"fact_role.{row.fact.role}"), "label", 6, 1),
        Column("period", lambda row: row.fact.period, "label", 9, 1),
        Column("from", lambda row: row.fact.is_from, "flag", 4, 0),
        Column("basis", lambda row: basis_text(row.fact), "text", 12, 0),
        Column("section", lambda row: section_title(row.report, row.sentence.section), "text", 20, 0),
        Column("sentence", lambda row: row.sentence.text, "text", 40, 4),
        Column("place", lambda row: place_text(row.sentence, words), "label", 14, 3),
    )
    return Table("facts", columns, rows)
