"""The commitments of the fixtures' plans, held against their answer keys."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from compare.commitments import find_commitments
from compare.language.lexicon import default_lexicon
from compare.model import Commitment
from compare.pipeline import read_report

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
PAIRS = ("2021~2022", "2022~2023", "2023~2024")


def plain(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


@cache
def rows(pair: str) -> tuple[Commitment, ...]:
    report = read_report(FIXTURES / "reports" / f"望海区{pair[:4]}.txt")
    return find_commitments(report, 0, default_lexicon())


def matched(pair: str) -> list[tuple[dict[str, Any], Commitment | None]]:
    """Each commitment of the key, and the row that has most of its words in common."""
    found = []
    for line in (FIXTURES / "keys" / f"{pair}.commitments.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        text = plain(re.findall(r"【(.*)】", record["at"], re.DOTALL)[0])
        fitting = [row for row in rows(pair) if plain(row.text) in text or text in plain(row.text)]
        fitting = [row for row in fitting if 2 * len(plain(row.text)) >= len(text) and len(row.text) <= 3 * len(text)]
        found.append((record, min(fitting, key=lambda row: abs(len(row.text) - len(text)), default=None)))
    return found


@pytest.mark.parametrize("pair", PAIRS)
def test_every_commitment_of_the_key_is_listed(pair: str) -> None:
    counted = [(record, row) for record, row in matched(pair) if record["category"] != "general"]
    assert [record["at"] for record, row in counted if row is None] == []


@pytest.mark.parametrize("pair", PAIRS)
def test_the_category_is_that_of_the_key(pair: str) -> None:
    listed = [(record, row) for record, row in matched(pair) if row is not None]
    right = sum(record["category"] == row.category for record, row in listed)
    assert right / len(listed) >= 0.95


@pytest.mark.parametrize("pair", PAIRS)
def test_rows_beside_the_key_are_few(pair: str) -> None:
    known = {row.id for _, row in matched(pair) if row is not None}
    counted = [row for row in rows(pair) if row.category != "general"]
    assert sum(row.id in known for row in counted) / len(counted) >= 0.85
