"""A PDF's pages, read by a process of their own that is stopped where it takes too long or wants too much memory."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import msgspec

from compare.errors import InputError
from compare.reading.prints import Print, Prints

SECONDS = 60
"""A report of 60 pages takes less than two."""
PACKAGES = Path(__file__).parents[2]
"""Where this package stands."""
PYTHON_FAILED = 1
"""What Python ends with after a traceback; PDFium, refused memory or led astray by a file, ends by a signal."""
ADVICE = "give the report as txt or docx"


def read_pages(data: bytes, file: str) -> tuple[Print, ...]:
    """The characters of each page. Raises InputError where the file is damaged, protected or too much to unfold."""
    try:
        answer = subprocess.run(
            [sys.executable, "-P", "-m", "compare.reading.prints"],
            input=data,
            capture_output=True,
            timeout=SECONDS,
            env=_environment(),
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise InputError(file, f"takes more than {SECONDS} seconds to be read", ADVICE) from error
    if answer.returncode == PYTHON_FAILED:  # our own mistake, not the file's
        raise RuntimeError(answer.stderr.decode(errors="replace"))
    if answer.returncode:
        raise InputError(file, "is damaged or unfolds to more than the memory allows", ADVICE)
    prints = msgspec.msgpack.decode(answer.stdout, type=Prints)
    if prints.problem:
        raise InputError(file, prints.problem, ADVICE)
    return prints.pages


def _environment() -> dict[str, str]:
    """The environment, in which the process finds the very package that calls it, and nothing where it stands."""
    places = [str(PACKAGES), os.environ.get("PYTHONPATH", "")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(place for place in places if place)}
