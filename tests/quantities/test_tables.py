"""Figures in tables: named by their heads, with the unit that a head or the caption gives."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from compare.language.lexicon import default_lexicon
from compare.model import Cell, Fact
from compare.quantities.sentences import Setting
from compare.quantities.tables import cell_facts
from tests.quantities.said import IDENTITY, sentence, shown


def facts_of(text: str, row: str, column: str, caption: str = "") -> list[Fact] | None:
    cell = Cell(0, 2, 2, row, column, caption)
    return cell_facts(replace(sentence(text), cell=cell), cell, Setting(IDENTITY), default_lexicon())


@pytest.mark.parametrize(
    ("text", "row", "column", "caption", "line"),
    [
        (
            "1263.5",
            "地区生产总值（亿元）",
            "2025年完成",
            "",
            "地区生产总值 | 126350000000 元 | exact | level | result 2025",
        ),
        ("6%左右", "地区生产总值增长", "2026年目标", "", "地区生产总值 | 6 % | approx | growth | target 2026"),
        ("≥95", "空气优良率", "2026年目标值（%）", "", "空气优良率 | 95 % | min | level | target 2026"),
        ("86", "市级总部企业", "2025年", "单位：家", "市级总部企业 | 86 家 | exact | level | result 2025"),
        ("2.5", "常住人口", "目标", "（单位：万人）", "常住人口 | 25000 人 | exact | level | target 2026"),
        ("-3.2", "固定资产投资增速（%）", "2025年", "", "固定资产投资 | -3.2 % | exact | growth | result 2025"),
        ("100", "", "新建公园（个）", "", "新建公园 | 100 个 | exact | level | result 2025"),
    ],
)
def test_a_cell_is_named_by_its_heads(text: str, row: str, column: str, caption: str, line: str) -> None:
    found = facts_of(text, row, column, caption)
    assert found is not None
    assert [shown(fact) for fact in found] == [line]


def test_a_serial_number_is_no_fact() -> None:
    assert facts_of("3", "新建公园", "序号") == []


def test_words_in_a_cell_are_read_as_a_sentence() -> None:
    assert facts_of("新建公园12个，改造道路8条。", "民生", "内容") is None
