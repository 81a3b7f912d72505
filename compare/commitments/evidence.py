"""Evidence as it is shown: the clauses of the later report that report on a commitment, best first, with reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from compare.commitments.evidence_passages import Passage
from compare.commitments.evidence_signs import SignReader
from compare.commitments.ranking_cases import KEPT, Case
from compare.commitments.ranking_features import Floats
from compare.model import Evidence, Fact


class EvidenceWriter(Struct, frozen=True):
    """Turns passages of report number ``report`` into evidence."""

    report: int
    passages: Sequence[Passage]
    features: Mapping[str, Floats]
    signs: SignReader
    why: Mapping[str, str]

    def ranked(self, row: int, case: Case, *, taken: bool) -> tuple[Evidence, ...]:
        """The passages that a case kept; ``taken`` is false where they do not decide that this is reported at all."""
        return tuple(self._ranked(row, place, taken=taken) for place in case.places)

    def likeness_at(self, row: int, fact: Fact) -> float:
        """How like the commitment of a row is to the clause that states a figure."""
        place = self.place_of(fact)
        return 0.0 if place is None else float(self.features["likeness"][row, place])

    def at(self, row: int, place: int) -> Evidence:
        """One passage as evidence for the commitment of a row."""
        return self._ranked(row, place, taken=True)

    def figures(self, row: int, case: Case, least: float) -> tuple[Fact, ...]:
        """The figures in the passages of a case whose clause is at least so like the commitment, likest first."""
        likeness = self.features["likeness"][row]
        places = sorted((p for p in case.places if likeness[p] >= least), key=lambda p: -float(likeness[p]))
        return tuple(fact for place in places for fact in self.passages[place].figures)

    def figure(self, fact: Fact, *, computed: bool) -> Evidence | None:
        """The clause that states a figure of the same indicator."""
        place = self.place_of(fact)
        if place is None:
            return None
        return self._evidence(self.passages[place], 1.0, self.why["presupposed" if computed else "figure"], fact)

    def place_of(self, fact: Fact) -> int | None:
        """The passage whose clause holds a figure."""
        holding = (
            place
            for place, passage in enumerate(self.passages)
            if passage.sentence == fact.sentence and passage.core_start <= fact.start < passage.core_end
        )
        return next(holding, None)

    def _ranked(self, row: int, place: int, *, taken: bool) -> Evidence:
        likeness, things = (float(self.features[name][row, place]) for name in ("likeness", "things_around"))
        reason = self.why["evidence"].format(likeness=round(100 * likeness), things=round(100 * things))
        if not taken:
            reason = f"{self.why['evidence_weak']}；{reason}"
        passage = self.passages[place]
        direction = float(self.features["direction_around"][row, place])
        score = max(0.0, min(1.0, (likeness + things + direction) / 3))
        return self._evidence(passage, round(score, 3), reason, next(iter(passage.figures), None))

    def _evidence(self, passage: Passage, score: float, reason: str, fact: Fact | None) -> Evidence:
        sweeping = self.signs.read(passage.core).shown["sweeping"]
        if sweeping:
            reason = f"{self.why['sweeping']}；{reason}"
        return Evidence(
            report=self.report,
            sentence=passage.sentence,
            start=passage.start,
            end=passage.end,
            text=passage.text,
            score=score,
            reason=reason,
            fact=fact,
            sweeping=sweeping,
        )


def joined(first: Evidence | None, others: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """``first`` above the others, without the one that shows the same words."""
    if first is None:
        return tuple(others[:KEPT])
    rest = [e for e in others if e.sentence != first.sentence or e.end <= first.start or first.end <= e.start]
    return (first, *rest)[:KEPT]
