"""One indicator with two values in one report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from compare.checks.ledger import Ledger, figures
from compare.checks.words import words_of
from compare.indicators import Entry, amount_likeness, dice, guards_in, known_names
from compare.model import Check


def value_checks(ledger: Ledger) -> Iterator[Check]:
    """Results of one thing and one time that differ. Another time basis (年末, 年均) is said, never flagged."""
    known = known_names(ledger.lexicon)
    for entries in _same_slot(ledger):
        for one, other in combinations(entries, 2):
            if one.fact.value == other.fact.value or _agree(ledger, one, other):
                continue
            if check := _check(ledger, one, other, one.name.canonical in known):
                yield check
                break


def _same_slot(ledger: Ledger) -> Iterator[list[Entry]]:
    slots: dict[tuple[object, ...], list[Entry]] = defaultdict(list)
    for entry in ledger.entries:
        if entry.name.general or entry.span or entry.fact.role != "result" or entry.fact.is_from:
            continue
        slots[ledger.thing(entry), entry.fact.measure, entry.slot].append(entry)
    return (entries for entries in slots.values() if len(entries) > 1)


def _agree(ledger: Ledger, one: Entry, other: Entry) -> bool:
    """Within rounding and bounds, or not comparable at all."""
    left, right = ledger.interval(one, other.fact.unit), ledger.interval(other)
    return left is None or right is None or left.meets(right)


def _check(ledger: Ledger, one: Entry, other: Entry, known: bool) -> Check | None:
    words = words_of(ledger.lexicon)
    times = (one.time, other.time)
    if times[0] != times[1] and all(times):
        return _basis_check(ledger, one, other)
    if times[0] != times[1] or ledger.conflict(one, other):
        return None
    if one.fact.basis != other.fact.basis or one.fact.measure != "level" or one.name.raw != other.name.raw:
        return None
    if not known and not _told_alike(ledger, one, other):
        return None
    if one.fact.sentence == other.fact.sentence or amount_likeness(one.amount, other.amount) < words.thresholds.near:
        return None
    return Check(
        kind="two-values",
        verdict=words.verdicts.differs,
        indicator=one.fact.indicator,
        figures=figures(one, other),
        arithmetic=words.sentences.values.format(one=one.fact.written, other=other.fact.written),
    )


def _told_alike(ledger: Ledger, one: Entry, other: Entry) -> bool:
    """The words around both are alike, and none of them makes it two things (城镇居民, 农村居民)."""
    if dice(one.window, other.window) < words_of(ledger.lexicon).thresholds.same_words:
        return False
    left, right = (dict(guards_in(ledger.text(entry), ledger.lexicon)) for entry in (one, other))
    return all(right.get(kind, word) == word for kind, word in left.items())


def _basis_check(ledger: Ledger, one: Entry, other: Entry) -> Check:
    words = words_of(ledger.lexicon)
    return Check(
        kind="two-values",
        verdict=words.verdicts.basis,
        indicator=one.fact.indicator,
        figures=figures(one, other),
        arithmetic=words.sentences.values_basis.format(
            one=one.fact.written, one_basis=one.time, other=other.fact.written, other_basis=other.time
        ),
        flagged=False,
    )
