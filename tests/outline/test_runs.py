"""Runs of ordinals: one unit wherever their items stand, and below the topic that stands before them."""

from pathlib import Path

import pytest

from tests.outline.written import full, outlined, tree

LONG = "实施重点项目，建成一批码头和道路，带动全区投资较快增长，发展后劲持续增强，各项工作取得新的成效。"
TOPIC = "千方百计促进就业。"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (  # the topic and the first item open one paragraph, the others theirs
            (TOPIC + "一是稳岗位。" + LONG, "二是强培训。" + LONG, "三是优服务。" + LONG),
            [(3, TOPIC), (4, "一是稳岗位。"), (4, "二是强培训。"), (4, "三是优服务。")],
        ),
        (  # a line that leads in stands between them
            (TOPIC + LONG, "今年重点抓好以下两项工作。", "一是稳岗位。" + LONG, "二是强培训。" + LONG),
            [(3, TOPIC), (4, "一是稳岗位。"), (4, "二是强培训。")],
        ),
        (  # the topic is a line of its own
            (TOPIC, "一是稳岗位。" + LONG, "二是强培训。" + LONG),
            [(3, TOPIC), (4, "一是稳岗位。"), (4, "二是强培训。")],
        ),
        (  # an item without a topic of its own gives its first clause
            (TOPIC + LONG, "一是" + LONG, "二是强培训。" + LONG, "三是优服务。" + LONG),
            [(3, TOPIC), (4, "一是实施重点项目"), (4, "二是强培训。"), (4, "三是优服务。")],
        ),
        (  # where most items have none, the run is text and no item is taken out of it
            (TOPIC + LONG, "一是" + LONG, "二是强培训。" + LONG, "三是" + LONG),
            [(3, TOPIC)],
        ),
        (  # the first item stands behind a colon
            ("今年要把握好以下原则：一是稳字当头。" + LONG, "二是进中提质。" + LONG),
            [(3, "一是稳字当头。"), (3, "二是进中提质。")],
        ),
        (  # a topic with a run of its own is no child of the run before it
            (
                TOPIC,
                "一是稳岗位。" + LONG,
                "二是强培训。" + LONG,
                "办好教育。",
                "一是扩学位。" + LONG,
                "二是强师。" + LONG,
            ),
            [
                (3, TOPIC),
                (4, "一是稳岗位。"),
                (4, "二是强培训。"),
                (3, "办好教育。"),
                (4, "一是扩学位。"),
                (4, "二是强师。"),
            ],
        ),
        (  # what leads in is no topic
            ("今年重点抓好以下两项工作。", "一是稳岗位。" + LONG, "二是强培训。" + LONG),
            [(3, "一是稳岗位。"), (3, "二是强培训。")],
        ),
        (  # items that are one sentence each are the topic's text
            (TOPIC + "一是" + LONG + "二是" + LONG,),
            [(3, TOPIC)],
        ),
    ],
)
def test_a_run_stands_below_its_topic(tmp_path: Path, lines: tuple[str, ...], expected: list[tuple[int, str]]) -> None:
    report = outlined(tmp_path, full("一、2022年工作安排", "（一）惠民生", *lines))
    assert tree(report)[2:] == expected


def test_a_run_that_parts_one_paragraph_stands_below_a_plain_topic_and_not_below_an_introduction(
    tmp_path: Path,
) -> None:
    items = "一是稳岗位。" + LONG + "二是强培训。" + LONG
    for lead, first in ((TOPIC, 3), ("坚持稳中求进，努力稳住就业。", 2)):
        report = outlined(tmp_path, full("一、2022年工作安排", "（一）惠民生", lead + items))
        titles = ["一是稳岗位。", "二是强培训。"]
        assert [(level - first, title) for level, title in tree(report)[2:]][-2:] == [(1, title) for title in titles]
        assert (lead in [title for _, title in tree(report)]) == (lead == TOPIC)


def test_titled_paragraphs_that_all_open_with_a_title_and_a_topic_are_parted_together(tmp_path: Path) -> None:
    titles = ("深化重点改革，增强发展活力。", "扩大对外开放，拓展发展空间。", "优化营商环境，激发市场活力。")
    short = "建成一批码头和道路，带动全区投资较快增长。"
    texts = [
        f"{title}提升平台功能。着力{short}打造一批特色产业园区。{short}"
        f"畅通开放通道。抓紧{short}用好各级专项资金。{short}深化区域合作。加快{short}{short}"
        for title in titles
    ]
    together = tree(outlined(tmp_path, full("一、2022年工作安排", "（一）促改革", LONG, *texts)))[2:]
    assert [level for level, _ in together] == [3, 4, 4, 4] * 3
    alone = tree(outlined(tmp_path, full("一、2022年工作安排", "（一）促改革", LONG, texts[0])))[2:]
    assert [level for level, _ in alone] == [3]


