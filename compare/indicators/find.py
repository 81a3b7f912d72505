"""Someone in the meeting quotes a figure or a name: where does it stand, and what do the other reports say of it?"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from compare.indicators.entries import Entry, reader_for
from compare.indicators.likeness import name_likeness
from compare.indicators.matching import group_figures
from compare.indicators.names import Name
from compare.indicators.words import NameWords, words_of
from compare.judgement import convert, interval_of
from compare.language.lexicon import Lexicon
from compare.model import Fact, Figure, Report
from compare.quantities.mentions import Mention, grammar

SAME_FIGURE, ROUNDED, SAME_NAME, ALIKE, CONTAINED, IN_TEXT = 1.0, 0.85, 0.95, 0.8, 0.7, 0.6


class Hit(Struct, frozen=True):
    """A place that answers the question. ``text[start:end]`` of the sentence is the figure or the words found."""

    report: int
    sentence: int
    start: int
    end: int
    text: str
    """The whole sentence."""
    paragraph: int
    page: int | None
    why: Literal["figure", "name", "words"]
    score: float
    fact: Fact | None = None
    same: tuple[Figure, ...] = ()
    """The same indicator and measure wherever any of the reports states it, this figure included."""


def find(reports: tuple[Report, ...], words_or_figure: str, lexicon: Lexicon) -> tuple[Hit, ...]:
    """Every sentence with the figure, or with the indicator or the words, best first, then in the order of the text.

    A figure is found by value, whatever its multiplier or unit of the same kind (1300万人, 0.13亿人), also where one
    of the two is rounded. Words besides a figure narrow the search. Words alone are taken as an indicator's name
    (synonyms included) and as words of the text, all of which must stand in the sentence.
    """
    query = _read_query(words_or_figure, lexicon)
    if not query.mentions and not query.words:
        return ()
    groups = group_figures(reports, lexicon)
    of_fact = {
        (entry.report, entry.fact.number): tuple(Figure(e.report, e.fact) for e in entries)
        for entries, _ in groups
        for entry in entries
    }
    entries = tuple(entry for group, _ in groups for entry in group)
    hits = [*_by_fact(reports, entries, query, of_fact, lexicon)]
    if not query.mentions:
        taken = {(hit.report, hit.sentence) for hit in hits}
        hits += (hit for hit in _by_words(reports, query) if (hit.report, hit.sentence) not in taken)
    return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.report, hit.sentence, hit.start)))


class _Query(Struct, frozen=True):
    mentions: tuple[tuple[Mention, Fact], ...]
    words: tuple[str, ...]


def _read_query(text: str, lexicon: Lexicon) -> _Query:
    text = unicodedata.normalize("NFKC", text).strip()
    mentions = tuple(m for m in grammar(lexicon).mentions(text) if not (m.characters and m.unit == ""))
    rest, last = [], 0
    for mention in mentions:
        rest.append(text[last : mention.start])
        last = mention.end
    words = tuple(" ".join((*rest, text[last:])).split())
    return _Query(tuple((mention, _as_fact(mention, text)) for mention in mentions), words)


def _as_fact(mention: Mention, text: str) -> Fact:
    """The quoted figure as a fact, so that its writing gives an interval."""
    return Fact(
        number=0,
        indicator="",
        value=mention.value,
        high=mention.high,
        unit=mention.unit,
        bound="range" if mention.high is not None else "min" if mention.more else "exact",
        measure="level",
        role="context",
        period="",
        sentence=0,
        start=mention.start,
        end=mention.end,
        written=text[mention.start : mention.end],
    )


def _by_fact(
    reports: tuple[Report, ...],
    entries: tuple[Entry, ...],
    query: _Query,
    of_fact: dict[tuple[int, int], tuple[Figure, ...]],
    lexicon: Lexicon,
) -> Iterator[Hit]:
    asked = tuple(reader_for(report, lexicon).read("".join(query.words)) for report in reports)
    names = words_of(lexicon).names
    seen: set[tuple[int, int]] = set()
    for entry in entries:
        key = (entry.report, entry.fact.number)
        sentence = reports[entry.report].sentences[entry.fact.sentence]
        if query.mentions:
            score = _figure_score(entry.fact, query, lexicon)
            score *= float(_holds(sentence.text + entry.fact.indicator, query.words))
        else:
            score = _name_score(entry.name, asked[entry.report], names)
        if not score or key in seen:
            continue
        seen.add(key)
        yield Hit(
            report=entry.report,
            sentence=entry.fact.sentence,
            start=entry.fact.start,
            end=entry.fact.end,
            text=sentence.text,
            paragraph=sentence.paragraph,
            page=sentence.page,
            why="figure" if query.mentions else "name",
            score=score,
            fact=entry.fact,
            same=of_fact[key],
        )


def _figure_score(fact: Fact, query: _Query, lexicon: Lexicon) -> float:
    return max(_one_figure_score(fact, mention, quoted, lexicon) for mention, quoted in query.mentions)


def _one_figure_score(fact: Fact, mention: Mention, quoted: Fact, lexicon: Lexicon) -> float:
    value = abs(fact.value)
    if mention.unit:
        converted = convert(value, fact.unit, mention.unit, lexicon)
        if converted is None:
            return 0.0
        value = converted
    if value == quoted.value:
        return SAME_FIGURE
    span = interval_of(quoted, lexicon)
    inside = span.low is not None and span.high is not None and span.low <= value <= span.high
    return ROUNDED if inside else 0.0


def _name_score(name: Name, asked: Name, words: NameWords) -> float:
    if not asked.canonical:
        return 0.0
    if name.canonical == asked.canonical:
        return SAME_NAME
    likeness = name_likeness(name, asked, words.guards, words.extras)
    if likeness >= ALIKE:
        return round(ALIKE * likeness, 3)
    return CONTAINED if asked.canonical in name.canonical or asked.raw in name.raw else 0.0


def _by_words(reports: tuple[Report, ...], query: _Query) -> Iterator[Hit]:
    for index, report in enumerate(reports):
        for sentence in report.sentences:
            if not _holds(sentence.text, query.words):
                continue
            start = max(0, sentence.text.find(query.words[0]))
            yield Hit(
                report=index,
                sentence=sentence.number,
                start=start,
                end=start + len(query.words[0]),
                text=sentence.text,
                paragraph=sentence.paragraph,
                page=sentence.page,
                why="words",
                score=IN_TEXT,
            )


def _holds(text: str, words: tuple[str, ...]) -> bool:
    plain = unicodedata.normalize("NFKC", text).casefold()
    return all(word.casefold() in plain for word in words)
