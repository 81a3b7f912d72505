"""Which section of the later report continues which section of the earlier one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from compare.alignment.affinity import Affinity, Leaf, Matrix, Model, leaves, measure
from compare.alignment.order import Place, out_of_order
from compare.alignment.parents import pair_parents
from compare.alignment.pins import PinnedLinks, Pins, apply_pins, resolve_pins
from compare.language.lexicon import Lexicon
from compare.model import Relation, Report, SectionPair

Links = NDArray[np.bool_]
Rank = tuple[int, int, int]
"""What pairs are sorted by: the earlier section that they stand at or (1) behind, then the later one."""

LIKELY = 0.45
"""A pair at least this likely is taken."""
LAST_RESORT = 0.15
"""Two sections left alone take one another, and then one left alone its likeliest, in runs that continue one another,
if it is at least this likely: a continued run rarely drops a topic altogether. Items of a list of works are no topics:
the list is made anew."""

CONTINUED = 0.9
"""Runs that go together this well, of the best that either could do, continue one another."""
OWN = 0.75
"""Below this run and list are foreign ones: a section continues there only if neither of the two does so nearer home
(the list of the year's projects repeats topics of the tasks without being their continuation)."""
TIE = 1e-6
"""Chances closer than this are the same."""


def align_sections(old: Report, new: Report, lexicon: Lexicon, pins: Pins | None = None) -> tuple[SectionPair, ...]:
    """Pairs of lowest-level sections, then those of their parents (``parents`` is True).

    They stand in the order of the earlier report; an added section stands behind the one that it follows in the later.
    Every section stands in at least one pair; one that has no counterpart is paired with None. A section may continue
    in several (split) and several in one (merged). What a person pinned is taken as it is.

    Raises InputError where a pin names a section that the reports do not have.
    """
    rows, columns = leaves(old, lexicon), leaves(new, lexicon)
    background = [sentence.text for report in (old, new) for sentence in report.sentences]
    affinity = measure(rows, columns, background, Model())
    pinned = resolve_pins(pins, rows, columns) if pins else PinnedLinks()
    links = apply_pins(_links(rows, columns, _anchored(rows, columns, affinity.chance, pinned), affinity), pinned)
    pairs = _pairs(rows, columns, links, affinity, pinned)
    return (*pairs, *pair_parents(old, new, pairs))


def _anchored(rows: tuple[Leaf, ...], columns: tuple[Leaf, ...], chance: Matrix, pinned: PinnedLinks) -> Matrix:
    """Chances with what is certain put in: sections word for word the same, and what a person said."""
    out = chance.copy()
    waiting: dict[tuple[str, str, str], list[int]] = {}
    for column, leaf in enumerate(columns):
        waiting.setdefault((leaf.section.role, leaf.section.title, leaf.body), []).append(column)
    for row, leaf in enumerate(rows):
        if same := waiting.get((leaf.section.role, leaf.section.title, leaf.body)):
            column = same.pop(0)
            out[row, :], out[:, column] = 0, 0
            out[row, column] = 1
    for row in pinned.rows:
        out[row, :] = 0
    for column in pinned.columns:
        out[:, column] = 0
    for row, column in pinned.forbidden:
        out[row, column] = 0
    return out


def _links(rows: tuple[Leaf, ...], columns: tuple[Leaf, ...], chance: Matrix, affinity: Affinity) -> Links:
    """The likely pairs, and for what is left alone its likeliest."""
    likely: Links = chance >= LIKELY
    if not chance.size:
        return likely
    own, foreign = likely & (affinity.home >= OWN), likely & (affinity.home < OWN)
    at_home = own.any(axis=1, keepdims=True) | own.any(axis=0, keepdims=True)
    links: Links = own | (foreign & ~at_home)
    items = np.array([leaf.item for leaf in rows])[:, None] & np.array([leaf.item for leaf in columns])[None, :]
    hopeful: Links = (affinity.run >= CONTINUED - TIE) & (chance >= LAST_RESORT) & ~items
    alone_row, alone_column = _alone_in(links)
    left = np.where(hopeful & alone_row & alone_column, chance, 0.0)
    links = links | ((left > 0) & _highest(left, 1) & _highest(left, 0))
    alone_row, alone_column = _alone_in(links)
    last: Links = hopeful & ((alone_row & _highest(chance, 1)) | (alone_column & _highest(chance, 0)))
    return links | last


def _alone_in(links: Links) -> tuple[Links, Links]:
    """Which rows, and which columns, are linked to nothing."""
    return links.sum(axis=1, keepdims=True) == 0, links.sum(axis=0, keepdims=True) == 0


def _highest(values: Matrix, axis: int) -> Links:
    """Which cells are the highest of their row (axis 1) or column (axis 0)."""
    highest: Links = values >= values.max(axis=axis, keepdims=True) - TIE
    return highest


def _pairs(
    rows: tuple[Leaf, ...], columns: tuple[Leaf, ...], links: Links, affinity: Affinity, pinned: PinnedLinks
) -> tuple[SectionPair, ...]:
    moved = out_of_order(
        {
            (int(row), int(column)): 1 + len(rows[row].body) + len(columns[column].body)
            for row, column in np.argwhere(links)
        }
    )
    continued = _continued(rows, columns, links, affinity, pinned, moved)
    added = _added(columns, links, affinity, pinned, moved)
    return tuple(pair for _, pair in sorted([*continued, *added], key=lambda item: item[0]))


def _continued(
    rows: tuple[Leaf, ...],
    columns: tuple[Leaf, ...],
    links: Links,
    affinity: Affinity,
    pinned: PinnedLinks,
    moved: frozenset[Place],
) -> Iterator[tuple[Rank, SectionPair]]:
    """Every section of the earlier report with each of its continuations, or with none."""
    origins = links.sum(axis=0)
    for row, leaf in enumerate(rows):
        targets = np.flatnonzero(links[row]).tolist()
        if not targets:
            yield (row, 0, 0), _alone(leaf, "dropped", affinity.chance[row], row in pinned.rows)
        for column in targets:
            sure = (row, column) in pinned.pairs
            pair = SectionPair(
                leaf.section.number,
                columns[column].section.number,
                relation(len(targets), int(origins[column])),
                1.0 if sure else round(float(affinity.chance[row, column]), 3),
                (row, column) in moved,
                "pinned" if sure else _reason(affinity, row, column),
            )
            yield (row, 0, column), pair


def _added(
    columns: tuple[Leaf, ...], links: Links, affinity: Affinity, pinned: PinnedLinks, moved: frozenset[Place]
) -> Iterator[tuple[Rank, SectionPair]]:
    """Every section without an origin, behind what kept its order before it."""
    after = -1
    for column, leaf in enumerate(columns):
        origins = np.flatnonzero(links[:, column]).tolist()
        if not origins:
            yield (after, 1, column), _alone(leaf, "added", affinity.chance[:, column], column in pinned.columns)
        after = max([after, *(row for row in origins if (row, column) not in moved)])


def relation(continuations: int, origins: int) -> Relation:
    """What a link is called: the earlier section's parts come first (GUIDE: split), then the later one's origins."""
    if continuations > 1:
        return "split"
    return "merged" if origins > 1 else "same"


def _alone(leaf: Leaf, kind: Literal["dropped", "added"], chances: Matrix, sure: bool) -> SectionPair:
    score = 1.0 if sure else round(1 - float(chances.max(initial=0)), 3)
    number, reason = leaf.section.number, "pinned" if sure else ""
    old, new = (number, None) if kind == "dropped" else (None, number)
    return SectionPair(old, new, kind, score, moved=False, reason=reason)


def _reason(affinity: Affinity, row: int, column: int) -> str:
    """What speaks for the pair, in the words of the issue: title, body, place."""
    said = []
    if affinity.title[row, column] >= 0.3:
        said.append("title")
    if affinity.body[row, column] >= 0.2:
        said.append("body")
    if affinity.near[row, column]:
        said.append("place")
    return ", ".join(said) or "nearest"
