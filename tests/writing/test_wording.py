"""Both languages have the same words, and every word that the code or the model names is there."""

import re
from pathlib import Path
from typing import get_args

import pytest

import compare.writing.wording
from compare import model
from compare.writing.wording import Words, load_words, words_for
from tests.writing.samples import comparison, report

LANGUAGES = ("zh", "en")
SOURCES = [*Path(compare.writing.wording.__file__).parent.rglob("*.py")]
LITERALS = {
    "role": model.Role,
    "bound": model.Bound,
    "bound_name": model.Bound,
    "measure": model.Measure,
    "fact_role": model.FactRole,
    "relation": model.Relation,
    "change": model.ChangeKind,
    "category": model.Category,
    "kind": model.CommitmentKind,
    "strength": model.Strength,
    "confidence": model.Confidence,
    "drift": model.DriftKind,
    "check": model.CheckKind,
}


@pytest.fixture(params=LANGUAGES)
def words(request: pytest.FixtureRequest) -> Words:
    return load_words(request.param)


def test_both_languages_have_the_same_keys() -> None:
    assert load_words("zh").under("").keys() == load_words("en").under("").keys()
    zh, en = (set(_entries(language)) for language in LANGUAGES)
    assert zh == en


def test_both_languages_have_the_same_braces() -> None:
    zh, en = (_entries(language) for language in LANGUAGES)
    for key in zh:
        assert sorted(re.findall(r"{\w+}", zh[key])) == sorted(re.findall(r"{\w+}", en[key])), key


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_every_key_in_the_code_is_in_the_file(path: Path, words: Words) -> None:
    for key in re.findall(r'words\("([\w.]+)"', path.read_text(encoding="utf-8")):
        assert words.has(key), key


@pytest.mark.parametrize(("prefix", "literal"), LITERALS.items())
def test_every_value_of_the_model_has_a_word(prefix: str, literal: object, words: Words) -> None:
    for value in get_args(literal):
        assert words.has(f"{prefix}.{value}"), value


def test_every_status_has_a_word_for_figures_and_for_actions(words: Words) -> None:
    for status in set(get_args(model.Status)) - {"not_reported"}:
        assert words.has(f"status.numeric.{status}")
        assert words.has(f"status.action.{status}")


def test_no_word_judges_people(words: Words) -> None:
    text = "".join(_entries(words.language).values())
    for word in ("失信", "造假", "矛盾", "fraud", "lie "):
        assert word not in text


def test_the_language_is_that_of_the_report_unless_one_is_asked_for() -> None:
    english = report("report.txt", 2015, ("I. Last year", "GDP grew by 7 percent."), {0: "review"}, ())
    assert words_for((english,)).language == "en"
    assert words_for(comparison().reports).language == "zh"
    assert words_for(comparison().reports, "en").language == "en"


def _entries(language: str) -> dict[str, str]:
    return load_words(language)._entries  # type: ignore[arg-type,return-value]
