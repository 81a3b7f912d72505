"""Where a report begins: what stands before is set apart, and the report's own text never is."""

from pathlib import Path

import pytest

from compare.language.lexicon import default_lexicon
from compare.model import Document
from compare.reading import read_document

TITLE = "望海区政府工作报告"
ADDRESS = "各位代表："
PRESENTS = "现在，我代表望海区人民政府，向大会报告工作，请予审议。"
LONG = "过去一年，全区建成一批码头和道路，带动投资较快增长，各项工作取得新的成效。" * 4
REVIEW = ("一、2021年工作回顾", LONG, LONG)
MIDDLE = "各位代表，过去一年的成绩殊为不易。" + LONG
PLAN = ("二、2022年工作安排", LONG, "各位代表！", LONG)


def read(tmp_path: Path, *lines: str) -> Document:
    path = tmp_path / "report.txt"
    path.write_text("\n\n".join(lines), encoding="utf-8")
    return read_document(path, default_lexicon())


def first_text(document: Document) -> str:
    return next(block.text for block in document.blocks if block.kind == "text")


@pytest.mark.parametrize(
    ("opening", "first"),
    [
        ((ADDRESS, PRESENTS), ADDRESS),
        (("各位代表、同志们！", PRESENTS), "各位代表、同志们！"),
        ((PRESENTS,), PRESENTS),
        (("各位代表，" + PRESENTS,), "各位代表，" + PRESENTS),
        (("受区人民政府委托，我向大会报告工作，请予审议。",), "受区人民政府委托，我向大会报告工作，请予审议。"),
        ((), REVIEW[0]),
    ],
)
@pytest.mark.parametrize("before", [(TITLE,), (TITLE, "区长某某"), ()])
def test_the_report_begins_with_its_opening_or_with_its_first_part(
    tmp_path: Path, before: tuple[str, ...], opening: tuple[str, ...], first: str
) -> None:
    if not opening and "区长某某" in before:
        first = "区长某某"
    document = read(tmp_path, *before, *opening, *REVIEW, MIDDLE, *PLAN)
    assert first_text(document) == first
    kept = [block.text for block in document.blocks if block.kind == "text"]
    assert [text for text in (*REVIEW, MIDDLE, *PLAN) if text not in kept] == []


@pytest.mark.parametrize("address", [MIDDLE, "各位代表！", "各位代表：", PRESENTS])
def test_an_address_behind_a_heading_or_a_long_text_is_no_opening(tmp_path: Path, address: str) -> None:
    headed = read(tmp_path, TITLE, *REVIEW, address, *PLAN)
    assert first_text(headed) == REVIEW[0]
    bare = read(tmp_path, TITLE, *[LONG] * 6, address, *[LONG] * 6)
    assert sum(block.text == LONG for block in bare.blocks if block.kind == "text") == 12


def test_a_table_of_contents_is_no_part_of_the_text_even_without_page_numbers_or_an_opening(tmp_path: Path) -> None:
    for page in ("", "……3"):
        contents = ("目录", REVIEW[0] + page, PLAN[0] + page)
        for opening in ((ADDRESS, PRESENTS), ()):
            document = read(tmp_path, TITLE, *contents, *opening, *REVIEW, *PLAN)
            assert [block.text for block in document.blocks if block.kind == "contents"] == list(contents)
            assert [block.text for block in document.blocks if block.kind == "text"] == [*opening, *REVIEW, *PLAN]


def test_an_editors_word_before_the_opening_is_set_apart(tmp_path: Path) -> None:
    word = "本公报是区人民政府的出版物，刊登规范性文件。"
    document = read(tmp_path, word, TITLE, ADDRESS, PRESENTS, *REVIEW, *PLAN)
    assert [block.kind for block in document.blocks][:3] == ["furniture", "cover", "text"]
