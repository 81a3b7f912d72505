"""Which commitment of a later plan continues which of an earlier one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from compare.commitments.verbs import VerbReader
from compare.language.lexicon import Lexicon
from compare.model import Commitment, IndicatorRow, Report
from compare.similarity import TextIndex

ALIKE = 0.5
"""Likeness from which two undertakings count as the same one in other words."""
SHORTEST_OBJECT = 4
"""Characters behind the verb that say what a commitment is about."""


def horizon(commitment: Commitment, reports: Sequence[Report]) -> str:
    """The year by which a target is to be reached, where it is not the year of its own plan; else empty."""
    period = commitment.fact.period if commitment.fact is not None else ""
    year = period.rpartition("-")[2]
    return "" if year == reports[commitment.report].identity.plan_year else year


class Successors:
    """Which of the later plan's commitments continues which of the earlier one's.

    A year's target is continued by a year's rather than by one for several years, wherever there is a choice.
    """

    def __init__(
        self,
        commitments: tuple[Commitment, ...],
        later: tuple[Commitment, ...],
        reports: Sequence[Report],
        indicators: Sequence[IndicatorRow],
        lexicon: Lexicon,
    ) -> None:
        self._commitments = commitments
        self._later = later
        self._reports = reports
        self._row = {
            (cell.report, cell.fact.number): number for number, row in enumerate(indicators) for cell in row.cells
        }
        self._targets_of_row: dict[int, list[Commitment]] = {}
        for commitment in later:
            if (row := self._row_of(commitment)) is not None:
                self._targets_of_row.setdefault(row, []).append(commitment)
        self._by_sentence: dict[tuple[int, int], list[Commitment]] = {}
        for commitment in later:
            self._by_sentence.setdefault((commitment.report, commitment.sentence), []).append(commitment)
        self._verbs = VerbReader(lexicon)
        self._likest = self._by_likeness()

    def of(self, place: int) -> Commitment | None:
        """The commitment that continues the one at ``place``, None where it is gone."""
        commitment = self._commitments[place]
        row = self._row_of(commitment)
        if row is not None and row in self._targets_of_row:
            return self._nearest(commitment, self._targets_of_row[row])
        if commitment.again:
            return self._pointed_at(commitment) or self._likest[place]
        return self._likest[place] if commitment.status == "open" else None

    def _row_of(self, commitment: Commitment) -> int | None:
        return self._row.get((commitment.report, commitment.fact.number)) if commitment.fact is not None else None

    def _pointed_at(self, commitment: Commitment) -> Commitment | None:
        for place in commitment.again:
            inside = [
                candidate
                for candidate in self._by_sentence.get((place.report, place.sentence), ())
                if candidate.start < place.end and place.start < candidate.end
            ]
            if inside:
                return self._nearest(commitment, inside)
        return None

    def _nearest(self, commitment: Commitment, candidates: list[Commitment]) -> Commitment:
        """The one for as many years, then the one of the likest name; of equal ones the first."""
        years = horizon(commitment, self._reports)

        def nearness(candidate: Commitment) -> tuple[bool, float]:
            return horizon(candidate, self._reports) == years, _names_alike(commitment, candidate)

        return max(candidates, key=nearness) if len(candidates) > 1 else candidates[0]

    def _by_likeness(self) -> tuple[Commitment | None, ...]:
        if not self._later:
            return (None,) * len(self._commitments)
        index = TextIndex([self._object(commitment) for commitment in self._later])
        hits = index.nearest([self._object(commitment) for commitment in self._commitments], 1)
        return tuple(self._later[hit[0].text] if hit and hit[0].score >= ALIKE else None for hit in hits)

    def _object(self, commitment: Commitment) -> str:
        """What a commitment is about: its words without the verb, which is what changes when it is weakened."""
        lead = self._verbs.lead(commitment.text)
        rest = commitment.text[lead.end :] if lead is not None else ""
        return rest if len(rest) >= SHORTEST_OBJECT else commitment.text


def _names_alike(one: Commitment, other: Commitment) -> float:
    """The share of their characters that two targets' names have in common."""
    if one.fact is None or other.fact is None:
        return 0.0
    ours, theirs = Counter(one.fact.indicator), Counter(other.fact.indicator)
    return 2 * (ours & theirs).total() / max(ours.total() + theirs.total(), 1)
