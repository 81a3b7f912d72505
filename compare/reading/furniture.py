"""What stands around a report's text: title page, contents, running heads, page numbers, editors' and sites' lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from compare.model import BlockKind
from compare.reading.cleaning import Cleaning
from compare.reading.joining import Line, find_setting

LATEST_OPENING = 60
"""Lines among which the salutation is looked for at least."""


class Furniture:
    """Tells the kinds of lines by the rules of ``cleaning.toml``."""

    def __init__(self, rules: Cleaning) -> None:
        self._page_number = re.compile(rules.page_number)
        self._bare_number = re.compile(r"\s*\d{1,4}\s*")
        self._editorial = [re.compile(pattern) for pattern in rules.editorial]
        self._tails = [re.compile(pattern) for pattern in rules.tail]
        self._salutation = re.compile(rules.salutation)
        self._title, self._delivery = re.compile(rules.title), re.compile(rules.delivery)
        self._contents_title, self._contents_line = re.compile(rules.contents_title), re.compile(rules.contents_line)

    def kinds(self, lines: Sequence[Line]) -> list[BlockKind]:
        """For each line what it is."""
        kinds: list[BlockKind] = ["table" if line.raw.cell else "text" for line in lines]
        repeated = _repeated(lines)
        for index, line in enumerate(lines):
            if kinds[index] == "text" and (
                line.raw.furniture
                or line.clean.text in repeated
                or self._is_page_number(lines, index)
                or any(pattern.search(line.clean.text) for pattern in self._editorial)
            ):
                kinds[index] = "furniture"
        start = self._opening(lines)
        for index in range(start):
            if kinds[index] == "text":
                kinds[index] = "furniture" if self._is_editors_text(lines[index].clean.text) else "cover"
        self._mark_contents(lines, kinds, start)
        self._mark_tail(lines, kinds, start)
        return kinds

    def _is_editors_text(self, text: str) -> bool:
        return "。" in text and not self._delivery.search(text)

    def _is_page_number(self, lines: Sequence[Line], index: int) -> bool:
        """A number with dashes or 第…页 always is one; a bare number only where nothing goes on around it."""
        line = lines[index]
        if line.raw.kind != "line" or not self._page_number.match(line.clean.text):
            return False
        if not self._bare_number.fullmatch(line.clean.text):
            return True
        before = line.raw.gap > 0 or index == 0
        after = index + 1 == len(lines) or lines[index + 1].raw.gap > 0
        return before and after

    def _opening(self, lines: Sequence[Line]) -> int:
        """Where the report itself begins: the first salutation, or behind the title lines where there is none."""
        for index, line in enumerate(lines[: max(LATEST_OPENING, len(lines) // 4)]):
            if self._salutation.match(line.clean.text):
                return index
        start = 0
        for index, line in enumerate(lines[:12]):
            if self._title.match(line.clean.text) or self._delivery.search(line.clean.text):
                start = index + 1
        return start

    def _mark_contents(self, lines: Sequence[Line], kinds: list[BlockKind], start: int) -> None:
        inside = False
        for index in range(start):
            if self._contents_title.match(lines[index].clean.text):
                inside = True
                kinds[index] = "contents"
            elif inside and self._contents_line.search(lines[index].raw.text):
                kinds[index] = "contents"
            else:
                inside = False

    def _mark_tail(self, lines: Sequence[Line], kinds: list[BlockKind], start: int) -> None:
        for index in range(max(start, len(lines) * 3 // 4), len(lines)):
            if any(pattern.search(lines[index].clean.text) for pattern in self._tails):
                kinds[index:] = ["furniture"] * (len(lines) - index)
                return


def _repeated(lines: Sequence[Line]) -> frozenset[str]:
    """Short lines that come again and again without ending a sentence: running heads."""
    by_blank_lines = find_setting(lines).by_blank_lines
    counts = Counter(
        line.clean.text
        for line in lines
        if line.raw.kind == "line" and 4 <= len(line.clean.text) <= 40 and (line.raw.gap or not by_blank_lines)
    )
    return frozenset(
        text
        for text, count in counts.items()
        if count >= 4 and not re.search(r"[。！？：；，、”]$", text) and not re.search(r"^[\d.%（）()]+$", text)
    )
