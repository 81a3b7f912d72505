"""The table of commitments and results."""

from __future__ import annotations

import re

from msgspec import Struct

from compare.model import Commitment, Comparison, Evidence, Fact, Report, Sentence
from compare.writing.figures import figure_text
from compare.writing.lookup import section_title
from compare.writing.tables.common import Between, basis_text, pair_column, pairs_of, place_text
from compare.writing.tables.spec import Column, Table
from compare.writing.wording import Words


class CommitmentRow(Struct, frozen=True):
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
        """The best evidence; None where the report is silent, whatever words came nearest."""
        found = self.commitment.evidence
        return found[0] if found and self.commitment.status != "not_reported" else None

    @property
    def not_taken(self) -> tuple[Evidence, ...]:
        """The nearest words where the report is silent on the commitment: none of them is its answer."""
        return self.commitment.evidence[:NEAREST] if self.commitment.status == "not_reported" else ()

    @property
    def again(self) -> Evidence | None:
        """The words in which the next plan promises it again."""
        return self.commitment.again[0] if self.commitment.again else None

    def sentence_of(self, item: Evidence) -> Sentence:
        """The sentence that a piece of evidence stands in."""
        return self.between.comparison.reports[item.report].sentences[item.sentence]


NEAREST = 3
"""Clauses that are shown as nearest where the report is silent."""
_YEAR = re.compile(r"\d{4}")
CATEGORY_ORDER = ("headline", "livelihood", "task", "general")


def commitments_table(comparison: Comparison, words: Words) -> Table[CommitmentRow]:
    """Every commitment, headline targets first, with what the later report says of it."""
    rows = sorted(
        (CommitmentRow(between, item) for between in pairs_of(comparison) for item in between.pair.commitments),
        key=lambda row: (
            row.between.pair.old,
            CATEGORY_ORDER.index(row.commitment.category),
            row.commitment.sentence,
            row.commitment.start,
        ),
    )
    columns: tuple[Column[CommitmentRow], ...] = (
        *pair_column(comparison, lambda row: row.between.title),
        Column("id", lambda row: row.commitment.id, "label", 10, 4),
        Column("category", lambda row: words(f"category.{row.commitment.category}"), "label", 6, 2),
        Column("kind", lambda row: words(f"kind.{row.commitment.kind}"), "label", 6, 0),
        Column("section", lambda row: section_title(row.report, row.commitment.section), "text", 20, 0),
        Column("commitment", lambda row: row.commitment.text, "text", 26, 1),
        Column("name", lambda row: row.commitment.fact.indicator if row.commitment.fact else "", "text", 13, 0),
        Column(
            "attribute", lambda row: words(f"attribute.{a}") if (a := row.commitment.attribute) else "", "label", 8, 0
        ),
        Column("strength", lambda row: words(f"strength.{row.commitment.strength}"), "label", 6, 0),
        Column("basis", _basis, "text", 9, 0),
        Column("baseline", lambda row: _optional(row.commitment.baseline, words), "figure", 11, 0),
        Column("target", lambda row: _optional(row.commitment.fact, words), "figure", 11, 0),
        Column("due", lambda row: row.commitment.due, "label", 8, 0),
        Column("reported", lambda row: row.evidence.text if row.evidence else "", "text", 26, 2),
        Column("result", lambda row: _optional(row.commitment.result, words), "figure", 11, 0),
        Column(
            "nature", lambda row: row.commitment.result.basis.nature if row.commitment.result else "", "label", 8, 0
        ),
        Column("difference", lambda row: row.commitment.difference, "number", 10, 0),
        Column("completion", lambda row: row.commitment.completion, "number", 9, 0),
        Column("within", lambda row: None, "label", 8, 0),
        Column("status", lambda row: status_text(row.between, row.commitment, words), "label", 10, 1),
        Column("why", lambda row: row.commitment.why, "text", 20, 3),
        Column("confidence", lambda row: words(f"confidence.{row.commitment.confidence}"), "label", 4, 3),
        Column("again", lambda row: again_text(row.commitment, words), "label", 8, 4),
        Column("place", lambda row: place_text(row.sentence, words), "label", 14, 4),
        Column("evidence_place", lambda row: _place(row, row.evidence, words), "label", 14, 5),
        Column("again_words", lambda row: row.again.text if row.again else "", "text", 30, 0),
        Column("again_place", lambda row: _place(row, row.again, words), "label", 14, 0),
        Column("nearest", _nearest, "text", 30, 0),
        Column("nearest_place", lambda row: _place(row, next(iter(row.not_taken), None), words), "label", 14, 0),
    )
    return Table("commitments", columns, tuple(rows))


def status_text(between: Between, row: Commitment, words: Words) -> str:
    """The status in the words of the sheets: one set for figures, one for tasks, silence by what comes next, and what
    is left undecided before the year of a target by that."""
    if row.status == "not_reported":
        return words("status.not_reported_again" if row.again else "status.not_reported_gone")
    if row.status == "unclear" and is_not_due(between, row):
        return words("status.not_due")
    return words(f"status.{row.kind}.{row.status}")


def is_not_due(between: Between, row: Commitment) -> bool:
    """Whether a commitment names a year that the later report's review does not reach."""
    reached = _YEAR.findall(between.new.identity.review_period)
    named = _YEAR.findall(row.due) or _YEAR.findall(row.fact.period if row.fact else "")
    return between.pair.old != between.pair.new and bool(reached and named) and max(named) > max(reached)


def again_text(row: Commitment, words: Words) -> str:
    """What the next plan does with a commitment, and its new target; empty where there is no next plan."""
    if row.status == "open":
        return ""
    if row.drift and row.drift.kind != "same":
        return "\n".join(filter(None, (words(f"drift.{row.drift.kind}"), row.drift.now)))
    return words("drift.same" if row.again else "drift.gone")


def _place(row: CommitmentRow, item: Evidence | None, words: Words) -> str:
    return place_text(row.sentence_of(item), words) if item else ""


def _basis(row: CommitmentRow) -> str:
    """What stands behind the target, or where it names nothing, behind the result."""
    facts = (row.commitment.fact, row.commitment.result)
    return next((text for fact in facts if fact and (text := basis_text(fact))), "")


def _nearest(row: CommitmentRow) -> str:
    """For what is not reported, the clauses that came nearest, one a line, for a reader who looks for more."""
    return "\n".join(dict.fromkeys(item.text for item in row.not_taken))


def _optional(fact: Fact | None, words: Words) -> str:
    return "" if fact is None else figure_text(fact, words)
