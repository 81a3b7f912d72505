"""Normalising one raw line on a copy, so that every clean character keeps its way back.

Two kinds of step only, and both keep the way back trivial: a character is put in another's place (full width by half
width), or characters are dropped (stray spaces, what Markdown and LaTeX left behind). The rules are data:
``cleaning.toml``.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import cache

from msgspec import Struct

from compare.language.lexicon import Lexicon
from compare.language.schema import Schema


class Drop(Schema, frozen=True):
    """Characters that are taken out: the groups of the pattern, or all of it where it has none."""

    name: str
    pattern: str
    example: str
    """A text in which the pattern drops something."""
    result: str
    """What is left of the example."""
    counter: str
    """A text like it which stays as it is."""


class Swap(Schema, frozen=True):
    """Single characters that take another's place wherever the pattern finds them."""

    name: str
    pattern: str
    characters: dict[str, str]
    example: str
    result: str
    counter: str


class Cleaning(Schema, frozen=True):
    """The rules of ``cleaning.toml``."""

    swap: tuple[Swap, ...]
    drop: tuple[Drop, ...]
    note_mark: str
    page_number: str
    contents_title: str
    contents_line: str
    editorial: tuple[str, ...]
    tail: tuple[str, ...]
    salutation: str
    presentation: str
    part_heading: str
    title: str
    delivery: str


class Clean(Struct, frozen=True):
    """A cleaned line: its text, the kept stretches (clean start, length, raw offset) and note marks taken off."""

    text: str
    kept: tuple[tuple[int, int, int], ...]
    note_marks: tuple[tuple[int, str], ...] = ()

    def position(self, raw: int) -> int:
        """Where in the clean text the raw offset (or the first kept character behind it) stands."""
        at = bisect_right(self.kept, raw, key=lambda kept: kept[2] + kept[1])
        if at == len(self.kept):
            return len(self.text)
        start, _, offset = self.kept[at]
        return start + max(0, raw - offset)


class Cleaner:
    """Cleans line after line by the rules of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        rules = lexicon.read("cleaning", Cleaning)
        self._swaps = tuple((re.compile(rule.pattern), rule.characters) for rule in rules.swap)
        self._drops = tuple(re.compile(rule.pattern) for rule in rules.drop)
        self._note_mark = re.compile(rules.note_mark)

    def clean(self, raw: str) -> Clean:
        """The clean copy of a raw line."""
        text = self._swapped(raw.translate(_widths()))
        gone = bytearray(len(text))
        marks = [(match.start(), match.end()) for match in self._note_mark.finditer(text)]
        for start, end in marks:
            gone[start:end] = b"\x01" * (end - start)
        text_now, places = _left(text, gone)
        for pattern in self._drops:
            matches = list(pattern.finditer(text_now))
            for match in matches:
                for group in range(1, pattern.groups + 1) if pattern.groups else (0,):
                    for index in range(*match.span(group)):
                        gone[places[index]] = 1
            if matches:
                text_now, places = _left(text, gone)
        return _assembled(text, gone, marks)

    def _swapped(self, text: str) -> str:
        for pattern, characters in self._swaps:
            text = pattern.sub(lambda match, to=characters: to.get(match[0], match[0]), text)  # type: ignore[misc]
        return text


def _left(text: str, gone: bytearray) -> tuple[str, range | list[int]]:
    """The text without what is gone already, and for each of its characters the place in the whole."""
    if not any(gone):
        return text, range(len(text))
    places = [index for index in range(len(text)) if not gone[index]]
    return "".join(text[index] for index in places), places


def _assembled(text: str, gone: bytearray, marks: list[tuple[int, int]]) -> Clean:
    kept: list[tuple[int, int, int]] = []
    pieces: list[str] = []
    length = 0
    for match in re.finditer(rb"\x00+", bytes(gone)):
        kept.append((length, match.end() - match.start(), match.start()))
        pieces.append(text[match.start() : match.end()])
        length += match.end() - match.start()
    clean = Clean("".join(pieces), tuple(kept))
    if not marks:
        return clean
    noted = tuple((clean.position(end), text[start:end]) for start, end in marks)
    return Clean(clean.text, clean.kept, noted)


@cache
def _widths() -> dict[int, int]:
    """Full-width letters, digits and number signs, wide spaces and CJK radicals: one character for one."""
    table = {0x3000: 0x20, 0xA0: 0x20, 0x09: 0x20, 0x0C: 0x20, 0x0B: 0x20}
    for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B), 0xFF05, 0xFF0B, 0xFF0E):
        table[code] = code - 0xFEE0
    for code in (*range(0x2000, 0x200B), 0x202F, 0x205F):
        table[code] = 0x20
    for code in (*range(0x2E80, 0x2FD6), *range(0xF900, 0xFAFF)):
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1 and plain != chr(code):
            table[code] = ord(plain)
    return table
