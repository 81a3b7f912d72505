"""The sheet of commitments and results, and that of general undertakings."""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from compare.model import Evidence
from compare.writing.figures import Scale, scale_for
from compare.writing.tables.commitments import CommitmentRow, commitments_table
from compare.writing.tables.common import place_text
from compare.writing.tables.spec import Table
from compare.writing.workbook.book import Book
from compare.writing.workbook.cells import Content, Formula, Link, Number, SheetColumn, Text
from compare.writing.workbook.marks import STATUS_MARKS, mark_words
from compare.writing.workbook.quantities import common_scale, difference_form, difference_unit, quantity
from compare.writing.workbook.sheet import cell_text, columns_of, write_table

KEYS = (
    "reports",
    "id",
    "category",
    "section",
    "commitment",
    "name",
    "attribute",
    "strength",
    "basis",
    "baseline",
    "target",
    "due",
    "reported",
    "result",
    "nature",
    "difference",
    "completion",
    "within",
    "status",
    "why",
    "confidence",
    "again",
    "place",
    "evidence_place",
    "again_words",
    "again_place",
    "nearest",
    "nearest_place",
)
FOLDED = frozenset(
    {
        "section",
        "attribute",
        "strength",
        "due",
        "completion",
        "within",
        "why",
        "again_words",
        "again_place",
        "nearest",
        "nearest_place",
    }
)
_OF_A_PAIR = frozenset({"reported", "result", "nature", "difference", "again", "evidence_place"})
"""Columns that a single report leaves empty."""
REVIEWER = ("conclusion", "audit_note", "auditee_reply", "workpaper", "preparer", "reviewer")
"""The reviewer's columns; the first is a choice."""
CONCLUSIONS = ("done", "partly", "not_done", "unverifiable", "not_applicable")
_WIDTHS: dict[str, float] = {
    "id": 8.5,
    "category": 9.2,
    "commitment": 28,
    "name": 11,
    "basis": 7,
    "baseline": 11.5,
    "target": 11.5,
    "reported": 28,
    "result": 11.5,
    "nature": 6,
    "difference": 12.5,
    "within": 8,
    "status": 12.5,
    "confidence": 4.5,
    "again": 8,
    "place": 7.5,
    "evidence_place": 7.5,
    "section": 24,
    "why": 40,
    "again_words": 40,
    "again_place": 11,
    "nearest": 40,
    "nearest_place": 11,
    "conclusion": 8.5,
    "audit_note": 30,
    "auditee_reply": 24,
    "workpaper": 12,
    "preparer": 14,
    "reviewer": 20,
}
_LATIN_WIDTHS = {"category": 10.5, "confidence": 8, "again": 9, "status": 14, "conclusion": 11}
"""Latin words are not broken as Chinese ones are."""
_GENERAL_KEYS = ("reports", "id", "section", "commitment", "reported", "status", "place", "evidence_place")


def split_general(table: Table[CommitmentRow]) -> tuple[list[CommitmentRow], list[CommitmentRow]]:
    """The rows that count, and the general undertakings that do not."""
    counted = [row for row in table.rows if row.commitment.category != "general"]
    return counted, [row for row in table.rows if row.commitment.category == "general"]


def write_commitments(book: Book) -> None:
    """The main sheet: one row a commitment, the reviewer's columns at its end."""
    table = commitments_table(book.comparison, book.words)
    rows, _ = split_general(table)
    columns = commitment_columns(book, table)
    sheet = write_table(book, "commitments", columns, rows, frozen=_position(columns, "commitment") + 1, keys=("id",))
    _write_comments(book, sheet, columns, rows)
    _mark_statuses(book, sheet, columns, len(rows))


def write_general(book: Book) -> None:
    """Undertakings without anything to check, for the record."""
    table = commitments_table(book.comparison, book.words)
    _, rows = split_general(table)
    columns = columns_of(table, book, _GENERAL_KEYS, _special(book), _widths(book))
    write_table(book, "general", columns, rows, keys=("id",))


def commitment_columns(book: Book, table: Table[CommitmentRow]) -> list[SheetColumn[CommitmentRow]]:
    """All columns of the main sheet in their order."""
    alone = len(book.comparison.reports) == 1
    found = columns_of(table, book, KEYS, _special(book), _widths(book), FOLDED | _OF_A_PAIR if alone else FOLDED)
    earlier = [_earlier_column(book)] if book.carried.earlier else []
    return found + earlier + [_reviewer_column(book, key) for key in REVIEWER]


def commitment_contents(book: Book, row: CommitmentRow) -> dict[str, Content]:
    """The contents of a row's cells that are more than plain values, for the summary, where no column letters are."""
    contents = {key: content(row) for key, content in _special(book).items()}
    return {
        key: Number(item.value, item.form) if isinstance(item, Formula) and isinstance(item.value, Decimal) else item
        for key, item in contents.items()
    }


def conclusion_choices(book: Book) -> tuple[str, ...]:
    """What the reviewer may conclude."""
    return tuple(book.words(f"conclusion.{key}") for key in CONCLUSIONS)


def _widths(book: Book) -> dict[str, float]:
    return {**_WIDTHS, **(_LATIN_WIDTHS if book.words.language == "en" else {})}


def _position(columns: list[SheetColumn[CommitmentRow]], key: str) -> int:
    return next(index for index, column in enumerate(columns) if column.key == key)


def _reviewer_column(book: Book, key: str) -> SheetColumn[CommitmentRow]:
    return SheetColumn(
        key,
        book.words(f"column.{key}"),
        _widths(book)[key],
        lambda row: _entered(book, row, key),
        align="center" if key == "conclusion" else "left",
        printed=key == "conclusion",
        reviewer=True,
        choices=conclusion_choices(book) if key == "conclusion" else (),
    )


