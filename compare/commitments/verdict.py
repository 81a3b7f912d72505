"""What the later report says came of each commitment: evidence, status, reason, and whether it is promised again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from compare.commitments.again import Repetitions
from compare.commitments.evidence import EvidenceWriter, joined
from compare.commitments.evidence_passages import promising_passages, reporting_passages
from compare.commitments.evidence_signs import SignReader, StatusWords
from compare.commitments.finding import find_commitments
from compare.commitments.ranking import Weights, shipped_weights
from compare.commitments.ranking_cases import Case, CaseReader
from compare.commitments.ranking_features import Matcher, Sorter
from compare.commitments.vectors import WordVectors, shipped_vectors
from compare.commitments.verdict_figures import FigureFinder, Finding
from compare.commitments.verdict_pace import Pace, PaceReader
from compare.language.lexicon import Lexicon
from compare.model import Commitment, Confidence, Evidence, Fact, Report, SectionPair, Status

REPORTED = 0.5
"""Chance from which a commitment counts as reported at all."""
SURE = 0.6
"""Chance of being reported that ``met`` needs: a wrong 完成 costs more than a wrong 不明."""
NEAR = 0.25
"""Likeness of letters from which a figure of the same unit may be the target's, under another name."""
NEARER = 0.38
"""The same, where the word that the target's name turns on is not there."""
KEY = 0.6
"""Kinship of that word from which it counts as there."""
CERTAIN = 0.8
"""Chance of being reported that makes up for its absence."""
ALIKE = 0.3
"""Share of a commitment's things that a clause must hold to say that it failed or that all of it is done."""


def follow_up(
    reports: tuple[Report, ...], old: int, new: int, section_pairs: tuple[SectionPair, ...], lexicon: Lexicon
) -> tuple[Commitment, ...]:
    """The commitments of report ``old`` with what report ``new`` says of them.

    Status says what the report says, never what is so (GUIDE.md, section 4). The best three clauses stand as evidence
    even where they do not decide that the commitment is reported; their reason says so.
    """
    commitments = find_commitments(reports[old], old, lexicon)
    return follow(commitments, reports[old], reports[new], new, lexicon, shipped_vectors(), shipped_weights())


def follow(
    commitments: Sequence[Commitment],
    earlier: Report,
    later: Report,
    new: int,
    lexicon: Lexicon,
    vectors: WordVectors,
    weights: Weights,
) -> tuple[Commitment, ...]:
    """As :func:`follow_up`, for commitments already found and models of one's own."""
    words = lexicon.read("status", StatusWords)
    passages, plan = reporting_passages(later, lexicon), promising_passages(later, lexicon)
    if not commitments:
        return ()
    signs = SignReader(lexicon)
    again = Repetitions(
        plan, Matcher(earlier, later, commitments, plan, lexicon, vectors).features(), weights.repeated, new,
        words.why["again"],
    )  # fmt: skip
    repeated = again.found()
    if not passages:
        return tuple(
            replace(c, status="not_reported", again=r, why=words.why["nothing"], confidence="low")
            for c, r in zip(commitments, repeated, strict=True)
        )
    features = Matcher(earlier, later, commitments, passages, lexicon, vectors).features()
    reader = CaseReader(commitments, passages, features, again.likest(), weights, signs, Sorter(lexicon), vectors)
    writer = EvidenceWriter(new, passages, features, later.facts, signs, words.why)
    bench = Bench(
        weights, reader, writer, FigureFinder(earlier, later, lexicon), PaceReader(later, lexicon), words.why
    )  # fmt: skip
    return tuple(
        bench.verdict(row, case, repetition)
        for row, (case, repetition) in enumerate(zip(reader.cases(), repeated, strict=True))
    )


