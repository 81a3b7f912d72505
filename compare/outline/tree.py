"""Levels and parents: the numbering says what stands under what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compare.outline.headings import Heading


@dataclass(frozen=True, slots=True)
class Node:
    """A heading with its place in the tree; ``parent`` is an index among the nodes."""

    heading: Heading
    level: int
    parent: int | None


def build_tree(headings: Sequence[Heading]) -> list[Node]:
    """Every heading with its level (1 for the highest) and the one that it stands under."""
    nodes: list[Node] = []
    stack: list[int] = []
    for heading in headings:
        while stack and not _stands_under(heading, nodes[stack[-1]].heading):
            stack.pop()
        parent = stack[-1] if stack else None
        level = nodes[parent].level + 1 if parent is not None else 1
        nodes.append(Node(heading, level, parent))
        stack.append(len(nodes) - 1)
    return nodes


def _stands_under(heading: Heading, over: Heading) -> bool:
    if heading.rank and over.rank:
        return heading.rank > over.rank
    if heading.rank:
        return False
    if over.rank:
        return True
    if heading.kind == "topic":
        return over.kind in ("ordinal", "dash") and over.own_line
    return False
