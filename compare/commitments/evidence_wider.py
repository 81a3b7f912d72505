"""Clauses about a wider subject than a promise's own: they touch it, but do not say what came of it (unclear)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from compare.commitments.evidence_passages import Passage
from compare.language.lexicon import Lexicon
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


class WiderReader:
    """Finds the clauses about a wider subject."""

    def __init__(self, passages: Sequence[Passage], lexicon: Lexicon) -> None:
        self._known = []
        for wider in lexicon.read("umbrellas", WiderWords).wider.values():
            told = re.compile(wider.told)
            places = [n for n, passage in enumerate(passages) if passage.part == "review" and told.search(passage.core)]
            if places:
                self._known.append((re.compile(wider.promised), tuple(places)))

    def places(self, promise: str) -> tuple[int, ...]:
        """The passages about a wider subject of a promise, in the order of the text; most often none."""
        found = {place for promised, places in self._known if promised.search(promise) for place in places}
        return tuple(sorted(found))
