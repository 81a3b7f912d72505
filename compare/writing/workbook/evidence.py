"""The sheet of evidence: the whole text of every report, sentence by sentence, where all links lead."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Literal

from msgspec import Struct

from compare.model import Report, Sentence
from compare.writing.lookup import file_name, section_title, short_names
from compare.writing.workbook.book import Book
from compare.writing.workbook.cells import Content, SheetColumn, Text
from compare.writing.workbook.sheet import CELL_LIMIT, plain_content, write_table


class EvidenceRow(Struct, frozen=True):
    """A sentence of a report, and the commitments that point to it."""

    name: str
    index: int
    report: Report
    sentence: Sentence
    cited: tuple[str, ...]


def write_evidence(book: Book) -> None:
    """Every sentence in the order of its report, so that its neighbours stand above and below it."""
    cited = _cited(book)
    names = short_names(book.comparison)
    rows = [
        EvidenceRow(names[index], index, report, sentence, tuple(sorted(cited[index, sentence.number])))
        for index, report in enumerate(book.comparison.reports)
        for sentence in report.sentences
    ]
    write_table(book, "evidence", _columns(book, rows), rows, frozen=2)


def _columns(book: Book, rows: list[EvidenceRow]) -> list[SheetColumn[EvidenceRow]]:
    words = book.words

    def column(
        key: str,
        width: float,
        content: Callable[[EvidenceRow], Content],
        align: Literal["left", "center"] = "center",
    ) -> SheetColumn[EvidenceRow]:
        return SheetColumn(key, words(f"column.{key}"), width, content, align)

    paged = any(row.sentence.page is not None for row in rows)
    longest = max((len(row.sentence.text) for row in rows), default=0)
    parts = range(1, -(-longest // CELL_LIMIT))
    return [
        column("sentence_id", 12, lambda row: Text(f"{row.name}-{row.sentence.number + 1}")),
        column("file", 16, lambda row: Text(file_name(row.report)), "left"),
        *([column("page", 6, lambda row: plain_content(row.sentence.page, book))] if paged else []),
        column("paragraph", 6, lambda row: plain_content(row.sentence.paragraph, book)),
        column("section", 36, lambda row: Text(section_title(row.report, row.sentence.section)), "left"),
        column("sentence", 84, lambda row: _part(row.sentence.text, 0, row.sentence.heading), "left"),
        *(SheetColumn(f"rest_{part}", words("column.rest", part=part), 40, _rest(part)) for part in parts),
        column("cited", 18, lambda row: plain_content("、".join(row.cited), book), "left"),
    ]


def _rest(part: int) -> Callable[[EvidenceRow], Content]:
    return lambda row: _part(row.sentence.text, part, strong=False)


def _part(text: str, part: int, strong: bool) -> Content:
    """A stretch of a sentence that is too long for one cell; the first where it is not."""
    piece = text[part * (CELL_LIMIT - 1) : (part + 1) * (CELL_LIMIT - 1)]
    return Text(piece, strong) if piece else None


def _cited(book: Book) -> dict[tuple[int, int], set[str]]:
    cited: dict[tuple[int, int], set[str]] = defaultdict(set)
    for pair in book.comparison.pairs:
        for item in pair.commitments:
            cited[item.report, item.sentence].add(item.id)
            taken = item.evidence[:3] if item.status != "not_reported" else ()
            for found in (*taken, *item.again):
                cited[found.report, found.sentence].add(item.id)
    return cited
