"""How short sentences part a paragraph: which of them are made alike, and what speaks for their being topics."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import mean, median

from msgspec import Struct

from compare.outline.form import TopicForm

SHORTEST_STRETCH = 28
"""Characters that follow a topic at least, before the next."""
CLEAR_STRETCH = 75
"""Where each topic has so much behind it, they need not be alike."""
ALIKE = 0.8
WORDED_ALIKE = 1.3
"""So alike are only sentences that share words."""
MOST_CANDIDATES = 40
"""With more short sentences than this a paragraph is a list, not a text with topics."""
TWIN_STRETCH = 60
"""Three or more that begin and end alike (深化…改革。) need so much behind each, whatever else the paragraph holds."""


class Parting(Struct, frozen=True):
    """How short sentences would part a paragraph, and what speaks for it."""

    topics: tuple[int, ...]
    """Indices among the paragraph's sentences."""
    alike: float
    """Mean likeness of neighbours."""
    stretches: tuple[int, ...]
    contrast: float
    """How many times as long as the topics the other sentences are."""
    noise: int
    """Sentences of the same form that would be none."""
    opens: bool
    """The paragraph's own first sentence is one of them."""

    twins: bool = False
    """The topics begin and end in the same words."""
    labelled: bool = False
    """The paragraph opens with a labelled heading, so that its topics are a level of their own."""

    @property
    def clear(self) -> bool:
        """Enough by itself, whatever the neighbours look like."""
        count = len(self.topics)
        if self.twins and self.topics[0] <= 4 and self.contrast >= 2:
            return True
        return self.likely and (
            (count >= 3 and self.contrast >= 5)
            or (count >= 4 and self.contrast >= 4)
            or (count >= 3 and self.contrast >= 4 and self.noise == 0 and self.labelled)
            or (count >= 3 and self.alike >= WORDED_ALIKE and self.contrast >= 3.5 and self.noise * 2 <= count)
            or (count >= 2 and self.contrast >= 6.5 and min(self.stretches) >= 2 * CLEAR_STRETCH)
        )

    @property
    def likely(self) -> bool:
        """Well formed; it counts where others of its group are so, too."""
        count = len(self.topics)
        even = self.labelled and count >= 3 and self.noise * 2 <= count and self.alike >= ALIKE
        if count < 2 or self.topics[0] > 3 or self.contrast < (2.5 if even else 3.2):
            return False
        if count >= 3 and self.alike >= ALIKE and self.noise <= count and median(self.stretches) >= 45:
            return True
        return self.contrast >= 3.5 and self.noise == 0 and (self.alternates or min(self.stretches) >= CLEAR_STRETCH)

    @property
    def alternates(self) -> bool:
        """Heading, introduction, then topic and text in turn."""
        return self.labelled and self.topics[0] <= 2

    @property
    def possible(self) -> bool:
        """Not against it; it counts where a good part of its group is likely."""
        near = self.topics[0] <= 4
        return near and self.contrast >= 2 and (self.alike >= ALIKE or self.noise == 0) and self.noise <= 8


def part(
    texts: Sequence[str], form: TopicForm, *, labelled: bool = False, review: bool = False, bare: bool = False
) -> Parting | None:
    """The best parting of a paragraph's sentences, or None where nothing parts it.

    ``bare``: it stands under a heading on a line of its own and has none itself, so that its first sentence, too, may
    be one of the topics.
    """
    first = 0 if bare and texts and form.inner(texts[0]) else 1
    candidates = [index for index in range(first, len(texts) - 1) if form.inner(texts[index])]
    if len(candidates) > MOST_CANDIDATES:
        return None
    if twins := _twins(candidates, texts):
        return _parting(twins, candidates, texts, form, labelled=labelled, twins=True)
    topics = _alike(candidates, texts)
    apart = _spaced(candidates, texts)
    if len(apart) == len(candidates) > len(topics):
        in_turn = labelled and candidates[0] <= 2 and not _of_one_make(topics, texts)
        if in_turn or min(stretches(apart, texts)) >= CLEAR_STRETCH:
            topics = apart
    if review:
        topics = _of_one_kind(topics, texts, form)
    if not topics:
        return None
    return _parting(topics, candidates, texts, form, labelled=labelled)


