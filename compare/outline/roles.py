"""What each part of the report does (looks back, looks forward), and of which years it speaks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compare.language.lexicon import Lexicon
from compare.model import Identity, Part, Role

LONGEST_TITLE = 40


@dataclass(frozen=True, slots=True)
class Roles:
    """The tables of ``roles.toml``."""

    review: tuple[str, ...]
    plan: tuple[str, ...]
    problems: tuple[str, ...]
    problems_answer: str
    closing: tuple[str, ...]
    address: str
    annex: str
    annex_bare: str
    annex_title: str
    annex_plan: str
    glossary: str
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

    def is_problems(self, sentences: Sequence[str]) -> bool:
        """Whether a paragraph turns from what went well to what did not."""
        return any(self._problems.search(text) for text in sentences[:2]) or any(
            re.search(self._rules.problems_answer, text) for text in sentences
        )

    def is_closing(self, paragraph: str) -> bool:
        """Whether a paragraph is the call at the end."""
        return bool(self._closing.search(paragraph))

    def is_address(self, paragraph: str) -> bool:
        """Whether a paragraph opens by addressing the assembly."""
        return bool(re.match(self._rules.address, paragraph))

    def is_annex(self, text: str, *, behind_closing: bool) -> bool:
        """Whether a line of its own opens an annex; behind the closing a plain title is enough."""
        if len(text) > LONGEST_TITLE or text.endswith(("。", "；", "！")):
            return False
        if re.match(self._rules.annex, text):
            return True
        return behind_closing and bool(re.search(self._rules.annex_title, text))

    def is_bare_annex(self, text: str) -> bool:
        """Whether a line says 附件 and no more, so that the next one is the title."""
        return bool(re.match(self._rules.annex_bare, text))

    def annex(self, title: str) -> Place:
        """The place of an annex: what it promises belongs to the plan; a glossary states nothing."""
        if not re.search(self._rules.glossary, title) and re.search(self._rules.annex_plan, title):
            return Place("plan", self.period(title, "plan"), "annex")
        return Place("other", "", "annex")


def _any(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))
