"""Where a figure stands: its clause, and the words to its left and right up to the next figure."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container

from msgspec import Struct

from compare.quantities.measures import Reading
from compare.quantities.mentions import Mention
from compare.quantities.tokens import Token

HARD = frozenset("，；：。！？,;!?")
STOP = re.compile(r"[，；：。！？;!?]|,(?!\d{3})")


REACH = 160
"""Characters around a figure in which its words are looked for, however long the clause."""


class Clauses:
    """Where the clauses of a text begin and end."""

    def __init__(self, text: str) -> None:
        self._stops = [0, *(match.end() for match in STOP.finditer(text)), len(text) + 1]

    def around(self, place: int) -> tuple[int, int]:
        """Beginning and end of the clause in which an offset lies."""
        index = bisect_right(self._stops, place)
        return max(self._stops[index - 1], place - REACH), min(self._stops[index] - 1, place + REACH)


Joins = Container[str]


class Spot(Struct, frozen=True):
    """A mention that will be a fact, with its surroundings.

    ``left`` ends at the number; ``right`` begins behind the unit and the bound words. ``link`` is the word that joins
    the figure to the one before it in the same clause, empty where none does; ``direct`` is true where nothing but
    that word stands between the two.
    """

    mention: Mention
    reading: Reading
    clause: int
    left: tuple[Token, ...]
    right: tuple[Token, ...]
    link: str = ""
    direct: bool = False
    last: bool = True
    """No further figure stands in the clause."""
    reached: bool = False
    """Another figure follows in the clause without a separator between."""
    stop: int = 0
    """Where the bound words before the figure, or its verb of change, begin."""


def clauses(tokens: list[Token]) -> list[list[Token]]:
    """The words of each clause, without its stop."""
    found: list[list[Token]] = [[]]
    for token in tokens:
        if token.text in HARD:
            found.append([])
        elif token.text.strip():
            found[-1].append(token)
    return found


def spots(
    parts: list[list[Token]],
    mentions: tuple[Mention, ...],
    readings: list[Reading],
    ends: list[int],
    stops: list[int],
    joins: Joins,
) -> list[Spot]:
    """A spot for each figure, in order, with where its bound words end and begin; ``joins`` says what separates."""
    found = []
    for number, words in enumerate(parts):
        places = [i for i, token in enumerate(words) if token.figure >= 0]
        for k, place in enumerate(places):
            figure = words[place].figure
            left, link, direct = _left(words, places, k, ends, joins)
            right, reached = _right(words, places, k, ends[figure], joins)
            found.append(
                Spot(
                    mentions[figure],
                    readings[figure],
                    number,
                    left,
                    right,
                    link,
                    direct,
                    k == len(places) - 1,
                    reached,
                    stops[figure],
                )
            )
    return found


def _split(between: list[Token], joins: Joins) -> int | None:
    """Where a new item begins between two figures: at the last separator, or at the first if one stands right there."""
    marks = [i for i, token in enumerate(between) if token.text in joins]
    if not marks:
        return None
    strong = [i for i in marks if between[i].text == "、"]
    if marks[0] == 0:
        return 0
    return strong[-1] if strong else marks[-1]


def _left(
    words: list[Token], places: list[int], k: int, ends: list[int], joins: Joins
) -> tuple[tuple[Token, ...], str, bool]:
    if k == 0:
        return tuple(words[: places[0]]), "", False
    end = ends[words[places[k - 1]].figure]
    between = [token for token in words[places[k - 1] + 1 : places[k]] if token.start >= end]
    cut = _split(between, joins)
    if cut is None:
        return (() if between and between[-1].text == "的" else tuple(between)), "", not between
    return tuple(between[cut + 1 :]), between[cut].text, cut == 0 and not between[1:]


def _right(words: list[Token], places: list[int], k: int, end: int, joins: Joins) -> tuple[tuple[Token, ...], bool]:
    last = k == len(places) - 1
    behind = words[places[k] + 1 :] if last else words[places[k] + 1 : places[k + 1]]
    behind = [token for token in behind if token.start >= end]
    if last:
        if behind and behind[0].text in joins:
            return (), False
        return tuple(behind), False
    cut = _split(behind, joins)
    return tuple(behind if cut is None else behind[:cut]), cut is None
