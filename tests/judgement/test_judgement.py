"""A figure against its bound, as tables."""

from decimal import Decimal
from typing import Any

import pytest

from compare.judgement import (
    Interval,
    better_side,
    convert,
    growth_interval,
    interval_of,
    judge,
    shown,
)
from compare.language.lexicon import default_lexicon
from compare.model import Basis, Fact

LEXICON = default_lexicon()


def fact(name: str, value: str, unit: str, written: str = "", bound: Any = "exact", **more: Any) -> Fact:
    """A figure of an invented report; what matters not is left at its default."""
    fields = {"measure": "level", "role": "result", "period": "2031", "sentence": 0, "start": 0, "number": 0, **more}
    written = written or f"{value}{unit}"
    return Fact(
        indicator=name, value=Decimal(value), unit=unit, bound=bound, written=written, end=len(written), **fields
    )


@pytest.mark.parametrize(
    ("value", "unit", "written", "bound", "low", "high"),
    [
        ("8.1", "%", "8.1%", "exact", "8.05", "8.15"),
        ("8", "%", "8%", "exact", "7.5", "8.5"),
        ("12690000", "人", "1269万人", "exact", "12685000", "12695000"),
        ("37", "部", "37部", "exact", "37", "37"),
        ("1305", "公里", "1305公里", "exact", "1304.5", "1305.5"),
        ("16000", "户", "1万6千多户", "min", "16000", "17000"),
        ("570000000000", "元", "5700多亿元", "min", "570000000000", "580000000000"),
        ("6", "%", "6%", "min", "6", None),
        ("5.5", "%", "5.5%", "max", None, "5.5"),
        ("-3", "%", "3%", "min", None, "-3"),
        ("5.5", "%", "5.5%", "approx", "5.4", "5.6"),
        ("530000000000", "元", "5300亿元", "approx", "519400000000", "540600000000"),
        ("60", "%", "近六成", "approx", "50", "70"),
    ],
)
def test_the_writing_of_a_figure_gives_an_interval(
    value: str, unit: str, written: str, bound: str, low: str | None, high: str | None
) -> None:
    interval = interval_of(fact("x", value, unit, written, bound), LEXICON)
    assert (interval.low, interval.high) == (low and Decimal(low), high and Decimal(high))


def test_a_range_is_its_own_interval() -> None:
    interval = interval_of(fact("x", "6", "%", "6%—6.5%", "range", high=Decimal("6.5")), LEXICON)
    assert interval == Interval(Decimal(6), Decimal("6.5"))


def test_growth_from_two_levels_carries_the_rounding_of_both() -> None:
    old = interval_of(fact("x", "10000000000", "元", "100亿元"), LEXICON)
    new = interval_of(fact("x", "11000000000", "元", "110亿元"), LEXICON)
    growth = growth_interval(old, new)
    assert growth is not None
    assert growth.meets(Interval(Decimal("10.9"), Decimal("11.1")))
    assert not growth.meets(Interval(Decimal("11.2"), None))


@pytest.mark.parametrize(
    ("name", "side"),
    [
        ("城镇新增就业", "higher"),
        ("失业人员再就业", "higher"),
        ("城镇登记失业率", "lower"),
        ("单位地区生产总值能耗", "lower"),
        ("地区生产总值", "higher"),
        ("空气质量优良天数", "higher"),
        ("重污染天数", "lower"),
        ("居民消费价格", "ceiling"),
        ("地方政府专项债券", "neutral"),
        ("生产安全事故起数", "lower"),
        ("智能石磨馆", "higher"),
    ],
)
def test_the_head_of_the_name_says_which_side_is_better(name: str, side: str) -> None:
    assert better_side(name, LEXICON) == side


