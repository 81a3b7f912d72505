"""What a Word file's styles and numbering definitions say of a paragraph: outline level, bold, generated label."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from msgspec import Struct

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DEEPEST_BASE = 12
"""Styles based on styles based on …: more than Word's own."""
BODY_LEVEL = 9
HEADING_NAME = re.compile(r"(?:heading|标题)\s*([1-9])$", re.I)
DIGITS = "零一二三四五六七八九"
CIRCLED_LAST = 20
DASHES = frozenset("—–-●■◆•·")


class Style(Struct, frozen=True):
    """A paragraph or character style, with what its base styles add."""

    level: int | None = None
    bold: bool | None = None
    number: tuple[str, int] | None = None
    """numId and level of numbering."""


class NumberLevel(Struct, frozen=True):
    """One level of a list: its number format, its pattern (``（%1）``) and first number."""

    format: str
    pattern: str
    start: int


def value(element: etree._Element | None, default: str = "") -> str:
    """The w:val of an element."""
    return default if element is None else str(element.get(W + "val", default))


def switched_on(element: etree._Element | None) -> bool | None:
    """A toggle property: on, off, or None where it is not given."""
    return None if element is None else value(element, "1") not in ("0", "false", "none", "off")


def read_styles(root: etree._Element | None) -> dict[str, Style]:
    """Every style by its id."""
    if root is None:
        return {}
    elements = {str(element.get(W + "styleId")): element for element in root.iter(W + "style")}
    return {name: _style(name, elements) for name in elements}


def _style(name: str, elements: dict[str, etree._Element]) -> Style:
    level, bold, number = None, None, None
    for element in _bases(name, elements):
        if level is None:
            named = HEADING_NAME.match(value(element.find(W + "name")))
            outline = element.find(f"{W}pPr/{W}outlineLvl")
            level = int(named[1]) if named else outline_level(outline)
        if bold is None:
            bold = switched_on(element.find(f"{W}rPr/{W}b"))
        if number is None:
            number = number_of(element.find(f"{W}pPr/{W}numPr"))
    return Style(level, bold, number)


def _bases(name: str, elements: dict[str, etree._Element]) -> Iterator[etree._Element]:
    for _ in range(DEEPEST_BASE):
        element = elements.get(name)
        if element is None:
            return
        yield element
        name = value(element.find(W + "basedOn"))


def outline_level(element: etree._Element | None) -> int | None:
    """Word counts outline levels from 0 and calls 9 body text; here the highest is 1."""
    text = value(element)
    return int(text) + 1 if text.isdigit() and int(text) < BODY_LEVEL else None


def number_of(element: etree._Element | None) -> tuple[str, int] | None:
    """numId and level of a w:numPr."""
    if element is None:
        return None
    level = value(element.find(W + "ilvl"), "0")
    return value(element.find(W + "numId")), int(level) if level.isdigit() else 0


class Numbering:
    """Counts through the lists of a document and gives each paragraph the label that Word would print."""

    def __init__(self, root: etree._Element | None) -> None:
        self._levels: dict[tuple[str, int], NumberLevel] = {}
        self._list_of: dict[str, str] = {}
        self._counts: dict[tuple[str, int], int] = {}
        if root is not None:
            self._read(root)

    def label(self, number: tuple[str, int] | None) -> str:
        """The label of the next paragraph of this list and level."""
        if number is None or number[0] in ("", "0"):
            return ""
        list_id, level = self._list_of.get(number[0], number[0]), number[1]
        definition = self._levels.get((list_id, level))
        if definition is None:
            return ""
        if definition.format == "bullet":
            return definition.pattern if definition.pattern and set(definition.pattern) <= DASHES else ""
        count = self._counts.get((list_id, level), definition.start - 1) + 1
        self._counts[list_id, level] = count
        for deeper in [key for key in self._counts if key[0] == list_id and key[1] > level]:
            del self._counts[deeper]
        return re.sub(r"%([1-9])", lambda match: self._written(list_id, int(match[1]) - 1), definition.pattern)

    def _written(self, list_id: str, level: int) -> str:
        definition = self._levels.get((list_id, level))
        count = self._counts.get((list_id, level), definition.start if definition else 1)
        return written(count, definition.format if definition else "decimal")

    def _read(self, root: etree._Element) -> None:
        for abstract in root.iter(W + "abstractNum"):
            list_id = str(abstract.get(W + "abstractNumId"))
            for level in abstract.iter(W + "lvl"):
                start = value(level.find(W + "start"), "1")
                self._levels[list_id, int(level.get(W + "ilvl", "0"))] = NumberLevel(
                    value(level.find(W + "numFmt"), "decimal"),
                    value(level.find(W + "lvlText")),
                    int(start) if start.isdigit() else 1,
                )
        for number in root.iter(W + "num"):
            self._list_of[str(number.get(W + "numId"))] = value(number.find(W + "abstractNumId"))


def written(count: int, number_format: str) -> str:
    """A number as Word writes it in a list."""
    if number_format.startswith(("chineseCounting", "japaneseCounting", "taiwaneseCounting", "chineseLegal")):
        return chinese(count)
    if number_format == "decimalEnclosedCircle" and 0 < count <= CIRCLED_LAST:
        return chr(0x245F + count)
    if number_format in ("lowerLetter", "upperLetter") and 0 < count <= 26:
        return chr((97 if number_format == "lowerLetter" else 65) + count - 1)
    return str(count)


def chinese(count: int) -> str:
    """1 to 99 in Chinese numerals."""
    if not 0 < count < 100:
        return str(count)
    tens, ones = divmod(count, 10)
    return (DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + (DIGITS[ones] if ones else "")
