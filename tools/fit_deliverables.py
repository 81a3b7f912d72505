"""Fit the weights of compare/language/data/zh/deliverables.toml to commitments that people sorted by hand.

    python tools/fit_deliverables.py FOLDER…

Each folder holds ``*.commitments.jsonl``: one record a line, with the commitment's words in 【】 under ``at``, its
``kind`` and its ``category``. Records of kind ``action`` and category ``task`` or ``general`` are used. Printed: how
well weights that were fitted without a file sort that file, then the weights fitted on all of them, to be written into
the lexicon.

The model is logistic regression over the cues that a clause shows, pulled towards what an editor would say of each cue
(PRIOR), so that a cue which no record shows keeps a sensible weight and a rare one moves little.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from compare.commitments.deliverables import Deliverables
from compare.commitments.undertakings import UndertakingFinder
from compare.language.lexicon import default_lexicon

MARKED = re.compile(r"【(.*)】", re.DOTALL)
PULL = 4.0
"""How firmly weights are held to the prior: each is worth this many records."""
NAMES_A_THING = 1.3
PRIOR = {
    "head": 0.5, "named": 0.8, "whole": 0.8, "dated": 0.8, "measure": 0.8, "institution": 0.3,
    "system": 0.8, "reform": 0.3, "stance": -0.8, "bare": -1.0, "kind-achieve": 0.2,
    "soft-object": -1.0, "soft-verb": -1.0,
    "kind-finish": 1.0, "kind-start": 1.5, "kind-issue": 1.5, "kind-found": 1.0, "kind-build": 0.4, "kind-abolish": 1.0,
    "kind-change": 0.5, "kind-advance": -0.5, "kind-explore": -0.3, "kind-none": -0.3,
    "strength-complete": 0.3, "strength-advance": -0.2, "strength-explore": -0.2, "bias": 0.0,
}  # fmt: skip

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Sample:
    """The cues of some commitments, one row each, and which of them are tasks."""

    cues: Floats
    is_task: Floats

    def __add__(self, other: Sample) -> Sample:
        return Sample(np.vstack((self.cues, other.cues)), np.concatenate((self.is_task, other.is_task)))


def main(folders: list[Path]) -> None:
    """Print the share sorted right leaving one file out, and the weights of all."""
    lexicon = default_lexicon()
    deliverables = Deliverables(lexicon)
    finder = UndertakingFinder(lexicon)
    names = (*deliverables.names, "bias")
    prior = np.array([PRIOR.get(name, NAMES_A_THING) for name in names])
    paths = [path for folder in folders for path in sorted(folder.glob("*.commitments.jsonl"))]
    samples = {path.name: _sample(path, names, deliverables, finder) for path in paths}
    samples = {name: sample for name, sample in samples.items() if len(sample.is_task)}
    for left_out, sample in samples.items():
        rest = [other for name, other in samples.items() if name != left_out]
        if rest:
            print(left_out, _figures(sample, _fit(_sum(rest), prior)))
    weights = _fit(_sum(list(samples.values())), prior)
    for name, weight in zip(names, weights, strict=True):
        print(f"{name} = {weight:.1f}")


def _sum(samples: list[Sample]) -> Sample:
    total = samples[0]
    for sample in samples[1:]:
        total = total + sample
    return total


def _sample(path: Path, names: tuple[str, ...], deliverables: Deliverables, finder: UndertakingFinder) -> Sample:
    rows, is_task = [], []
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        marked = MARKED.search(record["at"])
        if record["kind"] != "action" or record["category"] not in ("task", "general") or marked is None:
            continue
        text = re.sub(r"\s", "", marked[1])
        shown = {*deliverables.cues(text, finder.verb_of(text)), "bias"}
        rows.append([float(name in shown) for name in names])
        is_task.append(float(record["category"] == "task"))
    return Sample(np.array(rows).reshape(-1, len(names)), np.array(is_task))


def _fit(sample: Sample, prior: Floats, steps: int = 50) -> Floats:
    """Newton's method on the penalised likelihood."""
    weights = prior.copy()
    for _ in range(steps):
        chance = 1 / (1 + np.exp(-sample.cues @ weights))
        slope = sample.cues.T @ (chance - sample.is_task) + PULL * (weights - prior)
        bend = (sample.cues * (chance * (1 - chance))[:, None]).T @ sample.cues + PULL * np.eye(len(weights))
        weights = weights - np.linalg.solve(bend, slope)
    return weights


def _figures(sample: Sample, weights: Floats) -> str:
    said = sample.cues @ weights > 0
    task = sample.is_task > 0
    both = float(np.sum(said & task))
    return f"right {np.mean(said == task):.3f} precision {both / said.sum():.3f} recall {both / task.sum():.3f}"


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
