"""A result against its target: the verdict, the difference, and one sentence with the arithmetic."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from compare.judgement.intervals import interval_of, step_of
from compare.judgement.sides import Side, better_side
from compare.judgement.units import convert, is_rate, shown
from compare.judgement.words import words_of
from compare.language.lexicon import Lexicon
from compare.model import Basis, Fact

BASIS_FIELDS = ("region", "scope", "price", "time")
Outcome = Literal["met", "exceeded", "near", "missed", "incomparable"]


class Verdict(Struct, frozen=True):
    """What the report says of a target. ``difference`` is result less target in the target's unit (points for rates);
    ``completion`` is per cent of the target, only for amounts and counts of which more is better."""

    status: Outcome
    sentence: str
    side: Side
    difference: Decimal | None = None
    completion: Decimal | None = None


def judge(target: Fact, result: Fact, lexicon: Lexicon, name: str = "") -> Verdict:
    """Holds ``result`` against ``target`` (GUIDE 4: 以上, 以内 and a plain figure allow nothing; 左右 allows, on the
    worse side, the tolerance of the lexicon). ``name`` is the indicator's, by default the target's.

    A verdict is ``incomparable`` where measure, unit or basis differ, where the result's bound or precision leaves the
    answer open, and where nobody knows which side of a neutral indicator is better.
    """
    name = name or target.indicator
    if _taken(target, result, name, lexicon):
        target, result = (replace(fact, value=abs(fact.value), measure="level") for fact in (target, result))
    side = better_side(name, lexicon, target)
    case = _Case(target, result, side, lexicon)
    if reason := _why_not(case):
        return Verdict("incomparable", reason, side)
    value = convert(result.value, result.unit, target.unit, lexicon)
    if value is None:
        return Verdict("incomparable", case.say("units_differ"), side)
    return _compare(case, value)


def basis_of(fact: Fact, lexicon: Lexicon) -> Basis:
    """What stands behind a figure, without a scope that its own name contradicts: in a list of 城镇…和农村… the word
    nearest to the figure is often the other one's."""
    scope = fact.basis.scope
    named = any(word in fact.indicator for word in words_of(lexicon).same_basis.named_scopes)
    return replace(fact.basis, scope="") if scope and named and scope not in fact.indicator else fact.basis


def _same_measure(target: Fact, result: Fact, lexicon: Lexicon) -> bool:
    """Whether both measure the same; a percentage called 增长预期目标 is a growth."""
    if target.measure == result.measure:
        return True
    if not is_rate(target.unit, lexicon) or "delta" in (target.measure, result.measure):
        return False
    level = target if target.measure == "level" else result
    return any(word in level.indicator for word in words_of(lexicon).same_basis.growth_names)


def _taken(target: Fact, result: Fact, name: str, lexicon: Lexicon) -> bool:
    """Whether one is told as an amount taken away (再减少1000万) and the other as a fall by it (减少1240万)."""
    if "growth" in (target.measure, result.measure) or is_rate(target.unit, lexicon):
        return False
    unlike = target.measure != result.measure or (target.value < 0) != (result.value < 0)
    return unlike and any(word in name + result.indicator for word in words_of(lexicon).sides.taking)


def basis_conflict(one: Basis, other: Basis, lexicon: Lexicon) -> str:
    """The first thing on which two stated bases differ (region, scope, price, time), or empty. What only one of the
    two states is no conflict."""
    same = words_of(lexicon).same_basis
    for field in BASIS_FIELDS:
        stated = (getattr(one, field), getattr(other, field))
        if all(stated) and not same.free.intersection(stated) and _differ(*stated, getattr(same, field)):
            return field
    return ""


def basis_apart(one: Fact, other: Fact, lexicon: Lexicon) -> tuple[str, str] | None:
    """What the two figures state of the first thing on which their bases differ, or None. The figure of a year and the
    average of several are two bases, too, whatever the words beside them."""
    first, second = basis_of(one, lexicon), basis_of(other, lexicon)
    if field := basis_conflict(first, second, lexicon):
        return getattr(first, field), getattr(second, field)
    if is_average(one, lexicon) == is_average(other, lexicon):
        return None
    words = words_of(lexicon)
    told = [
        fact.basis.time if is_average(fact, lexicon) else words.sentences.year.format(fact.period)
        for fact in (one, other)
    ]
    return told[0], told[1]


def is_average(fact: Fact, lexicon: Lexicon) -> bool:
    """Whether a figure is the average of several years (年均增长7%, 平均每年新增1000人), not the mean within one
    (PM2.5年均浓度)."""
    words = words_of(lexicon).same_basis
    if fact.measure == "growth" and fact.basis.time in words.averages:
        return True
    return "-" in fact.period and fact.basis.time in words.averages | words.means


def _differ(one: str, other: str, groups: tuple[tuple[str, ...], ...]) -> bool:
    return one != other and not any(one in group and other in group for group in groups)


