"""Texts of one sentence a line: which lines open a paragraph, and that other texts are left as they are."""

from pathlib import Path

from compare.model import Report
from tests.outline.written import full, outlined, tree

FILLING = ("新建标准厂房三栋，引进企业一批，带动全区就业。", "启用新的码头，改造老旧道路，方便群众出行。")
REVIEW = ("一、2021年工作回顾", *FILLING * 25)
PLAN = "二、2022年工作安排"
TASKS = ("（一）切实改善民生", "坚持把群众的事放在心上，一件接着一件办。")


def plan_of(tmp_path: Path, *lines: str) -> list[tuple[int, str]]:
    """The headings of a plan whose every sentence stands on a line of its own."""
    report = outlined(tmp_path, full(*REVIEW, PLAN, *FILLING * 25, *lines))
    return tree_below(report, PLAN)


def tree_below(report: Report, title: str) -> list[tuple[int, str]]:
    headings = tree(report)
    return headings[headings.index((1, title)) + 1 :]


def test_a_short_sentence_on_another_field_opens_a_section(tmp_path: Path) -> None:
    found = plan_of(
        tmp_path,
        *TASKS,
        "千方百计扩大就业。",
        *FILLING,
        "做好退役军人就业安置。",
        *FILLING,
        "推动教育优质均衡发展。",
        *FILLING,
    )
    assert found == [(2, TASKS[0]), (3, "千方百计扩大就业。"), (3, "推动教育优质均衡发展。")]


def test_a_detail_of_another_field_opens_none(tmp_path: Path) -> None:
    found = plan_of(tmp_path, *TASKS, "千方百计扩大就业。", *FILLING, "扩建望海中学教育集团宿舍楼。", *FILLING)
    assert found == [(2, TASKS[0]), (3, "千方百计扩大就业。")]


def test_two_fields_in_a_row_are_a_list_not_two_sections(tmp_path: Path) -> None:
    found = plan_of(tmp_path, *TASKS, "千方百计扩大就业。", "提高教育质量。", *FILLING)
    assert found == [(2, TASKS[0]), (3, "千方百计扩大就业。")]


def test_the_items_of_a_list_hold_the_fields_below_them(tmp_path: Path) -> None:
    report = outlined(
        tmp_path,
        full(
            REVIEW[0],
            "——经济运行总体平稳。",
            *FILLING,
            "工业经济稳定增长。",
            *FILLING,
            *REVIEW[1:],
            PLAN,
            *FILLING * 25,
        ),
    )
    assert tree(report) == [(1, REVIEW[0]), (2, "——经济运行总体平稳。"), (1, PLAN)]


def test_the_problems_are_found_where_their_sentence_stands_alone(tmp_path: Path) -> None:
    turn = "在肯定成绩的同时，我们也清醒看到面临的困难和问题。"
    text = full(*REVIEW, turn, "产业层次不高。", "群众出行难、停车难还没有解决。", PLAN, *FILLING * 25)
    report = outlined(tmp_path, text)
    assert tree(report) == [(1, REVIEW[0]), (2, turn), (1, PLAN)]
    assert {s.part for s in report.sentences if s.section == 1} == {"problems"}


def test_the_items_of_a_count_stay_with_their_subject(tmp_path: Path) -> None:
    items = ("一是稳岗位，支持企业不裁员。", "二是强培训，开设技能课程。")
    found = plan_of(tmp_path, *TASKS, "千方百计扩大就业。", *FILLING, *items, "推动教育优质均衡发展。", *FILLING)
    assert found == [(2, TASKS[0]), (3, "千方百计扩大就业。"), (3, "推动教育优质均衡发展。")]


def test_a_text_with_paragraphs_is_left_as_it_is(tmp_path: Path) -> None:
    lines = ("千方百计扩大就业。" + "".join(FILLING), "扩建望海中学宿舍楼。", "推动教育优质均衡发展。")
    paragraphs = ["".join(FILLING * 3)] * 60
    report = outlined(tmp_path, full(REVIEW[0], *paragraphs, PLAN, *TASKS, *lines, *paragraphs))
    assert tree_below(report, PLAN) == [(2, TASKS[0]), (3, "千方百计扩大就业。")]
