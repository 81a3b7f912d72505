"""Which sentences are headings: those with a label, those that the format marks, and topic sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.language.lexicon import Lexicon
from compare.language.schema import Schema
from compare.model import Block, SectionKind
from compare.outline.pieces import Heading, Items, Paragraph, Piece


class Label(Schema, frozen=True):
    """A kind of numbering. Rank 0: no fixed place, one level below what it stands under."""

    name: str
    pattern: str
    kind: SectionKind
    rank: int
    example: str
    counter: str


class Topic(Schema, frozen=True):
    """What a topic sentence looks like and what it never is."""

    longest: int
    commas: int
    longest_inner: int
    review_lead: str
    not_first: tuple[str, ...]
    not_inside: tuple[str, ...]
    statement: str
    event: tuple[str, ...]
    action: str
    ordinal: str
    first_item: str
    address: str
    apart: tuple[str, ...]
    enumeration: str
    lead_in: str
    turn: str
    named_digits: str
    measure: str
    common: tuple[str, ...]
    conclusion: str


class Headings(Schema, frozen=True):
    """The tables of ``headings.toml``."""

    label: tuple[Label, ...]
    topic: Topic


def find_items(lexicon: Lexicon) -> Items:
    """How the items of runs of ordinals begin."""
    topic = lexicon.read("headings", Headings).topic
    return Items(re.compile(topic.first_item), re.compile(topic.ordinal))


MOST_BOLD = 0.4
"""Share of a text in bold from which on bold marks nothing."""
PAUSES = "，：、,:"
LONGEST_ITEM = 45
"""Characters of an item that is a topic; a longer one is the text itself."""


class MarkedHeadings:
    """Finds the headings that carry a mark of their own: a label, a style, bold type."""

    def __init__(self, lexicon: Lexicon) -> None:
        rules = lexicon.read("headings", Headings)
        self._labels = tuple((re.compile(label.pattern), label) for label in rules.label)
        self._address = re.compile(rules.topic.address)

    def find(
        self, pieces: Sequence[Piece], paragraphs: Sequence[Paragraph], blocks: Sequence[Block]
    ) -> list[Heading | None]:
        """For each paragraph its marked heading or None."""
        bold = sum(end - start for block in blocks for start, end in block.bold)
        marks = bold <= MOST_BOLD * sum(len(block.text) for block in blocks if block.kind == "text")
        return [
            self._heading(pieces[paragraph.first], paragraph, blocks[paragraph.block], by_bold=marks)
            if blocks[paragraph.block].kind == "text"
            else None
            for paragraph in paragraphs
        ]

    def label(self, text: str) -> tuple[str, Label] | None:
        """The label that a text begins with, and its kind."""
        for pattern, label in self._labels:
            if match := pattern.match(text):
                return match[0], label
        return None

    def _heading(self, piece: Piece, paragraph: Paragraph, block: Block, *, by_bold: bool) -> Heading | None:
        number, own_line = paragraph.first, paragraph.count == 1
        if self._address.match(piece.text):
            return None
        lead = _bold_lead(piece, block) if by_bold else None
        if labelled := self.label(piece.text):
            text, label = labelled
            title = piece.text if lead is None or len(lead) <= len(text) else lead
            if not (lead or _is_labelled_heading(piece.text, label, own_line)):
                return None
            return Heading(
                number, title, text, label.kind, label.rank, block.style_level, own_line and title == piece.text
            )
        if block.style_level and own_line:
            return Heading(number, piece.text, kind="style", style_level=block.style_level, own_line=True)
        if (
            lead
            and not lead.endswith(("：", ":"))
            and not (own_line and len(lead) == len(block.text) and lead.endswith("。"))
        ):
            whole = len(lead) == len(piece.text)
            return Heading(number, lead, kind="style", own_line=own_line and whole, whole=whole)
        return None


def first_clause(text: str, label: str) -> str:
    """What a sentence says behind its label up to the first comma or semicolon, with the label."""
    return label + re.split("[，；,;]", text[len(label) :], maxsplit=1)[0]


def _is_labelled_heading(text: str, label: Label, own_line: bool) -> bool:
    if 0 < label.rank <= 4:
        return len(text) <= 80
    if own_line:
        return len(text) <= 40 and not text.endswith(("；", ";", "，")) and text.count("。") <= 1
    return len(text) <= LONGEST_ITEM and text.endswith("。")


def _bold_lead(piece: Piece, block: Block) -> str | None:
    """The bold beginning of a paragraph, as far as its sentence goes; None where there is none or all is bold."""
    end = 0
    for start, stop in block.bold:
        if start > end:
            break
        end = max(end, stop)
    if end == 0:
        return None
    if end > len(piece.text) + 1:
        return None
    if end >= len(piece.text) - 1:
        return piece.text if len(piece.text) <= 80 else None
    lead = piece.text[:end].rstrip(PAUSES)
    if not 4 <= len(lead) <= 60 or piece.text[len(lead)] not in PAUSES:
        return None
    return lead
