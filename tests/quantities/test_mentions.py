"""Numbers with their units, before anything is known of what they are about."""

from __future__ import annotations

from decimal import Decimal

import pytest

from compare.language.lexicon import default_lexicon
from compare.language.numerals import Numerals, is_run, read_characters, read_digits
from compare.quantities.mentions import grammar

NUMERALS = default_lexicon().read("numerals", Numerals)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十", 10), ("十二", 12), ("二十", 20), ("两百", 200), ("一百零五", 105), ("三千六", 3006),
        ("一千二百万", 12_000_000),
        ("两万亿", 2 * 10**12), ("百", 100), ("万亿", 10**12), ("二〇二五", 2025), ("十四亿", 14 * 10**8),
        ("一亿二千万", 120_000_000),
    ],
)  # fmt: skip
def test_a_number_in_characters(text: str, value: int) -> None:
    assert read_characters(text, NUMERALS) == value


def test_a_number_in_characters_with_a_point() -> None:
    assert read_characters("二点五", NUMERALS) == Decimal("2.5")


@pytest.mark.parametrize("text", ["", "点五", "二点", "十个", "abc"])
def test_what_is_no_number_in_characters(text: str) -> None:
    assert read_characters(text, NUMERALS) is None


def test_digits_may_have_separators_and_full_width() -> None:
    assert read_digits("1,269.5") == Decimal("1269.5")
    assert read_digits("１２") == 12


def test_two_neighbouring_digits_are_a_range() -> None:
    assert is_run("三四", NUMERALS)
    assert not is_run("四三", NUMERALS)
    assert not is_run("三百", NUMERALS)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("3千瓦", [("3千瓦", "3", "千瓦")]),
        ("3千万元", [("3千万元", "30000000", "元")]),
        ("10亿千瓦", [("10亿千瓦", "1000000000", "千瓦")]),
        ("2万5千公里", [("2万5千公里", "25000", "公里")]),
        ("1/4", [("1/4", "25", "%")]),
        ("24/7", [("24/7", "24", "")]),
        ("百分之五", [("百分之五", "5", "%")]),
        ("740元/月和485元/月", [("740元/月", "740", "元/月"), ("485元/月", "485", "元/月")]),
        ("2.2个和3.7个百分点", [("2.2个", "2.2", "个百分点"), ("3.7个百分点", "3.7", "个百分点")]),
        ("10、20家", [("10", "10", "家"), ("20家", "20", "家")]),
        ("5万多个家庭", [("5万多个", "50000", "个")]),
        ("3000多户家庭", [("3000多户", "3000", "户")]),
        ("千万家庭", [("千万", "10000000", "")]),
        ("２０家", [("２０家", "20", "家")]),
    ],
)
def test_a_mention_is_number_multiplier_and_unit(text: str, found: list[tuple[str, str, str]]) -> None:
    mentions = grammar(default_lexicon()).mentions(text)
    assert [(text[m.start : m.end], f"{m.value:f}", m.unit) for m in mentions] == found
