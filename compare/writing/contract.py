"""The JSON of every verb: the fields that other programs read. Names here are final; more may come beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from msgspec.structs import asdict

from compare.model import Comparison, Notice, Report
from compare.writing.contract_pairs import (
    checks_body,
    commitments_body,
    diff_body,
    figure_object,
    indicators_body,
    sections_body,
)
from compare.writing.contract_report import Object, fact_object, facts_body, outline_body, place_of
from compare.writing.json_text import to_json
from compare.writing.lookup import all_notices, told_in
from compare.writing.notices import notice_message
from compare.writing.tables.found import Found
from compare.writing.wording import Words, words_for

SCHEMA = 1
"""Grows when a field changes its meaning or goes; not for a new one."""


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
        "sentence": told_in(report, sentence)[0],
        **place_of(sentence),
        "facts": [fact_object(report, fact) for fact in item.facts],
        "elsewhere": [figure_object(comparison, figure) for figure in item.relatives],
    }


def _head(comparison: Comparison) -> Object:
    words = words_for(comparison.reports)
    return {
        "schema": SCHEMA,
        "reports": [_report(report) for report in comparison.reports],
        "notices": [notice_object(notice, words) for notice in all_notices(comparison)],
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


def notice_object(notice: Notice, words: Words) -> Object:
    """A notice with its place; what is unknown is left out."""
    place = {"file": Path(notice.file).name, "page": notice.page, "paragraph": notice.paragraph}
    message = notice_message(notice, words)
    return {"code": notice.code, "message": message, **{key: value for key, value in place.items() if value}}


_BODIES: Mapping[str, Callable[[Comparison], Object]] = {
    "outline": outline_body,
    "facts": facts_body,
    "sections": sections_body,
    "diff": diff_body,
    "indicators": indicators_body,
    "commitments": commitments_body,
    "checks": checks_body,
}
