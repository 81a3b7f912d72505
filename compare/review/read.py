"""Reading an earlier workbook: the reviewer's columns, and every other cell that a person changed."""

from __future__ import annotations

import datetime
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from compare.errors import InputError
from compare.review.fingerprints import cell_as_text, fingerprint, row_print, unpacked
from compare.review.records import RECORD_SCHEMA, RECORD_SHEET, Entry, Remark, Review, Stray

_LARGEST = 300_000_000
"""Bytes that a workbook may hold unpacked."""


class _Record(Struct):
    """What the program noted about its own workbook."""

    main: str = ""
    leftovers: str = ""
    id_heading: str = ""
    text_heading: str = ""
    reports: list[str] = field(default_factory=list)
    years: list[str] = field(default_factory=list)
    reviewer: dict[str, str] = field(default_factory=dict)
    """Heading to key."""
    head: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    """Field to sheet, cell and what the program wrote there."""
    keys: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Sheet to the headings of its key columns; a sheet without any is no table."""
    cells: dict[tuple[str, str], set[int]] = field(default_factory=lambda: defaultdict(set))
    """Sheet and heading (or column letter) to fingerprints."""
    again: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


def read_review(path: Path) -> Review:
    """Everything that a person wrote into the workbook at ``path``.

    Raises :class:`compare.errors.InputError` for a file that is locked, damaged or not made by this program.
    """
    book = _open(path)
    if RECORD_SHEET not in book.sheetnames:
        raise InputError(path, "is no workbook that yoy made", "give another name with -o, or the right file")
    record = _read_record(path, book[RECORD_SHEET])
    remarks: list[Remark] = []
    strays: list[Stray] = []
    for sheet in book.worksheets:
        if sheet.title == RECORD_SHEET:
            continue
        if sheet.title == record.leftovers:
            orphans, kept = _read_leftovers(path, sheet, record)
            remarks += orphans
            strays += kept
        elif record.keys.get(sheet.title):
            found, changed = _read_table(path, sheet, record)
            remarks += found
            strays += changed
        else:
            strays += _read_page(path, sheet, record)
    return Review(
        path.name,
        tuple(record.reports),
        tuple(record.years),
        tuple(remarks),
        tuple(strays),
        _read_head(book, record),
    )


def _open(path: Path) -> Any:
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with zipfile.ZipFile(path) as parts:
            if sum(part.file_size for part in parts.infolist()) > _LARGEST:
                raise InputError(path, "is too large for a workbook", "give the workbook that yoy made")
        return openpyxl.load_workbook(path)
    except PermissionError as error:
        raise InputError(path, "cannot be read", "close it in other programs") from error
    except OSError as error:
        raise InputError(path, f"cannot be read ({error.strerror or error})", "check the file") from error
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, TypeError, SyntaxError) as error:
        raise InputError(path, "is damaged or no workbook", "restore it from a backup, or move it away") from error


def _read_record(path: Path, sheet: Any) -> _Record:
    record = _Record()
    for kind, *values in sheet.iter_rows(values_only=True):
        a, b, c, d = ([str(value or "") for value in values] + [""] * 4)[:4]
        match kind:
            case "schema":
                _check_schema(path, a)
            case "main":
                record.main, record.id_heading, record.text_heading, record.leftovers = a, b, c, d
            case "report":
                record.reports.append(a)
                record.years.append(b)
            case "reviewer":
                record.reviewer[b] = a
            case "head":
                record.head[a] = (b, c, d)
            case "table":
                record.keys[a] = tuple(filter(None, b.split("\n")))
            case "cells":
                record.cells[a, b].update(_prints(path, c))
            case "again":
                record.again[a].append(b)
            case _:
                continue
    return record


def _check_schema(path: Path, written: str) -> None:
    schema = int(float(written))
    if schema > RECORD_SCHEMA:
        raise InputError(path, "was made by a newer yoy", "update yoy first")
    if schema < RECORD_SCHEMA:
        raise InputError(path, "was made by a yoy from before its first release", "give another name with -o")


def _prints(path: Path, text: str) -> tuple[int, ...]:
    try:
        return unpacked(text)
    except ValueError as error:
        raise InputError(path, "has a damaged sheet " + RECORD_SHEET, "restore it from a backup") from error


# --- tables -------------------------------------------------------------------------------------------------------


def _read_table(path: Path, sheet: Any, record: _Record) -> tuple[list[Remark], list[Stray]]:
    headings = [cell_as_text(cell.value) for cell in sheet[1]]
    key_columns = [headings.index(name) for name in record.keys[sheet.title] if name in headings]
    remarks, strays = [], []
    for cells in sheet.iter_rows(min_row=2):
        row = "|".join(cell_as_text(cells[index].value) for index in key_columns)
        entries, comments, written = [], [], []
        for heading, cell in zip(headings, cells, strict=False):
            key = record.reviewer.get(heading) if sheet.title == record.main else None
            if cell.comment is not None:
                comments.append((heading, str(cell.comment.text)))
            if key is None:
                written.append((heading, _written(cell)))
            elif (entry := _entry(cell.value)) is not None:
                entries.append((key, entry))
        for heading, value in _changes(record, sheet.title, row, written):
            strays.append(Stray("cell", path.name, sheet.title, row, "", heading, _entry(value) or ""))
        if sheet.title == record.main and (entries or comments):
            remarks.append(_remark(path, record, headings, cells, entries, comments))
        else:
            strays += [Stray("cell", path.name, sheet.title, row, "", heading, text) for heading, text in comments]
    return remarks, strays


def _remark(
    path: Path,
    record: _Record,
    headings: list[str],
    cells: tuple[Any, ...],
    entries: list[tuple[str, Entry]],
    comments: list[tuple[str, str]],
) -> Remark:
    def at(heading: str) -> str:
        return cell_as_text(cells[headings.index(heading)].value) if heading in headings else ""

    identifier = at(record.id_heading)
    again = tuple(record.again.get(identifier, ()))
    return Remark(path.name, identifier, at(record.text_heading), again, tuple(entries), tuple(comments))


def _written(cell: Any) -> Any:
    """A cell's value; the reader of the file shows an empty cell that has a link as the place it leads to."""
    return None if cell.hyperlink is not None and cell.value == cell.hyperlink.location else cell.value


