"""Fingerprints of cells: what the program wrote is known again after sorting, and after another program saved it."""

from __future__ import annotations

import base64
import datetime
import hashlib
import re
from typing import Any

SIZE = 6
"""Characters of a fingerprint: 36 bits, so that a column of thousands hides no change."""
_ROW_NUMBER = re.compile(r"(?<=[A-Z])\$?\d+")


def fingerprint(row: str, value: str) -> str:
    """The fingerprint of a cell's text in a row of this key."""
    digest = hashlib.blake2b(f"{row}\x1f{value}".encode("utf-8", "surrogatepass"), digest_size=6).digest()
    return base64.b64encode(digest).decode("ascii")[:SIZE]


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
