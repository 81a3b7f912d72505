"""Spans of years still to come: what 今后三年, 今明两年 or 到明年底 make of a figure's period."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from msgspec import Struct

from compare.language.lexicon import Lexicon
from compare.language.numerals import Numerals, is_run, read_characters
from compare.model import Identity, Role
from compare.quantities.patterns import any_of
from compare.quantities.words import AheadRule, Facts

MOST = 50
"""Years beyond which a span says nothing of a plan."""


class Ahead(Struct, frozen=True):
    """Words that name years to come. ``behind``: they stand behind the figure that they are about."""

    start: int
    end: int
    period: str
    behind: bool


class AheadReader:
    """The rules of one lexicon, compiled once."""

    def __init__(self, rules: tuple[AheadRule, ...], numerals: Numerals, others: tuple[str, ...], inside: str) -> None:
        self._rules = tuple((re.compile(rule.pattern), rule) for rule in rules)
        self._numerals = numerals
        self._other = re.compile(any_of(others) + r"|(?<!\d)20\d\d年")
        self._inside = re.compile(rf"[，；：]\s*{re.escape(inside)}")

    def read(self, text: str, part: Role, identity: Identity) -> tuple[Ahead, ...]:
        """The spans of a sentence, left to right, without overlap; none where the report's years are not known."""
        first = _first_year(identity)
        if not first:
            return ()
        found = []
        for pattern, rule in self._rules:
            if rule.plan_only and part != "plan":
                continue
            for match in pattern.finditer(text):
                years = self._years(match)
                if 0 < years <= MOST:
                    start, last = first + rule.first, first + rule.first + years - 1
                    period = f"{start}-{last}" if last > start else str(start)
                    found.append(Ahead(match.start("at"), match.end("at"), period, rule.behind))
        found.sort(key=lambda span: (span.start, -span.end))
        return tuple(
            span for i, span in enumerate(found) if all(span.start >= other.end for other in found[:i])
        )  # few: one a clause at most

    def period(self, text: str, spans: tuple[Ahead, ...], clause: int, behind: int, start: int) -> str:
        """The years that the figure at ``start`` in ``clause`` to ``behind`` speaks of; empty where no span says."""
        if not spans:
            return ""
        for span in spans:
            if span.behind and clause <= span.start < behind:
                return span.period
        place = bisect_left([span.start for span in spans], start) - 1
        if place < 0:
            return ""
        span = spans[place]
        between = text[span.end : start]
        if self._other.search(between) or (span.behind and not self._inside.search(between)):
            return ""
        return span.period

    def _years(self, match: re.Match[str]) -> int:
        """How many years are meant, the larger number of a range; one where no number is said."""
        said = match.groupdict().get("more") or match.groupdict().get("years")
        if said is None:
            return 1
        if said.isdigit():
            return int(said) if len(said) <= 2 else 0
        value = read_characters(said[-1] if is_run(said, self._numerals) else said, self._numerals)
        return int(value or 0)


def _first_year(identity: Identity) -> int:
    """The year that the plan is for, or the one behind the review."""
    years = re.findall(r"\d{4}", identity.plan_year)
    if years:
        return int(years[0])
    years = re.findall(r"\d{4}", identity.review_period)
    return int(years[-1]) + 1 if years else 0


@lru_cache(maxsize=8)
def ahead_reader(lexicon: Lexicon) -> AheadReader:
    """The spans to come of a lexicon."""
    tense = lexicon.read("facts", Facts).tense
    return AheadReader(tense.ahead, lexicon.read("numerals", Numerals), tense.this_year, tense.inside)
