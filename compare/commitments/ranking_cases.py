"""A commitment with its likeliest passage, as numbers: what the verdict is weighed from.

Every number is 0 to about 1 or a plain share, so that weights can be compared; ``docs/commitments.md`` explains each.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from compare.commitments.evidence_passages import Passage
from compare.commitments.evidence_signs import SignReader, Signs
from compare.commitments.ranking import BASE, Weights, best_places, weighted
from compare.commitments.ranking_features import Floats, Sorter
from compare.model import Commitment

KEPT = 3
"""Pieces of evidence shown for a commitment."""
TAKEN = ("likeness", "covered_around", "things_around", "direction_around", "kin_around", "section", "plan", "problems")
"""Features of the pair that the verdict uses as they are."""
_PARTS = re.compile(r"[、，,]|以及|和|及|与")
_SHARED = 0.34


@dataclass(frozen=True, slots=True)
class Case:
    """A commitment, its likeliest passages with their scores, and the features of the first."""

    commitment: Commitment
    places: tuple[int, ...]
    scores: tuple[float, ...]
    features: Mapping[str, float]
    signs: Signs
    """Of the first passage."""
    missing: tuple[str, ...]
    """Parts of the commitment that the first passage does not name."""


@dataclass(frozen=True, slots=True)
class CaseReader:
    """Reads cases from the features of all pairs; ``again`` is how alike the best clause of the plan is."""

    commitments: Sequence[Commitment]
    passages: Sequence[Passage]
    features: Mapping[str, Floats]
    again: Floats
    weights: Weights
    signs: SignReader
    sorter: Sorter

    def cases(self) -> tuple[Case, ...]:
        """One case a commitment, in order."""
        scores = weighted(self.weights.ranking, self.features)
        base = weighted(BASE, self.features)
        return tuple(self._case(row, scores[row], base) for row in range(len(self.commitments)))

    def _case(self, row: int, scores: Floats, base: Floats) -> Case:
        commitment = self.commitments[row]
        places = best_places(scores, self.passages, KEPT + 1)
        first = places[0]
        found = {name: float(self.features[name][row, first]) for name in TAKEN}
        found["score"] = float(scores[first])
        found["lead"] = float(scores[first] - np.mean(scores[list(places[1:])])) if len(places) > 1 else 0.0
        found["rather_again"] = float(self.again[row] - base[row, first])
        found["owned"] = float(base[row, first] / max(base[:, first].max(), 1e-6))
        found["numeric"] = float(commitment.kind == "numeric")
        core = self.passages[first].core
        promised, told = self.signs.read(commitment.text), self.signs.read(core)
        found |= {f"promise_{name}": value for name, value in promised.numbers().items()}
        found |= {f"passage_{name}": value for name, value in told.numbers().items()}
        found["same_verb"] = float(bool(promised.verb) and promised.verb in self.passages[first].text)
        parts, missing = self._parts(commitment.text, self.passages[first].text)
        found["parts_missing"] = len(missing) / parts if parts > 1 else 0.0
        return Case(commitment, places[:KEPT], tuple(float(scores[p]) for p in places[:KEPT]), found, told, missing)

    def _parts(self, promised: str, told: str) -> tuple[int, tuple[str, ...]]:
        """How many coordinated parts the commitment names, and those of which the passage shares too little."""
        held = set(pairwise(told))
        parts, missing = 0, []
        for part in _PARTS.split(promised):
            pairs = set(pairwise("".join(self.sorter.words(part).things)))
            if pairs:
                parts += 1
                if len(pairs & held) < _SHARED * len(pairs):
                    missing.append(part)
        return parts, tuple(missing)
