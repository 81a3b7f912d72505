"""An addition from two stocks: 新增床位 is met where the earlier report had 2000张 and the later one has 2300张."""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from compare.commitments.evidence_signs import StatusWords
from compare.judgement import is_rate, shown
from compare.language.lexicon import Lexicon
from compare.model import Fact, Report


class Addition(Struct, frozen=True):
    """What was added between two reports, the stock that the later one states, and the arithmetic."""

    result: Fact
    stock: Fact
    arithmetic: str


class StockReader:
    """Knows the stocks that two reports state as results of the year before their plan."""

    def __init__(self, earlier: Report, later: Report, lexicon: Lexicon) -> None:
        words = lexicon.read("status", StatusWords)
        self._lexicon = lexicon
        self._added = re.compile(f"^(?:{'|'.join(words.added)})")
        self._amounts = re.compile(f"(?:{'|'.join(words.amounts)})$")
        self._before, self._now = self._stocks(earlier), self._stocks(later)

    def added(self, target: Fact) -> Addition | None:
        """The difference of two stocks that a planned addition is held to; None where a report does not state one.

        A stock that fell, or one whose unit differs, says nothing of what was added.
        """
        name, count = self._added.subn("", target.indicator)
        if not count or target.measure != "level" or is_rate(target.unit, self._lexicon):
            return None
        one, other = self._before.get(name), self._now.get(name)
        if (
            one is None
            or other is None
            or one.unit != other.unit
            or one.unit != target.unit
            or other.value <= one.value
        ):
            return None
        gained = other.value - one.value
        written = shown(gained, other.unit, self._lexicon)
        result = replace(other, value=gained, written=written, indicator=target.indicator)
        return Addition(result, other, f"{other.written}−{one.written}={written}")

    def _stocks(self, report: Report) -> dict[str, Fact]:
        """The stated stocks of a report's own year by their names; a name that is stated twice differently is none."""
        found: dict[str, Fact] = {}
        apart = set()
        for fact in report.facts:
            own = fact.period == report.identity.review_period and report.sentences[fact.sentence].role == "review"
            if fact.role == "result" and fact.measure == "level" and own and not self._added.match(fact.indicator):
                name = self._amounts.sub("", fact.indicator)
                if name in found and found[name].value != fact.value:
                    apart.add(name)
                found.setdefault(name, fact)
        return {name: fact for name, fact in found.items() if name not in apart}
