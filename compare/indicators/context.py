"""What each figure of a report is of, read again from its own clause where the name found for it leaves that open."""

from __future__ import annotations

import re

from compare.indicators.names import NameReader
from compare.indicators.words import PaceWords
from compare.model import Fact, Report

BEFORE, FAR = 18, 24
MARK = re.compile(r"[，、；。：,;]")
COMMA = re.compile(r"[，；。：,;]")
CLOSE = re.compile(r"[；。;]")


def told_names(report: Report, reader: NameReader, pace: PaceWords) -> tuple[str, ...]:
    """The name of every fact, in order.

    A clause that is nothing but a known indicator and its figure names the figure, and what the sentence goes on to
    say under the replaced name. A name that only points back (口径, 预期目标) or is only an act (开工) means the
    indicator named before it. A growth without any subject is the economy's.
    """
    names: list[str] = []
    renamed: dict[tuple[int, str], str] = {}
    for fact in report.facts:
        text = report.sentences[fact.sentence].text
        given = _given(report, fact)
        key = (fact.sentence, given)
        clause = COMMA.split(text[max(0, fact.start - FAR) : fact.start])[-1]
        if better := reader.filling(clause, given):
            renamed[key] = better
        elif _economy(fact, text, clause, pace):
            renamed[key] = pace.name
        names.append(renamed.get(key) or _meant(fact, text, given, reader))
    return tuple(names)


def verb_before(report: Report, fact: Fact) -> str:
    """What stands between a figure and the nearest mark before it, where the figure ends its clause and so names no
    thing of its own (新开工安置房1200套，基本建成900套；)."""
    text = report.sentences[fact.sentence].text
    if fact.end < len(text) and not MARK.match(text, fact.end):
        return ""
    return MARK.split(text[max(0, fact.start - BEFORE) : fact.start])[-1].strip()


def _given(report: Report, fact: Fact) -> str:
    """The fact's name; for the Y of 从 X 提高到 Y that of X, where the two were named apart."""
    before = report.facts[fact.number - 1] if fact.number else fact
    pair = before.is_from and before.sentence == fact.sentence and before.unit == fact.unit
    return before.indicator if pair and before.measure == fact.measure and not fact.is_from else fact.indicator


def _economy(fact: Fact, text: str, clause: str, pace: PaceWords) -> bool:
    """6%左右的速度, at the start of its clause, after clauses that only say why: no subject but the economy is left."""
    if fact.measure != "growth" or clause.strip() not in pace.openings or not text.startswith(pace.reasons):
        return False
    return re.match(pace.behind, text[fact.end :]) is not None


def _meant(fact: Fact, text: str, given: str, reader: NameReader) -> str:
    before = CLOSE.split(text[: fact.start])[-1]
    return reader.meant(given, before if reader.points_back(given) else before[-FAR:])
