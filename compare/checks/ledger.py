"""Every figure of the reports by the thing that it is of, for looking up what must tie."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from compare.indicators import Entry, Guards, read_entries
from compare.judgement import Interval, basis_apart, convert, interval_of
from compare.language.lexicon import Lexicon
from compare.model import Figure, IndicatorRow, Report

Thing = tuple[str, Guards, str]


class Ledger:
    """Entries of all reports, with the text around them at hand."""

    def __init__(self, reports: tuple[Report, ...], indicators: tuple[IndicatorRow, ...], lexicon: Lexicon) -> None:
        self.reports = reports
        self.lexicon = lexicon
        self.entries = read_entries(reports, lexicon)
        self.rows = indicators
        self.by_thing: dict[Thing, list[Entry]] = defaultdict(list)
        self.by_sentence: dict[tuple[int, int], list[Entry]] = defaultdict(list)
        for entry in self.entries:
            if not entry.name.general:
                self.by_thing[self.thing(entry)].append(entry)
            self.by_sentence[entry.report, entry.fact.sentence].append(entry)

    def thing(self, entry: Entry) -> Thing:
        """What a figure is of: name, guards and kind of unit, whatever the measure."""
        return entry.name.canonical, entry.hard, entry.kind if entry.fact.measure == "level" else ""

    def levels(self, entry: Entry, report: int, period: str) -> Iterable[Entry]:
        """Levels that ``report`` states as reached in ``period`` for the thing that ``entry`` is a level of."""
        return (
            other
            for other in self.by_thing[self.thing(entry)]
            if other.report == report
            and other.fact.measure == "level"
            and other.fact.role == "result"
            and other.fact.period == period
            and not other.fact.is_from
            and not other.span
        )

    def conflict(self, one: Entry, other: Entry) -> bool:
        """Whether the bases of two figures differ."""
        return basis_apart(one.fact, other.fact, self.lexicon) is not None

    def text(self, entry: Entry) -> str:
        """The sentence of a figure."""
        return self.reports[entry.report].sentences[entry.fact.sentence].text

    def between(self, one: Entry, other: Entry) -> str:
        """The words between two figures of one sentence."""
        return self.text(one)[one.fact.end : other.fact.start]

    def before(self, entry: Entry, length: int = 14) -> str:
        """The words in front of a figure, in its sentence."""
        return self.text(entry)[max(0, entry.fact.start - length) : entry.fact.start]

    def interval(self, entry: Entry, unit: str | None = None) -> Interval | None:
        """What the writing of a figure allows, in another unit if one is given; None where it does not convert."""
        factor = Decimal(1)
        if unit is not None:
            converted = convert(Decimal(1), entry.fact.unit, unit, self.lexicon)
            if converted is None:
                return None
            factor = converted
        span = interval_of(entry.fact, self.lexicon)
        return Interval(span.low and span.low * factor, span.high and span.high * factor)

    def consecutive(self, report: int) -> bool:
        """Whether ``report`` answers the one before it in the list: its review year is that one's plan year."""
        if report == 0:
            return False
        earlier, later = self.reports[report - 1].identity, self.reports[report].identity
        return bool(later.review_period) and later.review_period == earlier.plan_year


def figures(*entries: Entry) -> tuple[Figure, ...]:
    """Entries as figures, in order."""
    return tuple(Figure(entry.report, entry.fact) for entry in entries)
