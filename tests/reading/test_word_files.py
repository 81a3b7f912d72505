"""Word files: what a reader of the page sees is what is read."""

from pathlib import Path

import pytest

from compare.errors import InputError
from compare.language.lexicon import default_lexicon
from compare.model import Document
from compare.reading import read_document
from tests.reading.files import HEAD, TAIL, package, paragraph, word

LEVELS = (
    '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
    '<w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
    '<w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
)


def read(tmp_path: Path, data: bytes) -> Document:
    path = tmp_path / "report.docx"
    path.write_bytes(data)
    return read_document(path, default_lexicon())


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def number(level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="3"/></w:numPr>'


def test_numbering_that_word_generates_is_written_out(tmp_path: Path) -> None:
    body = "".join(
        paragraph(text, number(level))
        for text, level in (("工作回顾", 0), ("稳增长", 1), ("促改革", 1), ("工作安排", 0), ("扩内需", 1))
    )
    assert texts(read(tmp_path, word(body, numbering=LEVELS))) == [
        "一、工作回顾",
        "（一）稳增长",
        "（二）促改革",
        "二、工作安排",
        "（一）扩内需",
    ]


def test_outline_levels_come_from_styles_and_from_the_paragraph(tmp_path: Path) -> None:
    styles = (
        '<w:style w:styleId="a"><w:name w:val="heading 2"/><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:styleId="b"><w:name w:val="own"/><w:basedOn w:val="a"/></w:style>'
    )
    body = paragraph("深化改革", '<w:pStyle w:val="b"/>') + paragraph("开放", '<w:outlineLvl w:val="0"/>')
    first, second = read(tmp_path, word(body, styles=styles)).blocks
    assert (first.style_level, first.bold) == (2, ((0, 4),))
    assert (second.style_level, second.bold) == (1, ())


def test_tracked_changes_are_read_as_accepted_and_told(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>增长</w:t></w:r><w:del><w:r><w:delText>6%</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>5%左右</w:t></w:r></w:ins><w:r><w:t>。</w:t></w:r></w:p>"
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前半</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>后半。</w:t></w:r></w:p>"
    )
    document = read(tmp_path, word(body))
    assert texts(document) == ["增长5%左右。", "前半后半。"]
    assert [n.code for n in document.notices] == ["tracked-changes"]


def test_hidden_text_is_left_out_and_told(tmp_path: Path) -> None:
    document = read(tmp_path, word(paragraph("看得见。") + paragraph("看不见。", run="<w:vanish/>")))
    assert texts(document) == ["看得见。"]
    assert document.notices[0].code == "hidden-text"


def test_a_text_box_is_read_once_behind_its_paragraph(tmp_path: Path) -> None:
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    box = f"<w:txbxContent>{paragraph('框内一句。')}</w:txbxContent>"
    body = (
        f'<w:p><w:r><mc:AlternateContent xmlns:mc="{mc}"><mc:Choice>{box}</mc:Choice>'
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>正文一句。</w:t></w:r></w:p>"
    )
    assert texts(read(tmp_path, word(body))) == ["正文一句。", "框内一句。"]


def test_footnotes_are_set_apart_and_their_marks_kept(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>推广首店经济</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r>"
        "<w:r><w:t>模式。</w:t></w:r></w:p>"
    )
    notes = f"<w:footnote w:id='2'>{paragraph('指第一家店。')}</w:footnote>"
    text, note = read(tmp_path, word(body, footnotes=notes)).blocks
    assert (text.text, text.note_marks) == ("推广首店经济模式。", ((6, "［2］"),))
    assert note.kind == "furniture"


def test_a_table_gives_its_cells_with_heads_and_caption(tmp_path: Path) -> None:
    rows = (("指标", "2022年目标"), ("地区生产总值增长", "6%"))
    table = "".join(f"<w:tr>{''.join(f'<w:tc>{paragraph(text)}</w:tc>' for text in row)}</w:tr>" for row in rows)
    document = read(tmp_path, word(paragraph("附表：主要目标") + f"<w:tbl>{table}</w:tbl>"))
    cell = document.blocks[-1].cell
    assert cell is not None
    assert (cell.row, cell.column, cell.row_head, cell.column_head) == (1, 1, "地区生产总值增长", "2022年目标")
    assert (cell.caption, document.blocks[-1].kind) == ("附表：主要目标", "table")


def test_a_frame_of_one_cell_is_no_table(tmp_path: Path) -> None:
    document = read(tmp_path, word(f"<w:tbl><w:tr><w:tc>{paragraph('各位代表：')}</w:tc></w:tr></w:tbl>"))
    assert document.blocks[0].kind == "text"


def test_pages_are_those_that_word_last_saw(tmp_path: Path) -> None:
    body = paragraph("第一页。") + "<w:p><w:r><w:lastRenderedPageBreak/><w:t>第二页。</w:t></w:r></w:p>"
    document = read(tmp_path, word(body))
    assert ([block.page for block in document.blocks], document.pages) == ([1, 2], 2)


LAUGHS = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>' + HEAD + paragraph("&b;") + TAIL


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (package({"word/document.xml": HEAD + "<w:p>" + "a" * 25_000_000 + "</w:p>" + TAIL}), "unpacks to more than"),
        (package({"word/document.xml": LAUGHS}), "declares XML entities"),
        (package({"word/document.xml": (HEAD + paragraph("今年") + TAIL)[:120]}), "damaged"),
        (package({"word/document.xml": HEAD + "<w:sdt>" * 3000 + "</w:sdt>" * 3000 + TAIL}), "damaged"),
        (word(paragraph("今年"))[:-40], "damaged"),
        (package({"xl/workbook.xml": "<w/>"}), "holds no Word document"),
        (word(paragraph("今年发展。" * 20) * 12_000), "holds more than 600,000 characters"),
        (word(paragraph(" ")), "holds no text"),
    ],
)
def test_hostile_and_damaged_packages_are_one_error(tmp_path: Path, data: bytes, problem: str) -> None:
    with pytest.raises(InputError, match=r"report\.docx") as caught:
        read(tmp_path, data)
    assert problem in str(caught.value)
