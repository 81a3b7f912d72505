"""All checks over the reports given."""

from __future__ import annotations

from compare.checks.growth import growth_checks
from compare.checks.ledger import Ledger
from compare.checks.parts import part_checks
from compare.checks.series import series_checks
from compare.checks.values import value_checks
from compare.language.lexicon import Lexicon
from compare.model import Check, IndicatorRow, Report


def find_checks(
    reports: tuple[Report, ...], indicators: tuple[IndicatorRow, ...], lexicon: Lexicon
) -> tuple[Check, ...]:
    """Figures that do not tie, or whose bases differ, in the order of the text; flagged ones first.

    Rounding and bounds make each figure an interval, and only intervals that have no value in common are spoken of.
    ``docs/checks.md`` gives each rule and its reason.
    """
    ledger = Ledger(reports, indicators, lexicon)
    found = (*growth_checks(ledger), *value_checks(ledger), *part_checks(ledger), *series_checks(ledger))
    return tuple(sorted(found, key=_place))


def _place(check: Check) -> tuple[bool, int, int]:
    last = check.figures[-1]
    return not check.flagged, last.report, last.fact.number
