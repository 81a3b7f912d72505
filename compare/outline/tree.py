"""Levels and parents: the numbering says what stands under what, and neighbours say it for what has none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compare.outline.pieces import SECTION_RANK, Heading


@dataclass(frozen=True, slots=True)
class Node:
    """A heading with its place in the tree; ``parent`` is an index among the nodes."""

    heading: Heading
    level: int
    parent: int | None


def build_tree(headings: Sequence[Heading]) -> list[Node]:
    """Every heading with its level (1 for the highest) and the one that it stands under."""
    holders = _ordinals_that_hold(headings)
    nodes: list[Node] = []
    stack: list[int] = []
    for number, heading in enumerate(headings):
        while stack and not _stands_under(heading, nodes[stack[-1]].heading, number, stack[-1], holders):
            stack.pop()
        parent = stack[-1] if stack else None
        level = nodes[parent].level + 1 if parent is not None else 1
        nodes.append(Node(heading, level, parent))
        stack.append(number)
    return nodes


def _stands_under(heading: Heading, over: Heading, number: int, at: int, holders: set[int]) -> bool:
    if heading.kind == "annex":
        return False
    if heading.rank and over.rank:
        return over.rank < heading.rank
    if heading.style_level and over.style_level:
        return heading.style_level > over.style_level
    if heading.rank:
        return bool(over.style_level)
    if over.rank or over.style_level:
        return not (heading.apart and over.rank > SECTION_RANK)
    if heading.inner:
        return heading.lead == over.piece
    if heading.kind in ("topic", "style"):
        return at in holders and over.kind in ("ordinal", "dash")
    return False


def _ordinals_that_hold(headings: Sequence[Heading]) -> set[int]:
    """The unranked items (一是, ——) of those runs in which topics stand between the items, not only behind the last."""
    holders: set[int] = set()
    run: list[int] = []
    followers: list[int] = []
    for number, heading in enumerate([*headings, None]):
        if heading is None or heading.rank or heading.style_level:
            if len(run) > 1 and sum(followers[:-1]) >= len(run) - 1:
                holders.update(run)
            run, followers = [], []
        elif heading.kind in ("ordinal", "dash"):
            run.append(number)
            followers.append(0)
        elif followers and not heading.inner:
            followers[-1] += 1
    return holders
