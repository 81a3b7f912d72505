"""Mark what changed between two texts, never cutting a token in half."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from diff_match_patch import diff_match_patch

from compare.differences.tokens import Token, Tokeniser
from compare.model import Mark, MarkKind

_PRIVATE = 0xF0000
"""First code point of the private planes: each different token of the two texts is one character there."""
_CAPACITY = 0x10FFFF - _PRIVATE


def mark_changes(old: str, new: str, tokeniser: Tokeniser) -> tuple[Mark, ...]:
    """Marks from the old text to the new: the equal and deleted spell the old, the equal and inserted the new.

    The marks of new to old are the same with insertions and deletions changed round.
    """
    if old == new:
        return (Mark("equal", old),) if old else ()
    # diff-match-patch breaks ties by order of arguments; a fixed order makes the two directions agree.
    turned = new < old
    first, second = (tokeniser.cut(new), tokeniser.cut(old)) if turned else (tokeniser.cut(old), tokeniser.cut(new))
    kinds: dict[int, MarkKind] = {0: "equal", -1: "insert" if turned else "delete", 1: "delete" if turned else "insert"}
    marks: list[Mark] = []
    for changed, group in groupby(_edits(first, second), key=lambda edit: edit[0] != 0):
        edits = list(group)
        for kind in ("delete", "insert") if changed else ("equal",):
            marks += _joined(kind, [token for sign, tokens in edits if kinds[sign] == kind for token in tokens])
    return tuple(marks)


def _edits(first: Sequence[Token], second: Sequence[Token]) -> Iterator[tuple[int, list[Token]]]:
    """The edits between two lists of tokens: -1 for those of the first only, 1 for the second's, 0 for common ones."""
    codes: dict[Token, str] = {}
    for token in (*first, *second):
        # Beyond the private planes' room tokens share a code with others; they still come back as themselves below,
        # for the edits are read off by position.
        codes.setdefault(token, chr(_PRIVATE + len(codes) % _CAPACITY))
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    edits = engine.diff_main("".join(codes[t] for t in first), "".join(codes[t] for t in second), checklines=False)
    engine.diff_cleanupSemantic(edits)
    left = right = 0
    for sign, coded in edits:
        size = len(coded)
        if sign == 1:
            yield sign, list(second[right : right + size])
        else:
            yield sign, list(first[left : left + size])
        left += size if sign != 1 else 0
        right += size if sign != -1 else 0


def _joined(kind: MarkKind, tokens: Sequence[Token]) -> list[Mark]:
    """One mark for each run of figures and each run of words."""
    if kind == "equal":
        return [Mark(kind, "".join(token.text for token in tokens))]
    return [
        Mark(kind, "".join(token.text for token in run), figure)
        for figure, run in groupby(tokens, key=lambda token: token.figure)
    ]
