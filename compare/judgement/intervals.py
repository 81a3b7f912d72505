"""What a written figure allows: rounding, bound and words such as 多 turned into an interval."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from msgspec import Struct

from compare.judgement.units import is_count, is_rate
from compare.judgement.words import words_of
from compare.language.lexicon import Lexicon
from compare.language.numerals import Numerals, multiplied
from compare.model import Fact

HALF = Decimal("0.5")


class Interval(Struct, frozen=True):
    """Closed interval; None is without limit."""

    low: Decimal | None
    high: Decimal | None

    def meets(self, other: Interval) -> bool:
        """Whether the two have a value in common."""
        return not (self._ends_before(other) or other._ends_before(self))

    def _ends_before(self, other: Interval) -> bool:
        return self.high is not None and other.low is not None and self.high < other.low

    def mirrored(self) -> Interval:
        """The interval of the values with the other sign."""
        return Interval(None if self.high is None else -self.high, None if self.low is None else -self.low)

    def widened(self, by: Decimal) -> Interval:
        """The interval with ``by`` more at both ends."""
        return Interval(None if self.low is None else self.low - by, None if self.high is None else self.high + by)


def interval_of(fact: Fact, lexicon: Lexicon) -> Interval:
    """Values that the writing of ``fact`` allows, in its base unit.

    A figure without a bound is rounded to its last written digit, 以上 and 以内 are open on one side, 多 and 余 reach
    to the next step, about (约, 近, 左右) allows a step or the tolerance of 左右, whichever is more.
    """
    if fact.bound == "range" and fact.high is not None:
        return Interval(fact.value, fact.high)
    step = step_of(fact, lexicon)
    if fact.bound == "min":
        more = any(word in fact.written for word in words_of(lexicon).units.more)
        return _beyond(fact.value, _last_digit(fact.value) if more else None)
    if fact.bound == "max":
        return Interval(None, fact.value) if fact.value >= 0 else Interval(fact.value, None)
    if fact.bound == "approx":
        spread = max(step, _tolerance(fact, lexicon))
        return Interval(fact.value - spread, fact.value + spread)
    return Interval(fact.value - step * HALF, fact.value + step * HALF)


def step_of(fact: Fact, lexicon: Lexicon) -> Decimal:
    """One unit of the last written digit, in the base unit; 0 for things counted one by one (37部)."""
    numerals = lexicon.read("numerals", Numerals)
    pattern = _pattern("".join(words_of(lexicon).units.more), "".join(numerals.multipliers))
    numbers = tuple(pattern.finditer(fact.written))
    if not numbers:
        return _last_digit(fact.value)
    found = numbers[-1]
    factor = multiplied(found["scale"], numerals)
    decimals = len(found["decimals"] or "")
    if factor == 1 and not decimals and is_count(fact.unit, lexicon):
        return Decimal(0)
    return factor.scaleb(-decimals)


def growth_interval(old: Interval, new: Interval) -> Interval | None:
    """Per cent by which ``new`` exceeds ``old``; None where the base may be zero or below."""
    if old.low is None or old.low <= 0 or (new.low is not None and new.low < 0):
        return None
    low = None if new.low is None or old.high is None else (new.low / old.high - 1) * 100
    high = None if new.high is None else (new.high / old.low - 1) * 100
    return Interval(low, high)


def _beyond(value: Decimal, reach: Decimal | None) -> Interval:
    """From a value away from zero: 下降3%以上 is a fall of 3 per cent or more."""
    if value < 0:
        return _beyond(-value, reach).mirrored()
    return Interval(value, None if reach is None else value + reach)


def _tolerance(fact: Fact, lexicon: Lexicon) -> Decimal:
    tolerance = words_of(lexicon).tolerance
    if is_rate(fact.unit, lexicon):
        return Decimal(tolerance.points)
    return abs(fact.value) * Decimal(tolerance.percent) / 100


def _last_digit(value: Decimal) -> Decimal:
    """The place of the last digit that is not 0: 140 → 10, 0.25 → 0.01, 0 → 1."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(int(exponent)) if value else Decimal(1)


@cache
def _pattern(more: str, letters: str) -> re.Pattern[str]:
    return re.compile(rf"\d[\d,，\s]*(?:[.．]\s*(?P<decimals>\d+))?[{more}\s]*(?P<scale>[{letters}]*)")
