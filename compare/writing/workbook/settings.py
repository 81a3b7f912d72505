"""What the caller may set for a workbook."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

Paper = Literal["A4", "A3"]
HEAD_FIELDS = (
    "project",
    "auditee",
    "matter",
    "edition",
    "prepared_by",
    "prepared_on",
    "reviewed_by",
    "reviewed_on",
    "index",
    "page",
    "attachments",
    "secrecy",
)
"""The head of an audit workpaper, in the order in which it is laid out."""


class Settings(Struct, frozen=True):
    """Paper, protection, and the workpaper's head by :data:`HEAD_FIELDS`; what is not given is left to fill in."""

    paper: Paper = "A4"
    protect: bool = False
    points: str = "0.1"
    """Tolerance of 左右 for rates, in percentage points."""
    percent: str = "2"
    """Tolerance of 左右 for amounts, in per cent of the target."""
    head: Mapping[str, str] = field(default_factory=dict)
