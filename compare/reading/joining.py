"""Lines into paragraphs: which line goes on with the sentence of the one before.

A page break, a line break of print and a link on a web page all cut a sentence in two. A line is joined to the one
before when that one stops in the middle of a sentence and this one does not open something of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from compare.reading.cleaning import Clean
from compare.reading.raw import RawLine

ENDS = re.compile(r"[。！？!?：:；;…][”’」』）)》】]*$")
OPENS = re.compile(
    r"(?:第?[一二三四五六七八九十百]{1,4}[、章节编．.]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、．]|\d{1,2}\.(?!\d)"
    r"|[①-⑳]|——|[-•·●■◆]\s*|[一二三四五六七八九十]{1,3}是|各位代表|附[件录表]?[:：\d一二三]|表\d|目录$)"
)
LABELLED = re.compile(
    r"(?:第?[一二三四五六七八九十百]{1,4}[、章节编．.]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、．.])"
)
UNCLOSED = re.compile(r"(?:《[^》]*|（[^）]*|“[^”]*)$")
CLOSES = re.compile(r"^[》）”，。、；！？,.;%”’)]")


@dataclass(frozen=True, slots=True)
class Line:
    """A cleaned line that goes into a block, and the number of its source paragraph."""

    raw: RawLine
    clean: Clean
    paragraph: int


def join_lines(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines grouped into paragraphs, in order."""
    groups: list[list[Line]] = []
    tail = ""
    for line in lines:
        if groups and tail and goes_on(tail, groups[-1][-1], line):
            groups[-1].append(line)
            tail = (tail + line.clean.text)[-200:]
        else:
            groups.append([line])
            tail = line.clean.text[-200:]
    return groups


def goes_on(tail: str, last: Line, line: Line) -> bool:
    """True when ``line`` goes on with what ``last``, whose paragraph so far ends in ``tail``, has begun."""
    if line.raw.kind not in ("line", "paragraph") or last.raw.kind != line.raw.kind:
        return False
    if line.raw.style_level or last.raw.style_level or line.raw.label:
        return False
    text = line.clean.text
    close = line.raw.kind == "line" and line.raw.gap == 0
    if close and (CLOSES.match(text) or UNCLOSED.search(tail)):
        return not (text.startswith("“") and ENDS.search(tail))
    if ENDS.search(tail) or OPENS.match(text):
        return False
    if LABELLED.match(tail) and len(tail) < 60 and "。" not in tail:
        return False
    if close:
        return "，" in tail or "。" in tail or len(tail) > 25 or len(text) < 12
    return "，" in tail or "。" in tail or len(tail) > 40
