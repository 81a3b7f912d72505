"""Figures that must tie: within a report and from one to the next."""

from compare.checks.table import find_checks

__all__ = ["find_checks"]
