"""Rows of the indicator table: what belongs together, which figures are principal, what is computed and what is not."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from compare.indicators import match_indicators
from compare.language.lexicon import default_lexicon
from compare.model import Basis, IndicatorRow, Report
from tests.stated import Figure, growth, level, report

LEXICON = default_lexicon()


def rows(*reports: Report) -> dict[tuple[str, str], IndicatorRow]:
    return {(row.indicator, row.measure): row for row in match_indicators(reports, LEXICON)}


def written(row: IndicatorRow) -> list[tuple[int, str]]:
    return [(cell.report, cell.fact.written) for cell in row.cells]


def jobs(value: str, **more: object) -> Figure:
    return level("城镇新增就业", value, "人", **more)


OLD = report(
    2031,
    (
        "全年地区生产总值【815亿元】，增长【8.1%】。",
        level("地区生产总值", "81500000000", "元"),
        growth("地区生产总值", "8.1"),
    ),
    ("城镇新增就业【1.27万人】。", jobs("12700")),
    ("城镇新增就业【1.2万人】以上。", jobs("12000", role="target", bound="min")),
    ("实际利用外资【2亿美元】。", level("实际利用外资", "200000000", "美元", role="target")),
    ("林地【1500亩】。", level("林地面积", "1500", "亩")),
)
NEW = report(
    2032,
    (
        "全区生产总值【856亿元】，增长【4.2%】。",
        level("全区生产总值", "85600000000", "元"),
        growth("地区生产总值", "4.2"),
    ),
    ("新增城镇就业【1.31万人】。", level("新增城镇就业", "13100", "人")),
    ("今年城镇新增就业【1.25万人】。", jobs("12500", role="target")),
    ("利用外资【1.86亿美元】。", level("利用外资", "186000000", "美元")),
    ("林地【120公顷】。", level("林地面积", "120", "公顷")),
)


def test_results_and_targets_of_both_years_stand_in_one_row() -> None:
    row = rows(OLD, NEW)["城镇新增就业", "level"]
    assert written(row) == [(0, "1.27万人"), (0, "1.2万人"), (1, "1.31万人"), (1, "1.25万人")]
    principal = (row.old_actual, row.target, row.new_actual, row.new_target)
    assert [figure.fact.written if figure else None for figure in principal] == [
        "1.27万人",
        "1.2万人",
        "1.31万人",
        "1.25万人",
    ]


def test_an_amount_has_a_change_in_per_cent_and_a_completion() -> None:
    row = rows(OLD, NEW)["城镇新增就业", "level"]
    assert (row.change, row.change_percent) == (Decimal(400), Decimal("3.1"))
    assert (row.against_target, row.completion) == (Decimal(1100), Decimal("109.2"))


def test_a_rate_has_a_change_in_points_alone() -> None:
    row = rows(OLD, NEW)["地区生产总值", "growth"]
    assert (row.change, row.change_percent, row.completion) == (Decimal("-3.9"), None, None)


def test_level_and_growth_of_one_thing_are_two_rows() -> None:
    table = rows(OLD, NEW)
    assert written(table["全区生产总值", "level"]) == [(0, "815亿元"), (1, "856亿元")]
    assert written(table["地区生产总值", "growth"]) == [(0, "8.1%"), (1, "4.2%")]


def test_units_are_converted_into_the_later_report_s() -> None:
    row = rows(OLD, NEW)["林地面积", "level"]
    assert row.unit == "公顷"
    assert row.change == pytest.approx(Decimal(20))


def test_a_target_is_held_against_the_next_report_s_result() -> None:
    row = rows(OLD, NEW)["利用外资", "level"]
    assert (row.old_actual, row.against_target, row.completion) == (None, Decimal(-14000000), Decimal("93.0"))


def test_no_arithmetic_across_bases() -> None:
    def rate(value: str, time: str) -> Figure:
        return level("城镇调查失业率", value, "%", basis=Basis(time=time))

    old = report(2031, ("年末城镇调查失业率【5.2%】。", rate("5.2", "年末")))
    new = report(2032, ("城镇调查失业率平均【5.4%】。", rate("5.4", "平均")))
    row = rows(old, new)["城镇调查失业率", "level"]
    assert (row.change, row.note) == (None, "口径不同：年末与平均")


def test_year_s_end_and_average_part_where_one_report_tells_both() -> None:
    name = "城镇调查失业率"
    both = report(
        2032,
        (
            "城镇调查失业率平均【5.4%】，年末【5.1%】。",
            level(name, "5.4", "%", basis=Basis(time="平均")),
            level(name, "5.1", "%", basis=Basis(time="年末")),
        ),
    )
    old = report(2031, ("城镇调查失业率平均【5.2%】。", level(name, "5.2", "%", basis=Basis(time="平均"))))
    assert written(rows(old, both)[name, "level"]) == [(0, "5.2%"), (1, "5.4%")]


def test_a_quarter_s_growth_is_not_the_year_s() -> None:
    name = "地区生产总值"
    new = report(
        2032,
        (
            "三季度增长【4.6%】，全年增长【4.8%】。",
            growth(name, "4.6", basis=Basis(time="三季度")),
            growth(name, "4.8", basis=Basis(time="全年")),
        ),
    )
    row = rows(OLD, new)[name, "growth"]
    assert row.new_actual
    assert row.new_actual.fact.written == "4.8%"


def test_a_sum_of_several_years_is_no_year_s_figure() -> None:
    term = report(
        2032,
        ("五年新增就业【6.6万人】。", jobs("66000", period="2027-2031")),
        ("去年新增就业【1.3万人】。", jobs("13000")),
    )
    assert written(rows(OLD, term)["城镇新增就业", "level"]) == [(0, "1.27万人"), (0, "1.2万人"), (1, "1.3万人")]


def test_what_one_report_tells_side_by_side_is_two_things() -> None:
    old = report(2031, ("望海湾示范馆【12家】。", level("望海湾示范馆", "12", "家")))
    new = report(
        2032,
        ("望海湾示范馆【14家】。", level("望海湾示范馆", "14", "家")),
        ("望海湾新示范馆【11家】。", level("望海湾新示范馆", "11", "家")),
    )
    table = match_indicators((old, new), LEXICON)
    assert [written(row) for row in table] == [[(0, "12家"), (1, "14家")]]


def test_a_stock_is_not_what_was_added_to_it() -> None:
    old = report(2031, ("新增长者食堂【3家】。", level("新增长者食堂", "3", "家")))
    new = report(2032, ("长者食堂达到【40家】。", level("长者食堂", "40", "家")))
    assert match_indicators((old, new), LEXICON) == ()


def test_the_average_of_several_years_stands_beside_the_year_and_is_not_reckoned_with() -> None:
    average = growth("地区生产总值", "6.4", period="2027-2031", basis=Basis(time="年均"))
    old = report(
        2032, ("地区生产总值增长【8%】。", growth("地区生产总值", "8")), ("五年来经济年均增长【6.4%】。", average)
    )
    new = report(2033, ("地区生产总值增长【5%】。", growth("地区生产总值", "5")))
    row = rows(old, new)["地区生产总值", "growth"]
    assert written(row) == [(0, "8%"), (0, "6.4%"), (1, "5%")]
    assert row.change == Decimal(-3)
    lone = growth("地区生产总值", "6.4", basis=Basis(time="年均"))
    row = rows(report(2032, ("经济年均增长【6.4%】。", lone)), new)["地区生产总值", "growth"]
    assert row.change is None
    assert "口径不同" in row.note


def test_what_is_summed_up_is_another_thing_than_a_year_s_unless_the_amounts_are_near() -> None:
    def cut(value: str, time: str = "") -> Figure:
        return level("减税降费", value, "元", basis=Basis(time=time))

    old = report(2032, ("减税降费【3亿元】。", cut("300000000")))
    far = report(2033, ("累计减税降费【21亿元】。", cut("2100000000", "累计")))
    near = report(2033, ("累计减税降费【3.4亿元】。", cut("340000000", "累计")))
    assert not rows(old, far)
    assert written(rows(old, near)["减税降费", "level"]) == [(0, "3亿元"), (1, "3.4亿元")]


def test_a_list_of_names_with_a_figure_each_is_not_its_last_name() -> None:
    old, new = (
        report(
            year,
            (
                f"化学需氧量、二氧化硫排放量分别减少【{one}%】和【{other}%】。",
                growth("化学需氧量排放量", f"-{one}"),
                growth("二氧化硫排放量", f"-{other}"),
            ),
        )
        for year, one, other in ((2032, "3.1", "4.2"), (2033, "3.3", "4.4"))
    )
    assert written(rows(old, new)["化学需氧量排放量", "growth"]) == [(0, "3.1%"), (1, "3.3%")]


def test_what_is_told_on_the_natural_basis_is_the_plain_figure() -> None:
    def revenue(value: str, price: str = "", name: str = "一般公共预算收入") -> Figure:
        return growth(name, value, basis=Basis(price=price))

    old = report(2032, ("一般公共预算收入增长【9%】。", revenue("9")))
    new = report(
        2033,
        (
            "一般公共预算收入同口径增长【6.2%】，按自然口径增长【3.4%】。",
            revenue("6.2", "同口径"),
            revenue("3.4", "自然口径", "口径"),
        ),
    )
    assert written(rows(old, new)["一般公共预算收入", "growth"]) == [(0, "9%"), (1, "3.4%")]


def test_the_quarters_of_a_year_are_not_its_growth() -> None:
    quarter = growth("地区生产总值", "-6.8")
    old = report(2032, ("地区生产总值增长【2.6%】，四个季度分别为【-6.8%】。", growth("地区生产总值", "2.6"), quarter))
    new = report(2033, ("地区生产总值增长【8%】。", growth("地区生产总值", "8")))
    assert written(rows(old, new)["地区生产总值", "growth"]) == [(0, "2.6%"), (1, "8%")]


def test_several_reports_give_a_panel_and_the_last_pair_the_principal_figures() -> None:
    later = report(2033, ("城镇新增就业【1.4万人】。", jobs("14000")))
    row = rows(OLD, NEW, later)["城镇新增就业", "level"]
    assert [cell.report for cell in row.cells] == [0, 0, 1, 1, 2]
    assert row.target
    assert (row.target.fact.written, row.change) == ("1.25万人", Decimal(900))


def test_one_report_is_held_to_itself() -> None:
    table = match_indicators((OLD,), LEXICON)
    assert [(row.indicator, written(row)) for row in table] == [("城镇新增就业", [(0, "1.27万人"), (0, "1.2万人")])]


def test_a_report_against_itself_has_no_change() -> None:
    for row in match_indicators((OLD, OLD), LEXICON):
        assert row.change in (None, Decimal(0))


def test_the_order_of_facts_does_not_decide_what_belongs_together() -> None:
    turned = replace(NEW, facts=tuple(reversed(NEW.facts)))
    forwards = {frozenset(written(row)) for row in match_indicators((OLD, NEW), LEXICON)}
    assert forwards == {frozenset(written(row)) for row in match_indicators((OLD, turned), LEXICON)}
