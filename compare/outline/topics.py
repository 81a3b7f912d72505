"""Topic sentences that open a paragraph: short, and followed by sentences on what they name.

Form alone does not decide. The paragraph right under a heading is an introduction unless it is as long as those that
follow; the last one is often a flourish; a sentence before an enumeration leads in to it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Protocol

from compare.language.lexicon import Lexicon
from compare.outline.headings import Headings
from compare.outline.pieces import Heading, Paragraph, Piece

LONGEST_HEAD = 26
"""Characters of a sentence that is the topic of the enumeration behind it; a longer one leads in to it."""


@dataclass(frozen=True, slots=True)
class Group:
    """The paragraphs without a mark under one marked heading, and what kind of heading that is."""

    over: Heading | None
    members: tuple[int, ...]
    """Numbers of paragraphs, in order."""
    review: bool

    @property
    def has_body(self) -> bool:
        """The heading over it is an item of a list with text of its own."""
        return self.over is not None and bool(self.over.label) and (not self.over.own_line or self.over.rank == 0)


class Over(Protocol):
    """A run of ordinals, as far as the sentence before it must know it."""

    @property
    def parts_the_text(self) -> bool:
        """Its items part the text behind it."""

    @property
    def in_one_paragraph(self) -> bool:
        """All of it stands in one paragraph."""

    @property
    def at_once(self) -> bool:
        """It begins right behind the sentence before it."""


class TopicForm:
    """Whether a sentence by its own form may name the topic of those that follow."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.rules = lexicon.read("headings", Headings).topic
        self._not_first = _any(self.rules.not_first)
        self._not_inside = _any(self.rules.not_inside)
        self._review_lead = re.compile(self.rules.review_lead)
        self._statement = re.compile(self.rules.statement)
        self._enumeration = re.compile(self.rules.enumeration)
        self._named_digits = re.compile(self.rules.named_digits)
        self._measure = re.compile(self.rules.measure)
        self._turn = re.compile(self.rules.turn)
        self._lead_in = re.compile(self.rules.lead_in)
        self._conclusion = re.compile(self.rules.conclusion)
        self._event = _any(self.rules.event)
        self._action = re.compile(self.rules.action)
        self._ordinal = re.compile(self.rules.ordinal)
        self._apart = _any(self.rules.apart)
        self._address = re.compile(self.rules.address)

    def opens(self, text: str, review: bool) -> bool:
        """Whether a sentence that opens a paragraph has the form of a topic."""
        bare = self._review_lead.sub("", text)
        core = bare if review or ("，" not in bare and self.stands_apart(text)) else text
        return (
            4 <= len(core) <= self.rules.longest
            and core.endswith("。")
            and core.count("，") <= self.rules.commas
            and not re.search(r"\d", self._named_digits.sub("", core))
            and not self._not_first.match(core)
            and not self._not_inside.search(core)
        )

    def has_lead(self, text: str) -> bool:
        """Whether a span of time stands before the topic proper."""
        return bool(self._review_lead.match(text))

    def inner(self, text: str) -> bool:
        """Whether a sentence within a paragraph has the form of a topic."""
        return (
            len(text) <= self.rules.longest_inner
            and "，" not in text
            and not self._enumeration.match(text)
            and not self._ordinal.match(text)
            and not self.is_statement(text)
            and not self._event.search(text)
            and self.opens(text, review=False)
        )

    def is_action(self, text: str) -> bool:
        """Whether a sentence begins with what is or was done, rather than with a subject."""
        return bool(self._action.match(text))

    def is_measure(self, text: str) -> bool:
        """Whether a sentence tells of a single measure or its instrument, not of a subject."""
        clauses = "，" in text and self.is_action(text) and not self.stands_apart(text)
        return clauses or bool(self._measure.search(text))

    def is_statement(self, text: str) -> bool:
        """Whether a sentence says what something is rather than naming a topic."""
        return bool(self._statement.search(text))

    def is_address(self, text: str) -> bool:
        """Whether a paragraph addresses the assembly."""
        return bool(self._address.match(text))

    def stands_apart(self, title: str) -> bool:
        """Whether a heading names a subject that belongs to none of the numbered tasks."""
        return bool(self._apart.search(title))

    def is_lead_in(self, text: str) -> bool:
        """Whether a line announces an enumeration (重点抓好以下五项工作)."""
        return bool(self._lead_in.search(text))

    def heads_a_run(self, text: str, review: bool, *, parts: bool, alone: bool) -> bool:
        """Whether the sentence before a run of ordinals is their topic.

        ``parts``: the run parts the text behind it; ``alone``: all of that is one paragraph, which may be an
        introduction with its points.
        """
        if parts and len(text) <= self.rules.longest and self._turn.search(text):
            return True
        plain = not (parts and alone) or "，" not in text
        return plain and len(text) <= LONGEST_HEAD and self.opens(text, review) and not self.is_lead_in(text)

    def names_standing_subject(self, text: str) -> bool:
        """Whether a sentence names a standing subject and no more: behind another, all else is text on that."""
        bare = self._review_lead.sub("", text)
        return self.stands_apart(text) and "，" not in bare and not self.is_action(text)

    def leads_in(self, rest: Sequence[str]) -> bool:
        """Whether the sentences after it are an enumeration."""
        if any(self._enumeration.match(text) for text in rest[:1]):
            return True
        heads = Counter(text[:3] for text in rest if len(text) > 12)
        return heads.total() >= 3 and max(heads.values()) >= max(3, heads.total() - 1)

    def concludes(self, rest: Sequence[str]) -> bool:
        """Whether what follows is the flourish at the end of a section."""
        return len(rest) <= 2 and any(self._conclusion.match(text) for text in rest)


