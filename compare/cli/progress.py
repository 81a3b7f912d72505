"""A line on stderr that says what is going on, on a terminal only and only where work takes longer than a second."""

from __future__ import annotations

import sys
import threading
from types import TracebackType
from typing import Self

_PATIENCE = 1.0


class Progress:
    """Shows the last message once a second has passed; leaves nothing behind."""

    def __init__(self) -> None:
        self._on = sys.stderr.isatty()
        self._message = ""
        self._shown = False
        self._done = threading.Event()
        self._thread: threading.Thread | None = None

    def __enter__(self) -> Self:
        if self._on:
            self._thread = threading.Thread(target=self._watch, daemon=True)
            self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def say(self, message: str) -> None:
        """What is being done from now on."""
        self._message = message
        if self._shown:
            self._show()

    def stop(self) -> None:
        """Take the line away."""
        self._done.set()
        if self._thread:
            self._thread.join()
            self._thread = None
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._shown = False

    def _watch(self) -> None:
        if not self._done.wait(_PATIENCE):
            self._shown = True
            self._show()

    def _show(self) -> None:
        sys.stderr.write(f"\r\x1b[K{self._message} …")
        sys.stderr.flush()
