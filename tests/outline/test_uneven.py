"""Where paragraphs are short and not all open with a topic, a sentence on a detail at the start of one is none."""

from pathlib import Path

import pytest

from tests.outline.written import full, outlined, tree

TEXT = "建成一批码头和道路，带动全区投资较快增长，各项工作取得新的成效，群众得到更多实惠。"
TOPICS = ("稳定发展对外贸易。", "千方百计扩大就业。", "优先发展教育事业。", "大力培育新兴产业。", "加快发展乡村旅游。")
DETAILS = (
    "政府要更好地履行办好公益性文体事业的责任，满足人民群众的需求。",  # far longer than the topics
    "积极推进加工贸易转型升级。",  # on the subject of the topic before it
    "完善农业用水价格政策。",  # an instrument
    "国际龙舟赛即将拉开帷幕。",  # an event
)


def titles(tmp_path: Path, *paragraphs: str) -> list[str]:
    report = outlined(tmp_path, full("一、2022年工作安排", "（一）抓发展", TEXT, *paragraphs))
    return [title for level, title in tree(report) if level == 3]


@pytest.mark.parametrize("detail", DETAILS)
def test_a_detail_among_cut_paragraphs_is_no_topic(tmp_path: Path, detail: str) -> None:
    first, *others = TOPICS
    cut = [paragraph for topic in others for paragraph in (topic + TEXT, TEXT)]
    assert titles(tmp_path, first + TEXT, detail + TEXT, TEXT, *cut) == list(TOPICS)


@pytest.mark.parametrize("detail", DETAILS)
def test_among_paragraphs_that_all_open_with_a_topic_it_is_one(tmp_path: Path, detail: str) -> None:
    first, *others = (topic + TEXT for topic in TOPICS)
    assert detail in titles(tmp_path, first, detail + TEXT, *others)


def test_two_clauses_with_little_behind_them_are_no_topic(tmp_path: Path) -> None:
    clauses = "扎实开展平安创建，守护居民安宁。"
    cut = [paragraph for topic in TOPICS for paragraph in (topic + TEXT, TEXT)]
    assert clauses not in titles(tmp_path, *cut, clauses + TEXT[:30] + "。")
    assert clauses in titles(tmp_path, *cut, clauses + TEXT)


def test_what_is_as_wide_as_the_topic_before_it_stands_beside_it(tmp_path: Path) -> None:
    topics = ("加强农村道路建设。", "深化农村改革。", *TOPICS)
    cut = [paragraph for topic in topics for paragraph in (topic + TEXT * 2, TEXT)]
    assert titles(tmp_path, *cut) == list(topics)


def test_topics_of_very_different_length_forbid_none(tmp_path: Path) -> None:
    topics = (
        *TOPICS[:3],
        "进一步落实各项措施，切实办好群众身边的实事。",
        "依法解决滩涂清退和渔船转产中损害渔民利益的问题。",
        *DETAILS[:1],
    )
    cut = [paragraph for topic in topics for paragraph in (topic + TEXT * 2, TEXT)]
    assert titles(tmp_path, *cut) == list(topics)
