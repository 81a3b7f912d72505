"""Plain text and Markdown: found out in which encoding it is written, and taken apart into lines."""

from __future__ import annotations

import re

from compare.errors import InputError
from compare.model import Notice
from compare.reading.raw import Raw, RawLine, within_limits
from compare.reading.rows import split_tables

BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
SAMPLE = 200_000
SURE = 0.8
"""Likeness to a Chinese report from which on an encoding is taken against the odds."""
BYTE_LIMIT = 4_000_000
LINE_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
HEADING_MARK = re.compile(r"[ \t]{0,3}(#{1,6})[ \t]+(?=\S)")
BOLD = re.compile(r"\*\*(?=\S)([^*\n]{1,400}?)\*\*")
FRONT_MATTER = re.compile(r"\A---[ \t]*\n.{0,4000}?\n---[ \t]*\n", re.S)


def read_text(data: bytes, file: str, markdown: bool = False) -> Raw:
    """The lines of a text file.

    Raises InputError where the bytes are text in none of the encodings in use (UTF-8, GB18030, Big5, UTF-16).
    """
    if len(data) > BYTE_LIMIT:
        raise InputError(file, f"is text of more than {BYTE_LIMIT // 1_000_000} MB", "give one report's file")
    text, encoding = decode(data, file)
    notices: tuple[Notice, ...] = ()
    if encoding not in ("utf-8", "utf-8-sig", "ascii"):
        notices = (Notice("encoding", (encoding.upper(),), file),)
    return Raw("md" if markdown else "txt", tuple(within_limits(split_tables(_lines(text)), file)), None, notices)


def decode(data: bytes, file: str) -> tuple[str, str]:
    """The text and the name of its encoding, found by content and not by name."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding, file), encoding
    if encoding := _wide(data):
        return _strictly(data, encoding, file), encoding
    if data.count(b"\x00", 0, SAMPLE) * 50 > min(len(data), SAMPLE):
        raise InputError(file, "is not text", "give a report as txt, md, docx, pdf or html")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _legacy(data, file)


def _strictly(data: bytes, encoding: str, file: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        text = data.decode(encoding, errors="replace")
        if text.count("\ufffd") * 100 > len(text):
            raise InputError(file, f"is damaged text ({encoding})", "save it again as UTF-8") from error
        return text


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: zero bytes, and Chinese when read so."""
    sample = data[: SAMPLE // 10]
    if b"\x00" not in sample:
        return ""
    likeness, encoding = max((_likeness(sample, encoding), encoding) for encoding in ("utf-16-be", "utf-16-le"))
    return encoding if likeness >= SURE else ""


def _legacy(data: bytes, file: str) -> tuple[str, str]:
    """GB18030 or Big5, whichever reads as Chinese; UTF-8 with a few damaged bytes before both."""
    best = max((_likeness(data, encoding), encoding) for encoding in ("big5", "gb18030", "utf-8"))
    likeness, encoding = best
    if likeness < 0.5:
        raise InputError(file, "is not text", "give a report as txt, md, docx, pdf or html")
    return data.decode(encoding, errors="replace"), encoding


COMMON = frozenset(
    "的一是在不了和有大这主中人上为们地个用工时要动国产以我到他会作来分生对于学下级政府年报告发展经济社建设全国區縣會經濟發展"
)


def _likeness(data: bytes, encoding: str) -> float:
    """Between 0 and 1: how much of a sample, read so, looks like a Chinese report."""
    text = data[:SAMPLE].decode(encoding, errors="replace")
    if not text:
        return 0.0
    broken = text.count("\ufffd") + sum(1 for c in text if "\ue000" <= c <= "\uf8ff" or ord(c) < 9)
    chinese = sum(1 for c in text if "\u4e00" <= c <= "\u9fff")
    common = sum(1 for c in text if c in COMMON)
    plain = sum(1 for c in text if c.isascii() and c.isprintable())
    sound = 1 - min(1.0, 20 * broken / len(text))
    if chinese * 10 < len(text):
        return sound * (0.6 if plain * 2 > len(text) else 0.2)
    return sound * min(1.0, 0.5 + 5 * common / chinese)


def _lines(text: str) -> list[RawLine]:
    if front := FRONT_MATTER.match(text):
        text = "\n" * text[: front.end()].count("\n") + text[front.end() :]
    lines: list[RawLine] = []
    gap = 0
    for line in LINE_BREAK.split(text):
        if not line.strip(" \t\u3000\u200b\ufeff\xa0"):
            gap += 1
            continue
        mark = HEADING_MARK.match(line)
        bold = tuple(match.span(1) for match in BOLD.finditer(line)) if "**" in line else ()
        lines.append(RawLine(line, gap=gap, style_level=len(mark[1]) if mark else None, bold=bold))
        gap = 0
    return lines
