"""Which clauses of a plan are promises: one row each, figures first, and nothing that only explains."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.commitments import find_commitments
from compare.commitments.lists import TargetLists
from compare.commitments.undertakings import Undertaking, UndertakingFinder
from compare.commitments.words import CommitmentWords
from compare.language.lexicon import default_lexicon
from compare.model import Report
from tests.commitments.plans import commitments, report


def find_undertakings(told: Report) -> tuple[Undertaking, ...]:
    lexicon = default_lexicon()
    return UndertakingFinder(lexicon).find(told, TargetLists(told, lexicon.read("commitments", CommitmentWords)))


def texts(plan: str) -> list[str]:
    return [commitment.text for commitment in commitments(plan)]


@pytest.mark.parametrize(
    ("plan", "rows"),
    [
        (
            "建成滨海书城，开工望海二桥，出台人才住房办法，取消登记收费。",
            ["建成滨海书城", "开工望海二桥", "出台人才住房办法", "取消登记收费"],
        ),
        ("建成望海二桥、开工环岛快线。", ["建成望海二桥", "开工环岛快线"]),
        ("扩建望海医院、青石医院。", ["扩建望海医院、青石医院"]),
        ("一是新建幼儿园3所；二是改造菜市场2个。", ["新建幼儿园3所", "改造菜市场2个"]),
        ("对年满80岁的老年人，免费安装呼叫器。", ["对年满80岁的老年人，免费安装呼叫器"]),
        ("在保证安全的前提下，开放滨海绿道。", ["在保证安全的前提下，开放滨海绿道"]),
        ("将更多药品纳入集中采购。", ["将更多药品纳入集中采购"]),
        ("各街道都要公开办事时限。", ["各街道都要公开办事时限"]),
        ("为独居老人安装呼叫器。", ["为独居老人安装呼叫器"]),
        ("行政经费只减不增。", ["行政经费只减不增"]),
        ("逐步将门诊费用纳入统筹报销。", ["逐步将门诊费用纳入统筹报销"]),
        ("审慎开展宅基地改革试点。", ["审慎开展宅基地改革试点"]),
        ("新增部分由区财政全额负担。", ["新增部分由区财政全额负担"]),
        ("对困难家庭的补助应发尽发。", ["对困难家庭的补助应发尽发"]),
        ("已动工的滨海绿道要加快建设。", ["已动工的滨海绿道要加快建设"]),
        ("以社区为平台提供托管服务。", ["以社区为平台提供托管服务"]),
        ("提高防范火灾、完成救援任务的能力。", ["提高防范火灾、完成救援任务的能力"]),
        ("建成望海大桥。建成望海大桥。", ["建成望海大桥"]),
        ("争取用三年时间，改造全部老旧管网。", ["争取用三年时间，改造全部老旧管网"]),
    ],
    ids=[
        "four in one",
        "two deeds",
        "two objects",
        "labels",
        "topic",
        "frame",
        "moved object",
        "subject",
        "for whom",
        "trend",
        "adverb before the object",
        "careful adverb",
        "who pays",
        "as much as is due",
        "what has been done describes the subject",
        "means",
        "one noun described twice",
        "printed twice",
        "date",
    ],
)
def test_each_undertaking_is_a_row(plan: str, rows: list[str]) -> None:
    assert texts(plan) == rows


@pytest.mark.parametrize(
    "plan",
    [
        "城市治理是一门学问。",
        "当前，外部环境依然复杂。",
        "让群众生活更加舒心。",
        "我区转型发展面临新的机遇。",
        "全面建成了小康社会。",
        "各位代表！",
        "按照高质量发展要求。",
        "为落实发展规划。",
        "对上级下放的审批事项。",
        "根据《关于制定发展规划的建议》。",
        "5%左右的速度可以实现充分就业。",
        "今年高校毕业生3000人。",
        "加快城市更新，是改善民生的需要。",
        "老旧小区改造等项目。",
        "过去一年，各项工作取得新成绩。地区生产总值增长6%。",
        "与建成现代化城区的要求相适应。",
        "我们要通过持之以恒的努力。",
        "结合实施产业振兴规划。",
    ],
)
def test_what_explains_or_describes_is_no_promise(plan: str) -> None:
    assert texts(plan) == []


@pytest.mark.parametrize(
    ("plan", "rows"),
    [
        ("淘汰锅炉300台、水泥窑20座、老旧车5000辆。", ["淘汰锅炉300台", "水泥窑20座", "老旧车5000辆"]),
        ("成立10个社区学院及2个教育集团。", ["成立10个社区学院", "2个教育集团"]),
        ("安排专项资金8亿元，比上年增加1亿元。", ["安排专项资金8亿元，比上年增加1亿元"]),
        ("海洋经济产值达到8亿元，增长6%。", ["海洋经济产值达到8亿元，增长6%"] * 2),
        ("海运和空运货量分别增长5%和7%。", ["海运和空运货量分别增长5%和7%"] * 2),
        ("项目审批时间再压减一半。", ["项目审批时间再压减一半"]),
        ("新建租赁住房300套，增加20套。", ["新建租赁住房300套，增加20套"]),
    ],
    ids=["list", "and", "comparison", "same subject", "dealt out", "a share in words", "more than before"],
)
def test_each_target_figure_is_a_row(plan: str, rows: list[str]) -> None:
    found = commitments(plan)
    assert [commitment.text for commitment in found] == rows
    assert {commitment.kind for commitment in found} == {"numeric"}
    assert all(commitment.fact is not None for commitment in found)


def test_figures_dealt_out_are_rows_with_their_own_figure_and_id() -> None:
    first, second = commitments("海运和空运货量分别增长5%和7%。")
    assert (first.fact and first.fact.written, second.fact and second.fact.written) == ("5%", "7%")
    assert first.id != second.id


def test_a_main_target_that_is_explained_again_is_one_row() -> None:
    plan = "今年主要预期目标是：地区生产总值增长6%，城镇新增就业3万人。提出地区生产总值增长6%，主要考虑就业需要。"
    assert len([c for c in commitments(plan) if c.fact is not None and c.fact.written == "6%"]) == 1


def test_a_small_number_in_words_is_no_target() -> None:
    assert [c.kind for c in commitments("千方百计发挥两个积极性。")] == ["action"]


def test_only_the_plan_promises() -> None:
    found = commitments(plan="新建公园2个。", review="建成公园3个，开工医院1所。")
    assert [commitment.text for commitment in found] == ["新建公园2个"]


def test_a_figure_that_the_review_sets_for_later_is_a_target() -> None:
    found = commitments(plan="新建公园2个。", review="环岛快线明年将新增车站6座。")
    assert [commitment.text for commitment in found] == ["环岛快线明年将新增车站6座", "新建公园2个"]


def test_an_item_that_heads_what_follows_promises_as_any_sentence_does() -> None:
    rows = commitments("# 工作安排\n# 二是建设海岛灾害预警中心。\n三座海岛的站点要联网。")
    assert next(row.text for row in rows if row.category == "task") == "建设海岛灾害预警中心"


def test_a_heading_without_a_figure_is_no_row() -> None:
    assert texts("# 一、推进城市更新\n改造老旧小区12个。") == ["改造老旧小区12个"]


def test_text_and_offsets_agree() -> None:
    for commitment in commitments("一是新建幼儿园3所、养老院2家，出台条例。\n建成望海大桥，比上年提前。"):
        assert commitment.end - commitment.start == len(commitment.text)


@pytest.mark.parametrize(
    ("plan", "strength"),
    [
        ("建成望海大桥。", "complete"),
        ("确保建成望海大桥。", "complete"),
        ("加快建设望海大桥。", "advance"),
        ("推进望海大桥建设。", "advance"),
        ("力争建成望海大桥。", "explore"),
        ("探索数据交易。", "explore"),
        ("研究制定数据条例。", "complete"),
    ],
)
def test_the_verb_says_how_firmly_it_binds(plan: str, strength: str) -> None:
    assert [commitment.strength for commitment in commitments(plan)] == [strength]


@given(st.text(alphabet="建成推进了公园3个5%亿元，、；：。“”（）和与分别比上年增长对将 \n", max_size=80))
def test_any_text_gives_rows_that_stand_where_they_say(plan: str) -> None:
    told = report(plan.replace("#", ""))
    for row in find_commitments(told, 0, default_lexicon()):
        assert told.sentences[row.sentence].text[row.start : row.end] == row.text
        assert row.text


@pytest.mark.parametrize("piece", ["建设公园、", "新增公园3个、", "增长1%，", "继续", "将", "与", "“（"])
def test_time_grows_with_the_length_of_a_sentence(piece: str) -> None:
    def seconds(times: int) -> float:
        told = report(piece * times)
        start = time.process_time()
        find_undertakings(told)
        return time.process_time() - start

    assert seconds(1200) < 12 * seconds(300) + 0.2
