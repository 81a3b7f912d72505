"""Colour in the terminal, only where it is welcome; without it the signs that stand beside it must do."""

from __future__ import annotations

import os
from typing import TextIO


class Paint:
    """Wraps text in the terminal's codes where ``on``."""

    def __init__(self, on: bool) -> None:
        self.on = on

    def bold(self, text: str) -> str:
        """Headings."""
        return self._in("1", text)

    def dim(self, text: str) -> str:
        """What may be passed over."""
        return self._in("2", text)

    def gone(self, text: str) -> str:
        """Words that only the earlier text has."""
        return self._in("31;9", text)

    def come(self, text: str) -> str:
        """Words that only the later text has."""
        return self._in("32;4", text)

    def _in(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.on and text else text


def paint_for(stream: TextIO) -> Paint:
    """Colour for a terminal that can show it and whose user did not say NO_COLOR."""
    return Paint(stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb")
