"""Which sentences are headings: those with a label, those that the format marks, and topic sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from compare.language.lexicon import Lexicon
from compare.model import Block, SectionKind


@dataclass(frozen=True, slots=True)
class Label:
    """A kind of numbering. Rank 0: no fixed place, one level below what it stands under."""

    name: str
    pattern: str
    kind: SectionKind
    rank: int
    example: str
    counter: str


@dataclass(frozen=True, slots=True)
class Topic:
    """What a topic sentence looks like and what it never is."""

    longest: int
    not_first: tuple[str, ...]
    not_inside: tuple[str, ...]
    leads_in: str


@dataclass(frozen=True, slots=True)
class Headings:
    """The tables of ``headings.toml``."""

    label: tuple[Label, ...]
    topic: Topic


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence before it has a place in the tree."""

    block: int
    start: int
    text: str
    first: bool
    """Opens its block."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A piece that is a heading."""

    piece: int
    title: str
    label: str
    kind: SectionKind
    rank: int
    style_level: int | None
    own_line: bool
    """Stands alone, its text follows in other paragraphs."""
    whole: bool = True
    """The heading is the whole sentence; False where a bold lead runs on."""


class HeadingFinder:
    """Finds the headings by the rules of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        rules = lexicon.read("headings", Headings)
        self._labels = tuple((re.compile(label.pattern), label) for label in rules.label)
        self._topic = rules.topic
        self._not_first = re.compile("|".join(f"(?:{p})" for p in rules.topic.not_first))
        self._not_inside = re.compile("|".join(f"(?:{p})" for p in rules.topic.not_inside))

    @cached_property
    def _digits(self) -> re.Pattern[str]:
        return re.compile(r"\d")

    def label(self, text: str) -> tuple[str, Label] | None:
        """The label that a text begins with, and its kind."""
        for pattern, label in self._labels:
            if match := pattern.match(text):
                return match[0], label
        return None

    def find(self, pieces: Sequence[Piece], blocks: Sequence[Block]) -> list[Heading]:
        """All headings among the pieces, in order."""
        counts: dict[int, int] = {}
        for piece in pieces:
            counts[piece.block] = counts.get(piece.block, 0) + 1
        found: list[Heading] = []
        for number, piece in enumerate(pieces):
            if not piece.first or blocks[piece.block].kind != "text":
                continue
            heading = self._heading(number, piece, blocks[piece.block], counts[piece.block])
            if heading:
                found.append(heading)
        return found

    def _heading(self, number: int, piece: Piece, block: Block, count: int) -> Heading | None:
        own_line = count == 1
        labelled = self.label(piece.text)
        if labelled:
            text, label = labelled
            if not self._is_labelled_heading(piece.text, label, own_line):
                return None
            return Heading(number, piece.text, text, label.kind, label.rank, block.style_level, own_line)
        if block.style_level:
            return Heading(number, piece.text, "", "style", 0, block.style_level, own_line)
        if not own_line and self.is_topic(piece.text):
            return Heading(number, piece.text, "", "topic", 0, None, False)
        return None

    def _is_labelled_heading(self, text: str, label: Label, own_line: bool) -> bool:
        if label.rank and label.rank <= 4:
            return len(text) <= 80
        if own_line:
            return len(text) <= 40 and not text.endswith(("。", "；", ";", "，"))
        return len(text) <= 45 and text.endswith("。")

    def is_topic(self, text: str) -> bool:
        """Whether a sentence by its own form may name the topic of those that follow."""
        return (
            5 <= len(text) <= self._topic.longest
            and text.endswith("。")
            and not self._digits.search(text)
            and text.count("，") <= 1
            and not self._not_first.match(text)
            and not self._not_inside.search(text)
        )
