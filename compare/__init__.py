"""Compare a government's annual report with the one before it.

    >>> from compare import read_report, compare_reports, to_frame          # doctest: +SKIP
    >>> comparison = compare_reports([read_report("2021.docx"), read_report("2022.docx")])
    >>> to_frame(comparison, "commitments")

Results are the frozen structs of :mod:`compare.model`. The names below are loaded when they are first used, so
that ``yoy --help`` answers at once.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from compare.pipeline import compare_reports, read_report
    from compare.writing.frame import to_frame

__all__ = ["compare_reports", "read_report", "to_frame"]

_HOME = {
    "read_report": "compare.pipeline",
    "compare_reports": "compare.pipeline",
    "to_frame": "compare.writing.frame",
}


def __getattr__(name: str) -> Any:
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
