"""The status of a commitment that no figure settles: by plain signs first, then by learned weights, held back by rules.

A wrong 完成 costs more than a wrong 不明, so every rule that stands behind the weights only takes back a ``met``, save
that a state promised and told in the same words is one, and so is a completion told of the same thing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from msgspec import Struct

from compare.commitments.clauses import Clause, split_items
from compare.commitments.evidence import EvidenceWriter
from compare.commitments.ranking import Weights
from compare.commitments.ranking_cases import PARTS, Case, CaseReader, Outlook
from compare.commitments.verdict_figures import FigureFinder
from compare.model import Evidence, Status

REPORTED = 0.6
"""Chance from which a commitment counts as reported at all."""
SURE = 0.75
"""Chance of being reported that ``met`` needs, unless the clause has so many of the commitment's letters:"""
CLOSE = 0.45
KEY = 0.6
"""Kinship of the word that a name turns on from which it counts as there."""
HALF, NAMED = 0.5, 0.9
"""Share of a commitment's things, and kinship of its rarest word, from which work in progress is its own."""
ABSENT = 0.3
"""The same from below: 取消…收费 is not met where no fee is named, nor 制定…办法 where no paper is."""
OWN = 0.7
"""The same, from which a clause without a figure of the target is about its indicator."""
OTHER = 0.8
"""The same, where both have sums of money: the clause's may be for anything (财政支出 for 财政赤字)."""
CERTAIN = 0.8
"""Chance of being reported that makes up for its absence."""
ALIKE = 0.3
"""Share of a commitment's things that a clause must hold to say that it failed or that all of it is done."""
SAME = 0.75
"""The same, to say that it is lacking, or that a completion is its own."""
OWNED = 0.95
"""How well a clause must fit a commitment beside the one that it fits best, to tell of work on it."""
WHOLE = 0.9
"""The same, to say that a promised state is there: a state of a wider class is another one."""


class Outcome(Struct, frozen=True):
    """A status, the chance that it is right, and which sentence gives its reason."""

    status: Status
    chance: float
    reason: str
    missing: tuple[str, ...] = ()


