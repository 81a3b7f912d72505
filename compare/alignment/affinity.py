"""How likely each section of the later report continues each of the earlier one.

Six things speak for it, weighed by a logistic model: how alike the words are; by how much this pair beats the next
best one for either section (reports repeat themselves, so being alike is not enough); whether the runs of sections in
which both stand continue one another; whether both stand at the same depth; how far they stand from one another in
their half of the report; and whether their titles name the same fields of work. docs/alignment.md has the figures.

A section stands in two series. Its list is what has its chapter, its depth and its kind of heading; its run is all
that stands under the sections of one kind directly below its chapter. Where one year's （三） is cut into topics and
the next year's is not, the lists are unlike, the runs are one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from compare.language.lexicon import Lexicon
from compare.language.rules import FindingRule
from compare.language.schema import Schema
from compare.model import Notice, Report, Role, Section
from compare.outline.fields import Fields, field_reader
from compare.similarity import TextIndex

Matrix = NDArray[np.float64]

TITLE = 0.5
"""Weight of the titles' likeness beside that of the bodies, where pairs are held against one another."""
FLOOR = 0.05
"""Likeness that any two texts of the genre have (half of all pairs that do not belong together have more); it keeps
ratios of small likenesses from mattering."""

NEAR = 0.2
"""Sections nearer to one another than this stand in about the same place."""
TINY = 1e-9
MOST = 2000
"""Lowest-level sections looked at; a report has about a hundred, and a table of chances grows with their square."""
MANY = 2
"""A row of more sections than this says how long its sections are."""


class Model(Struct, frozen=True):
    """Weights of the logistic model, fitted on three pairs of national reports and the project's own four pairs.

    Leaving out the pair that is scored changes the outcome little (docs/alignment.md).
    """

    body: float = 11.0
    enough: float = 0.3
    """Likeness of the bodies from which more says no more."""
    lead: float = 2.45
    depth: float = 0.83
    distance: float = -1.72
    run: float = 3.32
    fields_shared: float = 0.3
    """For titles that name the same fields; less for those that share a part of them. Set, as the next, by hand: small
    enough to decide only where the words do not."""
    fields_apart: float = -0.5
    """For titles that both name fields, and none in common."""
    bias: float = -5.48


class Words(Schema, frozen=True):
    """Schema of ``alignment.toml``."""

    made_anew: tuple[str, ...]
    aside: tuple[FindingRule, ...]
    """Words that say nothing of the section in which they stand."""


class Leaf(Struct, frozen=True):
    """A section of the lowest level, as alignment sees it."""

    section: Section
    topic: str
    """Its title without the numbering."""
    fields: Fields
    """The fields of work that the title names."""
    body: str
    chapter: int
    """The section of the highest level above it, or itself."""
    depth: int
    """0 for a chapter without sections, 1 directly under one, 2 for all below."""
    run: str
    """Kind of the section directly below the chapter that holds it or is it; empty for a chapter."""
    place: float
    """Where it stands among the sections of its role, 0 to 1."""
    item: bool
    """It stands in a list of works that is made anew every year."""


class Affinity(Struct, frozen=True):
    """One row for each section of the earlier report, one column for each of the later."""

    chance: Matrix
    """0 to 1; 0 for different roles."""
    run: Matrix
    """How far the runs of the two continue one another: 1 where each is the other's best."""
    home: Matrix
    """The same for runs and lists together."""
    title: Matrix
    body: Matrix
    near: NDArray[np.bool_]
    """Same depth, and about the same place."""


def leaves(report: Report, lexicon: Lexicon) -> tuple[Leaf, ...]:
    """The sections of the lowest level, in order, with what alignment needs of each; the first :data:`MOST` of them.

    Where a report has review and plan, what is neither (closing words, a glossary) is left out.
    """
    sections = _compared(report)[:MOST]
    counts = Counter(section.role for section in sections)
    seen: Counter[Role] = Counter()
    rows, words = _rows(report), lexicon.read("alignment", Words)
    aside = re.compile("|".join(f"(?:{aside.pattern})" for aside in words.aside))
    fields = field_reader(lexicon)
    out = []
    for section in sections:
        line = ancestry(report, section)
        place = seen[section.role] / counts[section.role]
        seen[section.role] += 1
        body = aside.sub("", _body(report, section, rows[_row_of(section)]))
        topic = section.title.removeprefix(section.label)
        run = line[-2].kind if len(line) > 1 else ""
        item = any(word in above.title for above in line[1:] for word in words.made_anew)
        depth = min(2, len(line) - 1)
        out.append(Leaf(section, topic, fields.of(topic), body, line[-1].number, depth, run, place, item))
    return tuple(out)


