"""What may stand in a cell of the workbook."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, Literal, TypeVar

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Text:
    """Words, never a formula."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """A figure, and how it is shown."""

    value: Decimal
    form: str = "#,##0"


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula and the value that it has. ``{row}`` is the row it stands in, ``{key}`` the column of that key."""

    text: str
    value: Decimal | int | str
    form: str = "#,##0"


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a row of another sheet; rows count from 1."""

    text: str
    sheet: str
    row: int


@dataclass(frozen=True, slots=True)
class Rich:
    """Words in pieces, each with its look."""

    pieces: tuple[tuple[Literal["plain", "gone", "come", "gone-figure", "come-figure"], str], ...]


Align = Literal["left", "center", "right"]
Content = Text | Number | Formula | Link | Rich | None


@dataclass(frozen=True, slots=True)
class SheetColumn(Generic[R]):
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
