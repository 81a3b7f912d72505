"""From year to year: 从 X 提高到 Y against last year's level, and targets below what was already reached."""

from __future__ import annotations

from collections.abc import Iterator

from compare.checks.ledger import Ledger, figures
from compare.checks.words import words_of
from compare.indicators import Entry
from compare.judgement import better_side
from compare.model import Check


def series_checks(ledger: Ledger) -> Iterator[Check]:
    """Both kinds, in the order of the text."""
    for entry in ledger.entries:
        if entry.fact.is_from:
            yield from _from_to(ledger, entry)
        elif entry.fact.role == "target":
            yield from _below_actual(ledger, entry)


def _from_to(ledger: Ledger, start: Entry) -> Iterator[Check]:
    """The X of 从 X 提高到 Y, where it is last year's, against what last year's report said."""
    words = words_of(ledger.lexicon)
    if start.fact.measure != "level" or not ledger.consecutive(start.report) or start.name.general:
        return
    identity = ledger.reports[start.report].identity
    if any(word in ledger.text(start) for word in words.names.long_spans) or "-" in identity.review_period:
        return
    earlier = ledger.reports[start.report - 1].identity
    if start.fact.period not in (earlier.review_period, identity.review_period):
        return
    end = _end(ledger, start)
    known = tuple(ledger.levels(start, start.report - 1, earlier.review_period))
    if end is None or not known or end.fact.role != "result":
        return
    mine = ledger.interval(start)
    spans = [ledger.interval(old, start.fact.unit) for old in known]
    if mine is None or any(span is None or span.meets(mine) for span in spans):
        return
    if ledger.conflict(known[0], start) or known[0].time != start.time:
        return
    yield Check(
        kind="from-to",
        verdict=words.verdicts.differs,
        indicator=start.fact.indicator,
        figures=figures(known[0], start),
        arithmetic=words.sentences.from_to.format(
            old=known[0].fact.written, stated=start.fact.written, new=end.fact.written
        ),
    )


def _end(ledger: Ledger, start: Entry) -> Entry | None:
    listed = ledger.by_sentence[start.report, start.fact.sentence]
    return next((entry for entry in listed if entry.fact.number == start.fact.number + 1), None)


def _below_actual(ledger: Ledger, target: Entry) -> Iterator[Check]:
    """A stock that is to reach less than it has. What is added anew each year, and floors to be kept, are left out."""
    words = words_of(ledger.lexicon)
    identity = ledger.reports[target.report].identity
    if target.fact.measure != "level" or target.fact.period != identity.plan_year or target.name.general:
        return
    name, before = target.fact.indicator, ledger.before(target, 6)
    if not before.endswith(words.names.reaching) or any(word in name for word in words.names.additions):
        return
    if better_side(name, ledger.lexicon) != "higher" or (
        target.fact.bound == "min" and not before.endswith(words.names.passing)
    ):
        return
    actual = next(iter(ledger.levels(target, target.report, identity.review_period)), None)
    if actual is None or actual.time != target.time:
        return
    reached, planned = ledger.interval(actual, target.fact.unit), ledger.interval(target)
    top = target.fact.value if planned is None or planned.high is None else planned.high
    if reached is None or reached.low is None or reached.low <= top:
        return
    if ledger.conflict(actual, target):
        return
    yield Check(
        kind="target-below-actual",
        verdict=words.verdicts.differs,
        indicator=name,
        figures=figures(actual, target),
        arithmetic=words.sentences.target.format(actual=actual.fact.written, target=target.fact.written),
    )
