"""Parts against their whole, and shares against what they are computed from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from compare.checks.ledger import Ledger, figures
from compare.checks.words import words_of
from compare.indicators import Entry
from compare.judgement import Interval
from compare.model import Check

CLOSE = re.compile(r"[；。;]")
APART = re.compile(r"[，；。,;]")
NEAR = 14
QUOTIENT = 6


def part_checks(ledger: Ledger) -> Iterator[Check]:
    """其中 parts above their whole, shares that their two amounts contradict, and shares above 100."""
    for entries in ledger.by_sentence.values():
        for whole, part in pairwise(entries):
            yield from _above_whole(ledger, whole, part)
        for first, second, share in zip(entries, entries[1:], entries[2:], strict=False):
            yield from _share(ledger, first, second, share)
    for entry in ledger.entries:
        yield from _above_hundred(ledger, entry)


def _above_whole(ledger: Ledger, whole: Entry, part: Entry) -> Iterator[Check]:
    words = words_of(ledger.lexicon)
    between = ledger.between(whole, part)
    if not _amounts(whole, part) or words.names.part not in between or CLOSE.search(between):
        return
    if whole.fact.role != part.fact.role or whole.fact.period != part.fact.period or whole.fact.unit != part.fact.unit:
        return
    if any(word in ledger.before(whole, QUOTIENT) for word in words.names.quotients):
        return
    top, bottom = ledger.interval(whole), ledger.interval(part)
    if top is None or bottom is None or top.high is None or bottom.low is None or bottom.low <= top.high:
        return
    yield Check(
        kind="part-whole",
        verdict=words.verdicts.differs,
        indicator=whole.fact.indicator,
        figures=figures(whole, part),
        arithmetic=words.sentences.part.format(part=part.fact.written, whole=whole.fact.written),
    )


def _share(ledger: Ledger, first: Entry, second: Entry, share: Entry) -> Iterator[Check]:
    """支出 A，其中 B，占 x%; or B，占支出 A 的 x%."""
    words = words_of(ledger.lexicon)
    if share.kind != "share" or share.fact.measure != "level" or not _amounts(first, second):
        return
    gap, tail = ledger.between(first, second), ledger.between(second, share)
    if words.names.part in gap and not CLOSE.search(gap):
        part, whole = second, first
        told = words.names.share in tail and len(tail) <= NEAR and not CLOSE.search(tail)
    else:
        part, whole = first, second
        told = words.names.share in gap and not CLOSE.search(gap) and len(tail) <= NEAR and not APART.search(tail)
    quotient = _quotient(ledger, part, whole) if told else None
    stated = ledger.interval(share)
    if quotient is None or stated is None or stated.widened(Decimal(words.thresholds.slack)).meets(quotient):
        return
    yield Check(
        kind="share",
        verdict=words.verdicts.differs,
        indicator=share.fact.indicator,
        figures=figures(part, whole, share),
        arithmetic=words.sentences.share.format(
            part=part.fact.written,
            whole=whole.fact.written,
            computed=f"{round(part.fact.value / whole.fact.value * 100, 1)}%",
            stated=share.fact.written,
        ),
    )


def _quotient(ledger: Ledger, part: Entry, whole: Entry) -> Interval | None:
    a, b = ledger.interval(part), ledger.interval(whole)
    if a is None or b is None or not b.low or a.low is None or a.high is None or b.high is None or b.low <= 0:
        return None
    return Interval(a.low / b.high * 100, a.high / b.low * 100)


def _above_hundred(ledger: Ledger, entry: Entry) -> Iterator[Check]:
    words = words_of(ledger.lexicon)
    name = entry.fact.indicator
    if entry.fact.unit != "%" or entry.fact.measure != "level" or entry.fact.value <= 100:
        return
    if not name.endswith(words.names.shares) or any(word in name for word in words.names.may_pass):
        return
    yield Check(
        kind="share",
        verdict=words.verdicts.differs,
        indicator=name,
        figures=figures(entry),
        arithmetic=words.sentences.above.format(stated=entry.fact.written),
    )


def _amounts(one: Entry, other: Entry) -> bool:
    return (
        one.fact.measure == other.fact.measure == "level"
        and one.kind == other.kind != "share"
        and not one.fact.is_from
        and not other.fact.is_from
    )
