"""Where a command's result goes: the terminal, a pipe, or a file that is written whole."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from compare.cli.options import Output
from compare.model import Comparison
from compare.writing.paint import Paint, paint_for
from compare.writing.wording import Words, words_for

_BOM = b"\xef\xbb\xbf"
_UNKNOWN_WIDTH = 100


def words_of(comparison: Comparison, output: Output) -> Words:
    """The words in the language that was asked for, or the first report's."""
    return words_for(comparison.reports, None if output.lang is None else output.lang.value)


def show(comparison: Comparison, verb: str, form: str, output: Output) -> None:
    """Write the table or the data of one verb."""
    if form == "json":
        from compare.writing.contract import json_of

        write(json_of(comparison, verb), output.output)
        return
    from compare.writing import text_tables
    from compare.writing.tables.build import build_table

    words = words_of(comparison, output)
    table = build_table(comparison, verb, words)
    if form == "csv":
        write(text_tables.csv_text(table, words), output.output, for_sheets=True)
    elif form == "md":
        write(text_tables.markdown_text(table, words), output.output)
    else:
        paint = paint_of(output)
        write(text_tables.terminal_text(table, words, terminal_width(), paint), output.output)


def write(text: str, target: Path | None, for_sheets: bool = False) -> None:
    """Text to a file, or to the terminal; a CSV file gets the mark by which Excel knows UTF-8."""
    if target is not None:
        from compare.writing.target import write_whole

        write_whole(target, (_BOM if for_sheets else b"") + text.encode("utf-8", "backslashreplace"))
        return
    encoding = sys.stdout.encoding or "utf-8"
    errors = "backslashreplace" if encoding.lower().replace("-", "") == "utf8" else "replace"
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode(encoding, errors))
    sys.stdout.flush()


def paint_of(output: Output) -> Paint:
    """Colour for the terminal, never for a file."""
    return Paint(on=False) if output.output is not None else paint_for(sys.stdout)


def terminal_width() -> int:
    """Width of the terminal; COLUMNS says otherwise where it is set."""
    return max(40, shutil.get_terminal_size((_UNKNOWN_WIDTH, 24)).columns)
