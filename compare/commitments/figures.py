"""Dividing a clause that sets several figures into one row a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from compare.commitments.clauses import Clause, trimmed
from compare.model import Fact

LINK = re.compile(r"以及|、|，|；|及|和|与|并")
STRONG = "、，；"
SHARED = "分别"
OWN_WORDS = 2
"""Characters beside the figure that a part must have to stand as a row of its own."""


def rows_of_figures(clause: Clause, facts: Sequence[Fact]) -> list[tuple[Clause, Fact]]:
    """A part of the clause for each figure, in order.

    Figures on the same thing (安排8亿元，比去年增加1亿元) share a row, which takes the amount itself. Figures that a
    clause deals out (A和B分别增长5%和7%) have a row each, of the same words.
    """
    groups = _groups(facts)
    rows: list[tuple[Clause, Fact]] = []
    start = clause.start
    waiting: list[Fact] = []
    for number, group in enumerate(groups):
        waiting.append(_principal(group))
        behind = groups[number + 1] if number + 1 < len(groups) else None
        end, next_start = _border(clause, group[-1], behind) if behind else (clause.end, clause.end)
        if end == next_start and behind:
            continue
        part = _part(clause, start, end)
        rows += [(part, fact) for fact in waiting]
        waiting = []
        start = next_start
    return rows


def _groups(facts: Sequence[Fact]) -> list[list[Fact]]:
    groups: list[list[Fact]] = []
    for fact in sorted(facts, key=lambda fact: fact.start):
        if groups and _same_thing(groups[-1][-1], fact):
            groups[-1].append(fact)
        else:
            groups.append([fact])
    return groups


def _same_thing(before: Fact, fact: Fact) -> bool:
    return bool(fact.indicator) and before.indicator == fact.indicator and before.measure != fact.measure


def _principal(group: Sequence[Fact]) -> Fact:
    return next((fact for fact in group if fact.measure == "level"), group[0])


def _border(clause: Clause, before: Fact, behind: Sequence[Fact]) -> tuple[int, int]:
    """End of the part of one figure and start of the next one's; the same place where nothing parts them."""
    first = behind[0]
    if SHARED in clause.text:
        return first.start, first.start
    for link in _links(clause.text[before.end - clause.start : first.start - clause.start]):
        own = (first.start - before.end - link.end()) + _behind(clause, behind[-1])
        if own >= OWN_WORDS:
            return before.end + link.start(), before.end + link.end()
    return first.start, first.start


def _links(between: str) -> Iterator[re.Match[str]]:
    """Links, punctuation before words."""
    links = list(LINK.finditer(between))
    yield from sorted(links, key=lambda link: link[0] not in STRONG)


def _behind(clause: Clause, fact: Fact) -> int:
    """Characters of the name that follows a figure, up to the next link."""
    rest = clause.text[fact.end - clause.start :]
    link = LINK.search(rest)
    return link.start() if link else len(rest)


def _part(clause: Clause, start: int, end: int) -> Clause:
    part = trimmed(clause.text, start - clause.start, end - clause.start)
    return Clause(part.start + clause.start, part.end + clause.start, part.text, clause.mark)
