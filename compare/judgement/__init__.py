"""A figure against its bound: intervals, tolerance, the better side, and the verdict with its arithmetic.

Used by indicators, commitments and checks. Nothing here reads text: names, figures and what was written come in as
facts; the words are in ``judgement.toml``.
"""

from compare.judgement.intervals import Interval, growth_interval, interval_of
from compare.judgement.sides import Side, better_side
from compare.judgement.units import base_value, convert, is_count, is_rate, kind_of, same_kind, shown
from compare.judgement.verdict import Verdict, basis_apart, basis_conflict, basis_of, is_average, judge

__all__ = [
    "Interval",
    "Side",
    "Verdict",
    "base_value",
    "basis_apart",
    "basis_conflict",
    "basis_of",
    "better_side",
    "convert",
    "growth_interval",
    "interval_of",
    "is_average",
    "is_count",
    "is_rate",
    "judge",
    "kind_of",
    "same_kind",
    "shown",
]
