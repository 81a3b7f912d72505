"""The two lists that every plan has: the year's main expected targets, and the 民生实事."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from compare.commitments.words import CommitmentWords
from compare.model import Report, Sentence

LONGEST_TITLE = 25
"""Characters of a line that can be the title of a list."""


class TargetLists:
    """Which sentences of one report state the main targets (and from where on), and which are items of 民生实事."""

    def __init__(self, report: Report, words: CommitmentWords) -> None:
        self._words = words
        self._goal = re.compile(words.headline.goal)
        self._later = re.compile(words.headline.later)
        self._list = re.compile(words.livelihood.list)
        self._counted = re.compile(words.livelihood.counted)
        self._item = re.compile(words.livelihood.item)
        self._closing = re.compile(words.livelihood.closing)
        self._annex = re.compile(words.livelihood.annex)
        self._figures: dict[int, int] = defaultdict(int)
        year = report.identity.plan_year
        for fact in report.facts:
            if fact.role == "target" and (not year or fact.period in ("", year)):
                self._figures[fact.sentence] += 1
        self._numbered = {section.heading for section in report.sections if section.kind == "numbered"}
        plan = [sentence for sentence in report.sentences if sentence.role == "plan"]
        self._targets = dict(self._target_sentences(plan))
        closing = {sentence.number for sentence in plan if self._closing.match(sentence.text)}
        self._livelihood = {*self._sections(report), *self._opened(plan), *self._titled(plan)} - closing

    def is_target(self, sentence: int, place: int) -> bool:
        """Is what stands at ``place`` of a sentence one of the year's main expected targets?"""
        return place >= self._targets.get(sentence, 1 << 30)

    def is_name(self, text: str) -> bool:
        """Does a clause speak of the list itself (办好十件民生实事)?"""
        return self._list.search(text) is not None

    def is_livelihood(self, sentence: int) -> bool:
        """Does the sentence stand in a list of 民生实事?"""
        return sentence in self._livelihood

    def _target_sentences(self, plan: list[Sentence]) -> Iterator[tuple[int, int]]:
        """Number of each sentence of the main targets, and where in it they begin."""
        before: Sentence | None = None
        for sentence in plan:
            start = self._targets_start(sentence.text, self._figures[sentence.number])
            if start < 0 and before is not None and self._goes_on(before, sentence):
                start = 0
            if start >= 0:
                yield sentence.number, start
                before = sentence
            else:
                before = None

    def _targets_start(self, text: str, figures: int) -> int:
        """Where the main targets begin in a sentence, -1 where it states none."""
        if self._later.search(text):
            return -1
        named = sum(name in text for name in self._words.headline.indicators)
        goal = self._goal.search(text)
        if goal and named and figures:
            return goal.end()
        about = any(word in text for word in self._words.headline.about)
        return 0 if min(named, figures) >= self._words.headline.least and not about else -1

    def _goes_on(self, before: Sentence, sentence: Sentence) -> bool:
        """The targets run on behind a semicolon taken for an end, or into a second sentence of the paragraph."""
        text = sentence.text
        if before.number + 1 != sentence.number or sentence.heading:
            return False
        if before.text.endswith("；"):
            return True
        return (
            before.block == sentence.block
            and self._figures[sentence.number] > 0
            and any(name in text for name in self._words.headline.indicators)
            and not any(word in text for word in self._words.headline.about)
        )

    def _sections(self, report: Report) -> Iterator[int]:
        """Sections that are a list: their title counts its items, or most of their sentences set a figure."""
        for section in report.sections:
            if section.role != "plan" or not self._list.search(section.title):
                continue
            told = report.sentences[section.first : section.last]
            inside = [s.number for s in told if s.role == "plan" and not s.heading]
            set_by = sum(self._figures[number] > 0 for number in inside)
            if self._counted.search(section.title) or 2 * set_by > len(inside):
                yield from range(section.heading, section.last)

    def _opened(self, plan: list[Sentence]) -> Iterator[int]:
        """Items in running text: what follows a colon, or numbered sentences behind the one that names the list."""
        opener: Sentence | None = None
        item_block = -1
        for sentence in plan:
            if sentence.number in self._numbered:
                opener = None
            if self._list.search(sentence.text):
                opener = sentence
                if "：" in sentence.text and self._figures[sentence.number]:
                    yield sentence.number
            elif opener is None:
                continue
            elif self._closing.match(sentence.text):
                opener = None
            elif self._item.match(sentence.text):
                item_block = sentence.block if sentence.start == 0 else item_block
                yield sentence.number
            elif sentence.block == item_block:
                yield sentence.number
            elif sentence.block != opener.block:
                opener = None

    def _titled(self, plan: list[Sentence]) -> Iterator[int]:
        """Everything under a line that is the list's title (2030年十件民生实事), up to the next annex."""
        inside = False
        blocks = Counter(sentence.block for sentence in plan)
        for sentence in plan:
            alone = blocks[sentence.block] == 1 and not sentence.heading
            if alone and self._is_title(sentence.text):
                inside = True
            elif sentence.start == 0 and self._annex.match(sentence.text):
                inside = False
            elif inside:
                yield sentence.number

    def _is_title(self, text: str) -> bool:
        return len(text) <= LONGEST_TITLE and text[-1:] not in "。；：，" and self._list.search(text) is not None
