"""Every quantity of a report: mentions read, refused or made into facts, in the order of the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from compare.language.lexicon import Lexicon
from compare.model import Fact, Identity, LeftOut, Report, Sentence
from compare.quantities.bounds import bound_finder
from compare.quantities.measures import Reading, measure_finder
from compare.quantities.mentions import Mention, grammar
from compare.quantities.refusals import quoted_spans, refusals
from compare.quantities.tenses import tense_reader

STOP = re.compile(r"[，；：。！？,;!?]")


def add_facts(report: Report, lexicon: Lexicon) -> Report:
    """The report with its facts, and with an account of every number that is none."""
    facts: list[Fact] = []
    left: list[LeftOut] = []
    for sentence in report.sentences:
        here, out = sentence_facts(sentence, report.identity, lexicon, len(facts))
        facts += here
        left += out
    return replace(report, facts=tuple(facts), left_out=tuple(left))


def sentence_facts(
    sentence: Sentence, identity: Identity, lexicon: Lexicon, number: int
) -> tuple[list[Fact], list[LeftOut]]:
    """The facts of one sentence, numbered from ``number`` on, and the numbers left out."""
    text = sentence.text
    mentions = grammar(lexicon).mentions(text)
    if not mentions:
        return [], []
    quoted = quoted_spans(text)
    stops = [0, *(match.end() for match in STOP.finditer(text)), len(text) + 1]
    facts, left = [], []
    for mention in mentions:
        clause = max(stop for stop in stops if stop <= mention.start)
        behind = min(stop for stop in stops if stop > mention.start) - 1
        reason = (
            "a name in quotation marks"
            if any(start < mention.start and mention.end <= end for start, end in quoted)
            else refusals(lexicon).reason(text, clause, mention)
        )
        undecided = not reason and mention.unit == "" and mention.factor == 1
        if reason or undecided:
            left.append(
                LeftOut(
                    sentence.number,
                    mention.start,
                    mention.end,
                    text[mention.start : mention.end],
                    reason or "no unit",
                    undecided,
                )
            )
            continue
        reading = measure_finder(lexicon).read(text, clause, mention)
        time = tense_reader(lexicon).time(sentence, text[clause:behind], identity)
        facts.append(
            Fact(
                number=number + len(facts),
                indicator=_thin_name(text, clause, mention, behind),
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
                reason=time.reason,
            )
        )
    return facts, left


def _signed(value: Decimal, reading: Reading) -> Decimal:
    return -value if reading.falls else value


def _thin_name(text: str, clause: int, mention: Mention, behind: int) -> str:
    left = re.sub(r"(?:增长|增加|下降|达到?|突破|超过?|约|近|增至|新增|\d.*、)+$", "", text[clause : mention.start])
    return left or text[mention.end : behind] or text[:clause].rstrip("，；：")[-12:]
