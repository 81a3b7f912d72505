"""The JSON that other programs read."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.pipeline import read_report
from compare.writing.contract import json_of
from compare.writing.contract_report import fact_object
from compare.writing.json_text import to_json
from tests.writing.samples import NEW, OLD, comparison

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures" / "reports"
VERBS = ("outline", "facts", "sections", "commitments", "indicators", "checks")


def load(verb: str) -> dict[str, object]:
    return json.loads(json_of(comparison(), verb), parse_float=Decimal)  # type: ignore[no-any-return]


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_schema_reports_notices_and_its_list(verb: str) -> None:
    data = load(verb)
    assert data["schema"] == 1
    assert len(data["reports"]) == 2  # type: ignore[arg-type]
    assert data["notices"]
    assert data[verb]


def test_a_path_is_never_given_away() -> None:
    assert "some/where" not in json_of(comparison(), "facts")


def test_a_fact_says_where_its_number_stands() -> None:
    for fact in load("facts")["facts"]:  # type: ignore[attr-defined]
        assert fact["sentence"][fact["start"] : fact["end"]] == fact["written"]


def test_old_and_new_text_can_be_rebuilt_from_the_marks() -> None:
    for change in load("diff")["changes"]:  # type: ignore[attr-defined]
        for side, kind in (("old", "delete"), ("new", "insert")):
            marks = "".join(mark["text"] for mark in change["marks"] if mark["kind"] in ("equal", kind))
            assert marks == "".join(sentence["text"] for sentence in change[side])
    assert OLD
    assert NEW


def test_cells_of_two_reports_are_old_and_new() -> None:
    rows = load("indicators")["indicators"]
    assert [cell["report"] for cell in rows[0]["cells"]] == ["old", "new"]  # type: ignore[index]


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6))
def test_a_figure_keeps_all_its_digits(value: Decimal) -> None:
    assert json.loads(to_json({"value": value}), parse_float=Decimal, parse_int=Decimal)["value"] == value


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)


@settings(max_examples=20)
@given(JSON)
def test_any_value_is_read_back_as_it_was(value: object) -> None:
    assert json.loads(to_json(value)) == value  # type: ignore[arg-type]


def test_a_figure_of_a_table_is_told_with_its_row() -> None:
    report = read_report(FIXTURES / "望海区2024.docx")
    rows = [fact_object(report, fact) for fact in report.facts if report.sentences[fact.sentence].cell]
    assert len(rows) > 10
    for row in rows:
        words = str(row["sentence"])
        assert "\t" in words
        assert words[slice(row["start"], row["end"])] == row["written"]  # type: ignore[arg-type]