def _parting(
    topics: Sequence[int],
    candidates: Sequence[int],
    texts: Sequence[str],
    form: TopicForm,
    *,
    labelled: bool,
    twins: bool = False,
) -> Parting:
    room = stretches(topics, texts)
    others = [len(text) for index, text in enumerate(texts) if index > 0 and index not in topics]
    pairs = [likeness(texts[a], texts[b]) for a, b in pairwise(topics)]
    behind_first = sum(len(text) for text in texts[1 : topics[0]])
    return Parting(
        topics=tuple(topics),
        alike=mean(pairs) if pairs else 0.0,
        stretches=tuple(room),
        contrast=mean(others) / mean(len(texts[index]) for index in topics),
        noise=len(candidates) - len(topics),
        twins=twins,
        labelled=labelled,
        opens=not labelled and form.opens(texts[0], review=True) and behind_first >= 0.6 * median(room),
    )


def _twins(candidates: Sequence[int], texts: Sequence[str]) -> list[int]:
    """The first three or more candidates that begin and end in the same words, each with much behind it."""
    makes = [(texts[index][:2], texts[index][-3:]) for index in candidates]
    for make in dict.fromkeys(makes):
        same = [index for index, other in zip(candidates, makes, strict=True) if other == make]
        if len(same) >= 3 and min(stretches(same, texts)) >= TWIN_STRETCH:
            return same
    return []


def _of_one_kind(topics: list[int], texts: Sequence[str], form: TopicForm) -> list[int]:
    """Where most topics name a subject, only those: a sentence on what was done among them is a result."""
    subjects = [index for index in topics if not form.is_action(texts[index])]
    return subjects if 3 * len(subjects) >= 2 * len(topics) and len(subjects) >= 3 else topics


def _of_one_make(topics: Sequence[int], texts: Sequence[str]) -> bool:
    """Whether three or more topics share their first or last words, so that others beside them are none."""
    return len(topics) >= 3 and mean(likeness(texts[a], texts[b]) for a, b in pairwise(topics)) >= WORDED_ALIKE


def _alike(candidates: Sequence[int], texts: Sequence[str]) -> list[int]:
    """The largest set of candidates made to one pattern, each with text of its own behind it."""
    best: tuple[float, list[int]] = (0.0, [])
    for anchor in candidates:
        alike = [index for index in candidates if likeness(texts[anchor], texts[index]) >= ALIKE]
        chosen = _spaced(_of_one_wording(alike, texts), texts)
        if len(chosen) >= 2:
            best = max(best, (sum(likeness(texts[anchor], texts[index]) for index in chosen), chosen))
    return best[1]


def _of_one_wording(indices: Sequence[int], texts: Sequence[str]) -> Sequence[int]:
    """Where three or more, and most, begin or end in the same words, only those."""
    for slot in (slice(0, 2), slice(-3, None)):
        words = [texts[index][slot] for index in indices]
        most = max(words, key=words.count, default="")
        same = [index for index, word in zip(indices, words, strict=True) if word == most]
        if len(same) >= 3 and 2 * len(same) > len(indices):
            return same
    return indices


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
    for position, index in enumerate(indices):
        end = indices[position + 1] if position + 1 < len(indices) else len(texts)
        behind = sum(len(text) for text in texts[index + 1 : end])
        if behind >= SHORTEST_STRETCH and len(texts[index + 1]) > len(texts[index]):
            chosen.append(index)
    return chosen


def stretches(topics: Sequence[int], texts: Sequence[str]) -> list[int]:
    ends = [*topics[1:], len(texts)]
    return [sum(len(text) for text in texts[start + 1 : end]) for start, end in zip(topics, ends, strict=True)]
