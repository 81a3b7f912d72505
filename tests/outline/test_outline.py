"""The outline of short reports: what is a heading, on which level, and what is none."""

from pathlib import Path

import pytest

from compare.language.lexicon import default_lexicon
from compare.outline.headings import Headings, Label, MarkedHeadings
from tests.outline.written import CLOSING, COVER, OPENING, full, outlined, tree

LABELS = default_lexicon().read("headings", Headings).label
LONG = "实施重点项目，建成一批码头和道路，带动全区投资较快增长，发展后劲持续增强，各项工作取得新的成效。"


@pytest.mark.parametrize("label", LABELS, ids=lambda label: label.name)
def test_each_label_knows_its_example_and_not_its_counter_example(label: Label) -> None:
    finder = MarkedHeadings(default_lexicon())
    found = finder.label(label.example)
    assert found is not None
    assert found[1].name == label.name
    other = finder.label(label.counter)
    assert other is None or other[1].name != label.name


def body(*lines: str) -> str:
    return full("一、2021年工作回顾", *lines)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("（一）稳增长。" + LONG, "（二）促改革。" + LONG), [(2, "（一）稳增长。"), (2, "（二）促改革。")]),
        (("（一）稳增长", LONG, "1.扩投资", LONG), [(2, "（一）稳增长"), (3, "1.扩投资")]),
        (("——经济平稳运行。" + LONG, "——民生持续改善。" + LONG), [(2, "——经济平稳运行。"), (2, "——民生持续改善。")]),
        (("一是狠抓项目。" + LONG, "二是改善民生。" + LONG), [(2, "一是狠抓项目。"), (2, "二是改善民生。")]),
        ((LONG, "我们不断加强文化建设。" + LONG * 2), [(2, "我们不断加强文化建设。")]),
        ((LONG, "五年来，改革开放迈出新步伐。" + LONG * 2), [(2, "五年来，改革开放迈出新步伐。")]),
    ],
)
def test_headings_of_every_kind_stand_on_their_level(
    tmp_path: Path, lines: tuple[str, ...], expected: list[tuple[int, str]]
) -> None:
    assert tree(outlined(tmp_path, body(*lines)))[1:] == expected


@pytest.mark.parametrize(
    "line",
    [
        "主要问题：一是产业不强；二是创新不足；三是短板不少。",
        "过去一年，成绩来之不易。" + LONG,
        "看到成绩的同时，我们也看到差距。一是产业不强，" + LONG + "二是创新不足，" + LONG,
        "发展是硬道理。我们要全力以赴拼经济。",
        "地区生产总值增长6%。" + LONG,
        "各位代表！" + LONG,
        "1.5亿元资金全部到位，" + LONG,
        LONG + "加强科普工作。加强统计工作。" + LONG,
    ],
)
def test_what_only_looks_like_a_heading_is_none(tmp_path: Path, line: str) -> None:
    assert len(outlined(tmp_path, body(LONG, line)).sections) == 1


def test_topics_inside_a_paragraph_stand_under_its_heading(tmp_path: Path) -> None:
    lead = "坚持稳中求进，经济运行总体平稳。"
    text = f"（一）发展提质增效。{lead}产业体系更加完善。{LONG}创新动能加快集聚。{LONG}消费潜力持续释放。{LONG}"
    expected = [
        (2, "（一）发展提质增效。"),
        (3, "产业体系更加完善。"),
        (3, "创新动能加快集聚。"),
        (3, "消费潜力持续释放。"),
    ]
    assert tree(outlined(tmp_path, body(text)))[1:] == expected
    apart = body("（一）发展提质增效", text.removeprefix("（一）发展提质增效。"))
    assert [level for level, _ in tree(outlined(tmp_path, apart))[1:]] == [2, 3, 3, 3]


def test_right_under_a_heading_the_first_sentence_may_be_one_of_the_topics(tmp_path: Path) -> None:
    topics = ("建设教育强区。", "建设人才高地。", "建设科创中心。")
    paragraph = "".join(topic + LONG + LONG for topic in topics)
    found = tree(outlined(tmp_path, full("一、2022年工作安排", "（一）加快创新", paragraph)))
    assert found[2:] == [(3, topic) for topic in topics]


def test_a_standing_subject_behind_the_tasks_is_none_of_them(tmp_path: Path) -> None:
    lines = ("（一）抓好项目", LONG, "扩大有效投资。" + LONG * 2, "支持国防和军队建设。" + LONG * 2)
    assert tree(outlined(tmp_path, body(*lines)))[2:] == [(3, "扩大有效投资。"), (2, "支持国防和军队建设。")]


