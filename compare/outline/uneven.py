"""Parts of a report in which a new paragraph says little: not every one there opens with a topic.

In most reports nearly every paragraph behind the first topic under a numbered heading opens with a topic of its own.
Where a good part of them does not and they are short, the text was cut at random, and many a sentence on a detail
happens to open one.
Four things give it away: it is far longer than the topics around it, it has two clauses and little behind them, it
tells of one measure or event, or it goes on about the subject of the topic before.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from statistics import median

from msgspec.structs import replace

from compare.outline.form import TopicForm
from compare.outline.pieces import SECTION_RANK, Heading, Paragraph, Piece
from compare.outline.topics import Openings

EVEN = 0.85
"""Share of paragraphs that open with a topic, from which on each is a whole; in today's reports it is 0.86 or more."""
FEWEST = 8
"""Paragraphs that such a share is taken of, at least."""
LARGE = 170
"""Characters of the middle paragraph, from which on paragraphs are wholes even where not all of them have topics."""
LITTLE = 2
"""Two clauses name a topic where so many times their length is behind them."""
LONG_TOPIC = 20
"""Characters up to which no topic is too long among others."""
OF_ONE_LENGTH = 3
"""Characters of the middle distance from the middle length, up to which topics are made to one pattern."""
TOO_LONG = 2
FAR = 3
"""So many times as long as the middle one of its part, or so many middle distances longer, is no topic among others."""


def without_doubtful(
    openings: Sequence[Openings],
    pieces: Sequence[Piece],
    paragraphs: Sequence[Paragraph],
    heads_of_runs: Container[int],
    form: TopicForm,
) -> list[Openings]:
    """The openings, and of those in an uneven review or plan only the topics that nothing speaks against.

    ``heads_of_runs`` are the pieces before a run of ordinals: what heads one is no detail.
    """
    out = list(openings)
    room = {paragraph.first: paragraph.size for paragraph in paragraphs}
    for review in (True, False):
        part = [number for number, opening in enumerate(openings) if opening.group.review == review]
        if _is_even([openings[number] for number in part], pieces, paragraphs, form):
            continue
        sizes = [len(topic.title) for number in part for topic in openings[number].topics]
        for number in part:
            out[number] = _sure(openings[number], _longest(sizes), room, heads_of_runs, form)
    return out


def _longest(sizes: Sequence[int]) -> float | None:
    """How long a topic may be among topics of such lengths; None where they are of no one length."""
    middle = median(sizes)
    distance = median(abs(size - middle) for size in sizes)
    if distance > OF_ONE_LENGTH:
        return None
    return max(LONG_TOPIC, min(TOO_LONG * middle, middle + FAR * distance))


def _is_even(
    openings: Sequence[Openings], pieces: Sequence[Piece], paragraphs: Sequence[Paragraph], form: TopicForm
) -> bool:
    opened = 0
    sizes: list[int] = []
    for opening in openings:
        if opening.group.over is None or opening.group.over.rank <= SECTION_RANK or not opening.topics:
            continue
        topics = {topic.piece for topic in opening.topics}
        for number in opening.group.members:
            first = paragraphs[number].first
            if form.is_address(pieces[first].text):
                break
            if first >= opening.topics[0].piece:
                sizes.append(paragraphs[number].size)
                opened += first in topics
    return len(sizes) < FEWEST or opened >= EVEN * len(sizes) or median(sizes) >= LARGE


def _sure(
    opening: Openings, longest: float | None, room: Mapping[int, int], heads_of_runs: Container[int], form: TopicForm
) -> Openings:
    over = opening.group.over.title if opening.group.over else ""
    kept: list[Heading] = []
    for topic in opening.topics:
        text = topic.title
        sure = topic.piece in heads_of_runs or topic.apart or form.stands_apart(text)
        little = "，" in text and room[topic.piece] < (LITTLE + 1) * len(text)
        if not sure and (little or form.is_measure(text)):
            continue
        last = kept[-1].title if kept else ""
        if not sure and longest is not None and (len(text) > longest or form.goes_on(text, last, over)):
            continue
        kept.append(topic)
    return replace(opening, topics=tuple(kept))
