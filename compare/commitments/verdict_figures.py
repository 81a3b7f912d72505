"""A target's figure in the later report: stated under its name, in the likeliest clause, or to be computed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from compare.commitments.attributes import AttributeWords
from compare.commitments.clauses import split_clauses, split_items
from compare.commitments.evidence_signs import SignReader, StatusWords
from compare.commitments.verdict_increase import IncreaseReader
from compare.commitments.verdict_stock import StockReader
from compare.indicators.entries import other_class, reader_for
from compare.indicators.likeness import amount_likeness
from compare.judgement import Verdict, convert, judge, same_kind, shown
from compare.language.lexicon import Lexicon
from compare.model import Fact, IndicatorRow, Report

SAME_ORDER = Decimal("0.4")
"""An amount found without its name is the target's own only within this share of it, or this share within it."""


class Finding(Struct, frozen=True):
    """A result with what it was held to. ``arithmetic`` says how it was computed where it is not stated as it is."""

    target: Fact
    result: Fact
    verdict: Verdict
    source: Fact
    """The fact of the later report to show: the result itself, or the increase that it was computed from."""
    named: bool = True
    """Found by its name; otherwise only by the words around it."""
    sure: bool = True
    """It may also say that the target was missed."""
    arithmetic: str = ""


def links(rows: Sequence[IndicatorRow], old: int, new: int) -> dict[int, tuple[Fact, ...]]:
    """The facts of report ``new`` that are of one indicator with a fact of report ``old``, by the latter's number."""
    found: dict[int, tuple[Fact, ...]] = {}
    for row in rows:
        later = tuple(cell.fact for cell in row.cells if cell.report == new)
        found.update({cell.fact.number: later for cell in row.cells if cell.report == old})
    return found


