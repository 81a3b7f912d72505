"""Whether a target is expected or binding, money set aside, or a task: by the report's own words."""

from __future__ import annotations

import re

from compare.commitments.undertakings import Undertaking
from compare.language.lexicon import Lexicon
from compare.language.schema import Schema
from compare.model import Attribute, Category


class AttributeWords(Schema, frozen=True):
    """The lexicon's table ``attributes``."""

    expected: tuple[str, ...]
    binding: tuple[str, ...]
    money: tuple[str, ...]
    """Units of money."""
    funding: str
    """A clause that sets money aside or raises it."""
    funding_example: str
    funding_counter: str
    rates: tuple[str, ...]
    """Words of a sum for each one, which is no money set aside (补助标准提高30元)."""


class AttributeReader:
    """Reads attributes by the lexicon's words."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._words = lexicon.read("attributes", AttributeWords)
        self._funding = re.compile(self._words.funding)

    def of(self, undertaking: Undertaking, category: Category) -> Attribute:
        """The attribute of an undertaking; a main target is of no kind that the report does not name."""
        fact, words, text = undertaking.fact, self._words, undertaking.clause.text
        if fact is None:
            return "task"
        if any(word in text for word in words.binding):
            return "binding"
        if any(word in text for word in words.expected):
            return "expected"
        if fact.unit in words.money and fact.measure != "growth" and self._is_funding(text):
            return "funding"
        return "" if category == "headline" else "task"

    def _is_funding(self, text: str) -> bool:
        return self._funding.search(text) is not None and not any(word in text for word in self._words.rates)
