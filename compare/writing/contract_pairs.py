"""The JSON of what stands between reports: sections, changes, indicators, commitments, checks."""

from __future__ import annotations

from compare.model import Change, Check, Commitment, Comparison, Evidence, Fact, Figure, IndicatorRow, SectionPair
from compare.writing.contract_report import Object, fact_object, place_of, rounded
from compare.writing.json_text import Json


def sections_body(comparison: Comparison) -> Object:
    """Pairs of lowest-level sections, and pairs of parents."""
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
        "score": rounded(pair.score),
        "moved": pair.moved,
        "reason": pair.reason,
    }


def diff_body(comparison: Comparison) -> Object:
    """Every change with its marks."""
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
        return [{"text": sentences[n].text, "sentence": n, **place_of(sentences[n])} for n in numbers]

    return {
        "kind": change.kind,
        "formula": change.formula,
        "score": rounded(change.score),
        "old": side(old, change.old),
        "new": side(new, change.new),
        "marks": [
            {"kind": mark.kind, "text": mark.text, **({"figure": True} if mark.figure else {})} for mark in change.marks
        ],
    }


def indicators_body(comparison: Comparison) -> Object:
    """Every indicator with its cells."""
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
        "score": rounded(row.score),
        "cells": [figure_object(comparison, figure) for figure in row.cells],
        **{
            key: row.cells.index(figure) if figure in row.cells else None for key, figure in principal.items() if figure
        },
    }


def figure_object(comparison: Comparison, figure: Figure) -> Object:
    """A fact with the report that states it: ``old`` or ``new`` of two, a number from 0 of more."""
    report: Json = ("old", "new")[figure.report] if len(comparison.reports) <= 2 else figure.report
    return {"report": report, **fact_object(comparison.reports[figure.report], figure.fact)}


def commitments_body(comparison: Comparison) -> Object:
    """Every commitment with its evidence."""
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
        "drift": None if row.drift is None else {"kind": row.drift.kind, "note": row.drift.note, "now": row.drift.now},
        "sentence": report.sentences[row.sentence].text,
        "start": row.start,
        "end": row.end,
        **place_of(report.sentences[row.sentence]),
    }


def _evidence(comparison: Comparison, item: Evidence) -> Object:
    return {
        "text": item.text,
        "score": rounded(item.score),
        "reason": item.reason,
        **({"sweeping": True} if item.sweeping else {}),
        **place_of(comparison.reports[item.report].sentences[item.sentence]),
    }


def _loose_fact(fact: Fact) -> Object:
    """A fact whose report the commitment does not name: its value alone."""
    return {"indicator": fact.indicator, "value": fact.value, "unit": fact.unit, "written": fact.written}


def checks_body(comparison: Comparison) -> Object:
    """Every check with its figures."""
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
