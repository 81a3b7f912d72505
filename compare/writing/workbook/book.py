"""The workbook under way: its sheets, formats by need, and the rows that links lead to."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter

from compare.model import Comparison
from compare.review.fingerprints import cell_as_text, fingerprint, row_print
from compare.review.records import Carried
from compare.writing.wording import Words
from compare.writing.workbook.settings import Settings

CREATED = datetime.datetime(2000, 1, 1)  # noqa: DTZ001 - no moment in time: the same input gives the same bytes
_MANY_FORMATS = 160
"""Excel has room for about 200 number formats of one's own."""


class SheetRecord:
    """Fingerprints of the cells that the program wrote on a sheet, by heading; a page has letters for headings."""

    def __init__(self, key_headings: list[str]) -> None:
        self.key_headings = key_headings
        self.prints: dict[str, dict[int, None]] = {}

    def add(self, row: Mapping[str, str | float]) -> None:
        """The cells of one row."""
        begin = row_print("|".join(cell_as_text(row[heading]) for heading in self.key_headings))
        for heading, value in row.items():
            self.prints.setdefault(heading, {})[fingerprint(begin, cell_as_text(value))] = None


_CELL = {"border": 1, "border_color": "#A6A6A6", "text_wrap": True}
_GONE = {"font_strikeout": True, "font_color": "#9C0006"}
_COME = {"underline": 1, "font_color": "#006100"}
LOOKS: dict[str, dict[str, Any]] = {
    "": {},
    "plain": {},
    "strong": {"bold": True},
    "input": {"bg_color": "#FFFBE6", "locked": False},
    "number": {"text_wrap": False, "shrink": True},
    "link": {"text_wrap": False, "shrink": True, "font_color": "#1F4E79", "underline": 1},
    "gone": _GONE,
    "come": _COME,
    "gone-figure": {**_GONE, "bold": True},
    "come-figure": {**_COME, "bold": True},
}
"""Looks of cells and of pieces inside them. A number that does not fit is made smaller, never shown as ####."""


class Book:
    """One workbook being written, and what its sheets share."""

    def __init__(
        self, workbook: Any, comparison: Comparison, words: Words, settings: Settings, carried: Carried
    ) -> None:
        self.workbook = workbook
        self.comparison = comparison
        self.words = words
        self.settings = settings
        self.carried = carried
        self.sheets: dict[str, Any] = {}
        self.records: dict[str, SheetRecord] = {}
        """What the program wrote on each sheet: how a person's changes are told from it later."""
        self.head_cells: dict[str, tuple[str, str]] = {}
        """Cell and text of each field of the workpaper's head."""
        self.thresholds = (
            ("points", Decimal(settings.points), "0.0##"),
            ("percent", Decimal(settings.percent) / 100, "0.0%"),
        )
        self._cell_formats: dict[tuple[str, str, str], Any] = {}
        self._formats: dict[tuple[tuple[str, Any], ...], Any] = {}
        self._number_forms: set[str] = set()
        self._evidence_rows = _evidence_rows(comparison)

    def add_sheet(self, key: str) -> Any:
        """A new sheet with the name of ``key`` in the language of the workbook."""
        self.sheets[key] = self.workbook.add_worksheet(self.name(key))
        return self.sheets[key]

    def name(self, key: str) -> str:
        """The name of a sheet."""
        return self.words(f"sheet.{key}")

    def format(self, **properties: Any) -> Any:
        """The format with these properties, made once."""
        base = {"font_name": self.words("font.text"), "font_size": 10, "valign": "vcenter"}
        merged = {**base, **properties}
        form = merged.get("num_format")
        if form and form not in self._number_forms:
            if len(self._number_forms) >= _MANY_FORMATS:
                merged["num_format"] = "#,##0.00"
            self._number_forms.add(merged["num_format"])
        key = tuple(sorted(merged.items()))
        if key not in self._formats:
            self._formats[key] = self.workbook.add_format(merged)
        return self._formats[key]

    def record_table(self, name: str, key_headings: list[str]) -> SheetRecord:
        """The record of a sheet, begun here."""
        self.records[name] = SheetRecord(key_headings)
        return self.records[name]

    def cell_format(self, align: str, look: str = "", form: str = "") -> Any:
        """The format of a table's cell: one of :data:`LOOKS`, with a number format where there is one."""
        key = (align, look, form)
        if key not in self._cell_formats:
            number = {"num_format": form} if form else {}
            self._cell_formats[key] = self.format(**{**_CELL, **LOOKS[look], **number, "align": align})
        return self._cell_formats[key]

    def piece_format(self, look: str) -> Any:
        """The format of a piece of text inside a cell."""
        key = ("", look, "piece")
        if key not in self._cell_formats:
            self._cell_formats[key] = self.format(**LOOKS[look])
        return self._cell_formats[key]

    def evidence_row(self, report: int, sentence: int) -> int:
        """The row, counted from 1, in which *Evidence* holds a sentence."""
        return self._evidence_rows[report] + sentence


@contextmanager
def opened(path: Path, comparison: Comparison, words: Words, settings: Settings, carried: Carried) -> Iterator[Book]:
    """A new workbook at ``path``, written out when the block ends."""
    workbook = xlsxwriter.Workbook(
        str(path),
        {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "max_url_length": 255},
    )
    workbook.set_properties({"title": words("book.title"), "author": "", "company": "", "created": CREATED})
    workbook.set_calc_mode("auto")
    workbook.set_size(1920, 1080)
    yield Book(workbook, comparison, words, settings, carried)
    workbook.close()


def _evidence_rows(comparison: Comparison) -> list[int]:
    rows, row = [], 2
    for report in comparison.reports:
        rows.append(row)
        row += len(report.sentences)
    return rows
