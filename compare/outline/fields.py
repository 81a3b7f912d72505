"""The fields of a government's work that a title names (就业, 外贸, 污染防治)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

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
    """Reads the fields off titles; of two words that begin at one place, the longer counts."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.read("fields", FieldWords)
        self._wide = _by_first(words.wide)
        self._all = _by_first(words.wide, words.narrow)
        self._filling = words.filling.words

    def of(self, title: str) -> Fields:
        """The fields that a title names, wholly or by a part of one."""
        return _read(title, self._all)[0]

    def as_a_whole(self, title: str) -> tuple[Fields, int]:
        """The fields that it names by words as wide as they are, and how many characters say something else."""
        found, parts = _read(title, self._wide)
        rest = "\0".join(parts)
        for word in sorted(self._filling, key=len, reverse=True):
            rest = rest.replace(word, "\0")
        return found, len(rest.replace("\0", ""))


@cache
def field_reader(lexicon: Lexicon) -> FieldReader:
    """The reader of a lexicon, made once."""
    return FieldReader(lexicon)


Words = Mapping[str, list[tuple[str, str]]]
"""Words with their fields by the first character, the longest first."""


def _by_first(*tables: Mapping[str, tuple[str, ...]]) -> Words:
    out: dict[str, list[tuple[str, str]]] = {}
    for table in tables:
        for field, words in table.items():
            for word in words:
                out.setdefault(word[0], []).append((word, field))
    for pairs in out.values():
        pairs.sort(key=lambda pair: -len(pair[0]))
    return out


def _read(title: str, words: Words) -> tuple[Fields, list[str]]:
    """The fields, and what stands between their words; marks of quotation hide no word."""
    text = title.replace("“", "").replace("”", "")
    found: set[str] = set()
    between: list[str] = []
    at = behind = 0
    while at < len(text):
        for word, field in words.get(text[at], ()):
            if text.startswith(word, at):
                found.add(field)
                between.append(text[behind:at])
                at = behind = at + len(word)
                break
        else:
            at += 1
    return frozenset(found), [*between, text[behind:]]
