"""Somebody in the meeting quotes a figure: the sentences that hold it, and what else is said of the same indicator."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from compare.language.lexicon import Lexicon
from compare.model import Comparison, Fact, Figure
from compare.writing.tables.found import Found


def find(comparison: Comparison, what: str, lexicon: Lexicon) -> tuple[Found, ...]:
    """All places of some words or of a figure, in the order of the reports.

    A figure is found however it is written (0.53万亿元, 5300亿元). Of several words, a sentence must hold each.
    """
    figures = _figures(what, lexicon)
    needles = [_plain(word) for word in what.split()]
    found: list[Found] = []
    for index, report in enumerate(comparison.reports):
        by_sentence: dict[int, list[Fact]] = {}
        for fact in report.facts:
            if any(_same(fact, value, unit) for value, unit in figures):
                by_sentence.setdefault(fact.sentence, []).append(fact)
        for sentence in report.sentences:
            text = _plain(sentence.text)
            if sentence.number in by_sentence or all(needle in text for needle in needles):
                facts = by_sentence.get(sentence.number) or _named(report.facts, sentence.number, needles)
                found.append(Found(index, sentence.number, tuple(facts), _relatives(comparison, index, facts)))
    return tuple(found)


def _figures(what: str, lexicon: Lexicon) -> list[tuple[object, str]]:
    from compare.quantities.mentions import grammar

    mentions = grammar(lexicon).mentions(what)
    whole = sum(mention.end - mention.start for mention in mentions) >= len(what.strip())
    return [(mention.value, mention.unit) for mention in mentions] if whole else []


def _same(fact: Fact, value: object, unit: str) -> bool:
    return value in (fact.value, fact.high, -fact.value) and (not unit or unit == fact.unit)


def _named(facts: Iterable[Fact], sentence: int, needles: list[str]) -> list[Fact]:
    """Facts of a sentence whose indicator or words the query names."""
    return [
        fact
        for fact in facts
        if fact.sentence == sentence
        and any(needle in _plain(fact.indicator) or _plain(fact.indicator) in needle for needle in needles)
    ]


def _relatives(comparison: Comparison, report: int, facts: Iterable[Fact]) -> tuple[Figure, ...]:
    """What all reports say of the same indicators, these facts left out."""
    own = {Figure(report, fact) for fact in facts}
    rows = [row for row in comparison.indicators if own & set(row.cells)]
    return tuple(dict.fromkeys(cell for row in rows for cell in row.cells if cell not in own))


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split()).lower()
