"""Lines into paragraphs: which line goes on with the sentence of the one before.

A page break, a line break of print and a link on a web page all cut a sentence in two. A line is joined to the one
before when that one stops in the middle of a sentence and this one does not open something of its own. How much an
empty line or an indent means depends on how the whole file is set, so that is found out first (:class:`Setting`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from compare.reading.cleaning import Clean
from compare.reading.raw import RawLine

ENDS = re.compile(r"(?:[。！？!?：:；;…][”’」』）)》】]*|[。！？][”’」』）)》】]*\s*)$")
LABEL = (
    r"第?[一二三四五六七八九十百]{1,4}[、章节编．.]|[（(][一二三四五六七八九十\d]{1,3}[）)]"
    r"|\d{1,2}[、．]|\d{1,2}\.(?!\d)|[①-⑳]"
)
OPENS = re.compile(
    rf"(?:{LABEL}|——|[-•·●■◆]\s*|[一二三四五六七八九十]{{1,3}}[是要]|各位代表|附[件录表]?[:：\d一二三]|表\d|目录$)"
)
LABELLED = re.compile(rf"(?:{LABEL}|[一二三四五六七八九十]{{1,3}}[是要])")
UNCLOSED = re.compile(r"(?:《[^》]*|（[^）]*|“[^”]*)$")
CLOSES = re.compile(r"^[》）”，。、；！？,.;%’)]")
STOPS_SHORT = re.compile(r"[、，和与及的余《（“A-Za-z]$")
INDENT = re.compile(r"^(?:\u3000| {2,}|\t)")
LONGEST_HEADING = 70
TAIL = 200


class Line(Struct, frozen=True):
    """A cleaned line that goes into a block, and the number of its source paragraph."""

    raw: RawLine
    clean: Clean
    paragraph: int


class Setting(Struct, frozen=True):
    """How a file sets its paragraphs apart."""

    by_blank_lines: bool
    """Paragraphs have an empty line between them; lines without one belong together."""
    wrapped: bool
    """Lines are broken at a fixed width, in the middle of sentences."""
    by_indent: bool
    """Wrapped, and the first line of a paragraph is indented."""
    width: int
    """Characters of a full line, where wrapped."""


def join_lines(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines grouped into paragraphs, in order."""
    setting = find_setting(lines)
    groups: list[list[Line]] = []
    tail = ""
    for line in lines:
        if groups and tail and goes_on(tail, groups[-1], line, setting):
            groups[-1].append(line)
            tail = (tail + line.clean.text)[-TAIL:]
        else:
            groups.append([line])
            tail = line.clean.text[-TAIL:]
    return groups


def find_setting(lines: Sequence[Line]) -> Setting:
    """How the lines of a text file are set; a format with paragraphs of its own has no setting."""
    plain = [line for line in lines if line.raw.kind == "line"]
    if len(plain) < 4:
        return Setting(by_blank_lines=False, wrapped=False, by_indent=False, width=0)
    parted = sum(1 for line in plain[1:] if line.raw.gap)
    widths = sorted(len(line.clean.text) for line in plain)
    width = widths[len(widths) * 9 // 10]
    full = sum(1 for line in plain if abs(len(line.clean.text) - width) <= 3)
    broken = sum(1 for line in plain if not ENDS.search(line.clean.text[-8:]))
    wrapped = 15 <= width <= 90 and full * 5 >= 2 * len(plain) and broken * 5 >= 2 * len(plain)
    indented = sum(1 for line in plain if INDENT.match(line.raw.text))
    return Setting(
        by_blank_lines=parted * 5 >= 2 * len(plain),
        wrapped=wrapped,
        by_indent=wrapped and len(plain) > indented * 2 and indented * 50 >= len(plain),
        width=width,
    )


def goes_on(tail: str, group: Sequence[Line], line: Line, setting: Setting) -> bool:
    """True when ``line`` goes on with the paragraph of ``group``, which so far ends in ``tail``."""
    last, text = group[-1], line.clean.text
    if line.raw.kind not in ("line", "paragraph") or last.raw.kind != line.raw.kind:
        return False
    if line.raw.goes_on is not None:
        return line.raw.goes_on
    if line.raw.style_level or last.raw.style_level or line.raw.label or OPENS.match(text):
        return False
    heading = _is_heading(group)
    ends = bool(ENDS.search(tail))
    if line.raw.kind == "paragraph":
        return not (ends or heading) and len(tail) >= 50 and bool(re.search("[，。]", tail)) and not _all_bold(last)
    close = line.raw.gap == 0
    if close and (CLOSES.match(text) or (UNCLOSED.search(tail) and not ends)):
        return True
    if heading:
        return False
    if setting.wrapped:
        return _wraps(last, line, setting, ends=ends)
    if close and setting.by_blank_lines:
        return not tail.endswith(("：", ":"))
    if ends:
        return False
    if STOPS_SHORT.search(tail):
        return True
    if close:
        return "，" in tail or "。" in tail or len(tail) > 25 or len(text) < 12 or tail[-1].isdigit()
    return "，" in tail or "。" in tail or len(tail) > 40


def _wraps(last: Line, line: Line, setting: Setting, *, ends: bool) -> bool:
    if line.raw.gap and ends:
        return False
    if setting.by_indent:
        return not INDENT.match(line.raw.text) and len(last.clean.text) >= setting.width // 2
    return len(last.clean.text) >= setting.width - 3 if ends else len(last.clean.text) >= setting.width // 2


def _is_heading(group: Sequence[Line]) -> bool:
    """Whether the paragraph so far is a labelled heading, complete or not: what follows is its text."""
    text = "".join(line.clean.text for line in group[:3])
    if len(group) > 3 or len(text) > LONGEST_HEADING or not LABELLED.match(text):
        return False
    return "。" not in text[:-1] and not UNCLOSED.search(text) and not text.endswith(("，", "、", "；", ";"))


def _all_bold(line: Line) -> bool:
    return sum(end - start for start, end in line.raw.bold) * 10 >= len(line.raw.text.strip()) * 9
