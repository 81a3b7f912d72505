"""The same thing promised again in the later plan (续列)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from compare.commitments.evidence_passages import Passage
from compare.commitments.ranking import BASE, best_places, weighted
from compare.commitments.ranking_features import Floats
from compare.model import Evidence

KEPT = 2
_SECOND = 0.75
"""How like a second clause must be, as a share of the first one's likeness."""


@dataclass(frozen=True, slots=True)
class Repetitions:
    """For every commitment, the clauses of the later plan that promise it again; empty where none does."""

    passages: Sequence[Passage]
    features: Mapping[str, Floats]
    weights: Mapping[str, float]
    report: int
    reason: str

    def likest(self) -> Floats:
        """How like the likest clause of the plan is to each commitment."""
        base = weighted(BASE, self.features)
        return np.asarray(base.max(axis=1, initial=0.0), dtype=np.float32)

    def found(self) -> tuple[tuple[Evidence, ...], ...]:
        """One tuple a commitment, likest first."""
        base = weighted(BASE, self.features)
        chance = 1 / (1 + np.exp(-weighted(self.weights, {**self.features, "base": base})))
        return tuple(self._of(base[row], chance[row]) for row in range(len(base)))

    def _of(self, base: Floats, chance: Floats) -> tuple[Evidence, ...]:
        if not len(chance) or chance[base.argmax()] <= 0.5:
            return ()
        places = best_places(base, self.passages, KEPT)
        return tuple(
            self._evidence(place, float(chance[place]))
            for place in places
            if chance[place] > 0.5 and base[place] >= _SECOND * base[places[0]]
        )

    def _evidence(self, place: int, chance: float) -> Evidence:
        passage = self.passages[place]
        return Evidence(
            report=self.report,
            sentence=passage.sentence,
            start=passage.core_start,
            end=passage.core_end,
            text=passage.core,
            score=round(chance, 3),
            reason=self.reason,
        )
