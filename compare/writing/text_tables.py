"""A table as plain text for a terminal, as CSV and as Markdown, all from one specification of columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from compare.writing.clean import harmless, markdown, one_line, printable
from compare.writing.figures import digits
from compare.writing.paint import Paint
from compare.writing.tables.spec import Column, Table, Value
from compare.writing.width import padded, text_width, wrap
from compare.writing.wording import Words

_GAP = 2
_LABEL_LIMIT = 22
_CELL_LIMIT = 1_000
"""Characters of a cell in the terminal; the longest sentence of a Chinese report seen has 444."""
_LOOSE = 1.5
"""From this mean number of lines a row, an empty line stands between the rows."""


def csv_text(table: Table[Any], words: Words) -> str:
    """All columns as CSV by RFC 4180; text that a spreadsheet would take for a formula is made harmless."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([heading(column, words) for column in table.columns])
    for row in table.rows:
        writer.writerow([_csv_value(column.value(row), words) for column in table.columns])
    return out.getvalue()


def markdown_text(table: Table[Any], words: Words) -> str:
    """All columns as a Markdown table."""
    head = [heading(column, words) for column in table.columns]
    rule = ["---:" if _right(column) else "---" for column in table.columns]
    rows = [[_markdown_value(column, row, words) for column in table.columns] for row in table.rows]
    lines = ["| " + " | ".join(cells) + " |" for cells in (head, rule, *rows)]
    return "\n".join([*lines, *(["", table.note] if table.note else [])]) + "\n"


def terminal_text(table: Table[Any], words: Words, width: int, paint: Paint) -> str:
    """The columns that fit ``width``, text wrapped inside them, and a line about those that do not."""
    if not table.rows:
        return words("table.empty") + "\n"
    columns = _fitting(table, words, width)
    cells = [[_brief(column, row, words) for column in columns] for row in table.rows]
    heads = [heading(column, words) for column in columns]
    widths = _widths(columns, heads, cells, width)
    lines = _lines(heads, columns, widths)
    lines = [paint.bold(line) for line in lines] + [paint.dim("─" * min(width, sum(widths) + _GAP * (len(widths) - 1)))]
    blocks = [_lines(row, columns, widths) for row in cells]
    loose = sum(map(len, blocks)) > _LOOSE * len(blocks)
    for number, block in enumerate(blocks):
        lines += [""] if loose and number else []
        lines += block
    return "\n".join([*lines, "", *_footer(table, columns, words, width, paint)]) + "\n"


def heading(column: Column[Any], words: Words) -> str:
    """The heading of a column in the language of the output."""
    return column.heading or words(f"column.{column.key}")


def shown(column: Column[Any], row: object, words: Words) -> str:
    """A cell as a person reads it."""
    value = column.value(row) if column.shown is None else column.shown(row)
    if value is None:
        return ""
    if isinstance(value, bool):
        return words("flag.yes") if value else ""
    if isinstance(value, Decimal):
        return digits(value)
    if isinstance(value, float):
        return f"{value:.2f}"
    if isinstance(value, int):
        return f"{value:,}"
    indent = value[: len(value) - len(value.lstrip(" "))]
    return indent + one_line(value)


def _csv_value(value: Value, words: Words) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return words("flag.yes") if value else ""
    if isinstance(value, Decimal):
        return format(value, "f")
    return harmless(value) if isinstance(value, str) else str(value)


def _markdown_value(column: Column[Any], row: object, words: Words) -> str:
    return markdown(printable(shown(column, row, words)).strip())


def _right(column: Column[Any]) -> bool:
    return column.kind in ("figure", "number", "count", "score")


# --- layout -------------------------------------------------------------------------------------------------------


def _brief(column: Column[Any], row: object, words: Words) -> str:
    """A cell as a terminal shows it; JSON, CSV and Markdown hold the rest of a longer one."""
    text = shown(column, row, words)
    return text if len(text) <= _CELL_LIMIT else text[: _CELL_LIMIT - 1] + "…"


def _fitting(table: Table[Any], words: Words, width: int) -> list[Column[Any]]:
    """Columns by rank as long as their least widths fit; always at least the first."""
    chosen: list[Column[Any]] = []
    used = -_GAP
    candidates = sorted((c for c in table.columns if c.rank and _filled(c, table.rows)), key=lambda column: column.rank)
    for column in candidates:
        least = _least(column, table.rows, words) + _GAP
        if used + least > width and chosen and column.rank > 1:
            break
        chosen.append(column)
        used += least
    return [column for column in table.columns if column in chosen]


def _filled(column: Column[Any], rows: Sequence[object]) -> bool:
    return any(column.value(row) not in (None, "", False) for row in rows)


def _least(column: Column[Any], rows: Sequence[object], words: Words) -> int:
    widest = max(text_width(_brief(column, row, words)) for row in rows)
    if _right(column):
        widest = max(widest, text_width(heading(column, words)))
    if column.kind == "text":
        return max(min(widest, column.width // 2 + 4), 4)
    return min(max(widest, 4), _LABEL_LIMIT)


def _widths(columns: list[Column[Any]], heads: list[str], cells: list[list[str]], width: int) -> list[int]:
    """Labels and numbers as wide as they are; what is left goes to text by its columns' weights."""
    wanted = [max(text_width(line) for line in column) for column in zip(heads, *cells, strict=True)]
    least = [
        max(*map(text_width, column[0 if _right(spec) else 1 :]), *map(text_width, column[0].split()))
        if spec.kind != "text"
        else 4
        for spec, column in zip(columns, zip(heads, *cells, strict=True), strict=True)
    ]
    widths = [
        min(max(size, 4), _LABEL_LIMIT) if spec.kind != "text" else 0 for spec, size in zip(columns, least, strict=True)
    ]
    room = width - sum(widths) - _GAP * (len(columns) - 1)
    open_texts = {index for index, spec in enumerate(columns) if spec.kind == "text"}
    while open_texts:
        weight = sum(columns[index].width for index in open_texts)
        share = {index: max(4, room * columns[index].width // weight) for index in open_texts}
        satisfied = {index for index in open_texts if wanted[index] <= share[index]}
        for index in satisfied or open_texts:
            widths[index] = wanted[index] if satisfied else share[index]
            room -= widths[index]
        open_texts = open_texts - satisfied if satisfied else set()
    return widths


def _lines(cells: list[str], columns: list[Column[Any]], widths: list[int]) -> list[str]:
    """One row as lines of text."""
    wrapped = [_wrap_cell(cell, size) for cell, size in zip(cells, widths, strict=True)]
    height = max(len(lines) for lines in wrapped)
    out = []
    for number in range(height):
        parts = [
            padded(lines[number] if number < len(lines) else "", size, _right(column))
            for lines, size, column in zip(wrapped, widths, columns, strict=True)
        ]
        out.append((" " * _GAP).join(parts).rstrip())
    return out


def _wrap_cell(cell: str, width: int) -> list[str]:
    """Lines of a cell; one that is indented keeps its indent."""
    indent = len(cell) - len(cell.lstrip(" "))
    return [" " * indent + line for line in wrap(cell[indent:], width - indent)]


def _footer(table: Table[Any], columns: list[Column[Any]], words: Words, width: int, paint: Paint) -> list[str]:
    lines = [words("table.rows", count=f"{len(table.rows):,}")]
    hidden = [
        heading(column, words)
        for column in table.columns
        if column.rank and column not in columns and _filled(column, table.rows)
    ]
    if hidden:
        lines += wrap(words("table.hidden", names=words("list.separator").join(hidden)), width)
    return [paint.dim(line) for line in lines] + ([table.note] if table.note else [])
