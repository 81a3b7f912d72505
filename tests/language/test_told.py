"""What the program says of a report in another language than the report's: every text, with the same figures in it."""

import string
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from compare.checks.words import CheckWords
from compare.commitments.evidence_signs import StatusWords
from compare.indicators.words import IndicatorWords
from compare.judgement.words import JudgementWords
from compare.language import lexicon
from compare.language.lexicon import default_lexicon

TOLD = lexicon._told("en")
WHOLE = ("status.why", "judgement.sentences", "checks.sentences", "indicators.notes")


def leaves(table: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from leaves(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


def shipped(path: str) -> Any:
    name, *keys = path.split(".")
    found: Any = lexicon._shipped("zh", name)
    for key in keys:
        found = found[key]
    return found


def fields(template: str) -> set[str | None]:
    return {field for _, field, _, _ in string.Formatter().parse(template)} - {None}


@pytest.mark.parametrize(("path", "text"), list(leaves(TOLD)))
def test_a_text_holds_what_the_reports_language_has(path: str, text: str) -> None:
    assert fields(text) == fields(shipped(path))


@pytest.mark.parametrize("table", WHOLE)
def test_no_text_is_left_in_the_reports_language(table: str) -> None:
    wanted = {path for path, value in leaves(shipped(table), f"{table}.") if isinstance(value, str)}
    assert wanted <= {path for path, _ in leaves(TOLD)}


def test_a_lexicon_that_tells_in_english_reads_the_same_words() -> None:
    own, told = default_lexicon(), default_lexicon("zh", "en")
    assert told.read("status", StatusWords).why["partial"].startswith("the report says")
    assert told.read("checks", CheckWords).verdicts == own.read("checks", CheckWords).verdicts
    assert told.read("judgement", JudgementWords).scales.names == own.read("judgement", JudgementWords).scales.names
    assert told.read("indicators", IndicatorWords).names == own.read("indicators", IndicatorWords).names


def test_the_reports_own_language_needs_no_other_lexicon() -> None:
    assert default_lexicon("zh", "zh").read("status", StatusWords) == default_lexicon().read("status", StatusWords)
