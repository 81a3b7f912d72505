"""Promises that one thing keeps pace with another (居民收入增长与经济增长同步): two results held to each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from compare.commitments.evidence_signs import StatusWords
from compare.judgement.words import words_of
from compare.language.lexicon import Lexicon
from compare.model import Fact, Report, Status


class Pace(Struct, frozen=True):
    """The two growths, what came of it, and the sentence that says so."""

    first: Fact
    second: Fact
    status: Status
    sentence: str


class PaceReader:
    """Reads promises of keeping pace, and holds the growths that the later report states to each other."""

    def __init__(self, later: Report, lexicon: Lexicon) -> None:
        self._words = lexicon.read("status", StatusWords)
        self._promise = re.compile(self._words.pace.pattern)
        self._rough = Decimal(self._words.rough)
        self._tolerance = Decimal(words_of(lexicon).tolerance.points)
        self._grown = [
            fact
            for fact in later.facts
            if fact.measure == "growth"
            and fact.role == "result"
            and "-" not in fact.period
            and later.sentences[fact.sentence].role == "review"
        ]

    def read(self, promise: str) -> Pace | None:
        """None where the text promises no pace, or the later report lacks one of the two growths."""
        found = self._promise.search(promise)
        if found is None:
            return None
        firsts, second = self._growths(found["first"]), next(iter(self._growths(found["second"])), None)
        if second is None or not firsts or second in firsts:
            return None
        first = min(firsts, key=lambda fact: fact.value)
        gap = first.value - second.value
        ahead = max(fact.value for fact in firsts) - second.value
        if gap < -self._tolerance <= ahead:
            sentence = self._words.why["pace_apart"].format(
                told="、".join(f"{fact.indicator}{fact.written}" for fact in firsts),
                second=second.indicator,
                other=second.written,
            )
            return Pace(first, second, "unclear", sentence)
        reached = gap >= -self._tolerance
        rough = found["rough"] is not None and gap >= -self._rough
        key = "pace_kept" if reached else "pace_rough" if rough else "pace_lost"
        sentence = self._words.why[key].format(
            first=first.indicator, second=second.indicator, one=first.written, other=second.written, gap=abs(gap)
        )
        return Pace(first, second, "met" if reached else "unclear" if rough else "missed", sentence)

    def _growths(self, named: str) -> tuple[Fact, ...]:
        """The stated growths of what the promise names, those of town and country where they are told apart.

        The lexicon knows what stands for 经济 and 收入.
        """
        names: Sequence[str] = next((names for word, names in self._words.paces.items() if word in named), (named,))
        found = next((fact for name in names for fact in self._grown if name in fact.indicator), None)
        return tuple(
            fact
            for fact in self._grown
            if found is not None and fact.sentence == found.sentence and any(name in fact.indicator for name in names)
        )
