"""Somebody in the meeting quotes a figure or a name: the sentences that hold it, and the same indicator everywhere."""

from __future__ import annotations

from itertools import groupby

from compare.indicators import Hit
from compare.indicators import find as find_hits
from compare.language.lexicon import Lexicon
from compare.model import Comparison, Figure
from compare.writing.tables.found import Found


def find(comparison: Comparison, what: str, lexicon: Lexicon) -> tuple[Found, ...]:
    """Every sentence that answers, the surest first; within one certainty in the order of the reports.

    What is found, and how surely, is :func:`compare.indicators.find`'s to say: figures by their value, indicators by
    name and synonym, other words as they stand.
    """
    hits = find_hits(comparison.reports, what, lexicon)
    best = {(hit.report, hit.sentence): hit.score for hit in reversed(hits)}
    ordered = sorted(hits, key=lambda hit: (-best[hit.report, hit.sentence], hit.report, hit.sentence, hit.start))
    return tuple(_found(tuple(group)) for _, group in groupby(ordered, key=lambda hit: (hit.report, hit.sentence)))


def _found(hits: tuple[Hit, ...]) -> Found:
    """The hits of one sentence; its own figures are left out of what stands elsewhere."""
    facts = tuple(dict.fromkeys(hit.fact for hit in hits if hit.fact is not None))
    own = {Figure(hits[0].report, fact) for fact in facts}
    elsewhere = dict.fromkeys(figure for hit in hits for figure in hit.same if figure not in own)
    return Found(hits[0].report, hits[0].sentence, facts, tuple(elsewhere))
