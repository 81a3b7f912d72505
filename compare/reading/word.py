"""Word files (docx), read from their XML: paragraphs, styles, tables, notes, generated numbering, tracked changes.

How Word stores what a reader sees is written down in docs/reading-and-outline.md. Tracked changes are read as
accepted; a label that Word generates is put before the paragraph's text, since that is what a person reads.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from lxml import etree
from msgspec import Struct, field
from msgspec.structs import replace

from compare.errors import InputError
from compare.model import Cell, Notice
from compare.reading.package import ADVICE, Package
from compare.reading.raw import Raw, RawLine, within_limits
from compare.reading.word_styles import (
    Numbering,
    Style,
    W,
    number_of,
    outline_level,
    read_styles,
    switched_on,
    value,
)

FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
GONE = frozenset((W + "del", W + "moveFrom"))
ADDED = frozenset((W + "ins", W + "moveTo"))
BREAKS = frozenset((W + "br", W + "cr"))
LONGEST_CAPTION = 40
LONGEST_HEADING = 120
DEEPEST = 60
"""Elements nested deeper than this are not followed."""


class Text(Struct):
    """A paragraph as it is being gathered: pieces of text, bold spans, and what hangs on it."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    bold: list[tuple[int, int]] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    page_breaks: int = 0

    def add(self, text: str, *, bold: bool = False) -> None:
        """Append text; touching bold pieces become one span."""
        if bold and text:
            start = self.bold.pop()[0] if self.bold and self.bold[-1][1] == self.length else self.length
            self.bold.append((start, self.length + len(text)))
        self.pieces.append(text)
        self.length += len(text)


def read_word(data: bytes, file: str) -> Raw:
    """The paragraphs, cells and notes of a docx. Raises InputError where it is damaged or unreasonably large."""
    package = Package(data, file)
    main = next((name for name in package.names if name.startswith("word/document") and name.endswith(".xml")), "")
    root = package.xml(main)
    body = None if root is None else root.find(W + "body")
    if root is None or body is None:
        raise InputError(file, "holds no Word document", ADVICE)
    reader = WordReader(read_styles(package.xml("word/styles.xml")), Numbering(package.xml("word/numbering.xml")))
    reader.pages_known = next(root.iter(W + "lastRenderedPageBreak"), None) is not None
    notes = [(package.xml(f"word/{part}s.xml"), part) for part in ("footnote", "endnote")]
    everything = chain(reader.blocks(body), *(reader.notes(part, kind) for part, kind in notes))
    lines = tuple(within_limits(everything, file))
    return Raw("docx", lines, reader.page if reader.pages_known else None, tuple(reader.notices(file)))


