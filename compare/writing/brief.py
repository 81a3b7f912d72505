"""The one page for the chair as a Word document: one A4 page, whatever the reports hold."""

from __future__ import annotations

import datetime
import io
import zipfile
from pathlib import Path
from typing import Any

from compare.model import Comparison
from compare.writing.lookup import safe_file_part, short_names
from compare.writing.one_page import OnePage, Part, lines_of, one_page
from compare.writing.target import write_whole
from compare.writing.wording import Words

_EPOCH = (1980, 1, 1, 0, 0, 0)
_CREATED = datetime.datetime(2000, 1, 1)  # noqa: DTZ001 - no moment in time: the same input gives the same bytes
_WIDTHS = (4.6, 2.4, 2.4, 2.6, 3.1, 2.7)
"""Centimetres of the table's columns."""
_FIGURES = (1, 2, 3)
"""Columns that hold figures, which stand right."""
_TYPES = ((46, 10.5), (52, 9.5), (60, 8.5))
"""Lines that the page holds, and the size of type that goes with them, in points."""


def write_brief(comparison: Comparison, target: Path, words: Words) -> None:
    """Write the page of the last two reports to ``target``, whole or not at all; the same input, the same bytes."""
    page = one_page(comparison, words)
    document = _new_document(words, next((size for lines, size in _TYPES if lines_of(page) <= lines), 8.0))
    _add_title(document, page, words)
    _add_headlines(document, page, words)
    for part in page.parts:
        _add_part(document, part, words)
    closing = document.add_paragraph(page.closing)
    closing.runs[0].italic = True
    write_whole(target, _steady(document))


def brief_name(comparison: Comparison, words: Words) -> str:
    """A file's name that says what is in it: 望海区_2023_会前一页纸.docx."""
    place = next((report.identity.place for report in comparison.reports if report.identity.place), "")
    year = short_names(comparison)[-1]
    return "_".join(filter(None, map(safe_file_part, (place, year, words("brief.file"))))) + ".docx"


def _new_document(words: Words, points: float) -> Any:
    import docx
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt

    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(1.6)
    section.top_margin = section.bottom_margin = Cm(1.4)
    style = document.styles["Normal"]
    style.font.name, style.font.size = words("font.text"), Pt(points)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), words("font.text"))
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")
    style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.line_spacing = 1.0
    properties = document.core_properties
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.title = words("brief.title")
    properties.created = properties.modified = _CREATED
    return document


def _add_title(document: Any, page: OnePage, words: Words) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    for text, size, bold in ((page.title, 15, True), (page.subtitle, 10.5, False)):
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(text)
        run.bold = bold
        run.font.size = Pt(size)
        _set_font(run, words("font.head") if bold else words("font.text"))


def _add_headlines(document: Any, page: OnePage, words: Words) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm

    _add_heading(document, page.headlines.heading, words)
    if page.rows:
        table = document.add_table(rows=0, cols=len(page.head))
        table.style = "Table Grid"
        table.autofit = False
        for column, width in zip(table.columns, _WIDTHS, strict=True):
            column.width = Cm(width)
        for number, row in enumerate((page.head, *page.rows)):
            for column, (cell, text) in enumerate(zip(table.add_row().cells, row, strict=True)):
                cell.width = Cm(_WIDTHS[column])
                cell.paragraphs[0].add_run(text).bold = number == 0
                if column in _FIGURES:
                    cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    else:
        document.add_paragraph(words("brief.none"))
    for line in page.headlines.lines:
        document.add_paragraph(line)


def _add_part(document: Any, part: Part, words: Words) -> None:
    from docx.shared import Cm

    _add_heading(document, part.heading, words)
    for line in part.lines:
        paragraph = document.add_paragraph(line)
        paragraph.paragraph_format.left_indent = Cm(0.4)


def _add_heading(document: Any, text: str, words: Words) -> None:
    from docx.shared import Pt

    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_before = Pt(4)
    paragraph.paragraph_format.keep_with_next = True
    run = paragraph.add_run(text)
    run.bold = True
    run.font.size = Pt(10.5)
    _set_font(run, words("font.head"))


def _set_font(run: Any, name: str) -> None:
    from docx.oxml.ns import qn

    run.font.name = name
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), name)  # noqa: SLF001 - docx has no setter


def _steady(document: Any) -> bytes:
    """The document's bytes without the moment of writing."""
    draft, out = io.BytesIO(), io.BytesIO()
    document.save(draft)
    with zipfile.ZipFile(draft) as parts, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as steady:
        for name in parts.namelist():
            steady.writestr(zipfile.ZipInfo(name, _EPOCH), parts.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
