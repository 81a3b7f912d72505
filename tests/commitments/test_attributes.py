"""What kind of target a figure is: only what the report's own words say."""

import pytest

from tests.commitments.plans import commitments


@pytest.mark.parametrize(
    ("plan", "attribute"),
    [
        ("安排产业发展专项资金3亿元。", "funding"),
        ("发行新增专项债券12亿元。", "funding"),
        ("城乡居民医保财政补助标准提高30元。", "task"),
        ("实现林下经济总产值12亿元。", "task"),
        ("新建幼儿园6所。", "task"),
        ("建设滨海书城。", "task"),
        ("约束性指标单位地区生产总值能耗下降3%。", "binding"),
    ],
)
def test_an_attribute_is_read_from_the_clause(plan: str, attribute: str) -> None:
    row = commitments(f"# 工作安排\n{plan}")[0]
    assert row.attribute == attribute


def test_a_main_target_of_unknown_kind_has_none() -> None:
    plan = "# 工作安排\n今年经济社会发展的主要预期目标是：地区生产总值增长6%左右。"
    row = commitments(plan)[0]
    assert (row.category, row.attribute) == ("headline", "")
