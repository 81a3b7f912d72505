"""Every quantity of a report: mentions read, refused or made into facts, in the order of the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from compare.language.lexicon import Lexicon
from compare.model import Fact, LeftOut, Report, Sentence
from compare.quantities.bounds import bound_finder
from compare.quantities.measures import Reading, measure_finder
from compare.quantities.mentions import Mention, grammar
from compare.quantities.naming import namer
from compare.quantities.refusals import quoted_spans, refusals
from compare.quantities.spots import clauses, spots
from compare.quantities.tenses import tense_reader
from compare.quantities.tokens import DATE, NAME, tagger

STOP = re.compile(r"[，；：。！？,;!?]")


@dataclass(frozen=True, slots=True)
class _Sorted:
    """The mentions of a sentence that are facts, and the others."""

    taken: list[Mention]
    dates: list[Mention]
    left: list[LeftOut]


def add_facts(report: Report, lexicon: Lexicon) -> Report:
    """The report with its facts, and with an account of every number that is none."""
    facts: list[Fact] = []
    left: list[LeftOut] = []
    before = ""
    for sentence in report.sentences:
        here, out = _sentence_facts(report, sentence, lexicon, before)
        facts += [replace(fact, number=len(facts) + i) for i, fact in enumerate(here)]
        left += out
        before = here[-1].indicator if here else ("" if sentence.heading else before)
    return replace(report, facts=tuple(facts), left_out=tuple(left))


def _sentence_facts(
    report: Report, sentence: Sentence, lexicon: Lexicon, before: str
) -> tuple[list[Fact], list[LeftOut]]:
    """The facts of one sentence, and the numbers left out; ``before`` is the name of the last figure so far."""
    text = sentence.text
    mentions = grammar(lexicon).mentions(text)
    if not mentions:
        return [], []
    stops = [0, *(match.end() for match in STOP.finditer(text)), len(text) + 1]
    found = _sort(sentence, mentions, stops, lexicon)
    if not found.taken:
        return [], found.left
    readings = _readings(text, found.taken, stops, lexicon)
    ends = [bound_finder(lexicon).after(text, mention.end)[0] for mention in found.taken]
    words = clauses(tagger(lexicon).tokens(text, _whole(text, found)))
    places = spots(words, found.taken, readings, ends)
    names = namer(lexicon).names(text, words, places, report.identity.place_level == "national", before)
    facts = []
    for spot, name in zip(places, names, strict=True):
        mention, reading = spot.mention, spot.reading
        clause, behind = _clause(mention, stops)
        time = tense_reader(lexicon).time(sentence, clause, behind, mention, report.identity)
        facts.append(
            Fact(
                number=0,
                indicator=name.text,
                value=_signed(mention.value, reading),
                high=None if mention.high is None else _signed(mention.high, reading),
                unit=mention.unit,
                bound=bound_finder(lexicon).bound_of(text, mention),
                measure=reading.measure,
                role=time.role,
                period=time.period,
                sentence=sentence.number,
                start=mention.start,
                end=mention.end,
                written=text[mention.start : mention.end],
                score=name.score,
                reason=name.kind,
            )
        )
    return facts, found.left


def _clause(mention: Mention, stops: list[int]) -> tuple[int, int]:
    return max(stop for stop in stops if stop <= mention.start), min(s for s in stops if s > mention.start) - 1


def _sort(sentence: Sentence, mentions: list[Mention], stops: list[int], lexicon: Lexicon) -> _Sorted:
    text, quoted = sentence.text, quoted_spans(sentence.text)
    found = _Sorted([], [], [])
    for mention in mentions:
        clause, behind = _clause(mention, stops)
        if not _stands_alone(text, clause, behind, mention, lexicon):
            continue
        inside = any(start < mention.start and mention.end <= end for start, end in quoted)
        reason = "a name in quotation marks" if inside else refusals(lexicon).reason(text, clause, mention)
        undecided = not reason and mention.unit == "" and mention.factor == 1 and mention.kind == "none"
        if not reason and not undecided:
            found.taken.append(mention)
            continue
        written = text[mention.start : mention.end]
        found.left.append(
            LeftOut(
                sentence.number, mention.start, mention.end, written, reason or "a number without a unit", undecided
            )
        )
        if mention.kind == "time" and mention.unit in ("年", "日") and not inside:
            found.dates.append(mention)
    return found


def _stands_alone(text: str, clause: int, behind: int, mention: Mention, lexicon: Lexicon) -> bool:
    """A number in characters is one only where the words say so (not in 长三角, 千方百计, 零部件)."""
    if not mention.characters or mention.kind in ("percent", "growth", "points"):
        return True
    tokens = tagger(lexicon).tokens(text[clause:behind], [])
    token = next((token for token in tokens if token.end + clause > mention.start), None)
    if token is None or token.start + clause != mention.start:
        return False
    return token.tag[0] in "mq" or token.end + clause == mention.end


def _readings(text: str, taken: list[Mention], stops: list[int], lexicon: Lexicon) -> list[Reading]:
    """The measure of each figure; a figure that only follows another in a list shares that one's."""
    readings: list[Reading] = []
    for i, mention in enumerate(taken):
        clause, _ = _clause(mention, stops)
        reading = measure_finder(lexicon).read(text, clause, mention)
        if (
            reading.verb is None
            and i
            and re.fullmatch(
                r"(?:以上|左右|以内)?(?:、|和|及|与)(?:约|超|超过)?", text[taken[i - 1].end : mention.start]
            )
        ):
            reading = replace(readings[-1], verb=None) if taken[i - 1].kind == mention.kind else reading
        readings.append(reading)
    return readings


def _whole(text: str, found: _Sorted) -> list[tuple[int, int, str, int]]:
    """Spans that are one word: figures, dates, and names in quotation marks without a figure inside."""
    spans = [(m.start, m.end, "m", i) for i, m in enumerate(found.taken)]
    spans += [(m.start, m.end, DATE, -1) for m in found.dates]
    for match in re.finditer(r"“[^“”]*”|《[^《》]*》|（[^（）]*）|\([^()]*\)", text):
        if not any(start < match.end() and match.start() < end for start, end, _, _ in spans):
            spans.append((match.start(), match.end(), NAME, -1))
    return sorted(spans)


def _signed(value: Decimal, reading: Reading) -> Decimal:
    return -value if reading.falls else value
