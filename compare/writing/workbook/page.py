"""The first sheet is a page, not a table: a cursor that goes down it, and the few kinds of lines that it has."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import Any

from compare.writing.width import text_width
from compare.writing.workbook.book import Book
from compare.writing.workbook.cells import Align, Content, Formula, Number, SheetColumn, Text
from compare.writing.workbook.sheet import cell_text, row_height, set_paper, write_cell

WIDTHS = (32.0, 14.0, 14.0, 14.0, 16.0, 15.0, 38.0)
LAST = len(WIDTHS) - 1
_GREY, _HEAD = "#A6A6A6", "#DDE4EC"


class Page:
    """Writes from top to bottom; ``at`` is the row under the cursor, counted from 0."""

    def __init__(self, book: Book, sheet: Any) -> None:
        self.book = book
        self.words = book.words
        self.sheet = sheet
        self.at = 0
        self.record = book.record_table(book.name("summary"), [])
        for index, width in enumerate(WIDTHS):
            sheet.set_column(index, index, width)

    def put(self, column: int, content: Content, look: SheetColumn[None]) -> None:
        """Write one cell and note what it holds."""
        value = write_cell(self.book, self.sheet, self.at, column, content, look, {})
        self.record.add({chr(65 + column): value})

    def title(self, text: str, below: str) -> None:
        """The title of the page and the line below it."""
        font = self.words("font.head")
        self._merged(0, LAST, text, self.book.format(font_name=font, font_size=16, bold=True, align="center"))
        self.down(28)
        self._merged(0, LAST, below, self.book.format(font_size=11, align="center"))
        self.down(20)

    def heading(self, text: str) -> None:
        """A heading over what follows, with a little air above."""
        self.down(7)
        look = self.book.format(font_name=self.words("font.head"), bold=True, font_size=11, bottom=2)
        self._merged(0, LAST, text, look)
        self.down(20)

    def label(self, column: int, text: str) -> None:
        """The name of an entry."""
        self.record.add({chr(65 + column): text})
        self.sheet.write_string(
            self.at, column, text, self.book.format(bg_color=_HEAD, border=1, border_color=_GREY, align="center")
        )

    def entry(self, first: int, last: int, name: str, known: str) -> float:
        """A field of the head to fill in, unlocked, with what is known in it or what a person wrote there before.

        Gives back the height that it needs."""
        self.book.head_cells[name] = (f"{chr(65 + first)}{self.at + 1}", cell_text(known))
        text = known if name in self.book.settings.head else self.book.carried.head.get(name, known)
        look = self.book.format(border=1, border_color=_GREY, locked=False, text_wrap=True)
        self._merged(first, last, text, look)
        return _height(text, sum(WIDTHS[first : last + 1]))

    def columns(self, *names: str) -> None:
        """The head of a small table."""
        for index, name in enumerate(names):
            self._head(index, index, name)
        self.down(18)

    def row(self, *contents: Content | int, figures: Align = "center", least: float = 0.0) -> None:
        """A row of a small table: text at its ends stands left, figures as told; at least as high as ``least``."""
        cells = [Number(Decimal(item)) if isinstance(item, int) else item for item in contents]
        columns = [_column(index, _align(index, cell, figures)) for index, cell in enumerate(cells)]
        for index, (column, cell) in enumerate(zip(columns, cells, strict=True)):
            self.put(index, cell, column)
        self.down(max(least, row_height(zip(columns, cells, strict=True))))

    def wide_columns(self, first: str, second: str, text: str, last: str) -> None:
        """The head of a list."""
        for index, name in ((0, first), (1, second), (LAST, last)):
            self._head(index, index, name)
        self._head(2, LAST - 1, text)
        self.down(18)

    def wide_row(self, first: Content, second: Content, text: str, last: Content) -> None:
        """A row of a list: two labels, a long text, a link."""
        for index, cell in ((0, first), (1, second), (LAST, last)):
            self.put(index, cell, _column(index, "left" if index == 0 else "center"))
        look = self.book.format(border=1, border_color=_GREY, text_wrap=True, align="left")
        self._merged(2, LAST - 1, text, look)
        self.down(_height(text, sum(WIDTHS[2:LAST])))

    def line(self, text: str, strong: bool = False) -> None:
        """Text across the page."""
        self._merged(0, LAST, text, self.book.format(text_wrap=True, bold=strong))
        self.down(_height(text, sum(WIDTHS)))

    def sample(self, text: str, look: dict[str, Any], meaning: str) -> None:
        """A mark as it looks, and what it means."""
        self._merged(0, 2, text, self.book.format(border=1, border_color=_GREY, text_wrap=True, **look))
        self._merged(3, LAST, meaning, self.book.format(text_wrap=True, border=1, border_color=_GREY))
        self.down(max(_height(text, sum(WIDTHS[:3])), _height(meaning, sum(WIDTHS[3:]))))

    def more(self, count: int, sheet: str) -> None:
        """How many lines of a list stand elsewhere."""
        if count > 0:
            self.line(self.words("summary.more", count=count, sheet=self.book.name(sheet)))

    def down(self, height: float) -> None:
        """Give the row its height and go to the next."""
        self.sheet.set_row(self.at, height)
        self.at += 1

    def finish(self) -> None:
        """What is printed, and the protection."""
        set_paper(self.book, self.sheet)
        self.sheet.print_area(0, 0, self.at, LAST)
        if self.book.settings.protect:
            self.sheet.protect("")

    def _head(self, first: int, last: int, name: str) -> None:
        look = self.book.format(bold=True, bg_color=_HEAD, border=1, border_color=_GREY, align="center", text_wrap=True)
        self._merged(first, last, name, look)

    def _merged(self, first: int, last: int, text: str, look: Any) -> None:
        self.record.add({chr(65 + first): cell_text(text)})
        if first == last:
            self.sheet.write_string(self.at, first, cell_text(text), look)
        else:
            self.sheet.merge_range(self.at, first, self.at, last, "", look)
            self.sheet.write_string(self.at, first, cell_text(text), look)


def _column(index: int, align: Align) -> SheetColumn[None]:
    return SheetColumn("", "", WIDTHS[index], lambda row: None, align)


def _align(index: int, cell: Content, figures: Align) -> Align:
    if isinstance(cell, Number | Formula):
        return figures
    return "left" if index in (0, LAST) and isinstance(cell, Text) else "center"


def _height(text: str, width: float) -> float:
    return max(16.0, math.ceil(text_width(text) / (width - 3)) * 13.5 + 4)
