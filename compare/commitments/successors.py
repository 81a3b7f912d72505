"""Which commitment of a later plan continues which of an earlier one."""

from __future__ import annotations

from collections.abc import Sequence

from compare.commitments.verbs import VerbReader
from compare.language.lexicon import Lexicon
from compare.model import Commitment, IndicatorRow
from compare.similarity import TextIndex

ALIKE = 0.5
"""Likeness from which two undertakings count as the same one in other words."""
SHORTEST_OBJECT = 4
"""Characters behind the verb that say what a commitment is about."""


class Successors:
    """Which of the later plan's commitments continues which of the earlier one's."""

    def __init__(
        self,
        commitments: tuple[Commitment, ...],
        later: tuple[Commitment, ...],
        indicators: Sequence[IndicatorRow],
        lexicon: Lexicon,
    ) -> None:
        self._commitments = commitments
        self._later = later
        self._row = {
            (cell.report, cell.fact.number): number for number, row in enumerate(indicators) for cell in row.cells
        }
        self._target_of_row: dict[int, Commitment] = {}
        for commitment in later:
            if (row := self._row_of(commitment)) is not None:
                self._target_of_row.setdefault(row, commitment)
        self._by_sentence: dict[tuple[int, int], list[Commitment]] = {}
        for commitment in later:
            self._by_sentence.setdefault((commitment.report, commitment.sentence), []).append(commitment)
        self._verbs = VerbReader(lexicon)
        self._likest = self._by_likeness()

    def of(self, place: int) -> Commitment | None:
        """The commitment that continues the one at ``place``, None where it is gone."""
        commitment = self._commitments[place]
        row = self._row_of(commitment)
        if row is not None and row in self._target_of_row:
            return self._target_of_row[row]
        if commitment.again:
            return self._pointed_at(commitment) or self._likest[place]
        return self._likest[place] if commitment.status == "open" else None

    def _row_of(self, commitment: Commitment) -> int | None:
        return self._row.get((commitment.report, commitment.fact.number)) if commitment.fact is not None else None

    def _pointed_at(self, commitment: Commitment) -> Commitment | None:
        for place in commitment.again:
            for candidate in self._by_sentence.get((place.report, place.sentence), ()):
                if candidate.start < place.end and place.start < candidate.end:
                    return candidate
        return None

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
