"""The tables that the commands show: which rows a Comparison gives, and the columns of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any

from compare.model import (
    Change,
    Check,
    Commitment,
    Comparison,
    Evidence,
    Fact,
    Figure,
    IndicatorRow,
    Pair,
    Report,
    Section,
    SectionPair,
    Sentence,
)
from compare.writing.figures import figure_text, signed
from compare.writing.lookup import section_title, sentence_of, short_names, whole_title
from compare.writing.tables.spec import Column, R, Table
from compare.writing.wording import Words


def build_table(comparison: Comparison, name: str, words: Words) -> Table[Any]:
    """The table ``name`` of a Comparison; KeyError for a name that is none of :data:`TABLES`."""
    return TABLES[name](comparison, words)


def place_text(sentence: Sentence, words: Words) -> str:
    """Page and paragraph of a sentence: 第7页第31段."""
    if sentence.page is None:
        return words("place.paragraph", paragraph=sentence.paragraph)
    return words("place.page_paragraph", page=sentence.page, paragraph=sentence.paragraph)


# --- one report ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SectionRow:
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
        *_report_column(comparison, lambda row: row.name),
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


@dataclass(frozen=True, slots=True)
class FactRow:
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
        *_report_column(comparison, lambda row: row.name),
        Column("indicator", lambda row: row.fact.indicator, "text", 20, 1),
        Column("figure", lambda row: figure_text(row.fact, words), "text", 14, 1),
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


def basis_text(fact: Fact) -> str:
    """What stands behind a figure (口径), in the report's words, joined."""
    basis = fact.basis
    return "、".join(part for part in (basis.region, basis.scope, basis.price, basis.time, basis.nature) if part)


# --- two reports and more -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Between:
    """Where a row of a pair of reports finds its two reports and their names."""

    comparison: Comparison
    pair: Pair
    names: tuple[str, ...]

    @property
    def old(self) -> Report:
        """The earlier report."""
        return self.comparison.reports[self.pair.old]

    @property
    def new(self) -> Report:
        """The later report."""
        return self.comparison.reports[self.pair.new]

    @property
    def title(self) -> str:
        """2021→2022, or one name where a report is held to itself."""
        old, new = self.names[self.pair.old], self.names[self.pair.new]
        return old if self.pair.old == self.pair.new else f"{old}→{new}"


def pairs_of(comparison: Comparison) -> tuple[Between, ...]:
    """The pairs of a Comparison with their reports at hand."""
    names = short_names(comparison)
    return tuple(Between(comparison, pair, names) for pair in comparison.pairs)


@dataclass(frozen=True, slots=True)
class SectionPairRow:
    """A pair of sections between two reports."""

    between: Between
    pair: SectionPair


