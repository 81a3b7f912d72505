"""What each part of the report does (looks back, looks forward), and of which years it speaks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from compare.language.lexicon import Lexicon
from compare.language.schema import Schema
from compare.model import Identity, Part, Role

LONGEST_TITLE = 40
FIRST_WORDS = 16
"""Characters in which a paragraph names the plan that it speaks of."""
LONGEST_SAYING = 14


class Roles(Schema, frozen=True):
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
    looks_back: str
    looks_back_five: str
    looks_forward: str
    plans: Mapping[str, str]


class Place(Struct, frozen=True):
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
        """The place of a section of the first level, which follows on ``earlier``."""
        planned = earlier is not None and earlier.role == "plan"
        role: Role = "plan" if planned or (not self._review.search(title) and self._plan.search(title)) else "review"
        if role == "review" and earlier and not self._review.search(title):
            role = "plan"
        named = self.named_period(title, role)
        if not named and planned and earlier:
            named = earlier.period
        return Place(role, named or self._usual(role), "review" if role == "review" else "plan")

    def period(self, title: str, role: Role) -> str:
        """The year or years that a title names, else the report's own."""
        return self.named_period(title, role) or self._usual(role)

    def _usual(self, role: Role) -> str:
        return self._identity.review_period if role == "review" else self._identity.plan_year

    def named_period(self, title: str, role: Role) -> str:
        """The year or years that a title names, or nothing."""
        five_years = re.search(self._rules.five_years, title)
        if role == "plan" and five_years and self._identity.plan_year[:4].isdigit():
            first = int(self._identity.plan_year[:4])
            return f"{first}-{first + 4}"
        if plans := self.plans(title):
            return plans[0]
        if years := self._year.findall(title):
            return str(years[-1])
        if role == "plan" and any(word in title for word in self._rules.this_year):
            return self._identity.plan_year
        return ""

    def plans(self, title: str) -> list[str]:
        """The spans of the five-year plans that a title names, in order."""
        found = [(title.find(f"“{name}”"), years) for name, years in self._rules.plans.items()]
        return [years for at, years in sorted(found) if at >= 0]

    def past(self, title: str) -> Place | None:
        """The place of a section of the plan whose title names a five-year plan that is over."""
        over = [span for span in self.plans(title) if span[-4:] < self._identity.plan_year[:4]]
        return Place("review", over[0], "review") if over and over == self.plans(title) else None

    def looks_back(self, sentence: str) -> Place | None:
        """The place of a sentence in the plan that tells of the time before (过去的一年，…)."""
        if not re.match(self._rules.looks_back, sentence):
            return None
        period = self._identity.review_period
        if re.match(self._rules.looks_back_five, sentence) and period.isdigit():
            period = f"{int(period) - 4}-{period}"
        return Place("review", period, "review")

    def looks_forward(self, sentence: str) -> bool:
        """Whether a sentence behind such a one turns to what is to be done."""
        return bool(re.search(self._rules.looks_forward, sentence))

    def turns_to_next(self, title: str, paragraph: str) -> Place | None:
        """In a section on two five-year plans: the place of the second, from the paragraph on that names it first."""
        spans = self.plans(title)
        if len(spans) < 2 or self.plans(paragraph[:FIRST_WORDS])[:1] != spans[1:2]:
            return None
        return Place("plan", spans[1], "plan")

    def is_problems(self, sentences: Sequence[str]) -> bool:
        """Whether a paragraph turns from what went well to what did not."""
        return any(self._problems.search(text) for text in sentences[:2]) or any(
            re.search(self._rules.problems_answer, text) for text in sentences
        )

    def turns_to_problems(self, sentences: Sequence[str]) -> bool:
        """Whether a paragraph does so with its first sentence, or behind a saying (安不忘危，兴不忘忧。)."""
        first = sentences[: 2 if len(sentences[0]) <= LONGEST_SAYING else 1]
        return any(self._problems.search(text) for text in first)

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
