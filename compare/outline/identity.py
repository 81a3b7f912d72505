"""Which report this is: place, congress and session, date, kind, and the years that it speaks of."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from dataclasses import dataclass

from compare.language.lexicon import Lexicon
from compare.model import Document, Identity, ReportKind


@dataclass(frozen=True, slots=True)
class IdentityRules:
    """The tables of ``identity.toml``."""

    date: str
    title_year: str
    assembly: str
    place: str
    national: str
    answers: str
    stage: str
    term: str
    kinds: Mapping[str, str]
    levels: Mapping[str, str]


def identify(document: Document, lexicon: Lexicon, told: Identity | None = None) -> Identity:
    """The identity that the text shows, with what the user told in place of what was read."""
    rules = lexicon.read("identity", IdentityRules)
    head = "\n".join(block.text for block in document.blocks[:40] if block.kind in ("cover", "furniture"))
    opening = "\n".join(block.text for block in document.blocks if block.kind == "text")[:6000]
    read = _read(head, opening, rules)
    if told is None:
        return read
    set_fields = {
        field.name: value
        for field in dataclasses.fields(Identity)
        if (value := getattr(told, field.name)) not in ("", "unknown")
    }
    return dataclasses.replace(read, **set_fields)


def _read(head: str, opening: str, rules: IdentityRules) -> Identity:
    assembly = re.search(rules.assembly, head.replace("\n", ""))
    dated = [match for match in re.finditer(rules.date, head)]
    date = f"{dated[-1][1]}-{int(dated[-1][2]):02d}-{int(dated[-1][3]):02d}" if dated else ""
    titled = re.search(rules.title_year, head) or re.search(rules.title_year, opening)
    plan_year = date[:4] or (titled[1] if titled else "")
    place, level = _place(head, opening, rules)
    term = bool(re.search(rules.term, opening[:600]))
    review = ""
    if plan_year:
        year = int(plan_year)
        review = f"{year - 5}-{year - 1}" if term else str(year - 1)
    answers = re.search(rules.answers, opening)
    stage = re.search(rules.stage, head)
    return Identity(
        place=place,
        place_level=level,
        congress=assembly[2] if assembly else "",
        session=assembly[3] if assembly else "",
        date=date,
        kind=_kind(head + opening[:600], term, rules),
        stage=stage[0] if stage else "",
        review_period=review,
        plan_year=plan_year,
        answers=answers[1] if answers else "",
    )


def _kind(text: str, term: bool, rules: IdentityRules) -> ReportKind:
    for kind in ("statistics", "budget", "plan", "annual"):
        if re.search(rules.kinds[kind], text):
            return "term" if kind == "annual" and term else kind  # type: ignore[return-value]
    return "unknown"


def _place(head: str, opening: str, rules: IdentityRules) -> tuple[str, str]:
    if re.search(rules.national, head) or re.search("代表国务院", opening[:300]):
        return "中国", "national"
    for text in (*re.findall(r"代表(.{2,20}?)人民政府", opening[:300]), *head.split("\n")):
        if match := re.search(rules.place, text):
            for ending, level in rules.levels.items():
                if match[1].endswith(ending):
                    return match[1], level
    return "", ""
