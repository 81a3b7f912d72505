"""The schema of ``judgement.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from compare.language.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Tolerance:
    """What 左右 allows on the worse side, as decimal text."""

    points: str
    percent: str


@dataclass(frozen=True, slots=True)
class UnitWords:
    """Which units are rates or counts, and how the rest convert."""

    rates: frozenset[str]
    more: tuple[str, ...]
    counts: frozenset[str]
    scales: Mapping[str, Mapping[str, str]]
    growth: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SideWords:
    """Words at the end of an indicator's name that say which side is better."""

    higher: tuple[str, ...]
    lower: tuple[str, ...]
    ceiling: tuple[str, ...]
    neutral: tuple[str, ...]
    taking: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SameBasis:
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


@dataclass(frozen=True, slots=True)
class Scales:
    """Multipliers for writing a figure, largest first, and the unit of a difference of rates."""

    names: tuple[str, ...]
    values: tuple[str, ...]
    point: str


@dataclass(frozen=True, slots=True)
class SentenceWords:
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


@dataclass(frozen=True, slots=True)
class JudgementWords:
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
