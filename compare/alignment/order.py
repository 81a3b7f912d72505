"""What kept its order and what moved."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence


def out_of_order(places: Sequence[tuple[int, int]]) -> frozenset[tuple[int, int]]:
    """Of pairs (place in the old, place in the new), those outside the longest chain that rises in both.

    Pairs may share a place (a section that was split): going on from the same place is no break of order.
    """
    ordered = sorted(set(places))
    tails: list[int] = []
    ends: list[int] = []
    before: list[int | None] = []
    for index, (_, new) in enumerate(ordered):
        length = bisect_right(tails, new)
        before.append(ends[length - 1] if length else None)
        if length == len(tails):
            tails.append(new)
            ends.append(index)
        else:
            tails[length], ends[length] = new, index
    kept = set()
    index_kept = ends[-1] if ends else None
    while index_kept is not None:
        kept.add(ordered[index_kept])
        index_kept = before[index_kept]
    return frozenset(set(ordered) - kept)
