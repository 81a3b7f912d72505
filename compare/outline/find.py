"""All headings of a report: marked ones first, then the topic sentences between them."""

from __future__ import annotations

from collections.abc import Sequence

from compare.language.lexicon import Lexicon
from compare.model import Block
from compare.outline.headings import MarkedHeadings
from compare.outline.inner_topics import find_inner_topics
from compare.outline.parts import Ends
from compare.outline.pieces import Heading, Paragraph, Piece
from compare.outline.roles import Place, RoleReader
from compare.outline.topics import Group, TopicForm, find_topics

SECTION_RANK = 3
"""Numbering of this rank or above (第一部分, 一、) opens the great parts of a report."""
LEADS = 3
"""A paragraph is led by a label, by a topic sentence, or by nothing."""


def find_headings(
    pieces: Sequence[Piece],
    paragraphs: Sequence[Paragraph],
    blocks: Sequence[Block],
    lexicon: Lexicon,
    reader: RoleReader,
    ends: Ends,
) -> list[Heading]:
    """Every heading, in order."""
    form = TopicForm(lexicon)
    finder = MarkedHeadings(lexicon)
    marked = _with_annexes(finder.find(pieces, paragraphs, blocks), pieces, paragraphs, ends)
    topics = find_topics(pieces, paragraphs, _groups(paragraphs, marked, blocks, reader, ends), form)
    led = {heading.piece for heading in topics} | {heading.piece for heading in marked if heading}
    unlisted = {heading.piece for heading in topics} | {h.piece for h in marked if h and h.kind != "numbered"}
    ordinals = finder.inner_ordinals(pieces, paragraphs, unlisted)
    alike = _alike_built(pieces, paragraphs, marked, blocks, led, ends)
    for heading in ordinals:
        alike.pop(heading.paragraph, None)
    labelled = {number for number, heading in enumerate(marked) if heading and heading.label}
    inner = find_inner_topics(pieces, paragraphs, alike, labelled, form)
    headings = [heading for heading in marked if heading] + topics + [o.heading for o in ordinals] + inner
    unique = {heading.piece: heading for heading in reversed(headings)}
    return [unique[piece] for piece in sorted(unique)]


def _with_annexes(
    marked: Sequence[Heading | None], pieces: Sequence[Piece], paragraphs: Sequence[Paragraph], ends: Ends
) -> list[Heading | None]:
    """The annexes' titles as headings of the highest rank; a glossary's numbered terms are none."""
    out = list(marked)
    for number in range(ends.first_annex, len(paragraphs)):
        heading, paragraph = out[number], paragraphs[number]
        if number in ends.annexes:
            out[number] = Heading(paragraph.first, pieces[paragraph.first].text, "", "annex", 1, own_line=True)
        elif heading and not heading.style_level and heading.own_line and heading.title.endswith("。"):
            out[number] = None
    return out


def _groups(
    paragraphs: Sequence[Paragraph],
    marked: Sequence[Heading | None],
    blocks: Sequence[Block],
    reader: RoleReader,
    ends: Ends,
) -> list[Group]:
    """The unmarked paragraphs, parted by the marked headings."""
    groups: list[Group] = []
    over: Heading | None = None
    section: Place | None = None
    members: list[int] = []
    for number, heading in enumerate(marked):
        if heading:
            groups.append(Group(over, tuple(members), section is not None and section.role == "review"))
            over, members = heading, []
            if 0 < heading.rank <= SECTION_RANK:
                section = reader.section(heading.title, section)
        elif blocks[paragraphs[number].block].kind == "text" and number < ends.closing:
            members.append(number)
    groups.append(Group(over, tuple(members), section is not None and section.role == "review"))
    return [group for group in groups if group.members]


def _alike_built(
    pieces: Sequence[Piece],
    paragraphs: Sequence[Paragraph],
    marked: Sequence[Heading | None],
    blocks: Sequence[Block],
    led: set[int],
    ends: Ends,
) -> dict[int, int]:
    """For each paragraph that inner topics may part, a number for its kind: the section it stands in and its lead."""
    kinds: dict[int, int] = {}
    part = 0
    for number, paragraph in enumerate(paragraphs):
        heading = marked[number]
        if heading and 0 < heading.rank <= SECTION_RANK:
            part += LEADS
        if blocks[paragraph.block].kind == "text" and paragraph.count >= 4 and number < ends.closing:
            kinds[number] = part + (0 if heading else 1 if paragraph.first in led else 2)
    return kinds
