"""The sheets of sections and of text differences."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from compare.model import Mark, Sentence
from compare.writing.tables.common import place_text
from compare.writing.tables.texts import ChangeRow, SectionPairRow, diff_table, sections_table
from compare.writing.workbook.book import Book
from compare.writing.workbook.cells import Content, Link, Rich
from compare.writing.workbook.marks import mark_words
from compare.writing.workbook.sheet import columns_of, write_table

_SECTION_KEYS = (
    "reports",
    "relation",
    "old_section",
    "new_section",
    "old_place",
    "new_place",
    "moved",
    "parents",
    "score",
    "reason",
)
_CHANGE_KEYS = ("reports", "change", "formula", "section", "old_text", "new_text", "old_place", "new_place")
_SECTION_WIDTHS = {
    "relation": 9,
    "old_section": 44,
    "new_section": 44,
    "old_place": 11,
    "new_place": 11,
    "moved": 7,
    "parents": 7,
    "score": 8,
    "reason": 36,
}
_CHANGE_WIDTHS = {
    "change": 12,
    "formula": 7,
    "section": 22,
    "old_text": 52,
    "new_text": 52,
    "old_place": 12,
    "new_place": 12,
}


def write_sections(book: Book) -> None:
    """Which section became which; a title leads to its place on *Evidence*."""
    table = sections_table(book.comparison, book.words)

    def place(old: bool) -> Callable[[SectionPairRow], Content]:
        def content(row: SectionPairRow) -> Content:
            between, pair = row.between, row.pair
            report, number = (between.pair.old, pair.old) if old else (between.pair.new, pair.new)
            if number is None:
                return None
            sections = book.comparison.reports[report].sections
            return _link(book, report, (book.comparison.reports[report].sentences[sections[number].heading],))

        return content

    special = {"old_place": place(old=True), "new_place": place(old=False)}
    columns = columns_of(table, book, _SECTION_KEYS, special, _SECTION_WIDTHS)
    sheet = write_table(book, "sections", columns, table.rows, keys=("old_section", "new_section"))
    where = next(index for index, column in enumerate(columns) if column.key == "relation")
    if table.rows:
        for relation in ("dropped", "added"):
            look = {"bold": True, "italic": relation == "dropped"}
            mark_words(book, sheet, (1, where, len(table.rows), where), book.words(f"relation.{relation}"), look)


def write_differences(book: Book) -> None:
    """Every sentence that is not the same in both years, with the marks inside the cell."""
    table = diff_table(book.comparison, book.words)
    rows = [row for row in table.rows if row.change.kind != "unchanged"]
    special: dict[str, Callable[[ChangeRow], Content]] = {
        "old_text": lambda row: rich_side(row.change.marks, "delete") if row.change.old else None,
        "new_text": lambda row: rich_side(row.change.marks, "insert") if row.change.new else None,
        "old_place": lambda row: _link(book, row.between.pair.old, row.old),
        "new_place": lambda row: _link(book, row.between.pair.new, row.new),
    }
    columns = columns_of(table, book, _CHANGE_KEYS, special, _CHANGE_WIDTHS)
    write_table(book, "differences", columns, rows, frozen=2, keys=("old_text", "new_text"))


def rich_side(marks: tuple[Mark, ...], own: Literal["delete", "insert"]) -> Rich:
    """One side's words, with what only this side has marked: struck out and red, or underlined and green."""
    look: Literal["gone", "come"] = "gone" if own == "delete" else "come"
    figure: Literal["gone-figure", "come-figure"] = "gone-figure" if own == "delete" else "come-figure"
    return Rich(
        tuple(
            ("plain" if mark.kind == "equal" else figure if mark.figure else look, mark.text)
            for mark in marks
            if mark.kind in ("equal", own)
        )
    )


def _link(book: Book, report: int, sentences: tuple[Sentence, ...]) -> Content:
    if not sentences:
        return None
    return Link(place_text(sentences[0], book.words), "evidence", book.evidence_row(report, sentences[0].number))
