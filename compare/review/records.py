"""What a person wrote into an earlier workbook, and where it goes in the next one."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

RECORD_SHEET = "_yoy"
"""The hidden sheet by which a workbook is known as ours and a person's cells are told from the program's."""
RECORD_SCHEMA = 2
Entry = str | float


class Remark(Struct, frozen=True):
    """The reviewer's columns beside one commitment."""

    file: str
    id: str
    text: str
    """The commitment's words, by which its row is found again where they changed a little."""
    again: tuple[str, ...]
    """The words in which the later plan promised it again."""
    entries: tuple[tuple[str, Entry], ...]
    """What was written, by the key of the column."""
    comments: tuple[tuple[str, str], ...] = ()
    """Comments on the row's cells, by the heading of the column."""


class Stray(Struct, frozen=True):
    """Something that a person wrote where the program does not look for it, or that finds no row any more."""

    kind: str
    """``orphan`` (its commitment is gone), ``conflict`` (another copy says otherwise), ``cell`` (any other cell)."""
    file: str
    sheet: str
    row: str
    """The key of the row: the commitment's id, or what stands in the row's first cells."""
    text: str
    heading: str
    value: Entry


class Review(Struct, frozen=True):
    """Everything that a person wrote into one workbook."""

    file: str
    reports: tuple[str, ...]
    """SHA-256 of the reports that it compares."""
    years: tuple[str, ...]
    remarks: tuple[Remark, ...]
    strays: tuple[Stray, ...]
    head: Mapping[str, str] = field(default_factory=dict)
    """Fields of the workpaper's head that a person filled in."""


class Carried(Struct, frozen=True):
    """What goes into the next workbook: entries and comments by the id of their row, and what found no row."""

    entries: Mapping[str, Mapping[str, Entry]] = field(default_factory=dict)
    comments: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    earlier: Mapping[str, str] = field(default_factory=dict)
    """By id: what was concluded last year about the same promise."""
    strays: tuple[Stray, ...] = ()
    head: Mapping[str, str] = field(default_factory=dict)

    def entry(self, row: str, key: str) -> Entry | None:
        """What was written in a reviewer's column of a row."""
        return self.entries.get(row, {}).get(key)
