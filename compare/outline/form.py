"""The form of a topic sentence: whether its words by themselves may name what the sentences behind it are about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from compare.language.lexicon import Lexicon
from compare.outline.headings import Headings

LONGEST_HEAD = 26
"""Characters of a sentence that is the topic of the enumeration behind it; a longer one leads in to it."""


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
        self._common = re.compile("|".join(self.rules.common))
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
            and not self._ordinal.match(core)
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
            and not self.is_statement(text)
            and not self._event.search(text)
            and self.opens(text, review=False)
        )

    def is_action(self, text: str) -> bool:
        """Whether a sentence begins with what is or was done, rather than with a subject."""
        return bool(self._action.match(text))

    def is_measure(self, text: str) -> bool:
        """Whether a sentence tells of a single measure, its instrument or an event, not of a subject."""
        return bool(self._measure.search(text) or self._event.search(text))

    def goes_on(self, text: str, before: str, over: str) -> bool:
        """Whether a sentence is still on the subject of the topic before it, by a word that the two share.

        What stands in the heading over both, or in most titles, is no such word. A sentence that names no more than
        the shared subject (深化农村改革) is as wide as the topic before it and goes beside it; so is one of its make.
        """
        if text[:2] == before[:2] or (text[:1] == before[:1] and text[-3:] == before[-3:]):
            return False
        own, other = words(self._common.sub("，", text)), words(self._common.sub("，", before))
        return bool(own & other - words(over)) and bool(own - other)

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

    def is_item(self, text: str) -> bool:
        """Whether a sentence begins with an ordinal."""
        return bool(self._ordinal.match(text))

    def is_turn(self, text: str) -> bool:
        """Whether a sentence turns to the problems and says no more."""
        return bool(self._turn.search(text))

    def introduces(self, text: str, run: Over) -> bool:
        """Whether the sentence that opens a paragraph introduces a run of topics within it rather than being one."""
        inside = run.parts_the_text and run.in_one_paragraph and not run.at_once
        return inside and (len(text) > LONGEST_HEAD or self.is_statement(text))

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


def words(text: str) -> set[str]:
    """Every two characters side by side: most Chinese words are so long."""
    return {text[at : at + 2] for at in range(len(text) - 1) if text[at : at + 2].isalpha()}


def _any(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))
