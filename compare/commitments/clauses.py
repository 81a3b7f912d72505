"""Cutting a sentence into clauses: at commas, semicolons and colons, never inside quotes or brackets."""

from __future__ import annotations

import re

from msgspec import Struct

SEPARATORS = "，；：。！？,;:!?"
OPENING = "“‘（(《〈「『【["
CLOSING = "”’）)》〉」』】]"
INDENT = " \u3000\t\n"
_BRACKET = re.compile(f"[{re.escape(OPENING + CLOSING)}]")
_CLAUSE_MARK = re.compile(f"[{re.escape(SEPARATORS + OPENING)}]")
_ITEM_MARK = re.compile(f"[、{re.escape(OPENING)}]")


class Clause(Struct, frozen=True):
    """``text[start:end]`` of a sentence without its separators; ``mark`` is the one behind it, ``""`` at the end."""

    start: int
    end: int
    text: str
    mark: str = ""


def split_clauses(text: str) -> tuple[Clause, ...]:
    """The clauses of a sentence, in order, without the empty ones."""
    clauses = []
    start = 0
    for place in (*_borders(text, _CLAUSE_MARK), len(text)):
        mark = text[place] if place < len(text) else ""
        clause = trimmed(text, start, place, mark)
        if clause.text:
            clauses.append(clause)
        start = place + 1
    return tuple(clauses)


def split_items(clause: Clause) -> tuple[Clause, ...]:
    """The coordinated parts of a clause: what stands between 、 outside quotes and brackets."""
    places = [clause.start + place for place in _borders(clause.text, _ITEM_MARK)]
    starts = [clause.start, *(place + 1 for place in places)]
    ends = [*places, clause.end]
    return tuple(
        Clause(start, end, clause.text[start - clause.start : end - clause.start])
        for start, end in zip(starts, ends, strict=True)
    )


def joined(text: str, first: Clause, last: Clause) -> Clause:
    """One clause from the start of ``first`` to the end of ``last``."""
    return Clause(first.start, last.end, text[first.start : last.end], last.mark)


def trimmed(text: str, start: int, end: int, mark: str = "") -> Clause:
    """``text[start:end]`` without white space at either side."""
    while start < end and text[start] in INDENT:
        start += 1
    while end > start and text[end - 1] in INDENT:
        end -= 1
    return Clause(start, end, text[start:end], mark)


def _borders(text: str, marks: re.Pattern[str]) -> list[int]:
    """Places of the separators that stand outside quotes and brackets; an unclosed quote hides nothing.

    ``marks`` finds separators and opening brackets.
    """
    closes = _closing_places(text)
    places = []
    inside = -1
    for mark in marks.finditer(text):
        place = mark.start()
        if place <= inside:
            continue
        if mark[0] in OPENING:
            inside = closes.get(place, inside)
        elif not _between_digits(text, place):
            places.append(place)
    return places


def _closing_places(text: str) -> dict[int, int]:
    """Where the bracket or quote that opens at a place closes."""
    closes: dict[int, int] = {}
    open_at: list[int] = []
    for bracket in _BRACKET.finditer(text):
        place, sign = bracket.start(), bracket[0]
        if sign in OPENING:
            open_at.append(place)
            continue
        while open_at:
            opened = open_at.pop()
            if OPENING.index(text[opened]) == CLOSING.index(sign):
                closes[opened] = place
                break
    return closes


def _between_digits(text: str, place: int) -> bool:
    """A comma or colon of a figure: 5,300 or 7:3."""
    return text[place] in ",:" and text[place - 1 : place].isdigit() and text[place + 1 : place + 2].isdigit()
