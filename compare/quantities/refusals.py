"""Numbers that are no facts: dates, ordinals, names with digits, slogans, conditions; each with its reason."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from compare.language.lexicon import Lexicon
from compare.quantities.mentions import Mention
from compare.quantities.words import Facts, LeaveRule

QUOTED = re.compile(r"“[^“”]{0,24}”|‘[^‘’]{0,24}’|《[^《》]{0,40}》|「[^「」]{0,24}」")


class _Compiled(Struct, frozen=True):
    rule: LeaveRule
    before: re.Pattern[str] | None
    number: re.Pattern[str] | None
    after: re.Pattern[str] | None
    unless: re.Pattern[str] | None

    def holds(self, before: str, number: str, after: str) -> bool:
        return (
            (self.number is None or self.number.fullmatch(number) is not None)
            and (self.before is None or self.before.search(before) is not None)
            and (self.after is None or self.after.match(after) is not None)
            and (self.unless is None or self.unless.search(before) is None)
        )


class Refusals:
    """The rules of one lexicon, compiled once."""

    def __init__(self, rules: tuple[LeaveRule, ...]) -> None:
        self._rules = tuple(
            _Compiled(rule, *(re.compile(part) if part else None for part in _parts(rule))) for rule in rules
        )

    def reason(self, text: str, clause: int, mention: Mention) -> str:
        """Why a mention is no fact; empty where nothing speaks against it."""
        before, after = text[clause : mention.start], text[mention.end : mention.end + 24]
        number = text[mention.start : mention.end].strip()
        return next((c.rule.reason for c in self._rules if c.holds(before, number, after)), "")


def _parts(rule: LeaveRule) -> tuple[str, str, str, str]:
    return rule.before, rule.number, rule.after, rule.unless


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Where names stand in quotation marks or title marks."""
    return [match.span() for match in QUOTED.finditer(text)]


@lru_cache(maxsize=8)
def refusals(lexicon: Lexicon) -> Refusals:
    """The rules of a lexicon."""
    return Refusals(lexicon.read("facts", Facts).leave)
