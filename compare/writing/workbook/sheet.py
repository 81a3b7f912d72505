"""A table on a sheet of its own: head row, widths, heights, filters, panes, paper; the same for every table."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Literal, TypeVar

from msgspec.structs import replace

from compare.writing.clean import printable
from compare.writing.figures import number_form
from compare.writing.tables.spec import Column, Table, Value
from compare.writing.text_tables import heading
from compare.writing.width import text_width
from compare.writing.workbook.book import Book
from compare.writing.workbook.cells import Content, Formula, Link, Number, Rich, SheetColumn, Text

R = TypeVar("R")
CELL_LIMIT = 32767
"""Characters that a cell can hold."""
_LINE = 14.0
_TALLEST = 409.0
_MARGINS = {"left": 0.4, "right": 0.4, "top": 0.75, "bottom": 0.6}
_PAPER = {"A4": 9, "A3": 8}
_ALIGN: dict[str, Literal["left", "right"]] = {"text": "left", "figure": "right", "number": "right"}
_HEAD = "#DDE4EC"


def columns_of(
    table: Table[R],
    book: Book,
    keys: Sequence[str],
    special: Mapping[str, Callable[[R], Content]],
    widths: Mapping[str, float],
    folded: frozenset[str] = frozenset(),
) -> list[SheetColumn[R]]:
    """The sheet's columns ``keys`` of a table; ``special`` gives other contents than the plain value."""
    by_key = {column.key: column for column in table.columns}
    return [
        replace(
            _sheet_column(by_key[key], book, special.get(key)),
            width=widths.get(key, by_key[key].width),
            printed=key not in folded,
        )
        for key in keys
        if key in by_key
    ]


def write_table(
    book: Book,
    key: str,
    columns: Sequence[SheetColumn[R]],
    rows: Sequence[R],
    frozen: int = 1,
    keys: tuple[str, ...] = (),
) -> Any:
    """Write a whole sheet and give it back for what it alone needs. Row 1 holds the headings.

    ``keys`` are the columns that tell a row from others wherever a person sorts it to; by default the first.
    """
    sheet = book.add_sheet(key)
    letters = {column.key: column_letter(index) for index, column in enumerate(columns)}
    record = book.record_table(book.name(key), [c.heading for c in columns if c.key in (keys or (columns[0].key,))])
    _write_head(book, sheet, columns)
    for number, row in enumerate(rows, 1):
        contents = [column.content(row) for column in columns]
        texts = {}
        for index, (column, content) in enumerate(zip(columns, contents, strict=True)):
            text = write_cell(book, sheet, number, index, content, column, letters)
            if not column.reviewer:
                texts[column.heading] = text
        record.add(texts)
        sheet.set_row(number, row_height(zip(columns, contents, strict=True)))
    if not rows:
        sheet.write_string(1, 0, book.words("table.empty"))
        record.add({column.heading: "" if index else book.words("table.empty") for index, column in enumerate(columns)})
    _finish(book, sheet, columns, len(rows), frozen)
    return sheet


def write_cell(
    book: Book, sheet: Any, row: int, index: int, content: Content, column: SheetColumn[Any], letters: dict[str, str]
) -> str | float:
    """Write one cell and give back its value as it will be read from the file; text is cut at what a cell can hold."""
    align = column.align
    match content:
        case None:
            sheet.write_blank(row, index, None, book.cell_format(align, "input" if column.reviewer else ""))
            return ""
        case Text(text, strong):
            text = cell_text(text)
            look = "input" if column.reviewer else "strong" if strong else ""
            sheet.write_string(row, index, text, book.cell_format(align, look))
            return text
        case Number(value, form):
            look = "input" if column.reviewer else "number"
            sheet.write_number(row, index, float(value), book.cell_format(align, look, form))
            return float(value)
        case Formula(text, value, form):
            shown = value if isinstance(value, str) else float(value)
            formula = "=" + text.format(row=row + 1, **letters)
            sheet.write_formula(row, index, formula, book.cell_format(align, "number", form), shown)
            return formula
        case Link(text, target, to):
            text = cell_text(text)
            sheet.write_url(row, index, f"internal:'{book.name(target)}'!A{to}", book.cell_format(align, "link"), text)
            return text
        case Rich(pieces):
            return _write_rich(book, sheet, row, index, pieces, align)


def cell_text(text: str) -> str:
    """Text as a cell can hold it: printable, and cut where it is too long."""
    text = printable(text)
    return text if len(text) <= CELL_LIMIT else text[: CELL_LIMIT - 1] + "…"


def column_letter(index: int) -> str:
    """A for 0, AA for 26."""
    letters = ""
    while index >= 0:
        letters = chr(65 + index % 26) + letters
        index = index // 26 - 1
    return letters


