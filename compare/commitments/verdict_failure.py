"""Goals of which the later report says in words that they were not reached (物价调控目标没有完成; 出口总额出现下降)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from compare.commitments.evidence_passages import Passage
from compare.commitments.evidence_signs import StatusWords
from compare.commitments.ranking_cases import CaseReader
from compare.commitments.ranking_features import Floats
from compare.judgement.sides import better_side
from compare.language.lexicon import Lexicon
from compare.model import Fact

HELD = 0.5
"""Share of a commitment's things that a clause must hold to admit the failure of that commitment."""
KEY = 0.9
"""Kinship of one of the words that its name turns on with a word of the clause's subject."""


class Admission(Struct, frozen=True):
    """A clause that admits a failure, with its subject: the clause itself, and the one before where it names none."""

    place: int
    said: str
    goal: bool
    """It speaks of a goal alone (预期目标未能实现), which an undertaking without a figure is not."""


class FailureReader:
    """Knows the clauses that admit a failure or a fall, and which indicators belong to the areas that they name."""

    def __init__(self, reader: CaseReader, lexicon: Lexicon) -> None:
        words = lexicon.read("status", StatusWords)
        self._lexicon, self._areas, self._reader = lexicon, words.areas, reader
        self._goal = re.compile(words.goal.pattern)
        self._signs = reader.signs
        self._amounts = re.compile(f"(?:{'|'.join(words.amounts)})$")
        looking = [(n, p) for n, p in enumerate(reader.passages) if p.part in ("review", "problems")]
        read = {place: reader.signs.read(passage.core).shown for place, passage in looking}
        self._failed = [self._admission(place, reader.passages) for place, _ in looking if read[place]["failed"]]
        self._below = [self._with_subject(place, reader.passages) for place, _ in looking if read[place]["below"]]
        self._fallen = [
            (place, passage.core) for place, passage in looking if read[place]["fallen"] and not read[place]["figure"]
        ]

    def of_target(self, promise: str, target: Fact) -> int | None:
        """The passage that says in words, by the name of a target, that it was missed; None where none does."""
        name = target.indicator
        bare = self._amounts.sub("", name)
        if len(bare) < 2:
            return None
        for admission in self._failed:
            named = self._fits(admission, target) and self._signs.names(admission.said, bare)
            if named and not self._only_part(promise, admission):
                return admission.place
        side = better_side(name, self._lexicon, target)
        for admission in self._below if side in ("higher", "neutral") else ():
            if self._signs.names(admission.said, bare):
                return admission.place
        grows = target.measure == "growth" and target.value > 0
        if grows and side == "higher":
            return next((place for place, core in self._fallen if self._signs.names(core, name)), None)
        return None

    def place(self, row: int, target: Fact | None, things: Floats) -> int | None:
        """The passage that says that a goal was not reached, None where none does.

        ``things`` is the share of the commitment's things that each passage holds.
        """
        for admission in self._failed:
            if (
                self._fits(admission, target)
                and things[admission.place] >= HELD
                and self._about(row, admission, target)
            ):
                return admission.place
        if target is None:
            return None
        areas = {word for word, indicators in self._areas.items() if any(i in target.indicator for i in indicators)}
        return next(
            (
                admission.place
                for admission in self._failed
                if self._fits(admission, target) and any(self._signs.names(admission.said, area) for area in areas)
            ),
            None,
        )

    def _fits(self, admission: Admission, target: Fact | None) -> bool:
        """A goal alone is no undertaking without a figure, nor is one of several years a year's own target."""
        if target is None:
            return not admission.goal
        return "-" in target.period or not self._signs.read(admission.said).shown["term"]

    def _about(self, row: int, admission: Admission, target: Fact | None) -> bool:
        """An admission names what the commitment of a row is of, and all its parts."""
        promise = self._reader.commitments[row].text
        near = self._reader.key_words(row, admission.said)
        if max(near["head"], near["rarest"]) < KEY or self._only_part(promise, admission):
            return False
        return self._signs.bears(
            admission.said, self._reader.sorter.things(promise if target is None else target.indicator)
        )

    def _only_part(self, promise: str, admission: Admission) -> bool:
        """Of several things that are promised together, only some are said to have failed."""
        parts, missing = self._reader.parts(promise, [admission.said])
        return 0 < len(missing) < parts

    def _admission(self, place: int, passages: Sequence[Passage]) -> Admission:
        core = passages[place].core
        return self._with_subject(place, passages) if self._goal.match(core) else Admission(place, core, goal=False)

    def _with_subject(self, place: int, passages: Sequence[Passage]) -> Admission:
        """A clause that speaks of a goal, with the clause before it, which names what the goal is of."""
        core, before = passages[place].core, passages[place - 1] if place else None
        if before is not None and before.sentence == passages[place].sentence:
            return Admission(place, before.core + core, goal=True)
        return Admission(place, core, goal=True)
