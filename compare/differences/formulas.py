"""Formulas of the genre: sentences that recur in every report and say nothing to compare."""

from __future__ import annotations

import re
from functools import lru_cache

from compare.language.lexicon import Lexicon
from compare.language.schema import Schema


class Formula(Schema, frozen=True):
    """One formula: ``pattern`` is searched for in a sentence without its white space."""

    name: str
    pattern: str
    example: str
    counter: str


class Formulas(Schema, frozen=True):
    """Schema of ``formulas.toml``."""

    formula: tuple[Formula, ...]


class FormulaFinder:
    """The formulas of one lexicon, compiled once."""

    def __init__(self, formulas: Formulas) -> None:
        self._patterns = tuple(re.compile(formula.pattern) for formula in formulas.formula)

    def fits(self, sentence: str) -> bool:
        """Whether the sentence is a formula. A sentence that states a number in digits never is."""
        if re.search(r"\d", sentence):
            return False
        words = "".join(sentence.split())
        return any(pattern.search(words) for pattern in self._patterns)


@lru_cache(maxsize=8)
def formula_finder(lexicon: Lexicon) -> FormulaFinder:
    """The formulas of a lexicon."""
    return FormulaFinder(lexicon.read("formulas", Formulas))
