"""The table of figures that should tie."""

from __future__ import annotations

from compare.model import Check, Comparison
from compare.writing.figures import figure_text
from compare.writing.lookup import sentence_of, short_names
from compare.writing.tables.common import place_text
from compare.writing.tables.spec import Column, Table
from compare.writing.wording import Words


def checks_table(comparison: Comparison, words: Words) -> Table[Check]:
    """Figures that should tie and do not, or whose bases differ; what is for information stands last."""
    names = short_names(comparison)

    def figures(row: Check) -> str:
        return "；".join(f"{names[f.report]}：{figure_text(f.fact, words)}" for f in row.figures)

    def places(row: Check) -> str:
        return "；".join(
            f"{names[f.report]} {place_text(sentence_of(comparison.reports[f.report], f.fact), words)}"
            for f in row.figures
        )

    columns: tuple[Column[Check], ...] = (
        Column("verdict", lambda row: verdict_text(row, words), "label", 10, 1),
        Column("check", lambda row: words(f"check.{row.kind}"), "label", 14, 2),
        Column("indicator", lambda row: row.indicator, "text", 20, 1),
        Column("figures", figures, "text", 24, 2),
        Column("arithmetic", lambda row: row.arithmetic, "text", 30, 1),
        Column("flagged", lambda row: row.flagged, "flag", 4, 3),
        Column("places", places, "text", 24, 3),
    )
    return Table("checks", columns, tuple(sorted(comparison.checks, key=lambda row: not row.flagged)))


def verdict_text(row: Check, words: Words) -> str:
    """The neutral word for a check in the language of the output."""
    key = f"verdict.{row.verdict}"
    return words(key) if words.has(key) else row.verdict
