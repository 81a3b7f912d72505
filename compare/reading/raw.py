"""What a format's reader hands over: lines or paragraphs just as the file holds them, before any cleaning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from compare.model import Cell, Notice

RawKind = Literal["line", "paragraph", "cell", "note"]


@dataclass(frozen=True, slots=True)
class RawLine:
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
    furniture: bool = False
    """The format itself says that this is a running head, a page number or the like."""


@dataclass(frozen=True, slots=True)
class Raw:
    """A whole file as its format's reader saw it."""

    format: str
    lines: tuple[RawLine, ...]
    pages: int | None = None
    notices: tuple[Notice, ...] = ()
