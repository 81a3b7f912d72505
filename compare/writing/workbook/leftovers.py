"""The sheet of what a person wrote into an earlier workbook and what finds no place in this one."""

from __future__ import annotations

from compare.review import Stray
from compare.writing.workbook.book import Book
from compare.writing.workbook.cells import Content, SheetColumn, Text
from compare.writing.workbook.sheet import plain_content, write_table


def write_leftovers(book: Book) -> None:
    """One row for each, so that nothing that a person wrote is lost; no sheet where there is none."""
    strays = book.carried.strays
    if not strays:
        return
    words = book.words

    def kind(row: Stray) -> Content:
        return Text(words(f"stray.{row.kind}") if words.has(f"stray.{row.kind}") else row.kind)

    def value(row: Stray) -> Content:
        if row.value == "":
            return Text(words("stray.emptied"))
        return Text(row.value) if isinstance(row.value, str) else plain_content(row.value, book)

    columns: list[SheetColumn[Stray]] = [
        SheetColumn("stray", words("column.stray"), 13, kind, "center"),
        SheetColumn("stray_file", words("column.stray_file"), 24, lambda row: plain_content(row.file, book)),
        SheetColumn("stray_sheet", words("column.stray_sheet"), 18, lambda row: plain_content(row.sheet, book)),
        SheetColumn("stray_row", words("column.stray_row"), 20, lambda row: plain_content(row.row, book)),
        SheetColumn("commitment", words("column.commitment"), 40, lambda row: plain_content(row.text, book)),
        SheetColumn("stray_heading", words("column.stray_heading"), 16, lambda row: plain_content(row.heading, book)),
        SheetColumn("stray_value", words("column.stray_value"), 44, value),
    ]
    write_table(book, "leftovers", columns, strays)
