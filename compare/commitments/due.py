"""By when something is promised, in the report's words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from compare.commitments.undertakings import Undertaking
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

    ways: Mapping[str, DueWords]


class DueReader:
    """Reads the date, month, quarter or year by which an undertaking is to be done."""

    def __init__(self, lexicon: Lexicon, plan_year: str) -> None:
        ways = lexicon.read("due", DueTable).ways
        self._pattern = re.compile("|".join(f"(?:{way.pattern})" for way in ways.values()))
        self._plan_year = plan_year

    def of(self, undertaking: Undertaking) -> str:
        """The words of the clause that name a date, else the later year that its figure speaks of."""
        found = self._pattern.search(undertaking.clause.text)
        if found:
            return found[0]
        period = undertaking.fact.period if undertaking.fact is not None else ""
        return f"{period}年" if period.isdigit() and self._plan_year and period > self._plan_year else ""