def row_height(cells: Any) -> float:
    """Height of a row in points, for the tallest of its printed cells; text is taken to break into full lines."""
    lines = 1
    for column, content in cells:
        text = _seen(content)
        room = max(2.0, column.width - 1.2)
        if column.printed and (2 * len(text) > lines * room or "\n" in text):
            lines = max(lines, sum(math.ceil(max(text_width(part), 1) / room) for part in text.split("\n")))
    return min(_TALLEST, lines * _LINE + 4)


def _seen(content: Content) -> str:
    match content:
        case Text(text) | Link(text):
            return text[:2000]
        case Rich(pieces):
            return "".join(text for _, text in pieces)[:2000]
    return ""


def _sheet_column(column: Column[R], book: Book, special: Callable[[R], Content] | None) -> SheetColumn[R]:
    def content(row: R) -> Content:
        return plain_content(column.value(row), book)

    return SheetColumn(
        column.key, heading(column, book.words), column.width, special or content, _ALIGN.get(column.kind, "center")
    )


def plain_content(value: Value, book: Book) -> Content:
    """The content for a plain value."""
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return Text(book.words("flag.yes")) if value else None
    if isinstance(value, Decimal):
        return Number(value, number_form(value))
    if isinstance(value, float):
        return Number(Decimal(str(value)), "0.00")
    return Number(Decimal(value), "0") if isinstance(value, int) else Text(value)


def _write_rich(book: Book, sheet: Any, row: int, index: int, given: tuple[tuple[str, str], ...], align: str) -> str:
    """Pieces with their looks; a cell of one look, or one too long for pieces, is written in one."""
    pieces = [(style, text) for style, raw in given if (text := printable(raw))]
    whole = cell_text("".join(text for _, text in pieces))
    if len(pieces) < 2 or len(whole) == CELL_LIMIT or all(style == "plain" for style, _ in pieces):
        style = pieces[0][0] if len(pieces) == 1 else "plain"
        sheet.write_string(row, index, whole, book.cell_format(align, style))
        return whole
    fragments: list[Any] = []
    for style, text in pieces:
        fragments += [book.piece_format(style), text]
    sheet.write_rich_string(row, index, *fragments, book.cell_format(align))
    return whole


def _write_head(book: Book, sheet: Any, columns: Sequence[SheetColumn[Any]]) -> None:
    head = book.format(
        font_name=book.words("font.head"),
        bold=True,
        bg_color=_HEAD,
        border=1,
        border_color="#7F7F7F",
        bottom=2,
        text_wrap=True,
        align="center",
    )
    lines = 1
    for index, column in enumerate(columns):
        options = {} if column.printed else {"level": 1, "hidden": True}
        sheet.set_column(index, index, column.width, None, options)
        sheet.write_string(0, index, column.heading, head)
        lines = max(lines, math.ceil(text_width(column.heading) / max(2.0, column.width - 1.6)))
    sheet.set_row(0, lines * _LINE + 8)


def _finish(book: Book, sheet: Any, columns: Sequence[SheetColumn[Any]], rows: int, frozen: int) -> None:
    sheet.freeze_panes(1, frozen)
    sheet.autofilter(0, 0, max(rows, 1), len(columns) - 1)
    sheet.repeat_rows(0)
    sheet.print_area(0, 0, max(rows, 1), len(columns) - 1)
    for index, column in enumerate(columns):
        if column.choices and rows:
            sheet.data_validation(
                1,
                index,
                rows,
                index,
                {
                    "validate": "list",
                    "source": list(column.choices),
                    "error_title": book.words("choice.title"),
                    "error_message": book.words("choice.message"),
                },
            )
    set_paper(book, sheet)
    if book.settings.protect:
        sheet.protect("", {"autofilter": True, "sort": True, "format_columns": True, "format_rows": True})


def set_paper(book: Book, sheet: Any) -> None:
    """Landscape, one page wide, with secrecy, the sheet's name and page numbers in the margins."""
    words, head = book.words, book.settings.head
    sheet.set_landscape()
    sheet.set_paper(_PAPER[book.settings.paper])
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(**_MARGINS)
    sheet.hide_gridlines(2)
    secrecy = words("page.secrecy", secrecy=_literal(head["secrecy"])) if head.get("secrecy") else ""
    sheet.set_header(_margin_text(secrecy, words("book.title") + "  &A", _literal(head.get("project", ""))))
    sheet.set_footer(_margin_text(words("page.disclaimer"), "", words("page.number")))


def _literal(text: str) -> str:
    """The user's words for a margin, where an ampersand begins a code."""
    return printable(text).replace("&", "&&")[:60]


def _margin_text(left: str, centre: str, right: str) -> str:
    return f"&L&9{left}&C&9{centre}&R&9{right}"
