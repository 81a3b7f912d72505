"""Sentences before they have a place in the tree, and the paragraphs that they make up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compare.model import Block, SectionKind
from compare.outline.sentences import split_sentences

SECTION_RANK = 3
"""Numbering of this rank or above (第一部分, 一、) opens the great parts of a report."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence of a block: ``text`` stands in the block's text from ``start`` on."""

    block: int
    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The pieces ``first`` to ``last`` (exclusive) of one block."""

    block: int
    first: int
    last: int
    size: int
    """Characters."""

    @property
    def count(self) -> int:
        """How many sentences it has."""
        return self.last - self.first


@dataclass(frozen=True, slots=True)
class Heading:
    """A piece that is a heading, or whose beginning is one."""

    piece: int
    title: str
    label: str = ""
    kind: SectionKind = "topic"
    rank: int = 0
    """The place of its numbering among the kinds of numbering; 0 for none."""
    style_level: int | None = None
    own_line: bool = False
    """It stands alone; its text follows in other paragraphs."""
    whole: bool = True
    """The heading is the whole sentence; False where a bold lead runs on into one."""
    inner: bool = False
    """A topic sentence in the middle of a paragraph."""
    lead: int | None = None
    """For an inner topic: the piece that opens its paragraph, where the topic stands under and not beside it."""
    beside: int | None = None
    """The piece of the item which it follows and does not stand under."""
    apart: bool = False
    """It stands outside the numbered list that goes before it."""


def cut_pieces(blocks: Sequence[Block]) -> tuple[list[Piece], list[Paragraph]]:
    """All sentences of the report's text and tables, and its paragraphs, in order."""
    pieces: list[Piece] = []
    paragraphs: list[Paragraph] = []
    for index, block in enumerate(blocks):
        if block.kind not in ("text", "table"):
            continue
        first = len(pieces)
        pieces.extend(Piece(index, start, block.text[start:end]) for start, end in split_sentences(block.text))
        paragraphs.append(Paragraph(index, first, len(pieces), len(block.text)))
    return pieces, paragraphs
