"""The fields of a government's work that a title names (就业, 外贸, 污染防治)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from compare.language.lexicon import Lexicon
from compare.language.schema import Schema

Fields = frozenset[str]


class Filling(Schema, frozen=True):
    """Words that stand beside a field in a title."""

    words: tuple[str, ...]


class FieldWords(Schema, frozen=True):
    """The tables of ``fields.toml``."""

    wide: Mapping[str, tuple[str, ...]]
    narrow: Mapping[str, tuple[str, ...]]
    filling: Filling


class FieldReader:
    """Reads the fields off titles; of two words of which one holds the other, the longer counts."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.read("fields", FieldWords)
        self._wide = _longest_first(words.wide)
        self._all = _longest_first(words.wide, words.narrow)
        self._filling = sorted(words.filling.words, key=lambda word: (-len(word), word))

    def of(self, title: str) -> Fields:
        """The fields that a title names, wholly or by a part of one."""
        return _read(title, self._all)[0]

    def as_a_whole(self, title: str) -> tuple[Fields, int]:
        """The fields that it names by words as wide as they are, and how many characters say something else."""
        found, rest = _read(title, self._wide)
        for word in self._filling:
            rest = rest.replace(word, "\0")
        return found, len(rest.replace("\0", ""))


def _longest_first(*tables: Mapping[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    """Each word with its field."""
    pairs = [(word, field) for table in tables for field, words in table.items() for word in words]
    return sorted(pairs, key=lambda pair: (-len(pair[0]), pair))


def _read(title: str, words: list[tuple[str, str]]) -> tuple[Fields, str]:
    """The fields, and the title with their words blanked out."""
    found: set[str] = set()
    rest = _QUOTES.sub("", title)
    for word, field in words:
        if word in rest:
            found.add(field)
            rest = rest.replace(word, "\0")
    return frozenset(found), rest


_QUOTES = re.compile("[“”]")
