"""All headings of a report: marked ones first, then the topic sentences between them."""

from __future__ import annotations

from collections.abc import Sequence

from compare.language.lexicon import Lexicon
from compare.model import Block
from compare.outline.headings import MarkedHeadings
from compare.outline.inner_topics import find_inner_topics, to_headings
from compare.outline.pieces import Heading, Paragraph, Piece
from compare.outline.topics import Group, TopicForm, find_topics


def find_headings(
    pieces: Sequence[Piece], paragraphs: Sequence[Paragraph], blocks: Sequence[Block], lexicon: Lexicon
) -> list[Heading]:
    """Every heading, in order."""
    form = TopicForm(lexicon)
    marked = MarkedHeadings(lexicon).find(pieces, paragraphs, blocks)
    partings = find_inner_topics(pieces, paragraphs, form)
    groups = _groups(paragraphs, marked, blocks)
    headings = [heading for heading in marked if heading]
    headings += find_topics(pieces, paragraphs, groups, form)
    headings += to_headings(partings, pieces)
    unique = {heading.piece: heading for heading in reversed(headings)}
    return [unique[piece] for piece in sorted(unique)]


def _groups(
    paragraphs: Sequence[Paragraph], marked: Sequence[Heading | None], blocks: Sequence[Block]
) -> list[Group]:
    """The unmarked paragraphs, parted by the marked headings."""
    groups: list[Group] = []
    over: Heading | None = None
    members: list[int] = []
    for number, heading in enumerate(marked):
        if heading:
            groups.append(Group(over, tuple(members), review=True))
            over, members = heading, []
        elif blocks[paragraphs[number].block].kind == "text":
            members.append(number)
    groups.append(Group(over, tuple(members), review=True))
    return [group for group in groups if group.members]
