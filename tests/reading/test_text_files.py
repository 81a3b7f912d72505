"""Text files: every encoding in use is found by content and told, whatever the name says."""

from pathlib import Path

import pytest

from compare.errors import InputError
from compare.language.lexicon import default_lexicon
from compare.model import Document
from compare.reading import read_document

REPORT = (
    "各位代表：\n\n一、2021年工作回顾\n\n过去一年，全区上下团结一心，经济社会发展取得新的成绩。地区生产总值增长6%。\n\n"
    "二、2022年工作安排\n\n今年是新一届政府开局之年。要抓好以下工作。\n"
)


def read(tmp_path: Path, data: bytes, name: str = "report.txt") -> Document:
    path = tmp_path / name
    path.write_bytes(data)
    return read_document(path, default_lexicon())


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("gb18030", "GB18030"),
        ("gb2312", "GB18030"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16-LE"),
        ("utf-16-be", "UTF-16-BE"),
        ("utf-32", "UTF-32"),
    ],
)
def test_each_encoding_reads_the_same_and_is_told(tmp_path: Path, encoding: str, told: str) -> None:
    document = read(tmp_path, REPORT.encode(encoding))
    assert texts(document) == texts(read(tmp_path, REPORT.encode(), "plain.txt"))
    assert [n.values for n in document.notices if n.code == "encoding"] == ([(told,)] if told else [])


def test_big5_is_found(tmp_path: Path) -> None:
    traditional = "各位代表：\n\n一、工作回顧\n\n過去一年，全區經濟社會發展取得新的成績，政府工作報告完成。\n" * 3
    document = read(tmp_path, traditional.encode("big5"))
    assert "過去一年，全區經濟社會發展取得新的成績，政府工作報告完成。" in texts(document)
    assert any(n.values == ("BIG5",) for n in document.notices)


def test_windows_and_old_mac_line_ends_part_lines(tmp_path: Path) -> None:
    for line_end in ("\r\n", "\r", "\u2028"):
        assert texts(read(tmp_path, REPORT.replace("\n", line_end).encode())) == texts(read(tmp_path, REPORT.encode()))


def test_markdown_marks_are_read_as_looks_and_leave_the_text(tmp_path: Path) -> None:
    document = read(tmp_path, "各位代表：\n\n## 一、工作回顾\n\n**稳字当头。**抓好各项工作。\n".encode(), "report.md")
    heading, lead = document.blocks[1], document.blocks[2]
    assert (heading.text, heading.style_level) == ("一、工作回顾", 2)
    assert (lead.text, lead.bold) == ("稳字当头。抓好各项工作。", ((0, 5),))


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "is empty"),
        (b" \n\n\t ", "is empty"),
        (b"\x00" * 500, "is not text"),
        ("一、工作\x00回顾\n".encode() * 200, "is not text"),
        (bytes(range(256)) * 40, "is not text"),
        ("今年发展".encode() * 4_200_000, "is text of more than 4 MB"),
        (("今年发展，" * 210_000).encode("gb18030"), "holds more than 600,000 characters"),
        (b"{\\rtf1\\ansi report}", "is rich text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "old Word file"),
    ],
)
def test_what_is_no_report_is_one_error_that_names_the_file(tmp_path: Path, data: bytes, problem: str) -> None:
    with pytest.raises(InputError, match=r"report\.txt") as caught:
        read(tmp_path, data)
    assert problem in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_file_and_a_directory_are_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist"):
        read_document(tmp_path / "none.txt", default_lexicon())
    with pytest.raises(InputError, match="is a directory"):
        read_document(tmp_path, default_lexicon())
