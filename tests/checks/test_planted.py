"""The contradictions planted in the project's own reports are all found, and nothing else is flagged."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from compare.checks import find_checks
from compare.indicators import match_indicators
from compare.language.lexicon import default_lexicon
from compare.model import Check
from compare.pipeline import read_report

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
YEARS = ("2022", "2023", "2024")


@cache
def found() -> tuple[Check, ...]:
    reports = tuple(read_report(FIXTURES / "reports" / f"望海区{year}.docx") for year in YEARS)
    return find_checks(reports, match_indicators(reports, default_lexicon()), default_lexicon())


def test_the_planted_contradictions_are_flagged_and_nothing_else() -> None:
    lines = (FIXTURES / "keys" / "checks.jsonl").read_text(encoding="utf-8").splitlines()
    planted = {
        _key_of(row) for row in map(json.loads, lines) if row["flagged"] and row["figures"][-1]["report"] in YEARS
    }
    flagged = {
        (check.kind, check.verdict, YEARS[check.figures[-1].report], check.figures[-1].fact.written)
        for check in found()
        if check.flagged
    }
    assert flagged == planted


def _key_of(row: dict[str, object]) -> tuple[str, str, str, str]:
    figures = row["figures"]
    assert isinstance(figures, list)
    last = figures[-1]
    written = last["at"].split("【")[1].split("】")[0]
    return str(row["kind"]), str(row["verdict"]), str(last["report"]), written


def test_growth_at_constant_prices_is_shown_and_never_flagged() -> None:
    shown = [check for check in found() if not check.flagged and check.kind == "growth"]
    assert shown
    assert {check.verdict for check in shown} == {"口径不同"}
