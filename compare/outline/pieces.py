"""Sentences before they have a place in the tree, and the paragraphs that they make up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from msgspec import Struct

from compare.model import Block, SectionKind
from compare.outline.sentences import split_sentences

NUMERALS = "一二三四五六七八九十"
SECTION_RANK = 3
"""Numbering of this rank or above (第一部分, 一、) opens the great parts of a report."""

MANY_PARAGRAPHS = 40
SMALL_PARAGRAPH = 130
"""Characters; the reports at hand have paragraphs of 160 to 420 in the middle, and those cut small of 20 to 112."""


class Piece(Struct, frozen=True):
    """A sentence of a block: ``text`` stands in the block's text from ``start`` on."""

    block: int
    start: int
    text: str


class Paragraph(Struct, frozen=True):
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


def is_cut_small(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a text is cut into paragraphs so short that a new one says little about a new subject."""
    sizes = [paragraph.size for paragraph in paragraphs if paragraph.count > 1]
    return bool(sizes) and len(sizes) >= MANY_PARAGRAPHS and median(sizes) < SMALL_PARAGRAPH


class Heading(Struct, frozen=True):
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
    under: int | None = None
    """For an item of a run of ordinals: the piece of the topic which the run stands under, if there is one."""
    apart: bool = False
    """It stands outside the numbered list that goes before it."""


class Items(Struct, frozen=True):
    """What the items of a run of ordinals look like: the first behind words that lead in, and any by itself."""

    first: re.Pattern[str]
    """Ends where the first item begins, within a sentence (必须把握好以下原则：一是…)."""
    any: re.Pattern[str]
    """Matches where a sentence is an item."""


def cut_pieces(blocks: Sequence[Block], items: Items) -> tuple[list[Piece], list[Paragraph]]:
    """All sentences of the report's text and tables, and its paragraphs, in order."""
    texts = [(index, block) for index, block in enumerate(blocks) if block.kind in ("text", "table")]
    follow = [block.text if block.kind == "text" else "" for _, block in texts]
    pieces: list[Piece] = []
    paragraphs: list[Paragraph] = []
    for (index, block), follows in zip(texts, [*follow[1:], ""][: len(texts)], strict=True):
        first = len(pieces)
        pieces.extend(Piece(index, start, block.text[start:end]) for start, end in _parted(block, follows, items))
        paragraphs.append(Paragraph(index, first, len(pieces), len(block.text)))
    return pieces, paragraphs


def _parted(block: Block, follows: str, items: Items) -> list[tuple[int, int]]:
    """The sentences, and apart from the lead-in before it the first item of a run whose items are sentences.

    Such an item has text of its own behind it, and another item follows in the paragraph or opens the next.
    """
    spans = split_sentences(block.text)
    begins = [bool(items.any.match(block.text, start)) for start, _ in spans]
    last = max((number for number, begun in enumerate(begins) if begun), default=-1)
    opened = bool(items.any.match(follows))
    out: list[tuple[int, int]] = []
    for number, (start, end) in enumerate(spans):
        colon = items.first.search(block.text, start, end)
        goes_on = last > number or opened
        has_text = number + 1 < len(spans) and not begins[number + 1]
        if colon and has_text and goes_on and "；" not in block.text[colon.end() : end]:
            out += [(start, colon.end()), (colon.end(), end)]
        else:
            out.append((start, end))
    return out


def ordinal_number(label: str) -> int:
    """The number of an ordinal label (三是 → 3), 0 where it has none."""
    numeral = "".join(character for character in label if character in NUMERALS)
    tens, ten, ones = numeral.partition("十")
    if not numeral:
        return 0
    return (NUMERALS.index(tens or "一") + 1) * 10 * bool(ten) + (
        NUMERALS.index((ones if ten else numeral)[:1]) + 1 if (ones if ten else numeral) else 0
    )
