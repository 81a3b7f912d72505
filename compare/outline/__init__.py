"""The outline of a report: headings, tree, roles, periods, sentences, and which report it is."""

from compare.outline.report import build_report

__all__ = ["build_report"]
