"""Looks that say something: each reads in black and white too, by weight, slant, underlining or grey."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from compare.writing.wording import Words
from compare.writing.workbook.book import Book

GOOD: dict[str, Any] = {"font_color": "#1E5631", "bg_color": "#E5F1E7"}
SHORT: dict[str, Any] = {"bold": True, "underline": 1, "font_color": "#8B0000", "bg_color": "#F6D5D5"}
OPEN: dict[str, Any] = {"italic": True, "font_color": "#6B4E00", "bg_color": "#FBF0D0"}
SILENT: dict[str, Any] = {"bold": True, "bg_color": "#C9C9C9"}
SILENT_AGAIN: dict[str, Any] = {"bg_color": "#EDEDED"}


def _texts(*statuses: str) -> Callable[[Words], list[str]]:
    def of(words: Words) -> list[str]:
        keys = [f"status.{kind}.{status}" for kind in ("numeric", "action") for status in statuses]
        return sorted({words(key) for key in keys})

    return of


STATUS_MARKS: tuple[tuple[Callable[[Words], list[str]], dict[str, Any]], ...] = (
    (_texts("met", "exceeded", "near"), GOOD),
    (_texts("missed"), SHORT),
    (
        lambda words: [*_texts("partial", "mentioned", "unclear", "incomparable")(words), words("status.not_due")],
        OPEN,
    ),
    (lambda words: [words("status.not_reported_gone")], SILENT),
    (lambda words: [words("status.not_reported_again")], SILENT_AGAIN),
)


def mark_words(book: Book, sheet: Any, area: tuple[int, int, int, int], text: str, look: dict[str, Any]) -> None:
    """Give cells of ``area`` (first row, first column, last row, last column) that hold exactly ``text`` a look."""
    criteria = {"type": "cell", "criteria": "==", "value": f'"{text}"', "format": book.workbook.add_format(look)}
    sheet.conditional_format(*area, criteria)
