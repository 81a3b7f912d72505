"""Clauses about a wider subject than a promise's own: they touch it, but do not say what came of it (unclear)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate

from compare.commitments.evidence_passages import Passage
from compare.language.schema import Schema


class Wider(Schema, frozen=True):
    """What a promise of a part fits, and what a clause about the whole; a pair of both, and a clause of neither."""

    promised: str
    told: str
    example: str
    counter: str


class WiderWords(Schema, frozen=True):
    """The lexicon's table ``umbrellas``."""

    wider: Mapping[str, Wider]
    halves: Mapping[str, Wider]
    """Two things promised in one phrase (稳中提质), and what tells of the first of them."""


class WiderReader:
    """Finds the clauses that one of the table's entries (``known``) knows for a promise."""

    def __init__(self, passages: Sequence[Passage], known: Mapping[str, Wider]) -> None:
        reviewed = [place for place, passage in enumerate(passages) if passage.part == "review"]
        # No clause holds a full stop and no pattern reaches over one, so each pattern reads all clauses at once.
        starts = list(accumulate((len(passages[place].core) + 1 for place in reviewed), initial=0))
        text = "。".join(passages[place].core for place in reviewed)
        self._known = []
        for wider in known.values():
            found = (bisect_right(starts, match.start()) - 1 for match in re.finditer(wider.told, text))
            places = tuple(reviewed[n] for n in dict.fromkeys(found))
            if places:
                self._known.append((re.compile(wider.promised), places))

    def places(self, promise: str) -> tuple[int, ...]:
        """The passages that belong to a promise, in the order of the text; most often none."""
        found = {place for promised, places in self._known if promised.search(promise) for place in places}
        return tuple(sorted(found))
