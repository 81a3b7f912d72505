"""Facts of whole reports: where they stand, what is accounted for, what a nature covers, what a lexicon adds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from compare.errors import LexiconError
from compare.language.lexicon import Lexicon, default_lexicon
from compare.model import Block, Document, Report, Section
from compare.quantities import add_facts
from tests.quantities.said import IDENTITY, facts_of, read, sentence, shown

LEXICON = default_lexicon()


def report(*texts: str, sections: tuple[Section, ...] = ()) -> Report:
    blocks = tuple(Block(i, "text", text, ()) for i, text in enumerate(texts))
    document = Document("望海区.txt", "txt", "0", 0, None, (), blocks)
    sentences = tuple(replace(sentence(text), number=i, block=i) for i, text in enumerate(texts))
    return Report(document, IDENTITY, sections, sentences)


TEXTS = (
    "全年接待游客860万人次，实现旅游收入62亿元，分别增长15%和21%。",
    "建成5G基站2600个，PM2.5平均浓度降至21微克/立方米。",
    "2025年10月12日，望海府办〔2025〕12号文件印发，拨打12345反映诉求，比例为1:3，24/7值守。",
    "高新技术企业由120家增加到260家，连续8年居全市第2位。",
)


def test_a_fact_holds_the_words_that_it_was_read_from() -> None:
    found = add_facts(report(*TEXTS), LEXICON)
    assert len(found.facts) > 6
    for fact in found.facts:
        assert fact.written == found.sentences[fact.sentence].text[fact.start : fact.end]
        assert 0 < fact.score <= 1
        assert fact.reason
        assert fact.indicator
    assert [fact.number for fact in found.facts] == list(range(len(found.facts)))


def test_every_digit_is_in_a_fact_or_accounted_for() -> None:
    found = add_facts(report(*TEXTS), LEXICON)
    for text in found.sentences:
        spans = [(f.start, f.end) for f in found.facts if f.sentence == text.number]
        spans += [(left.start, left.end) for left in found.left_out if left.sentence == text.number]
        for match in re.finditer(r"\d+", text.text):
            assert any(start <= match.start() and match.end() <= end for start, end in spans), match


def test_what_is_left_out_says_why_and_what_is_undecided_is_said_so() -> None:
    found = add_facts(report(*TEXTS), LEXICON)
    assert all(left.reason for left in found.left_out)
    assert [left.text for left in found.left_out if left.undecided] == ["12345", "24/7"]


def test_the_same_report_gives_the_same_facts() -> None:
    assert add_facts(report(*TEXTS), LEXICON) == add_facts(report(*TEXTS), Lexicon())


def test_a_nature_covers_what_follows_in_its_part() -> None:
    found = add_facts(report("地区生产总值增长6%（预计，下同）。", "固定资产投资增长5%。"), LEXICON)
    assert [fact.basis.nature for fact in found.facts] == ["预计", "预计"]


def test_the_basis_of_a_figure_is_what_its_clause_says() -> None:
    fact = facts_of("预计全区规上工业增加值按可比价增长6%。")[0]
    assert fact.basis.region == "全区"
    assert fact.basis.scope == "规上"
    assert fact.basis.price == "可比价"
    assert fact.basis.nature == "预计"


def test_a_glossary_states_nothing() -> None:
    section = Section(0, "名词解释", "", 1, "annex", "other", "", "annex", None, 0, 0, 1)
    plain = report("“1+5”体系：指1个中心和5个平台，覆盖人口30万人。", sections=(section,))
    plain = replace(plain, sentences=tuple(replace(s, section=0) for s in plain.sentences))
    found = add_facts(plain, LEXICON)
    assert found.facts == ()
    assert {left.reason for left in found.left_out} == {"in a glossary"}


def test_a_subject_is_inherited_from_the_sentence_before_and_not_across_a_heading() -> None:
    found = add_facts(report("高新技术企业突破300家。", "其中总数的一半以上在望海湾。"), LEXICON)
    assert found.facts[0].indicator == "高新技术企业"


# --- a user's own lexicon ---


def own(tmp_path: Path, text: str) -> Lexicon:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return Lexicon("zh", path)


def test_a_lexicon_adds_units_and_bounds(tmp_path: Path) -> None:
    lexicon = own(
        tmp_path,
        '[[units.group]]\nkind = "count"\nwords = ["网兜"]\n[[bounds.before]]\nbound = "approx"\nwords = ["差不多"]\n',
    )
    assert [shown(f) for f in facts_of("捕捞海参差不多60网兜。", lexicon=lexicon)] == [
        "捕捞海参 | 60 网兜 | approx | level | result 2025"
    ]


def test_a_lexicon_leaves_out_names_and_rules(tmp_path: Path) -> None:
    lexicon = own(
        tmp_path,
        '[names.words]\nleave = ["志愿服务"]\n'
        '[[facts.leave]]\nreason = "a room"\nafter = \'会议室\'\nexample = "在3楼会议室"\ncounter = "新建会议室3间"\n',
    )
    facts, left = read("开展志愿服务320场，新建公园2个。", lexicon=lexicon)
    assert [fact.indicator for fact in facts] == ["新建公园"]
    assert "a name that the lexicon leaves out" in [item.reason for item in left]


def test_a_lexicon_adds_words_that_the_tagger_would_cut(tmp_path: Path) -> None:
    lexicon = own(tmp_path, '[names.tags]\n"海上粮仓" = "n"\n')
    assert facts_of("建成海上粮仓6个。", lexicon=lexicon)[0].indicator == "海上粮仓"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('[units]\nsame = "元"\n', "units.same must be a table"),
        ('[[bounds.before]]\nbound = "rough"\nwords = ["差不多"]\n', "].bound: Invalid enum value 'rough'"),
        ('[facts]\nrules = ["x"]\n', "unknown field `rules`"),
        ("[units\n", "no valid TOML"),
    ],
)
def test_a_bad_lexicon_is_one_clear_error(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(LexiconError, match=re.escape(says)):
        facts_of("新建公园2个。", lexicon=own(tmp_path, text))


# --- hostile text ---


@settings(max_examples=200, deadline=None)
@given(
    st.text(
        alphabet="0123456789.,%，。、和“”（）从至到万亿千百十两三几半分之成翻番元个家人余多约超"
        "增长下降了年月日/—-  \n第占比",
        max_size=60,
    )
)
def test_any_text_gives_facts_within_their_sentence(text: str) -> None:
    for fact in facts_of(text):
        assert 0 <= fact.start < fact.end <= len(text)


def test_a_very_long_sentence_takes_its_time_in_line() -> None:
    assert len(facts_of("新建公园12个、" * 2000)) == 2000
