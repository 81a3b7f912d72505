"""Pairs of parents: a chapter is continued by what took over its sections."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from compare.alignment.affinity import ancestry
from compare.alignment.order import out_of_order
from compare.model import Relation, Report, Section, SectionPair

SHARE = 0.5
"""A second continuation must have taken over at least this share of what the first one took."""
WHOLE = 60
"""A vote, in parts that halves, thirds, quarters and fifths of one are whole numbers of."""

Votes = Counter[tuple[int, int]]


def pair_parents(old: Report, new: Report, pairs: Sequence[SectionPair]) -> tuple[SectionPair, ...]:
    """Pairs of which at least one has sections below it, each depth by itself, by the votes of the lowest sections.

    A parent may continue in a section without others below it (its topics were drawn together), and the other way
    round; two lowest-level sections are no pair here.
    """
    out: list[SectionPair] = []
    seen: set[tuple[int | None, int | None]] = set()
    old_parents, new_parents = _parents(old), _parents(new)
    for depth in range(max([0, *(depth + 1 for depth in (*old_parents.values(), *new_parents.values()))])):
        votes = _votes(old, new, pairs, depth)
        rows = {number for number, own in old_parents.items() if own == depth}
        columns = {number for number, own in new_parents.items() if own == depth}
        for pair in _paired(rows, columns, votes, (old_parents, new_parents)):
            if (pair.old, pair.new) not in seen:
                seen.add((pair.old, pair.new))
                out.append(pair)
    return tuple(out)


def _parents(report: Report) -> dict[int, int]:
    """Sections with others below them, and how deep they stand (0 for a chapter)."""
    lowest = {section.number for section in report.leaves}
    return {
        section.number: len(ancestry(report, section)) - 1
        for section in report.sections
        if section.number not in lowest
    }


def _votes(old: Report, new: Report, pairs: Sequence[SectionPair], depth: int) -> Votes:
    """How many lowest sections went from which to which: one that was split or merged has one vote in all.

    Where a report is not as deep as this, its lowest section stands for itself.
    """
    linked = [(pair.old, pair.new) for pair in pairs if pair.old is not None and pair.new is not None]
    continuations, origins = Counter(row for row, _ in linked), Counter(column for _, column in linked)
    votes: Votes = Counter()
    for row, column in linked:
        above, below = _at(old, old.sections[row], depth), _at(new, new.sections[column], depth)
        votes[above, below] += WHOLE // min(WHOLE, max(continuations[row], origins[column]))
    return votes


def _at(report: Report, section: Section, depth: int) -> int:
    """The section of this depth that holds the given one, or the given one where it stands higher."""
    line = ancestry(report, section)[::-1]
    return line[min(depth, len(line) - 1)].number


def _paired(
    rows: set[int], columns: set[int], votes: Votes, parents: tuple[dict[int, int], dict[int, int]]
) -> list[SectionPair]:
    """The pairs of one depth; ``rows`` and ``columns`` are the parents of that depth."""
    of_row, of_column = _most(votes, 0), _most(votes, 1)
    strong = [
        (row, column)
        for row, column in sorted(votes)
        if votes[row, column] >= SHARE * of_row[row] and votes[row, column] >= SHARE * of_column[column]
    ]
    taken = [pair for pair in strong if pair[0] in parents[0] and pair[1] in parents[1]]
    with_parent = {row for row, _ in taken}, {column for _, column in taken}
    # A section without others below it takes a parent's place only where no parent did.
    taken += [
        (row, column)
        for row, column in strong
        if (row in parents[0]) != (column in parents[1]) and row not in with_parent[0] and column not in with_parent[1]
    ]
    taken.sort()
    moved = out_of_order({pair: votes[pair] for pair in taken})
    targets, sources = Counter(row for row, _ in taken), Counter(column for _, column in taken)
    cast_by, cast_for = _sums(votes, 0), _sums(votes, 1)
    out = []
    for row, column in taken:
        kind: Relation = "split" if targets[row] > 1 else "merged" if sources[column] > 1 else "same"
        score = round(votes[row, column] / (cast_by[row] + cast_for[column] - votes[row, column]), 3)
        out.append(SectionPair(row, column, kind, score, (row, column) in moved, "children", parents=True))
    out += [_alone(row, None, "dropped") for row in sorted(rows - set(targets))]
    out += [_alone(None, column, "added") for column in sorted(columns - set(sources))]
    return out


def _alone(old: int | None, new: int | None, kind: Relation) -> SectionPair:
    return SectionPair(old, new, kind, 1.0, moved=False, reason="", parents=True)


def _most(votes: Votes, side: int) -> dict[int, int]:
    most: dict[int, int] = {}
    for pair, count in votes.items():
        most[pair[side]] = max(count, most.get(pair[side], 0))
    return most


def _sums(votes: Votes, side: int) -> Counter[int]:
    sums: Counter[int] = Counter()
    for pair, count in votes.items():
        sums[pair[side]] += count
    return sums
