"""What may stand in a cell of the workbook."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Generic, Literal, TypeVar

from msgspec import Struct

R = TypeVar("R")


class Text(Struct, frozen=True):
    """Words, never a formula."""

    text: str
    strong: bool = False


class Number(Struct, frozen=True):
    """A figure, and how it is shown."""

    value: Decimal
    form: str = "#,##0"


class Formula(Struct, frozen=True):
    """A formula and the value that it has. ``{row}`` is the row it stands in, ``{key}`` the column of that key."""

    text: str
    value: Decimal | int | str
    form: str = "#,##0"


class Link(Struct, frozen=True):
    """Words that lead to a row of another sheet; rows count from 1."""

    text: str
    sheet: str
    row: int


class Rich(Struct, frozen=True):
    """Words in pieces, each with its look."""

    pieces: tuple[tuple[Literal["plain", "gone", "come", "gone-figure", "come-figure"], str], ...]


Align = Literal["left", "center", "right"]
Content = Text | Number | Formula | Link | Rich | None


class SheetColumn(Struct, Generic[R], frozen=True):
    """A column of a sheet. Columns that are not ``printed`` are grouped and folded away."""

    key: str
    heading: str
    width: float
    content: Callable[[R], Content]
    align: Align = "left"
    printed: bool = True
    reviewer: bool = False
    """The reviewer writes here: empty at first, and unlocked."""
    choices: tuple[str, ...] = ()
