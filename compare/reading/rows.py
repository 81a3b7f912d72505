"""Tables in plain text: lines whose cells stand between bars (Markdown) or tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from compare.model import Cell
from compare.reading.raw import RawLine

RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
LONGEST_CAPTION = 40


def split_tables(lines: Sequence[RawLine]) -> Iterator[RawLine]:
    """The lines, those of a table replaced by its cells.

    A table is two or more lines one after the other with the same number of cells, at least two.
    """
    rows = [_cells(line.text) for line in lines]
    table, number = -1, 0
    while number < len(lines):
        end = number
        width = len(rows[number])
        while end < len(lines) and width >= 2 and (len(rows[end]) == width or RULE.match(lines[end].text)):
            end += 1
        if end - number < 2:
            yield lines[number]
            number += 1
            continue
        table += 1
        before = lines[number - 1].text.strip("# \u3000") if number else ""
        yield from _table(lines[number:end], rows[number:end], table, before if len(before) <= LONGEST_CAPTION else "")
        number = end


def _cells(text: str) -> list[str]:
    if RULE.match(text):
        return []
    stripped = text.strip()
    if stripped.startswith("|") and stripped.endswith("|") and len(stripped) > 1:
        return [cell.strip() for cell in stripped[1:-1].split("|")]
    return [cell.strip() for cell in stripped.split("\t")] if "\t" in stripped else []


def _table(lines: Sequence[RawLine], rows: Sequence[list[str]], table: int, caption: str) -> Iterator[RawLine]:
    heads = rows[0]
    number = 0
    for line, row in zip(lines, rows, strict=True):
        if not row:
            continue
        for column, text in enumerate(row):
            cell = Cell(table, number, column, row[0] if column else "", heads[column] if number else "", caption)
            if text:
                yield replace(line, text=text, kind="cell", cell=cell, bold=(), style_level=None)
        number += 1
