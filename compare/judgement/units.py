"""Units: what converts into what, and how a difference is written for a reader."""

from __future__ import annotations

from decimal import Decimal

from compare.judgement.words import UnitWords, words_of
from compare.language.lexicon import Lexicon


def convert(value: Decimal, unit: str, into: str, lexicon: Lexicon) -> Decimal | None:
    """``value`` in another unit; None where the two don't convert. Units that count things are all alike."""
    words = words_of(lexicon).units
    if unit == into or (unit in words.counts and into in words.counts):
        return value
    for scale in words.scales.values():
        if unit in scale and into in scale:
            return value * Decimal(scale[unit]) / Decimal(scale[into])
    return None


def same_kind(unit: str, other: str, lexicon: Lexicon) -> bool:
    """Whether figures in the two units can stand in one row."""
    return convert(Decimal(1), unit, other, lexicon) is not None


def kind_of(unit: str, lexicon: Lexicon) -> str:
    """The kind of quantity that the unit measures: units of one kind convert. Things that are counted are one kind."""
    words = words_of(lexicon).units
    if unit in words.counts:
        return "count"
    return next((kind for kind, scale in words.scales.items() if unit in scale), unit)


def base_value(value: Decimal, unit: str, lexicon: Lexicon) -> Decimal:
    """The value in the smallest unit of its kind, so that values of one kind can be held against one another."""
    scales = words_of(lexicon).units.scales.values()
    return next((value * Decimal(scale[unit]) for scale in scales if unit in scale), value)


def is_rate(unit: str, lexicon: Lexicon) -> bool:
    """Per cent, per mille and points: differences are points, and there is no completion."""
    return unit in words_of(lexicon).units.rates


def is_count(unit: str, lexicon: Lexicon) -> bool:
    """Whole things, so that a figure without a multiplier is exact. People count as well as objects do."""
    words: UnitWords = words_of(lexicon).units
    return unit in words.counts


def shown(value: Decimal, unit: str, lexicon: Lexicon) -> str:
    """A figure as a reader expects it: 140000000 人 → 1.4亿人; the sign is kept, trailing zeros are not."""
    scales = words_of(lexicon).scales
    for name, factor in zip(scales.names, scales.values, strict=True):
        if abs(value) >= Decimal(factor):
            return f"{plain(value / Decimal(factor))}{name}{unit}"
    return f"{plain(value, 2 if is_rate(unit, lexicon) else 4)}{unit}"


def plain(value: Decimal, places: int = 4) -> str:
    """At most so many places behind the point, no exponent, no trailing zeros."""
    text = f"{round(value, places):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
