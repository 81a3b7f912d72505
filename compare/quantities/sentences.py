"""The facts of one sentence: its numbers told apart, measured, timed and named."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from compare.language.lexicon import Lexicon
from compare.model import Bound, Fact, Identity, LeftOut, Sentence
from compare.quantities.ahead import Ahead, ahead_reader
from compare.quantities.basis import basis_reader
from compare.quantities.bounds import bound_finder
from compare.quantities.measures import Reading, measure_finder
from compare.quantities.mentions import Mention
from compare.quantities.naming import Named, namer
from compare.quantities.patterns import any_of
from compare.quantities.sorting import Sorted, sort_mentions
from compare.quantities.spots import Clauses, Spot, clauses, spots
from compare.quantities.tenses import tense_reader
from compare.quantities.tokens import DATE, NAME, Token, tagger
from compare.quantities.words import Facts, Names

WHOLE_NAMES = re.compile(r"“[^“”]*”|《[^《》]*》|（[^（）]*）|\([^()]*\)")


class Setting(Struct, frozen=True):
    """What a sentence's figures depend on beyond its own words."""

    identity: Identity
    before: str = ""
    """Name of the last figure before the sentence, empty behind a heading."""
    said: str = ""
    """The sentence before, empty where it belongs to another part."""
    nature: str = ""
    """A nature that covers this part of the report (预计，下同)."""


def sentence_facts(sentence: Sentence, setting: Setting, lexicon: Lexicon) -> tuple[list[Fact], tuple[LeftOut, ...]]:
    """The facts of a sentence, numbered from 0, and the account of the numbers that are none."""
    if not _counting(lexicon).search(sentence.text):
        return [], ()
    parts = Clauses(sentence.text)
    found = sort_mentions(sentence, parts, lexicon)
    if not found.taken:
        return [], found.left
    ahead = ahead_reader(lexicon).read(sentence.text, sentence.role, setting.identity)
    found = replace(
        found,
        dates=_joined([*found.dates, *((span.start, span.end) for span in ahead), *_plans(sentence.text, lexicon)]),
    )
    words = clauses(tagger(lexicon).tokens(sentence.text, _whole(sentence.text, found)))
    places = _spots(sentence.text, found, parts, words, lexicon)
    nation = setting.identity.place_level == "national"
    names = namer(lexicon).names(
        sentence.text, words, places, nation, setting.before, _said(setting.said, found, lexicon)
    )
    bounds = _bounds(sentence.text, places, lexicon)
    origins = _origins(sentence.text, places, lexicon)
    facts = [
        _fact(sentence, parts, spot, name, bound, origin, ahead, setting, lexicon)
        for spot, name, bound, origin in zip(places, names, bounds, origins, strict=True)
    ]
    return _without_unwanted(facts, found.left, lexicon)


class _Links(Struct, frozen=True):
    """What stands between figures of a list, and before and behind X in 从 X 提高到 Y."""

    joins: re.Pattern[str]
    leads: re.Pattern[str]
    reaches: re.Pattern[str]


@lru_cache(maxsize=8)
def _links(lexicon: Lexicon) -> _Links:
    measure = lexicon.read("facts", Facts).measure
    return _Links(
        re.compile(any_of(["、", *lexicon.read("names", Names).words.separators])),
        re.compile(any_of(measure.from_words) + r"[^，。；、]{0,10}$"),
        re.compile(rf"[^，。；、]{{0,10}}{any_of(measure.to)}"),
    )


@lru_cache(maxsize=8)
def _counting(lexicon: Lexicon) -> re.Pattern[str]:
    """A cheap look for numbers."""
    return re.compile(rf"\d|{any_of(lexicon.read('facts', Facts).counting)}")


def _spots(text: str, found: Sorted, parts: Clauses, words: list[list[Token]], lexicon: Lexicon) -> list[Spot]:
    ends = [bound_finder(lexicon).after(text, mention.end)[0] for mention in found.taken]
    joins = frozenset(["、", *lexicon.read("names", Names).words.separators])
    readings = _readings(text, found.taken, ends, parts, lexicon)
    begins = [bound_finder(lexicon).before(text, mention.start)[0] for mention in found.taken]
    stops = [min(b, b if r.verb is None else r.verb) for b, r in zip(begins, readings, strict=True)]
    return spots(words, found.taken, readings, ends, stops, joins)


def _readings(
    text: str, taken: tuple[Mention, ...], ends: list[int], parts: Clauses, lexicon: Lexicon
) -> list[Reading]:
    """The measure of each figure; a figure that only follows another in a list shares that one's."""
    joins = _links(lexicon).joins
    readings: list[Reading] = []
    for i, mention in enumerate(taken):
        reading = measure_finder(lexicon).read(text, parts.around(mention.start)[0], mention)
        if reading.verb is None and i and taken[i - 1].kind == mention.kind:
            start, _ = bound_finder(lexicon).before(text, mention.start)
            if joins.fullmatch(text[ends[i - 1] : start].strip()):
                reading = replace(readings[-1], verb=None)
        readings.append(reading)
    return readings


