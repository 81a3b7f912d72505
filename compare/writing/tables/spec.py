"""One specification of columns for every output: the terminal, CSV, Markdown, the data frame and the sheet."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Generic, Literal, TypeVar

from msgspec import Struct

R = TypeVar("R")
Value = str | int | float | Decimal | bool | None
Kind = Literal["text", "label", "figure", "number", "count", "score", "flag"]
"""``text`` wraps, ``label`` is a short word that does not, ``flag`` is yes or empty, the rest are right-aligned;
``figure`` is a number with its bound and unit."""


class Column(Struct, Generic[R], frozen=True):
    """A column: its key (the name in a data frame; the heading is the word under ``column.KEY``) and its value."""

    key: str
    value: Callable[[R], Value]
    kind: Kind = "text"
    width: int = 12
    """Width in half-width characters, two to a Chinese one: on the sheet, and the least for text in the terminal."""
    rank: int = 1
    """The terminal shows columns of the lowest ranks first, as far as its width goes; 0 never."""
    shown: Callable[[R], str] | None = None
    """How a person reads the value where that is not the value itself: a difference with its unit."""
    heading: str = ""
    """Heading that is no word of the language, such as a year; empty for the word under ``column.KEY``."""


class Table(Struct, Generic[R], frozen=True):
    """Rows of one kind under their columns."""

    name: str
    columns: tuple[Column[R], ...]
    rows: tuple[R, ...]
    note: str = ""
    """A line to stand below the table."""
