"""The rules of cleaning.toml: each does what its example says and leaves its counter-example alone."""

import pytest

from compare.language.lexicon import default_lexicon
from compare.reading.cleaning import Cleaner, Cleaning, Drop, Swap

RULES = default_lexicon().read("cleaning", Cleaning)


@pytest.mark.parametrize("rule", [*RULES.drop, *RULES.swap], ids=lambda rule: rule.name)
def test_a_rule_does_what_its_example_says(rule: Drop | Swap) -> None:
    cleaner = Cleaner(default_lexicon())
    assert cleaner.clean(rule.example).text == rule.result
    assert rule.example != rule.result
    assert cleaner.clean(rule.counter).text == rule.counter


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("1 9 9 3 年", "1993年"),
        ("2021 年 1 月 28 日", "2021年1月28日"),
        ("第 1 期(总第 121 期)", "第1期（总第121期）"),
        ("占６５．５％", "占65.5%"),
        ("Science Park 二期", "Science Park二期"),
        ("**稳字当头。**", "稳字当头。"),
        ("实现$8.4\\%$增长", "实现8.4%增长"),
        ("2021 2022", "2021 2022"),
        ("5*3 与 2*7", "5*3与2*7"),
        ("⽂化建设", "文化建设"),
    ],
)
def test_what_print_and_scanning_left_is_normalised(raw: str, clean: str) -> None:
    assert Cleaner(default_lexicon()).clean(raw).text == clean


@pytest.mark.parametrize(
    ("raw", "clean", "marks"),
    [
        ("数字孪生［25］平台", "数字孪生平台", ((4, "［25］"),)),
        ("“一网统管”[3]。", "“一网统管”。", ((6, "[3]"),)),
        ("福[+]计划", "福[+]计划", ()),
        ("国发〔2021〕3号", "国发〔2021〕3号", ()),
    ],
)
def test_note_marks_are_taken_off_and_kept(raw: str, clean: str, marks: tuple[tuple[int, str], ...]) -> None:
    cleaned = Cleaner(default_lexicon()).clean(raw)
    assert (cleaned.text, cleaned.note_marks) == (clean, marks)