class Outcomes(Struct, frozen=True):
    """Decides outcomes."""

    weights: Weights
    reader: CaseReader
    figures: FigureFinder
    writer: EvidenceWriter
    why: Mapping[str, str]

    def chance(self, case: Case) -> float:
        """Chance that the later report speaks of the commitment at all."""
        return float(1 / (1 + np.exp(-_sum(self.weights.reported, case.features))))

    def of(self, case: Case, chance: float) -> Outcome:
        """The outcome of a case that is reported with this chance."""
        plain = self._by_signs(case, chance)
        if plain is not None:
            return plain
        if chance <= REPORTED or case.features["misnamed"]:
            return Outcome("not_reported", 1 - chance, "")
        if case.commitment.kind == "numeric":
            outlook = self.reader.outlook(case)
            if self._listed(case, outlook):
                return Outcome("met", chance, "listed")
            if self._kept(case, outlook):
                return Outcome("met", chance, "met")
            if outlook.missing and outlook.told.shown["done"] and case.features["things_around"] >= ALIKE:
                return _worded("partial", chance, outlook)
            if self._touches(case, chance):
                return Outcome("unclear", chance, "unclear_figure" if case.commitment.fact else "unclear")
            return Outcome("not_reported", 1 - chance, "")
        outlook = self.reader.outlook(case)
        share, status = self._held_back(case, chance, outlook, self._weighed(outlook))
        told = outlook.told.shown
        if status == "mentioned" and self._is_anothers(case):
            return Outcome("not_reported", 1 - chance, "")
        if status == "mentioned" and told["beginning"] and not told["soft"] and case.features["things_around"] >= SAME:
            status = "partial"
        return _worded(status, chance * share, outlook)

    def reason(self, outcome: Outcome, case: Case, again: Sequence[Evidence]) -> str:
        """One sentence that says why."""
        if outcome.status == "not_reported":
            if again:
                return self.why["not_reported_again"].format(again=again[0].text)
            return self.why["not_reported_gone"]
        target = case.commitment.fact
        return self.why[outcome.reason].format(
            told=self.reader.passages[case.decisive].text,
            missing="、".join(outcome.missing),
            target="" if target is None else target.written,
        )

    def _by_signs(self, case: Case, chance: float) -> Outcome | None:
        """What the clause says outright of its subject."""
        passage, things = self.reader.passages[case.decisive], case.features["things_around"]
        signs = self.reader.signs.read(passage.core).shown
        if signs["sweeping"] and not (things >= SAME and self._is_of_goals(case)):
            return Outcome("not_reported", 1 - chance, "")
        if signs["failed"] and things >= ALIKE and self._bears(case, passage.core):
            return Outcome("missed", chance, "missed")
        if chance <= REPORTED:
            return None
        if signs["lacking"] and passage.part == "problems" and things >= SAME:
            return Outcome("missed", chance, "lacking")
        if signs["fulfilled"] and things >= ALIKE:
            outlook = self.reader.outlook(case)
            return _worded("partial", chance, outlook) if outlook.missing else Outcome("met", chance, "fulfilled")
        return None

    def _is_of_goals(self, case: Case) -> bool:
        """The promise is to reach a plan's goals, which a clause about all of them settles."""
        return self.reader.signs.read(case.commitment.text).shown["goals"]

    def _listed(self, case: Case, outlook: Outlook) -> bool:
        """As many places or projects are named as were promised: 海月路、船厂路获评示范街 for 2条示范街."""
        target, passage = case.commitment.fact, self.reader.passages[case.decisive]
        if target is None or target.measure != "level" or target.value < 2 or passage.figures:
            return False
        if not outlook.told.shown["done"] or outlook.told.shown["soft"] or case.features["things_around"] < SAME:
            return False
        named = split_items(Clause(passage.core_start, passage.core_end, passage.core))
        return not outlook.missing and len(named) >= target.value

    def _bears(self, case: Case, core: str) -> bool:
        """A clause names what the commitment is of, not a goal of several years, goals alone or another indicator."""
        commitment = case.commitment
        name = commitment.text if commitment.fact is None else commitment.fact.indicator
        of_years = self.reader.signs.read(core).shown["term"]
        return not of_years and self.reader.signs.bears(core, self.reader.sorter.things(name))

    def _touches(self, case: Case, chance: float) -> bool:
        """The clause is about the target's own indicator, though it gives no figure that can be held to it."""
        target = case.commitment.fact
        stated = self.writer.passages[case.decisive].figures
        of_money = target is not None and self.figures.is_money(target) and bool(stated)
        if case.key < (OTHER if of_money else OWN) and chance < CERTAIN:
            return False
        if target is None or not stated:
            return True
        return not any(self.figures.differ(target, fact) for fact in stated)

    def _kept(self, case: Case, outlook: Outlook) -> bool:
        """A policy that was to go on goes on; the figure is a part of its name (延续研发费用加计扣除75%政策)."""
        goes_on = outlook.promised.shown["keeping"] and outlook.told.shown["kept"]
        return goes_on and not outlook.missing and case.features["things_around"] >= SAME

    def _is_anothers(self, case: Case) -> bool:
        """Work in progress that fits another commitment better, not told of several things with this one among them."""
        features = case.features
        if features["owned"] >= OWNED or features["things_around"] >= SAME:
            return False
        listed = PARTS.search(self.reader.passages[case.decisive].core)
        return listed is None or features["things_around"] < HALF or features["rarest"] < NAMED

    def _weighed(self, outlook: Outlook) -> list[tuple[float, Status]]:
        """The outcomes with their shares, likeliest first."""
        names: tuple[Status, ...] = ("met", "partial", "mentioned", "unclear")
        scores = np.array([_sum(self.weights.outcome[name], outlook.features) for name in names])
        shares = np.exp(scores - scores.max())
        shares /= shares.sum()
        return sorted(zip(shares.tolist(), names, strict=True), key=lambda pair: -pair[0])

    def _held_back(
        self, case: Case, chance: float, outlook: Outlook, ranked: Sequence[tuple[float, Status]]
    ) -> tuple[float, Status]:
        """The likeliest outcome, with a ``met`` taken back where a sign speaks against it."""
        share, status = ranked[0]
        promised, told = outlook.promised.shown, outlook.told.shown
        goes_on = promised["keeping"] and told["kept"]
        if promised["plain"] and told["plain"] and case.features["things_around"] >= WHOLE:
            status = "mentioned" if told["tending"] else "met"
        elif (told["done"] or goes_on) and not told["soft"] and case.features["things_around"] >= SAME:
            status = "met"
        going = told["soft"] and not told["figure"] and case.features["things_around"] >= HALF
        if status == "unclear" and going and case.features["rarest"] >= NAMED:
            status = "mentioned"
        if status in ("met", "partial") and case.features["head"] < ABSENT:
            status = "unclear" if promised["taking"] else "mentioned" if promised["paper"] else status
        if status != "met":
            return share, status
        passage = self.reader.passages[case.decisive]
        if passage.part == "problems" or self.reader.signs.differ(case.commitment.text, passage.core):
            return share, "unclear"
        if passage.heading and not (told["plain"] or told["figure"]):
            return share, "mentioned"
        close = chance >= SURE or case.features["likeness"] >= CLOSE
        shows = any(told[sign] for sign in ("done", "figure", "firm", "change")) or told["kept"]
        shows = shows or (told["plain"] and (promised["plain"] or told["moved"]))
        if not close or not shows:
            return ranked[1] if ranked[0][1] == "met" else ranked[0]
        if told["soft"] and not (told["done"] or told["figure"]):
            return share, "mentioned"
        half = (promised["twofold"] and not told["carried"]) or (told["pilot"] and not promised["pilot"])
        if outlook.missing or half or (told["beginning"] and not promised["beginning"] and not told["figure"]):
            return share, "partial"
        return share, status


def _worded(status: Status, chance: float, outlook: Outlook) -> Outcome:
    """The outcome with the sentence that gives its reason."""
    missing = outlook.missing if status == "partial" else ()
    reason = (
        ("partial_stage" if _is_stage(outlook) else "partial_part") if status == "partial" and not missing else status
    )
    return Outcome(status, chance, reason, missing)


def _is_stage(outlook: Outlook) -> bool:
    """The clause says itself that it is not all: a beginning, a pilot, work that goes on, one of two halves."""
    told = outlook.told.shown
    half = outlook.promised.shown["twofold"] and not told["carried"]
    return half or any(told[sign] for sign in ("beginning", "pilot", "soft", "tending"))


def _sum(weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    return sum(weight * features[name] for name, weight in weights.items() if name != "bias") + weights["bias"]
