"""A sentence by itself, for tests of what a sentence states. The year under review is 2025, the plan's 2026."""

from __future__ import annotations

from compare.language.lexicon import Lexicon, default_lexicon
from compare.model import Fact, Identity, LeftOut, Part, Role, Sentence
from compare.quantities.sentences import Setting, sentence_facts

IDENTITY = Identity("望海区", "county", review_period="2025", plan_year="2026", kind="annual")
PERIODS: dict[Role, str] = {"review": "2025", "plan": "2026", "other": ""}


def sentence(text: str, role: Role = "review") -> Sentence:
    part: Part = "plan" if role == "plan" else "review"
    return Sentence(0, text, 0, 0, None, role, PERIODS[role], part, 1)


def read(text: str, role: Role = "review", lexicon: Lexicon | None = None) -> tuple[list[Fact], tuple[LeftOut, ...]]:
    return sentence_facts(sentence(text, role), Setting(IDENTITY), lexicon or default_lexicon())


def facts_of(text: str, role: Role = "review", lexicon: Lexicon | None = None) -> list[Fact]:
    return read(text, role, lexicon)[0]


def shown(fact: Fact) -> str:
    """A fact in one line, as the case files write it."""
    value = f"{fact.value:f}" + (f"~{fact.high:f}" if fact.high is not None else "")
    line = f"{fact.indicator} | {value} {fact.unit} | {fact.bound} | {fact.measure} | {fact.role} {fact.period}"
    return line + (" | from" if fact.is_from else "")
