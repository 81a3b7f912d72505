"""The tables of two texts side by side: sections, and changes of sentences."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from compare.model import Change, Comparison, Report, SectionPair, Sentence
from compare.writing.lookup import section_title
from compare.writing.tables.common import Between, joined, pair_column, pairs_of, place_text, places_text
from compare.writing.tables.spec import Column, Table
from compare.writing.wording import Words


class SectionPairRow(Struct, frozen=True):
    """A pair of sections between two reports."""

    between: Between
    pair: SectionPair


def sections_table(comparison: Comparison, words: Words) -> Table[SectionPairRow]:
    """Which section became which, each pair of parents above the first of its sections."""
    rows = [SectionPairRow(between, pair) for between in pairs_of(comparison) for pair in _as_trees(between)]
    old, new = _Side(old=True), _Side(old=False)
    columns: tuple[Column[SectionPairRow], ...] = (
        *pair_column(comparison, lambda row: row.between.title),
        Column("relation", lambda row: words(f"relation.{row.pair.relation}"), "label", 6, 1),
        Column("old_section", old.title, "text", 24, 1, old.indented),
        Column("new_section", new.title, "text", 24, 1, new.indented),
        Column("old_place", lambda row: _heading_place(row.between.old, row.pair.old, words), "label", 12, 0),
        Column("new_place", lambda row: _heading_place(row.between.new, row.pair.new, words), "label", 12, 0),
        Column("score", _likeness, "score", 6, 2),
        Column("moved", lambda row: row.pair.moved, "flag", 4, 2),
        Column("parents", lambda row: row.pair.parents, "flag", 4, 0),
        Column("reason", lambda row: _reason(row.pair.reason, words), "text", 24, 3),
    )
    return Table("sections", columns, tuple(rows))


class _Side(Struct, frozen=True):
    """One side of a pair: its title, as data and as a person reads it, indented by depth."""

    old: bool

    def title(self, row: SectionPairRow) -> str:
        return section_title(*self._section(row))

    def indented(self, row: SectionPairRow) -> str:
        report, number = self._section(row)
        return "" if number is None else "  " * len(_above(report, number)) + section_title(report, number)

    def _section(self, row: SectionPairRow) -> tuple[Report, int | None]:
        between = row.between
        return (between.old, row.pair.old) if self.old else (between.new, row.pair.new)


def _as_trees(between: Between) -> Iterator[SectionPair]:
    """The pairs of one comparison, each pair of parents (they come by depth) before the first that stands below it."""
    pairs = between.pair.section_pairs
    waiting = [pair for pair in pairs if pair.parents]
    for leaf in pairs:
        if leaf.parents:
            continue
        if leaf.old is None:
            above_new = _above(between.new, leaf.new)
            due = [pair for pair in waiting if pair.new in above_new]
        else:
            # A lowest section may itself be continued by a parent, so it counts with those above it.
            above_old, above_new = (*_above(between.old, leaf.old), leaf.old), _above(between.new, leaf.new)
            due = [pair for pair in waiting if pair.old in above_old or (pair.old is None and pair.new in above_new)]
        yield from due
        waiting = [pair for pair in waiting if pair not in due]
        yield leaf
    yield from waiting


def _above(report: Report, section: int | None) -> tuple[int, ...]:
    """The sections above one, the highest first."""
    line: list[int] = []
    while section is not None and (section := report.sections[section].parent) is not None:
        line.insert(0, section)
    return tuple(line)


def _likeness(row: SectionPairRow) -> float | None:
    """How sure a pair is; a section without a counterpart is like none."""
    alone = row.pair.old is None or row.pair.new is None
    return None if alone else round(row.pair.score, 2)


def _reason(reason: str, words: Words) -> str:
    """A reason in the language of the output, where it is made of known words."""
    parts = [part.strip() for part in reason.split(",") if part.strip()]
    if all(words.has(f"reason.{part}") for part in parts):
        return words("list.separator").join(words(f"reason.{part}") for part in parts)
    return reason


def _heading_place(report: Report, section: int | None, words: Words) -> str:
    return "" if section is None else place_text(report.sentences[report.sections[section].heading], words)


class ChangeRow(Struct, frozen=True):
    """A change between two reports, with the sentences of both sides."""

    between: Between
    change: Change

    @property
    def old(self) -> tuple[Sentence, ...]:
        """The earlier sentences."""
        return tuple(self.between.old.sentences[n] for n in self.change.old)

    @property
    def new(self) -> tuple[Sentence, ...]:
        """The later sentences."""
        return tuple(self.between.new.sentences[n] for n in self.change.new)

    @property
    def section(self) -> str:
        """Title of the section in the later report, or in the earlier where the text is gone."""
        if self.new:
            return section_title(self.between.new, self.new[0].section)
        return section_title(self.between.old, self.old[0].section) if self.old else ""


def diff_table(comparison: Comparison, words: Words) -> Table[ChangeRow]:
    """Every sentence and what happened to it."""
    rows = tuple(ChangeRow(between, change) for between in pairs_of(comparison) for change in between.pair.changes)
    columns: tuple[Column[ChangeRow], ...] = (
        *pair_column(comparison, lambda row: row.between.title),
        Column("change", lambda row: words(f"change.{row.change.kind}"), "label", 8, 1),
        Column("section", lambda row: row.section, "text", 20, 0),
        Column("old_text", lambda row: joined(row.old), "text", 30, 1),
        Column("new_text", lambda row: joined(row.new), "text", 30, 1),
        Column("old_place", lambda row: places_text(row.old, words), "label", 14, 3),
        Column("new_place", lambda row: places_text(row.new, words), "label", 14, 3),
        Column("formula", lambda row: row.change.formula, "flag", 4, 0),
        Column("score", lambda row: round(row.change.score, 2), "score", 6, 4),
    )
    return Table("diff", columns, rows)
