"""Promises of a plan, and what the later report says came of them."""

from compare.commitments.drift import add_drift
from compare.commitments.finding import find_commitments
from compare.commitments.history import add_history
from compare.commitments.verdict import follow_up

__all__ = ["add_drift", "add_history", "find_commitments", "follow_up"]
