"""One row for each indicator: the principal figures, what follows from them, and what forbids arithmetic."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from msgspec import Struct

from compare.indicators.entries import Entry
from compare.indicators.words import IndicatorWords, words_of
from compare.judgement import basis_apart, convert, is_rate, judge
from compare.language.lexicon import Lexicon
from compare.model import Fact, Figure, IndicatorRow, Report


def build_row(entries: tuple[Entry, ...], score: float, reports: tuple[Report, ...], lexicon: Lexicon) -> IndicatorRow:
    """The row of one group of figures. Principal figures are those of the last pair of reports; a single report is
    held to itself: what it reached and what it plans."""
    last = len(reports) - 1
    principal = _Principal(
        old_actual=_pick(entries, last - 1, "result", reports),
        target=_pick(entries, last - 1, "target", reports),
        new_actual=_pick(entries, last, "result", reports),
        new_target=_pick(entries, last, "target", reports),
    )
    sums = _arithmetic(principal, lexicon)
    return IndicatorRow(
        indicator=_label(entries),
        measure=entries[0].measure,
        unit=(principal.new_actual or principal.new_target or Figure(0, entries[-1].fact)).fact.unit,
        cells=tuple(Figure(entry.report, entry.fact) for entry in entries),
        old_actual=principal.old_actual,
        target=principal.target,
        new_actual=principal.new_actual,
        new_target=principal.new_target,
        change=sums.change,
        change_percent=sums.change_percent,
        against_target=sums.against_target,
        completion=sums.completion,
        note=sums.note,
        score=score,
    )


class _Principal(Struct, frozen=True):
    old_actual: Figure | None
    target: Figure | None
    new_actual: Figure | None
    new_target: Figure | None


class _Sums(Struct, frozen=True):
    change: Decimal | None = None
    change_percent: Decimal | None = None
    against_target: Decimal | None = None
    completion: Decimal | None = None
    note: str = ""


def _pick(entries: tuple[Entry, ...], report: int, role: str, reports: tuple[Report, ...]) -> Figure | None:
    """The figure of a role that speaks of the report's own year, stated most exactly, first in the text.

    A report that reviews several years has its last year's figures, and of levels what it reached over the whole. An
    average of several years stands in for a year's growth only where the report gives no other.
    """
    if report < 0:
        return None
    identity = reports[report].identity
    period = identity.plan_year if role == "target" else identity.review_period
    year = period.rpartition("-")[2]
    found = [
        entry
        for entry in entries
        if entry.report == report
        and entry.fact.role == role
        and not entry.fact.is_from
        and (entry.fact.period == year or (entry.fact.period == period and entry.measure == "level"))
    ]

    def order(entry: Entry) -> tuple[bool, bool, bool, int]:
        return (
            entry.average,
            entry.fact.period != year,
            role == "result" and entry.fact.bound != "exact",
            entry.fact.number,
        )

    return Figure(report, min(found, key=order).fact) if found else None


def _label(entries: tuple[Entry, ...]) -> str:
    """The name used most often; of several the latest report's."""
    counts = Counter(entry.label for entry in entries)
    latest = {entry.label: entry.report for entry in entries}
    return min(counts, key=lambda name: (-counts[name], -latest[name], len(name), name))


def _arithmetic(row: _Principal, lexicon: Lexicon) -> _Sums:
    words = words_of(lexicon)
    notes: list[str] = []
    change = percent = against = completion = None
    old, new, target = row.old_actual, row.new_actual, row.target
    if old and new:
        conflict = _conflict(old.fact, new.fact, words, lexicon)
        notes.append(conflict)
        if not conflict:
            change, percent = _change(old.fact, new.fact, lexicon)
    if target and new:
        verdict = judge(target.fact, new.fact, lexicon)
        notes.append(_conflict(target.fact, new.fact, words, lexicon))
        against, completion = verdict.difference, verdict.completion
    notes += [
        words.notes.predicted.format(report=figure.fact.period, nature=figure.fact.basis.nature)
        for figure in (old, new)
        if figure and figure.fact.basis.nature
    ]
    if old and new and change is not None and bool(old.fact.basis.price) != bool(new.fact.basis.price):
        notes.append(words.notes.unstated.format(stated=old.fact.basis.price or new.fact.basis.price))
    if change is not None and old and new and {old.fact.bound, new.fact.bound} != {"exact"}:
        notes.append(words.notes.bound)
    return _Sums(change, percent, against, completion, "；".join(dict.fromkeys(filter(None, notes))))


def _conflict(one: Fact, other: Fact, words: IndicatorWords, lexicon: Lexicon) -> str:
    bases = basis_apart(one, other, lexicon)
    return words.notes.basis.format(old=bases[0], new=bases[1]) if bases else ""


def _change(old: Fact, new: Fact, lexicon: Lexicon) -> tuple[Decimal | None, Decimal | None]:
    before = convert(old.value, old.unit, new.unit, lexicon)
    if before is None or old.measure != new.measure or (old.measure == "delta" and old.value * new.value < 0):
        return None, None
    change = new.value - before
    if is_rate(new.unit, lexicon) or new.measure != "level" or before <= 0:
        return change, None
    return change, round(change / before * 100, 1)