@dataclass(frozen=True, slots=True)
class Bench:
    """Gives verdicts."""

    weights: Weights
    reader: CaseReader
    writer: EvidenceWriter
    figures: FigureFinder
    paces: PaceReader
    why: Mapping[str, str]

    def verdict(self, row: int, case: Case, again: tuple[Evidence, ...]) -> Commitment:
        """The commitment of one case with its status and all that led to it."""
        commitment = replace(case.commitment, again=again)
        chance = _logistic(self.weights.reported, case)
        if commitment.fact is not None and (finding := self._finding(row, case, commitment.fact, chance)) is not None:
            return self._by_figure(row, case, commitment, finding)
        if (pace := self.paces.read(commitment.text)) is not None:
            return self._by_pace(row, case, commitment, pace)
        evidence = self.writer.ranked(row, case, taken=chance > REPORTED)
        status, sure = self._status(case, chance)
        return replace(
            commitment,
            status=status,
            evidence=evidence,
            why=self._reason(status, case, again),
            confidence=_confidence(sure),
        )

    def _finding(self, row: int, case: Case, target: Fact, chance: float) -> Finding | None:
        named = self.figures.named(target)
        if named is not None or chance <= REPORTED:
            return named
        least = NEAR if _key(case) >= KEY else NEARER
        return self.figures.near(target, self.writer.figures(row, case, least))

    def _by_figure(self, row: int, case: Case, commitment: Commitment, finding: Finding) -> Commitment:
        first = self.writer.figure(finding.source, computed=bool(finding.arithmetic))
        verdict = finding.verdict
        why = verdict.sentence
        if finding.arithmetic:
            told = first.text if first is not None else finding.source.written
            why = self.why["from_increase"].format(told=told, arithmetic=finding.arithmetic, sentence=why)
        elif not finding.named:
            why = self.why["near_figure"].format(sentence=why)
        sure = finding.named and not finding.arithmetic and verdict.status != "incomparable"
        return replace(
            commitment,
            status=verdict.status,
            evidence=joined(first, self.writer.ranked(row, case, taken=True)),
            result=finding.result,
            difference=verdict.difference,
            completion=verdict.completion,
            why=why,
            confidence="high" if sure else "medium" if finding.named else "low",
        )

    def _by_pace(self, row: int, case: Case, commitment: Commitment, pace: Pace) -> Commitment:
        first = self.writer.figure(pace.first, computed=False)
        return replace(
            commitment,
            status=pace.status,
            evidence=joined(first, self.writer.ranked(row, case, taken=True)),
            result=pace.first,
            difference=pace.first.value - pace.second.value,
            why=pace.sentence,
            confidence="high",
        )

    def _status(self, case: Case, chance: float) -> tuple[Status, float]:
        passage = self.reader.passages[case.decisive]
        signs, alike = self.reader.signs.read(passage.core).shown, case.features["things_around"] >= ALIKE
        if alike and not signs["sweeping"]:
            if signs["failed"] or (signs["lacking"] and passage.part == "problems"):
                return "missed", chance
            if signs["fulfilled"] and chance > REPORTED:
                return "met", chance
        if chance <= REPORTED or signs["sweeping"]:
            return "not_reported", 1 - chance
        if case.commitment.kind == "numeric":
            return ("unclear", chance) if self._touches(case, chance) else ("not_reported", 1 - chance)
        return self._outcome(case, chance)

    def _touches(self, case: Case, chance: float) -> bool:
        """The clause is about the target's own indicator, though it gives no figure that can be held to it."""
        if _key(case) < KEY and chance < CERTAIN:
            return False
        target = case.commitment.fact
        stated = self.writer.facts_at(case.decisive)
        if target is None or not stated:
            return True
        return not any(self.figures.differ(target, fact) for fact in stated)

    def _outcome(self, case: Case, chance: float) -> tuple[Status, float]:
        names = tuple(self.weights.outcome)
        outlook = self.reader.outlook(case)
        scores = np.array([_sum(self.weights.outcome[name], outlook.features) for name in names])
        shares = np.exp(scores - scores.max())
        shares /= shares.sum()
        ranked = sorted(zip(shares.tolist(), names, strict=True), key=lambda pair: -pair[0])
        share, name = ranked[0]
        if name == "met" and chance < SURE:
            share, name = ranked[1]
        return _status_of(name), chance * share

    def _reason(self, status: Status, case: Case, again: Sequence[Evidence]) -> str:
        if status == "not_reported":
            if again:
                return self.why["not_reported_again"].format(again=again[0].text)
            return self.why["not_reported_gone"]
        passage, fact = self.reader.passages[case.decisive], case.commitment.fact
        missing = () if status != "partial" else self.reader.outlook(case).missing
        key: str = status
        if status == "missed" and not self.reader.signs.read(passage.core).shown["failed"]:
            key = "lacking"
        elif fact is not None:
            key = "fulfilled" if status == "met" else "unclear_figure" if status == "unclear" else status
        elif status == "partial" and not missing:
            key = "partial_stage"
        return self.why[key].format(
            told=passage.text, missing="、".join(missing), target="" if fact is None else fact.written
        )


def _status_of(name: str) -> Status:
    statuses: dict[str, Status] = {"met": "met", "partial": "partial", "mentioned": "mentioned", "unclear": "unclear"}
    return statuses[name]


def _sum(weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    return sum(weight * features[name] for name, weight in weights.items() if name != "bias") + weights["bias"]


def _logistic(weights: Mapping[str, float], case: Case) -> float:
    return float(1 / (1 + np.exp(-_sum(weights, case.features))))


def _key(case: Case) -> float:
    """How near the decisive clause comes to the word that the commitment's name turns on."""
    return max(case.features["head"], case.features["rarest"])


def _confidence(sure: float) -> Confidence:
    return "high" if sure >= 0.8 else "medium" if sure >= 0.5 else "low"
