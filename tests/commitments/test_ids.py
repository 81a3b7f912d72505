"""Ids stay the same from run to run and from edition to edition."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.commitments import find_commitments
from compare.commitments.ids import make_ids
from compare.language.lexicon import default_lexicon
from compare.model import Identity
from compare.pipeline import read_report
from tests.commitments.plans import commitments

REPORTS = Path(__file__).resolve().parents[2] / "fixtures" / "reports"
IDENTITY = Identity(place="临江市望海区", plan_year="2031")


def test_an_id_is_short_and_carries_the_plan_year() -> None:
    assert make_ids(IDENTITY, ["建成望海大桥"]) == ("C-2031-t4p3p9",)


def test_width_spaces_and_punctuation_do_not_matter() -> None:
    one, other = make_ids(IDENTITY, ["新建 “邻里”中心３个", "新建邻里中心3个"])
    assert other == f"{one}-2"


def test_the_place_may_be_written_otherwise_in_another_edition() -> None:
    assert make_ids(IDENTITY, ["建成望海大桥"]) == make_ids(
        Identity(place="望海区", plan_year="2031"), ["建成望海大桥"]
    )


def test_a_paragraph_put_in_before_changes_no_id() -> None:
    first = {c.text: c.id for c in commitments("建成望海大桥，出台数据条例。")}
    second = {c.text: c.id for c in commitments("新建公园2个。\n建成望海大桥，出台数据条例。")}
    assert first.items() <= second.items()


def test_a_report_without_a_year_still_has_ids() -> None:
    assert make_ids(Identity(), ["建成望海大桥"])[0].startswith("C-0000-")


@given(st.lists(st.text(max_size=12), max_size=40))
def test_no_two_commitments_share_an_id(texts: list[str]) -> None:
    ids = make_ids(IDENTITY, texts)
    assert len(set(ids)) == len(texts)
    assert all(re.fullmatch(r"C-2031-[0-9a-z]{6,8}(-\d+)?", name) for name in ids)


@pytest.mark.parametrize(
    "edition", ["望海区2023.docx", "望海区2023.md", "望海区2023_GB18030.txt", "望海区2023_无样式.docx"]
)
def test_every_edition_of_a_report_has_the_same_ids(edition: str) -> None:
    printed = [read_report(REPORTS / name) for name in ("望海区2023.txt", edition)]
    first, second = ([(c.id, c.text) for c in find_commitments(one, 0, default_lexicon())] for one in printed)
    assert first == second
    assert len(first) > 50