def cut_notice(report: Report) -> tuple[Notice, ...]:
    """What the reader must know of a report with more sections than are paired."""
    more = len(_compared(report)) - MOST
    return (Notice("sections-cut", (str(MOST), str(more)), report.document.file),) if more > 0 else ()


def _compared(report: Report) -> tuple[Section, ...]:
    sections = report.leaves
    if any(section.role != "other" for section in sections):
        return tuple(section for section in sections if section.role != "other")
    return sections


def _rows(report: Report) -> dict[tuple[int | None, str, int], list[Section]]:
    """Sections of one kind and level under one parent."""
    rows: dict[tuple[int | None, str, int], list[Section]] = {}
    for section in report.sections:
        rows.setdefault(_row_of(section), []).append(section)
    return rows


def _row_of(section: Section) -> tuple[int | None, str, int]:
    return section.parent, section.kind, section.level


def _body(report: Report, section: Section, row: list[Section]) -> str:
    """The words under a heading; of the last in a row of sections no more paragraphs than its longest neighbour has.

    What follows a row of like sections (thanks, transitions) stands under the last one only because no heading ends it.
    """
    sentences = report.sentences[section.first : section.last]
    if len(row) > MANY and row[-1] is section and sentences:
        most = max(_paragraphs(report, neighbour) for neighbour in row[:-1])
        end = report.sentences[section.heading].block + most
        sentences = tuple(sentence for sentence in sentences if sentence.block < end)
    return "\n".join(sentence.text for sentence in sentences)


def _paragraphs(report: Report, section: Section) -> int:
    """How many paragraphs a section has, that of its heading included."""
    return report.sentences[section.last - 1].block - report.sentences[section.heading].block + 1


def ancestry(report: Report, section: Section) -> list[Section]:
    """The section, the one above it, and so on up to its chapter."""
    line = [section]
    while line[-1].parent is not None:
        line.append(report.sections[line[-1].parent])
    return line


def measure(old: tuple[Leaf, ...], new: tuple[Leaf, ...], background: Sequence[str], model: Model) -> Affinity:
    """Hold every section against every other; ``background`` are all sentences, for how rare a word is."""
    title = _likeness([leaf.topic for leaf in old], [leaf.topic for leaf in new], background)
    body = _likeness([leaf.body for leaf in old], [leaf.body for leaf in new], background)
    allowed = _same_role(old, new)
    both = np.where(allowed, body + TITLE * title, 0.0)
    same_depth = _equal([leaf.depth for leaf in old], [leaf.depth for leaf in new])
    distance = np.abs(np.array([leaf.place for leaf in old])[:, None] - np.array([leaf.place for leaf in new])[None, :])
    run = _series_affinity(old, new, both, lambda leaf: (leaf.chapter, leaf.run))
    own = _series_affinity(old, new, both, lambda leaf: (leaf.chapter, leaf.depth, leaf.section.kind))
    logit = (
        model.bias
        + model.body * np.minimum(body, model.enough)
        + model.lead * _lead(both)
        + model.run * run
        + model.depth * same_depth
        + model.distance * distance
        + _fields(old, new, model)
    )
    chance = np.where(allowed, 1 / (1 + np.exp(-np.clip(logit, -50, 50))), 0.0)
    return Affinity(chance, run, (run + own) / 2, title, body, same_depth & (distance < NEAR))


def _likeness(old: list[str], new: list[str], background: Sequence[str]) -> Matrix:
    # With both sides in the background, old against new weighs words as new against old does.
    return TextIndex(new, [*old, *background]).scores(old).astype(np.float64)


def _same_role(old: tuple[Leaf, ...], new: tuple[Leaf, ...]) -> NDArray[np.bool_]:
    """Review continues review, plan plan, and what is lacking what was lacking; where nothing agrees, anything may."""
    same = _equal([_half(leaf) for leaf in old], [_half(leaf) for leaf in new])
    return same if same.any() else np.ones_like(same)