@pytest.mark.parametrize(
    ("name", "unit", "target", "result", "status", "difference"),
    [
        # name, unit, (value, written, bound) of target and of result
        ("城镇新增就业", "人", ("20000", "2万人", "min"), ("21500", "2.15万人", "exact"), "exceeded", "1500"),
        ("城镇新增就业", "人", ("20000", "2万人", "min"), ("20100", "2.01万人", "exact"), "met", "100"),
        ("城镇新增就业", "人", ("20000", "2万人", "min"), ("19800", "1.98万人", "exact"), "missed", "-200"),
        ("城镇新增就业", "人", ("20000", "2万人", "approx"), ("19800", "1.98万人", "exact"), "near", "-200"),
        ("城镇新增就业", "人", ("20000", "2万人", "approx"), ("19500", "1.95万人", "exact"), "missed", "-500"),
        ("城镇新增就业", "人", ("20000", "2万人", "exact"), ("19000", "1.9万人", "min"), "incomparable", "-1000"),
        ("城镇调查失业率", "%", ("5.5", "5.5%", "max"), ("5.1", "5.1%", "exact"), "met", "-0.4"),
        ("城镇调查失业率", "%", ("5.5", "5.5%", "approx"), ("5.6", "5.6%", "exact"), "near", "0.1"),
        ("城镇调查失业率", "%", ("5.5", "5.5%", "max"), ("5.6", "5.6%", "exact"), "missed", "0.1"),
        ("城镇调查失业率", "%", ("5.5", "5.5%", "max"), ("5", "5%", "min"), "incomparable", "-0.5"),
        ("居民消费价格", "%", ("3", "3%", "approx"), ("0.9", "0.9%", "exact"), "met", "-2.1"),
        ("居民消费价格", "%", ("3", "3%", "approx"), ("3.4", "3.4%", "exact"), "missed", "0.4"),
        ("单位能耗", "%", ("-3", "3%", "min"), ("-3.6", "3.6%", "exact"), "exceeded", "-0.6"),
        ("单位能耗", "%", ("-3", "3%", "min"), ("-2.1", "2.1%", "exact"), "missed", "0.9"),
        ("压减水泥产能", "吨", ("500000", "50万吨", "exact"), ("650000", "65万吨", "min"), "exceeded", "150000"),
        (
            "专项债券",
            "元",
            ("800000000", "8亿元", "exact"),
            ("900000000", "9亿元", "exact"),
            "incomparable",
            "100000000",
        ),
        ("专项债券", "元", ("800000000", "8亿元", "exact"), ("800000000", "8亿元", "exact"), "met", "0"),
        ("粮食产量", "吨", ("7450", "7450吨", "exact"), ("7000", "0.7万吨", "exact"), "incomparable", "-450"),
    ],
)
def test_a_result_is_held_against_its_target(
    name: str, unit: str, target: tuple[str, str, str], result: tuple[str, str, str], status: str, difference: str
) -> None:
    measure = "growth" if unit == "%" and name != "城镇调查失业率" else "level"
    planned, reached = (fact(name, v, unit, w, b, measure=measure) for v, w, b in (target, result))
    verdict = judge(planned, reached, LEXICON)
    assert (verdict.status, verdict.difference) == (status, Decimal(difference))
    assert reached.written in verdict.sentence
    assert planned.written in verdict.sentence


def test_a_range_is_met_inside_and_exceeded_beyond() -> None:
    target = fact("地区生产总值", "6", "%", "6%—6.5%", "range", measure="growth", high=Decimal("6.5"))
    reached = {value: fact("地区生产总值", value, "%", measure="growth") for value in ("5.9", "6.1", "6.6")}
    assert [judge(target, result, LEXICON).status for result in reached.values()] == ["missed", "met", "exceeded"]


def test_units_are_converted_before_they_are_compared() -> None:
    verdict = judge(
        fact("粮食产量", "130000000", "斤", "1.3亿斤", "min"), fact("粮食产量", "66000", "吨", "6.6万吨"), LEXICON
    )
    assert verdict.status == "met"
    assert convert(Decimal(1), "公顷", "亩", LEXICON) == pytest.approx(Decimal(15))
    assert convert(Decimal(1), "人", "人次", LEXICON) is None


@pytest.mark.parametrize(
    ("target", "result", "word"),
    [
        ({"measure": "growth"}, {"measure": "level"}, "不能相比"),
        ({"unit": "户"}, {"unit": "吨"}, "单位不同"),
        ({"basis": Basis(scope="省级以上")}, {"basis": Basis(scope="市级以上")}, "口径不同"),
        ({"basis": Basis(time="年末")}, {"basis": Basis(time="年均")}, "口径不同"),
        ({"basis": Basis(price="名义")}, {"basis": Basis(price="不变价")}, "口径不同"),
    ],
)
def test_what_has_another_basis_is_not_compared(target: Any, result: Any, word: str) -> None:
    verdict = judge(
        fact("示范馆", "5", **{"unit": "家", **target}), fact("示范馆", "6", **{"unit": "家", **result}), LEXICON
    )
    assert verdict.status == "incomparable"
    assert word in verdict.sentence
    assert verdict.difference is None


