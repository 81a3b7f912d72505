#!/usr/bin/env python3
"""Learn the weights of compare/commitments/data/weights.toml from marked commitments.

    train_evidence.py SHARED [--also FOLDER…] [--check]

SHARED holds corpus/ with the reports and eval/gold/ with `<place>-<old>~<new>.commitments.jsonl`. Four small models are
learned by plain gradient descent (no random numbers: the same marks give the same weights):

ranking   softmax over all passages of a report: the passages that fit the marked evidence should have the most weight
reported  logistic: does the later report speak of the commitment at all
outcome   softmax over met, partial, mentioned, unclear, for those that it speaks of
repeated  logistic: does the later plan promise it again

--also names further folders of marks on reports that SHARED holds. --check leaves one pair out at a time (its reports
out of the word vectors, too), learns from the others, follows the left-out pair up with what was learned, prints what
the guide's scorer says of it, and writes nothing.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from derive_vectors import derive
from msgspec.structs import replace
from numpy.typing import NDArray

from compare.commitments import find_commitments
from compare.commitments.again import Repetitions
from compare.commitments.evidence_passages import CueWords, Passage, read_passages
from compare.commitments.evidence_signs import SignReader
from compare.commitments.ranking import BASE, Weights, weighted, weights_of
from compare.commitments.ranking_cases import TAKEN, CaseReader
from compare.commitments.ranking_features import Matcher, Sorter
from compare.commitments.vectors import WordVectors, read_vectors, shipped_vectors
from compare.commitments.verdict import follow, links
from compare.indicators import match_indicators
from compare.language.lexicon import default_lexicon
from compare.model import Commitment, Report
from compare.pipeline import read_report

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

RANKING = (
    "likeness", "covered_around", "direction", "direction_around", "direction_sentence", "direction_title",
    "direction_titles", "unit", "heading", "section", "sentence",
)  # fmt: skip
REPORTED = (*TAKEN, "lead", "rather_again", "owned", "numeric", "head", "rarest", "misnamed")
OUTCOME = (
    "things_around", "direction_around", "owned", "head", "rarest", "same_verb", "parts_missing", "numeric",
    "promise_advance", "promise_firm", "promise_soft", "passage_plain", "passage_advance", "passage_change",
    "passage_firm", "passage_done", "passage_soft", "passage_state", "passage_figure",
)  # fmt: skip
REPEATED = ("base", "likeness", "covered_around", "things_around", "section", "numeric")
OUTCOMES = ("met", "partial", "mentioned", "unclear")
MARKS = "*~*.commitments.jsonl"
GENERAL = 0.5
"""How much a mark of category general counts beside one of the others."""
OUT = Path(__file__).resolve().parents[1] / "compare" / "commitments" / "data" / "weights.toml"
_DROP = re.compile(r"[\s*_{}$\u200b\u200d\ufeff\u3000]+")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument("--also", type=Path, nargs="*", default=[])
    parser.add_argument("--check", action="store_true")
    told = parser.parse_args()
    if told.check:
        check(told.shared, told.also)
    else:
        pairs = load_pairs(told.shared, told.also, None)
        OUT.write_text(as_toml(learn(pairs)), encoding="utf-8")
        print(f"{len(pairs)} pairs, {sum(int(pair.marked.sum()) for pair in pairs)} marks: {OUT}")


def check(shared: Path, also: Sequence[Path]) -> None:
    """Leave one pair out at a time."""
    with tempfile.TemporaryDirectory() as folder:
        pairs = load_pairs(shared, also, Path(folder))
        for left in pairs:
            weights = learn([pair for pair in pairs if pair is not left])
            predicted = Path(folder) / "predicted.json"
            predicted.write_text(json.dumps({"commitments": followed(left, weights)}), encoding="utf-8")
            print(f"\n## {left.name}", flush=True)
            scorer = shared / "eval" / "score.py"
            command = [sys.executable, scorer, "commitments", *left.files, left.gold, predicted]
            subprocess.run(command, check=True)  # noqa: S603 (the guide's own scorer)


def followed(pair: Pair, weights: Weights) -> list[dict[str, object]]:
    """What the program says of a pair with these weights, as the scorer reads it."""
    lexicon, (earlier, later) = default_lexicon(), pair.reports
    linked = links(match_indicators(pair.reports, lexicon), 0, 1)
    rows = follow(pair.commitments, earlier, later, 1, linked, lexicon, pair.vectors, weights)
    return [
        {
            "text": row.text,
            "category": row.category,
            "status": row.status,
            "evidence": [{"text": found.text} for found in row.evidence],
            "again": [found.text for found in row.again],
        }
        for row in rows
    ]


# --- marks --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Mark:
    """A marked commitment: what it is, and which passages are its evidence and its repetition."""

    counted: bool
    status: str
    evidence: Bools
    again: bool


@dataclass(frozen=True)
class Pair:
    """Two reports with their marks, and the features of all pairs of commitment and passage."""

    name: str
    files: tuple[Path, Path]
    gold: Path
    reports: tuple[Report, Report]
    commitments: tuple[Commitment, ...]
    passages: tuple[Passage, ...]
    plan: tuple[Passage, ...]
    features: Mapping[str, Any]
    plan_features: Mapping[str, Any]
    marks: tuple[Mark | None, ...]
    vectors: WordVectors

    @property
    def marked(self) -> Bools:
        """Which of the commitments have a mark."""
        return np.array([mark is not None for mark in self.marks])

    def reader(self, weights: Weights) -> CaseReader:
        lexicon = default_lexicon()
        again = self.repetitions().likest()
        signs, sorter = SignReader(lexicon), Sorter(lexicon)
        return CaseReader(self.commitments, self.passages, self.features, again, weights, signs, sorter, self.vectors)

    def repetitions(self) -> Repetitions:
        """What the later plan promises again, without weights."""
        sorter = Sorter(default_lexicon())
        phase = re.compile(default_lexicon().read("cues", CueWords).phase.pattern)
        return Repetitions(self.commitments, self.plan, self.plan_features, {}, sorter, self.vectors, phase, {})


def load_pairs(shared: Path, also: Sequence[Path], vectors: Path | None) -> list[Pair]:
    """Every marked pair. With a folder for vectors, each pair is read with vectors that never saw its reports."""
    pairs = []
    for gold in (gold for folder in (shared / "eval" / "gold", *also) for gold in sorted(folder.glob(MARKS))):
        place, _, years = gold.name.removesuffix(".commitments.jsonl").rpartition("-")
        old, new = years.split("~")
        known = None
        if vectors is not None:
            derive(shared, frozenset((old, new)), vectors / f"{years}.npz")
            known = read_vectors(vectors / f"{years}.npz")
        folder = shared / "corpus" / f"{place}-zh"
        pairs.append(read_pair(years, (folder / f"{old}.txt", folder / f"{new}.txt"), gold, known))
    return pairs


def read_pair(name: str, files: tuple[Path, Path], gold: Path, known: WordVectors | None) -> Pair:
    """The commitments that the program lists itself, each with the mark that it covers best, if any."""
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    lexicon = default_lexicon()
    earlier, later = (Placed(read_report(path), path) for path in files)
    commitments = find_commitments(earlier.report, 0, lexicon)
    told = read_passages(later.report, lexicon)
    passages, plan = told.at(told.reporting), told.at(told.promising)
    vectors = known or shipped_vectors()
    features, plan_features = (
        Matcher(earlier.report, later.report, commitments, found, lexicon, vectors, Sorter(lexicon)).features()
        for found in (passages, plan)
    )
    spans = [later.span(passage.sentence, passage.start, passage.end) for passage in passages]
    marks: list[Mark | None] = [None] * len(commitments)
    own = [earlier.span(commitment.sentence, commitment.start, commitment.end) for commitment in commitments]
    for row in rows:
        marked = earlier.find(row["at"])
        best = max(range(len(own)), key=lambda place: _likeness(own[place], marked))
        if _fits(own[best], marked):
            marks[best] = Mark(
                counted=row["category"] != "general",
                status=row["status"],
                evidence=np.array([any(_fits(span, e) for e in map(later.find, row["evidence"])) for span in spans]),
                again=bool(row["again"]),
            )
    reports = (earlier.report, later.report)
    return Pair(name, files, gold, reports, commitments, passages, plan, features, plan_features, tuple(marks), vectors)


class Placed:
    """A report whose sentences are found again in the plain text of its file, as the marks' snippets are."""

    def __init__(self, report: Report, path: Path) -> None:
        self.report = report
        self._text = _bare(path.read_text(encoding="utf-8"))
        self._starts: list[int] = []
        at = 0
        for sentence in report.sentences:
            found = self._text.find(_bare(sentence.text), at)
            found = self._text.find(_bare(sentence.text)[:12], at) if found < 0 else found
            self._starts.append(max(found, at))
            at = self._starts[-1] + (found >= 0)

    def find(self, snippet: str) -> tuple[int, int]:
        before, inside, after = map(_bare, re.split("[【】]", snippet))
        start = self._text.index(before + inside + after) + len(before)
        return start, start + len(inside)

    def span(self, sentence: int, start: int, end: int) -> tuple[int, int]:
        text = self.report.sentences[sentence].text
        return self._starts[sentence] + len(_bare(text[:start])), self._starts[sentence] + len(_bare(text[:end]))


