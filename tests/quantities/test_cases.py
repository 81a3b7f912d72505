"""Every case file in cases/: a sentence, and the facts that it states.

Each ``[[case]]`` has ``text``, ``facts`` (empty where the sentence states none) and, for a sentence of the plan,
``part = "plan"``. A fact is written ``indicator | value unit | bound | measure | role period``, a range as
``low~high``, with ``| from`` behind it for X in 从 X 提高到 Y. The review is of 2025, the plan for 2026. All sentences
are invented.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.quantities.said import facts_of, shown

FOLDER = Path(__file__).parent / "cases"
CASES = [
    pytest.param(case, id=f"{path.stem}-{number}")
    for path in sorted(FOLDER.glob("*.toml"))
    for number, case in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["case"], 1)
]


@pytest.mark.parametrize("case", CASES)
def test_a_sentence_states_what_its_case_says(case: dict[str, object]) -> None:
    role = "plan" if case.get("part") == "plan" else "review"
    assert [shown(fact) for fact in facts_of(str(case["text"]), role)] == case["facts"]


def test_there_are_at_least_four_hundred_cases_and_no_sentence_twice() -> None:
    texts = [param.values[0]["text"] for param in CASES]
    assert len(texts) >= 400
    assert len(set(texts)) == len(texts)
