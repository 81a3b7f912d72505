"""The schema of ``checks.toml``."""

from __future__ import annotations

from compare.language.lexicon import Lexicon
from compare.language.schema import Schema


class CheckNames(Schema, frozen=True):
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


class Thresholds(Schema, frozen=True):
    """Limits as decimal text, and likenesses."""

    revision: str
    slack: str
    same_words: float
    near: float


class Verdicts(Schema, frozen=True):
    """The neutral words."""

    differs: str
    revised: str
    basis: str


class Arithmetic(Schema, frozen=True):
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


class CheckWords(Schema, frozen=True):
    """All of ``checks.toml``."""

    names: CheckNames
    thresholds: Thresholds
    verdicts: Verdicts
    sentences: Arithmetic


def words_of(lexicon: Lexicon) -> CheckWords:
    """The table of checks of this lexicon."""
    return lexicon.read("checks", CheckWords)
