"""Topic sentences inside a paragraph: short sentences of one make which part it into stretches of some length.

A single short sentence is nothing special, and many reports are full of them. Topics give themselves away together:
they are alike (as long as one another, the same first or last words), they are far shorter than what stands between
them, the first stands near the paragraph's beginning, and the neighbouring paragraphs are built in the same way.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compare.outline.form import TopicForm
from compare.outline.parting import Parting, part, stretches
from compare.outline.pieces import Heading, Paragraph, Piece

LONG_PARAGRAPH = 200
SUPPORT = 0.25
"""Share of neighbouring paragraphs that are clearly parted, from which on a doubtful one counts as parted too."""
STRONG_SUPPORT = 0.6
STACKED_STRETCH = 45
STACKED_SHARE = 0.75
"""Share of a section's titled paragraphs in which the first topic follows right behind the title."""


def find_inner_topics(
    pieces: Sequence[Piece],
    paragraphs: Sequence[Paragraph],
    groups: Mapping[int, int],
    labelled: Mapping[int, str],
    reviews: frozenset[int],
    titled: Mapping[int, int],
    form: TopicForm,
) -> list[Heading]:
    """The topic sentences within paragraphs.

    ``groups`` gives for each paragraph that may have any the number of its group; ``labelled`` are the paragraphs
    which a labelled heading opens; ``titled`` are those which a topic sentence opens, with the section of each.
    """
    texts = {
        number: [piece.text for piece in pieces[paragraphs[number].first : paragraphs[number].last]]
        for number in groups
    }
    partings = {
        number: part(
            sentences,
            form,
            labelled=number in labelled,
            review=number in reviews,
            bare=_is_bare(number, labelled, titled),
        )
        for number, sentences in texts.items()
    }
    support = _support(partings, paragraphs, groups)
    stacked = _stacked(texts, partings, titled, form)
    found: list[Heading] = []
    for number, parting in partings.items():
        share = support[groups[number]]
        if parting is None:
            continue
        topics = parting.topics
        if number in stacked:
            topics = _well_spaced(topics, texts[number])
        elif not _accepted(parting, share):
            continue
        first = paragraphs[number].last - len(texts[number])
        opened = parting.opens
        if _is_bare(number, labelled, titled) and form.inner(texts[number][0]):
            topics, opened = (0, *(index for index in topics if index)), True
        found += [
            Heading(first + index, texts[number][index], inner=True, lead=None if opened else first) for index in topics
        ]
    return found


def _is_bare(number: int, labelled: Mapping[int, str], titled: Mapping[int, int]) -> bool:
    """Whether a paragraph stands under a heading on a line of its own and is not opened by a topic found before."""
    return bool(labelled.get(number)) and number not in titled


def _stacked(
    texts: Mapping[int, Sequence[str]],
    partings: Mapping[int, Parting | None],
    titled: Mapping[int, int],
    form: TopicForm,
) -> set[int]:
    """The paragraphs of several topics in sections where one stands right behind the title of nearly every paragraph.

    One such paragraph alone shows nothing; two in a section support each other.
    """
    members: dict[int, list[int]] = {}
    for number, section in titled.items():
        if number in texts:
            members.setdefault(section, []).append(number)
    found: set[int] = set()
    for numbers in members.values():
        count = sum(form.inner(texts[number][1]) for number in numbers)
        parted = {
            number
            for number in numbers
            if (parting := partings[number]) and parting.topics[0] == 1 and len(parting.topics) >= 3
        }
        if count >= 3 and count >= STACKED_SHARE * len(numbers) and len(parted) >= 2:
            found |= parted
    return found


def _well_spaced(topics: Sequence[int], texts: Sequence[str]) -> tuple[int, ...]:
    """The topics but for the odd one of each two that stand close together: the one less like the first in length."""
    chosen = list(topics)
    size = len(texts[chosen[0]])
    while len(chosen) > 2:
        close = next((at for at, room in enumerate(stretches(chosen, texts)[:-1]) if room < STACKED_STRETCH), None)
        if close is None:
            break
        odd_first = abs(len(texts[chosen[close]]) - size) > abs(len(texts[chosen[close + 1]]) - size)
        del chosen[close if odd_first and close else close + 1]
    return tuple(chosen)


def _support(
    partings: Mapping[int, Parting | None], paragraphs: Sequence[Paragraph], groups: Mapping[int, int]
) -> dict[int, float]:
    """For each group the share of its long paragraphs that are likely parted."""
    counts: dict[int, list[int]] = {}
    for number, group in groups.items():
        likely, long = counts.setdefault(group, [0, 0])
        parting = partings[number]
        is_likely = parting is not None and parting.likely
        counts[group] = [likely + is_likely, long + (is_likely or paragraphs[number].size >= LONG_PARAGRAPH)]
    return {group: likely / long if long else 0.0 for group, (likely, long) in counts.items()}


def _accepted(parting: Parting, support: float) -> bool:
    if len(parting.topics) == 1:
        return support >= STRONG_SUPPORT and parting.topics[0] == 2 and parting.noise == 0 and parting.contrast >= 3.5
    return parting.clear or (support >= SUPPORT and (parting.likely or parting.possible))
