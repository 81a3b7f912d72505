"""The same thing promised again in the later plan (续列)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import numpy as np
from msgspec import Struct

from compare.commitments.evidence_passages import Passage
from compare.commitments.key_words import key_words
from compare.commitments.ranking import BASE, best_places, weighted
from compare.commitments.ranking_features import Floats, Sorter
from compare.commitments.vectors import WordVectors
from compare.model import Commitment, Evidence, Fact

KEPT = 2
_SECOND = 0.75
"""How like a second clause must be, as a share of the first one's likeness."""


FOREIGN = 0.5
"""Kinship below which the rarest word of a target's name is not there."""
_OF_PAIR = ("likeness", "covered_around", "things_around", "section")
"""Features of the pair that are weighed as they are."""
OF_PLAN = (*_OF_PAIR, *(name for name in BASE if name not in _OF_PAIR))
"""Features that clauses of the plan are looked at by."""


class Repetitions(Struct, frozen=True):
    """For every commitment, the clauses of the later plan that promise it again; empty where none does."""

    commitments: Sequence[Commitment]
    passages: Sequence[Passage]
    features: Mapping[str, Floats]
    weights: Mapping[str, float]
    sorter: Sorter
    vectors: WordVectors
    phase: re.Pattern[str]
    """The phase of a project: 一期."""
    linked: Mapping[int, tuple[Fact, ...]]
    """The later report's figures of the same indicator, by the number of the target's fact."""

    def likest(self) -> Floats:
        """How like the likest clause of the plan is to each commitment."""
        base = weighted(BASE, self.features)
        return np.asarray(base.max(axis=1, initial=0.0), dtype=np.float32)

    def found(self, report: int, reason: str) -> tuple[tuple[Evidence, ...], ...]:
        """One tuple a commitment, likest first, as evidence from report number ``report``."""
        base = weighted(BASE, self.features)
        return tuple(
            tuple(self._evidence(place, chance, report, reason) for place, chance in self._of(row, base[row]))
            for row in range(len(base))
        )

    def numbers(self, row: int, place: int, base: float) -> dict[str, float]:
        """What is weighed of a commitment and a clause: each by its name, 0 to about 1."""
        found = {name: float(self.features[name][row, place]) for name in _OF_PAIR}
        return found | {"base": base, "numeric": float(self.commitments[row].kind == "numeric")}

    def _of(self, row: int, base: Floats) -> list[tuple[int, float]]:
        """The clauses and their chances."""
        found: list[tuple[int, float]] = []
        for place in best_places(base, self.passages, KEPT) if len(base) else ():
            chance = self._chance(self.numbers(row, place, float(base[place])))
            if chance <= 0.5 and not found:
                return []
            if self._is_other(row, place):
                continue
            if chance > 0.5 and (not found or base[place] >= _SECOND * base[found[0][0]]):
                found.append((place, chance))
        return found

    def _is_other(self, row: int, place: int) -> bool:
        """The clause is of another phase; or it has figures, none of the target's indicator, and lacks the word that
        tells the target apart, or the one that its name ends with where the figures are all of other targets."""
        commitment, passage = self.commitments[row], self.passages[place]
        if _apart(self.phase, commitment.text, passage.core):
            return True
        if commitment.fact is None or not passage.figures:
            return False
        linked = self.linked.get(commitment.fact.number, ())
        if any(fact in linked for fact in passage.figures):
            return False
        words = key_words(commitment, passage.core, self.sorter, self.vectors)
        taken = all(any(fact in facts for facts in self.linked.values()) for fact in passage.figures)
        return words["rarest"] < FOREIGN or (taken and self._lacks_head(commitment.fact, passage.core))

    def _lacks_head(self, target: Fact, text: str) -> bool:
        """No word of a text comes near the last one of the target's name. A word that stands in the name as well says
        nothing: 生产总值 keeps company with 能耗, and is no other word for it."""
        name = self.sorter.things(target.indicator)
        told = [word for word in self.sorter.things(text) if word not in name[:-1]]
        return not name or self.vectors.kinship(name[-1], told) < FOREIGN

    def _chance(self, numbers: Mapping[str, float]) -> float:
        total = sum(weight * numbers[name] for name, weight in self.weights.items() if name != "bias")
        return float(1 / (1 + np.exp(-(total + self.weights["bias"]))))

    def _evidence(self, place: int, chance: float, report: int, reason: str) -> Evidence:
        passage = self.passages[place]
        return Evidence(
            report=report,
            sentence=passage.sentence,
            start=passage.core_start,
            end=passage.core_end,
            text=passage.core,
            score=round(chance, 3),
            reason=reason,
        )


def _apart(pattern: re.Pattern[str], one: str, other: str) -> bool:
    """Both texts name something of the kind (一期), and nothing in common."""
    first, second = set(pattern.findall(one)), set(pattern.findall(other))
    return bool(first and second) and not first & second