def _bare(text: str) -> str:
    return _DROP.sub("", unicodedata.normalize("NFKC", text))


def _fits(span: tuple[int, int], gold: tuple[int, int]) -> bool:
    size = gold[1] - gold[0]
    shared = min(span[1], gold[1]) - max(span[0], gold[0])
    return 2 * shared >= size and span[1] - span[0] <= max(60, 3 * size)


def _likeness(span: tuple[int, int], gold: tuple[int, int]) -> float:
    shared = max(0, min(span[1], gold[1]) - max(span[0], gold[0]))
    return shared / (span[1] - span[0] + gold[1] - gold[0] - shared or 1)


# --- learning -----------------------------------------------------------------------------------------------------


def learn(pairs: Sequence[Pair]) -> Weights:
    """All four models."""
    weights = weights_of({"ranking": _ranking(pairs), "reported": {}, "repeated": _repeated(pairs), "outcome": {}})
    seen = [
        (reader, case, mark)
        for pair in pairs
        for reader in [pair.reader(weights)]
        for case, mark in zip(reader.cases(), pair.marks, strict=True)
        if mark is not None
    ]
    weights = replace(weights, reported=_reported([(case.features, mark) for _, case, mark in seen]))
    told = [(reader.outlook(case).features, mark) for reader, case, mark in seen if mark.status in OUTCOMES]
    return replace(weights, outcome=_outcome(told))


