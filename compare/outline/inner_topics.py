"""Topic sentences inside a paragraph: short sentences of one make which part it into stretches of some length.

A single short sentence is nothing special, and many reports are full of them. Topics give themselves away together:
they are alike (as long as one another, the same first or last words), each is followed by enough text, and the first
stands near the paragraph's beginning.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from compare.outline.pieces import Heading, Paragraph, Piece
from compare.outline.topics import TopicForm

SHORTEST_STRETCH = 36
"""Characters that follow a topic at least, before the next."""
USUAL_STRETCH = 60
CLEAR_STRETCH = 75
ALIKE = 0.8


@dataclass(frozen=True, slots=True)
class Parting:
    """The topics of one paragraph (numbers of pieces), and how sure they are."""

    topics: tuple[int, ...]
    clear: bool
    opens: bool = False
    """The paragraph's own first sentence is one of them."""


def find_inner_topics(
    pieces: Sequence[Piece], paragraphs: Sequence[Paragraph], form: TopicForm
) -> dict[int, Parting]:
    """For each paragraph (by number) that topics part, which they are."""
    found: dict[int, Parting] = {}
    for number, paragraph in enumerate(paragraphs):
        if paragraph.count >= 4:
            texts = [piece.text for piece in pieces[paragraph.first : paragraph.last]]
            parting = part(texts, form)
            if parting:
                found[number] = Parting(
                    tuple(paragraph.first + index for index in parting.topics), parting.clear, parting.opens
                )
    return found


def part(texts: Sequence[str], form: TopicForm) -> Parting | None:
    """The topics among the sentences of a paragraph, or None where it has none."""
    candidates = [index for index in range(1, len(texts) - 1) if form.inner(texts[index])]
    best: tuple[float, list[int]] = (0.0, [])
    for anchor in candidates:
        alike = [index for index in candidates if likeness(texts[anchor], texts[index]) >= ALIKE]
        chosen = _spaced(alike, texts)
        if len(chosen) >= 2:
            score = sum(likeness(texts[anchor], texts[index]) for index in chosen)
            best = max(best, (score, chosen))
    isolated = _spaced(candidates, texts)
    if len(isolated) == len(candidates) and len(isolated) > len(best[1]) and len(isolated) >= 2:
        best = (0.0, isolated)
    topics = best[1]
    if len(topics) < 2 or not _near_the_beginning(topics[0], texts):
        return None
    stretches = _stretches(topics, texts)
    noise = len(candidates) - len(topics)
    alike_all = best[0] > 0
    opens = _opens(texts, topics[0], stretches, form)
    if alike_all and median(stretches) >= USUAL_STRETCH and noise <= len(topics):
        return Parting(tuple(topics), len(topics) >= 3 or noise == 0, opens)
    if noise == 0 and min(stretches) >= CLEAR_STRETCH:
        return Parting(tuple(topics), clear=False, opens=opens)
    return None


def _opens(texts: Sequence[str], first: int, stretches: Sequence[int], form: TopicForm) -> bool:
    """Whether the paragraph's own first sentence is one of the topics: as much follows on it as on the others."""
    behind = sum(len(text) for text in texts[1:first])
    return form.opens(texts[0], review=True) and behind >= 0.6 * median(stretches)


def likeness(one: str, other: str) -> float:
    """How much two short sentences look made to one pattern, 0 to more than 1."""
    difference = abs(len(one) - len(other))
    score = (1.0, 0.8, 0.5, 0.2)[difference] if difference <= 3 else 0.0
    if one[:2] == other[:2]:
        score += 0.6
    elif one[0] == other[0]:
        score += 0.3
    if one[-3:] == other[-3:]:
        score += 0.4
    return score


def _spaced(indices: Sequence[int], texts: Sequence[str]) -> list[int]:
    """Those of the indices which have text of their own behind them, up to the next."""
    chosen: list[int] = []
    for index in indices:
        behind = 0
        later = [other for other in indices if other > index]
        end = later[0] if later else len(texts)
        behind = sum(len(text) for text in texts[index + 1 : end])
        if behind >= SHORTEST_STRETCH and (index + 1 >= end or len(texts[index + 1]) > len(texts[index])):
            chosen.append(index)
    return chosen


def _stretches(topics: Sequence[int], texts: Sequence[str]) -> list[int]:
    ends = [*topics[1:], len(texts)]
    return [sum(len(text) for text in texts[start + 1 : end]) for start, end in zip(topics, ends, strict=True)]


def _near_the_beginning(first: int, texts: Sequence[str]) -> bool:
    before = sum(len(text) for text in texts[:first])
    return first <= 3 or before * 4 <= sum(len(text) for text in texts)


def to_headings(partings: dict[int, Parting], pieces: Sequence[Piece]) -> list[Heading]:
    """The topics as headings."""
    return [
        Heading(number, pieces[number].text, inner=True, under_lead=not parting.opens)
        for parting in partings.values()
        for number in parting.topics
    ]
