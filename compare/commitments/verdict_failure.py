"""Goals of which the later report says outright that they were not reached (物价调控目标没有完成), without a figure."""

from __future__ import annotations

from collections.abc import Sequence

from compare.commitments.evidence_passages import Passage
from compare.commitments.evidence_signs import SignReader, StatusWords
from compare.commitments.ranking_features import Floats
from compare.language.lexicon import Lexicon
from compare.model import Fact

HELD = 0.5
"""Share of a commitment's things that a clause must hold to admit the failure of that commitment."""


class FailureReader:
    """Knows the clauses that admit a failure, and which indicators belong to the areas that they name."""

    def __init__(self, passages: Sequence[Passage], signs: SignReader, lexicon: Lexicon) -> None:
        self._areas = lexicon.read("status", StatusWords).areas
        self._failed = [
            (place, passage.core)
            for place, passage in enumerate(passages)
            if passage.part in ("review", "problems") and signs.read(passage.core).shown["failed"]
        ]

    def place(self, target: Fact | None, things: Floats) -> int | None:
        """The passage that says that a goal was not reached, None where none does.

        ``things`` is the share of the commitment's things that each passage holds.
        """
        named = next((place for place, _ in self._failed if things[place] >= HELD), None)
        if named is not None or target is None:
            return named
        names = {word for word, indicators in self._areas.items() if any(i in target.indicator for i in indicators)}
        names.add(target.indicator)
        return next((place for place, core in self._failed if any(name in core for name in names)), None)
