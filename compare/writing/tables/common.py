"""What the tables share: the pair behind a row, places and bases in words, the columns that name reports."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from compare.model import Comparison, Fact, Pair, Report, Sentence
from compare.writing.lookup import short_names
from compare.writing.tables.spec import Column, R
from compare.writing.wording import Words


class Between(Struct, frozen=True):
    """Where a row of a pair of reports finds its two reports and their names."""

    comparison: Comparison
    pair: Pair
    names: tuple[str, ...]

    @property
    def old(self) -> Report:
        """The earlier report."""
        return self.comparison.reports[self.pair.old]

    @property
    def new(self) -> Report:
        """The later report."""
        return self.comparison.reports[self.pair.new]

    @property
    def title(self) -> str:
        """2021→2022, or one name where a report is held to itself."""
        old, new = self.names[self.pair.old], self.names[self.pair.new]
        return old if self.pair.old == self.pair.new else f"{old}→{new}"


def pairs_of(comparison: Comparison) -> tuple[Between, ...]:
    """The pairs of a Comparison with their reports at hand."""
    names = short_names(comparison)
    return tuple(Between(comparison, pair, names) for pair in comparison.pairs)


def place_text(sentence: Sentence, words: Words) -> str:
    """Page and paragraph of a sentence: 第7页第31段."""
    if sentence.page is None:
        return words("place.paragraph", paragraph=sentence.paragraph)
    return words("place.page_paragraph", page=sentence.page, paragraph=sentence.paragraph)


def joined(sentences: tuple[Sentence, ...]) -> str:
    """The words of one or more sentences."""
    return "".join(sentence.text for sentence in sentences)


def places_text(sentences: tuple[Sentence, ...], words: Words) -> str:
    """The place of the first of some sentences, empty where there is none."""
    return place_text(sentences[0], words) if sentences else ""


def basis_text(fact: Fact) -> str:
    """What stands behind a figure (口径), in the report's words, joined."""
    basis = fact.basis
    return "、".join(part for part in (basis.region, basis.scope, basis.price, basis.time, basis.nature) if part)


def report_column(comparison: Comparison, name: Callable[[R], str]) -> tuple[Column[R], ...]:
    """The column that says which report, where there are several."""
    return (Column("report", name, "label", 6, 1),) if len(comparison.reports) > 1 else ()


def pair_column(comparison: Comparison, name: Callable[[R], str]) -> tuple[Column[R], ...]:
    """The column that says which two reports, where there is more than one pair."""
    return (Column("reports", name, "label", 11, 1),) if len(comparison.pairs) > 1 else ()
