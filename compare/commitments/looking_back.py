"""Passages of the plan part that tell of the year that has gone (过去一年，…): what they state is no promise."""

from __future__ import annotations

import re

from compare.commitments.words import ClauseWords
from compare.model import Report


def looking_back(report: Report, words: ClauseWords) -> frozenset[int]:
    """Numbers of the plan part's sentences that look back.

    Such a passage is opened by a sentence that says so and goes on within its paragraph, up to the first sentence
    with a word of what is to come.
    """
    back, ahead = re.compile(words.back), re.compile(words.ahead)
    found = []
    block = -1
    for sentence in report.sentences:
        if sentence.role != "plan" or sentence.heading:
            block = -1
        elif back.search(sentence.text) and not ahead.search(sentence.text):
            block = sentence.block
            found.append(sentence.number)
        elif sentence.block == block and not ahead.search(sentence.text):
            found.append(sentence.number)
        else:
            block = -1
    return frozenset(found)
