"""Figures that must tie: what is spoken of, what is flagged, and the look-alikes that tie."""

from __future__ import annotations

import pytest

from compare.checks import find_checks
from compare.indicators import match_indicators
from compare.language.lexicon import default_lexicon
from compare.model import Basis, Check, Report
from tests.stated import Figure, growth, level, report

LEXICON = default_lexicon()


def checks(*reports: Report) -> list[Check]:
    return list(find_checks(reports, match_indicators(reports, LEXICON), LEXICON))


def said(*reports: Report) -> list[tuple[str, str, bool]]:
    return [(check.kind, check.verdict, check.flagged) for check in checks(*reports)]


def money(name: str, hundred_millions: str, **more: object) -> Figure:
    return level(name, str(int(float(hundred_millions) * 10**8)), "元", **more)


def year(number: int, name: str, amount: str, rate: str, words: str = "增长") -> Report:
    return report(number, (f"{name}【{amount}亿元】，{words}【{rate}%】。", money(name, amount), growth(name, rate)))


@pytest.mark.parametrize(
    ("name", "old", "new", "rate", "expected"),
    [
        ("固定资产投资", "286", "295", "8", [("base", "基数修订", True)]),
        ("一般公共预算收入", "52.3", "54.1", "3.4", []),
        ("一般公共预算收入", "50", "54.1", "30", [("growth", "待核差异", True)]),
        ("社会消费品零售总额", "360.5", "370.6", "2.8", []),
        ("社会消费品零售总额", "360", "371", "3", []),  # within the rounding of all three
        ("地区生产总值", "815", "856.3", "4.2", [("growth", "口径不同", False)]),
        ("规上工业增加值", "200", "230", "5", []),  # constant prices: nothing follows from the levels
    ],
)
def test_growth_is_held_against_last_year_s_level(
    name: str, old: str, new: str, rate: str, expected: list[tuple[str, str, bool]]
) -> None:
    assert said(year(2031, name, old, "5"), year(2032, name, new, rate)) == expected


def test_the_same_basis_said_beside_the_rate_is_no_difference() -> None:
    old, new = year(2031, "税收收入", "50", "5"), year(2032, "税收收入", "54.1", "20", "扣除留抵退税因素同口径增长")
    assert said(old, new) == [("growth", "口径不同", False)]


def test_years_that_do_not_follow_one_another_are_left_alone() -> None:
    assert said(year(2031, "税收收入", "50", "5"), year(2034, "税收收入", "80", "3")) == []


def test_the_arithmetic_names_the_base_that_the_figures_imply() -> None:
    check = checks(year(2031, "固定资产投资", "286", "5"), year(2032, "固定资产投资", "295", "8"))[0]
    assert check.arithmetic == "295亿元、增长8%，所含基数约273亿元，上年报告为286亿元"
    assert [figure.report for figure in check.figures] == [0, 1, 1]


def test_growth_is_held_against_the_start_that_its_own_sentence_tells() -> None:
    def told(rate: str) -> Report:
        return report(
            2032,
            (
                "市场主体由【4.62万户】增加到【5.08万户】、增长【" + rate + "%】。",
                level("市场主体", "46200", "户", is_from=True),
                level("市场主体", "50800", "户"),
                growth("市场主体", rate),
            ),
        )

    assert said(told("12.3")) == [("growth", "待核差异", True)]
    assert said(told("10")) == []


def test_one_indicator_with_two_values() -> None:
    def told(other: str) -> Report:
        return report(
            2032,
            ("全年接待游客【1206万人次】。", level("接待游客", "12060000", "人次")),
            ("办好帆船赛，全年接待游客【" + other + "万人次】。", level("接待游客", other + "0000", "人次")),
        )

    assert said(told("1260")) == [("two-values", "待核差异", True)]
    assert said(told("1206")) == []
    assert said(told("90")) == []  # of another order: of another thing


def test_two_sentences_of_two_schemes_are_not_one_indicator() -> None:
    told = report(
        2032,
        ("【214个】街区实施城镇居民养老试点。", level("街区试点", "214", "个")),
        ("【234个】街区实施农村居民养老试点。", level("街区试点", "234", "个")),
    )
    assert said(told) == []


