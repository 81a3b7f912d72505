"""Runs of ordinals (一是…，二是…): what belongs to one run, which items are topics, and what the run stands under.

A run is one unit wherever its items stand: at the beginning of paragraphs, in the middle of them, or both. An item is
a heading where it is short and has text of its own behind it.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from compare.model import Block
from compare.outline.form import TopicForm
from compare.outline.headings import LONGEST_ITEM, MarkedHeadings
from compare.outline.pieces import NUMERALS, Heading, Paragraph, Piece, ordinal_number

FURTHEST_STEP = 2
"""An item may be missing, or stand within a sentence."""
DEEPEST = 4
"""So many runs are kept open around a new one; real reports have one within another at most."""
ENOUGH_HEADS = 0.6
"""Share of a run's items that head text of their own, from which on all of them are headings; below it none is."""


class Item(Struct, frozen=True):
    """A sentence that begins with an ordinal; ``heads`` where it names a topic of its own."""

    piece: int
    paragraph: int
    label: str
    order: int
    heads: bool


class Run(Struct, frozen=True):
    """The items of one enumeration, and the sentence before it that may be its heading."""

    items: tuple[Item, ...]
    before: int | None
    opens_paragraph: bool = False

    @property
    def parts_the_text(self) -> bool:
        """Most of its items, and two at least, head text of their own."""
        heads = sum(item.heads for item in self.items)
        return heads >= 2 and heads >= ENOUGH_HEADS * len(self.items)

    @property
    def in_one_paragraph(self) -> bool:
        """All of it stands in one paragraph."""
        return self.items[0].paragraph == self.items[-1].paragraph

    @property
    def at_once(self) -> bool:
        """It begins right behind the sentence before it."""
        return self.before is not None and self.items[0].piece == self.before + 1

    @property
    def is_text_of_a_paragraph(self) -> bool:
        """All of it is the middle or the end of one paragraph, which opens with text of its own."""
        return self.in_one_paragraph and not self.opens_paragraph and not self.at_once


def find_runs(
    pieces: Sequence[Piece],
    paragraphs: Sequence[Paragraph],
    marked: Sequence[Heading | None],
    blocks: Sequence[Block],
    finder: MarkedHeadings,
    form: TopicForm,
) -> list[Run]:
    """Every run of ordinals of a report's text, in order. A numbered heading ends all that are open."""
    done: list[list[Item]] = []
    still_open: dict[str, list[list[Item]]] = {}
    for number, paragraph in enumerate(paragraphs):
        heading = marked[number]
        if heading and (heading.rank or heading.style_level):
            still_open = {}
        if blocks[paragraph.block].kind != "text":
            continue
        for piece in range(paragraph.first, paragraph.last):
            if not (labelled := finder.label(pieces[piece].text)) or labelled[1].kind != "ordinal":
                continue
            runs = still_open.setdefault(labelled[0].strip(NUMERALS + "，,、")[:1], [])
            order = ordinal_number(labelled[0])
            run = _goes_on(runs, order, opens=piece == paragraph.first, paragraphs=paragraphs)
            if run is None:
                run = []
                runs[:] = [*runs[-DEEPEST:], run]
                done.append(run)
            heads = _heads(piece, number, pieces, paragraphs, marked, finder)
            run.append(Item(piece, number, labelled[0], order or len(run) + 1, heads))
    return [
        Run(
            tuple(items),
            _before(items[0], pieces, paragraphs, marked, form),
            items[0].piece == paragraphs[items[0].paragraph].first,
        )
        for items in done
    ]


def _goes_on(runs: list[list[Item]], order: int, *, opens: bool, paragraphs: Sequence[Paragraph]) -> list[Item] | None:
    """The run that an item goes on; those begun since stood within it and are ended by that.

    That is the last one, unless the item opens a paragraph as those of an earlier one do and of the last one don't.
    """
    steps = {at: order - run[-1].order if order else 1 for at, run in enumerate(runs)}
    last = len(runs) - 1
    alike = {at for at in steps if opens and runs[at][-1].piece == paragraphs[runs[at][-1].paragraph].first}
    fits = [at for at, step in steps.items() if 0 < step <= FURTHEST_STEP and (at == last or at in alike)]
    if not fits:
        return None
    chosen = min(fits, key=lambda at: (steps[at], at not in alike, -at))
    del runs[chosen + 1 :]
    return runs[chosen]


def _heads(
    piece: int,
    number: int,
    pieces: Sequence[Piece],
    paragraphs: Sequence[Paragraph],
    marked: Sequence[Heading | None],
    finder: MarkedHeadings,
) -> bool:
    """Whether an item is short and ends with text of its own behind it, up to the next item."""
    heading, paragraph = marked[number], paragraphs[number]
    if heading and heading.piece == piece and not heading.whole:
        return True
    text = pieces[piece].text
    if len(text) > LONGEST_ITEM:
        return False
    if piece + 1 < paragraph.last:
        return text.endswith("。") and not _is_ordinal(pieces[piece + 1].text, finder)
    follows = number + 1 < len(paragraphs) and marked[number + 1] is None
    return (
        follows
        and paragraph.count == 1
        and not text.endswith(("；", ";", "，"))
        and not _is_ordinal(pieces[paragraphs[number + 1].first].text, finder)
    )


def _is_ordinal(text: str, finder: MarkedHeadings) -> bool:
    labelled = finder.label(text)
    return labelled is not None and labelled[1].kind == "ordinal"


def _before(
    first: Item,
    pieces: Sequence[Piece],
    paragraphs: Sequence[Paragraph],
    marked: Sequence[Heading | None],
    form: TopicForm,
) -> int | None:
    """The sentence that opens the paragraph of a run, or the paragraph before it; lines that lead in do not count."""
    number = first.paragraph
    if first.piece > paragraphs[number].first:
        heading = marked[number]
        return None if heading and heading.rank else paragraphs[number].first
    if first.order > FURTHEST_STEP:
        return None
    number -= 1
    while number >= 0 and paragraphs[number].count == 1 and form.is_lead_in(pieces[paragraphs[number].first].text):
        number -= 1
    if number < 0 or ((heading := marked[number]) and heading.kind not in ("style", "topic")):
        return None
    return paragraphs[number].first
