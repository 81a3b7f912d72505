"""Last year's amount from this year's plan: 安排3000亿元，比上年增加500亿元 says that last year's was 2500亿元."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from msgspec import Struct

from compare.commitments.evidence_signs import StatusWords
from compare.judgement import convert, is_rate, shown
from compare.language.lexicon import Lexicon
from compare.model import Bound, Fact, Report


class Computed(Struct, frozen=True):
    """A result that is not stated: the amount, the increase that it rests on, and the arithmetic."""

    result: Fact
    increase: Fact
    arithmetic: str


class IncreaseReader:
    """Reads what amounts of a report's plan say of the year before."""

    def __init__(self, report: Report, lexicon: Lexicon) -> None:
        self._report = report
        self._lexicon = lexicon
        self._link = re.compile(lexicon.read("status", StatusWords).increase.pattern)

    def before(self, planned: Fact, period: str) -> Computed | None:
        """The amount of the year before ``planned``, None where the report does not tell it."""
        increase = self._increase(planned)
        if increase is None:
            return None
        base = self._base(planned, increase)
        if base is None or base <= 0:
            return None
        rough = increase.measure == "growth"
        written = shown(base, planned.unit, self._lexicon)
        bound: Bound = "approx" if rough and planned.bound == "exact" else planned.bound
        result = replace(
            planned, value=base, high=None, role="result", period=period, bound=bound, written=written,
            sentence=increase.sentence, start=increase.start, end=increase.end,
        )  # fmt: skip
        sign = f"÷（1+{increase.written}）" if rough else ("−" if increase.value > 0 else "+") + increase.written
        return Computed(result, increase, f"{planned.written}{sign}={written}")

    def _increase(self, planned: Fact) -> Fact | None:
        """The change told right behind a planned amount, with nothing but a comparison between the two."""
        if planned.measure != "level" or planned.number + 1 >= len(self._report.facts):
            return None
        behind = self._report.facts[planned.number + 1]
        if behind.sentence != planned.sentence or behind.measure == "level" or behind.is_from:
            return None
        if is_rate(planned.unit, self._lexicon) and behind.measure == "growth":
            return None
        between = self._report.sentences[planned.sentence].text[planned.end : behind.start]
        return behind if self._link.fullmatch(between) else None

    def _base(self, planned: Fact, increase: Fact) -> Decimal | None:
        if increase.measure == "growth":
            return Decimal(f"{planned.value / (1 + increase.value / 100):.4g}") if increase.value > -100 else None
        if is_rate(planned.unit, self._lexicon):
            return planned.value - increase.value if is_rate(increase.unit, self._lexicon) else None
        amount = convert(increase.value, increase.unit, planned.unit, self._lexicon)
        return None if amount is None else planned.value - amount
