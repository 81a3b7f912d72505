"""One file in, one Document out: the format is found by content, the name only helps."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from compare.errors import InputError
from compare.language.lexicon import Lexicon
from compare.model import Document
from compare.reading.blocks import build_blocks
from compare.reading.raw import Raw
from compare.reading.text import read_text

SIZE_LIMIT = 200_000_000
PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)*<(?:!doctype\s+html|html|head|body)", re.I | re.S
)
OLD_WORD = b"\xd0\xcf\x11\xe0"
ADVICE = "give a report as txt, md, docx, pdf or html"


def read_document(path: Path, lexicon: Lexicon) -> Document:
    """Read a report's file. Raises InputError, which names the file, what is wrong with it and what to do."""
    data = _bytes(path)
    raw = _read(data, path)
    source, blocks, notices = build_blocks(raw, str(path), lexicon)
    if not any(block.text for block in blocks):
        raise InputError(path, "holds no text", ADVICE)
    return Document(
        file=str(path),
        format=raw.format,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        pages=raw.pages,
        source=source,
        blocks=blocks,
        notices=raw.notices + notices,
    )


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise InputError(path, "is a directory", "give one report's file")
        size = path.stat().st_size
        if size > SIZE_LIMIT:
            raise InputError(path, f"is larger than {SIZE_LIMIT // 1_000_000} MB", "a report has less")
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise InputError(path, "does not exist", "check the name") from error
    except OSError as error:
        raise InputError(path, f"cannot be read ({error.strerror})") from error
    if not data.strip():
        raise InputError(path, "is empty", ADVICE)
    return data


def _read(data: bytes, path: Path) -> Raw:
    if data.startswith(b"PK\x03\x04"):
        from compare.reading.word import read_word

        return read_word(data, str(path))
    if data.startswith(b"{\\rtf"):
        raise InputError(path, "is rich text (rtf)", "save it as docx")
    if data.startswith(OLD_WORD):
        raise InputError(path, "is an old Word file (doc) or a protected one", "save it as docx without a password")
    if data[:1024].lstrip().startswith(b"%PDF-"):
        from compare.reading.portable import read_portable

        return read_portable(data, str(path))
    if _is_page(data):
        from compare.reading.page import read_page

        return read_page(data, str(path))
    return read_text(data, str(path), path.suffix.lower() in (".md", ".markdown"))


def _is_page(data: bytes) -> bool:
    """Whether a web page begins here, behind whatever marks and comments; lxml is loaded for such files only."""
    return PAGE.match(data[:4000]) is not None
