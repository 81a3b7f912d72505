"""What the tables say of a commitment."""

from dataclasses import replace

import pytest

from compare.writing.tables.commitments import commitments_table, status_text
from compare.writing.tables.common import Between, pairs_of
from compare.writing.wording import load_words
from tests.writing.samples import COMMITMENTS, comparison

WORDS = load_words("zh")


def between() -> Between:
    return pairs_of(comparison())[0]


@pytest.mark.parametrize(
    ("due", "status", "shown"),
    [
        ("2025年底", "unclear", "未到期"),
        ("到2025年", "unclear", "未到期"),
        ("2022年9月", "unclear", "关联表述待核"),
        ("9月底前", "unclear", "关联表述待核"),
        ("", "unclear", "关联表述待核"),
        ("2025年底", "met", "报告称完成"),
        ("2025年底", "not_reported", "未报告·今年未再列"),
    ],
)
def test_only_what_is_undecided_before_its_year_is_not_due(due: str, status: str, shown: str) -> None:
    item = replace(COMMITMENTS[2], due=due, status=status)  # type: ignore[arg-type]
    assert status_text(between(), item, WORDS) == shown


def test_the_year_of_a_target_is_that_of_its_figure_where_no_words_name_one() -> None:
    fact = COMMITMENTS[0].fact
    assert fact is not None
    item = replace(COMMITMENTS[0], fact=replace(fact, period="2021-2025"), status="unclear")
    assert status_text(between(), item, WORDS) == "未到期"


def test_nothing_is_quoted_for_what_is_not_reported() -> None:
    table = commitments_table(comparison(), WORDS)
    silent = next(row for row in table.rows if row.commitment.id == "C-3c5d")
    said = {column.key: column.value(silent) for column in table.columns}
    assert (said["reported"], said["evidence_place"]) == ("", "")
    assert said["nearest"] == "望海湾实验学校建成开学\n新增学位3000个"
