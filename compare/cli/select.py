"""Showing a part of what was found: by status, category, kind of change, words of a section."""

from __future__ import annotations

from collections.abc import Callable, Collection
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from compare.model import Change, Commitment, Comparison, Pair, Report


class Only(StrEnum):
    """Kinds of change, as a reader asks for them; a sentence may be of several (figures and words, and moved)."""

    figures = "figures"
    wording = "wording"
    added = "added"
    removed = "removed"
    moved = "moved"


class StatusName(StrEnum):
    """What the later report says of a commitment."""

    open = "open"
    met = "met"
    exceeded = "exceeded"
    near = "near"
    partial = "partial"
    mentioned = "mentioned"
    missed = "missed"
    unclear = "unclear"
    incomparable = "incomparable"
    not_reported = "not_reported"


class CategoryName(StrEnum):
    """What kind of promise a commitment is."""

    headline = "headline"
    livelihood = "livelihood"
    task = "task"
    general = "general"


def commitments_by(
    comparison: Comparison, statuses: Collection[StatusName] | None, categories: Collection[CategoryName] | None
) -> Comparison:
    """Only commitments of these statuses and categories; all of one where none is named."""

    def wanted(item: Commitment) -> bool:
        return (not statuses or item.status in statuses) and (not categories or item.category in categories)

    return _each_pair(comparison, lambda pair: replace(pair, commitments=tuple(filter(wanted, pair.commitments))))


def changes_by(comparison: Comparison, only: Collection[Only] | None, section: str) -> Comparison:
    """Only changes of one of these kinds, and only in sections whose title holds ``section``."""

    def of_pair(pair: Pair) -> Pair:
        old, new = comparison.reports[pair.old], comparison.reports[pair.new]

        def wanted(change: Change) -> bool:
            asked_for = not only or any(_is(change, name) for name in only)
            return asked_for and (not section or _stands_in(change, old, new, section))

        return replace(pair, changes=tuple(filter(wanted, pair.changes)))

    return _each_pair(comparison, of_pair)


def _is(change: Change, name: Only) -> bool:
    """Whether a reader who asks for this kind expects the change.

    Whoever asks for figures wants every sentence in which a figure changed, the reworded and the moved among them.
    """
    if name in (Only.figures, Only.wording):
        changed = [mark for mark in change.marks if mark.kind != "equal"] if change.old and change.new else []
        return any(mark.figure == (name is Only.figures) for mark in changed)
    return change.kind.startswith("moved") if name is Only.moved else change.kind == name.value


def without_unchanged(comparison: Comparison) -> Comparison:
    """Only changes that change something and say something: no formulas of the genre."""

    def of_pair(pair: Pair) -> Pair:
        return replace(pair, changes=tuple(c for c in pair.changes if c.kind != "unchanged" and not c.formula))

    return _each_pair(comparison, of_pair)


def facts_in(comparison: Comparison, section: str) -> Comparison:
    """Only facts in sections whose title holds ``section``."""

    def of_report(report: Report) -> Report:
        facts = tuple(fact for fact in report.facts if _titled(report, fact.sentence, section))
        return replace(report, facts=facts)

    return replace(comparison, reports=tuple(map(of_report, comparison.reports))) if section else comparison


def _each_pair(comparison: Comparison, change: Callable[[Pair], Pair]) -> Comparison:
    return replace(comparison, pairs=tuple(map(change, comparison.pairs)))


def _stands_in(change: Change, old: Report, new: Report, section: str) -> bool:
    return any(_titled(old, number, section) for number in change.old) or any(
        _titled(new, number, section) for number in change.new
    )


def _titled(report: Report, sentence: int, words: str) -> bool:
    """Whether the section of a sentence, or one above it, has ``words`` in its title."""
    number = report.sentences[sentence].section
    while number is not None:
        if words in report.sections[number].title:
            return True
        number = report.sections[number].parent
    return False
