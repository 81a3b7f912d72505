"""How many of the commitments that a person marked are listed, where those are present."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

import pytest

from compare.commitments import find_commitments
from compare.language.lexicon import default_lexicon
from compare.pipeline import read_report

SHARED = Path(__file__).resolve().parents[3] / "shared"
GOLD = SHARED / "eval" / "gold"
DROP = re.compile(r"[\s*_{}$\u200b\u200d\ufeff]+")
pytestmark = pytest.mark.skipif(not GOLD.is_dir(), reason="no marked reports beside the project")


def plain(text: str) -> str:
    return DROP.sub("", unicodedata.normalize("NFKC", text))


def share_listed(pair: str, kind: str) -> float:
    """Share of the marked commitments of a kind of which a row has at least half the words and not much more."""
    report = read_report(SHARED / "corpus" / "national-zh" / f"{pair[:4]}.txt")
    rows = [plain(row.text) for row in find_commitments(report, 0, default_lexicon())]
    marked = [
        json.loads(line) for line in (GOLD / f"national-{pair}.commitments.jsonl").read_text("utf-8").splitlines()
    ]
    wanted = [
        plain(re.findall(r"【(.*)】", record["at"], re.DOTALL)[0])
        for record in marked
        if record["kind"] == kind and record["category"] != "general"
    ]
    return sum(any(fits(row, text) for row in rows) for text in wanted) / len(wanted)


def fits(row: str, text: str) -> bool:
    if text in row:
        return len(row) <= max(60, 3 * len(text))
    return row in text and 2 * len(row) >= len(text)


@pytest.mark.parametrize("pair", ["2011~2012", "2014~2015", "2018~2019", "2021~2022"])
def test_the_numeric_targets_are_listed(pair: str) -> None:
    assert share_listed(pair, "numeric") >= 0.95


@pytest.mark.parametrize("pair", ["2018~2019", "2021~2022"])
def test_the_actions_are_listed(pair: str) -> None:
    assert share_listed(pair, "action") >= 0.93
