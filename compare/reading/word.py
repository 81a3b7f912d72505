"""Word files (docx), read from their XML: paragraphs, styles, tables, notes, generated numbering, tracked changes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from compare.errors import InputError
from compare.model import Cell, Notice
from compare.reading.raw import Raw, RawLine

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PART_LIMIT = 60_000_000
"""Bytes of one unpacked part; a report's text has some 200 kB."""
ADVICE = "open it in Word and save it again as docx"


def read_word(data: bytes, file: str) -> Raw:
    """The paragraphs and cells of a docx. Raises InputError where it is damaged or unpacks to an unreasonable size."""
    body = _part(data, "word/document.xml", file)
    if body is None:
        raise InputError(file, "holds no Word document", ADVICE)
    lines = tuple(_blocks(body))
    return Raw("docx", lines)


def _part(data: bytes, name: str, file: str) -> etree._Element | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if name not in archive.namelist():
                return None
            if archive.getinfo(name).file_size > PART_LIMIT:
                raise InputError(file, f"unpacks to more than {PART_LIMIT // 1_000_000} MB", ADVICE)
            with archive.open(name) as part:
                xml = part.read(PART_LIMIT + 1)
        if len(xml) > PART_LIMIT:
            raise InputError(file, f"unpacks to more than {PART_LIMIT // 1_000_000} MB", ADVICE)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        return etree.fromstring(xml, parser)
    except (zipfile.BadZipFile, etree.XMLSyntaxError, NotImplementedError, EOFError, OSError, RuntimeError) as error:
        raise InputError(file, f"is a damaged docx ({error})", ADVICE) from error


def _blocks(root: etree._Element) -> Iterator[RawLine]:
    gap = 0
    for paragraph in root.iter(W + "p"):
        text, bold = _text(paragraph)
        if not text.strip():
            gap += 1
            continue
        yield RawLine(text, "paragraph", gap=gap, bold=tuple(bold))
        gap = 0


def _text(paragraph: etree._Element) -> tuple[str, list[tuple[int, int]]]:
    pieces: list[str] = []
    bold: list[tuple[int, int]] = []
    length = 0
    for run in paragraph.iter(W + "r"):
        text = "".join(
            node.text or "" if node.tag == W + "t" else "\n" if node.tag == W + "br" else " "
            for node in run.iter(W + "t", W + "br", W + "tab")
        )
        mark = run.find(f"{W}rPr/{W}b")
        if mark is not None and mark.get(W + "val", "1") not in ("0", "false") and text:
            if bold and bold[-1][1] == length:
                bold[-1] = (bold[-1][0], length + len(text))
            else:
                bold.append((length, length + len(text)))
        pieces.append(text)
        length += len(text)
    return "".join(pieces), bold


__all__ = ["Cell", "Notice", "read_word"]
