"""Levels and parents: the numbering says what stands under what, and neighbours say it for what has none."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from compare.outline.pieces import SECTION_RANK, Heading, ordinal_number


class Node(Struct, frozen=True):
    """A heading with its place in the tree; ``parent`` is an index among the nodes."""

    heading: Heading
    level: int
    parent: int | None


def build_tree(headings: Sequence[Heading]) -> list[Node]:
    """Every heading with its level (1 for the highest) and the one that it stands under."""
    holders = _ordinals_that_hold(headings)
    going_on = _items_with_more_behind(headings)
    nodes: list[Node] = []
    stack: list[int] = []
    for number, heading in enumerate(headings):
        if heading.kind == "ordinal":
            _to_the_run(heading, stack, nodes)
        else:
            while stack and not _stands_under(heading, nodes[stack[-1]].heading, stack[-1], holders):
                left = stack.pop()
                if nodes[left].heading.piece == heading.beside and left in going_on:
                    break
        parent = stack[-1] if stack else None
        level = nodes[parent].level + 1 if parent is not None else 1
        nodes.append(Node(heading, level, parent))
        stack.append(number)
    return nodes


def _to_the_run(heading: Heading, stack: list[int], nodes: Sequence[Node]) -> None:
    """Cut the stack back to what the run of an ordinal stands under: its topic, or else the last numbered heading."""
    while stack:
        over = nodes[stack[-1]].heading
        if over.rank or over.style_level or over.piece == heading.under:
            return
        stack.pop()


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
    if heading.apart and heading.kind == "topic" and not heading.inner:
        return False
    if heading.inner:
        return heading.lead == over.piece
    if heading.kind in ("topic", "style"):
        return at in holders and over.kind in ("ordinal", "dash")
    return False


def _items_with_more_behind(headings: Sequence[Heading]) -> set[int]:
    """The items of runs that have a topic over them and go on: what stands beside one is within the run."""
    found: set[int] = set()
    later: set[int] = set()
    for number in range(len(headings) - 1, -1, -1):
        heading = headings[number]
        if heading.rank or heading.style_level:
            later = set()
        elif heading.kind == "ordinal" and heading.under is not None:
            if heading.under in later:
                found.add(number)
            later.add(heading.under)
    return found


def _ordinals_that_hold(headings: Sequence[Heading]) -> set[int]:
    """The unranked items (一是, ——) under which topics stand.

    What stands between two items belongs to the first of them. What stands behind the last may belong to the whole
    run; it is counted to the last item where most of the others hold topics too, and never where the run itself stands
    under a topic.
    """
    holders: set[int] = set()
    run: list[int] = []
    followers: list[int] = []
    for number, heading in enumerate([*headings, None]):
        ends = heading is None or heading.rank or heading.style_level
        if ends or (heading and heading.under is not None and heading.label and _is_first(heading)):
            holding = [item for item, count in zip(run[:-1], followers, strict=False) if count]
            holders.update(holding)
            free = ends and len(run) > 1 and headings[run[-1]].under is None
            if free and 2 * len(holding) > len(run) - 1:
                holders.add(run[-1])
            run, followers = [], []
        if heading is None or ends:
            continue
        if heading.kind in ("ordinal", "dash") and not heading.inner:
            run.append(number)
            followers.append(0)
        elif followers and not heading.inner:
            followers[-1] += 1
    return holders


def _is_first(heading: Heading) -> bool:
    return ordinal_number(heading.label) == 1