def _entered(book: Book, row: CommitmentRow, key: str) -> Content:
    """What the reviewer wrote in an earlier workbook."""
    entry = book.carried.entry(row.commitment.id, key)
    if entry is None:
        return None
    return Text(entry) if isinstance(entry, str) else Number(Decimal(repr(entry)), "General")


def _earlier_column(book: Book) -> SheetColumn[CommitmentRow]:
    """What was concluded last year about what is promised again."""

    def content(row: CommitmentRow) -> Content:
        conclusion = book.carried.earlier.get(row.commitment.id)
        return Text(conclusion) if conclusion else None

    return SheetColumn("earlier_conclusion", book.words("column.earlier_conclusion"), 9, content, "center")


def _write_comments(
    book: Book, sheet: Any, columns: list[SheetColumn[CommitmentRow]], rows: list[CommitmentRow]
) -> None:
    """Comments that a person put on cells of the earlier workbook."""
    where = {column.heading: index for index, column in enumerate(columns)}
    for number, row in enumerate(rows, 1):
        for heading, text in book.carried.comments.get(row.commitment.id, {}).items():
            sheet.write_comment(number, where.get(heading, 0), cell_text(text), {"x_scale": 2})


def _special(book: Book) -> dict[str, Callable[[CommitmentRow], Content]]:
    words = book.words
    return {
        "baseline": lambda row: quantity(row.commitment.baseline, _scale(row), words),
        "target": lambda row: quantity(row.commitment.fact, _scale(row), words),
        "result": lambda row: quantity(row.commitment.result, _scale(row), words),
        "difference": lambda row: _difference(book, row),
        "completion": _completion,
        "within": lambda row: _within(book, row),
        "place": lambda row: Link(
            place_text(row.sentence, words),
            "evidence",
            book.evidence_row(row.commitment.report, row.commitment.sentence),
        ),
        "evidence_place": lambda row: _link(book, row, row.evidence),
        "again_place": lambda row: _link(book, row, row.again),
        "nearest_place": lambda row: _link(book, row, next(iter(row.not_taken), None)),
    }


def _scale(row: CommitmentRow) -> Scale | None:
    item = row.commitment
    return common_scale((item.baseline, item.fact, item.result)) or common_scale((item.fact, item.result))


def _link(book: Book, row: CommitmentRow, item: Evidence | None) -> Content:
    if item is None:
        return None
    return Link(
        place_text(row.sentence_of(item), book.words), "evidence", book.evidence_row(item.report, item.sentence)
    )


def _difference(book: Book, row: CommitmentRow) -> Content:
    """Result less target: a formula where the two cells beside it give the value, else the value itself."""
    item = row.commitment
    if item.difference is None or item.fact is None:
        return None
    scale = _scale(row) or scale_for(item.fact.unit, [item.fact.value])
    value = scale.of(item.difference)
    form = difference_form(value, difference_unit(item.fact, scale, book.words))
    if not _calculable(row) or item.result is None or item.result.value - item.fact.value != item.difference:
        return Number(value, form)
    places = max(0, -int(value.as_tuple().exponent))
    return Formula(f"ROUND({{result}}{{row}}-{{target}}{{row}},{places})", value, form)


def _completion(row: CommitmentRow) -> Content:
    """Result over target, in per cent with one decimal."""
    item = row.commitment
    if item.completion is None:
        return None
    share = item.completion / 100
    if not _calculable(row) or item.fact is None or item.result is None:
        return Number(share, "0.0%")
    exact = (item.result.value / item.fact.value).quantize(Decimal("0.001"), ROUND_HALF_UP)
    if exact != share:
        return Number(share, "0.0%")
    return Formula("ROUND({result}{row}/{target}{row},3)", share, "0.0%")


def _within(book: Book, row: CommitmentRow) -> Content:
    """Whether the difference lies within the tolerance of 左右, by the named cells on *Notes*, which may be changed."""
    item = row.commitment
    difference = _difference(book, row)
    if not isinstance(difference, Formula) or item.fact is None or item.fact.bound != "approx":
        return None
    points, percent = (value for _, value, _ in book.thresholds)
    rate = item.fact.unit == "%"
    limit = points if rate else percent * abs(item.fact.value)
    name = book.words(f"threshold_name.{'points' if rate else 'percent'}")
    allowed = name if rate else f"{name}*ABS({{target}}{{row}})"
    yes, no = book.words("flag.yes"), book.words("flag.no")
    value = yes if item.difference is not None and abs(item.difference) <= limit else no
    return Formula(f'IF(ROUND(ABS({{difference}}{{row}})-{allowed},9)<=0,"{yes}","{no}")', value)


def _calculable(row: CommitmentRow) -> bool:
    """Whether target and result stand in their cells as numbers of one unit."""
    item = row.commitment
    facts = (item.fact, item.result)
    return _scale(row) is not None and all(fact and fact.high is None and fact.bound != "range" for fact in facts)


def _mark_statuses(book: Book, sheet: Any, columns: list[SheetColumn[CommitmentRow]], rows: int) -> None:
    """Marks that tell the statuses apart in black and white too: bold, italic, grey, hatching."""
    if not rows:
        return
    where = _position(columns, "status")
    for words_of_mark, look in STATUS_MARKS:
        for text in words_of_mark(book.words):
            mark_words(book, sheet, (1, where, rows, where), text, look)
    low = _position(columns, "confidence")
    mark_words(book, sheet, (1, low, rows, low), book.words("confidence.low"), {"bold": True, "underline": 1})
