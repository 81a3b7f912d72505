"""What the tables say of a commitment."""

import pytest
from msgspec.structs import replace

from compare.alignment import align_sections
from compare.language.lexicon import default_lexicon
from compare.model import Comparison, Pair, Report
from compare.writing.tables.commitments import commitments_table, status_text
from compare.writing.tables.common import Between, pairs_of
from compare.writing.tables.texts import sections_table
from compare.writing.wording import load_words
from tests.alignment.written import written
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


LAST_YEAR = written("""
# 一、回顾 | review
## 发展海洋经济。
扩建渔港码头。
# 二、安排 | plan
## 建设宜居城区。
改造老旧小区12个，整治河涌5条。
""")
THIS_YEAR = written("""
# 一、回顾 | review
## 举办运动会。
六千名选手参赛。
## 发展海洋经济。
扩建渔港码头。
# 二、安排 | plan
## 建设宜居城区。
### 改造老旧小区15个。
老旧小区加装电梯。
### 整治河涌8条。
河涌沿线截污。
# 三、附件 | plan
## 举办读书节。
修缮古祠堂。
""")


def sections_shown(old: Report, new: Report) -> list[tuple[str, str]]:
    pair = Pair(0, 1, align_sections(old, new, default_lexicon()))
    table = sections_table(Comparison((old, new), (pair,)), WORDS)
    sides = [column.shown for column in table.columns if column.key in ("old_section", "new_section")]
    return [tuple(shown(row) for shown in sides if shown) for row in table.rows]  # type: ignore[misc]


def test_parents_stand_above_their_sections() -> None:
    assert sections_shown(LAST_YEAR, THIS_YEAR) == [
        ("一、回顾", "一、回顾"),
        ("", "  举办运动会。"),
        ("  发展海洋经济。", "  发展海洋经济。"),
        ("二、安排", "二、安排"),
        ("  建设宜居城区。", "  建设宜居城区。"),
        ("  建设宜居城区。", "    改造老旧小区15个。"),
        ("  建设宜居城区。", "    整治河涌8条。"),
        ("", "三、附件"),
        ("", "  举办读书节。"),
    ]
    assert len(sections_shown(THIS_YEAR, LAST_YEAR)) == len(sections_shown(LAST_YEAR, THIS_YEAR))
