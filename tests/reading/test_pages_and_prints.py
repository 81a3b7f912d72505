"""Web pages and PDF files: the report's text and nothing of what a site or a press puts around it."""

import sys
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from compare.errors import InputError
from compare.language.lexicon import default_lexicon
from compare.model import Document
from compare.outline import build_report
from compare.reading import read_document

REPORTS = Path(__file__).resolve().parents[2] / "fixtures" / "reports"
TAGS = ("<p>", "</p>", "<table>", "<tr>", "<td>", "<br>", "<b>", "今年。", "\x00", "&", "<", "<div>")
QUICK = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
STOPPED = "unfolds to more" if sys.platform == "linux" else "unfolds to more|characters and spaces|seconds"
"""Not every system lets a process limit its own memory; the count of characters and the time hold everywhere."""
TEXT = "过去一年，全区上下团结一心，经济社会发展取得新的成绩，各项任务顺利完成，群众生活不断改善。"


def read(tmp_path: Path, data: bytes, name: str = "report") -> Document:
    path = tmp_path / name
    path.write_bytes(data)
    return read_document(path, default_lexicon())


def page(body: str) -> bytes:
    return f"<!DOCTYPE html><html><head><title>政府网</title></head><body>{body}</body></html>".encode()


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if block.kind == "text"]


def test_the_main_text_of_a_page_is_found_whatever_the_files_name(tmp_path: Path) -> None:
    menu = "<ul>" + "<li><a href='#'>政务公开</a></li>" * 30 + "</ul>"
    main = f"<div id='x'><p>各位代表：</p><h2>一、工作回顾</h2><p><b>稳字当头。</b>{TEXT}</p><p>{TEXT}</p></div>"
    script = f"<script>var text = '{TEXT * 9}';</script><div style='display:none'>{TEXT * 9}</div>"
    document = read(tmp_path, page(menu + script + main + "<footer>版权所有</footer>"), "report.txt")
    assert document.format == "html"
    assert texts(document) == ["各位代表：", "一、工作回顾", "稳字当头。" + TEXT, TEXT]
    assert document.blocks[1].style_level == 2
    assert document.blocks[2].bold == ((0, 5),)


def test_line_breaks_part_paragraphs_and_tables_keep_their_cells(tmp_path: Path) -> None:
    table = "<table><tr><th>指标</th><th>目标</th></tr><tr><td>就业</td><td>1万人</td></tr></table>"
    document = read(tmp_path, page(f"<div>各位代表：<br>　　{TEXT}<br>　　{TEXT}{table}</div>"))
    assert texts(document) == ["各位代表：", TEXT, TEXT]
    cell = document.blocks[-1].cell
    assert cell is not None
    assert (document.blocks[-1].text, cell.row_head, cell.column_head) == ("1万人", "就业", "目标")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_page_is_read_in_its_encoding(tmp_path: Path, encoding: str) -> None:
    data = page(f"<p>各位代表：</p><p>{TEXT}</p>").decode().encode(encoding)
    assert texts(read(tmp_path, data)) == ["各位代表：", TEXT]


def test_editors_lines_of_a_site_are_set_apart(tmp_path: Path) -> None:
    document = read(tmp_path, page(f"<p>来源：区政府办</p><p>各位代表：</p><p>{TEXT}</p><p>{TEXT}</p>"))
    assert texts(document) == ["各位代表：", TEXT, TEXT]


