"""All tables by the name of the verb that shows them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from compare.model import Comparison
from compare.writing.tables.checks import checks_table
from compare.writing.tables.commitments import commitments_table
from compare.writing.tables.indicators import indicators_table
from compare.writing.tables.one_report import facts_table, outline_table
from compare.writing.tables.spec import Table
from compare.writing.tables.texts import diff_table, sections_table
from compare.writing.wording import Words

TABLES: dict[str, Callable[[Comparison, Words], Table[Any]]] = {
    "outline": outline_table,
    "facts": facts_table,
    "sections": sections_table,
    "diff": diff_table,
    "indicators": indicators_table,
    "commitments": commitments_table,
    "checks": checks_table,
}


def build_table(comparison: Comparison, name: str, words: Words) -> Table[Any]:
    """The table ``name`` of a Comparison; KeyError for a name that is none of :data:`TABLES`."""
    return TABLES[name](comparison, words)
