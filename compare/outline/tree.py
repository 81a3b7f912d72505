"""Levels and parents: the numbering says what stands under what, and neighbours say it for what has none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compare.outline.pieces import SECTION_RANK, Heading

NUMERALS = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Node:
    """A heading with its place in the tree; ``parent`` is an index among the nodes."""

    heading: Heading
    level: int
    parent: int | None


def build_tree(headings: Sequence[Heading], paragraph_of: Sequence[int]) -> list[Node]:
    """Every heading with its level (1 for the highest) and the one that it stands under.

    ``paragraph_of`` gives for each piece the number of its paragraph.
    """
    holders = _ordinals_that_hold(headings)
    nodes: list[Node] = []
    stack: list[int] = []
    for number, heading in enumerate(headings):
        if heading.kind == "ordinal" and not heading.inner:
            _to_the_run(heading, stack, nodes, paragraph_of)
        else:
            while stack and not _stands_under(heading, nodes[stack[-1]].heading, stack[-1], holders):
                stack.pop()
        parent = stack[-1] if stack else None
        level = nodes[parent].level + 1 if parent is not None else 1
        nodes.append(Node(heading, level, parent))
        stack.append(number)
    return nodes


def _to_the_run(heading: Heading, stack: list[int], nodes: Sequence[Node], paragraph_of: Sequence[int]) -> None:
    """Cut the stack back to what an ordinal stands under.

    That is what the item before it (一是 before 二是) stands under; for the first of a run, the topic right over it,
    or else the last numbered heading.
    """
    order = ordinal_number(heading.label)
    for depth in range(len(stack) - 1, -1, -1):
        earlier = nodes[stack[depth]].heading
        if earlier.rank:
            break
        if earlier.kind == "ordinal" and not earlier.inner and 0 < ordinal_number(earlier.label) < order:
            del stack[depth:]
            return
    while stack and not nodes[stack[-1]].heading.rank:
        over = nodes[stack[-1]].heading
        begins = over.kind in ("topic", "style") and not over.inner and order <= 2
        if begins and paragraph_of[heading.piece] - paragraph_of[over.piece] == 1:
            return
        stack.pop()


def ordinal_number(label: str) -> int:
    """The number of an ordinal label (三是 → 3), 0 where it has none."""
    numeral = "".join(character for character in label if character in NUMERALS)
    tens, ten, ones = numeral.partition("十")
    if not numeral:
        return 0
    return (NUMERALS.index(tens or "一") + 1) * 10 * bool(ten) + (
        NUMERALS.index((ones if ten else numeral)[:1]) + 1 if (ones if ten else numeral) else 0
    )


def _stands_under(heading: Heading, over: Heading, at: int, holders: set[int]) -> bool:
    if heading.kind == "annex":
        return False
    if heading.rank and over.rank:
        return over.rank < heading.rank
    if heading.style_level and over.style_level:
        return heading.style_level > over.style_level
    if heading.rank:
        return bool(over.style_level)
    if heading.beside == over.piece:
        return False
    if over.rank or over.style_level:
        return not (heading.apart and over.rank > SECTION_RANK)
    if heading.inner:
        return heading.lead == over.piece
    if heading.kind in ("topic", "style"):
        return at in holders and over.kind in ("ordinal", "dash")
    return False


def _ordinals_that_hold(headings: Sequence[Heading]) -> set[int]:
    """The unranked items (一是, ——) under which topics stand.

    What stands between two items belongs to the first of them. What stands behind the last may belong to the whole
    run; it is counted to the last item where most of the others hold topics too.
    """
    holders: set[int] = set()
    run: list[int] = []
    followers: list[int] = []
    for number, heading in enumerate([*headings, None]):
        if heading is None or heading.rank or heading.style_level:
            holding = [item for item, count in zip(run[:-1], followers, strict=False) if count]
            holders.update(holding)
            if len(run) > 1 and 2 * len(holding) > len(run) - 1:
                holders.add(run[-1])
            run, followers = [], []
        elif heading.kind in ("ordinal", "dash") and not heading.inner:
            run.append(number)
            followers.append(0)
        elif followers and not heading.inner:
            followers[-1] += 1
    return holders