def _ranking(pairs: Sequence[Pair], decay: float = 0.03, steps: int = 200) -> dict[str, float]:
    tasks = []
    for pair in pairs:
        rows = np.stack([pair.features[name] for name in RANKING], axis=2).astype(np.float64)
        told = [(n, mark) for n, mark in enumerate(pair.marks) if mark is not None and mark.evidence.any()]
        tasks += [(rows[n], mark.evidence, _count(mark)) for n, mark in told]
    spread = np.concatenate([task[0] for task in tasks]).std(axis=0) + 1e-6

    def slope(weights: Floats) -> Floats:
        total = decay * len(tasks) * weights
        for rows, wanted, count in tasks:
            share = _softmax((rows / spread) @ weights)
            right = share * wanted
            total += count * ((share - right / max(right.sum(), 1e-12)) @ (rows / spread))
        return total / len(tasks)

    return _named(RANKING, _descend(slope, len(RANKING), steps) / spread)


def _reported(cases: Sequence[tuple[Mapping[str, float], Mark]]) -> dict[str, float]:
    rows = _rows([features for features, _ in cases], REPORTED)
    wanted = np.array([mark.status != "not_reported" for _, mark in cases], dtype=np.float64)
    return _logistic(REPORTED, rows, wanted, np.array([_count(mark) for _, mark in cases]))


