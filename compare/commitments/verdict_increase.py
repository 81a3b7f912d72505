"""Last year's amount from this year's plan: 安排3000亿元，比上年增加500亿元 says that last year's was 2500亿元."""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

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
        words = lexicon.read("status", StatusWords)
        self._link, self._budgeted = re.compile(words.increase.pattern), re.compile(words.budgeted.pattern)

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

    def budgeted(self, planned: Fact) -> Fact | None:
        """The change on last year's budget that a planned amount goes with: what became of the budget is not told."""
        behind = self._behind(planned)
        return behind if behind is not None and self._budgeted.fullmatch(self._between(planned, behind)) else None

    def _behind(self, planned: Fact) -> Fact | None:
        """The next figure of the same sentence."""
        if planned.number + 1 >= len(self._report.facts):
            return None
        behind = self._report.facts[planned.number + 1]
        return behind if behind.sentence == planned.sentence else None

    def _between(self, planned: Fact, behind: Fact) -> str:
        return self._report.sentences[planned.sentence].text[planned.end : behind.start]

    def _increase(self, planned: Fact) -> Fact | None:
        """The change told right behind a planned amount, with nothing but a comparison between the two."""
        behind = self._behind(planned)
        if planned.measure != "level" or behind is None or behind.measure == "level" or behind.is_from:
            return None
        if is_rate(planned.unit, self._lexicon) and behind.measure == "growth":
            return None
        return behind if self._link.fullmatch(self._between(planned, behind)) else None

    def _base(self, planned: Fact, increase: Fact) -> Decimal | None:
        if increase.measure == "growth":
            return Decimal(f"{planned.value / (1 + increase.value / 100):.4g}") if increase.value > -100 else None
        if is_rate(planned.unit, self._lexicon):
            return planned.value - increase.value if is_rate(increase.unit, self._lexicon) else None
        amount = convert(increase.value, increase.unit, planned.unit, self._lexicon)
        return None if amount is None else planned.value - amount
