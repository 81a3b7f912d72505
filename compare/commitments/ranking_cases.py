"""A commitment with its likeliest passage, as numbers: what the verdict is weighed from.

Every number is 0 to about 1 or a plain share, so that weights can be compared; ``docs/commitments.md`` explains each.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from compare.commitments.evidence_passages import Passage
from compare.commitments.evidence_signs import SignReader, Signs
from compare.commitments.key_words import key_words
from compare.commitments.ranking import BASE, Weights, best_places, weighted
from compare.commitments.ranking_features import Floats, Sorter
from compare.commitments.vectors import WordVectors
from compare.model import Commitment

KEPT = 3
"""Pieces of evidence shown for a commitment."""
TAKEN = ("likeness", "covered_around", "things_around", "direction_around", "section")
"""Features of the pair that the verdict uses as they are."""
PARTS = re.compile(r"(?:[、，,]|以及|和|及|与)(?![^《》]*》)")
"""What stands between coordinated parts, not inside the title of a paper."""
_DIGIT = re.compile(r"\d")
PAIRS, LETTERS = 0.34, 0.6
"""Share of a part's pairs of characters, or of its characters, that name it."""
SHORT = 3
LONG = 8
"""Letters above which a part must be spelled, because a word like its rarest one says too little of it."""
KIN = 0.5
"""Kinship of a word with a part's rarest one that names it."""


class Case(Struct, frozen=True):
    """A commitment, its likeliest passages, and what speaks for the first that looks back being about it.

    ``decisive`` is that one: a clause of the plan may show a figure of last year, but does not report.
    """

    commitment: Commitment
    places: tuple[int, ...]
    decisive: int
    features: Mapping[str, float]

    @property
    def key(self) -> float:
        """How near the decisive clause comes to the word that the commitment's name turns on."""
        return max(self.features["head"], self.features["rarest"])


class Outlook(Struct, frozen=True):
    """What the decisive passage of a case shows of how far the commitment has come."""

    features: Mapping[str, float]
    promised: Signs
    told: Signs
    missing: tuple[str, ...]
    """Parts of the commitment that no passage of the case names; empty where none is named."""


class CaseReader(Struct, frozen=True):
    """Reads cases from the features of all pairs; ``again`` is how alike the best clause of the plan is."""

    commitments: Sequence[Commitment]
    passages: Sequence[Passage]
    features: Mapping[str, Floats]
    again: Floats
    weights: Weights
    signs: SignReader
    sorter: Sorter
    vectors: WordVectors

    def cases(self) -> tuple[Case, ...]:
        """One case a commitment, in order."""
        scores = weighted(self.weights.ranking, self.features)
        planned = self.features["plan"] > 0
        scores = np.where(planned & (self.features["unit"] == 0), np.float32(-np.inf), scores)
        reporting = np.where(planned, np.float32(-np.inf), scores)
        base = weighted(BASE, self.features)
        highest = np.maximum(base.max(axis=0, initial=0.0), np.float32(0.01))
        shown: NDArray[np.bool_] = np.any(planned & np.isfinite(scores), axis=1)
        return tuple(
            self._case(row, scores[row] if shown[row] else None, reporting[row], base[row], highest)
            for row in range(len(self.commitments))
        )

    def _case(self, row: int, shown: Floats | None, scores: Floats, base: Floats, highest: Floats) -> Case:
        """``shown`` are the scores with clauses of the plan, where any of those may be shown."""
        ranked = best_places(scores, self.passages, KEPT + 1)
        places = ranked[:KEPT] if shown is None else best_places(shown, self.passages, KEPT)
        first, others = ranked[0], list(ranked[1:])
        found = {name: float(self.features[name][row, first]) for name in TAKEN}
        found["lead"] = float(scores[first] - scores[others].mean()) if others else 0.0
        found["rather_again"] = float(self.again[row] - base[first])
        found["owned"] = max(0.0, float(base[first] / highest[first]))
        found["numeric"] = float(self.commitments[row].kind == "numeric")
        return Case(self.commitments[row], places, first, found | self.key_words(row, self.passages[first].text))

    def key_words(self, row: int, text: str) -> dict[str, float]:
        """How near a text comes to the words that the name of a row's commitment turns on."""
        return key_words(self.commitments[row], text, self.sorter, self.vectors)

    def outlook(self, case: Case) -> Outlook:
        """What is weighed for the outcome of a commitment that is reported at all."""
        passage, promise = self.passages[case.decisive], case.commitment.text
        promised, told = self.signs.read(promise), self.signs.read(passage.core)
        found = dict(case.features)
        found |= {f"promise_{name}": float(value) for name, value in promised.shown.items()}
        found |= {f"passage_{name}": float(value) for name, value in told.shown.items()}
        found["same_verb"] = float(bool(promised.verb) and promised.verb in passage.text)
        parts, missing = self.parts(promise, self._telling(case))
        found["parts_missing"] = len(missing) / parts if parts > 1 else 0.0
        return Outlook(found, promised, told, missing if len(missing) < parts else ())

    def _telling(self, case: Case) -> list[str]:
        """What the passages of a case say, without those that name what is lacking or was not done."""
        found = [self.passages[place] for place in dict.fromkeys((case.decisive, *case.places))]
        return [p.text for p in found if p.part != "problems" and not self.signs.read(p.core).shown["failed"]]

    def parts(self, promised: str, told: Sequence[str]) -> tuple[int, tuple[str, ...]]:
        """How many coordinated parts the commitment names, and those of which no passage says enough."""
        parts, missing = 0, []
        for part in _own_words(PARTS.split(promised)):
            things = self.sorter.things(part)
            if len("".join(things)) > 1:
                parts += 1
                if not any(self._names(text, things) for text in told):
                    missing.append(part)
        return parts, tuple(missing)

    def _names(self, text: str, things: Sequence[str]) -> bool:
        """A text names a part by its letters, or by a word like the part's rarest one."""
        rarest = max(things, key=self.vectors.rarity)
        letters = "".join(things)
        if _spells(text, letters) or len(letters) > LONG:
            return _spells(text, letters)
        return self.vectors.kinship(rarest, self.sorter.things(text)) >= KIN


def _own_words(parts: Sequence[str]) -> list[str]:
    """Coordinated parts without what the last one has for all of them: 甲、乙2个片区改造, 甲、乙等市级商圈."""
    own = [part.partition("等")[0] or part for part in parts]
    if len(own) < 2 or any(_DIGIT.search(part) for part in own[:-1]):
        return own
    longest = max(len(part) for part in own[:-1])
    last = _DIGIT.split(own[-1])[0] or own[-1]
    return [*own[:-1], last[: longest + 1] if len(last) > 2 * longest else last]


def _least(letters: set[str]) -> float:
    """How many of a part's letters spell it: a short word must be whole (高新区 is not in 新设创新示范区)."""
    return LETTERS * len(letters) if len(letters) > SHORT else len(letters)


def _spells(text: str, part: str) -> bool:
    """A text spells a part by enough of its pairs of characters, or in short by enough of its characters."""
    pairs = set(pairwise(part))
    letters = set(part)
    return len(pairs & set(pairwise(text))) >= PAIRS * len(pairs) or len(letters & set(text)) >= _least(letters)
