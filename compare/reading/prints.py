"""The characters of a PDF's pages, read by PDFium; run as a module it answers one file in a process of its own.

PDFium has no limits: a file of 20 KB can unfold to a page that fills the memory. So :mod:`compare.reading.bounded` runs
this module as a process that may be stopped, and that ends where it wants too much memory.
"""

from __future__ import annotations

import contextlib
import sys

import msgspec
from msgspec import Struct

from compare.reading.raw import CHARACTER_LIMIT

PAGE_LIMIT = 500
BOLD_WEIGHT = 600
MEMORY_LIMIT = 1_000_000_000
"""Bytes of address space beyond three times the file; a report of 60 pages needs a fifth of it."""


class Glyph(Struct, frozen=True, array_like=True):
    """A character: where it stands, in points from the page's lower left corner, and how large it is."""

    text: str
    left: float
    right: float
    size: float
    baseline: float
    bold: bool


class Print(Struct, frozen=True, array_like=True):
    """One page: its characters, and its height in points."""

    glyphs: tuple[Glyph, ...]
    height: float


class Prints(Struct, frozen=True):
    """All pages of a file, or what is wrong with it."""

    pages: tuple[Print, ...] = ()
    problem: str = ""


def read_prints(data: bytes) -> Prints:
    """The pages of a PDF, or why there are none."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        return Prints(problem="is a protected PDF" if "assword" in str(error) else "is a damaged PDF")
    try:
        if len(document) > PAGE_LIMIT:
            return Prints(problem=f"has more than {PAGE_LIMIT} pages")
        return _all_pages(document)
    except pypdfium2.PdfiumError:
        return Prints(problem="is a damaged PDF")
    finally:
        document.close()


def _all_pages(document: object) -> Prints:
    pages: list[Print] = []
    characters = 0
    for number in range(len(document)):  # type: ignore[arg-type]
        page = document[number]  # type: ignore[index]
        text_page = page.get_textpage()
        characters += text_page.count_chars()
        if characters > 2 * CHARACTER_LIMIT:
            return Prints(problem=f"holds more than {2 * CHARACTER_LIMIT:,} characters and spaces")
        pages.append(Print(_glyphs(text_page), page.get_height()))
        text_page.close()
        page.close()
    return Prints(tuple(pages))


def _glyphs(text_page: object) -> tuple[Glyph, ...]:
    import ctypes

    from pypdfium2 import raw

    handle = text_page.raw  # type: ignore[attr-defined]
    left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))
    glyphs: list[Glyph] = []
    for index in range(text_page.count_chars()):  # type: ignore[attr-defined]
        code = raw.FPDFText_GetUnicode(handle, index)
        if code in (0, 10, 13, 0xFFFE, 0xFFFF) or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
            continue
        boxed = raw.FPDFText_GetCharBox(handle, index, left, right, bottom, top)
        raw.FPDFText_GetCharOrigin(handle, index, x, y)
        if boxed and (top.value > bottom.value or right.value > left.value):
            bold = raw.FPDFText_GetFontWeight(handle, index) >= BOLD_WEIGHT
            size = max(right.value - left.value, top.value - bottom.value)
            glyphs.append(Glyph(chr(code), left.value, right.value, size, y.value, bold))
    return tuple(glyphs)


def _limit_memory(size: int) -> None:
    """Let the system refuse memory beyond the limit, where it knows such a limit (Windows doesn't)."""
    try:
        import resource
    except ImportError:
        return
    most = MEMORY_LIMIT + 3 * size
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    if hard == resource.RLIM_INFINITY or hard > most:
        with contextlib.suppress(ValueError, OSError):  # macOS names the limit but may refuse it
            resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def main() -> None:
    """Read a PDF from stdin and write its :class:`Prints` to stdout."""
    data = sys.stdin.buffer.read()
    _limit_memory(len(data))
    try:
        answer = msgspec.msgpack.encode(read_prints(data))
    except MemoryError:
        answer = msgspec.msgpack.encode(Prints(problem="unfolds to more than the memory allows"))
    sys.stdout.buffer.write(answer)


if __name__ == "__main__":
    main()
