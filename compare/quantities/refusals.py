"""Numbers that are no facts: dates, ordinals, names with digits, slogans, conditions; each with its reason."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from compare.language.lexicon import Lexicon
from compare.quantities.mentions import Mention
from compare.quantities.words import Facts, LeaveRule

QUOTED = re.compile(r"“[^“”]{0,24}”|‘[^‘’]{0,24}’|《[^《》]{0,40}》|「[^「」]{0,24}」")


_pattern = cache(re.compile)
"""Compiled when first asked for: most rules fall at their first part."""


class Refusals:
    """The rules of one lexicon."""

    def __init__(self, rules: tuple[LeaveRule, ...]) -> None:
        self._rules = rules

    def reason(self, text: str, clause: int, mention: Mention) -> str:
        """Why a mention is no fact; empty where nothing speaks against it."""
        before, after = text[clause : mention.start], text[mention.end : mention.end + 24]
        number = text[mention.start : mention.end].strip()
        return next((rule.reason for rule in self._rules if _holds(rule, before, number, after)), "")


def _holds(rule: LeaveRule, before: str, number: str, after: str) -> bool:
    return (
        (not rule.number or _pattern(rule.number).fullmatch(number) is not None)
        and (not rule.before or _pattern(rule.before).search(before) is not None)
        and (not rule.after or _pattern(rule.after).match(after) is not None)
        and (not rule.unless or _pattern(rule.unless).search(before) is None)
    )


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Where names stand in quotation marks or title marks."""
    return [match.span() for match in QUOTED.finditer(text)]


@lru_cache(maxsize=8)
def refusals(lexicon: Lexicon) -> Refusals:
    """The rules of a lexicon."""
    return Refusals(lexicon.read("facts", Facts).leave)
