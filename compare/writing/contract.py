"""The JSON of every verb: the fields that other programs read. Names here are final; more may come beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from compare.model import (
    Change,
    Check,
    Commitment,
    Comparison,
    Evidence,
    Fact,
    Figure,
    IndicatorRow,
    Notice,
    Report,
    SectionPair,
    Sentence,
)
from compare.writing.json_text import Json, to_json
from compare.writing.lookup import all_notices, sentence_of
from compare.writing.tables.found import Found

SCHEMA = 1
"""Grows when a field changes its meaning or goes; not for a new one."""

Object = dict[str, Json]


def json_of(comparison: Comparison, verb: str) -> str:
    """The whole JSON text of one verb."""
    return to_json({**_head(comparison), **_BODIES[verb](comparison)})


def found_json(comparison: Comparison, found: Sequence[Found]) -> str:
    """The JSON text of ``yoy find``."""
    return to_json({**_head(comparison), "found": [_found(comparison, item) for item in found]})


def _found(comparison: Comparison, item: Found) -> Object:
    report = comparison.reports[item.report]
    sentence = report.sentences[item.sentence]
    return {
        "report": item.report,
        "sentence": sentence.text,
        **_place(sentence),
        "facts": [fact_object(report, fact) for fact in item.facts],
        "elsewhere": [figure_object(comparison, figure) for figure in item.relatives],
    }


def _head(comparison: Comparison) -> Object:
    return {
        "schema": SCHEMA,
        "reports": [_report(report) for report in comparison.reports],
        "notices": [notice_object(notice) for notice in all_notices(comparison)],
    }


def _report(report: Report) -> Object:
    document = report.document
    return {
        "file": Path(document.file).name,
        "format": document.format,
        "sha256": document.sha256,
        "size": document.size,
        "pages": document.pages,
        **asdict(report.identity),
    }


def notice_object(notice: Notice) -> Object:
    """A notice with its place; what is unknown is left out."""
    place = {"file": Path(notice.file).name, "page": notice.page, "paragraph": notice.paragraph}
    return {"code": notice.code, "message": notice.message, **{key: value for key, value in place.items() if value}}


# --- one report ---------------------------------------------------------------------------------------------------


def _outline(comparison: Comparison) -> Object:
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


def _facts(comparison: Comparison) -> Object:
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
    """A fact with the words and the place of its sentence."""
    sentence = sentence_of(report, fact)
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
        "sentence": sentence.text,
        "start": fact.start,
        "end": fact.end,
        **{key: value for key, value in asdict(fact.basis).items() if value},
        **_place(sentence),
        "score": _score(fact.score),
    }


def _place(sentence: Sentence) -> Object:
    page: Object = {"page": sentence.page} if sentence.page is not None else {}
    return {**page, "paragraph": sentence.paragraph}


def _score(score: float) -> float:
    return round(score, 4)


# --- two reports and more -----------------------------------------------------------------------------------------


def _sections(comparison: Comparison) -> Object:
    pairs = [(pair.old, pair.new, item) for pair in comparison.pairs for item in pair.section_pairs]
    several = len(comparison.reports) > 2
    return {
        "sections": [_section_pair(comparison, *each, several) for each in pairs if not each[2].parents],
        "parents": [_section_pair(comparison, *each, several) for each in pairs if each[2].parents],
    }


def _section_pair(comparison: Comparison, old: int, new: int, pair: SectionPair, several: bool) -> Object:
    def title(report: int, section: int | None) -> str | None:
        return None if section is None else comparison.reports[report].sections[section].title

    return {
        **({"reports": [old, new]} if several else {}),
        "old": title(old, pair.old),
        "new": title(new, pair.new),
        "relation": pair.relation,
        "score": _score(pair.score),
        "moved": pair.moved,
        "reason": pair.reason,
    }


def _diff(comparison: Comparison) -> Object:
    several = len(comparison.reports) > 2
    return {
        "changes": [
            {
                **({"reports": [pair.old, pair.new]} if several else {}),
                **_change(comparison, pair.old, pair.new, change),
            }
            for pair in comparison.pairs
            for change in pair.changes
        ]
    }


def _change(comparison: Comparison, old: int, new: int, change: Change) -> Object:
    def side(report: int, numbers: tuple[int, ...]) -> list[Json]:
        sentences = comparison.reports[report].sentences
        return [{"text": sentences[n].text, "sentence": n, **_place(sentences[n])} for n in numbers]

    return {
        "kind": change.kind,
        "formula": change.formula,
        "score": _score(change.score),
        "old": side(old, change.old),
        "new": side(new, change.new),
        "marks": [
            {"kind": mark.kind, "text": mark.text, **({"figure": True} if mark.figure else {})} for mark in change.marks
        ],
    }


def _indicators(comparison: Comparison) -> Object:
    return {"indicators": [_indicator(comparison, row) for row in comparison.indicators]}


def _indicator(comparison: Comparison, row: IndicatorRow) -> Object:
    principal = {
        "old_actual": row.old_actual,
        "target": row.target,
        "new_actual": row.new_actual,
        "new_target": row.new_target,
    }
    return {
        "indicator": row.indicator,
        "measure": row.measure,
        "unit": row.unit,
        "change": row.change,
        "change_percent": row.change_percent,
        "against_target": row.against_target,
        "completion": row.completion,
        "note": row.note,
        "score": _score(row.score),
        "cells": [figure_object(comparison, figure) for figure in row.cells],
        **{
            key: row.cells.index(figure) if figure in row.cells else None for key, figure in principal.items() if figure
        },
    }


def figure_object(comparison: Comparison, figure: Figure) -> Object:
    """A fact with the report that states it: ``old`` or ``new`` of two, a number from 0 of more."""
    report: Json = ("old", "new")[figure.report] if len(comparison.reports) <= 2 else figure.report
    return {"report": report, **fact_object(comparison.reports[figure.report], figure.fact)}


def _commitments(comparison: Comparison) -> Object:
    several = len(comparison.reports) > 2
    return {
        "commitments": [
            {**({"reports": [pair.old, pair.new]} if several else {}), **_commitment(comparison, commitment)}
            for pair in comparison.pairs
            for commitment in pair.commitments
        ]
    }


def _commitment(comparison: Comparison, row: Commitment) -> Object:
    report = comparison.reports[row.report]
    return {
        "id": row.id,
        "text": row.text,
        "kind": row.kind,
        "category": row.category,
        "status": row.status,
        "evidence": [_evidence(comparison, item) for item in row.evidence],
        "again": [item.text for item in row.again],
        "why": row.why,
        "confidence": row.confidence,
        "strength": row.strength,
        "due": row.due,
        "section": None if row.section is None else report.sections[row.section].title,
        "target": None if row.fact is None else fact_object(report, row.fact),
        "result": None if row.result is None else _loose_fact(row.result),
        "difference": row.difference,
        "completion": row.completion,
        "drift": None if row.drift is None else {"kind": row.drift.kind, "note": row.drift.note},
        "sentence": report.sentences[row.sentence].text,
        "start": row.start,
        "end": row.end,
        **_place(report.sentences[row.sentence]),
    }


def _evidence(comparison: Comparison, item: Evidence) -> Object:
    return {
        "text": item.text,
        "score": _score(item.score),
        "reason": item.reason,
        **({"sweeping": True} if item.sweeping else {}),
        **_place(comparison.reports[item.report].sentences[item.sentence]),
    }


def _loose_fact(fact: Fact) -> Object:
    """A fact whose report the commitment does not name: its value alone."""
    return {"indicator": fact.indicator, "value": fact.value, "unit": fact.unit, "written": fact.written}


def _checks(comparison: Comparison) -> Object:
    return {"checks": [_check(comparison, row) for row in comparison.checks]}


def _check(comparison: Comparison, row: Check) -> Object:
    return {
        "kind": row.kind,
        "verdict": row.verdict,
        "indicator": row.indicator,
        "flagged": row.flagged,
        "arithmetic": row.arithmetic,
        "figures": [figure_object(comparison, figure) for figure in row.figures],
    }


_BODIES: Mapping[str, Callable[[Comparison], Object]] = {
    "outline": _outline,
    "facts": _facts,
    "sections": _sections,
    "diff": _diff,
    "indicators": _indicators,
    "commitments": _commitments,
    "checks": _checks,
}
