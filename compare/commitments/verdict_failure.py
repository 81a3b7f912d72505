"""Goals of which the later report says outright that they were not reached (物价调控目标没有完成), without a figure."""

from __future__ import annotations

from collections.abc import Sequence

from compare.commitments.evidence_passages import Passage
from compare.commitments.evidence_signs import SignReader, StatusWords
from compare.language.lexicon import Lexicon
from compare.model import Fact


class FailureReader:
    """Knows the clauses that admit a failure, and which indicators belong to the areas that they name."""

    def __init__(self, passages: Sequence[Passage], signs: SignReader, lexicon: Lexicon) -> None:
        self._areas = lexicon.read("status", StatusWords).areas
        self._failed = [
            (place, passage.core)
            for place, passage in enumerate(passages)
            if passage.part in ("review", "problems") and signs.read(passage.core).shown["failed"]
        ]

    def place(self, target: Fact) -> int | None:
        """The passage that says that the goal of ``target`` was not reached, None where none does."""
        names = {word for word, indicators in self._areas.items() if any(i in target.indicator for i in indicators)}
        names.add(target.indicator)
        return next((place for place, core in self._failed if any(name in core for name in names)), None)
