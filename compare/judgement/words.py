"""The schema of ``judgement.toml``."""

from __future__ import annotations

from collections.abc import Mapping

from compare.language.lexicon import Lexicon
from compare.language.schema import Schema


class Tolerance(Schema, frozen=True):
    """What 左右 allows on the worse side, as decimal text."""

    points: str
    percent: str


class UnitWords(Schema, frozen=True):
    """Which units are rates or counts, and how the rest convert."""

    rates: frozenset[str]
    more: tuple[str, ...]
    counts: frozenset[str]
    scales: Mapping[str, Mapping[str, str]]
    growth: Mapping[str, str]


class SideWords(Schema, frozen=True):
    """Words at the end of an indicator's name that say which side is better."""

    higher: tuple[str, ...]
    lower: tuple[str, ...]
    ceiling: tuple[str, ...]
    neutral: tuple[str, ...]
    taking: tuple[str, ...]


class SameBasis(Schema, frozen=True):
    """Groups of words for one and the same basis, and words that forbid nothing."""

    region: tuple[tuple[str, ...], ...]
    scope: tuple[tuple[str, ...], ...]
    time: tuple[tuple[str, ...], ...]
    price: tuple[tuple[str, ...], ...]
    free: frozenset[str]
    averages: frozenset[str]
    means: frozenset[str]
    named_scopes: tuple[str, ...]
    growth_names: tuple[str, ...]


class Scales(Schema, frozen=True):
    """Multipliers for writing a figure, largest first, and the unit of a difference of rates."""

    names: tuple[str, ...]
    values: tuple[str, ...]
    point: str


class SentenceWords(Schema, frozen=True):
    """Templates of the verdict's one sentence."""

    better_higher: str
    better_lower: str
    better_fall: str
    below_ceiling: str
    equal: str
    inside: str
    near: str
    missed_higher: str
    missed_lower: str
    missed_fall: str
    measures_differ: str
    units_differ: str
    basis_differ: str
    year: str
    neutral: str
    bound: str
    precision: str
    measures: Mapping[str, str]
    bounds: Mapping[str, str]
    falls: Mapping[str, str]


class JudgementWords(Schema, frozen=True):
    """All of ``judgement.toml``."""

    tolerance: Tolerance
    units: UnitWords
    sides: SideWords
    same_basis: SameBasis
    scales: Scales
    sentences: SentenceWords


def words_of(lexicon: Lexicon) -> JudgementWords:
    """The judgement table of this lexicon."""
    return lexicon.read("judgement", JudgementWords)
