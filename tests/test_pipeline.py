"""The whole way, from two files to a Comparison."""

from pathlib import Path

import pytest

import compare
from compare.errors import InputError, OrderError
from compare.pipeline import compare_reports, read_report

EARLIER = """政府工作报告

——2022年1月20日在望海区第八届人民代表大会第二次会议上

各位代表：

现在，我代表区人民政府，向大会报告政府工作，请予审议。

一、2021年工作回顾

地区生产总值增长7.5%。新增学位3200座，市级总部企业增至41家。

二、2022年工作安排

今年经济社会发展的主要预期目标是：地区生产总值增长6%以上；城镇登记失业率控制在2.5%以内。

新增学位4000座，建成滨海图书馆。
"""

LATER = """政府工作报告

——2023年1月18日在望海区第八届人民代表大会第三次会议上

各位代表：

现在，我代表区人民政府，向大会报告政府工作，请予审议。

一、2022年工作回顾

地区生产总值增长6.4%。新增学位4120座，滨海图书馆建成开放，市级总部企业增至46家。

二、2023年工作安排

今年经济社会发展的主要预期目标是：地区生产总值增长6%左右；城镇登记失业率控制在2.5%以内。

新增学位3000座。
"""


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    earlier, later = tmp_path / "earlier.txt", tmp_path / "later.txt"
    earlier.write_text(EARLIER, encoding="utf-8")
    later.write_text(LATER, encoding="utf-8")
    return earlier, later


def test_a_promise_finds_its_result(files: tuple[Path, Path]) -> None:
    comparison = compare_reports([read_report(path) for path in files])
    growth = next(c for c in comparison.pairs[0].commitments if "地区生产总值" in c.text)
    assert growth.status in ("met", "exceeded")
    assert "6.4%" in growth.evidence[0].text
    assert growth.again


def test_every_fact_and_sentence_points_to_its_words(files: tuple[Path, Path]) -> None:
    report = read_report(files[0])
    for sentence in report.sentences:
        assert report.document.blocks[sentence.block].text[sentence.start : sentence.end] == sentence.text
    assert report.facts
    for fact in report.facts:
        assert report.sentences[fact.sentence].text[fact.start : fact.end] == fact.written


def test_a_single_report_is_held_to_its_own_plan(files: tuple[Path, Path]) -> None:
    comparison = compare_reports([read_report(files[0])])
    assert [(pair.old, pair.new) for pair in comparison.pairs] == [(0, 0)]
    assert {c.status for c in comparison.pairs[0].commitments} == {"open"}


def test_the_same_report_twice_is_empty_with_a_notice(files: tuple[Path, Path]) -> None:
    comparison = compare_reports([read_report(files[0])] * 2)
    assert not comparison.pairs[0].commitments
    assert not comparison.indicators
    assert [notice.code for notice in comparison.notices if notice.code == "same-file"]


def test_sections_left_out_of_the_pairs_are_told(files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("compare.alignment.affinity.MOST", 1)
    told = compare_reports([read_report(path) for path in files]).notices
    assert [(n.values, Path(n.file).name) for n in told if n.code == "sections-cut"] == [
        (("1", "1"), "earlier.txt"),
        (("1", "1"), "later.txt"),
    ]


def test_newest_first_is_refused_unless_wanted(files: tuple[Path, Path]) -> None:
    reports = [read_report(path) for path in reversed(files)]
    with pytest.raises(OrderError, match=r"later\.txt \(2023-01-18\) is later than .*earlier\.txt"):
        compare_reports(reports)
    assert compare_reports(reports, keep_order=True).pairs


def test_a_missing_file_is_named() -> None:
    with pytest.raises(InputError, match=r"nowhere\.docx"):
        read_report("nowhere.docx")


def test_the_public_face_is_three_verbs() -> None:
    assert compare.__all__ == ["compare_reports", "read_report", "to_frame"]
    assert all(callable(getattr(compare, name)) for name in compare.__all__)
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        _ = compare.nothing_of_the_kind
