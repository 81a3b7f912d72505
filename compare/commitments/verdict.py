"""What the later report says came of each commitment: evidence, status, reason, and whether it is promised again."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from compare.commitments.again import OF_PLAN, Repetitions
from compare.commitments.evidence import EvidenceWriter, joined
from compare.commitments.evidence_passages import CueWords, read_passages
from compare.commitments.evidence_signs import SignReader, StatusWords
from compare.commitments.evidence_wider import WiderReader, WiderWords
from compare.commitments.ranking import Weights, shipped_weights
from compare.commitments.ranking_cases import Case, CaseReader
from compare.commitments.ranking_features import Matcher, Sorter, columns
from compare.commitments.vectors import WordVectors, shipped_vectors
from compare.commitments.verdict_failure import FailureReader
from compare.commitments.verdict_figures import FigureFinder, Finding, links
from compare.commitments.verdict_outcome import REPORTED, Outcomes
from compare.commitments.verdict_pace import Pace, PaceReader
from compare.commitments.verdict_presupposed import PresupposedReader
from compare.commitments.verdict_several import merged
from compare.language.lexicon import Lexicon
from compare.model import Commitment, Confidence, Evidence, Fact, IndicatorRow, Report, Status

NEAR, NEARER, NEAREST = 0.24, 0.4, 0.45
"""Likeness of letters from which a figure of the same unit may be the target's under another name: where both words
that the name turns on are there, where one is, and where none is."""
NAMED = 0.9
"""Kinship from which one of those words is there without doubt."""
SURELY = 0.5
"""Likeness from which a figure under another name may also say that a target was missed."""
THERE = 0.3
"""Kinship of both of those words from which they are."""


def follow_up(
    commitments: Sequence[Commitment],
    reports: Sequence[Report],
    old: int,
    new: int | tuple[int, ...],
    indicators: Sequence[IndicatorRow],
    lexicon: Lexicon,
) -> tuple[Commitment, ...]:
    """The ``commitments`` of report ``old`` with what report ``new``, or several in order of time, says of them.

    ``indicators`` says which figures of the reports are of one indicator. Status says what the report says, never what
    is so (GUIDE.md, section 4). The best three clauses stand as evidence even where they do not decide that the
    commitment is reported; their reason says so.
    """
    vectors, weights = shipped_vectors(), shipped_weights()
    told = [
        follow(
            commitments, reports[old], reports[later], later, links(indicators, old, later), lexicon, vectors, weights
        )
        for later in ((new,) if isinstance(new, int) else new)
    ]
    return tuple(merged(rows) for rows in zip(*told, strict=True))


def follow(
    commitments: Sequence[Commitment],
    earlier: Report,
    later: Report,
    new: int,
    linked: Mapping[int, tuple[Fact, ...]],
    lexicon: Lexicon,
    vectors: WordVectors,
    weights: Weights,
) -> tuple[Commitment, ...]:
    """As :func:`follow_up` for one later report, with models of one's own.

    ``linked`` are the later report's figures of the same indicator, by the number of the earlier report's fact.
    """
    if not commitments:
        return ()
    words, umbrellas = lexicon.read("status", StatusWords), lexicon.read("umbrellas", WiderWords)
    signs, sorter = SignReader(lexicon), Sorter(lexicon)
    found = read_passages(later, lexicon)
    every = Matcher(earlier, later, commitments, found.every, lexicon, vectors, sorter).features()
    plan = columns({name: every[name] for name in OF_PLAN}, found.promising)
    phase = re.compile(lexicon.read("cues", CueWords).phase.pattern)
    again = Repetitions(commitments, found.at(found.promising), plan, weights.repeated, sorter, vectors, phase, linked)
    repeated = again.found(new, words.why["again"])
    passages, features = found.at(found.reporting), columns(every, found.reporting)
    if all(passage.planned for passage in passages):
        return tuple(
            replace(c, status="not_reported", again=r, why=words.why["nothing"], confidence="low")
            for c, r in zip(commitments, repeated, strict=True)
        )
    reader = CaseReader(
        commitments,
        passages,
        features,
        again.likest(),
        weights,
        signs,
        sorter,
        vectors,
    )
    writer = EvidenceWriter(new, passages, features, signs, words.why)
    figures = FigureFinder(earlier, later, lexicon, linked, signs)
    outcomes = Outcomes(weights, reader, figures, writer, words.why)
    bench = Bench(
        outcomes,
        writer,
        EvidenceWriter(new, again.passages, plan, signs, words.why),
        PresupposedReader(again.passages, plan, lexicon),
        figures,
        PaceReader(later, lexicon),
        FailureReader(reader, lexicon),
        WiderReader(passages, umbrellas.wider),
        WiderReader(passages, umbrellas.halves),
        words.why,
    )
    return tuple(
        bench.verdict(row, case, repetition)
        for row, (case, repetition) in enumerate(zip(reader.cases(), repeated, strict=True))
    )


class Bench(Struct, frozen=True):
    """Gives verdicts."""

    outcomes: Outcomes
    writer: EvidenceWriter
    planned: EvidenceWriter
    presupposed: PresupposedReader
    figures: FigureFinder
    paces: PaceReader
    failures: FailureReader
    wider: WiderReader
    halves: WiderReader
    why: Mapping[str, str]

    def verdict(self, row: int, case: Case, again: tuple[Evidence, ...]) -> Commitment:
        """The commitment of one case with its status and all that led to it."""
        commitment = replace(case.commitment, again=again) if again else case.commitment
        chance = self.outcomes.chance(case)
        target = commitment.fact
        finding = None if target is None else self._finding(row, case, target, chance)
        admitted = None if target is None else self.failures.of_target(commitment.text, target)
        if admitted is not None and (finding is None or finding.verdict.status != "missed"):
            return self._by_failure(row, case, commitment, admitted)
        if finding is not None:
            return self._by_figure(row, case, commitment, finding)
        things = self.writer.features["things_around"][row]
        if (place := self.failures.place(row, target, things)) is not None:
            return self._by_failure(row, case, commitment, place)
        if (pace := self.paces.read(commitment.text)) is not None:
            return self._by_pace(row, case, commitment, pace)
        outcome = self.outcomes.of(case, chance)
        if outcome.status in ("not_reported", "unclear") and target is not None:
            first = self._budgeted(target)
            if first is not None:
                return self._by_budget(row, case, commitment, first)
        if outcome.status == "not_reported" and (told := self.presupposed.place(row, commitment.text)) is not None:
            return self._by_plan(row, case, commitment, told)
        if outcome.status == "not_reported" and (places := self.halves.places(commitment.text)):
            return self._by_wider(row, case, commitment, places, "partial")
        if outcome.status == "not_reported" and (places := self.wider.places(commitment.text)):
            return self._by_wider(row, case, commitment, places, "unclear")
        return replace(
            commitment,
            status=outcome.status,
            evidence=self.writer.ranked(row, case, taken=chance > REPORTED),
            why=self.outcomes.reason(outcome, case, again),
            confidence=_confidence(outcome.chance),
        )

    def _finding(self, row: int, case: Case, target: Fact, chance: float) -> Finding | None:
        named = self.figures.named(target)
        if named is not None or chance <= REPORTED:
            return named
        for fact in self.writer.figures(row, case, NEAR):
            if self._close(row, case, fact) and (near := self.figures.near(target, fact)) is not None:
                sure = self.writer.likeness_at(row, fact) >= SURELY and self.figures.same_class(target, fact)
                return replace(near, sure=sure)
        return None

    def _close(self, row: int, case: Case, fact: Fact) -> bool:
        """The clause of a figure is close enough in its words, the closer the less it names what the target does."""
        place = self.writer.place_of(fact)
        core = "" if place is None else self.writer.passages[place].core
        signs, promise = self.writer.signs, case.commitment.text
        if signs.differ(promise, core) or signs.other_stage(promise, core):
            return False
        words = self.outcomes.reader.key_words(row, core)
        low, high = sorted((words["head"], words["rarest"]))
        least = NEAR if low >= THERE else NEARER if high >= NAMED else NEAREST
        return self.writer.likeness_at(row, fact) >= least

    def _by_figure(self, row: int, case: Case, commitment: Commitment, finding: Finding) -> Commitment:
        first = self.writer.figure(finding.source, computed=bool(finding.arithmetic))
        verdict = finding.verdict
        status: Status = verdict.status
        why = verdict.sentence
        if finding.arithmetic:
            told = first.text if first is not None else finding.source.written
            why = self.why["from_increase"].format(told=told, arithmetic=finding.arithmetic, sentence=why)
        elif not finding.named:
            why = self.why["near_figure"].format(sentence=why)
        if status == "missed" and not (finding.sure and self.figures.is_due(finding.target)):
            unsure = self.why["unsure_figure"].format(told=finding.source.written)
            why = self.why["open_figure"].format(sentence=why) if finding.sure else unsure
            status = "unclear"
        # What may be another indicator is quoted as evidence and never reckoned with.
        same = finding.sure or status != "unclear"
        sure = finding.named and not finding.arithmetic and status not in ("incomparable", "unclear")
        return replace(
            commitment,
            status=status,
            evidence=joined(first, self.writer.ranked(row, case, taken=True)),
            result=finding.result if same else None,
            difference=verdict.difference if same else None,
            completion=verdict.completion if same else None,
            why=why,
            confidence="high" if sure else "medium" if finding.named else "low",
        )

    def _by_failure(self, row: int, case: Case, commitment: Commitment, place: int) -> Commitment:
        first = self.writer.at(row, place)
        return replace(
            commitment,
            status="missed",
            evidence=joined(first, self.writer.ranked(row, case, taken=True)),
            why=self.outcomes.why["missed"].format(told=first.text),
            confidence="medium",
        )

    def _by_plan(self, row: int, case: Case, commitment: Commitment, place: int) -> Commitment:
        """The later plan presupposes that it was introduced; a figure is not told by that."""
        first = self.planned.at(row, place)
        return replace(
            commitment,
            status="unclear" if commitment.kind == "numeric" else "met",
            evidence=joined(first, self.writer.ranked(row, case, taken=False)),
            why=self.why["presupposed_plan"].format(told=first.text),
            confidence="low",
        )

    def _budgeted(self, target: Fact) -> Evidence | None:
        change = self.figures.budgeted(target)
        return None if change is None else self.writer.figure(change, computed=True)

    def _by_budget(self, row: int, case: Case, commitment: Commitment, first: Evidence) -> Commitment:
        """The later plan holds its amount to last year's budget, and does not tell what became of that."""
        return replace(
            commitment,
            status="unclear",
            evidence=joined(first, self.writer.ranked(row, case, taken=False)),
            why=self.why["budgeted"].format(told=first.text),
            confidence="medium",
        )

    def _by_wider(
        self, row: int, case: Case, commitment: Commitment, places: Sequence[int], status: Status
    ) -> Commitment:
        """The later report speaks only of what this is a part of (``unclear``), or of a half of it (``partial``)."""
        likeness = self.writer.features["likeness"][row]
        shown = [place for place in case.places if place in places]
        first = self.writer.at(row, shown[0] if shown else max(places, key=lambda place: float(likeness[place])))
        return replace(
            commitment,
            status=status,
            evidence=joined(first, self.writer.ranked(row, case, taken=False)),
            why=self.outcomes.why["unclear" if status == "unclear" else "half"].format(told=first.text),
            confidence="low",
        )

    def _by_pace(self, row: int, case: Case, commitment: Commitment, pace: Pace) -> Commitment:
        first = self.writer.figure(pace.first, computed=False)
        return replace(
            commitment,
            status=pace.status,
            evidence=joined(first, self.writer.ranked(row, case, taken=True)),
            result=pace.first,
            difference=pace.lead,
            why=pace.sentence,
            confidence="high",
        )


def _confidence(chance: float) -> Confidence:
    return "high" if chance >= 0.8 else "medium" if chance >= 0.5 else "low"
