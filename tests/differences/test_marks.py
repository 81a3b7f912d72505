"""Marks stand on the borders of words, names and figures, and spell both texts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.differences.marks import mark_changes
from compare.differences.tokens import Wholes, tokeniser
from compare.language.lexicon import default_lexicon

LEXICON = default_lexicon()
CUT = tokeniser(LEXICON)


def shown(old: str, new: str) -> str:
    """Deleted in [-…-], inserted in {+…+}, figures with # behind them."""
    brackets = {"equal": ("", ""), "delete": ("[-", "-]"), "insert": ("{+", "+}")}
    out = ""
    for mark in mark_changes(old, new, CUT):
        before, after = brackets[mark.kind]
        out += before + mark.text + ("#" if mark.figure else "") + after
    return out


@pytest.mark.parametrize(
    ("old", "new", "marks"),
    [
        ("增长5%左右。", "增长5.5%左右。", "增长[-5%左右#-]{+5.5%左右#+}。"),
        ("增长5%左右。", "增长5%以上。", "增长[-5%左右#-]{+5%以上#+}。"),
        ("新增就业1100万人以上。", "新增就业1200万人。", "新增就业[-1100万人以上#-]{+1200万人#+}。"),
        ("建成绿道20公里。", "推进建设绿道20公里。", "[-建成-]{+推进建设+}绿道20公里。"),
        ("PM2.5浓度下降3%。", "PM10浓度下降3%。", "[-PM2.5-]{+PM10+}浓度下降3%。"),
        ("出台《绿道条例》。", "出台《公园条例》。", "出台[-《绿道条例》-]{+《公园条例》+}。"),
        ("推进“一件事”改革。", "推进“一网办”改革。", "推进[-“一件事”-]{+“一网办”+}改革。"),
        ("（四）建设宜居城区", "（五）建设宜居城区", "[-（四）-]{+（五）+}建设宜居城区"),
        (
            "补助标准提高到人均310元。",
            "标准由310元提高到360元。",
            "[-补助标准提高到人均-]{+标准由+}310元{+提高到+}{+360元#+}。",
        ),
        (
            "财政赤字约为2%，增加投资。",
            "赤字率约为2%，减少债务。",
            "[-财政赤字-]{+赤字率+}约为2%，[-增加投资-]{+减少债务+}。",
        ),
        ("失业率4.6%以内。", "失业率控制在4.6%以内。", "失业率{+控制在+}4.6%以内。"),
        ("做好各项工作。", "做好各项工作。", "做好各项工作。"),
        ("改造旧村八项任务。", "改造旧村九项任务。", "改造旧村[-八项-]{+九项+}任务。"),
        ("占比达到三分之一。", "占比达到二分之一。", "占比达到[-三分之一#-]{+二分之一#+}。"),
        ("", "新建公园。", "{+新建公园。+}"),
        ("", "", ""),
    ],
)
def test_marks_stand_where_a_reader_would_set_them(old: str, new: str, marks: str) -> None:
    assert shown(old, new) == marks


texts = st.text(alphabet="新建公园改造道路12.5%个万元以上约，。“”《》a\U000f0000", max_size=30)


@settings(deadline=None, max_examples=120)
@given(texts, texts)
def test_the_marks_spell_both_texts_and_turn_round_with_them(old: str, new: str) -> None:
    marks = mark_changes(old, new, CUT)
    assert "".join(mark.text for mark in marks if mark.kind != "insert") == old
    assert "".join(mark.text for mark in marks if mark.kind != "delete") == new
    turned = {"insert": "delete", "delete": "insert", "equal": "equal"}
    back = sorted((turned[mark.kind], mark.text, mark.figure) for mark in mark_changes(new, old, CUT))
    assert back == sorted((mark.kind, mark.text, mark.figure) for mark in marks)


@settings(deadline=None, max_examples=120)
@given(texts)
def test_tokens_joined_are_the_text(text: str) -> None:
    assert "".join(token.text for token in CUT.cut(text)) == text


@pytest.mark.parametrize("whole", LEXICON.read("differences", Wholes).whole, ids=lambda whole: whole.name)
def test_each_pattern_finds_its_example_whole_and_nothing_in_its_counter(whole) -> None:  # type: ignore[no-untyped-def]
    assert whole.finds in [token.text for token in CUT.cut(whole.example)]
    assert whole.finds not in [token.text for token in CUT.cut(whole.counter)]
