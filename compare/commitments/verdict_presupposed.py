"""Undertakings that the later plan presupposes: who will widen a pilot (扩大…试点) has started it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from compare.commitments.evidence_passages import CueWords, Passage
from compare.commitments.ranking_features import Floats
from compare.language.lexicon import Lexicon

HELD = 0.5
"""Share of a commitment's things, and likeness of letters, from which a clause of the plan is about it."""


class PresupposedReader:
    """Knows the clauses of the later plan that widen what there is already."""

    def __init__(self, plan: Sequence[Passage], features: Mapping[str, Floats], lexicon: Lexicon) -> None:
        cues = lexicon.read("cues", CueWords)
        widening = re.compile(cues.widening.pattern)
        self._features = features
        self._introducing = re.compile(cues.introducing.pattern)
        self._places = [place for place, passage in enumerate(plan) if widening.search(passage.core)]

    def place(self, row: int, promise: str) -> int | None:
        """The clause that presupposes what a row promises to introduce, None where there is none."""
        if not self._introducing.search(promise):
            return None
        likeness, things = (self._features[name][row] for name in ("likeness", "things_around"))
        near = [place for place in self._places if likeness[place] >= HELD and things[place] >= HELD]
        return max(near, key=lambda place: float(likeness[place]), default=None)
