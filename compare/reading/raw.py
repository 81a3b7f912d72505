"""What a format's reader hands over: lines or paragraphs just as the file holds them, before any cleaning."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from compare.errors import InputError
from compare.model import Cell, Notice

RawKind = Literal["line", "paragraph", "cell", "note"]


class RawLine(Struct, frozen=True):
    """A piece of text with its looks.

    ``line``: a line of a format that knows only lines (it may be a part of a paragraph); ``paragraph``: a paragraph
    that the format itself marks; ``cell``: a table cell; ``note``: a foot- or endnote.
    """

    text: str
    kind: RawKind = "line"
    gap: int = 0
    """Empty lines (or paragraphs) before it."""
    page: int | None = None
    style_level: int | None = None
    bold: tuple[tuple[int, int], ...] = ()
    """Spans of ``text`` in bold."""
    cell: Cell | None = None
    label: str = ""
    """Numbering that the format generates and that is not part of ``text``."""
    goes_on: bool | None = None
    """Whether it goes on with the line before it, where the format's geometry tells."""
    furniture: bool = False
    """The format itself says that this is a running head, a page number or the like."""


class Raw(Struct, frozen=True):
    """A whole file as its format's reader saw it."""

    format: str
    lines: tuple[RawLine, ...]
    pages: int | None = None
    notices: tuple[Notice, ...] = ()


CHARACTER_LIMIT = 600_000
"""A report has 10,000 to 40,000 characters."""
LINE_LIMIT = 30_000


def within_limits(lines: Iterable[RawLine], file: str) -> Iterator[RawLine]:
    """The lines, as long as they are no more than any report has; InputError as soon as they are."""
    characters = 0
    for number, line in enumerate(lines, 1):
        characters += len(line.text)
        if characters > CHARACTER_LIMIT or number > LINE_LIMIT:
            problem = f"holds more than {CHARACTER_LIMIT:,} characters or {LINE_LIMIT:,} lines"
            raise InputError(file, problem, "that is more than any report has; give one report's file")
        yield line
