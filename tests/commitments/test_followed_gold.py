"""What the follow-up of the marked pairs must reach, by the guide's own scorer, where reports and marks are present."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from compare.model import Commitment
from compare.pipeline import read_report
from tests.commitments.pairs import follow

SHARED = Path(__file__).resolve().parents[3] / "shared"
SCORER = SHARED / "eval" / "score.py"
FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
pytestmark = pytest.mark.skipif(not SCORER.is_file(), reason="no scorer beside the project")


def as_json(row: Commitment) -> dict[str, object]:
    return {
        "text": row.text,
        "kind": row.kind,
        "category": row.category,
        "status": row.status,
        "evidence": [{"text": found.text, "score": found.score} for found in row.evidence],
        "again": [found.text for found in row.again],
    }


@cache
def figures(pair: str) -> dict[str, float]:
    """The scorer's figures of a pair by their names."""
    old, new = pair.split("~")
    if len(old) == 4:
        files = [SHARED / "corpus" / "national-zh" / f"{year}.txt" for year in (old, new)]
        gold = SHARED / "eval" / "gold" / f"national-{pair}.commitments.jsonl"
    else:
        files = [FIXTURES / "reports" / f"{name}.txt" for name in (old, new)]
        gold = FIXTURES / "keys" / f"{old[-4:]}~{new[-4:]}.commitments.jsonl"
    rows = follow(tuple(read_report(path) for path in files))
    with TemporaryDirectory() as folder:
        told = Path(folder) / "told.json"
        told.write_text(json.dumps({"commitments": [as_json(row) for row in rows]}), encoding="utf-8")
        said = subprocess.run(
            [sys.executable, str(SCORER), "commitments", *map(str, files), str(gold), str(told)],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
    found = {
        name: float(value) for name, value in re.findall(r"(hit@\d|status|status macro-F1|false met) +([\d.]+)", said)
    }
    return found | {
        name: float(f1) for name, f1 in re.findall(r"(not_reported|again) +P [\d.]+ +R [\d.]+ +F1 ([\d.]+)", said)
    }


FLOORS = {
    "2021~2022": {"hit@1": 0.92, "hit@3": 0.96, "status": 0.84, "not_reported": 0.93, "again": 0.83},
    "2018~2019": {"hit@1": 0.85, "hit@3": 0.9, "status": 0.78, "not_reported": 0.85, "again": 0.83},
    "2014~2015": {"hit@1": 0.85, "status": 0.8},
    "2011~2012": {"hit@1": 0.7, "status": 0.75},
    "望海区2021~望海区2022": {"hit@1": 0.95, "status": 0.95, "not_reported": 0.95, "again": 0.93},
    "望海区2022~望海区2023": {"hit@1": 0.95, "status": 0.95, "not_reported": 0.95, "again": 0.92},
    "望海区2023~望海区2024": {"hit@1": 0.95, "status": 0.95, "not_reported": 0.95, "again": 0.93},
}


@pytest.mark.parametrize(("pair", "name"), [(pair, name) for pair, floors in FLOORS.items() for name in floors])
def test_a_marked_pair_reaches_its_floor(pair: str, name: str) -> None:
    assert figures(pair)[name] >= FLOORS[pair][name]


@pytest.mark.parametrize("pair", FLOORS)
def test_hardly_ever_is_a_promise_called_done_of_which_the_report_is_silent(pair: str) -> None:
    assert figures(pair)["false met"] <= 0.05
