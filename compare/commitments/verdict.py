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
from compare.language.lexicon import Lexicon
from compare.model import Commitment, Confidence, Evidence, Report, SectionPair, Status

REPORTED = 0.5
"""Chance from which a commitment counts as reported at all."""
SURE = 0.6
"""Chance of being reported that ``met`` needs: a wrong 完成 costs more than a wrong 不明."""
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
    reader = CaseReader(commitments, passages, features, again.likest(), weights, signs, Sorter(lexicon))
    writer = EvidenceWriter(new, passages, features, later.facts, signs, words.why)
    bench = Bench(weights, reader, writer, FigureFinder(earlier, later, lexicon), words.why)
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
    why: Mapping[str, str]

    def verdict(self, row: int, case: Case, again: tuple[Evidence, ...]) -> Commitment:
        """The commitment of one case with its status and all that led to it."""
        commitment = replace(case.commitment, again=again)
        if commitment.fact is not None and (finding := self.figures.find(commitment.fact)) is not None:
            return self._by_figure(row, case, commitment, finding)
        chance = _logistic(self.weights.reported, case)
        evidence = self.writer.ranked(row, case, taken=chance > REPORTED)
        status, sure = self._status(case, chance)
        return replace(
            commitment,
            status=status,
            evidence=evidence,
            why=self._reason(status, case, evidence, again),
            confidence=_confidence(sure),
        )

    def _by_figure(self, row: int, case: Case, commitment: Commitment, finding: Finding) -> Commitment:
        first = self.writer.figure(finding.source, presupposed=finding.presupposed)
        verdict = finding.verdict
        why = verdict.sentence
        if finding.arithmetic:
            told = first.text if first is not None else finding.source.written
            why = self.why["from_increase"].format(told=told, arithmetic=finding.arithmetic, sentence=why)
        return replace(
            commitment,
            status=verdict.status,
            evidence=joined(first, self.writer.ranked(row, case, taken=True)),
            result=finding.result,
            difference=verdict.difference,
            completion=verdict.completion,
            why=why,
            confidence="medium" if finding.presupposed or verdict.status == "incomparable" else "high",
        )

    def _status(self, case: Case, chance: float) -> tuple[Status, float]:
        passage = self.reader.passages[case.places[0]]
        signs, alike = self.reader.signs.read(passage.core).shown, case.features["things_around"] >= ALIKE
        if alike and not signs["sweeping"]:
            if signs["failed"] or (signs["lacking"] and passage.part == "problems"):
                return "missed", chance
            if signs["fulfilled"] and chance > REPORTED:
                return "met", chance
        if chance <= REPORTED or signs["sweeping"]:
            return "not_reported", 1 - chance
        if case.commitment.kind == "numeric":
            return "unclear", chance
        return self._outcome(case, chance)

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

    def _reason(self, status: Status, case: Case, evidence: Sequence[Evidence], again: Sequence[Evidence]) -> str:
        if status == "not_reported":
            if again:
                return self.why["not_reported_again"].format(again=again[0].text)
            return self.why["not_reported_gone"]
        fact = case.commitment.fact
        key: str = status
        passage = self.reader.passages[case.places[0]]
        missing = () if status != "partial" else self.reader.outlook(case).missing
        if status == "missed" and not self.reader.signs.read(passage.core).shown["failed"]:
            key = "lacking"
        elif fact is not None:
            key = "fulfilled" if status == "met" else "unclear_figure" if status == "unclear" else status
        elif status == "partial" and not missing:
            key = "partial_stage"
        return self.why[key].format(
            told=evidence[0].text, missing="、".join(missing), target="" if fact is None else fact.written
        )


def _status_of(name: str) -> Status:
    statuses: dict[str, Status] = {"met": "met", "partial": "partial", "mentioned": "mentioned", "unclear": "unclear"}
    return statuses[name]


def _sum(weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    return sum(weight * features[name] for name, weight in weights.items() if name != "bias") + weights["bias"]


def _logistic(weights: Mapping[str, float], case: Case) -> float:
    return float(1 / (1 + np.exp(-_sum(weights, case.features))))


def _confidence(sure: float) -> Confidence:
    return "high" if sure >= 0.8 else "medium" if sure >= 0.5 else "low"
