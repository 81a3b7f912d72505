"""The lexicon's table ``commitments``: what makes a clause of the plan part a promise, and of which kind."""

from __future__ import annotations

from compare.language.schema import Schema


class HeadlineWords(Schema, frozen=True):
    """The sentence of the year's main expected targets: what opens it, what it is about, what only speaks of it."""

    goal: str
    goal_example: str
    goal_counter: str
    indicators: tuple[str, ...]
    least: int
    about: tuple[str, ...]
    later: str
    later_example: str
    later_counter: str


class LivelihoodWords(Schema, frozen=True):
    """Lists of 民生实事: what names one, and the numbers of its items."""

    list: str
    list_example: str
    list_counter: str
    counted: str
    counted_example: str
    counted_counter: str
    item: str
    item_example: str
    item_counter: str
    closing: str
    closing_example: str
    closing_counter: str
    annex: str
    annex_example: str
    annex_counter: str


class ClauseWords(Schema, frozen=True):
    """How clauses open that promise nothing of their own or go on with another, and lengths in characters."""

    label: str
    label_example: str
    label_counter: str
    purpose: tuple[str, ...]
    aims: tuple[str, ...]
    manner: tuple[str, ...]
    manner_end: tuple[str, ...]
    topic: tuple[str, ...]
    frame: tuple[str, ...]
    judging: str
    judging_example: str
    judging_counter: str
    tails: tuple[str, ...]
    comparison: str
    comparison_example: str
    comparison_counter: str
    bare: str
    bare_example: str
    bare_counter: str
    links: tuple[str, ...]
    dealt: tuple[str, ...]
    stress: tuple[str, ...]
    moving: tuple[str, ...]
    statement: str
    statement_example: str
    statement_counter: str
    state: str
    state_example: str
    state_counter: str
    done: str
    trend: str
    trend_example: str
    trend_counter: str
    consequence: str
    consequence_example: str
    consequence_counter: str
    obliged: str
    obliged_example: str
    obliged_counter: str
    means: str
    means_example: str
    means_counter: str
    back: str
    back_example: str
    back_counter: str
    ahead: str
    ahead_example: str
    ahead_counter: str
    people: tuple[str, ...]
    adding: tuple[str, ...]
    shortest: int
    longest: int


class BoundWords(Schema, frozen=True):
    """Words of a bound on either side of a figure, to show the figure with."""

    before: tuple[str, ...]
    behind: tuple[str, ...]


class CommitmentWords(Schema, frozen=True):
    """The whole table."""

    headline: HeadlineWords
    livelihood: LivelihoodWords
    clauses: ClauseWords
    drift: BoundWords
