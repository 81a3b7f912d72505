"""Which kind of promise a clause is: headline, livelihood, task or general (GUIDE.md, section 4)."""

from __future__ import annotations

from compare.commitments.undertakings import Undertaking
from compare.commitments.verbs import VerbReader
from compare.commitments.words import CommitmentWords
from compare.model import Category, Report

FIRM = ("finish", "start", "issue", "establish", "abolish")


class Categories:
    """Decides the category of undertakings of one report."""

    def __init__(self, report: Report, words: CommitmentWords, verbs: VerbReader) -> None:
        self._verbs = verbs
        self._headline = {s.number for s in report.sentences if _opens_targets(s.text, words)}
        self._livelihood = _livelihood_sentences(report, words)

    def of(self, undertaking: Undertaking) -> Category:
        """The category of one undertaking."""
        number = undertaking.sentence.number
        if number in self._headline:
            return "headline"
        if number in self._livelihood:
            return "livelihood"
        if undertaking.fact is not None:
            return "task"
        lead = self._verbs.lead(undertaking.clause.text)
        return "task" if lead is not None and lead.kind in FIRM and lead.strength != "explore" else "general"


def _opens_targets(text: str, words: CommitmentWords) -> bool:
    named = sum(name in text for name in words.headline.indicators)
    return named >= words.headline.least or (named >= 1 and any(opener in text for opener in words.headline.openers))


def _livelihood_sentences(report: Report, words: CommitmentWords) -> set[int]:
    found: set[int] = set()
    for section in report.sections:
        if section.role == "plan" and any(title in section.title for title in words.livelihood.titles):
            found.update(range(section.heading, section.last))
    return found