def test_a_quotient_is_no_whole() -> None:
    told = report(
        2032,
        (
            "抽检每千人【6.5批次】，其中开展快检【4万批次】。",
            level("抽检", "6.5", "批次"),
            level("快检", "40000", "批次"),
        ),
    )
    assert said(told) == []


def test_year_s_end_and_average_are_two_bases_and_never_flagged() -> None:
    name = "城镇调查失业率"
    told = report(
        2032,
        ("平均【5.4%】。", level(name, "5.4", "%", basis=Basis(time="平均"))),
        ("年末【5.1%】。", level(name, "5.1", "%", basis=Basis(time="年末"))),
    )
    assert said(told) == [("two-values", "口径不同", False)]


@pytest.mark.parametrize(("part", "expected"), [("71", [("part-whole", "待核差异", True)]), ("51", [])])
def test_a_part_is_not_more_than_its_whole(part: str, expected: list[tuple[str, str, bool]]) -> None:
    told = report(
        2032,
        (
            "实施技改项目【64个】，其中智能化改造项目【" + part + "个】。",
            level("技改项目", "64", "个"),
            level("智能化改造项目", part, "个"),
        ),
    )
    assert said(told) == expected


@pytest.mark.parametrize(("share", "expected"), [("85.4", []), ("83.2", [("share", "待核差异", True)])])
@pytest.mark.parametrize("order", ["part first", "whole first"])
def test_a_share_is_that_of_its_two_amounts(share: str, order: str, expected: list[tuple[str, str, bool]]) -> None:
    rate = level("民生支出占比", share, "%")
    part, whole = money("民生支出", "60.8"), money("一般公共预算支出", "71.2")
    if order == "part first":
        told = (f"民生支出【60.8亿元】，占一般公共预算支出【71.2亿元】的【{share}%】。", part, whole, rate)
    else:
        told = (f"一般公共预算支出【71.2亿元】，其中民生支出【60.8亿元】，占比达到【{share}%】。", whole, part, rate)
    assert said(report(2032, told)) == expected


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("图书馆覆盖率", "101", [("share", "待核差异", True)]),
        ("图书馆覆盖率", "100", []),
        ("高等教育毛入学率", "103", []),
        ("投资计划完成率", "112", []),
        ("防护林完成年度目标任务比重", "113", []),
    ],
)
def test_a_share_is_not_above_a_hundred(name: str, value: str, expected: list[tuple[str, str, bool]]) -> None:
    assert said(report(2032, (f"{name}【{value}%】。", level(name, value, "%")))) == expected


@pytest.mark.parametrize(("start", "expected"), [("1930", [("from-to", "待核差异", True)]), ("1830", [])])
def test_from_to_starts_where_last_year_s_report_ended(start: str, expected: list[tuple[str, str, bool]]) -> None:
    old = report(2031, ("5G基站累计【1830个】。", level("5G基站", "1830", "个")))
    new = report(
        2032,
        (
            f"5G基站由上年的【{start}个】增至【2150个】。",
            level("5G基站", start, "个", is_from=True, period="2030"),
            level("5G基站", "2150", "个"),
        ),
    )
    assert said(old, new) == expected


@pytest.mark.parametrize(
    ("name", "sentence", "bound", "expected"),
    [
        ("总部企业", "总部企业达到【25家】。", "exact", [("target-below-actual", "待核差异", True)]),
        ("总部企业", "总部企业突破【25家】。", "min", [("target-below-actual", "待核差异", True)]),
        ("总部企业", "总部企业达到【30家】。", "exact", []),
        ("总部企业", "总部企业稳定在【25家】以上。", "min", []),
        ("新引进总部企业", "新引进总部企业达到【25家】。", "exact", []),
    ],
)
def test_a_target_is_not_below_what_was_reached(
    name: str, sentence: str, bound: str, expected: list[tuple[str, str, bool]]
) -> None:
    value = sentence.split("【")[1].split("家")[0]
    told = report(
        2032,
        (f"{name}【27家】。", level(name, "27", "家")),
        (sentence, level(name, value, "家", role="target", bound=bound)),
    )
    assert said(told) == expected
