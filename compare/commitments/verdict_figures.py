"""A target's figure in the later report: stated, or to be computed from what the later plan presupposes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from compare.indicators import match_indicators
from compare.judgement import Verdict, convert, judge, shown
from compare.language.lexicon import Lexicon
from compare.model import Fact, IndicatorRow, Report


@dataclass(frozen=True, slots=True)
class Finding:
    """A result with what it was held to. ``arithmetic`` says how it was computed where it is not stated as it is."""

    result: Fact
    verdict: Verdict
    source: Fact
    """The fact of the later report to show: the result itself, or the increase that it was computed from."""
    presupposed: bool = False
    arithmetic: str = ""


class FigureFinder:
    """Finds and judges results of the earlier report's targets in the later one."""

    def __init__(
        self, earlier: Report, later: Report, lexicon: Lexicon, rows: Sequence[IndicatorRow] | None = None
    ) -> None:
        self._lexicon = lexicon
        self._later = later
        self._linked: dict[int, tuple[Fact, ...]] = {}
        for row in match_indicators((earlier, later), lexicon) if rows is None else rows:
            new = tuple(cell.fact for cell in row.cells if cell.report == 1)
            self._linked.update({cell.fact.number: new for cell in row.cells if cell.report == 0})

    def find(self, target: Fact) -> Finding | None:
        """The best result of a target, judged; None where the later report gives no figure of the same thing."""
        stated = self._stated(target)
        if stated is not None:
            presupposed = self._later.sentences[stated.sentence].role == "plan"
            return Finding(stated, judge(target, stated, self._lexicon), stated, presupposed)
        return self._computed(target)

    def _stated(self, target: Fact) -> Fact | None:
        fitting = [fact for fact in self._linked.get(target.number, ()) if fact.role == "result"]
        fitting = [fact for fact in fitting if self._year_fits(target, fact)]
        return min(fitting, key=lambda fact: self._order(target, fact), default=None)

    def _year_fits(self, target: Fact, fact: Fact) -> bool:
        """A figure of an earlier year than the target's is none of its result."""
        return not target.period.isdigit() or not fact.period[-4:].isdigit() or fact.period[-4:] >= target.period

    def _order(self, target: Fact, fact: Fact) -> tuple[bool, bool, bool, int]:
        in_plan = self._later.sentences[fact.sentence].role == "plan"
        return fact.period != target.period, in_plan, fact.is_from != in_plan, fact.number

    def _computed(self, target: Fact) -> Finding | None:
        """The later plan's own target less its increase on the year before."""
        for planned in self._linked.get(target.number, ()):
            if planned.role == "target" and planned.measure == "level" == target.measure:
                increase = self._increase(planned)
                if increase is not None and (finding := self._less(target, planned, increase)) is not None:
                    return finding
        return None

    def _increase(self, planned: Fact) -> Fact | None:
        """The delta or growth told right behind a planned amount: 安排3000亿元，比上年增加500亿元."""
        if planned.number + 1 >= len(self._later.facts):
            return None
        behind = self._later.facts[planned.number + 1]
        if behind.sentence != planned.sentence or behind.measure == "level" or behind.is_from:
            return None
        between = self._later.sentences[planned.sentence].text[planned.end : behind.start]
        return behind if len(between) <= 12 and "预算" not in between else None

    def _less(self, target: Fact, planned: Fact, increase: Fact) -> Finding | None:
        if increase.measure == "growth":
            base = planned.value / (1 + increase.value / 100) if increase.unit == "%" else None
        else:
            amount = convert(increase.value, increase.unit, planned.unit, self._lexicon)
            base = None if amount is None else planned.value - amount
        if base is None or base <= 0:
            return None
        base = Decimal(f"{base:.4g}") if increase.measure == "growth" else base
        written = shown(base, planned.unit, self._lexicon)
        bound = "approx" if increase.measure == "growth" and planned.bound == "exact" else planned.bound
        result = replace(
            planned, value=base, high=None, role="result", measure="level", period=target.period, bound=bound,
            written=written, sentence=increase.sentence, start=increase.start, end=increase.end,
        )  # fmt: skip
        sign = f"÷（1+{increase.written}）" if increase.measure == "growth" else f"−{increase.written}"
        arithmetic = f"{planned.written}{sign}={written}"
        return Finding(result, judge(target, result, self._lexicon), increase, presupposed=True, arithmetic=arithmetic)