class WordReader:
    """Walks through a document's body and keeps count of pages, tables, lists and tracked changes."""

    def __init__(self, styles: dict[str, Style], numbering: Numbering) -> None:
        self._styles, self._numbering = styles, numbering
        self.pages_known = False
        self.page = 1
        self._tables = self._inserted = self._deleted = self._hidden = self._gap = 0
        self._last = ""
        self._carried: Text | None = None

    def blocks(self, parent: etree._Element, depth: int = 0) -> Iterator[RawLine]:
        """The paragraphs and tables under an element, in reading order."""
        for element in parent:
            if element.tag == W + "p":
                yield from self._paragraph(element, depth)
            elif element.tag == W + "tbl":
                yield from self._table(element, depth)
            elif depth < DEEPEST and element.tag not in GONE and element.tag != FALLBACK and len(element):
                yield from self.blocks(element, depth + 1)

    def notes(self, root: etree._Element | None, kind: str) -> Iterator[RawLine]:
        """The notes of a part, set apart from the text; their marks are in it."""
        for note in () if root is None else root.iter(W + kind):
            if note.get(W + "type") in ("separator", "continuationSeparator", "continuationNotice"):
                continue
            text = "".join(line.text for line in self.blocks(note))
            if text.strip():
                yield RawLine(f"［{note.get(W + 'id')}］{text}", "note", furniture=True)

    def notices(self, file: str) -> Iterator[Notice]:
        """What was read otherwise than it stands in the file."""
        if self._inserted or self._deleted:
            yield Notice("tracked-changes", (str(self._inserted), str(self._deleted)), file)
        if self._hidden:
            yield Notice("hidden-text", (str(self._hidden),), file)

    def _paragraph(self, paragraph: etree._Element, depth: int) -> Iterator[RawLine]:
        properties = paragraph.find(W + "pPr")
        style = self._styles.get("" if properties is None else value(properties.find(W + "pStyle")), Style())
        text, self._carried = self._carried or Text(), None
        self._gather(paragraph, text, style, 0)
        self.page += text.page_breaks if self.pages_known else 0
        if properties is not None and properties.find(f"{W}rPr/{W}del") is not None:
            self._carried = text
            return
        yield from self._lines(text, self._frame(properties, style))
        for box in text.boxes:
            if depth < DEEPEST:
                yield from self.blocks(box, depth + 1)

    def _frame(self, properties: etree._Element | None, style: Style) -> RawLine:
        """Level and label of a paragraph, without its text."""
        own_level = None if properties is None else outline_level(properties.find(W + "outlineLvl"))
        own_number = None if properties is None else number_of(properties.find(W + "numPr"))
        return RawLine(
            "",
            "paragraph",
            page=self.page if self.pages_known else None,
            style_level=own_level or style.level,
            label=self._numbering.label(own_number or style.number),
        )

    def _lines(self, text: Text, frame: RawLine) -> Iterator[RawLine]:
        """One line a paragraph; where Word breaks the line within it, one for each piece."""
        whole = "".join(text.pieces)
        if not whole.strip():
            self._gap += 1
            return
        parts = whole.split("\n")
        start = 0
        for number, part in enumerate(parts):
            bold = [(max(0, a - start), min(len(part), b - start)) for a, b in text.bold]
            start += len(part) + 1
            if not part.strip():
                continue
            label = frame.label if number == 0 else ""
            shift = len(label)
            yield replace(
                frame,
                text=label + part,
                kind="paragraph" if len(parts) == 1 else "line",
                gap=self._gap if number == 0 else 0,
                bold=tuple((a + shift if a else 0, b + shift) for a, b in bold if a < b),
                style_level=frame.style_level if len(part) <= LONGEST_HEADING else None,
                label=label,
            )
            self._gap, self._last = 0, part.strip()

    def _gather(self, parent: etree._Element, text: Text, style: Style, depth: int) -> None:
        """Everything under a paragraph that a reader sees, in order."""
        for element in parent:
            tag = element.tag
            if tag in GONE:
                self._deleted += 1
            elif tag == W + "r":
                self._run(element, text, style)
            elif tag != FALLBACK and tag != W + "pPr" and depth < DEEPEST and len(element):
                self._inserted += tag in ADDED
                self._gather(element, text, style, depth + 1)

    def _run(self, run: etree._Element, text: Text, style: Style) -> None:
        properties = run.find(W + "rPr")
        if properties is not None and switched_on(properties.find(W + "vanish")):
            self._hidden += sum(len(node.text or "") for node in run.iter(W + "t"))
            return
        bold = style.bold
        if properties is not None:
            own = switched_on(properties.find(W + "b"))
            named = self._styles.get(value(properties.find(W + "rStyle")), Style()).bold
            bold = own if own is not None else named if named is not None else bold
        for node in run:
            self._node(node, text, bold=bool(bold))

    def _node(self, node: etree._Element, text: Text, *, bold: bool) -> None:
        tag = node.tag
        if tag == W + "t":
            text.add((node.text or "").replace("\n", " "), bold=bold)
        elif tag in BREAKS:
            is_page = node.get(W + "type") in ("page", "column")
            text.add("" if is_page else "\n")
        elif tag == W + "lastRenderedPageBreak":
            text.page_breaks += 1
        elif tag in (W + "tab", W + "ptab"):
            text.add(" ", bold=bold)
        elif tag == W + "noBreakHyphen":
            text.add("-", bold=bold)
        elif tag in (W + "footnoteReference", W + "endnoteReference"):
            text.add(f"［{node.get(W + 'id')}］")
        elif not isinstance(tag, str):
            return
        else:
            text.boxes += _boxes(node)

    def _table(self, table: etree._Element, depth: int) -> Iterator[RawLine]:
        """A table's cells, each with its row's and column's heads; a frame around text is no table."""
        rows = [list(_cells(row)) for row in table.iter(W + "tr") if _owner(row) is table]
        width = max((len(row) for row in rows), default=0)
        if width <= 1:
            for row in rows:
                for _, cell in row:
                    yield from self.blocks(cell, depth + 1)
            return
        self._tables += 1
        caption = self._last if len(self._last) <= LONGEST_CAPTION else ""
        heads: dict[int, str] = {}
        for row_number, row in enumerate(rows):
            row_head = ""
            for column, cell in row:
                content = "".join(line.text.strip() for line in self.blocks(cell, depth + 1))
                if row_number == 0:
                    heads[column] = content
                place = Cell(
                    self._tables - 1,
                    row_number,
                    column,
                    row_head,
                    heads.get(column, "") if row_number else "",
                    caption,
                )
                row_head = row_head or content
                if content:
                    page = self.page if self.pages_known else None
                    yield RawLine(content, "cell", page=page, cell=place)
        self._gap, self._last = 0, ""


def _boxes(node: etree._Element) -> list[etree._Element]:
    """The text boxes that hang on a run, each once: Word stores an old form of them as a fallback."""
    found = []
    for box in node.iter(W + "txbxContent"):
        over = [ancestor.tag for ancestor in box.iterancestors()]
        below = over[: over.index(W + "p")] if W + "p" in over else over
        if FALLBACK not in below:
            found.append(box)
    return found


def _owner(row: etree._Element) -> etree._Element | None:
    return next(row.iterancestors(W + "tbl"), None)


def _cells(row: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """The cells of a row with their columns; a cell that only continues the one above is passed over."""
    column = 0
    for cell in row.iter(W + "tc"):
        if next(cell.iterancestors(W + "tr"), None) is not row:
            continue
        properties = cell.find(W + "tcPr")
        span = "1" if properties is None else value(properties.find(W + "gridSpan"), "1")
        merge = None if properties is None else properties.find(W + "vMerge")
        if merge is None or value(merge) == "restart":
            yield column, cell
        column += int(span) if span.isdigit() else 1
