"""Sentences are cut at their commas, and never inside what belongs together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.commitments.clauses import split_clauses, split_items


@pytest.mark.parametrize(
    ("sentence", "clauses"),
    [
        ("建成望海大桥，开工环岛快线；出台住房条例。", ["建成望海大桥", "开工环岛快线", "出台住房条例"]),
        ("开展“清河、净土，蓝天”行动，治理扬尘。", ["开展“清河、净土，蓝天”行动", "治理扬尘"]),
        ("投放贷款5,300万元，贴息2%。", ["投放贷款5,300万元", "贴息2%"]),
        ("改造“老街，新建书房。", ["改造“老街", "新建书房"]),
        ("，，。", []),
        ("", []),
    ],
    ids=["commas", "quotes", "a figure's comma", "an unclosed quote hides nothing", "only separators", "nothing"],
)
def test_a_sentence_is_cut_at_its_separators(sentence: str, clauses: list[str]) -> None:
    assert [clause.text for clause in split_clauses(sentence)] == clauses


@given(st.text(alphabet="建成路，；。：、“”（）《》 1,:a\n", max_size=60))
def test_every_clause_stands_where_it_says(sentence: str) -> None:
    for clause in split_clauses(sentence):
        assert sentence[clause.start : clause.end] == clause.text
        assert clause.text == clause.text.strip()
        for item in split_items(clause):
            assert sentence[item.start : item.end] == item.text
