"""The schema of ``indicators.toml``, and the tables made of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from compare.language.lexicon import Lexicon

Lone = Literal["block", "weak", "amount", "free"]


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A regular expression and what it becomes, with a name that it changes and one that it must leave alone."""

    pattern: str
    to: str
    example: str
    counter: str


@dataclass(frozen=True, slots=True)
class Synonyms:
    """Words for one indicator. ``inside`` ones are also replaced within a longer name."""

    name: str
    words: tuple[str, ...]
    inside: bool = False


@dataclass(frozen=True, slots=True)
class Guard:
    """Words of which no two lists agree; see the lexicon for ``lone`` and ``drop``."""

    kind: str
    lone: Lone
    drop: bool
    values: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class NameWords:
    """Everything that decides whether two names are one indicator."""

    weak: tuple[str, ...]
    tails: tuple[str, ...]
    own: tuple[str, ...]
    areas: tuple[str, ...]
    list_marks: tuple[str, ...]
    nation: tuple[str, ...]
    nation_free: tuple[str, ...]
    general: frozenset[str]
    growth_tails: tuple[str, ...]
    change_words: tuple[str, ...]
    pointing: frozenset[str]
    plain_times: tuple[str, ...]
    plain_bases: tuple[str, ...]
    extras: tuple[str, ...]
    acts: tuple[tuple[str, ...], ...]
    no_acts: tuple[str, ...]
    rewrites: tuple[Rewrite, ...]
    synonyms: tuple[Synonyms, ...]
    guards: tuple[Guard, ...]


@dataclass(frozen=True, slots=True)
class PaceWords:
    """A growth told without a subject, which is the economy's."""

    name: str
    openings: frozenset[str]
    reasons: tuple[str, ...]
    behind: str
    example: str
    counter: str


@dataclass(frozen=True, slots=True)
class NoteWords:
    """What a row says about its figures."""

    basis: str
    bound: str
    predicted: str
    unstated: str


@dataclass(frozen=True, slots=True)
class IndicatorWords:
    """All of ``indicators.toml``."""

    names: NameWords
    pace: PaceWords
    notes: NoteWords


def words_of(lexicon: Lexicon) -> IndicatorWords:
    """The indicator table of this lexicon."""
    return lexicon.read("indicators", IndicatorWords)
