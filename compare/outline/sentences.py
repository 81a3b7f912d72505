"""Sentences of a clean paragraph. Semicolons part clauses, not sentences: a list item stays one sentence."""

from __future__ import annotations

import re

ENDS = frozenset("。！？!?")
CLOSERS = frozenset("”’』」）)》】")
PAIRS = {"“": "”", "（": "）", "《": "》", "‘": "’"}
_MARK = re.compile(f"[{''.join(sorted(ENDS))}{''.join(PAIRS)}]")
FURTHEST = 120
"""A bracket or quotation that is not closed within so many characters does not hold a sentence together."""


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Start and end of every sentence; together they cover the text."""
    spans: list[tuple[int, int]] = []
    start = index = 0
    while mark := _MARK.search(text, index):
        index, character = mark.start(), mark[0]
        if character in PAIRS:
            close = text.find(PAIRS[character], index + 1, index + FURTHEST)
            if close >= 0:
                index = close
                if text[close - 1] in ENDS and character == "“" and _opens(text, close + 1):
                    spans.append((start, close + 1))
                    start = close + 1
        else:
            end = index + 1
            while end < len(text) and (text[end] in CLOSERS or text[end] in ENDS):
                end += 1
            spans.append((start, end))
            start = end
            index = end - 1
        index += 1
    if start < len(text):
        spans.append((start, len(text)))
    return spans


def _opens(text: str, index: int) -> bool:
    """Whether a sentence may begin here, behind a quotation that ended in a full stop."""
    return index >= len(text) or text[index] not in "，、；：。的等和与"
