"""What stands around a report's text: title page, contents, running heads, page numbers, editors' and sites' lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from compare.model import BlockKind
from compare.reading.cleaning import Cleaning
from compare.reading.joining import Line, find_setting

LATEST_OPENING = 60
"""Lines among which the opening is looked for at least."""
EDITORS_TEXT = 600
"""Characters of running text that may stand before the opening in any report (a gazette's word on itself)."""
EDITORS_SHARE = 0.05
"""And in a long one this share of it; more is the report's own text, which is never dropped."""
LONGEST_TITLE = 120


class Furniture:
    """Tells the kinds of lines by the rules of ``cleaning.toml``."""

    def __init__(self, rules: Cleaning) -> None:
        self._page_number = re.compile(rules.page_number)
        self._bare_number = re.compile(r"\s*\d{1,4}\s*")
        self._editorial = [re.compile(pattern) for pattern in rules.editorial]
        self._tails = [re.compile(pattern) for pattern in rules.tail]
        self._opens = re.compile(f"{rules.salutation}|{rules.presentation}")
        self._part_heading = re.compile(rules.part_heading)
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
        self._mark_contents(lines, kinds)
        start = self._opening(lines, kinds)
        for index in range(start):
            if kinds[index] == "text":
                kinds[index] = "furniture" if self._is_editors_text(lines[index].clean.text) else "cover"
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

    def _opening(self, lines: Sequence[Line], kinds: Sequence[BlockKind]) -> int:
        """Where the report itself begins: its opening words, or behind the title lines where there are none.

        Opening words with a numbered heading or a long text before them belong to a later page of the report.
        """
        most = max(EDITORS_TEXT, EDITORS_SHARE * sum(len(line.clean.text) for line in lines))
        before = 0
        for index, line in enumerate(lines[: max(LATEST_OPENING, len(lines) // 4)]):
            text = line.clean.text
            if kinds[index] in ("contents", "furniture"):
                continue
            if self._opens.match(text):
                return index
            before += len(text) if "。" in text else 0
            if before > most or self._part_heading.match(text):
                break
        return self._behind_titles(lines)

    def _behind_titles(self, lines: Sequence[Line]) -> int:
        start = 0
        for index, line in enumerate(lines[:12]):
            text = line.clean.text
            if len(text) > LONGEST_TITLE or self._part_heading.match(text):
                break
            if self._title.match(text) or self._delivery.search(text):
                start = index + 1
        return start

    def _mark_contents(self, lines: Sequence[Line], kinds: list[BlockKind]) -> None:
        """The title of a table of contents, and the lines under it that end in a page number or come again later."""
        inside = False
        first = lines[: max(LATEST_OPENING, len(lines) // 4)]
        later = Counter(line.clean.text for line in lines)
        for index, line in enumerate(first):
            if self._contents_title.match(line.clean.text):
                inside = True
                kinds[index] = "contents"
            elif inside and (self._contents_line.search(line.raw.text) or later[line.clean.text] > 1):
                kinds[index] = "contents"
                later[line.clean.text] -= 1
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
