"""The sheet of notes: how the rows were found, what the marks and thresholds are, and what the workbook cannot say."""

from __future__ import annotations

from compare.writing.width import text_width
from compare.writing.workbook.book import Book
from compare.writing.workbook.sheet import cell_text, set_paper


def write_notes(book: Book) -> None:
    """Paragraphs from the words' file, and the thresholds as named cells."""
    sheet = book.add_sheet("notes")
    words = book.words
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 90)
    head = book.format(font_name=words("font.head"), bold=True, font_size=12, bottom=2)
    label = book.format(bold=True, valign="top", text_wrap=True, border=1, border_color="#A6A6A6")
    text = book.format(text_wrap=True, valign="top", border=1, border_color="#A6A6A6")
    sheet.write_string(0, 0, words("sheet.notes"), head)
    sheet.write_blank(0, 1, None, head)
    record = book.record_table(book.name("notes"), [])
    record.add({"A": words("sheet.notes")})
    row = 1
    for key in words.under("notes.title"):
        body = words(f"notes.text.{key}")
        sheet.write_string(row, 0, words(f"notes.title.{key}"), label)
        sheet.write_string(row, 1, cell_text(body), text)
        sheet.set_row(row, max(18.0, -(-text_width(body) // 86) * 13.5 + 5))
        record.add({"A": words(f"notes.title.{key}"), "B": cell_text(body)})
        row += 1
    for name, value, form in book.thresholds:
        sheet.write_string(row, 0, words(f"threshold.{name}"), label)
        sheet.set_row(row, -(-text_width(words(f"threshold.{name}")) // 28) * 13.5 + 5)
        sheet.write_number(
            row, 1, float(value), book.format(align="left", num_format=form, border=1, border_color="#A6A6A6")
        )
        book.workbook.define_name(words(f"threshold_name.{name}"), f"='{book.name('notes')}'!$B${row + 1}")
        record.add({"A": words(f"threshold.{name}"), "B": float(value)})
        row += 1
    set_paper(book, sheet)
    sheet.print_area(0, 0, row, 1)
