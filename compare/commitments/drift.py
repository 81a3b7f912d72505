"""What became of a commitment from one plan to the next: raised, lowered, loosened, weakened, gone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal

from msgspec.structs import replace

from compare.commitments.successors import Successors, horizon
from compare.commitments.verbs import FIRMNESS
from compare.commitments.words import BoundWords, CommitmentWords
from compare.indicators.entries import other_class
from compare.indicators.names import NameReader
from compare.judgement import convert
from compare.language.lexicon import Lexicon
from compare.model import Commitment, Drift, DriftKind, Fact, IndicatorRow, Report
from compare.similarity import likeness

SAME_THING = 0.4
"""Likeness from which a softer or firmer verb is said of the same thing."""
NO_WORD = re.compile(r"[\W_]+")


def add_drift(
    commitments: tuple[Commitment, ...],
    later: tuple[Commitment, ...],
    reports: Sequence[Report],
    indicators: Sequence[IndicatorRow],
    lexicon: Lexicon,
) -> tuple[Commitment, ...]:
    """``commitments`` with what became of each in ``later``, the commitments of the next report's plan.

    Targets are the same where one row of ``indicators`` holds both. Undertakings are the same where the commitment's
    own ``again`` points at the later one, else, where nobody looked for that (status ``open``), by their words.
    """
    successors = Successors(commitments, later, reports, indicators, lexicon)
    names = NameReader(lexicon, national=False)
    return tuple(
        replace(commitment, drift=_drift_of(commitment, successors.of(number), reports, names, lexicon))
        for number, commitment in enumerate(commitments)
    )


def _drift_of(
    old: Commitment, new: Commitment | None, reports: Sequence[Report], names: NameReader, lexicon: Lexicon
) -> Drift:
    """What became of ``old`` if ``new`` continues it. Raised and lowered are said of the number, not of ambition.

    Promised again by a clause that is no row of its own is other words; so is a target for a year that is made again
    for several with another number, which is neither more nor less.
    """
    if new is None:
        return Drift("reworded", _arrow(old.text, old.again[0].text)) if old.again else Drift("gone")
    if old.fact is not None and new.fact is not None:
        drift = _of_figures(old, old.fact, new, new.fact, names, lexicon)
        if drift.kind != "same" and horizon(old, reports) != horizon(new, reports):
            return Drift("reworded", _arrow(old.text, new.text))
        return drift
    firmer = FIRMNESS.index(new.strength) - FIRMNESS.index(old.strength)
    if firmer and likeness(old.text, new.text) >= SAME_THING:
        return Drift("strengthened" if firmer > 0 else "weakened", _arrow(old.text, new.text))
    if _plain(old.text) == _plain(new.text):
        return Drift("same")
    return Drift("reworded", _arrow(old.text, new.text))


def _of_figures(
    old: Commitment, target: Fact, new: Commitment, continued: Fact, names: NameReader, lexicon: Lexicon
) -> Drift:
    words = lexicon.read("commitments", CommitmentWords).drift
    now = _written(new, continued, words)
    note = _arrow(_written(old, target, words), now)
    value = convert(continued.value, continued.unit, target.unit, lexicon)
    if other_class(target, continued, names, lexicon):
        return Drift("reworded", note)  # another indicator is promised in its place: nothing was raised or lowered
    if value is None or target.measure != continued.measure:
        return Drift("reworded", note, now)
    return Drift(kind, note, now) if (kind := _kind_of_move(target, value, continued)) != "same" else Drift("same")


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
