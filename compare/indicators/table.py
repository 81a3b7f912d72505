"""All indicators of the reports given, as rows."""

from __future__ import annotations

from compare.indicators.entries import Entry
from compare.indicators.matching import group_figures
from compare.indicators.rows import build_row
from compare.language.lexicon import Lexicon
from compare.model import IndicatorRow, Report


def match_indicators(reports: tuple[Report, ...], lexicon: Lexicon) -> tuple[IndicatorRow, ...]:
    """One row for each indicator and measure that at least two of the reports state a figure of; for a single report,
    those of which it states both what was reached and what is planned. In the order of the text."""
    return tuple(
        build_row(entries, score, reports, lexicon)
        for entries, score in group_figures(reports, lexicon)
        if _belongs(entries, len(reports))
    )


def _belongs(entries: tuple[Entry, ...], reports: int) -> bool:
    if reports == 1:
        return {"result", "target"} <= {entry.fact.role for entry in entries}
    return len({entry.report for entry in entries}) > 1
