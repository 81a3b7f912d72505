"""Text of a report is somebody else's: what is done to it before a terminal, a CSV or a sheet gets it."""

from __future__ import annotations

import re

_SUSPECT = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_DIRECTION = re.compile(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_LONE_HALF = re.compile(r"[\ud800-\udfff\ufffe\uffff]")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def printable(text: str) -> str:
    """``text`` without control characters, marks that turn the direction of writing, and halves of characters."""
    if not _SUSPECT.search(text):
        return text
    return _LONE_HALF.sub("\ufffd", _DIRECTION.sub("", _CONTROL.sub("", text)))


def one_line(text: str) -> str:
    """``text`` on one line, printable."""
    return " ".join(printable(text).split())


def harmless(text: str) -> str:
    """``text`` for a CSV cell: one that a spreadsheet would take for a formula gets an apostrophe in front."""
    text = printable(text)
    return "'" + text if text.startswith(_FORMULA_STARTS) else text


def markdown(text: str) -> str:
    """Text in which Markdown sees no signs of its own."""
    for char in "\\`*_[]<>|~":
        text = text.replace(char, "\\" + char)
    return text
