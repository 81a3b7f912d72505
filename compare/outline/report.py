"""A Document becomes a Report: sentences, sections, and for each its role, period and part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compare.language.lexicon import Lexicon
from compare.model import Document, Identity, Notice, Part, Report, Section, Sentence
from compare.outline.find import find_headings
from compare.outline.identity import identify
from compare.outline.pieces import Heading, Piece, cut_pieces
from compare.outline.roles import Place, RoleReader
from compare.outline.tree import Node, build_tree


def build_report(document: Document, lexicon: Lexicon, told: Identity | None = None) -> Report:
    """The outline of a report, without facts. ``told`` sets what the text doesn't say or says wrongly."""
    identity = identify(document, lexicon, told)
    pieces, paragraphs = cut_pieces(document.blocks)
    reader = RoleReader(lexicon, identity)
    headings = find_headings(pieces, paragraphs, document.blocks, lexicon, reader)
    nodes = build_tree(headings)
    places = _places(document, pieces, nodes, reader)
    owner = _owners(pieces, nodes)
    sentences = tuple(
        _sentence(number, piece, document, places[number], owner[number], whole)
        for number, (piece, whole) in enumerate(zip(pieces, _wholes(pieces, headings), strict=True))
    )
    sections = tuple(_section(number, nodes, places, len(pieces)) for number in range(len(nodes)))
    notices = () if sections else (Notice("no-headings", "no headings found: one section", document.file),)
    return Report(document, identity, sections, sentences, notices=document.notices + notices)


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


@dataclass(slots=True)
class _State:
    """Where the walk through the report stands."""

    place: Place
    section: Place | None = None


def _places(document: Document, pieces: Sequence[Piece], nodes: Sequence[Node], reader: RoleReader) -> list[Place]:
    heads = {node.heading.piece: node for node in nodes}
    closing = _closing_start(document, pieces, reader)
    state = _State(Place("other", "", "opening"))
    places: list[Place] = []
    for number, piece in enumerate(pieces):
        node = heads.get(number)
        if number >= closing:
            state.place = Place("other", "", "closing")
        elif node and node.level == 1 and node.heading.rank:
            state.place = state.section = reader.section(node.heading.title, state.section)
        elif state.section and piece.start == 0:
            _turn(state, piece.text, node, reader)
        places.append(state.place)
    return places


def _turn(state: _State, text: str, node: Node | None, reader: RoleReader) -> None:
    """Into the problems part and out of it again."""
    section = state.section
    if section is None or section.role != "review":
        return
    if reader.is_problems(text):
        state.place = Place("review", section.period, "problems")
    elif node and node.heading.kind == "numbered":
        state.place = section


def _closing_start(document: Document, pieces: Sequence[Piece], reader: RoleReader) -> int:
    """The first piece of the call at the end: its paragraph, and the address before it."""
    starts = [number for number, piece in enumerate(pieces) if piece.start == 0]
    for index in range(len(starts) - 1, max(-1, len(starts) - 8), -1):
        text = document.blocks[pieces[starts[index]].block].text
        if reader.is_closing(text):
            while index > 0 and reader.is_address(document.blocks[pieces[starts[index - 1]].block].text):
                index -= 1
            return starts[index]
    return len(pieces)


def _sentence(
    number: int, piece: Piece, document: Document, place: Place, section: int | None, heading: bool
) -> Sentence:
    block = document.blocks[piece.block]
    run = next((run for run in reversed(block.runs) if run.start <= piece.start), block.runs[0])
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


def _section(number: int, nodes: Sequence[Node], places: Sequence[Place], count: int) -> Section:
    node = nodes[number]
    last = next((later.heading.piece for later in nodes[number + 1 :] if later.level <= node.level), count)
    place = places[node.heading.piece]
    part: Part = place.part
    return Section(
        number=number,
        title=node.heading.title,
        label=node.heading.label.strip(),
        level=node.level,
        kind=node.heading.kind,
        role=place.role,
        period=place.period,
        part=part,
        parent=node.parent,
        heading=node.heading.piece,
        first=node.heading.piece + 1,
        last=last,
    )


__all__ = ["build_report"]