def test_a_basis_that_only_one_of_them_states_is_no_conflict() -> None:
    target, result = fact("失业率", "5.5", "%", bound="max"), fact("失业率", "5.1", "%", basis=Basis(time="平均"))
    assert judge(target, result, LEXICON).status == "met"


def test_a_scope_that_the_name_contradicts_is_the_neighbour_s() -> None:
    target = fact("城镇居民收入", "7", "%", measure="growth", bound="min", basis=Basis(scope="农村"))
    result = fact("城镇居民收入", "8.4", "%", measure="growth", basis=Basis(scope="城镇"))
    assert judge(target, result, LEXICON).status == "exceeded"


def test_a_percentage_called_a_goal_of_growth_is_a_growth() -> None:
    target, result = fact("经济增长预期目标", "6", "%", bound="min"), fact("地区生产总值", "6.4", "%", measure="growth")
    assert judge(target, result, LEXICON).status == "exceeded"


def test_an_amount_taken_away_is_held_against_a_fall_by_it() -> None:
    target = fact("减少低收入人口", "1000", "人", bound="min")
    result = fact("低收入人口", "-1240", "人", "1240人", measure="delta")
    verdict = judge(target, result, LEXICON)
    assert (verdict.status, verdict.difference) == ("exceeded", Decimal(240))


def test_only_amounts_of_which_more_is_better_have_a_completion() -> None:
    assert judge(fact("新增就业", "200", "人"), fact("新增就业", "210", "人"), LEXICON).completion == Decimal("105.0")
    assert judge(fact("失业率", "5", "%"), fact("失业率", "4", "%"), LEXICON).completion is None
    assert judge(fact("事故起数", "50", "起"), fact("事故起数", "40", "起"), LEXICON).completion is None


def test_a_difference_is_written_with_the_multiplier_that_a_reader_expects() -> None:
    assert shown(Decimal("140000000"), "人", LEXICON) == "1.4亿人"
    assert shown(Decimal("-0.50"), "个百分点", LEXICON) == "-0.5个百分点"


@pytest.mark.parametrize(
    ("target", "result", "status"),
    [
        ({"basis": Basis(price="同口径")}, {"basis": Basis(price="同口径")}, "exceeded"),
        ({"basis": Basis(price="同口径")}, {"basis": Basis(price="自然口径")}, "incomparable"),
        ({}, {"basis": Basis(price="自然口径")}, "exceeded"),
        ({}, {"basis": Basis(time="年均")}, "incomparable"),
        ({}, {"basis": Basis(time="平均"), "period": "2030-2031"}, "incomparable"),
        ({}, {"basis": Basis(time="平均")}, "exceeded"),
        ({"basis": Basis(time="年均")}, {"basis": Basis(time="年均"), "period": "2027-2031"}, "exceeded"),
    ],
)
def test_growths_are_judged_on_one_basis(target: dict[str, Any], result: dict[str, Any], status: str) -> None:
    revenue = fact("一般公共预算收入", "6", "%", measure="growth", role="target", **target)
    reached = fact("一般公共预算收入", "6.2", "%", measure="growth", **result)
    assert judge(revenue, reached, LEXICON).status == status


def test_an_average_of_several_years_is_no_year_s_amount() -> None:
    jobs = fact("城镇新增就业", "10000", "人", role="target")
    average = fact("城镇新增就业", "11000", "人", basis=Basis(time="平均"), period="2027-2031")
    assert judge(jobs, average, LEXICON).status == "incomparable"
    dust = fact("PM2.5年均浓度", "24", "微克/立方米", role="target")
    assert (
        judge(dust, fact("PM2.5年均浓度", "22", "微克/立方米", basis=Basis(time="年均")), LEXICON).status
        != "incomparable"
    )
