"""The pairs of sections as TOML that a person can edit and give back with ``--pairs``."""

from __future__ import annotations

import json

from compare.model import Comparison, Report
from compare.writing.contract import SCHEMA
from compare.writing.lookup import file_name

_HEAD = """\
# Pairs of sections. Change them and give the file back: yoy sections OLD NEW --pairs THIS.toml
# A pair without new is dropped, one without old is added. [[forbid]] with old and new keeps two sections apart.
"""


def pins_text(comparison: Comparison) -> str:
    """One ``[[pair]]`` for each pair of lowest-level sections of two reports."""
    pair = comparison.pairs[0]
    old, new = comparison.reports[pair.old], comparison.reports[pair.new]
    lines = [_HEAD, f"schema = {SCHEMA}", f"old = {_quoted(file_name(old))}", f"new = {_quoted(file_name(new))}"]
    for item in pair.section_pairs:
        if item.parents:
            continue
        lines += ["", "[[pair]]", *_side("old", old, item.old), *_side("new", new, item.new)]
        lines.append(f"relation = {_quoted(item.relation)}")
    return "\n".join(lines) + "\n"


def _side(key: str, report: Report, section: int | None) -> list[str]:
    if section is None:
        return []
    return [f"{key} = {_quoted(report.sections[section].title)}", f"{key}_section = {section + 1}"]


def _quoted(text: str) -> str:
    """A TOML basic string: JSON's escapes are all TOML's too, but for the lone DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
