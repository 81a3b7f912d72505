"""From which level a target starts: what the same report says was reached of the same thing."""

from __future__ import annotations

from compare.indicators import match_indicators
from compare.judgement import basis_conflict, convert
from compare.language.lexicon import Lexicon
from compare.model import Fact, Report


class Baselines:
    """The reached figures of one report, by the targets of the same indicator and measure."""

    def __init__(self, report: Report, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._year = report.identity.review_period
        self._facts = report.facts
        self._results: dict[int, tuple[Fact, ...]] = {}
        for row in match_indicators((report,), lexicon):
            results = tuple(cell.fact for cell in row.cells if cell.fact.role == "result" and not cell.fact.is_from)
            self._results.update({cell.fact.number: results for cell in row.cells if cell.fact.role == "target"})

    def of(self, target: Fact) -> Fact | None:
        """The level from which a target starts, None where the report states none of the same scope and unit.

        The X of 从X提高到Y stands above all; then a figure of the review's own year above one of another year, an
        exact one above a rough one, and the first in the text.
        """
        before = self._facts[target.number - 1] if target.number else None
        if before is not None and before.is_from and before.sentence == target.sentence:
            return before if self._comparable(target, before) else None
        fitting = [fact for fact in self._results.get(target.number, ()) if self._comparable(target, fact)]
        return min(fitting, key=self._order, default=None)

    def _comparable(self, target: Fact, result: Fact) -> bool:
        if basis_conflict(target.basis, result.basis, self._lexicon):
            return False
        return convert(result.value, result.unit, target.unit, self._lexicon) is not None

    def _order(self, fact: Fact) -> tuple[bool, bool, int]:
        return fact.period != self._year, fact.bound != "exact", fact.number
