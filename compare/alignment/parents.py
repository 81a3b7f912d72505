"""Pairs of parents: a chapter is continued by those that took over its sections."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from compare.alignment.affinity import ancestry
from compare.alignment.order import out_of_order
from compare.model import Relation, Report, Section, SectionPair

SHARE = 0.5
"""A second continuation must have taken over at least this share of what the first one took."""


def pair_parents(old: Report, new: Report, pairs: Sequence[SectionPair]) -> tuple[SectionPair, ...]:
    """Pairs of sections that have others below them, each depth by itself, voted for by the pairs of their leaves."""
    out: list[SectionPair] = []
    old_depths, new_depths = _by_depth(old), _by_depth(new)
    for depth in range(max(len(old_depths), len(new_depths))):
        rows = old_depths[depth] if depth < len(old_depths) else []
        columns = new_depths[depth] if depth < len(new_depths) else []
        out += _paired(rows, columns, _votes(old, new, pairs, depth))
    return tuple(out)


def _by_depth(report: Report) -> list[list[Section]]:
    """Sections with others below them, chapters first."""
    lowest = {section.number for section in report.leaves}
    depths: list[list[Section]] = []
    for section in report.sections:
        if section.number not in lowest:
            depth = len(ancestry(report, section)) - 1
            depths.extend([] for _ in range(depth + 1 - len(depths)))
            depths[depth].append(section)
    return depths


def _votes(old: Report, new: Report, pairs: Sequence[SectionPair], depth: int) -> Counter[tuple[int, int]]:
    """How many sections below each went to which: one that was split or merged has one vote in all."""
    linked = [pair for pair in pairs if pair.old is not None and pair.new is not None]
    continuations, origins = Counter(pair.old for pair in linked), Counter(pair.new for pair in linked)
    votes: Counter[tuple[int, int]] = Counter()
    for pair in pairs:
        if pair.old is None or pair.new is None:
            continue
        above = ancestry(old, old.sections[pair.old])[1:][::-1]
        below = ancestry(new, new.sections[pair.new])[1:][::-1]
        if depth < len(above) and depth < len(below):
            # In 1/60ths, so that votes are whole numbers and sums are exact.
            votes[above[depth].number, below[depth].number] += 60 // min(
                60, max(continuations[pair.old], origins[pair.new])
            )
    return votes


def _paired(rows: list[Section], columns: list[Section], votes: Counter[tuple[int, int]]) -> list[SectionPair]:
    taken = [
        (row.number, column.number) for row in rows for column in columns if _counts(votes, row.number, column.number)
    ]
    moved = out_of_order({pair: votes[pair] for pair in taken})
    out = []
    for row in rows:
        targets = [column for origin, column in taken if origin == row.number]
        if not targets:
            out.append(SectionPair(row.number, None, "dropped", 1.0, moved=False, reason="", parents=True))
        for column in targets:
            origins = sum(target == column for _, target in taken)
            kind: Relation = "split" if len(targets) > 1 else "merged" if origins > 1 else "same"
            cast_for = sum(n for (origin, target), n in votes.items() if origin == row.number or target == column)
            score = round(votes[row.number, column] / cast_for, 3)
            out.append(
                SectionPair(row.number, column, kind, score, (row.number, column) in moved, "children", parents=True)
            )
    reached = {column for _, column in taken}
    out += [
        SectionPair(None, column.number, "added", 1.0, moved=False, reason="", parents=True)
        for column in columns
        if column.number not in reached
    ]
    return out


def _counts(votes: Counter[tuple[int, int]], row: int, column: int) -> bool:
    """The most votes of either, and not far behind the most of the other."""
    count = votes[row, column]
    best_of_row = max((n for (origin, _), n in votes.items() if origin == row), default=0)
    best_of_column = max((n for (_, target), n in votes.items() if target == column), default=0)
    return count > 0 and (count >= SHARE * best_of_row and count >= SHARE * best_of_column)