@pytest.mark.parametrize(
    ("paragraph", "title"),
    [
        ("我们清醒地认识到，发展不平衡的问题依然突出。" + LONG * 2, "我们清醒地认识到，发展不平衡的问题依然突出。"),
        ("安不忘危。我们也清醒看到，还有不少困难和问题。" + LONG * 2, "安不忘危。"),
        ("在肯定成绩的同时，我们也清醒地认识到还有不少困难和不足。一是产业不强；二是创新不够。", None),
    ],
)
def test_the_turn_to_the_problems_opens_a_section_of_the_review(
    tmp_path: Path, paragraph: str, title: str | None
) -> None:
    found = tree(outlined(tmp_path, body("（一）稳增长。" + LONG, paragraph)))[2:]
    assert found == ([(2, title)] if title else [])


def test_behind_a_standing_subject_all_is_text_on_that(tmp_path: Path) -> None:
    standing = "我们将坚定不移地贯彻“一国两制”、“港人治港”、高度自治的方针，严格按照基本法办事，保持繁荣，保持稳定。"
    report = outlined(
        tmp_path,
        full("一、2022年工作安排", "（一）稳增长", LONG, "各位代表！", standing, "支持会展业发展。" + LONG * 2),
    )
    assert [title for _, title in tree(report)] == ["一、2022年工作安排", "（一）稳增长"]


def test_ordinals_right_under_a_topic_are_its_items(tmp_path: Path) -> None:
    lines = ("（一）惠民生", "介绍。", "千方百计促进就业。" + LONG * 2, "一是稳岗位。" + LONG, "二是强培训。" + LONG)
    levels = [level for level, _ in tree(outlined(tmp_path, body(*lines)))]
    assert levels == [1, 2, 3, 4, 4]


def test_a_text_without_headings_is_one_section_and_a_notice(tmp_path: Path) -> None:
    report = outlined(tmp_path, LONG + "\n\n" + LONG)
    assert [(section.first, section.last) for section in report.sections] == [(0, 2)]
    assert any(notice.code == "no-headings" for notice in report.notices)


def test_sections_hold_their_children(tmp_path: Path) -> None:
    report = outlined(tmp_path, body("（一）稳增长", LONG, "（二）促改革", LONG))
    top, first, second = report.sections
    assert (first.parent, second.parent) == (0, 0)
    assert top.first <= first.heading < first.last == second.heading < second.last <= top.last
    for section in report.sections:
        assert report.sentences[section.heading].heading
        assert report.sentences[section.heading].section == section.number


def test_cover_and_contents_are_no_part_of_the_outline(tmp_path: Path) -> None:
    text = (
        COVER
        + "目录\n\n一、工作回顾……1\n\n二、工作安排……9\n\n"
        + OPENING
        + "一、工作回顾\n\n"
        + LONG
        + "\n\n"
        + CLOSING
    )
    report = outlined(tmp_path, text)
    assert tree(report) == [(1, "一、工作回顾")]
    assert {block.kind for block in report.document.blocks} == {"cover", "contents", "text"}
    assert len([notice for notice in report.notices if notice.code == "set-apart"]) == 2


def test_a_single_subject_behind_an_item_with_text_of_its_own_stands_beside_it(tmp_path: Path) -> None:
    lines = ("（一）稳增长。" + LONG, "各项改革稳步推进。" + LONG * 2, "（二）惠民生。" + LONG)
    assert [level for level, _ in tree(outlined(tmp_path, body(*lines)))] == [1, 2, 2, 2]


def test_what_tells_of_one_event_is_no_topic_of_several(tmp_path: Path) -> None:
    text = f"（一）稳增长。总体平稳。产业体系更加完善。{LONG}望海大桥建成通车。{LONG}创新动能加快集聚。{LONG}"
    titles = [title for _, title in tree(outlined(tmp_path, body(text * 1)))]
    assert "望海大桥建成通车。" not in titles


def test_bold_marks_a_heading_only_where_most_is_not_bold(tmp_path: Path) -> None:
    marked = [f"**做好第{number}项工作，**{LONG}" for number in "一二三四"]
    assert len(outlined(tmp_path, body(LONG, *marked)).sections) == 5
    everything = [f"**{LONG}{LONG}**" for _ in range(6)]
    assert len(outlined(tmp_path, body(*everything)).sections) == 1