def _plans(text: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Where a five-year plan says when (“十四五”期间)."""
    tense = lexicon.read("facts", Facts).tense
    if not any(word in text for word in tense.plan_span):
        return []
    return [match.span() for match in re.finditer(any_of(tense.plans) + any_of(tense.plan_span), text)]


def _said(before: str, found: Sorted, lexicon: Lexicon) -> list[Token]:
    """The last clause of the sentence before, where money may be for what it says and it has no figure of its own."""
    opens = found.taken[0].kind == "money"
    clause = re.split(r"[，；：。！？]", before.rstrip("。；！？"))[-1] if opens else ""
    return tagger(lexicon).tokens(clause, []) if clause and not re.search(r"\d", clause) else []


def _joined(spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Spans from left to right, those that overlap made one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def _whole(text: str, found: Sorted) -> list[tuple[int, int, str, int]]:
    """Spans that are one word: figures, dates, and names in quotation marks without a figure inside."""
    spans = [(mention.start, mention.end, "m", i) for i, mention in enumerate(found.taken)]
    names = [match.span() for match in WHOLE_NAMES.finditer(text)]
    names = [name for name in names if not any(start < name[1] and name[0] < end for start, end, _, _ in spans)]
    inside = {date for date in found.dates for start, end in names if start < date[0] and date[1] < end}
    spans += [(start, end, DATE, -1) for start, end in found.dates if (start, end) not in inside]
    for match in WHOLE_NAMES.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end, _, _ in spans):
            spans.append((match.start(), match.end(), NAME, -1))
    return sorted(spans)


def _bounds(text: str, places: list[Spot], lexicon: Lexicon) -> list[Bound]:
    """The bound of each figure; one before the first figure binds those that share its words (不低于70元和50元)."""
    finder = bound_finder(lexicon)
    found: list[Bound] = []
    shared: Bound | None = None
    for spot in places:
        bound = finder.bound_of(text, spot.mention)
        _, group = finder.before(text, spot.mention.start)
        follows = bool(spot.link) and not spot.left
        if follows and bound == "exact" and shared is not None:
            bound = shared
        elif not follows:
            shared = group.bound if group is not None and bound == group.bound else None
        found.append(bound)
    return found


def _origins(text: str, places: list[Spot], lexicon: Lexicon) -> list[bool]:
    """Which figures are X in 从 X 提高到 Y."""
    leads, reaches = _links(lexicon).leads, _links(lexicon).reaches
    found = [False] * len(places)
    first: int | None = None
    for i, spot in enumerate(places):
        start = spot.left[0].start if spot.left else spot.mention.start
        if leads.search(text[start : spot.mention.start]):
            first = i
        elif not (spot.direct and spot.link):
            first = None
        end = places[i + 1].mention.start if i + 1 < len(places) else spot.mention.end
        if first is not None and reaches.match(text[spot.mention.end : end].lstrip("，、")):
            found[first : i + 1] = [True] * (i + 1 - first)
            first = None
    return found


def _fact(
    sentence: Sentence, parts: Clauses, spot: Spot, name: Named, bound: Bound, origin: bool,
    ahead: tuple[Ahead, ...], setting: Setting, lexicon: Lexicon,
) -> Fact:  # fmt: skip
    text, mention, reading = sentence.text, spot.mention, spot.reading
    clause, behind = parts.around(mention.start)
    years = ahead_reader(lexicon).period(text, ahead, clause, behind, mention.start)
    time = tense_reader(lexicon).time(sentence, clause, behind, mention, setting.identity, years)
    if origin:
        time = tense_reader(lexicon).time_of_origin(text, clause, mention, time, setting.identity)
    return Fact(
        number=0,
        indicator=name.text,
        value=_signed(mention.value, reading),
        high=None if mention.high is None else _signed(mention.high, reading),
        unit=namer(lexicon).unit(spot),
        bound=bound,
        measure=reading.measure,
        role=time.role,
        period=time.period,
        sentence=sentence.number,
        start=mention.start,
        end=mention.end,
        written=text[mention.start : mention.end],
        is_from=origin,
        basis=basis_reader(lexicon).read(text, clause, mention.start, name.text, setting.nature),
        score=name.score,
        reason=name.kind,
    )


def _signed(value: Decimal, reading: Reading) -> Decimal:
    return -value if reading.falls else value


def _without_unwanted(
    facts: list[Fact], left: tuple[LeftOut, ...], lexicon: Lexicon
) -> tuple[list[Fact], tuple[LeftOut, ...]]:
    """Figures whose name the user asked to leave out go to the account."""
    unwanted = lexicon.read("names", Names).words.leave
    if not unwanted:
        return facts, left
    kept = [fact for fact in facts if not any(word in fact.indicator for word in unwanted)]
    gone = [
        LeftOut(fact.sentence, fact.start, fact.end, fact.written, "a name that the lexicon leaves out")
        for fact in facts
        if fact not in kept
    ]
    return kept, (*left, *gone)
