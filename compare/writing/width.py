"""Width of text in half-width characters, and breaking it into lines: for the terminal and for heights of rows."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_PIECE = re.compile(r"-\]|\+\}|\[-|\{\+|[A-Za-z0-9.,%−/]+|\s|.", re.DOTALL)
_NOT_FIRST = frozenset("，。、；：？！）》】〕”’,.;:?!)]}%…")
"""What must not begin a line."""
_NOT_LAST = frozenset("（《【〔“‘([")
"""What must not end a line."""
_CLOSING = ("-]", "+}")
"""Signs of changes, which close as a bracket does."""
_OPENING = ("[-", "{+")
_CARRIED = 3


@lru_cache(maxsize=16384)
def char_width(char: str) -> int:
    """2 for a Chinese character and its punctuation, 0 for what stands on another character, else 1."""
    if char < "\u0300":
        return 1
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


def text_width(text: str) -> int:
    """Width of ``text`` on one line."""
    return len(text) if text.isascii() else sum(map(char_width, text))


def wrap(text: str, width: int) -> list[str]:
    """Lines of at most ``width``: numbers and Latin words stay whole, no line begins with closing punctuation or ends
    with opening.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += _wrap_paragraph(paragraph, max(width, 2))
    return lines


def padded(text: str, width: int, right: bool = False) -> str:
    """``text`` filled with spaces to ``width``."""
    fill = " " * (width - text_width(text))
    return fill + text if right else text + fill


def _wrap_paragraph(text: str, width: int) -> list[str]:
    if text_width(text) <= width:
        return [text]
    lines: list[str] = []
    line: list[str] = []
    used = 0
    for piece in _pieces(text, width):
        size = text_width(piece)
        if used + size > width and line:
            carried = _carried(line, piece, width)
            lines.append("".join(line).rstrip())
            line, used = carried, sum(map(text_width, carried))
            if piece == " " and not line:
                continue
        line.append(piece)
        used += size
    return [*lines, "".join(line)]


def _carried(line: list[str], piece: str, width: int) -> list[str]:
    """Pieces taken off the end of a line: they may not end one, or go down with a piece that may not begin one."""
    carried: list[str] = []
    while _held(line[-1], piece) and len(line) > 2 and len(carried) < _CARRIED:
        piece = line.pop()
        carried.insert(0, piece)
    if sum(map(text_width, carried)) * 2 > width:
        line += carried
        return []
    return carried


def _held(last: str, first: str) -> bool:
    """No line may end with the one and the next begin with the other."""
    return first[0] in _NOT_FIRST or first in _CLOSING or last in _NOT_LAST or last in _OPENING


def _pieces(text: str, width: int) -> list[str]:
    """The pieces that may stand at the end of a line; a word wider than a line is cut."""
    pieces = []
    for piece in _PIECE.findall(text):
        if len(piece) <= width:
            pieces.append(piece)
        else:
            pieces += [piece[start : start + width] for start in range(0, len(piece), width)]
    return pieces
