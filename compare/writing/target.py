"""Writing a file whole or not at all: a temporary file in the target's folder, then one rename."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from compare.errors import OutputError


@contextmanager
def whole_file(target: Path) -> Iterator[Path]:
    """Yield the path to write to; it takes the target's name when the block ends well, and vanishes when it does not.

    Raises :class:`OutputError` for a target that can't be written; what stood there is left as it was.
    """
    refuse_bad_target(target)
    draft = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        yield draft
        _settle(draft)
        draft.replace(target)
    except OSError as error:
        raise OutputError(f"{target}: cannot be written ({error.strerror or error}); {_advice(error)}") from error
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)


def write_whole(target: Path, content: bytes) -> None:
    """Write ``content`` to ``target``, whole or not at all."""
    with whole_file(target) as draft:
        draft.write_bytes(content)


def refuse_bad_target(target: Path) -> None:
    """Raise :class:`OutputError` for a target that is known to fail, before any work is done."""
    if target.is_dir():
        raise OutputError(f"{target}: is a folder; give the name of a file")
    if not target.parent.is_dir():
        raise OutputError(f"{target}: its folder does not exist; make it first or choose another")
    if not os.access(target.parent, os.W_OK):
        raise OutputError(f"{target}: its folder cannot be written to; choose another with -o")
    for lock in (target.with_name(f".~lock.{target.name}#"), target.with_name(f"~${target.name}")):
        if lock.exists():
            raise OutputError(f"{target}: is open in another program; close it there, or give another name with -o")


def _settle(draft: Path) -> None:
    """Have the disk hold the draft before it takes the target's place."""
    with draft.open("rb") as handle:
        os.fsync(handle.fileno())


def _advice(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "close it in other programs, or give another name with -o"
    return "give another name with -o"
