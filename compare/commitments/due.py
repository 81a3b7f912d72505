"""By when something is promised, in the report's words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from compare.language.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class DueWords:
    """A way of naming a date, with a clause that has one and one that has not."""

    pattern: str
    example: str
    counter: str


@dataclass(frozen=True, slots=True)
class DueTable:
    """The lexicon's table ``due``."""

    year: str
    """How a year is written: ``{year}`` and what stands with it."""
    ways: Mapping[str, DueWords]


def date_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    """Whatever names a date, a quarter or a year."""
    return re.compile("|".join(f"(?:{way.pattern})" for way in lexicon.read("due", DueTable).ways.values()))


class DueReader:
    """Reads the date, month, quarter or year by which an undertaking is to be done."""

    def __init__(self, lexicon: Lexicon, plan_year: str) -> None:
        self._pattern = date_pattern(lexicon)
        self._year = lexicon.read("due", DueTable).year
        self._plan_year = plan_year

    def of(self, text: str, period: str) -> str:
        """The words of a clause that name a date, else the last year of its ``period`` where that is a later one."""
        found = self._pattern.search(text)
        if found:
            return found[0]
        year = period.rpartition("-")[2]
        if not (year.isdigit() and self._plan_year and year > self._plan_year):
            return ""
        return self._year.format(year=year)