def sections_table(comparison: Comparison, words: Words) -> Table[SectionPairRow]:
    """Which section became which; the lowest level first, then the parents."""
    rows = [SectionPairRow(between, pair) for between in pairs_of(comparison) for pair in between.pair.section_pairs]
    columns: tuple[Column[SectionPairRow], ...] = (
        *_pair_column(comparison, lambda row: row.between.title),
        Column("relation", lambda row: words(f"relation.{row.pair.relation}"), "label", 6, 1),
        Column("old_section", lambda row: section_title(row.between.old, row.pair.old), "text", 24, 1),
        Column("new_section", lambda row: section_title(row.between.new, row.pair.new), "text", 24, 1),
        Column("score", lambda row: round(row.pair.score, 2), "score", 6, 2),
        Column("moved", lambda row: row.pair.moved, "flag", 4, 2),
        Column("parents", lambda row: row.pair.parents, "flag", 4, 0),
        Column("reason", lambda row: row.pair.reason, "text", 24, 3),
    )
    return Table("sections", columns, tuple(sorted(rows, key=lambda row: row.pair.parents)))


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A change between two reports, with the sentences of both sides."""

    between: Between
    change: Change

    @property
    def old(self) -> tuple[Sentence, ...]:
        """The earlier sentences."""
        return tuple(self.between.old.sentences[n] for n in self.change.old)

    @property
    def new(self) -> tuple[Sentence, ...]:
        """The later sentences."""
        return tuple(self.between.new.sentences[n] for n in self.change.new)

    @property
    def section(self) -> str:
        """Title of the section in the later report, or in the earlier where the text is gone."""
        if self.new:
            return section_title(self.between.new, self.new[0].section)
        return section_title(self.between.old, self.old[0].section) if self.old else ""


def diff_table(comparison: Comparison, words: Words) -> Table[ChangeRow]:
    """Every sentence and what happened to it."""
    rows = tuple(ChangeRow(between, change) for between in pairs_of(comparison) for change in between.pair.changes)
    columns: tuple[Column[ChangeRow], ...] = (
        *_pair_column(comparison, lambda row: row.between.title),
        Column("change", lambda row: words(f"change.{row.change.kind}"), "label", 8, 1),
        Column("section", lambda row: row.section, "text", 20, 0),
        Column("old_text", lambda row: joined(row.old), "text", 30, 1),
        Column("new_text", lambda row: joined(row.new), "text", 30, 1),
        Column("old_place", lambda row: places_text(row.old, words), "label", 14, 3),
        Column("new_place", lambda row: places_text(row.new, words), "label", 14, 3),
        Column("formula", lambda row: row.change.formula, "flag", 4, 0),
        Column("score", lambda row: round(row.change.score, 2), "score", 6, 4),
    )
    return Table("diff", columns, rows)


def joined(sentences: tuple[Sentence, ...]) -> str:
    """The words of one or more sentences."""
    return "".join(sentence.text for sentence in sentences)


def places_text(sentences: tuple[Sentence, ...], words: Words) -> str:
    """The place of the first of some sentences, empty where there is none."""
    return place_text(sentences[0], words) if sentences else ""


def indicators_table(comparison: Comparison, words: Words) -> Table[IndicatorRow]:
    """One row an indicator and measure: last result, target, result, next target, and what follows from them."""

    def figure(which: Callable[[IndicatorRow], Figure | None], row: IndicatorRow) -> str:
        found = which(row)
        return "" if found is None else figure_text(found.fact, words)

    principal: tuple[Column[IndicatorRow], ...] = (
        Column("old_actual", partial(figure, lambda row: row.old_actual), "text", 12, 1),
        Column("target", partial(figure, lambda row: row.target), "text", 12, 1),
        Column("new_actual", partial(figure, lambda row: row.new_actual), "text", 12, 1),
        Column("new_target", partial(figure, lambda row: row.new_target), "text", 12, 2),
    )
    columns: tuple[Column[IndicatorRow], ...] = (
        Column("indicator", lambda row: row.indicator, "text", 20, 1),
        Column("measure", lambda row: words(f"measure.{row.measure}"), "label", 6, 2),
        *(principal if len(comparison.reports) <= 2 else _panel(comparison, words)),
        Column("difference", lambda row: _amount(row.change, row.unit), "label", 12, 2),
        Column("change_percent", lambda row: row.change_percent, "number", 10, 3),
        Column("against_target", lambda row: _amount(row.against_target, row.unit), "label", 12, 2),
        Column("completion", lambda row: row.completion, "number", 10, 4),
        Column("unit", lambda row: row.unit, "label", 8, 0),
        Column("note", lambda row: row.note, "text", 20, 3),
        Column("score", lambda row: round(row.score, 2), "score", 6, 0),
    )
    return Table("indicators", columns, comparison.indicators)


def _panel(comparison: Comparison, words: Words) -> tuple[Column[IndicatorRow], ...]:
    """A column of results and one of targets for each report."""

    def stated(report: int, role: str, row: IndicatorRow) -> str:
        found = (f.fact for f in row.cells if f.report == report and f.fact.role == role and not f.fact.is_from)
        return "；".join(figure_text(fact, words) for fact in found)

    return tuple(
        Column(f"{role}_{index}", partial(stated, index, role), "text", 12, 1 if role == "result" else 3)
        for index in range(len(comparison.reports))
        for role in ("result", "target")
    )


def _amount(value: Decimal | None, unit: str) -> str:
    """A difference with its unit; a difference of per cents is one of points."""
    if value is None:
        return ""
    return signed(value) + ("个百分点" if unit == "%" else unit)


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """A commitment between two reports, with the sentences behind it."""

    between: Between
    commitment: Commitment

    @property
    def report(self) -> Report:
        """The report that makes it."""
        return self.between.comparison.reports[self.commitment.report]

    @property
    def sentence(self) -> Sentence:
        """The sentence that makes it."""
        return self.report.sentences[self.commitment.sentence]

    @property
    def evidence(self) -> Evidence | None:
        """The best evidence."""
        return self.commitment.evidence[0] if self.commitment.evidence else None

    def sentence_of(self, item: Evidence) -> Sentence:
        """The sentence that a piece of evidence stands in."""
        return self.between.comparison.reports[item.report].sentences[item.sentence]


CATEGORY_ORDER = ("headline", "livelihood", "task", "general")


def commitments_table(comparison: Comparison, words: Words) -> Table[CommitmentRow]:
    """Every commitment, headline targets first, with what the later report says of it."""
    rows = sorted(
        (CommitmentRow(between, item) for between in pairs_of(comparison) for item in between.pair.commitments),
        key=lambda row: (row.between.pair.old, CATEGORY_ORDER.index(row.commitment.category)),
    )
    columns: tuple[Column[CommitmentRow], ...] = (
        *_pair_column(comparison, lambda row: row.between.title),
        Column("id", lambda row: row.commitment.id, "label", 10, 4),
        Column("category", lambda row: words(f"category.{row.commitment.category}"), "label", 6, 2),
        Column("kind", lambda row: words(f"kind.{row.commitment.kind}"), "label", 6, 0),
        Column("section", lambda row: section_title(row.report, row.commitment.section), "text", 20, 0),
        Column("commitment", lambda row: row.commitment.text, "text", 26, 1),
        Column("target", lambda row: _optional(row.commitment.fact, words), "label", 12, 0),
        Column("due", lambda row: row.commitment.due, "label", 8, 0),
        Column("reported", lambda row: row.evidence.text if row.evidence else "", "text", 26, 2),
        Column("result", lambda row: _optional(row.commitment.result, words), "label", 12, 0),
        Column("status", lambda row: status_text(row.commitment, words), "text", 10, 1),
        Column("why", lambda row: row.commitment.why, "text", 20, 3),
        Column("confidence", lambda row: words(f"confidence.{row.commitment.confidence}"), "label", 4, 3),
        Column("again", lambda row: again_text(row.commitment, words), "label", 8, 4),
        Column("place", lambda row: place_text(row.sentence, words), "label", 14, 4),
        Column("evidence_place", lambda row: _evidence_place(row, words), "label", 14, 5),
    )
    return Table("commitments", columns, tuple(rows))


def status_text(row: Commitment, words: Words) -> str:
    """The status in the words of the sheets: one set for figures, one for tasks, and silence by what comes next."""
    if row.status == "not_reported":
        return words("status.not_reported_again" if row.again else "status.not_reported_gone")
    return words(f"status.{row.kind}.{row.status}")


def again_text(row: Commitment, words: Words) -> str:
    """What the next plan does with a commitment, empty where there is no next plan."""
    if row.status == "open":
        return ""
    if row.drift and row.drift.kind != "same":
        return words(f"drift.{row.drift.kind}")
    return words("drift.same" if row.again else "drift.gone")


def _evidence_place(row: CommitmentRow, words: Words) -> str:
    return place_text(row.sentence_of(row.evidence), words) if row.evidence else ""


def _optional(fact: Fact | None, words: Words) -> str:
    return "" if fact is None else figure_text(fact, words)


def checks_table(comparison: Comparison, words: Words) -> Table[Check]:
    """Figures that should tie and do not, or whose bases differ; what is for information stands last."""
    names = short_names(comparison)

    def figures(row: Check) -> str:
        return "；".join(f"{names[f.report]}：{figure_text(f.fact, words)}" for f in row.figures)

    def places(row: Check) -> str:
        return "；".join(
            f"{names[f.report]} {place_text(sentence_of(comparison.reports[f.report], f.fact), words)}"
            for f in row.figures
        )

    columns: tuple[Column[Check], ...] = (
        Column("verdict", lambda row: row.verdict, "label", 10, 1),
        Column("check", lambda row: words(f"check.{row.kind}"), "label", 14, 2),
        Column("indicator", lambda row: row.indicator, "text", 20, 1),
        Column("figures", figures, "text", 24, 2),
        Column("arithmetic", lambda row: row.arithmetic, "text", 30, 1),
        Column("flagged", lambda row: row.flagged, "flag", 4, 3),
        Column("places", places, "text", 24, 3),
    )
    return Table("checks", columns, tuple(sorted(comparison.checks, key=lambda row: not row.flagged)))


def _report_column(comparison: Comparison, name: Callable[[R], str]) -> tuple[Column[R], ...]:
    return (Column("report", name, "label", 6, 1),) if len(comparison.reports) > 1 else ()


def _pair_column(comparison: Comparison, name: Callable[[R], str]) -> tuple[Column[R], ...]:
    return (Column("reports", name, "label", 11, 1),) if len(comparison.pairs) > 1 else ()


TABLES: dict[str, Callable[[Comparison, Words], Table[Any]]] = {
    "outline": outline_table,
    "facts": facts_table,
    "sections": sections_table,
    "diff": diff_table,
    "indicators": indicators_table,
    "commitments": commitments_table,
    "checks": checks_table,
}
