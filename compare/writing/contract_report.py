"""The JSON of what stands in a single report: its outline and its facts."""

from __future__ import annotations

from msgspec.structs import asdict

from compare.model import Comparison, Fact, Report, Sentence
from compare.writing.json_text import Json
from compare.writing.lookup import sentence_of, told_in

Object = dict[str, Json]


def outline_body(comparison: Comparison) -> Object:
    """Every section in order."""
    several = len(comparison.reports) > 1
    return {
        "outline": [
            {**({"report": index} if several else {}), **section}
            for index, report in enumerate(comparison.reports)
            for section in _sections_of(report)
        ]
    }


def _sections_of(report: Report) -> list[Object]:
    facts_in = [0] * (len(report.sentences) + 1)
    for fact in report.facts:
        facts_in[fact.sentence] += 1
    return [
        {
            "title": section.title,
            "level": section.level,
            "role": section.role,
            "period": section.period,
            "label": section.label,
            "part": section.part,
            "kind": section.kind,
            "page": report.sentences[section.heading].page,
            "paragraph": report.sentences[section.heading].paragraph,
            "sentences": section.last - section.first,
            "facts": sum(facts_in[section.first : section.last]),
        }
        for section in report.sections
    ]


def facts_body(comparison: Comparison) -> Object:
    """Every fact, and the numbers that are none."""
    several = len(comparison.reports) > 1
    return {
        "facts": [
            {**({"report": index} if several else {}), **fact_object(report, fact)}
            for index, report in enumerate(comparison.reports)
            for fact in report.facts
        ],
        "left_out": [
            {
                **({"report": index} if several else {}),
                "text": left.text,
                "reason": left.reason,
                "undecided": left.undecided,
                "sentence": report.sentences[left.sentence].text,
                "start": left.start,
                "end": left.end,
            }
            for index, report in enumerate(comparison.reports)
            for left in report.left_out
        ],
    }


def fact_object(report: Report, fact: Fact) -> Object:
    """A fact with the words and the place of its sentence; of a table's cell with those of its row."""
    sentence = sentence_of(report, fact)
    words, offset = told_in(report, sentence)
    return {
        "indicator": fact.indicator,
        "value": fact.value,
        **({"high": fact.high} if fact.high is not None else {}),
        "unit": fact.unit,
        "bound": fact.bound,
        "measure": fact.measure,
        "role": fact.role,
        "period": fact.period,
        **({"from": True} if fact.is_from else {}),
        "written": fact.written,
        "sentence": words,
        "start": offset + fact.start,
        "end": offset + fact.end,
        **{key: value for key, value in asdict(fact.basis).items() if value},
        **place_of(sentence),
        "score": rounded(fact.score),
    }


def place_of(sentence: Sentence) -> Object:
    """Page, where the format has pages, and paragraph."""
    page: Object = {"page": sentence.page} if sentence.page is not None else {}
    return {**page, "paragraph": sentence.paragraph}


def rounded(score: float) -> float:
    """A score as it is given away: four decimals say enough."""
    return round(score, 4)
