"""What became of a commitment from one plan to the next: raised, lowered, loosened, weakened, gone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from compare.commitments.finding import list_commitments
from compare.commitments.verbs import FIRMNESS, VerbReader
from compare.commitments.words import BoundWords, CommitmentWords
from compare.indicators import match_indicators
from compare.judgement import convert
from compare.language.lexicon import Lexicon
from compare.model import Commitment, Drift, DriftKind, Fact, Report
from compare.similarity import TextIndex, likeness

ALIKE = 0.5
"""Likeness from which two undertakings count as the same one in other words."""
SAME_THING = 0.4
"""Likeness from which a softer or firmer verb is said of the same thing."""
SHORTEST_OBJECT = 4
NO_WORD = re.compile(r"[\W_]+")


def add_drift(
    commitments: tuple[Commitment, ...], reports: tuple[Report, ...], old: int, new: int, lexicon: Lexicon
) -> tuple[Commitment, ...]:
    """``commitments`` of report ``old`` with what became of each in the plan of report ``new``.

    Targets are the same where both are figures of one indicator. Undertakings are the same where the commitment's own
    ``again`` points at the later one, else, where nobody looked for that (status ``open``), by likeness of their words.
    """
    later = list_commitments(reports[new], new, lexicon)
    place = {0: old, 1: new}
    rows = {
        (place[cell.report], cell.fact.number): number
        for number, row in enumerate(match_indicators((reports[old], reports[new]), lexicon))
        for cell in row.cells
    }
    successors = _Successors(commitments, later, rows, lexicon)
    return tuple(
        replace(commitment, drift=_drift_of(commitment, successors.of(number), lexicon))
        for number, commitment in enumerate(commitments)
    )


def _drift_of(commitment: Commitment, successor: Commitment | None, lexicon: Lexicon) -> Drift:
    """Promised again by a clause that is no row of its own: other words."""
    if successor is None and commitment.again:
        return Drift("reworded", _arrow(commitment.text, commitment.again[0].text))
    return drift_between(commitment, successor, lexicon)


def drift_between(old: Commitment, new: Commitment | None, lexicon: Lexicon) -> Drift:
    """What became of ``old`` if ``new`` continues it. Raised and lowered are said of the number, not of ambition."""
    if new is None:
        return Drift("gone")
    if old.fact is not None and new.fact is not None:
        return _of_figures(old, old.fact, new, new.fact, lexicon)
    firmer = FIRMNESS.index(new.strength) - FIRMNESS.index(old.strength)
    if firmer and likeness(old.text, new.text) >= SAME_THING:
        return Drift("strengthened" if firmer > 0 else "weakened", _arrow(old.text, new.text))
    if _plain(old.text) == _plain(new.text):
        return Drift("same")
    return Drift("reworded", _arrow(old.text, new.text))


def _of_figures(old: Commitment, target: Fact, new: Commitment, continued: Fact, lexicon: Lexicon) -> Drift:
    words = lexicon.read("commitments", CommitmentWords).drift
    note = _arrow(_written(old, target, words), _written(new, continued, words))
    value = convert(continued.value, continued.unit, target.unit, lexicon)
    if value is None or target.measure != continued.measure:
        return Drift("reworded", note)
    return Drift(kind, note) if (kind := _kind_of_move(target, value, continued)) != "same" else Drift("same")


def _kind_of_move(target: Fact, value: Decimal, continued: Fact) -> DriftKind:
    """A planned fall is compared by its size: 降低30% → 降低20% is lowered."""
    before, behind = (-target.value, -value) if target.value < 0 and value < 0 else (target.value, value)
    if before != behind:
        return "raised" if behind > before else "lowered"
    if target.bound == continued.bound:
        return "same"
    if continued.bound == "approx":
        return "loosened"
    return "tightened" if target.bound == "approx" else "reworded"


def _arrow(old: str, new: str) -> str:
    return f"{old} → {new}"


def _written(commitment: Commitment, fact: Fact, words: BoundWords) -> str:
    """The figure with the words of its bound, as the clause has them."""
    start, end = fact.start - commitment.start, fact.end - commitment.start
    before, behind = commitment.text[:start], commitment.text[end:]
    left = max((word for word in words.before if before.endswith(word)), key=len, default="")
    right = max((word for word in words.behind if behind.startswith(word)), key=len, default="")
    return left + fact.written + right


def _plain(text: str) -> str:
    return NO_WORD.sub("", unicodedata.normalize("NFKC", text))


class _Successors:
    """Which of the later plan's commitments continues which of the earlier one's."""

    def __init__(
        self,
        commitments: tuple[Commitment, ...],
        later: tuple[Commitment, ...],
        rows: Mapping[tuple[int, int], int],
        lexicon: Lexicon,
    ) -> None:
        self._commitments = commitments
        self._later = later
        self._row = rows
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
