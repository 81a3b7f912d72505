"""One row where a plan promises the same thing twice: a paragraph printed again, a target explained again."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from compare.commitments.lists import TargetLists
from compare.commitments.undertakings import Undertaking
from compare.model import Fact

NO_WORD = re.compile(r"[\W_]+")
Figure = tuple[Decimal, str, str, str]
Amount = tuple[Decimal, str, str]


def without_twins(undertakings: Sequence[Undertaking], lists: TargetLists) -> tuple[Undertaking, ...]:
    """The undertakings without those that say again, in the same words and with the same figure, what one before says,
    and without those that only speak again of one of the year's main targets.
    """
    targets: dict[Amount, list[Undertaking]] = defaultdict(list)
    for undertaking in undertakings:
        if undertaking.fact is not None and lists.is_target(undertaking.sentence.number, undertaking.clause.start):
            targets[_amount(undertaking.fact)].append(undertaking)
    seen: set[tuple[str, Figure | None, str]] = set()
    kept = []
    for undertaking in undertakings:
        fact = undertaking.fact
        words = NO_WORD.sub("", unicodedata.normalize("NFKC", undertaking.clause.text))
        key = (words, _figure(fact) if fact else None, fact.indicator if fact else "")
        if key in seen or (fact is not None and _is_told_again(undertaking, fact, targets[_amount(fact)])):
            continue
        seen.add(key)
        kept.append(undertaking)
    return tuple(kept)


def _is_told_again(undertaking: Undertaking, fact: Fact, targets: Sequence[Undertaking]) -> bool:
    """Is it another row than each of these main targets of the same figure, but named like one of them?"""
    if undertaking in targets:
        return False
    return any(target.fact is not None and target.fact.indicator in fact.indicator for target in targets)


def _amount(fact: Fact) -> Amount:
    return fact.value, fact.unit, fact.period


def _figure(fact: Fact) -> Figure:
    return fact.value, fact.unit, fact.measure, fact.period
