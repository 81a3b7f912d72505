"""Fingerprints of cells: what the program wrote is known again after sorting, and after another program saved it."""

from __future__ import annotations

import base64
import datetime
import re
import struct
import zlib
from collections.abc import Collection
from typing import Any

_BYTES = 4
"""Size of a fingerprint: so many that a column of thousands hides no change."""
_ROW_NUMBER = re.compile(r"(?<=[A-Z])\$?\d+")


def row_print(key: str) -> int:
    """What the fingerprints of a row's cells begin with."""
    return zlib.crc32(f"{key}\x1f".encode("utf-8", "surrogatepass"))


def fingerprint(row: int, value: str) -> int:
    """The fingerprint of a cell's text in a row with this :func:`row_print`."""
    return zlib.crc32(value.encode("utf-8", "surrogatepass"), row)


def packed(prints: Collection[int]) -> str:
    """Fingerprints as text."""
    return base64.b64encode(struct.pack(f">{len(prints)}I", *prints)).decode("ascii")


def unpacked(text: str) -> tuple[int, ...]:
    """The fingerprints that :func:`packed` wrote; raises ValueError for other text."""
    data = base64.b64decode(text, validate=True)
    if len(data) % _BYTES:
        raise ValueError(f"{len(data)} bytes are no fingerprints of {_BYTES} bytes each")
    return struct.unpack(f">{len(data) // _BYTES}I", data)


def cell_as_text(value: Any) -> str:
    """A cell's value as text that is the same whoever saved the file; formulas lose their row numbers."""
    if value is None or value == "":
        return ""
    if type(value) is str and value[0] != "=" and "\r" not in value and "_x" not in value:
        return value.strip()
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return format(float(value), ".10g")
    if isinstance(value, datetime.datetime | datetime.date | datetime.time):
        return value.isoformat()
    text = str(getattr(value, "text", value))
    if text.startswith("=") and len(text) < 1000:
        return _ROW_NUMBER.sub("#", re.sub(r"['$\s]", "", text))
    return text.replace("_x000D_", "").replace("\r\n", "\n").strip()
