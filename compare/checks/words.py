"""The schema of ``checks.toml``."""

from __future__ import annotations

from dataclasses import dataclass

from compare.language.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class CheckNames:
    """Words in names and around figures that decide what must tie."""

    constant: tuple[str, ...]
    shown: tuple[str, ...]
    other_basis: tuple[str, ...]
    averages: tuple[str, ...]
    long_spans: tuple[str, ...]
    additions: tuple[str, ...]
    reaching: tuple[str, ...]
    passing: tuple[str, ...]
    shares: tuple[str, ...]
    may_pass: tuple[str, ...]
    part: str
    quotients: tuple[str, ...]
    share: str


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Limits as decimal text, and likenesses."""

    revision: str
    slack: str
    same_words: float
    near: float


@dataclass(frozen=True, slots=True)
class Verdicts:
    """The neutral words."""

    differs: str
    revised: str
    basis: str


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """Templates of the one sentence that each check says."""

    growth: str
    nominal: str
    other: str
    base: str
    delta: str
    values: str
    values_basis: str
    part: str
    share: str
    above: str
    from_to: str
    target: str
    unstated: str


@dataclass(frozen=True, slots=True)
class CheckWords:
    """All of ``checks.toml``."""

    names: CheckNames
    thresholds: Thresholds
    verdicts: Verdicts
    sentences: Arithmetic


def words_of(lexicon: Lexicon) -> CheckWords:
    """The table of checks of this lexicon."""
    return lexicon.read("checks", CheckWords)
