"""The hidden sheet by which the next run knows this workbook, and tells a person's cells from the program's."""

from __future__ import annotations

from collections.abc import Iterator

from compare.review import RECORD_SCHEMA, RECORD_SHEET
from compare.review.fingerprints import fingerprint, packed, row_print
from compare.writing.workbook.book import Book
from compare.writing.workbook.commitments import REVIEWER
from compare.writing.workbook.sheet import cell_text

_CHUNK = 6_000
"""Fingerprints in one cell, which holds 32,767 characters."""


def write_record(book: Book) -> None:
    """Rows of a kind and up to four texts; see :mod:`compare.review.read` for their reader."""
    sheet = book.workbook.add_worksheet(RECORD_SHEET)
    sheet.very_hidden()
    for number, row in enumerate(_rows(book)):
        for index, text in enumerate(row):
            sheet.write_string(number, index, text)


def _rows(book: Book) -> Iterator[tuple[str, ...]]:
    words = book.words
    yield "schema", str(RECORD_SCHEMA)
    yield (
        "main",
        book.name("commitments"),
        words("column.id"),
        words("column.commitment"),
        book.name("leftovers"),
    )
    for report in book.comparison.reports:
        yield "report", report.document.sha256, report.identity.plan_year
    for key in REVIEWER:
        yield "reviewer", key, words(f"column.{key}")
    for name, (cell, text) in book.head_cells.items():
        yield "head", name, book.name("summary"), cell, text
    for pair in book.comparison.pairs:
        for item in pair.commitments:
            for again in item.again:
                yield "again", item.id, cell_text(again.text)
    orphan = fingerprint(row_print("orphan"), words("stray.orphan"))
    yield "cells", book.name("leftovers"), "kinds", packed([orphan])
    for name, record in book.records.items():
        yield "table", name, "\n".join(record.key_headings)
        for heading, prints in record.prints.items():
            whole = tuple(prints)
            for start in range(0, len(whole), _CHUNK):
                yield "cells", name, heading, packed(whole[start : start + _CHUNK])
