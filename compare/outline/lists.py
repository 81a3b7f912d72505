"""Lists of dashes are taken whole: an item that is a single sentence counts where those around it are headings."""

from __future__ import annotations

from collections.abc import Sequence

from compare.model import Block, SectionKind
from compare.outline.headings import LONGEST_ITEM, MarkedHeadings, first_clause
from compare.outline.pieces import Heading, Paragraph, Piece
from compare.outline.runs import ENOUGH_HEADS


def with_whole_lists(
    marked: Sequence[Heading | None],
    pieces: Sequence[Piece],
    paragraphs: Sequence[Paragraph],
    blocks: Sequence[Block],
    finder: MarkedHeadings,
) -> list[Heading | None]:
    """The marked headings, and the dash items that are text alone where most of the items around them are headings."""
    out = list(marked)
    items: list[int] = []
    for number, heading in enumerate([*marked, None]):
        if number < len(marked) and blocks[paragraphs[number].block].kind == "text":
            labelled = finder.label(pieces[paragraphs[number].first].text)
            if labelled and labelled[1].kind == "dash":
                items.append(number)
        if number == len(marked) or (heading and heading.kind != "dash"):
            headed = sum(marked[item] is not None for item in items)
            if headed >= 2 and headed >= ENOUGH_HEADS * len(items):
                for item in items:
                    out[item] = out[item] or item_of_text(paragraphs[item].first, "dash", pieces, finder)
                if before := _first_dash(items[0] - 1, pieces, paragraphs, marked, finder):
                    out[items[0] - 1] = before
            items = []
    return out


def _first_dash(
    number: int,
    pieces: Sequence[Piece],
    paragraphs: Sequence[Paragraph],
    marked: Sequence[Heading | None],
    finder: MarkedHeadings,
) -> Heading | None:
    """The first item of a list of dashes where it stands in the paragraph that leads in to the others."""
    if number < 0 or marked[number]:
        return None
    for piece in range(paragraphs[number].first + 1, paragraphs[number].last - 1):
        labelled = finder.label(pieces[piece].text)
        if labelled and labelled[1].kind == "dash" and len(pieces[piece].text) <= LONGEST_ITEM:
            return Heading(piece, pieces[piece].text, labelled[0], "dash")
    return None


def item_of_text(piece: int, kind: SectionKind, pieces: Sequence[Piece], finder: MarkedHeadings) -> Heading:
    """The heading of an item that is heading and text at once: it gives the title and stays a sentence."""
    text = pieces[piece].text
    labelled = finder.label(text)
    label = labelled[0] if labelled else ""
    title = text if len(text) <= LONGEST_ITEM else first_clause(text, label)
    return Heading(piece, title, label, kind, whole=False)
