"""The same indicator across reports: pairing of names, one row an indicator, and the arithmetic that is allowed."""

from compare.indicators.table import match_indicators

__all__ = ["match_indicators"]