class FigureFinder:
    """Finds and judges results of the earlier report's targets in the later one."""

    def __init__(
        self,
        earlier: Report,
        later: Report,
        lexicon: Lexicon,
        linked: Mapping[int, tuple[Fact, ...]],
        signs: SignReader,
    ) -> None:
        self._lexicon, self._signs = lexicon, signs
        self._earlier, self._later = earlier, later
        self._money = lexicon.read("attributes", AttributeWords).money
        self._leaving = lexicon.read("status", StatusWords).leaving
        self._increases = IncreaseReader(later, lexicon)
        self._stocks = StockReader(earlier, later, lexicon)
        self._names = reader_for(later, lexicon)
        self._linked = linked

    def named(self, target: Fact) -> Finding | None:
        """The result under the target's name, stated or computed; None where the later report gives none."""
        linked = self._linked.get(target.number, ())
        stated = [
            fact
            for fact in linked
            if self._is_result(fact) and self._year_fits(target, fact) and not self._other_stage(target, fact)
        ]
        if stated:
            result = min(stated, key=lambda fact: self._order(target, fact))
            return replace(self._judged(self._as_told(target, result), result), target=target)
        for planned in linked:
            if planned.role == "target" and planned.measure == target.measure:
                computed = self._increases.before(planned, target.period)
                if computed is not None:
                    verdict = judge(target, computed.result, self._lexicon)
                    return Finding(target, computed.result, verdict, computed.increase, arithmetic=computed.arithmetic)
        added = self._stocks.added(target)
        if added is not None:
            verdict = judge(target, added.result, self._lexicon)
            return Finding(target, added.result, verdict, added.stock, sure=False, arithmetic=added.arithmetic)
        return None

    def budgeted(self, target: Fact) -> Fact | None:
        """The change on last year's budget of the same indicator, where the later plan tells that alone."""
        planned = (fact for fact in self._linked.get(target.number, ()) if fact.role == "target")
        told = (self._increases.budgeted(fact) for fact in planned if fact.measure == target.measure)
        return next((change for change in told if change is not None), None)

    def is_money(self, target: Fact) -> bool:
        """The target is a sum of money."""
        return target.unit in self._money

    def is_due(self, target: Fact) -> bool:
        """Whether the later report's review reaches the year of the target."""
        year = self._later.identity.review_period[-4:]
        return not year.isdigit() or not target.period[-4:].isdigit() or target.period[-4:] <= year

    def near(self, target: Fact, fact: Fact) -> Finding | None:
        """A figure of another name, judged where its unit and order allow, and no class in its name forbids it."""
        comparable = self._risen(target, fact) or self._comparable(target, fact)
        if comparable is None or not _share_noun(target, fact) or not self._may_be(target, comparable):
            return None
        return replace(self._judged(target, comparable), source=fact, named=False, sure=False)

    def _risen(self, target: Fact, start: Fact) -> Fact | None:
        """The growth or change that 由X提高到Y tells, for a target that promises one."""
        if not start.is_from or target.measure == "level" or start.number + 1 >= len(self._later.facts):
            return None
        if "-" in self._later.sentences[start.sentence].period and "-" not in target.period:
            return None
        reached = self._later.facts[start.number + 1]
        if reached.sentence != start.sentence or reached.unit != start.unit or reached.role != "result":
            return None
        change = reached.value - start.value
        if target.measure == "growth":
            change = Decimal(f"{change / start.value * 100:.3g}") if start.value else Decimal(0)
        unit = "%" if target.measure == "growth" else start.unit
        written = f"{start.written}→{reached.written}，{shown(change, unit, self._lexicon)}"
        return replace(reached, value=change, unit=unit, measure=target.measure, written=written)

    def _as_told(self, target: Fact, result: Fact) -> Fact:
        """The target in the result's measure: a target of what goes (1000人脱贫) is a fall by as much or more."""
        if target.measure != "level" or result.measure != "delta" or result.value >= 0:
            return target
        if not any(word in _clause(self._earlier, target) for word in self._leaving):
            return target
        return replace(target, measure="delta", value=-target.value)

    def _other_stage(self, target: Fact, fact: Fact) -> bool:
        """Houses completed do not answer for houses started, though an indicator of both is named alike."""
        return self._signs.other_stage(_clause(self._earlier, target), _clause(self._later, fact))

    def _judged(self, target: Fact, result: Fact) -> Finding:
        return Finding(target, result, judge(target, result, self._lexicon), result)

    def _is_result(self, fact: Fact) -> bool:
        """In the plan only the X of 从X提高到Y was reached."""
        return fact.role == "result" and (fact.is_from or self._later.sentences[fact.sentence].role != "plan")

    def _order(self, target: Fact, fact: Fact) -> tuple[bool, bool, bool, int]:
        in_plan = self._later.sentences[fact.sentence].role == "plan"
        return fact.period != target.period, in_plan, fact.is_from != in_plan, fact.number

    def _comparable(self, target: Fact, fact: Fact) -> Fact | None:
        """The fact in the target's measure; a stated decrease is the amount of a planned one (减少12万人)."""
        if not self._is_result(fact) or not same_kind(fact.unit, target.unit, self._lexicon):
            return None
        if fact.measure == target.measure:
            return fact
        if {fact.measure, target.measure} == {"delta", "level"}:
            same_way = (fact.value if fact.measure == "delta" else target.value) < 0
            return replace(fact, measure=target.measure, value=abs(fact.value)) if same_way else None
        return None

    def _may_be(self, target: Fact, fact: Fact) -> bool:
        value = convert(fact.value, fact.unit, target.unit, self._lexicon)
        near = value is not None and amount_likeness(value, target.value) >= SAME_ORDER
        return near and self._year_fits(target, fact) and not self.differ(target, fact)

    def differ(self, target: Fact, fact: Fact) -> bool:
        """Both names say of what class the thing is, and not of the same (登记失业率, 调查失业率)."""
        return other_class(target, fact, self._names, self._lexicon)

    def same_class(self, target: Fact, fact: Fact) -> bool:
        """Both names say the same of the class of the thing: 省级以上 on one side alone is another scope."""
        one, other = (self._names.read(figure.indicator, figure.basis).guards for figure in (target, fact))
        return set(one) == set(other) and target.basis.scope == fact.basis.scope

    def _year_fits(self, target: Fact, fact: Fact) -> bool:
        """A figure of an earlier year than the target's, or of several years, is none of its result; the plan's own 从X
        is of last year."""
        if fact.is_from and self._later.sentences[fact.sentence].role == "plan":
            return True
        if "-" in target.period:
            return "-" not in fact.period or fact.period == target.period
        if "-" in fact.period:
            return fact.period.endswith(target.period) and self._is_of_year(fact)
        return not target.period.isdigit() or not fact.period[-4:].isdigit() or fact.period[-4:] >= target.period

    def _is_of_year(self, fact: Fact) -> bool:
        """In an account of several years, a figure that is held to the year before is the last year's."""
        sentence = self._signs.read(self._later.sentences[fact.sentence].text).shown
        return sentence["against_year"] and not self._signs.read(_clause(self._later, fact)).shown["summed"]


def _clause(report: Report, fact: Fact) -> str:
    """The clause that states a figure; of several in a row (开工30套、建成20套) its own part."""
    text = report.sentences[fact.sentence].text
    clause = next(clause for clause in split_clauses(text) if clause.end > fact.start)
    return next(item.text for item in split_items(clause) if item.end > fact.start)


def _share_noun(one: Fact, other: Fact) -> bool:
    """The names of two figures have two letters running in common; an unnamed one has none to hold against it."""
    if not one.indicator or not other.indicator:
        return True
    return bool(set(pairwise(one.indicator)) & set(pairwise(other.indicator)))
