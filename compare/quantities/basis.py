"""What stands behind a figure (口径): region, scope, price basis, time basis and nature, as far as the words say."""

from __future__ import annotations

import re
from functools import lru_cache

from compare.language.lexicon import Lexicon
from compare.model import Basis
from compare.quantities.patterns import any_of
from compare.quantities.words import BasisWords


class BasisReader:
    """The basis words of one lexicon, compiled once."""

    def __init__(self, words: BasisWords) -> None:
        self._fields = {group.field: re.compile(any_of(group.words)) for group in words.group}
        self._mark = words.onward_mark
        self._onward = re.compile(words.onward)
        self._opening = re.compile(words.opening)
        self._part_end = re.compile("[；;]")

    def read(self, text: str, clause: int, start: int, indicator: str, nature: str) -> Basis:
        """The basis of the figure at ``start``; ``nature`` is one that covers the part so far (预计，下同).

        One that opens the sentence as a clause of its own (初步核算，…) covers it up to the first semicolon.
        """
        before = text[clause:start]
        opening = self._opening.match(text)
        if opening and not self._part_end.search(text, opening.end(), start):
            nature = opening["nature"]
        return Basis(
            region=self._last("region", before) or self._last("region", indicator),
            scope=self._last("scope", indicator),
            price=self._last("price", before),
            time=self._last("time", before),
            nature=self._last("nature", before) or nature,
        )

    def onward(self, text: str) -> str:
        """The nature that a sentence declares for all that follows, empty where it declares none."""
        match = self._onward.search(text) if self._mark in text else None
        return (match["nature"] or match["nature2"]) if match else ""

    def _last(self, field: str, text: str) -> str:
        found = self._fields[field].findall(text) if field in self._fields else []
        return found[-1] if found else ""


@lru_cache(maxsize=8)
def basis_reader(lexicon: Lexicon) -> BasisReader:
    """The basis words of a lexicon."""
    return BasisReader(lexicon.read("basis", BasisWords))