def find_topics(
    pieces: Sequence[Piece],
    paragraphs: Sequence[Paragraph],
    groups: Sequence[Group],
    over_runs: Mapping[int, Over],
    form: TopicForm,
    *,
    cut_small: bool,
) -> list[Heading]:
    """The topic sentences that open paragraphs.

    ``over_runs`` gives for the pieces before a run of ordinals what the run is like.
    """
    found: list[Heading] = []
    for group in groups:
        before, addresses = len(found), 0
        heads = {
            number
            for number in group.members
            if (first := paragraphs[number].first) in over_runs
            and _heads_a_run(pieces[first].text, group, over_runs[first], form)
        }
        maybe = heads | {n for n in group.members if _may_open(pieces, paragraphs[n], form, group.review, cut_small)}
        after_address = standing = False
        for position, number in enumerate(group.members):
            paragraph = paragraphs[number]
            text = pieces[paragraph.first].text
            if form.is_address(text):
                after_address = paragraph.count == 1
                addresses += 1
                standing = False
                _set_beside(found, before, group)
                continue
            addressed, after_address = after_address, False
            if number not in maybe:
                continue
            apart = form.stands_apart(text)
            if addressed and not apart and not (group.review and form.has_lead(text)):
                continue
            if standing and not group.review and not form.names_standing_subject(text):
                continue
            if position == 0 and number not in heads and not _stands_like_the_rest(number, group, maybe, paragraphs):
                continue
            found.append(Heading(paragraph.first, text))
            standing = standing or (apart and addresses > 0)
        if not addresses:
            _set_beside(found, before, group)
    return found


def _heads_a_run(text: str, group: Group, run: Over, form: TopicForm) -> bool:
    return form.heads_a_run(text, group.review, parts=run.parts_the_text, alone=run.in_one_paragraph and run.at_once)


def _set_beside(found: list[Heading], before: int, group: Group) -> None:
    """A single topic behind an item with text of its own is a subject beside it, not one of several under it."""
    if group.over is not None and group.has_body and len(found) - before == 1:
        found[-1] = replace(found[-1], beside=group.over.piece)


def _may_open(pieces: Sequence[Piece], paragraph: Paragraph, form: TopicForm, review: bool, cut_small: bool) -> bool:
    text = pieces[paragraph.first].text
    rest = [pieces[number].text for number in range(paragraph.first + 1, paragraph.last)]
    size = paragraph.size - len(text)
    if not rest or size < max(30, len(text)) or not form.opens(text, review):
        return False
    if form.leads_in(rest) or form.concludes(rest) or (cut_small and form.is_measure(text)):
        return False
    return not form.is_statement(text) or (len(rest) >= 2 and size >= 100)


def _stands_like_the_rest(number: int, group: Group, maybe: set[int], paragraphs: Sequence[Paragraph]) -> bool:
    """Whether the paragraph right under a heading is one of several topics, not an introduction to them."""
    over = group.over
    if over is None or 0 < over.rank <= 3:
        return False
    if not over.own_line:
        return True
    others = [paragraphs[other].size for other in group.members[1:] if other in maybe]
    needed = 1 if over.rank else 2
    return len(others) >= needed and paragraphs[number].size >= 0.6 * median(others)


def _any(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))
