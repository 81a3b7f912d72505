"""The clauses of the plan part that promise something, one row each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from msgspec import Struct

from compare.commitments.clauses import CLOSING, Clause, joined, split_clauses, split_items, trimmed
from compare.commitments.due import date_pattern
from compare.commitments.figures import FigureRows
from compare.commitments.lists import TargetLists
from compare.commitments.looking_back import looking_back
from compare.commitments.verbs import Lead, VerbReader, VerbWords
from compare.commitments.words import ClauseWords, CommitmentWords
from compare.language.lexicon import Lexicon
from compare.model import Fact, Report, Sentence

GREAT = 10**8
"""A number in words from which on it is no saying and no small count."""
SHORTEST_OBJECT = 4
"""Characters behind the verb that make a part of a clause a promise of its own."""


class Undertaking(Struct, frozen=True):
    """A clause that promises, its verb, and the figure that it sets where it sets one."""

    sentence: Sentence
    clause: Clause
    lead: Lead | None = None
    fact: Fact | None = None


class UndertakingFinder:
    """Finds the undertakings of reports by the lexicon's words."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.read("commitments", CommitmentWords)
        self._words = words.clauses
        self._verbs = VerbReader(lexicon)
        self._openings: dict[str, Lead | None] = {}
        self._figures = FigureRows(words.clauses)
        self._bare = re.compile(words.clauses.bare)
        self._date = date_pattern(lexicon)
        self._label = re.compile(words.clauses.label)
        self._statement = re.compile(words.clauses.statement)
        self._state = re.compile(words.clauses.state)
        self._done = re.compile(words.clauses.done)
        self._trend = re.compile(words.clauses.trend)
        self._judging = re.compile(words.clauses.judging)
        self._consequence = re.compile(words.clauses.consequence)
        self._obliged = re.compile(words.clauses.obliged)
        self._means = re.compile(words.clauses.means)
        self._attribute = lexicon.read("verbs", VerbWords).attribute

    def find(self, report: Report, lists: TargetLists) -> tuple[Undertaking, ...]:
        """Every undertaking in the order of the text.

        Of the plan part all of them, also where 一是… heads what follows it; of its other headings, and of what the
        review says in passing of a time to come, only those that set a figure.
        """
        facts = _targets_by_sentence(report.facts)
        back = looking_back(report, self._words)
        found: list[Undertaking] = []
        for sentence in report.sentences:
            whole = sentence.role == "plan" and (not sentence.heading or _is_item(sentence, report))
            own = facts.get(sentence.number, [])
            if sentence.part not in ("plan", "annex", "review") or sentence.number in back or not (whole or own):
                continue
            found += (u for u in self._of_sentence(sentence, own, lists) if whole or u.fact is not None)
        return tuple(found)

    def _of_sentence(self, sentence: Sentence, facts: Sequence[Fact], lists: TargetLists) -> Iterator[Undertaking]:
        places = [fact.start for fact in facts]
        clauses = self._whole_clauses(sentence.text)
        for clause, behind in zip_longest(clauses, clauses[1:]):
            if clause.mark == "，" and behind is not None and self._judging.search(behind.text):
                continue
            lead = self.verb_of(clause.text)
            own = facts[bisect_left(places, clause.start) : bisect_left(places, clause.end)]
            if own and self._sets(sentence, clause, own, lead, lists):
                for part, fact in self._figures.of(clause, own):
                    yield Undertaking(sentence, part, self._verb_of_part(part, clause, lead), fact)
            elif self._is_listed(sentence, clause, lists) or self._promises(clause.text, lead):
                for part in self._parts(clause):
                    yield Undertaking(sentence, part, self._verb_of_part(part, clause, lead))

    def _verb_of_part(self, part: Clause, whole: Clause, lead: Lead | None) -> Lead | None:
        return lead if part.text == whole.text else self.verb_of(part.text) or lead

    def verb_of(self, text: str) -> Lead | None:
        """The verb by which a clause promises.

        It opens the clause, or follows an object that was moved before it (将、把、对…), or stands behind its subject
        and an adverb (企业…要…, 居民收入稳步…), or ends the clause as a completion (大桥建成通车).
        """
        text = self._without_frame(text)
        return (
            self._opening(text)
            or self._behind_means(text)
            or self._verbs.behind_object(text, self._words.moving, self._behind_date(text))
            or self._verbs.after_adverb(text)
            or self._verbs.at_end(text)
            or self._verbs.of_founding(text)
        )

    def _parts(self, clause: Clause) -> list[Clause]:
        """A clause cut at each 、 that parts two things to be brought about (建成望海大桥、开工环岛快线).

        Not where both only describe the noun at the end (提高防范风险、完成任务|的能力).
        """
        items = split_items(clause)
        if len(items) == 1:
            return [*items]
        first_alone = self._stands_alone(items[0])
        shared = self._attribute not in items[0].text
        starts = [
            0,
            *(
                number
                for number, item in enumerate(items)
                if number and first_alone and self._stands_alone(item) and not (shared and self._attribute in item.text)
            ),
        ]
        parts = []
        for start, behind in zip(starts, [*starts[1:], len(items)], strict=True):
            first, end = items[start].start, items[behind - 1].end
            parts.append(Clause(first, end, clause.text[first - clause.start : end - clause.start]))
        return parts

    def _stands_alone(self, item: Clause) -> bool:
        lead = self._opening(item.text)
        return lead is not None and lead.strength == "complete" and len(item.text) - lead.end >= SHORTEST_OBJECT

    def _opening(self, text: str) -> Lead | None:
        """Kept, because several rules ask for the opening of one clause."""
        if text not in self._openings:
            self._openings[text] = self._verbs.lead(text, self._behind_date(text))
        return self._openings[text]

    def _behind_date(self, text: str) -> int:
        date = self._date.match(text)
        return date.end() if date else 0

    def _behind_means(self, text: str) -> Lead | None:
        means = self._means.match(text)
        return self._verbs.lead(text, means.end()) if means else None

    def _sets(
        self, sentence: Sentence, clause: Clause, own: Sequence[Fact], lead: Lead | None, lists: TargetLists
    ) -> bool:
        """Does the clause set its figures? Not where it describes or follows of itself, or only counts people."""
        names_manner = lead is None and clause.text.startswith(self._words.manner)
        if self._consequence.search(clause.text) or (names_manner and not self._does(clause.text)):
            return False
        if lead is not None or lists.is_target(sentence.number, clause.start):
            return True
        if self._state.search(clause.text):
            return False
        if lists.is_livelihood(sentence.number) or any(word in clause.text for word in self._words.adding):
            return True
        return not all(fact.unit in self._words.people and fact.measure == "level" for fact in own)

    def _is_listed(self, sentence: Sentence, clause: Clause, lists: TargetLists) -> bool:
        """A clause of the year's main targets, or of a list of 民生实事, promises whatever its form."""
        if lists.is_target(sentence.number, clause.start):
            return not self._consequence.search(clause.text)
        return lists.is_livelihood(sentence.number) and not self._is_idle(clause.text)

    def _is_idle(self, text: str) -> bool:
        words = self._words
        return (
            len(text) < words.shortest
            or (text.startswith(words.purpose) and self._behind_means(text) is None)
            or text.endswith(words.frame)
            or (text.startswith(words.manner) and not self._does(text))
            or self._consequence.search(text) is not None
            or any(text.startswith(aim) and self._verbs.lead(text, len(aim)) is not None for aim in words.aims)
            or self._statement.search(text) is not None
        )

    def _does(self, text: str) -> bool:
        """Does a clause that opens with its manner go on to do something (通过网上平台公开信息)?"""
        if self._opening(text) is not None:
            return True
        opened = next(len(word) for word in self._words.manner if text.startswith(word))
        doing = any(lead.strength == "complete" and lead.start > opened for lead in self._verbs.acts_in(text))
        return doing and not text.rstrip(CLOSING).endswith(self._words.manner_end)

    def _promises(self, text: str, verb: Lead | None) -> bool:
        words = self._words
        text = self._without_frame(text)
        if self._is_idle(text):
            return False
        if self._obliged.search(text):
            return True
        opening = self._opening(text)
        if opening is None and text.startswith(words.manner):
            return True
        if opening is not None:
            return not self._done.match(text, opening.end)
        return (verb is not None or self._trend.search(text) is not None) and not self._state.search(text)

    def _without_frame(self, text: str) -> str:
        """What a clause says behind its frame or date (在保证安全的前提下，|…；争取用三年时间，|…)."""
        for comma in re.finditer("，", text[: self._words.longest]):
            if text.endswith(self._words.frame, 0, comma.start()) or self._is_date(text[: comma.start()]):
                return text[comma.end() :]
        return text

    def _whole_clauses(self, text: str) -> list[Clause]:
        """Clauses without their labels, a topic joined to what is said of it, and what goes on to what it goes on."""
        whole: list[Clause] = []
        for found in split_clauses(text):
            label = self._label.match(found.text)
            clause = trimmed(text, found.start + (label.end() if label else 0), found.end, found.mark)
            before = whole[-1] if whole else None
            if before is not None and before.mark in "，," and self._belongs(before, clause):
                whole[-1] = joined(text, before, clause)
            elif clause.text:
                whole.append(clause)
        return whole

    def _is_date(self, text: str) -> bool:
        """A clause that only says by when (争取用三年时间，|…)."""
        date = self._date.search(text)
        return date is not None and date.end() == len(text) and self._verbs.is_helping(text[: date.start()])

    def _belongs(self, before: Clause, clause: Clause) -> bool:
        words: ClauseWords = self._words
        if len(before.text) + len(clause.text) > words.longest:
            return False
        goes_on = clause.text.startswith(words.tails) or self._bare.match(clause.text) is not None
        if goes_on and any(sign.isdigit() for sign in clause.text):
            return any(sign.isdigit() for sign in before.text)
        if clause.text.startswith(words.stress) and self._verbs.lead(before.text) is not None:
            return True
        if before.text.endswith(words.frame) or self._is_date(before.text):
            return True
        return before.text.startswith(words.topic) and not self._verbs.acts_in(before.text)


def _is_item(heading: Sentence, report: Report) -> bool:
    """A heading that is an item of 一是…、二是…, which says what will be done as any sentence does."""
    return heading.section is not None and report.sections[heading.section].kind == "ordinal"


def _targets_by_sentence(facts: Iterable[Fact]) -> dict[int, list[Fact]]:
    by_sentence: dict[int, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.role == "target" and not fact.is_from and _is_set(fact):
            by_sentence[fact.sentence].append(fact)
    for told in by_sentence.values():
        told.sort(key=lambda fact: fact.start)
    return by_sentence


def _is_set(fact: Fact) -> bool:
    """A figure that is set out of the words: digits, a share (压减一半) or a great amount (突破万亿元).

    Small numbers in words count what stands there anyway (两个积极性, 八项规定) or are part of a saying (千方百计).
    """
    return (
        any(sign in "0123456789" for sign in fact.written)
        or fact.unit == "%"
        or (fact.value >= GREAT and fact.unit != "")
    )
