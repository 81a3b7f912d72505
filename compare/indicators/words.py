"""The schema of ``indicators.toml``, and the tables made of it."""

from __future__ import annotations

from typing import Literal

from compare.language.lexicon import Lexicon
from compare.language.schema import Schema

Lone = Literal["block", "weak", "amount", "free"]


class Rewrite(Schema, frozen=True):
    """A regular expression and what it becomes, with a name that it changes and one that it must leave alone."""

    pattern: str
    to: str
    example: str
    counter: str


class Synonyms(Schema, frozen=True):
    """Words for one indicator. ``inside`` ones are also replaced within a longer name."""

    name: str
    words: tuple[str, ...]
    inside: bool = False


class Guard(Schema, frozen=True):
    """Words of which no two lists agree; see the lexicon for ``lone`` and ``drop``."""

    kind: str
    lone: Lone
    drop: bool
    values: tuple[tuple[str, ...], ...]


class NameWords(Schema, frozen=True):
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


class PaceWords(Schema, frozen=True):
    """A growth told without a subject, which is the economy's."""

    name: str
    openings: frozenset[str]
    reasons: tuple[str, ...]
    behind: str
    example: str
    counter: str


class NoteWords(Schema, frozen=True):
    """What a row says about its figures."""

    basis: str
    bound: str
    predicted: str
    unstated: str


class IndicatorWords(Schema, frozen=True):
    """All of ``indicators.toml``."""

    names: NameWords
    pace: PaceWords
    notes: NoteWords


def words_of(lexicon: Lexicon) -> IndicatorWords:
    """The indicator table of this lexicon."""
    return lexicon.read("indicators", IndicatorWords)
