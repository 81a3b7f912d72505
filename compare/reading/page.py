"""Web pages (HTML): the main text of a site's page, without scripts, menus and footers.

The text of a report stands in one container of the page; it is found as the element whose own paragraphs hold the most
text. What the site prints around it inside that container (source, font size, print this page) are editors' lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from msgspec import Struct, field

from compare.errors import InputError
from compare.model import Cell, Notice
from compare.reading.raw import Raw, RawLine, within_limits
from compare.reading.text import decode

BYTE_LIMIT = 10_000_000
SKIPPED = frozenset(("script", "style", "noscript", "template", "head", "nav", "footer", "aside", "form", "iframe"))
# fmt: off
BLOCKS = frozenset((
    "address", "article", "blockquote", "body", "center", "dd", "div", "dl", "dt", "figcaption", "figure", "h1",
    "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "ul",
))
# fmt: on
BOLD = frozenset(("b", "strong", "h1", "h2", "h3", "h4", "h5", "h6"))
BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)
HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
SPACE = re.compile(r"[ \t\r\n\f]+")
LINKS = frozenset(("a", "script", "style"))
CONTAINERS = frozenset(("div", "td", "article", "section", "main", "body", "center"))
DEEPEST = 200
LONGEST_CELL = 300
WHOLE_PAGE = 0.5
"""Where the best container holds less than this share of the page's text, the whole page is taken."""


def read_page(data: bytes, file: str) -> Raw:
    """The lines of a page's main text. Raises InputError where it is no page that can be parsed or holds no text."""
    if len(data) > BYTE_LIMIT:
        raise InputError(file, f"is a page of more than {BYTE_LIMIT // 1_000_000} MB", "save the report's text alone")
    text, encoding = decode(data, file)
    parser = etree.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=False, no_network=True)
    try:
        root = etree.fromstring(re.sub(r"^\s*<\?xml[^>]*>", "", text.replace("\x00", "")), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(file, "is a damaged web page", "save the report's text alone") from error
    if root is None:
        raise InputError(file, "is a web page without text", "save the report's text alone")
    notices = () if encoding.startswith("utf-8") else (Notice("encoding", (encoding.upper(),), file),)
    lines = PageReader().lines(main_part(root))
    return Raw("html", tuple(within_limits(lines, file)), None, notices)


def main_part(root: etree._Element) -> etree._Element:
    """The container that holds the text: most text in its own paragraphs, those one level deeper counted half."""
    scores: dict[etree._Element, float] = {}
    total = 0
    for element in _shown(root):
        size = len(SPACE.sub("", (element.text or "") + "".join(child.tail or "" for child in element)))
        for child in element:
            size += 0 if child.tag in BLOCKS or child.tag in LINKS else sum(len(part) for part in child.itertext())
        if size == 0 or element.tag in ("a", "span", "b", "strong", "font"):
            continue
        total += size
        weight = 1.0
        holder = element if element.tag in CONTAINERS and element.tag != "div" else element.getparent()
        while holder is not None and weight > 0.2:
            scores[holder] = scores.get(holder, 0.0) + weight * size
            weight *= 0.6
            holder = holder.getparent()
    best = max(scores, key=lambda element: scores[element], default=root)
    return best if sum(len(part) for part in best.itertext()) >= WHOLE_PAGE * total else root


def _shown(root: etree._Element) -> Iterator[etree._Element]:
    stack = [root]
    while stack:
        element = stack.pop()
        if isinstance(element.tag, str) and not _skipped(element):
            yield element
            stack.extend(reversed(element))


def _skipped(element: etree._Element) -> bool:
    return element.tag in SKIPPED or HIDDEN_STYLE.search(element.get("style", "")) is not None


class Gathered(Struct):
    """The text of the block that is being read."""

    pieces: list[str] = field(default_factory=list)
    bold: list[tuple[int, int]] = field(default_factory=list)
    length: int = 0

    def add(self, text: str, *, bold: bool) -> None:
        """Append text as a browser shows it: a run of white space is one space."""
        shown = SPACE.sub(" ", text)
        if not self.length:
            shown = shown.lstrip(" ")
        if bold and shown.strip():
            start = self.bold.pop()[0] if self.bold and self.bold[-1][1] == self.length else self.length
            self.bold.append((start, self.length + len(shown)))
        self.pieces.append(shown)
        self.length += len(shown)


class PageReader:
    """Walks through a page in reading order and cuts it into blocks."""

    def __init__(self) -> None:
        self._now = Gathered()
        self._broken = False
        self._level: int | None = None
        self._tables = 0

    def lines(self, root: etree._Element) -> Iterator[RawLine]:
        """The lines under an element."""
        yield from self._walk(root, bold=False, depth=0)
        yield from self._flush()

    def _walk(self, element: etree._Element, *, bold: bool, depth: int) -> Iterator[RawLine]:
        tag = element.tag
        if not isinstance(tag, str) or depth > DEEPEST or _skipped(element):
            return
        if tag == "table" and (rows := _data_rows(element)):
            yield from self._flush()
            yield from self._table(rows)
            return
        is_block = tag in BLOCKS
        if is_block or tag == "br":
            yield from self._flush(at_break=tag == "br")
        if re.fullmatch("h[1-6]", tag):
            self._level = int(tag[1])
        bold = bold or tag in BOLD or BOLD_STYLE.search(element.get("style", "")) is not None
        self._now.add(element.text or "", bold=bold)
        for child in element:
            yield from self._walk(child, bold=bold, depth=depth + 1)
            self._now.add(child.tail or "", bold=bold)
        if is_block:
            yield from self._flush()

    def _flush(self, *, at_break: bool = False) -> Iterator[RawLine]:
        text = "".join(self._now.pieces).rstrip(" ")
        kind = "line" if at_break or self._broken else "paragraph"
        if text.strip("\u3000\xa0 "):
            bold = tuple((start, min(end, len(text))) for start, end in self._now.bold if start < len(text))
            yield RawLine(text, "line" if kind == "line" else "paragraph", gap=1, style_level=self._level, bold=bold)
        self._now, self._level = Gathered(), None
        self._broken = at_break

    def _table(self, rows: list[list[str]]) -> Iterator[RawLine]:
        self._tables += 1
        for row_number, row in enumerate(rows):
            for column, text in enumerate(row):
                if text:
                    head = rows[0][column] if row_number and column < len(rows[0]) else ""
                    cell = Cell(self._tables - 1, row_number, column, row[0] if column else "", head)
                    yield RawLine(text, "cell", cell=cell)


def _data_rows(table: etree._Element) -> list[list[str]]:
    """The cells of a table of data; nothing for a table that only lays out the page."""
    rows = [
        [SPACE.sub("", "".join(map(str, cell.itertext()))) for cell in row if cell.tag in ("td", "th")]
        for row in table.iter("tr")
    ]
    if len(rows) < 2 or max(map(len, rows)) < 2 or next(table.iterdescendants("table"), None) is not None:
        return []
    return [] if any(len(cell) > LONGEST_CELL for row in rows for cell in row) else rows
