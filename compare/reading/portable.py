"""PDF files: characters with their places on the page, put together into lines and those into paragraphs.

A PDF knows neither lines nor paragraphs. A line is what stands at one height; a line goes on with the one before it
where that one reaches the right margin and this one is not indented; what stands at the head or foot of most pages is
furniture. Scanned pages hold no text: that is told, not guessed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median

from msgspec import Struct
from msgspec.structs import replace

from compare.errors import InputError
from compare.model import Notice
from compare.reading.bounded import read_pages
from compare.reading.prints import Glyph
from compare.reading.raw import Raw, RawLine, within_limits

MARGIN = 0.1
"""Share of the page's height in which running heads and page numbers stand."""
PAGE_NUMBER = re.compile(
    r"\s*[-—–·•]*\s*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[,，/]?\s*共?\s*\d{1,4}\s*页?)?\s*[-—–·•]*\s*"
)
SENTENCE_END = re.compile(r"[。！？：；][”’）》]*$")
LABEL = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|——|[一二三四五六七八九十]{1,3}是)"
)


class PrintedLine(Struct, frozen=True):
    """What stands at one height of a page."""

    text: str
    page: int
    left: float
    right: float
    baseline: float
    size: float
    height: float
    """Height of the page."""
    bold: tuple[tuple[int, int], ...]
    furniture: bool = False


def read_portable(data: bytes, file: str) -> Raw:
    """The lines of a PDF. Raises InputError where it is damaged, protected, or holds no text."""
    pages = read_pages(data, file)
    lines = [line for number, page in enumerate(pages, 1) for line in _printed(page.glyphs, number, page.height)]
    if not lines:
        raise InputError(file, "holds no text: its pages are pictures", "give a PDF with text, or txt or docx")
    empty = [number for number, page in enumerate(pages, 1) if not page.glyphs]
    notices = tuple(Notice("page-without-text", (), file, page) for page in empty)
    raw_lines = within_limits(_raw_lines(_marked(lines, len(pages))), file)
    return Raw("pdf", tuple(raw_lines), len(pages), notices)


def _printed(glyphs: Sequence[Glyph], page: int, height: float) -> Iterator[PrintedLine]:
    """The lines of a page from top to bottom."""
    sizes = [glyph.size for glyph in glyphs if not glyph.text.isspace()]
    if not sizes:
        return
    size = median(sizes)
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: -glyph.baseline):
        if rows and rows[-1][0].baseline - glyph.baseline <= 0.6 * size:
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    for row in rows:
        row.sort(key=lambda glyph: glyph.left)
        while row and row[0].text.isspace():
            row.pop(0)
        while row and row[-1].text.isspace():
            row.pop()
        if row:
            yield _line(row, page, height)


def _line(row: Sequence[Glyph], page: int, height: float) -> PrintedLine:
    size = median(glyph.size for glyph in row)
    pieces: list[str] = []
    bold: list[tuple[int, int]] = []
    for number, glyph in enumerate(row):
        if number and glyph.left - row[number - 1].right > 0.35 * size and glyph.text.isascii():
            pieces.append(" " if row[number - 1].text.isascii() else "")
        at = sum(map(len, pieces)) if glyph.bold else 0
        if glyph.bold and bold and at - bold[-1][1] <= 1:
            bold[-1] = (bold[-1][0], at + 1)
        elif glyph.bold:
            bold.append((at, at + 1))
        pieces.append(glyph.text)
    return PrintedLine("".join(pieces), page, row[0].left, row[-1].right, row[0].baseline, size, height, tuple(bold))


def _marked(lines: Sequence[PrintedLine], pages: int) -> list[PrintedLine]:
    """The lines, with running heads and page numbers marked as furniture."""
    at_edge = [line.baseline < MARGIN * line.height or line.baseline > (1 - MARGIN) * line.height for line in lines]
    counts = Counter(re.sub(r"\d+", "", line.text) for line, edge in zip(lines, at_edge, strict=True) if edge)
    often = max(2, pages // 3)
    return [
        replace(line, furniture=True)
        if edge and (PAGE_NUMBER.fullmatch(line.text) or counts[re.sub(r"\d+", "", line.text)] > often)
        else line
        for line, edge in zip(lines, at_edge, strict=True)
    ]


def _raw_lines(lines: Sequence[PrintedLine]) -> Iterator[RawLine]:
    text = [line for line in lines if not line.furniture]
    size = median(line.size for line in text) if text else 1.0
    lefts = Counter(round(line.left / size) for line in text if len(line.text) > 5)
    left = min((at for at, count in lefts.items() if count * 10 >= len(text)), default=0) * size
    right = max((line.right for line in text), default=0.0)
    indents = sum(1 for line in text if 1.2 * size < line.left - left < 3.2 * size)
    by_indent = indents * 20 >= len(text)
    before: PrintedLine | None = None
    for line in lines:
        goes_on = False
        if not line.furniture:
            opens = line.left > left + 1.2 * size or LABEL.match(line.text) is not None
            goes_on = before is not None and not opens and _reaches_on(before, right, size, by_indent=by_indent)
            before = line
        yield RawLine(line.text, "line", page=line.page, bold=line.bold, goes_on=goes_on, furniture=line.furniture)


def _reaches_on(line: PrintedLine, right: float, size: float, *, by_indent: bool) -> bool:
    """Whether a line is full.

    It may leave room for a number that was not divided; where new paragraphs are not indented, a sentence that ends
    before the margin ends its paragraph.
    """
    room = 8 if by_indent or not SENTENCE_END.search(line.text) else 1.8
    return line.right > right - room * size
