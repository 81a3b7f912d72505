"""Where a command's result goes: the terminal, a pipe, or a file that is written whole."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from compare.cli.options import Output
from compare.errors import OutputError
from compare.model import Comparison
from compare.writing.paint import Paint, paint_for
from compare.writing.wording import Words, words_for

if TYPE_CHECKING:
    from compare.writing.tables.found import Found
    from compare.writing.tables.spec import Table

_BOM = b"\xef\xbb\xbf"
_UNKNOWN_WIDTH = 100
_NOTES = 4
"""Notices below a table in the terminal; the rest is in the JSON."""


def words_of(comparison: Comparison, output: Output) -> Words:
    """The words in the language that was asked for, or the first report's."""
    return words_for(comparison.reports, None if output.lang is None else output.lang.value)


def show_changes(comparison: Comparison, form: str, output: Output) -> None:
    """Write changes of the text: with their marks for a person, as data for other programs."""
    if form in ("json", "csv"):
        show(comparison, "diff", form, output)
        return
    from compare.writing import diff_text
    from compare.writing.tables.build import build_table

    words = words_of(comparison, output)
    table = build_table(comparison, "diff", words)
    if form == "md":
        write(diff_text.changes_markdown(table, words) + _notes(comparison, words), output.output)
    else:
        text = diff_text.changes_text(table, words, terminal_width(), paint_of(output))
        write(text + _notes(comparison, words, _NOTES), output.output)


def show_found(comparison: Comparison, found: tuple[Found, ...], form: str, output: Output) -> None:
    """Write what was found."""
    if form == "json":
        from compare.writing.contract import found_json

        write(found_json(comparison, found), output.output)
        return
    from compare.writing.tables.found import found_table

    words = words_of(comparison, output)
    _write_table(comparison, found_table(comparison, found, words), words, form, output)


def show(comparison: Comparison, verb: str, form: str, output: Output) -> None:
    """Write the table or the data of one verb."""
    if form == "json":
        from compare.writing.contract import json_of

        write(json_of(comparison, verb), output.output)
        return
    from compare.writing.tables.build import build_table

    words = words_of(comparison, output)
    account = _account(comparison, words) if verb == "facts" and form != "csv" else ""
    _write_table(comparison, build_table(comparison, verb, words), words, form, output, account)


def _account(comparison: Comparison, words: Words) -> str:
    """Below the facts: what became of every number in the text."""
    from compare.writing.coverage import coverage_lines

    return "\n".join(["", *(f"- {line}" for line in coverage_lines(comparison.reports, words)), ""])


def _write_table(
    comparison: Comparison, table: Table[Any], words: Words, form: str, output: Output, account: str = ""
) -> None:
    from compare.writing import text_tables

    if form == "csv":
        write(text_tables.csv_text(table, words), output.output, for_sheets=True)
        sys.stderr.write(_notes(comparison, words, _NOTES))  # a table for other programs holds nothing else
    elif form == "md":
        write(text_tables.markdown_text(table, words) + account + _notes(comparison, words), output.output)
    else:
        paint = paint_of(output)
        text = text_tables.terminal_text(table, words, terminal_width(), paint)
        write(text + account + _notes(comparison, words, _NOTES), output.output)


def _notes(comparison: Comparison, words: Words, limit: int | None = None) -> str:
    """The notices below a table, each on a line of its own."""
    from compare.writing.notices import notice_lines

    lines = notice_lines(comparison, words, limit)
    return "\n".join(["", f"{words('notice_line.heading')}", *(f"- {line}" for line in lines), ""]) if lines else ""


def write(text: str, target: Path | None, for_sheets: bool = False) -> None:
    """Text to a file, or to the terminal; a CSV file gets the mark by which Excel knows UTF-8."""
    if target is not None:
        from compare.writing.target import write_whole

        write_whole(target, (_BOM if for_sheets else b"") + text.encode("utf-8", "backslashreplace"))
        return
    encoding = sys.stdout.encoding or "utf-8"
    errors = "backslashreplace" if encoding.lower().replace("-", "") == "utf8" else "replace"
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode(encoding, errors))
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"the standard output cannot be written ({error.strerror}); give -o FILE") from error


def paint_of(output: Output) -> Paint:
    """Colour for the terminal, never for a file."""
    return Paint(on=False) if output.output is not None else paint_for(sys.stdout)


def terminal_width() -> int:
    """Width of the terminal; COLUMNS says otherwise where it is set."""
    return max(40, shutil.get_terminal_size((_UNKNOWN_WIDTH, 24)).columns)
