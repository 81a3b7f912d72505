"""What several tables of the lexicon have in common."""

from __future__ import annotations

from compare.language.schema import Schema


class FindingRule(Schema, frozen=True):
    """A pattern with a text in which it finds something, what it finds there, and a text in which it finds nothing."""

    name: str
    pattern: str
    example: str
    finds: str
    counter: str
