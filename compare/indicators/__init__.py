"""The same indicator across reports: pairing of names, one row an indicator, and the arithmetic that is allowed."""

from compare.indicators.entries import Entry, Guards, read_entries
from compare.indicators.find import Hit, find
from compare.indicators.likeness import amount_likeness, dice
from compare.indicators.names import guards_in, known_names
from compare.indicators.table import match_indicators

__all__ = [
    "Entry",
    "Guards",
    "Hit",
    "amount_likeness",
    "dice",
    "find",
    "guards_in",
    "known_names",
    "match_indicators",
    "read_entries",
]
