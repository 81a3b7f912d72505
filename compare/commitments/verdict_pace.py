"""Growth promised without a figure: of one thing in pace with another (居民收入增长与经济增长同步), or at all."""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec import Struct

from compare.commitments.evidence_signs import StatusWords
from compare.judgement.words import words_of
from compare.language.lexicon import Lexicon
from compare.model import Fact, Report, Status


class Pace(Struct, frozen=True):
    """The result to show, its lead on the other growth where there is one, what came of it, and the sentence for it."""

    first: Fact
    lead: Decimal | None
    status: Status
    sentence: str


class PaceReader:
    """Reads promises of keeping pace, and holds the growths that the later report states to each other."""

    def __init__(self, later: Report, lexicon: Lexicon) -> None:
        self._words = lexicon.read("status", StatusWords)
        self._promise = re.compile(self._words.pace.pattern)
        self._rough = Decimal(self._words.rough)
        self._tolerance = Decimal(words_of(lexicon).tolerance.points)
        self._rising = re.compile(self._words.rising.pattern)
        self._told = [
            fact
            for fact in later.facts
            if fact.role == "result" and "-" not in fact.period and later.sentences[fact.sentence].role == "review"
        ]
        self._grown = [fact for fact in self._told if fact.measure == "growth"]

    def read(self, promise: str) -> Pace | None:
        """None where the text promises neither, or the later report tells nothing of the thing."""
        found = self._promise.search(promise)
        if found is None:
            return self._risen(promise)
        firsts, second = self._growths(found["first"]), next(iter(self._growths(found["second"])), None)
        if second is None or not firsts or second in firsts:
            return self._half(found["first"])
        first = min(firsts, key=lambda fact: fact.value)
        gap = first.value - second.value
        ahead = max(fact.value for fact in firsts) - second.value
        if gap < -self._tolerance <= ahead:
            sentence = self._words.why["pace_apart"].format(
                told="、".join(f"{fact.indicator}{fact.written}" for fact in firsts),
                second=second.indicator,
                other=second.written,
            )
            return Pace(first, gap, "unclear", sentence)
        reached = gap >= -self._tolerance
        rough = found["rough"] is not None and gap >= -self._rough
        key = "pace_kept" if reached else "pace_rough" if rough else "pace_lost"
        sentence = self._words.why[key].format(
            first=first.indicator, second=second.indicator, one=first.written, other=second.written, gap=abs(gap)
        )
        return Pace(first, gap, "met" if reached else "unclear" if rough else "missed", sentence)

    def _risen(self, promise: str) -> Pace | None:
        """A growth that is promised without a figure, and told with one."""
        found = self._rising.fullmatch(promise)
        grown = () if found is None or not self._names(found["first"]) else self._growths(found["first"])
        rose = {fact.value > 0 for fact in grown}
        if len(rose) != 1:
            return None
        told = "、".join(f"{fact.indicator}{fact.written}" for fact in grown)
        status: Status = "met" if True in rose else "missed"
        why = self._words.why["rising" if status == "met" else "fallen"]
        return Pace(grown[0], None, status, why.format(told=told))

    def _half(self, named: str) -> Pace | None:
        """Of what was to keep pace the later report tells something, but not both growths."""
        names = self._names(named)
        first = next((fact for fact in self._told if any(name in fact.indicator for name in names)), None)
        if first is None:
            return None
        sentence = self._words.why["pace_open"].format(told=f"{first.indicator}{first.written}")
        return Pace(first, None, "unclear", sentence)

    def _names(self, named: str) -> tuple[str, ...]:
        """What the lexicon knows the thing by; empty where it does not."""
        return next((names for word, names in self._words.paces.items() if word in named), ())

    def _growths(self, named: str) -> tuple[Fact, ...]:
        """The stated growths of what the promise names, those of town and country where they are told apart.

        The lexicon knows what stands for 经济 and 收入.
        """
        names = self._names(named) or (named,)
        found = next((fact for name in names for fact in self._grown if name in fact.indicator), None)
        return tuple(
            fact
            for fact in self._grown
            if found is not None and fact.sentence == found.sentence and any(name in fact.indicator for name in names)
        )
