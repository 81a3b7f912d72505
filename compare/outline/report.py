"""A Document becomes a Report: sentences, sections, and for each its role, period and part."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from msgspec.structs import replace

from compare.language.lexicon import Lexicon
from compare.model import Document, Identity, Notice, Report, Section, Sentence
from compare.outline.find import find_headings
from compare.outline.headings import find_items
from compare.outline.identity import identify
from compare.outline.parts import find_ends, find_places, looking_back
from compare.outline.pieces import Heading, Piece, cut_pieces
from compare.outline.restored import restored
from compare.outline.roles import Place, RoleReader
from compare.outline.tree import Node, build_tree


def build_report(document: Document, lexicon: Lexicon, told: Identity | None = None) -> Report:
    """The outline of a report, without facts. ``told`` sets what the text doesn't say or says wrongly."""
    identity, guesses = identify(document, lexicon, told)
    pieces, lines = cut_pieces(document.blocks, find_items(lexicon))
    paragraphs = restored(pieces, lines, document.blocks, lexicon)
    reader = RoleReader(lexicon, identity)
    ends = find_ends(pieces, paragraphs, reader)
    headings = find_headings(pieces, paragraphs, document.blocks, lexicon, reader, ends)
    nodes = build_tree(headings)
    tops = {node.heading.piece: node.heading for node in nodes if node.level == 1 and node.heading.kind != "annex"}
    numbered = {node.heading.piece: node.heading for node in nodes if node.level > 1 and node.heading.rank}
    places = find_places(pieces, paragraphs, tops, numbered, ends, reader)
    said = looking_back(pieces, paragraphs, places, reader)
    owner = _owners(pieces, nodes)
    sentences = tuple(
        _sentence(number, piece, document, said[number], owner[number], whole)
        for number, (piece, whole) in enumerate(zip(pieces, _wholes(pieces, headings), strict=True))
    )
    ends_of = _section_ends(nodes, len(pieces))
    sections = tuple(_section(number, node, places, ends_of[number]) for number, node in enumerate(nodes))
    notices = document.notices + guesses
    if not sections:
        sections, sentences = _one_section(document, sentences)
        notices += (Notice("no-headings", file=document.file),)
    return Report(document, identity, sections, sentences, notices=notices)


def _wholes(pieces: Sequence[Piece], headings: Sequence[Heading]) -> list[bool]:
    whole = [False] * len(pieces)
    for heading in headings:
        whole[heading.piece] = heading.whole
    return whole


def _owners(pieces: Sequence[Piece], nodes: Sequence[Node]) -> list[int | None]:
    """For each piece the node under which it stands (a heading under itself)."""
    owner: list[int | None] = [None] * len(pieces)
    for number, node in enumerate(nodes):
        end = nodes[number + 1].heading.piece if number + 1 < len(nodes) else len(pieces)
        for piece in range(node.heading.piece, end):
            owner[piece] = number
    return owner


def _sentence(
    number: int, piece: Piece, document: Document, place: Place, section: int | None, heading: bool
) -> Sentence:
    block = document.blocks[piece.block]
    run = block.runs[max(0, bisect_right(block.runs, piece.start, key=lambda run: run.start) - 1)]
    return Sentence(
        number=number,
        text=piece.text,
        block=piece.block,
        start=piece.start,
        section=section,
        role=place.role,
        period=place.period,
        part=place.part,
        paragraph=run.paragraph,
        page=document.source[run.paragraph - 1].page,
        heading=heading,
        cell=block.cell,
    )


def _section_ends(nodes: Sequence[Node], count: int) -> list[int]:
    """For each node the piece before which it ends: the next heading of its level or above."""
    ends = [count] * len(nodes)
    open_nodes: list[int] = []
    for number, node in enumerate(nodes):
        while open_nodes and nodes[open_nodes[-1]].level >= node.level:
            ends[open_nodes.pop()] = node.heading.piece
        open_nodes.append(number)
    return ends


def _section(number: int, node: Node, places: Sequence[Place], end: int) -> Section:
    place = places[node.heading.piece]
    return Section(
        number=number,
        title=node.heading.title,
        label=node.heading.label.strip(),
        level=node.level,
        kind=node.heading.kind,
        role=place.role,
        period=place.period,
        part=place.part,
        parent=node.parent,
        heading=node.heading.piece,
        first=node.heading.piece + node.heading.whole,
        last=end,
    )


def _one_section(
    document: Document, sentences: tuple[Sentence, ...]
) -> tuple[tuple[Section, ...], tuple[Sentence, ...]]:
    """A text without headings: one section over all of it, under the title that the cover gives."""
    title = next((block.text for block in document.blocks if block.kind == "cover"), "")
    if not sentences:
        return (), sentences
    section = Section(0, title, "", 1, "style", "other", "", "opening", None, 0, 0, len(sentences))
    return (section,), tuple(replace(sentence, section=0) for sentence in sentences)
