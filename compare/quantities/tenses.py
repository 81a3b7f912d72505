"""Whether a figure was reached, is planned, or is neither; and the year or years that it speaks of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from compare.language.lexicon import Lexicon
from compare.model import FactRole, Identity, Sentence
from compare.quantities.patterns import any_of
from compare.quantities.words import Facts, Tenses

YEAR = re.compile(r"(?P<year>(?:19|20)\d{2})年?(?:\s*[-—–－~～至到]+\s*(?P<end>(?:19|20)\d{2}|\d{2}))?年?")


@dataclass(frozen=True, slots=True)
class Time:
    """Role and period of a figure, and the words that decided."""

    role: FactRole
    period: str
    reason: str


class TenseReader:
    """The tense words of one lexicon, compiled once."""

    def __init__(self, words: Tenses) -> None:
        self._done = re.compile(any_of(words.done))
        self._planned = re.compile(any_of(words.planned))
        self._rule = re.compile(any_of(words.rule))
        self._last = re.compile(any_of(words.last_year))
        self._next = re.compile(any_of(words.next_year))

    def time(self, sentence: Sentence, clause: str, identity: Identity) -> Time:
        """Role and period of a figure in ``clause`` of ``sentence``."""
        review, plan = identity.review_period, identity.plan_year
        if sentence.role == "plan":
            role: FactRole = "target"
            period = sentence.period or plan
            if self._done.search(clause) and not self._planned.search(clause):
                role, period = "result", review
        elif sentence.role == "review":
            role, period = "result", sentence.period or review
            if self._planned.search(clause):
                role, period = "target", plan
        else:
            role, period = "result", sentence.period or review
        return Time(role, period, sentence.role)


@lru_cache(maxsize=8)
def tense_reader(lexicon: Lexicon) -> TenseReader:
    """The tense words of a lexicon."""
    return TenseReader(lexicon.read("facts", Facts).tense)
