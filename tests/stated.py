"""Reports made of stated figures alone, for tests of what follows from figures. Every sentence is invented."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from compare.model import Block, Document, Fact, Identity, Report, Sentence

MARK = re.compile(r"【(.*?)】")


@dataclass(frozen=True)
class Figure:
    """What a marked figure is: name, value and whatever differs from a level reached in the year under review."""

    name: str
    value: str
    unit: str
    more: dict[str, Any]


def level(name: str, value: str, unit: str, **more: Any) -> Figure:
    return Figure(name, value, unit, {"measure": "level", **more})


def growth(name: str, value: str, **more: Any) -> Figure:
    return Figure(name, value, "%", {"measure": "growth", **more})


def report(year: int, *lines: tuple[str, *tuple[Figure, ...]], place: str = "望海区", kind: str = "county") -> Report:
    """A report delivered in ``year``: each line is a sentence with its figures in 【】, and what each of them is."""
    sentences: list[Sentence] = []
    facts: list[Fact] = []
    for number, (marked, *figures) in enumerate(lines):
        text, spans = _unmarked(marked)
        assert len(spans) == len(figures), marked
        sentences.append(
            Sentence(number, text, number, 0, None, "review", str(year - 1), "review", number + 1, page=number + 1)
        )
        for (start, end), figure in zip(spans, figures, strict=True):
            facts.append(_fact(len(facts), number, start, end, text, figure, year))
    blocks = tuple(Block(s.number, "text", s.text, ()) for s in sentences)
    document = Document(f"{place}{year}.txt", "txt", f"{place}{year}", 0, None, (), blocks)
    identity = Identity(place, kind, review_period=str(year - 1), plan_year=str(year), kind="annual")
    return Report(document, identity, (), tuple(sentences), tuple(facts))


def _unmarked(marked: str) -> tuple[str, list[tuple[int, int]]]:
    spans = []
    for place, match in enumerate(MARK.finditer(marked)):
        start = match.start() - 2 * place
        spans.append((start, start + len(match.group(1))))
    return MARK.sub(r"\1", marked), spans


def _fact(number: int, sentence: int, start: int, end: int, text: str, figure: Figure, year: int) -> Fact:
    more = {"bound": "exact", "role": "result", **figure.more}
    more.setdefault("period", str(year if more["role"] == "target" else year - 1))
    return Fact(
        number=number,
        indicator=figure.name,
        value=Decimal(figure.value),
        unit=figure.unit,
        sentence=sentence,
        start=start,
        end=end,
        written=text[start:end],
        **more,
    )