class _Case(Struct, frozen=True):
    target: Fact
    result: Fact
    side: Side
    lexicon: Lexicon

    @property
    def limit(self) -> Decimal:
        """The figure to be held: for a range of which less is better its upper end, else the value."""
        upper = self.side in ("lower", "ceiling") and self.target.high is not None
        return self.target.high if upper and self.target.high is not None else self.target.value

    @property
    def tolerance(self) -> Decimal:
        tolerance = words_of(self.lexicon).tolerance
        if is_rate(self.target.unit, self.lexicon):
            return Decimal(tolerance.points)
        return abs(self.limit) * Decimal(tolerance.percent) / 100

    def say(self, key: str, difference: Decimal = Decimal(0), **more: str) -> str:
        words = words_of(self.lexicon)
        return str(getattr(words.sentences, key)).format(
            result=self.told(self.result),
            target=self.told(self.target),
            difference=self.points(abs(difference)),
            tolerance=self.points(self.tolerance),
            **more,
        )

    def told(self, fact: Fact) -> str:
        """A figure as written, with its bound and the direction of a fall."""
        words = words_of(self.lexicon)
        more = any(word in fact.written for word in words.units.more)
        text = fact.written if more else words.sentences.bounds[fact.bound].format(fact.written)
        return words.sentences.falls[fact.measure] + text if fact.value < 0 else text

    def points(self, amount: Decimal) -> str:
        rate = is_rate(self.target.unit, self.lexicon)
        return shown(amount, words_of(self.lexicon).scales.point if rate else self.target.unit, self.lexicon)


def _why_not(case: _Case) -> str:
    target, result = case.target, case.result
    names = words_of(case.lexicon).sentences.measures
    if not _same_measure(target, result, case.lexicon):
        return case.say("measures_differ", target_measure=names[target.measure], result_measure=names[result.measure])
    if bases := basis_apart(target, result, case.lexicon):
        return case.say("basis_differ", target_basis=bases[0], result_basis=bases[1])
    return ""


def _compare(case: _Case, value: Decimal) -> Verdict:
    difference = value - case.limit
    if case.side == "neutral" and not _inside(case, value):
        if case.target.bound == "approx" and abs(difference) <= case.tolerance:
            return _verdict(case, "near", "near", value)
        return Verdict("incomparable", case.say("neutral", difference), case.side, difference)
    gain = difference if case.side == "higher" else -difference
    if gain >= 0:
        if _undecided(case, better_end=False):
            return Verdict("incomparable", case.say("bound"), case.side, difference)
        return _reached(case, value, gain)
    return _short(case, value, -gain)


def _inside(case: _Case, value: Decimal) -> bool:
    target = case.target
    return target.value <= value <= (target.value if target.high is None else target.high)


def _undecided(case: _Case, better_end: bool) -> bool:
    """A result that is only a bound or a range may lie on the other side of the target with its better or worse end."""
    if case.result.bound not in ("min", "max", "range"):
        return False
    span = interval_of(case.result, case.lexicon)
    end = span.high if (case.side == "higher") == better_end else span.low
    if end is None:
        return True
    reached = convert(end, case.result.unit, case.target.unit, case.lexicon)
    if reached is None:
        return False
    good = reached >= case.limit if case.side == "higher" else reached <= case.limit
    return good == better_end


def _reached(case: _Case, value: Decimal, gain: Decimal) -> Verdict:
    if gain == 0:
        return _verdict(case, "met", "equal", value)
    if case.side == "neutral" or (case.target.high is not None and _inside(case, value)):
        return _verdict(case, "met", "inside", value)
    if case.side == "ceiling":
        return _verdict(case, "met", "below_ceiling", value)
    exceeded = gain > case.tolerance and not (case.side == "lower" and case.target.bound == "max")
    return _verdict(case, "exceeded" if exceeded else "met", _wording(case, "better"), value)


def _wording(case: _Case, key: str) -> str:
    if case.target.value < 0 and case.result.value < 0:
        return f"{key}_fall"
    return f"{key}_{'higher' if case.side == 'higher' else 'lower'}"


def _short(case: _Case, value: Decimal, gap: Decimal) -> Verdict:
    if case.target.bound == "approx" and gap <= case.tolerance:
        return _verdict(case, "near", "near", value)
    difference = value - case.limit
    if _undecided(case, better_end=True):
        return Verdict("incomparable", case.say("bound"), case.side, difference)
    if _too_coarse(case, gap):
        return Verdict("incomparable", case.say("precision"), case.side, difference)
    return _verdict(case, "missed", _wording(case, "missed"), value)


def _too_coarse(case: _Case, gap: Decimal) -> bool:
    """The result is rounded more coarsely than the target was written, and its rounding reaches the target."""
    target_step = step_of(case.target, case.lexicon)
    step = convert(step_of(case.result, case.lexicon), case.result.unit, case.target.unit, case.lexicon)
    return step is not None and step > target_step and gap * 2 <= step


def _verdict(case: _Case, status: Outcome, key: str, value: Decimal) -> Verdict:
    target = case.target
    difference = value - case.limit
    completion = None
    amount = target.measure == "level" and not is_rate(target.unit, case.lexicon)
    if amount and case.side == "higher" and target.value > 0:
        completion = round(value / target.value * 100, 1)
    return Verdict(status, case.say(key, difference), case.side, difference, completion)
