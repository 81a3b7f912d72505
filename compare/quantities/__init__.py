"""Every quantity that a report states: of what, how much, whether reached or planned, and when."""

from compare.quantities.report import add_facts

__all__ = ["add_facts"]
