"""Sentences of a clean paragraph. Semicolons part clauses, not sentences: a list item stays one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

ENDS = frozenset("。！？!?")
CLOSERS = frozenset("”’』」）)》】")
PAIRS = {"“": "”", "（": "）", "《": "》", "‘": "’"}
_MARK = re.compile(f"[{''.join(sorted(ENDS))}{''.join(PAIRS)}]")
FURTHEST = 120
"""A bracket or quotation that is not closed within so many characters does not hold a sentence together."""


LONGEST = 5_000
"""Longer than any sentence of a Chinese report (444 in those seen). Every figure takes its sentence into the tables, so
a text without full stops would fill them with the square of its length."""
_PAUSE = re.compile(r".*[；;，,、\s]", re.DOTALL)


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Start and end of every sentence; together they cover the text. None is longer than :data:`LONGEST`."""
    return [part for span in _whole(text) for part in _bounded(text, *span)]


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, or the pieces of one that has no end, parted at pauses."""
    while end - start > LONGEST:
        pause = _PAUSE.match(text, start, start + LONGEST)
        cut = pause.end() if pause else start + LONGEST
        yield start, cut
        start = cut
    yield start, end


def _whole(text: str) -> list[tuple[int, int]]:
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
