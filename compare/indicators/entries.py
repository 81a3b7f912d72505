"""Facts with their names read: what indicators are made of, and what checks look up."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from compare.indicators.context import BEFORE, told_names, verb_before
from compare.indicators.names import Name, NameReader
from compare.indicators.words import words_of
from compare.judgement import base_value, basis_of, is_average, is_rate, kind_of
from compare.language.lexicon import Lexicon
from compare.model import Fact, Measure, Report

BEHIND = 8
COMMA = re.compile(r"[，；。：,;]")
NOISE = re.compile(r"[^\w]|\d|_")
COUNT = "count"
COUNTED = ("visits", "persons")
Guards = tuple[tuple[str, str], ...]
Slot = tuple[int, str, str, bool, bool]
"""Report, role, period, whether it is the X of 从 X 到 Y, whether it is an average of several years."""


class Entry(Struct, frozen=True):
    """A fact with its name read and the words around it."""

    report: int
    fact: Fact
    name: Name
    label: str
    """The report's words for it; the group's name where a list of indicators shares the figure."""
    measure: Measure
    """The fact's, or what its name says of it: a percentage of 增速 is a growth, an amount of 减少 a change."""
    kind: str
    """Kind of its unit."""
    amount: Decimal
    """Its value in the smallest unit of that kind."""
    window: str
    """The words on both sides of the figure, without digits and punctuation."""
    time: str = ""
    """年末 or 年均, where the name says it or it stands behind the figure; the first word of its list."""
    price: str = ""
    """The same for the price basis."""
    span: bool = False
    """A sum over several years (五年新增…), which is another thing than a year's."""
    summed: bool = False
    """A span, or a figure told as 累计: a sum since some time, or a stock. Only its amount says which."""
    average: bool = False
    """The average of several years: it stands in the row of the yearly figure, beside it."""

    @property
    def hard(self) -> Guards:
        """The guards that make it another thing; those of time and price only make it another basis."""
        return tuple(guard for guard in self.name.guards if guard[0] not in ("time", "price"))

    @property
    def told_on(self) -> tuple[str, str]:
        """The point of time (年末, 年均) and the price basis, from the name or from what stands behind the figure."""
        return "" if self.average else self.time, self.price

    @property
    def slot(self) -> Slot:
        """Two figures of one thing in one slot should be the same figure."""
        return self.report, self.fact.role, self.fact.period, self.fact.is_from, self.average


def read_entries(reports: tuple[Report, ...], lexicon: Lexicon) -> tuple[Entry, ...]:
    """Every fact of the reports, in order."""
    return tuple(
        replace(entry, report=index) if index else entry
        for index, report in enumerate(reports)
        for entry in _of_report(report, lexicon)
    )


def reader_for(report: Report, lexicon: Lexicon) -> NameReader:
    """Reads names as they are meant in this report."""
    place = report.identity.place
    areas = words_of(lexicon).names.areas
    stem = next((place.removesuffix(area) for area in areas if place.endswith(area) and len(place) > 2), place)
    return NameReader(lexicon, report.identity.place_level == "national", (place, stem) if place else ())


def other_class(one: Fact, other: Fact, names: NameReader, lexicon: Lexicon) -> bool:
    """Both names say of what class the thing is, and not of the same (登记失业率, 调查失业率)."""
    first, second = (dict(names.read(figure.indicator, figure.basis).guards) for figure in (one, other))
    told = (guard.kind for guard in words_of(lexicon).names.guards if guard.lone != "free")
    return any(kind in first and kind in second and first[kind] != second[kind] for kind in told)


@lru_cache(maxsize=64)
def _of_report(report: Report, lexicon: Lexicon) -> tuple[Entry, ...]:
    """The facts of a first report. Kept, because indicators, checks and verdicts ask for the same reports."""
    reader = reader_for(report, lexicon)
    told_of = told_names(report, reader, words_of(lexicon).pace)
    names = (
        (fact, told, reader.read_all(told, basis_of(fact, lexicon)))
        for fact, told in zip(report.facts, told_of, strict=True)
    )
    return tuple(
        Entry(
            report=0,
            fact=fact,
            name=reader.with_act(name, verb_before(report, fact)),
            label=told if len(listed) == 1 else name.canonical,
            measure=_measure(fact, name, reader.says_growth(told), lexicon),
            kind=_kind(fact, lexicon),
            amount=base_value(fact.value, fact.unit, lexicon),
            window=_window(report, fact),
            time=_season(report, fact, reader) or reader.basis_word("time", name, fact.basis.time),
            price=reader.basis_word("price", name, fact.basis.price),
            span=_over_years(report, fact, lexicon),
            summed=_summed(report, fact, lexicon),
            average=is_average(fact, lexicon),
        )
        for fact, told, listed in names
        for name in listed
    )


def _measure(fact: Fact, name: Name, growth: bool, lexicon: Lexicon) -> Measure:
    words = words_of(lexicon).names
    if fact.measure != "level":
        return fact.measure
    if is_rate(fact.unit, lexicon):
        return "growth" if growth else "level"
    return "delta" if any(word in name.canonical for word in words.change_words) else "level"


def _kind(fact: Fact, lexicon: Lexicon) -> str:
    """The kind of its unit. Visits and people are counted, too: their unit is often left out (游客达到800万)."""
    kind = kind_of(fact.unit, lexicon)
    return COUNT if kind in COUNTED else kind


def _season(report: Report, fact: Fact, reader: NameReader) -> str:
    """The word for a part of the year where a list of such parts stands before the figure (四个季度分别为…)."""
    clause = COMMA.split(report.sentences[fact.sentence].text[: fact.start])[-1]
    return reader.season_in(clause) if fact.measure == "growth" else ""


def _window(report: Report, fact: Fact) -> str:
    """Words around a figure, within its sentence."""
    text = report.sentences[fact.sentence].text
    around = text[max(0, fact.start - BEFORE) : fact.start] + text[fact.end : fact.end + BEHIND]
    return NOISE.sub("", unicodedata.normalize("NFKC", around))


def _summed(report: Report, fact: Fact, lexicon: Lexicon) -> bool:
    told = fact.measure == "level" and not is_rate(fact.unit, lexicon)
    return (told and fact.basis.time in words_of(lexicon).names.plain_times) or _over_years(report, fact, lexicon)


def _over_years(report: Report, fact: Fact, lexicon: Lexicon) -> bool:
    """Whether a figure sums up several years. Yearly averages do not, nor do the two ends of 从…到…, nor shares."""
    if "-" not in fact.period or fact.is_from or (fact.measure == "level" and is_rate(fact.unit, lexicon)):
        return False
    before = report.facts[fact.number - 1] if fact.number else fact
    if before.is_from and before.sentence == fact.sentence:
        return False
    begin = max(0, fact.start - BEFORE, before.end if before.sentence == fact.sentence and before is not fact else 0)
    text = report.sentences[fact.sentence].text[begin : fact.start]
    average = next(group for group in words_of(lexicon).names.guards if group.kind == "time").values[1]
    return not any(word in text for word in average)