def test_topics_that_begin_and_end_alike_part_a_paragraph_full_of_short_sentences(tmp_path: Path) -> None:
    noise = "办好各类学校。培养更多教师。推广优秀教材。"
    text = "统筹推进各项改革。"
    for subject, how in (
        ("教育综合", "坚持公平优先，"),
        ("科技体制", "围绕产业需要，"),
        ("人才体制", "拓宽成长通道，"),
    ):
        text += f"深化{subject}改革。{how}{LONG}{noise}"
    report = outlined(tmp_path, full("一、2022年工作安排", "（一）促改革", LONG, text))
    expected = [(3, "统筹推进各项改革。"), *((4, f"深化{x}改革。") for x in ("教育综合", "科技体制", "人才体制"))]
    assert tree(report)[2:] == expected


def test_a_run_may_part_the_paragraph_in_which_it_ends(tmp_path: Path) -> None:
    lines = ("一是稳岗位。" + LONG, "二是强培训。" + LONG + "三是优服务。" + LONG)
    report = outlined(tmp_path, full("一、2022年工作安排", "（一）惠民生", *lines))
    assert [title for _, title in tree(report)[2:]] == ["一是稳岗位。", "二是强培训。", "三是优服务。"]


def test_the_turn_to_the_problems_heads_their_run(tmp_path: Path) -> None:
    turn = "在肯定成绩的同时，也要清醒地看到，我们还面临不少困难和挑战。"
    lines = (LONG, turn + "一是产业层次不高。" + LONG, "二是创新能力不强。" + LONG, "三是民生短板不少。" + LONG)
    report = outlined(tmp_path, full("一、2021年工作回顾", *lines))
    assert tree(report)[1:] == [(2, turn)] + [
        (3, title) for title in ("一是产业层次不高。", "二是创新能力不强。", "三是民生短板不少。")
    ]


def test_in_a_text_cut_small_a_paragraph_within_a_run_is_no_topic(tmp_path: Path) -> None:
    text = "建成一批码头和道路，带动投资增长。各项工作取得成效，" + "群众得到实惠。"
    item = "大力整治市场秩序。" + text + text
    run = ("一是稳岗位。" + text, item, "二是强培训。" + text, "三是优服务。" + text)
    small = outlined(tmp_path, full("一、2022年工作安排", "（一）惠民生", *run, *[text] * 40))
    assert [title for _, title in tree(small)[2:]] == ["一是稳岗位。", "二是强培训。", "三是优服务。"]


def test_a_run_goes_on_behind_one_that_stands_within_it(tmp_path: Path) -> None:
    within = "还要办好实事：一是新建学校10所。" + LONG + "二是改造道路20条。"
    lines = (TOPIC, "一是稳岗位。" + LONG, "二是强培训。" + LONG, within, "三是优服务。" + LONG)
    report = outlined(tmp_path, full("一、2022年工作安排", "（一）惠民生", *lines))
    assert [title for level, title in tree(report) if level == 4] == ["一是稳岗位。", "二是强培训。", "三是优服务。"]


def test_a_subject_between_two_items_of_a_run_under_a_topic_stands_beside_them(tmp_path: Path) -> None:
    subject = "守护绿水青山。"
    lines = (TOPIC, "一是稳岗位。" + LONG, subject + LONG * 2, "二是强培训。" + LONG)
    report = outlined(tmp_path, full("一、2022年工作安排", "（一）惠民生", *lines))
    assert tree(report)[2:] == [(3, TOPIC), (4, "一是稳岗位。"), (4, subject), (4, "二是强培训。")]


def test_a_list_of_dashes_is_taken_whole(tmp_path: Path) -> None:
    text = "——民生事业全面进步，就业、教育、医疗、养老等各项工作都取得了新的成效，群众得到实惠。"
    lines = (LONG + "——经济平稳运行。" + LONG, text, "——改革不断深化。" + LONG, "——开放不断扩大。" + LONG)
    report = outlined(tmp_path, full("一、2021年工作回顾", *lines, "（一）稳增长。" + LONG))
    titles = ["——经济平稳运行。", text, "——改革不断深化。", "——开放不断扩大。", "（一）稳增长。"]
    assert tree(report)[1:] == [(2, title) for title in titles]
    assert [sentence.heading for sentence in report.sentences if sentence.text == text] == [False]
