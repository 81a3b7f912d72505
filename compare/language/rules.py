"""What several tables of the lexicon have in common."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FindingRule:
    """A pattern with a text in which it finds something, what it finds there, and a text in which it finds nothing."""

    name: str
    pattern: str
    example: str
    finds: str
    counter: str