def _changes(record: _Record, sheet: str, row: str, cells: list[tuple[str, Any]]) -> list[tuple[str, Any]]:
    """The cells, by heading, that the program did not write so.

    Where that is every cell of the row, the row is a person's, or its key was changed: nothing was emptied there.
    """
    found = [(heading, value) for heading, value in cells if _changed(record, sheet, heading, row, value)]
    return [item for item in found if cell_as_text(item[1])] if len(found) == len(cells) else found


def _changed(record: _Record, sheet: str, heading: str, row: str, value: Any) -> bool:
    """Whether the program wrote no such value in this column of such a row. A cell that was emptied counts too."""
    known = record.cells.get((sheet, heading), set())
    text = cell_as_text(value)
    if not text and not row.strip("|"):
        return False
    if not text and (not known or not heading):
        return False
    return fingerprint(row_print(row), text) not in known


# --- the rest -----------------------------------------------------------------------------------------------------


def _read_page(path: Path, sheet: Any, record: _Record) -> list[Stray]:
    """A sheet that is no table, or one that a person added: every cell that the program did not write."""
    page = row_print("")
    filled_in = {cell for name, cell, _ in record.head.values() if name == sheet.title}
    strays = []
    for cell in _cells(sheet):
        known = record.cells.get((sheet.title, cell.column_letter), set())
        new = cell.value is not None and fingerprint(page, cell_as_text(cell.value)) not in known
        if new and cell.coordinate not in filled_in:
            strays.append(
                Stray("cell", path.name, sheet.title, cell.coordinate, "", cell.column_letter, _entry(cell.value) or "")
            )
        if cell.comment is not None:
            strays.append(
                Stray("cell", path.name, sheet.title, cell.coordinate, "", cell.column_letter, str(cell.comment.text))
            )
    return strays


def _cells(sheet: Any) -> Iterator[Any]:
    for row in sheet.iter_rows():
        for cell in row:
            if hasattr(cell, "column_letter"):
                yield cell


def _read_leftovers(path: Path, sheet: Any, record: _Record) -> tuple[list[Remark], list[Stray]]:
    """Rows of the sheet of leftovers; an orphan gets another chance to find its row."""
    keys = record.reviewer
    remarks, strays = [], []
    for values in sheet.iter_rows(min_row=2, values_only=True):
        kind, file, name, row, text, heading, value = ([*values, *[None] * 7])[:7]
        entry = _entry(value)
        if entry is None:
            continue
        said = [cell_as_text(part) for part in (kind, file, name, row, text, heading)]
        stray = Stray(said[0], said[1], said[2], said[3], said[4], said[5], entry)
        if stray.heading in keys and stray.text and stray.sheet == record.main and _is_orphan(record, stray):
            remarks.append(Remark(stray.file, stray.row, stray.text, (), ((keys[stray.heading], entry),)))
        else:
            strays.append(stray)
    return remarks, strays


def _is_orphan(record: _Record, stray: Stray) -> bool:
    return fingerprint(row_print("orphan"), stray.kind) in record.cells.get((record.leftovers, "kinds"), set())


def _read_head(book: Any, record: _Record) -> dict[str, str]:
    filled = {}
    for name, (sheet, cell, written) in record.head.items():
        text = cell_as_text(book[sheet][cell].value) if sheet in book.sheetnames else ""
        if text and text != written:
            filled[name] = text
    return filled


def _entry(value: Any) -> Entry | None:
    """A cell's value as it is carried on: a number stays one, a day becomes its ISO form, an empty cell is None."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return float(value)
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    if isinstance(value, datetime.datetime | datetime.date | datetime.time):
        return value.isoformat()
    return str(getattr(value, "text", value))
