"""Dividing a clause that sets several figures into one row a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from compare.commitments.clauses import Clause, trimmed
from compare.commitments.words import ClauseWords
from compare.model import Fact

STRONG = "、，；"
OWN_WORDS = 2
"""Characters beside the figure that a part must have to stand as a row of its own."""

OPENING = 20
"""Characters before a figure in which the words stand that say it only compares."""


class FigureRows:
    """Cuts clauses between their figures by the lexicon's words."""

    def __init__(self, words: ClauseWords) -> None:
        self._comparison = re.compile(words.comparison)
        self._bare = re.compile(words.bare)
        self._dealt = words.dealt
        links = sorted((*STRONG, *words.links), key=lambda word: (-len(word), word))
        self._link = re.compile("|".join(map(re.escape, links)))

    def of(self, clause: Clause, facts: Sequence[Fact]) -> list[tuple[Clause, Fact]]:
        """A part of the clause for each figure, in order.

        A figure that only compares (安排8亿元，比上年增加1亿元) has no row. Figures that a clause deals out
        (A和B分别增长5%和7%), or that go on with the same subject (产值8亿元，增长6%), have a row each, of the same
        words.
        """
        rows: list[tuple[Clause, Fact]] = []
        start = clause.start
        waiting: list[Fact] = []
        ordered = sorted(facts, key=lambda fact: fact.start)
        dealt = any(word in clause.text for word in self._dealt)
        told = [fact for fact in ordered if not self._compares(clause, fact, ordered)] or ordered[:1]
        for fact, behind in zip_longest(told, told[1:]):
            waiting.append(fact)
            border: tuple[int, int] | None = (clause.end, clause.end)
            if behind is not None:
                border = None if dealt else self._border(clause, fact, behind)
            if border is None:
                continue
            part = _part(clause, start, border[0])
            rows += [(part, fact) for fact in waiting]
            waiting = []
            start = border[1]
        return rows

    def _compares(self, clause: Clause, fact: Fact, facts: Sequence[Fact]) -> bool:
        """Does a figure only say how far another one of the clause is from last year's (安排8亿元，增加1亿元)?"""
        if _opens(clause, fact, self._comparison):
            return True
        level = any(other.measure == "level" and _same_kind(other, fact) for other in facts if other.end <= fact.start)
        return level and fact.measure == "delta" and _opens(clause, fact, self._bare)

    def _border(self, clause: Clause, before: Fact, behind: Fact) -> tuple[int, int] | None:
        """End of the part of one figure and start of the next one's; None where nothing parts them."""
        if _opens(clause, behind, self._bare):
            return None
        for link in self._links(clause.text[before.end - clause.start : behind.start - clause.start]):
            own = (behind.start - before.end - link.end()) + self._behind(clause, behind)
            if own >= OWN_WORDS:
                return before.end + link.start(), before.end + link.end()
        return None

    def _links(self, between: str) -> Iterator[re.Match[str]]:
        """Links, punctuation before words."""
        yield from sorted(self._link.finditer(between), key=lambda link: link[0] not in STRONG)

    def _behind(self, clause: Clause, fact: Fact) -> int:
        """Characters of the name that follows a figure, up to the next link; no more than matter are looked at."""
        rest = clause.text[fact.end - clause.start : fact.end - clause.start + OWN_WORDS]
        link = self._link.search(rest)
        return link.start() if link else len(rest)


def _same_kind(fact: Fact, other: Fact) -> bool:
    return fact.unit == other.unit


def _opens(clause: Clause, fact: Fact, pattern: re.Pattern[str]) -> bool:
    """Do the words between the last comma and a figure, and the figure, begin as the pattern says?"""
    start = fact.start - clause.start
    near = max(0, start - OPENING)
    place = max(clause.text.rfind(sign, near, start) for sign in STRONG) + 1
    return place > 0 and pattern.match(clause.text[place : fact.end - clause.start]) is not None


def _part(clause: Clause, start: int, end: int) -> Clause:
    part = trimmed(clause.text, start - clause.start, end - clause.start)
    return Clause(part.start + clause.start, part.end + clause.start, part.text, clause.mark)
