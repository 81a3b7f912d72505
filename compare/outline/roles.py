"""What each part of the report does (looks back, looks forward), and of which years it speaks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from compare.language.lexicon import Lexicon
from compare.model import Identity, Part, Role


@dataclass(frozen=True, slots=True)
class Roles:
    """The tables of ``roles.toml``."""

    review: tuple[str, ...]
    plan: tuple[str, ...]
    problems: tuple[str, ...]
    closing: tuple[str, ...]
    address: str
    annex: str
    year: str
    five_years: str
    this_year: tuple[str, ...]
    last_year: tuple[str, ...]
    plans: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Place:
    """Role, period and part of a stretch of text."""

    role: Role
    period: str
    part: Part


class RoleReader:
    """Reads roles and periods off headings by the rules of a lexicon."""

    def __init__(self, lexicon: Lexicon, identity: Identity) -> None:
        self._rules = lexicon.read("roles", Roles)
        self._identity = identity
        self._review = _any(self._rules.review)
        self._plan = _any(self._rules.plan)
        self._problems = _any(self._rules.problems)
        self._closing = _any(self._rules.closing)
        self._year = re.compile(self._rules.year)

    def section(self, title: str, earlier: Place | None) -> Place:
        """The place of a section of the first level."""
        role: Role = "plan" if earlier and earlier.role == "plan" else "review"
        if not (earlier and earlier.role == "plan") and self._review.search(title):
            role = "review"
        elif self._plan.search(title) or earlier:
            role = "plan"
        return Place(role, self.period(title, role), "review" if role == "review" else "plan")

    def period(self, title: str, role: Role) -> str:
        """The year or years that a title names, else the report's own."""
        for name, years in self._rules.plans.items():
            if f"“{name}”" in title:
                return years
        if role == "review":
            if re.search(self._rules.five_years, title):
                return self._identity.review_period
            years_named = self._year.findall(title)
            return years_named[-1] if years_named else self._identity.review_period
        years_named = self._year.findall(title)
        return years_named[-1] if years_named else self._identity.plan_year

    def is_problems(self, sentence: str) -> bool:
        """Whether a sentence turns from what went well to what did not."""
        return bool(self._problems.search(sentence))

    def is_closing(self, paragraph: str) -> bool:
        """Whether a paragraph is the call at the end."""
        return bool(self._closing.search(paragraph))

    def is_address(self, paragraph: str) -> bool:
        """Whether a paragraph opens by addressing the assembly."""
        return bool(re.match(self._rules.address, paragraph))

    def is_annex(self, text: str) -> bool:
        """Whether a line opens an annex."""
        return bool(re.match(self._rules.annex, text))


def _any(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))
