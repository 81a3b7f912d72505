"""By when, in the report's words."""

import pytest

from compare.commitments.due import DueReader
from compare.language.lexicon import default_lexicon
from tests.commitments.plans import commitments


@pytest.mark.parametrize(
    ("plan", "due"),
    [
        ("6月底前建成望海大桥。", "6月底前"),
        ("三季度开放滨海公园。", "三季度"),
        ("年底前出台数据条例。", "年底前"),
        ("上半年开工环岛快线。", "上半年"),
        ("到2035年建成环岛快线。", "到2035年"),
        ("用三年时间改造全部老旧管网。", "用三年时间"),
        ("改造2005年底前建成的老旧小区。", ""),
        ("建成望海大桥。", ""),
        ("今年中央公园全面开放。", ""),
        ("实施旧城更新三年行动。", ""),
    ],
)
def test_the_date_that_a_clause_names(plan: str, due: str) -> None:
    assert [commitment.due for commitment in commitments(plan)] == [due]


def test_a_date_of_several_years_binds_the_clauses_of_its_sentence() -> None:
    found = commitments("到2035年，建成环岛快线，开通滨海码头，今年开工望海大桥。今年出台数据条例。")
    assert [commitment.due for commitment in found] == ["到2035年", "到2035年", "", ""]


@pytest.mark.parametrize(
    ("due", "year"),
    [
        ("用三年时间", "2033"),
        ("今后五年", "2035"),
        ("到2035年", "2035"),
        ("2034年", "2034"),
        ("到“十六五”末", "2035"),
        ("今后三至五年", "2035"),
        ("年底前", ""),
        ("6月底前", ""),
        ("2031年6月", ""),
        ("", ""),
    ],
)
def test_the_last_year_of_a_date_behind_the_plan(due: str, year: str) -> None:
    assert DueReader(default_lexicon(), "2031").last_year(due) == year
