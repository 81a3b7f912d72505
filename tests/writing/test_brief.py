"""The one page for the chair."""

from pathlib import Path

import docx
import pytest
from msgspec.structs import replace

from compare.model import Comparison
from compare.writing.brief import brief_name, write_brief
from compare.writing.one_page import lines_of, one_page
from compare.writing.width import text_width
from compare.writing.wording import load_words
from tests.writing.samples import COMMITMENTS, comparison

WORDS = load_words("zh")


def many(count: int) -> Comparison:
    """A comparison with very many commitments, all silent, with long words."""
    base = comparison()
    rows = tuple(
        replace(item, id=f"C-{n}-{k}", text=item.text * 20, status="not_reported", again=())
        for n in range(count)
        for k, item in enumerate(COMMITMENTS)
    )
    return replace(base, pairs=(replace(base.pairs[0], commitments=rows),))


def test_the_page_has_targets_with_results_and_at_most_ten_questions() -> None:
    page = one_page(comparison(), WORDS)
    assert page.rows[0][:5] == ("地区生产总值", "约6%", "5.2%", "−0.8个百分点", "未达目标")
    assert 1 <= len(page.parts[-1].lines) <= 10
    assert "2022 第2段" in page.parts[-1].lines[0]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_holds_however_many_commitments_there_are(language: str) -> None:
    page = one_page(many(60), load_words(language))  # type: ignore[arg-type]
    assert lines_of(page) <= 60
    assert len(page.rows) <= 12
    assert all(text_width(line) <= 2 * 98 for part in page.parts for line in part.lines)


def test_the_document_is_written_without_author_and_always_the_same(tmp_path: Path) -> None:
    for name in ("a.docx", "b.docx"):
        write_brief(comparison(), tmp_path / name, WORDS)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()
    document = docx.Document(str(tmp_path / "a.docx"))
    assert document.core_properties.author == ""
    assert document.paragraphs[0].text == "会前一页纸：政府工作报告承诺与落实"
    assert len(document.tables[0].rows) == 3


def test_its_default_name_says_what_it_is() -> None:
    assert brief_name(comparison(), WORDS) == "临江市望海区_2023_会前一页纸.docx"
