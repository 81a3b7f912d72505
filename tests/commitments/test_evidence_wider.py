"""Clauses about a wider subject, and the words that the lexicon knows them by."""

from __future__ import annotations

import re

import pytest

from compare.commitments.evidence_wider import WiderWords
from compare.language.lexicon import default_lexicon
from tests.commitments.pairs import REVIEW, only

UMBRELLAS = default_lexicon().read("umbrellas", WiderWords)
WIDER = {**UMBRELLAS.wider, **UMBRELLAS.halves}


@pytest.mark.parametrize("name", WIDER)
def test_an_entry_fits_its_example_and_not_its_counter(name: str) -> None:
    wider = WIDER[name]
    promise, clause = wider.example.split(" | ")
    assert re.search(wider.promised, promise)
    assert re.search(wider.told, clause)
    assert not re.search(wider.told, wider.counter)


def test_a_report_on_the_whole_touches_a_promise_of_its_part() -> None:
    row = only("# 工作安排\n组建国有资本运营公司。", REVIEW + "\n国资国企改革不断深化。")
    assert row.status == "unclear"
    assert "国资国企改革" in row.evidence[0].text


def test_a_report_on_one_half_makes_a_promise_partly_done() -> None:
    row = only("# 工作安排\n推动进出口稳中提质。", REVIEW + "\n货物进出口总额增长6.5%。")
    assert row.status == "partial"


def test_another_measure_of_the_whole_does_not() -> None:
    row = only("# 工作安排\n组建国有资本运营公司。", REVIEW + "\n社会消费品零售总额增长9%。")
    assert row.status == "not_reported"


@pytest.mark.parametrize("name", WIDER)
def test_no_pattern_reaches_over_a_full_stop_or_asks_for_a_border(name: str) -> None:
    """All clauses are read at once, joined by full stops."""
    told = WIDER[name].told
    assert all("。" in excluded for excluded in re.findall(r"\[\^([^\]]*)\]", told))
    assert not re.search(r"(?<!\\)[.$]|(?<!\[)\^|\\[sSWDbB]", told)