def _equal(rows: Sequence[Hashable], columns: Sequence[Hashable]) -> NDArray[np.bool_]:
    numbers, _ = _numbered([*rows, *columns])
    same: NDArray[np.bool_] = numbers[: len(rows), None] == numbers[None, len(rows) :]
    return same


def _half(leaf: Leaf) -> tuple[Role, bool]:
    return leaf.section.role, leaf.section.part == "problems"


def _fields(old: tuple[Leaf, ...], new: tuple[Leaf, ...], model: Model) -> Matrix:
    """What the fields that the titles name say for each pair; nothing where one of the two names none."""
    names = sorted({field for leaf in (*old, *new) for field in leaf.fields})
    rows, columns = _named(old, names), _named(new, names)
    count_row, count_column = rows.sum(axis=1)[:, None], columns.sum(axis=1)[None, :]
    both = rows @ columns.T
    either = np.maximum(count_row + count_column - both, 1)
    apart = (both == 0) & (count_row > 0) & (count_column > 0)
    said: Matrix = model.fields_shared * both / either + model.fields_apart * apart
    return said


def _named(side: tuple[Leaf, ...], names: list[str]) -> Matrix:
    numbers = {name: number for number, name in enumerate(names)}
    flags = np.zeros((len(side), len(names)))
    for row, leaf in enumerate(side):
        flags[row, [numbers[field] for field in leaf.fields]] = 1
    return flags


def _lead(likeness: Matrix) -> Matrix:
    """By how much (log ratio) each pair beats the best other one of its row, plus the same for its column."""
    logs = np.log(likeness + FLOOR)
    return 2 * logs - _best_other(logs, 1) - _best_other(logs, 0)


def _best_other(values: Matrix, axis: int) -> Matrix:
    """For each cell the highest value of its row (axis 1) or column (axis 0) apart from the cell itself."""
    if values.shape[axis] < 2:
        return np.full_like(values, np.log(FLOOR))
    ranked = np.partition(values, values.shape[axis] - 2, axis=axis)
    highest, second = np.take(ranked, [-1], axis=axis), np.take(ranked, [-2], axis=axis)
    return np.where(values >= highest, second, highest)


def _series_affinity(
    old: tuple[Leaf, ...], new: tuple[Leaf, ...], likeness: Matrix, series_of: Callable[[Leaf], Hashable]
) -> Matrix:
    """For each pair how well its two series go together, as share of the best that either could do, 0 to 1.

    A list of achievements and a list of works speak of the same topics; only one of them continues last year's list.
    """
    rows, row_count = _numbered([series_of(leaf) for leaf in old])
    columns, column_count = _numbered([series_of(leaf) for leaf in new])
    forth = _best_by_series(likeness, rows, row_count, columns, column_count)
    back = _best_by_series(likeness.T, columns, column_count, rows, row_count).T
    share: Matrix = np.minimum(
        forth / np.maximum(forth.max(axis=1, keepdims=True, initial=0), TINY),
        back / np.maximum(back.max(axis=0, keepdims=True, initial=0), TINY),
    )
    return share[np.ix_(rows, columns)]


def _best_by_series(
    likeness: Matrix, rows: NDArray[np.int64], row_count: int, columns: NDArray[np.int64], column_count: int
) -> Matrix:
    """For each series of rows and of columns: the mean, over its rows, of the best in its columns."""
    if not likeness.size:
        return np.zeros((row_count, column_count))
    order = np.argsort(columns, kind="stable")
    starts = np.searchsorted(columns[order], np.arange(column_count))
    best = np.maximum.reduceat(likeness[:, order], starts, axis=1)
    sums = np.zeros((row_count, column_count))
    np.add.at(sums, rows, best)
    means: Matrix = sums / np.bincount(rows, minlength=row_count)[:, None]
    return means


def _numbered(keys: list[Hashable]) -> tuple[NDArray[np.int64], int]:
    """The number of each key among the different ones, and how many those are."""
    numbers = {key: number for number, key in enumerate(dict.fromkeys(keys))}
    return np.array([numbers[key] for key in keys], dtype=np.int64), len(numbers)
