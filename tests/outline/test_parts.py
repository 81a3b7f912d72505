"""Roles, periods and parts: what looks back, what looks forward, and of which years it speaks."""

from pathlib import Path

import pytest

from compare.model import Report
from tests.outline.written import CLOSING, COVER, OPENING, full, outlined

LONG = "建成一批码头和道路，带动全区投资较快增长，各项工作取得新的成效。"


def places(report: Report) -> dict[str, tuple[str, str, str]]:
    return {s.text: (s.part, s.role, s.period) for s in report.sentences}


def test_a_report_falls_into_its_parts(tmp_path: Path) -> None:
    problems = "我们也清醒看到，发展中还存在不少短板。"
    report = outlined(tmp_path, full("一、2021年工作回顾", LONG, problems, "二、2022年工作安排", "今年要" + LONG))
    found = places(report)
    assert found["各位代表："] == ("opening", "other", "")
    assert found[LONG] == ("review", "review", "2021")
    assert found[problems] == ("problems", "review", "2021")
    assert found["今年要" + LONG] == ("plan", "plan", "2022")
    assert found["各位代表！"] == ("closing", "other", "")


@pytest.mark.parametrize(
    "paragraph",
    [
        "同时，我们清醒地认识到，工作中还有不足。",
        "我们既要肯定进步，也要正视前行路上的困难和不足。",
        "在肯定成绩的同时，也要看到发展中的问题。",
        "经济总量偏小。对这些问题，我们要认真解决。",
    ],
)
def test_problems_are_known_by_their_turn(tmp_path: Path, paragraph: str) -> None:
    report = outlined(tmp_path, full("一、2021年工作回顾", LONG, paragraph, "二、2022年工作安排", LONG))
    assert [s.part for s in report.sentences if s.text in paragraph][:1] == ["problems"]


@pytest.mark.parametrize(
    "paragraph",
    ["过去一年，我们有效应对多重困难和挑战。", "面对复杂局面，全区上下迎难而上。", "深刻认识新形势新任务，抓好落实。"],
)
def test_how_difficulties_were_met_is_no_problems_part(tmp_path: Path, paragraph: str) -> None:
    report = outlined(tmp_path, full("一、2021年工作回顾", paragraph, LONG, "二、2022年工作安排", LONG))
    assert not any(s.part == "problems" for s in report.sentences)


@pytest.mark.parametrize(
    ("first", "second", "periods"),
    [
        ("一、2021年工作回顾", "二、2022年重点工作", ["2021", "2022"]),
        ("一、过去一年工作回顾", "二、今年工作安排", ["2021", "2022"]),
        ("一、过去五年工作回顾", "二、今后五年目标任务", ["2017-2021", "2022-2026"]),
        ("一、“十三五”时期工作回顾", "二、“十四五”时期主要目标任务", ["2016-2020", "2021-2025"]),
        ("一、工作回顾", "二、全力推动高质量发展", ["2021", "2022"]),
    ],
)
def test_the_period_is_the_titles_or_the_reports(tmp_path: Path, first: str, second: str, periods: list[str]) -> None:
    report = outlined(tmp_path, full(first, LONG, second, LONG))
    assert [section.period for section in report.sections] == periods
    assert [section.role for section in report.sections] == ["review", "plan"]


def test_a_later_part_of_the_plan_keeps_its_period(tmp_path: Path) -> None:
    lines = ("一、过去五年工作回顾", LONG, "二、今后五年目标任务", LONG, "三、加强政府自身建设", LONG)
    assert outlined(tmp_path, full(*lines)).sections[-1].period == "2022-2026"


def test_a_section_on_two_five_year_plans_turns_from_the_one_to_the_other(tmp_path: Path) -> None:
    title = "二、“十三五”建设成就和“十四五”奋斗目标"
    second = "“十四五”时期，要" + LONG
    report = outlined(tmp_path, full("一、2021年工作回顾", LONG, title, "“十三五”时期，" + LONG, second))
    assert places(report)["“十三五”时期，" + LONG] == ("review", "review", "2016-2020")
    assert places(report)[second] == ("plan", "plan", "2021-2025")


def test_a_section_of_the_plan_on_a_plan_that_is_over_looks_back(tmp_path: Path) -> None:
    lines = ("（一）“十三五”时期主要情况", LONG, "五年来，实力显著增强。" + LONG, "（二）“十四五”时期任务", LONG)
    report = outlined(tmp_path, full("一、2021年工作回顾", LONG, "二、“十四五”规划的说明", *lines))
    found = {section.title: (section.role, section.period) for section in report.sections}
    assert found["（一）“十三五”时期主要情况"] == ("review", "2016-2020")
    assert found["五年来，实力显著增强。"] == ("review", "2016-2020")
    assert found["（二）“十四五”时期任务"] == ("plan", "2021-2025")


def test_in_the_plan_a_paragraph_may_first_tell_of_the_year_that_is_over(tmp_path: Path) -> None:
    told = (
        "过去一年，国防动员扎实推进。",
        "双拥工作取得新成绩。",
        "新的一年，我们要支持国防建设。",
        "做好退役军人工作。",
    )
    other = "过去五年，改革成果丰硕。"
    report = outlined(
        tmp_path, full("一、2021年工作回顾", LONG, "二、2022年工作安排", "".join(told), other + LONG, LONG)
    )
    found = places(report)
    assert [found[text] for text in told] == [("review", "review", "2021")] * 2 + [("plan", "plan", "2022")] * 2
    assert found[other] == ("review", "review", "2017-2021")


def test_annexes_stand_behind_the_closing(tmp_path: Path) -> None:
    annex = "附件1\n\n2022年民生实事项目\n\n一、优质教育。新建学校2所。\n\n附件2　名词解释\n\n1.首店：第一家店。\n\n"
    report = outlined(tmp_path, full("一、2021年工作回顾", LONG, "二、2022年工作安排", LONG) + annex)
    titles = [(s.level, s.title, s.role, s.period) for s in report.sections if s.part == "annex"]
    assert titles == [
        (1, "2022年民生实事项目", "plan", "2022"),
        (2, "一、优质教育。", "plan", "2022"),
        (1, "附件2名词解释", "other", ""),
    ]
    assert places(report)["各位代表！"][0] == "closing"


def test_nothing_behind_the_report_is_read_as_its_text(tmp_path: Path) -> None:
    text = COVER + OPENING + f"一、2021年工作回顾\n\n{LONG}\n\n" * 6 + CLOSING + "责任编辑：某某\n\n上一篇：通知\n"
    assert outlined(tmp_path, text).sentences[-1].part == "closing"
