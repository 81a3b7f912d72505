"""All headings of a report: marked ones first, then the topic sentences between them."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Container, Mapping, Sequence

from msgspec.structs import replace

from compare.language.lexicon import Lexicon
from compare.model import Block
from compare.outline.form import TopicForm
from compare.outline.headings import MarkedHeadings
from compare.outline.inner_topics import find_inner_topics
from compare.outline.lists import item_of_text, with_whole_lists
from compare.outline.parts import Ends
from compare.outline.pieces import SECTION_RANK, Heading, Paragraph, Piece, is_cut_small
from compare.outline.roles import Place, RoleReader
from compare.outline.runs import Run, find_runs
from compare.outline.topics import Group, find_openings, headings_of
from compare.outline.uneven import without_doubtful

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
    marked = with_whole_lists(marked, pieces, paragraphs, blocks, finder)
    small = is_cut_small([p for p in paragraphs[: ends.closing] if blocks[p.block].kind == "text"])
    runs = find_runs(pieces, paragraphs, marked, blocks, finder, form)
    marked = _without_items(marked, runs)
    reviews = _reviews(marked, reader)
    groups = _groups(paragraphs, marked, blocks, reviews, ends, _within(runs) if small else frozenset())
    over_runs = {run.before: run for run in runs if run.before is not None}
    turns = _turns(pieces, paragraphs, marked, reviews, reader)
    openings = find_openings(pieces, paragraphs, groups, over_runs, turns, form)
    openings = without_doubtful(openings, pieces, paragraphs, over_runs, form)
    topics = [heading for opening in openings for heading in headings_of(opening)]
    led = {heading.piece for heading in topics} | {heading.piece for heading in marked if heading}
    items = _items(runs, pieces, paragraphs, led, marked, finder, form)
    labelled = _labelled(marked)
    alike = _alike_built(paragraphs, marked, labelled, blocks, led, ends)
    for run in runs:
        if run.parts_the_text:
            for item in run.items:
                alike.pop(item.paragraph, None) if item.piece > paragraphs[item.paragraph].first else None
    starts = [paragraph.first for paragraph in paragraphs]
    inner = find_inner_topics(pieces, paragraphs, alike, labelled, reviews, _titled(paragraphs, marked, topics), form)
    parted = {bisect(starts, heading.piece) - 1 for heading in inner}
    topics = [replace(h, beside=None) if bisect(starts, h.piece) - 1 in parted else h for h in topics]
    headings = items + [heading for heading in marked if heading] + topics + inner
    unique = {heading.piece: heading for heading in reversed(headings)}
    return _set_apart([unique[piece] for piece in sorted(unique)], pieces, form)


def _without_items(marked: Sequence[Heading | None], runs: Sequence[Run]) -> list[Heading | None]:
    """The marked headings but for the ordinals of runs that part no text: a run is taken whole or not at all."""
    out = list(marked)
    for run in runs:
        for item in run.items:
            heading = out[item.paragraph]
            if heading and heading.piece == item.piece and not run.parts_the_text:
                out[item.paragraph] = None
    return out


def _within(runs: Sequence[Run]) -> frozenset[int]:
    """The paragraphs that stand between two items of one run: they belong to the first of them."""
    return frozenset(
        number for run in runs for number in range(run.items[0].paragraph + 1, run.items[-1].paragraph + 1)
    )


def _items(
    runs: Sequence[Run],
    pieces: Sequence[Piece],
    paragraphs: Sequence[Paragraph],
    led: Container[int],
    marked: Sequence[Heading | None],
    finder: MarkedHeadings,
    form: TopicForm,
) -> list[Heading]:
    """The items that are headings: all of a run that parts the text, unless it is the text of the topic over it.

    An item that is one sentence with nothing behind it is heading and text at once: it gives the section its title
    and stays a sentence of it.
    """
    found: list[Heading] = []
    for run in runs:
        under = run.before if run.before in led else None
        is_text = under is not None and run.is_text_of_a_paragraph and not form.is_turn(pieces[under].text)
        if not run.parts_the_text or is_text:
            continue
        for item in run.items:
            opens = item.piece == paragraphs[item.paragraph].first
            heading = marked[item.paragraph] if opens and item.heads else None
            if heading is None or heading.piece != item.piece:
                heading = item_of_text(item.piece, "ordinal", pieces, finder)
                heading = replace(heading, whole=item.heads, inner=not opens)
            found.append(replace(heading, under=under))
    return found


def _set_apart(headings: Sequence[Heading], pieces: Sequence[Piece], form: TopicForm) -> list[Heading]:
    """Behind a numbered list, an address to the assembly or a standing subject (国防) opens something of its own."""
    addresses = [number for number, piece in enumerate(pieces) if form.is_address(piece.text)]
    last_of_list = _behind_the_last(headings)
    over = -1
    out: list[Heading] = []
    for heading, last in zip(headings, last_of_list, strict=True):
        if heading.rank:
            over = heading.piece
        elif last:
            addressed = over >= 0 and bisect(addresses, over) < bisect(addresses, heading.piece)
            if addressed or form.stands_apart(heading.title):
                out.append(replace(heading, apart=True))
                continue
        out.append(heading)
    return out


def _behind_the_last(headings: Sequence[Heading]) -> list[bool]:
    """For each heading whether no other item of the numbered list that it follows comes before the next great part."""
    last, out = True, []
    for heading in reversed(headings):
        out.append(last)
        if heading.rank:
            last = heading.rank <= SECTION_RANK
    return out[::-1]


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


def _reviews(marked: Sequence[Heading | None], reader: RoleReader) -> frozenset[int]:
    """The paragraphs of the parts that look back, and of sections of the plan on a five-year plan that is over."""
    section: Place | None = None
    past: Place | None = None
    found: set[int] = set()
    for number, heading in enumerate(marked):
        if heading and heading.rank:
            past = reader.past(heading.title) if heading.rank > SECTION_RANK else None
            section = reader.section(heading.title, section) if heading.rank <= SECTION_RANK else section
        if past or (section is not None and section.role == "review"):
            found.add(number)
    return frozenset(found)


def _turns(
    pieces: Sequence[Piece],
    paragraphs: Sequence[Paragraph],
    marked: Sequence[Heading | None],
    reviews: frozenset[int],
    reader: RoleReader,
) -> frozenset[int]:
    """The paragraphs of a review that turn to the problems, the first of each such stretch."""
    turns: set[int] = set()
    turned = False
    for number, paragraph in enumerate(paragraphs):
        texts = [piece.text for piece in pieces[paragraph.first : paragraph.last]]
        if marked[number] or reader.is_address(texts[0]):
            turned = False
        if number in reviews and not turned and not marked[number] and reader.turns_to_problems(texts):
            turned = True
            turns.add(number)
    return frozenset(turns)


def _groups(
    paragraphs: Sequence[Paragraph],
    marked: Sequence[Heading | None],
    blocks: Sequence[Block],
    reviews: frozenset[int],
    ends: Ends,
    within: frozenset[int],
) -> list[Group]:
    """The unmarked paragraphs, parted by the marked headings."""
    groups: list[Group] = []
    over: Heading | None = None
    members: list[int] = []
    for number, heading in enumerate([*marked, None]):
        if heading or number == len(marked):
            if members:
                groups.append(Group(over, tuple(members), members[0] in reviews))
            over, members = heading, []
        elif blocks[paragraphs[number].block].kind == "text" and number < ends.closing and number not in within:
            members.append(number)
    return groups


def _titled(
    paragraphs: Sequence[Paragraph], marked: Sequence[Heading | None], topics: Sequence[Heading]
) -> dict[int, int]:
    """The paragraphs that a topic sentence opens, each with the numbered heading over it."""
    opened = {heading.piece for heading in topics}
    titled: dict[int, int] = {}
    over = -1
    for number, paragraph in enumerate(paragraphs):
        heading = marked[number]
        over = number if heading and heading.rank else over
        if paragraph.first in opened:
            titled[number] = over
    return titled


def _labelled(marked: Sequence[Heading | None]) -> dict[int, str]:
    """The paragraphs that a labelled heading opens; for one under a heading on a line of its own, that heading."""
    opened = {number: "" for number, heading in enumerate(marked) if heading and heading.label}
    for number, heading in enumerate(marked[:-1]):
        if heading and heading.label and heading.own_line and heading.rank > SECTION_RANK and not marked[number + 1]:
            opened[number + 1] = heading.title
    return opened


def _alike_built(
    paragraphs: Sequence[Paragraph],
    marked: Sequence[Heading | None],
    labelled: Mapping[int, str],
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
        enough = paragraph.count + bool(labelled.get(number)) >= 4
        if blocks[paragraph.block].kind == "text" and enough and number < ends.closing:
            kinds[number] = part + (0 if number in labelled else 1 if paragraph.first in led else 2)
    return kinds