@pytest.mark.parametrize("year", ["2022", "2023", "2024"])
@pytest.mark.parametrize("form", ["docx", "html", "md", "pdf"])
def test_every_form_of_a_report_gives_the_same_sentences_and_sections(year: str, form: str) -> None:
    path = REPORTS / f"望海区{year}.{form}"
    if not path.exists():
        pytest.skip(f"the fixtures hold no {path.name}")
    plain, other = (
        build_report(read_document(p, default_lexicon()), default_lexicon()) for p in (path.with_suffix(".txt"), path)
    )
    expected = [sentence.text.replace(" ", "") for sentence in plain.sentences if not sentence.cell]
    found = [sentence.text.replace(" ", "") for sentence in other.sentences if not sentence.cell]
    if form == "pdf":  # a table in print is lines, not cells
        found = [sentence.text.replace(" ", "") for sentence in other.sentences if sentence.part != "annex"]
        assert found == expected[: len(found)]
    else:
        assert found == expected
    assert [(s.level, s.title.replace(" ", ""), s.role, s.period) for s in other.sections] == [
        (s.level, s.title.replace(" ", ""), s.role, s.period) for s in plain.sections
    ]
    assert other.identity == plain.identity


def test_a_print_keeps_its_pages() -> None:
    document = read_document(REPORTS / "望海区2022.pdf", default_lexicon())
    assert document.pages is not None
    assert sorted({line.page for line in document.source}) == list(range(1, document.pages + 1))
    assert any(block.kind == "furniture" for block in document.blocks)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"%PDF-1.7\n%broken", "damaged PDF"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 20, "damaged PDF"),
        (b"<html><body></body></html>", "holds no text"),
        (b"<html>" + b"<p>a</p>" * 1_300_000, "more than 10 MB"),
    ],
)
def test_damaged_pages_and_prints_are_one_error(tmp_path: Path, data: bytes, problem: str) -> None:
    with pytest.raises(InputError) as caught:
        read(tmp_path, data)
    assert problem in str(caught.value)


def printed(content: bytes) -> bytes:
    """A PDF of one page with this content, packed."""
    packed = zlib.compress(content, 9)
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F %b >> >> >>"
        % font,
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%b\nendstream" % (len(packed), packed),
    ]
    return (
        b"%PDF-1.4\n"
        + b"".join(b"%d 0 obj\n%b\nendobj\n" % pair for pair in enumerate(objects, 1))
        + (b"trailer << /Size 5 /Root 1 0 R >>\n%%EOF")
    )


def test_a_print_that_unfolds_without_end_is_one_error_within_bounded_memory(tmp_path: Path) -> None:
    data = printed(b"BT /F 12 Tf 72 700 Td " + b"(abcd) Tj " * 1_000_000 + b"ET")
    assert len(data) < 30_000
    with pytest.raises(InputError, match=STOPPED):
        read(tmp_path, data)


def test_a_print_that_takes_too_long_is_one_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("compare.reading.bounded.SECONDS", 0.001)
    with pytest.raises(InputError, match="seconds to be read"):
        read(tmp_path, printed(b"BT /F 12 Tf 72 700 Td (abc) Tj ET"))


def test_a_mistake_of_our_own_is_not_laid_to_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pypdfium2.py").write_text("raise ImportError('not installed')")
    monkeypatch.setattr("compare.reading.bounded.PACKAGES", tmp_path)
    with pytest.raises(RuntimeError, match=r"compare|not installed"):
        read(tmp_path, printed(b"BT /F 12 Tf 72 700 Td (abc) Tj ET"))


def test_a_small_print_without_a_table_of_objects_is_read(tmp_path: Path) -> None:
    assert texts(read(tmp_path, printed(b"BT /F 12 Tf 72 700 Td (abc 123) Tj ET"))) == ["abc 123"]


@QUICK
@given(st.binary(max_size=300))
def test_any_bytes_behind_a_pdfs_head(tmp_path: Path, data: bytes) -> None:
    attempt(tmp_path, b"%PDF-1.4\n" + data)


@QUICK
@given(st.lists(st.sampled_from(TAGS)).map("".join))
def test_any_tags(tmp_path: Path, text: str) -> None:
    attempt(tmp_path, b"<html><body>" + text.encode())


def attempt(tmp_path: Path, data: bytes) -> None:
    try:
        document = read(tmp_path, data)
    except InputError:
        return
    build_report(document, default_lexicon())
