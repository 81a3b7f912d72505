"""What kept its order and what moved."""

from __future__ import annotations

from collections.abc import Mapping

Place = tuple[int, int]
"""Where a pair stands: place in the old, place in the new."""


def out_of_order(weights: Mapping[Place, int]) -> frozenset[Place]:
    """The pairs outside the heaviest chain that rises in both: with text lengths as weights, the least text moved.

    Pairs may share a place (a section that was split): going on from the same place is no break of order.
    """
    ordered = sorted(weights)
    ranks = {new: rank for rank, new in enumerate(sorted({new for _, new in ordered}), 1)}
    best = _BestSoFar(len(ranks))
    before: dict[Place, Place | None] = {}
    for place in ordered:
        total, before[place] = best.up_to(ranks[place[1]])
        best.enter(ranks[place[1]], total + weights[place], place)
    kept = set()
    step = best.up_to(len(ranks))[1]
    while step is not None:
        kept.add(step)
        step = before[step]
    return frozenset(set(ordered) - kept)


class _BestSoFar:
    """The heaviest chain that ends at or before a rank: a Fenwick tree of maxima, so n pairs take n log n steps."""

    def __init__(self, ranks: int) -> None:
        self._best: list[tuple[int, Place | None]] = [(0, None)] * (ranks + 1)

    def up_to(self, rank: int) -> tuple[int, Place | None]:
        """Weight and last pair of the heaviest chain; of equals the first entered."""
        found: tuple[int, Place | None] = (0, None)
        while rank:
            if self._best[rank][0] > found[0]:
                found = self._best[rank]
            rank -= rank & -rank
        return found

    def enter(self, rank: int, weight: int, place: Place) -> None:
        """A chain of this weight ends here."""
        while rank < len(self._best):
            if weight > self._best[rank][0]:
                self._best[rank] = (weight, place)
            rank += rank & -rank
