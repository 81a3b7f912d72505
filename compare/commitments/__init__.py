"""Promises of a plan, and what the later report says came of them."""

from compare.commitments.finding import find_commitments

__all__ = ["find_commitments"]
