"""Ids stay the same from run to run and from edition to edition."""

import re

from hypothesis import given
from hypothesis import strategies as st

from compare.commitments.ids import make_ids
from compare.model import Identity
from tests.commitments.plans import commitments

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
