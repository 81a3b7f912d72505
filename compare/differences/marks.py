"""Mark what changed between two texts, never cutting a token in half."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from diff_match_patch import diff_match_patch

from compare.differences.tokens import Token, Tokeniser
from compare.model import Mark, MarkKind

PLAIN = 6
"""What both texts share is always shown as shared from this weight on: about three words, or one figure."""
FIGURE = 3
"""A character of a figure weighs this much: a figure that stayed must not look deleted and inserted."""
_LARGE = 1_000_000
"""Beyond this many pairs of tokens no common ones are looked for: no sentence is as long, hostile text is."""
_PRIVATE = 0xF0000
"""First code point of the private planes: each different token of the two texts is one character there."""

Tokens = tuple[Token, ...]


class Stretch(NamedTuple):
    """Tokens that the old text has, and those that the new has in their place; the same where nothing changed."""

    old: Tokens
    new: Tokens
    equal: bool


def mark_changes(old: str, new: str, tokeniser: Tokeniser) -> tuple[Mark, ...]:
    """Marks from the old text to the new: the equal and deleted spell the old, the equal and inserted the new.

    The marks of new to old are the same with insertions and deletions changed round.
    """
    if old == new:
        return (Mark("equal", old),) if old else ()
    # diff-match-patch breaks ties by order of arguments; a fixed order makes the two directions agree.
    turned = new < old
    one, other = (new, old) if turned else (old, new)
    marks: list[Mark] = []
    for first, second, equal in _readable(_stretches(tokeniser.cut(one), tokeniser.cut(other))):
        if equal:
            marks.append(Mark("equal", _text(first)))
        else:
            gone, come = (second, first) if turned else (first, second)
            marks += _runs("delete", gone) + _runs("insert", come)
    return tuple(marks)


def _stretches(first: Tokens, second: Tokens) -> list[Stretch]:
    """The two lists of tokens as common stretches and changed ones, in turn."""
    out: list[Stretch] = []
    left = right = 0
    for changed, group in groupby(_edits(first, second), key=lambda edit: edit[0] != 0):
        edits = list(group)
        gone = sum(size for sign, size in edits if sign <= 0)
        come = sum(size for sign, size in edits if sign >= 0)
        out.append(Stretch(first[left : left + gone], second[right : right + come], equal=not changed))
        left, right = left + gone, right + come
    return out


def _edits(first: Tokens, second: Tokens) -> list[tuple[int, int]]:
    """The shortest edit from one to the other: (-1, 0 or 1 as deleted, common or inserted; how many tokens)."""
    if len(first) * len(second) > _LARGE:
        return [(-1, len(first)), (1, len(second))]
    codes: dict[Token, str] = {}
    for token in (*first, *second):
        codes.setdefault(token, chr(_PRIVATE + len(codes)))
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    edits = engine.diff_main("".join(codes[t] for t in first), "".join(codes[t] for t in second), checklines=False)
    return [(sign, len(coded)) for sign, coded in edits]


def _readable(stretches: Sequence[Stretch]) -> list[Stretch]:
    """The stretches without crumbs: what two changes share between them only by chance becomes part of the change."""
    out: list[Stretch] = []
    for stretch in stretches:
        out.append(stretch)
        while len(out) >= 3 and not stretch.equal and _is_crumb(*out[-3:]):
            *before, common, after = out[-3:]
            merged = Stretch(
                before[0].old + common.old + after.old, before[0].new + common.new + after.new, equal=False
            )
            out[-3:] = [merged]
    return [part for stretch in out for part in _around_figures(stretch)]


def _around_figures(stretch: Stretch) -> list[Stretch]:
    """A change with the figures taken out that both sides have, in order: they did not change."""
    if stretch.equal or len(stretch.old) * len(stretch.new) > _LARGE:
        return [stretch]
    parts = []
    old, new = stretch.old, stretch.new
    place = 0
    while place < len(old):
        token = old[place]
        if token.figure and token in new:
            there = new.index(token)
            parts += [Stretch(old[:place], new[:there], equal=False), Stretch((token,), (token,), equal=True)]
            old, new, place = old[place + 1 :], new[there + 1 :], 0
        else:
            place += 1
    return [part for part in [*parts, Stretch(old, new, equal=False)] if part.old or part.new]


def _is_crumb(before: Stretch, common: Stretch, after: Stretch) -> bool:
    """The common part is short, and no longer than the change on either side of it."""
    weight = sum(len(token.text) * (FIGURE if token.figure else 1) for token in common.old)
    return weight < PLAIN and all(weight <= max(_length(side.old), _length(side.new)) for side in (before, after))


def _length(tokens: Tokens) -> int:
    return sum(len(token.text) for token in tokens)


def _text(tokens: Tokens) -> str:
    return "".join(token.text for token in tokens)


def _runs(kind: MarkKind, tokens: Tokens) -> list[Mark]:
    """One mark for each run of figures and each run of words."""
    return [Mark(kind, _text(tuple(run)), figure) for figure, run in groupby(tokens, key=lambda token: token.figure)]