def _repeated(pairs: Sequence[Pair]) -> dict[str, float]:
    marks = [mark for pair in pairs for mark in pair.marks if mark is not None]
    rows = np.concatenate([repeated_rows(pair) for pair in pairs])
    wanted = np.array([mark.again for mark in marks], dtype=np.float64)
    return _logistic(REPEATED, rows, wanted, np.array([_count(mark) for mark in marks]), decay=0.03)


def repeated_rows(pair: Pair) -> Floats:
    """For each marked commitment the features of the plan's likest clause."""
    again = pair.repetitions()
    base = weighted(BASE, pair.plan_features)
    best = base.argmax(axis=1)
    rows = [again.numbers(n, int(best[n]), float(base[n, best[n]])) for n in np.flatnonzero(pair.marked)]
    return _rows(rows, REPEATED)


def _logistic(
    names: Sequence[str], rows: Floats, wanted: Floats, count: Floats, decay: float = 0.1
) -> dict[str, float]:
    middle, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-6
    scaled = np.column_stack([(rows - middle) / spread, np.ones(len(rows))])
    held = np.append(np.full(len(names), decay), 0)

    def slope(weights: Floats) -> Floats:
        given = 1 / (1 + np.exp(-scaled @ weights))
        return np.asarray(scaled.T @ ((given - wanted) * count) / count.sum() + held * weights)

    weights = _descend(slope, len(names) + 1, 500)
    plain = weights[:-1] / spread
    return {**_named(names, plain), "bias": float(weights[-1] - plain @ middle)}


def _outcome(told: Sequence[tuple[Mapping[str, float], Mark]], decay: float = 0.03) -> dict[str, dict[str, float]]:
    rows = _rows([features for features, _ in told], OUTCOME)
    middle, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-6
    scaled = np.column_stack([(rows - middle) / spread, np.ones(len(rows))])
    wanted = np.array([[mark.status == name for name in OUTCOMES] for _, mark in told], dtype=np.float64)
    count = np.array([[_count(mark)] for _, mark in told])
    held = np.append(np.full(len(OUTCOME), decay), 0)[:, None]

    def slope(weights: Floats) -> Floats:
        table = weights.reshape(len(OUTCOME) + 1, len(OUTCOMES))
        given = np.apply_along_axis(_softmax, 1, scaled @ table)
        return np.asarray(scaled.T @ ((given - wanted) * count) / count.sum() + held * table).ravel()

    table = _descend(slope, (len(OUTCOME) + 1) * len(OUTCOMES), 500).reshape(-1, len(OUTCOMES))
    plain = table[:-1] / spread[:, None]
    bias = table[-1] - middle @ plain
    return {
        name: {**_named(OUTCOME, plain[:, place]), "bias": float(bias[place])} for place, name in enumerate(OUTCOMES)
    }


def _descend(slope: Any, size: int, steps: int) -> Floats:
    """Adam (Kingma & Ba 2015) from zero."""
    weights, first, second = np.zeros(size), np.zeros(size), np.zeros(size)
    for step in range(1, steps + 1):
        towards = slope(weights)
        first = 0.9 * first + 0.1 * towards
        second = 0.99 * second + 0.01 * towards * towards
        weights -= 0.05 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return weights


def _softmax(scores: Floats) -> Floats:
    share = np.exp(scores - scores.max())
    return np.asarray(share / share.sum())


def _rows(told: Sequence[Mapping[str, float]], names: Sequence[str]) -> Floats:
    return np.array([[features[name] for name in names] for features in told])


def _count(mark: Mark) -> float:
    return 1.0 if mark.counted else GENERAL


def _named(names: Sequence[str], values: Floats) -> dict[str, float]:
    return {name: round(float(value), 3) for name, value in zip(names, values, strict=True)}


def as_toml(weights: Weights) -> str:
    """The weights file."""
    lines = ["# Learned by tools/train_evidence.py; docs/commitments.md says what each feature measures."]
    tables = {"ranking": weights.ranking, "reported": weights.reported, "repeated": weights.repeated}
    tables |= {f"outcome.{name}": table for name, table in weights.outcome.items()}
    for name, table in tables.items():
        lines += ["", f"[{name}]", *(f"{key} = {round(value, 3)}" for key, value in table.items())]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
