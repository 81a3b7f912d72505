"""Changes as text: side by side where the terminal is wide, stacked where it is not, and as Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any

from compare.model import Mark, MarkKind
from compare.writing.clean import markdown, one_line
from compare.writing.lookup import short_names
from compare.writing.paint import Paint
from compare.writing.tables.common import places_text
from compare.writing.tables.spec import Table
from compare.writing.tables.texts import ChangeRow
from compare.writing.width import padded, text_width, wrap
from compare.writing.wording import Words

_WIDE = 120
_SIGNS = {"delete": ("[-", "-]"), "insert": ("{+", "+}")}
_INDENT = 2


def changes_text(table: Table[Any], words: Words, width: int, paint: Paint) -> str:
    """Every change with its marks, under a line that says what it is and where it stands.

    Sentences of one paragraph that were added or removed one after another stand under one line.
    """
    if not table.rows:
        return words("table.empty") + "\n"
    lines: list[str] = []
    above = ""
    for row in table.rows:
        head = _headline(row, words, width, paint)
        if head == above and not (row.old and row.new):
            lines.pop()
        else:
            lines.append(head)
        lines += [*_body(row, width, paint), ""]
        above = head
    return "\n".join([*lines, paint.dim(words("table.rows", count=f"{len(table.rows):,}"))]) + "\n"


def changes_markdown(table: Table[Any], words: Words) -> str:
    """Every change as a list item; what is gone in ``<del>``, what has come in ``<ins>``.

    Not ``~~`` and ``**``: beside Chinese punctuation, which changes often begin or end with, Markdown takes those for
    plain signs.
    """
    lines = []
    for row in table.rows:
        section = markdown(one_line(row.section))
        lines.append(f"- **{words(f'change.{row.change.kind}')}** {_places(row, words)}" + ("  " + section).rstrip())
        lines.append("  " + "".join(_markdown(kind, text) for kind, text in _runs(row.change.marks)))
    return "\n".join(lines) + "\n"


def _places(row: ChangeRow, words: Words) -> str:
    names = short_names(row.between.comparison)
    sides = ((row.between.pair.old, row.old), (row.between.pair.new, row.new))
    return " → ".join(f"{names[report]} {places_text(side, words)}" for report, side in sides if side)


def _runs(marks: Sequence[Mark]) -> Iterator[tuple[MarkKind, str]]:
    """Marks of one kind that follow one another, figures and words, as one text."""
    for kind, group in groupby(marks, key=lambda mark: mark.kind):
        yield kind, one_line_kept("".join(mark.text for mark in group))


def _headline(row: ChangeRow, words: Words, width: int, paint: Paint) -> str:
    head = f"■ {words(f'change.{row.change.kind}')}  {_places(row, words)}"
    section = one_line(row.section)
    room = width - text_width(head) - 2
    return paint.bold(head) + ("  " + paint.dim(_cut(section, room)) if section and room > _INDENT * 4 else "")


def _body(row: ChangeRow, width: int, paint: Paint) -> list[str]:
    if width >= _WIDE and row.old and row.new:
        half = (width - 3) // 2
        left = _painted(row.change.marks, ("equal", "delete"), half, paint)
        right = _painted(row.change.marks, ("equal", "insert"), half, paint)
        return _beside(left, right, half)
    lines = _painted(row.change.marks, ("equal", "delete", "insert"), width - _INDENT, paint)
    return [" " * _INDENT + painted for _, painted in lines]


def _beside(left: Sequence[tuple[str, str]], right: Sequence[tuple[str, str]], half: int) -> list[str]:
    out = []
    for number in range(max(len(left), len(right))):
        plain, painted = left[number] if number < len(left) else ("", "")
        fill = padded("", half - text_width(plain))
        out.append((painted + fill + " │ " + (right[number][1] if number < len(right) else "")).rstrip())
    return out


def _painted(marks: Sequence[Mark], kinds: tuple[str, ...], width: int, paint: Paint) -> list[tuple[str, str]]:
    """Lines as (plain, painted); without colour, signs stand around what is gone and what has come."""
    text, looks = "", ""
    for kind, words in _runs([mark for mark in marks if mark.kind in kinds]):
        before, behind = ("", "") if paint.on or kind == "equal" else _SIGNS[kind]
        piece = before + words + behind
        text += piece
        looks += kind[0] * len(piece)
    lines, at = [], 0
    for line in wrap(text, width):
        at = text.index(line, at) if line else at
        lines.append((line, _paint_line(line, looks[at : at + len(line)], paint)))
        at += len(line)
    return lines


def one_line_kept(text: str) -> str:
    """Printable text on one line that keeps spaces at its ends, where marks meet."""
    inner = one_line(text)
    return (" " if text[:1] == " " else "") + inner + (" " if text[-1:] == " " and inner else "")


def _paint_line(line: str, looks: str, paint: Paint) -> str:
    brushes: dict[str, Callable[[str], str]] = {"d": paint.gone, "i": paint.come}
    out, start = "", 0
    for at in range(1, len(line) + 1):
        if at == len(line) or looks[at] != looks[start]:
            brush = brushes.get(looks[start])
            out += brush(line[start:at]) if brush else line[start:at]
            start = at
    return out


def _markdown(kind: MarkKind, text: str) -> str:
    tag = {"delete": "del", "insert": "ins"}.get(kind)
    return f"<{tag}>{markdown(text)}</{tag}>" if tag else markdown(text)


def _cut(text: str, width: int) -> str:
    first = wrap(text, max(width, 4))[0]
    return first if first == text else wrap(text, max(width - 2, 4))[0] + "…"
