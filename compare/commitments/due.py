"""By when something is promised, in the report's words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from compare.language.lexicon import Lexicon
from compare.language.numerals import Numerals, read_characters
from compare.language.schema import Schema

FULL_YEAR = re.compile(r"\d{4}")


class DueWords(Schema, frozen=True):
    """A way of naming a date, with a clause that has one and one that has not."""

    pattern: str
    example: str
    counter: str


class DueTable(Schema, frozen=True):
    """The lexicon's table ``due``."""

    year: str
    """How a year is written: ``{year}`` and what stands with it."""
    far: str
    """A date of several years that opens a sentence and binds all its clauses (到2030年，…；用三年时间，…)."""
    far_example: str
    far_counter: str
    today: tuple[str, ...]
    """What leads back from it to the plan's own year."""
    span: str
    """How many years a date leaves, the number as its group (用三年时间)."""
    span_example: str
    span_counter: str
    terms: Mapping[str, str]
    """The last year of each five-year plan."""
    ways: Mapping[str, DueWords]


def date_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    """Whatever names a date, a quarter or a year."""
    return re.compile("|".join(f"(?:{way.pattern})" for way in lexicon.read("due", DueTable).ways.values()))


class DueReader:
    """Reads the date, month, quarter or year by which an undertaking is to be done."""

    def __init__(self, lexicon: Lexicon, plan_year: str) -> None:
        table = lexicon.read("due", DueTable)
        self._pattern = date_pattern(lexicon)
        self._far = re.compile(table.far)
        self._today = table.today
        self._span = re.compile(table.span)
        self._terms = table.terms
        self._numerals = lexicon.read("numerals", Numerals)
        self._year = table.year
        self._plan_year = plan_year

    def of(self, text: str, period: str, before: str = "") -> str:
        """The words of a clause that name a date, else the last year of its ``period`` where that is a later one.

        ``before`` is what stands before the clause in its sentence: a date of several years that opens it binds the
        clause too.
        """
        dates = (date[0] for date in self._pattern.finditer(text))
        found = next((date for date in dates if not self._is_past(date)), None)
        if found is not None:
            return found
        opening = self._far.match(before)
        if opening and not any(word in before or word in text for word in self._today):
            return opening[1]
        year = period.rpartition("-")[2]
        if not (year.isdigit() and self._plan_year and year > self._plan_year):
            return ""
        return self._year.format(year=year)

    def last_year(self, due: str) -> str:
        """The last year in which what is due so may be done (``2033`` for 用三年时间 in the plan of 2031).

        Empty where that is the plan's own year, and where the words do not say.
        """
        year = self._last_year(due)
        return year if self._plan_year and year > self._plan_year else ""

    def _last_year(self, due: str) -> str:
        years = [year[0] for year in FULL_YEAR.finditer(due)]
        if years:
            return max(years)
        for term, year in self._terms.items():
            if term in due:
                return year
        span = self._span.search(due)
        if span is None or not self._plan_year.isdigit():
            return ""
        years_left = int(span[1]) if span[1].isdecimal() else int(read_characters(span[1], self._numerals) or 1)
        return str(int(self._plan_year) + years_left - 1)

    def _is_past(self, date: str) -> bool:
        """A year before the plan's tells of what stands there (2000年底前建成的小区)."""
        year = FULL_YEAR.search(date)
        return year is not None and bool(self._plan_year) and year[0] < self._plan_year
