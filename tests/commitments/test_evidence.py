"""Where evidence stands, how much of its sentence is shown, and what a clause shows of how far a thing has come."""

import re

import pytest

from compare.commitments.evidence_passages import CueWords, Passage, read_passages
from compare.commitments.evidence_signs import SignReader, StatusWords
from compare.language.lexicon import default_lexicon
from compare.model import Report
from tests.commitments.pairs import only
from tests.commitments.plans import report

LEXICON = default_lexicon()
CUES = LEXICON.read("cues", CueWords)
STATUS = LEXICON.read("status", StatusWords)


def reporting_passages(told: Report) -> tuple[Passage, ...]:
    found = read_passages(told, LEXICON)
    return found.at(found.reporting)


PATTERNS = {
    **CUES.presupposing,
    **STATUS.signs,
    "pace": STATUS.pace,
    "goal": STATUS.goal,
    "told": CUES.told,
    "idle": CUES.idle,
    "standing": CUES.standing,
    "widening": CUES.widening,
    "introducing": CUES.introducing,
}


@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_fits_its_example_alone(name: str) -> None:
    assert re.search(PATTERNS[name].pattern, PATTERNS[name].example)
    assert not re.search(PATTERNS[name].pattern, PATTERNS[name].counter)


def test_a_growth_without_a_figure_is_read_from_end_to_end() -> None:
    assert re.fullmatch(STATUS.rising.pattern, STATUS.rising.example)
    assert not re.fullmatch(STATUS.rising.pattern, STATUS.rising.counter)


def test_only_a_comparison_may_stand_between_an_amount_and_its_increase() -> None:
    assert re.fullmatch(STATUS.increase.pattern, STATUS.increase.example)
    assert not re.fullmatch(STATUS.increase.pattern, STATUS.increase.counter)
    assert re.fullmatch(STATUS.budgeted.pattern, STATUS.budgeted.example)
    assert not re.fullmatch(STATUS.budgeted.pattern, STATUS.budgeted.counter)


def test_a_clause_without_subject_is_shown_with_the_one_before_it() -> None:
    review = (
        "# 工作回顾\n全区居民人均可支配收入5.6万元，增长9%，民生支出占比在八成以上，民生实事全部办结，生活圈基本形成。"
    )
    found = {passage.core: passage.text for passage in reporting_passages(report("", review))}
    assert found["增长9%"].startswith("全区居民人均可支配收入5.6万元，增长9%")


def test_no_passage_is_longer_than_the_lexicon_allows_and_each_is_its_sentences_words() -> None:
    review = "# 工作回顾\n" + "建成一座望海湾公园，" * 20 + "建成一座书城。"
    told = report("", review)
    for passage in reporting_passages(told):
        assert len(passage.text) <= max(CUES.longest, len(passage.core))
        sentence = told.sentences[passage.sentence].text
        assert sentence[passage.start : passage.end] == passage.text
        assert sentence[passage.core_start : passage.core_end] == passage.core


@pytest.mark.parametrize(
    ("clause", "reports"),
    [
        ("安排教育资金3亿元，比上年增加5000万元", True),
        ("补助标准由每人300元提高到350元", True),
        ("过去一年，双拥工作扎实推进", True),
        ("建设滨海书城", False),
        ("安排教育资金3亿元", False),
    ],
)
def test_of_the_plan_only_what_presupposes_the_year_before_reports(clause: str, reports: bool) -> None:
    plan = report(f"# 工作安排\n{clause}。")
    found = [p for p in reporting_passages(plan) if p.core and not p.heading]
    assert bool(found) is reports
    assert read_passages(plan, LEXICON).promising


@pytest.mark.parametrize(
    ("clause", "sign"),
    [
        ("望海湾科创城入选省级示范基地", "done"),
        ("美术馆主体工程完工", "beginning"),
        ("深入推进老旧小区改造", "soft"),
        ("目标没有完成", "failed"),
        ("年度任务如期完成", "fulfilled"),
        ("10件民生实事全部办结", "sweeping"),
    ],
)
def test_a_clause_shows_its_sign(clause: str, sign: str) -> None:
    assert SignReader(LEXICON).read(clause).shown[sign]


def test_the_best_three_are_shown_best_first_and_none_twice() -> None:
    row = only("# 工作安排\n出台人才住房管理办法。")
    assert 1 <= len(row.evidence) <= 3
    assert "出台人才住房管理办法" in row.evidence[0].text
    places = [(found.sentence, found.start) for found in row.evidence]
    assert len(set(places)) == len(places)


def test_other_wordings_of_the_same_thing_are_found() -> None:
    row = only("# 工作安排\n降低小微企业融资成本。", "# 工作回顾\n新建公园2个。下调中小企业贷款利率。表彰先进个人。")
    assert "贷款利率" in row.evidence[0].text


def test_evidence_that_does_not_decide_says_so() -> None:
    row = only("# 工作安排\n取消港口建设费。", "# 工作回顾\n全区社会大局和谐稳定。")
    assert row.status == "not_reported"
    assert all("不足以认定" in found.reason for found in row.evidence)


def test_a_commitment_repeated_in_the_next_plan_is_found_again() -> None:
    row = only("# 工作安排\n办好海洋文化周。")
    assert [found.text for found in row.again] == ["办好海洋文化周"]


def test_a_commitment_that_the_next_plan_drops_is_not() -> None:
    assert only("# 工作安排\n取消港口建设费。").again == ()
