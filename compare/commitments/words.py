"""The lexicon's table ``commitments``: what makes a clause of the plan part a promise, and of which kind."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HeadlineWords:
    """The sentence of the year's main expected targets: what opens it, and what it is about."""

    openers: tuple[str, ...]
    indicators: tuple[str, ...]
    least: int


@dataclass(frozen=True, slots=True)
class LivelihoodWords:
    """Lists of 民生实事: the titles of their sections, and what opens one in running text."""

    titles: tuple[str, ...]
    openers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """How clauses open that promise nothing of their own, and lengths in characters."""

    purpose: tuple[str, ...]
    topic: tuple[str, ...]
    tails: tuple[str, ...]
    statements: tuple[str, ...]
    shortest: int
    longest: int


@dataclass(frozen=True, slots=True)
class CommitmentWords:
    """The whole table."""

    headline: HeadlineWords
    livelihood: LivelihoodWords
    clauses: ClauseWords
