"""What a later report says of a promise: status, evidence and reason, and no 完成 that it does not say."""

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from compare.commitments.evidence_passages import CueWords
from compare.language.lexicon import default_lexicon
from compare.model import Report
from tests.commitments.pairs import FILLER, LATER, REVIEW, follow, followed, only
from tests.commitments.plans import report

PHASE = default_lexicon().read("cues", CueWords).phase


@pytest.mark.parametrize(
    ("promise", "review", "status"),
    [
        ("地区生产总值增长6%左右。", "地区生产总值860亿元，增长6.2%。", "exceeded"),
        ("地区生产总值增长6%左右。", "地区生产总值860亿元，增长5.9%。", "near"),
        ("地区生产总值增长6%以上。", "地区生产总值860亿元，增长5.2%。", "missed"),
        ("新建幼儿园6所。", "新建幼儿园6所。", "met"),
        ("新建幼儿园6所。", "出台人才住房管理办法。", "not_reported"),
        ("城镇登记失业率控制在3%以内。", "城镇调查失业率5.1%。", "not_reported"),
        ("出台人才住房管理办法。", "出台人才住房管理办法。", "met"),
        ("出台人才住房管理办法。", "望海湾潮汐公园游人如织。", "not_reported"),
        ("推进老旧小区改造。", "持续推进老旧小区改造。", "mentioned"),
        ("推动环岛快线一期建成通车。", "环岛快线一期建成通车。", "met"),
        ("建成环岛快线、望海二桥。", "环岛快线建成通车。", "partial"),
        ("建成望海湾美术馆。", "望海湾美术馆主体工程完工。", "partial"),
        ("设立望海区海洋产业基金。", "望海区海洋产业基金尚未设立，没有完成组建。", "missed"),
        ("启动“海陆通”。", "“海陆通”开启。", "met"),
        ("建立长者食堂服务制度。", "长者食堂服务制度试点扩大到12个社区。", "partial"),
        ("办好望海帆船赛。", "望海帆船赛筹备工作进展顺利。", "mentioned"),
        ("发行地方政府专项债券。", "发行地方政府债券收回旧债3.2亿元。", "unclear"),
        ("制定实施海岸带规划。", "编制海岸带规划。", "partial"),
        ("制定实施海岸带规划。", "制定实施海岸带规划。", "met"),
        ("新设一批渔业示范区、高新区。", "新设6个渔业示范区。", "partial"),
        ("全面实施智慧停车改革。", "全面推开智慧停车改革试点。", "met"),
        ("设立岚江海洋研究院。", "岚江海洋研究院签约落户。", "partial"),
        ("打造2条示范步行街。", "海月路、船厂路获评示范步行街。", "met"),
        ("打造3条示范步行街。", "海月路、船厂路获评示范步行街。", "unclear"),
    ],
)
def test_the_status_is_what_the_report_says(promise: str, review: str, status: str) -> None:
    assert only(f"# 工作安排\n{promise}", f"# 工作回顾\n{review}全区社会大局和谐稳定。").status == status


@pytest.mark.parametrize(
    "promise",
    ["推行“智慧望海”监管。", "取消港口建设费。", "开展门诊费用直接结算试点。"],
    ids=["another name", "a neighbour", "another class"],
)
def test_a_neighbouring_subject_is_no_completion(promise: str) -> None:
    review = "# 工作回顾\n推行“平安望海”督查。加强港口运输保障。住院费用直接结算率达到60%。"
    assert only(f"# 工作安排\n{promise}", review).status not in ("met", "exceeded", "near")


def test_a_clause_among_the_problems_is_no_completion() -> None:
    earlier = report("# 工作安排\n金融财政风险有效防控。")
    later = report("# 工作安排\n建设滨海书城。", "# 工作回顾\n全区经济平稳增长。金融财政领域风险有所积聚。", LATER)
    problems = tuple(replace(s, part="problems") if "积聚" in s.text else s for s in later.sentences)
    row = follow((earlier, replace(later, sentences=problems)))[0]
    assert row.status not in ("met", "mentioned")


def test_a_result_comes_with_its_arithmetic_and_evidence() -> None:
    row = only("# 工作安排\n城镇新增就业1.2万人以上。")
    assert row.status == "exceeded"
    assert row.result is not None
    assert row.difference == Decimal(1000)
    assert "1.3万人" in row.why
    assert "城镇新增就业1.3万人" in row.evidence[0].text
    assert row.confidence == "high"


def test_last_years_amount_follows_from_this_years_increase() -> None:
    row = only(
        "# 工作安排\n安排教育专项资金3亿元。",
        next_plan="# 工作安排\n安排教育专项资金3.5亿元，比上年增加5000万元。",
    )
    assert row.status == "met"
    assert "3.5亿元−5000万元=3亿元" in row.why


def test_an_increase_on_the_budget_is_no_result() -> None:
    row = only(
        "# 工作安排\n安排教育专项资金3亿元。",
        next_plan="# 工作安排\n安排教育专项资金3.5亿元，比上年预算增加5000万元。",
    )
    assert row.status == "unclear"
    assert "比上年预算增加5000万元" in row.evidence[0].text


@pytest.mark.parametrize(
    ("income", "status"), [("6.3%", "met"), ("6.1%", "met"), ("5.9%", "unclear"), ("4.9%", "missed")]
)
def test_keeping_pace_is_held_to_both_growths(income: str, status: str) -> None:
    review = f"# 工作回顾\n地区生产总值860亿元，增长6.2%。居民人均可支配收入增长{income}。"
    assert only("# 工作安排\n居民收入增长与经济增长基本同步。", review).status == status


def test_keeping_pace_stays_open_where_the_report_has_only_one_of_the_two() -> None:
    row = only("# 工作安排\n居民收入增长与经济增长基本同步。", "# 工作回顾\n居民人均可支配收入超过5万元。")
    assert (row.status, row.difference) == ("unclear", None)
    assert "5万元" in row.evidence[0].text


@pytest.mark.parametrize(("income", "status"), [("增长6.3%", "met"), ("下降0.3%", "missed")])
def test_growth_promised_without_a_figure_is_told_by_one(income: str, status: str) -> None:
    review = f"# 工作回顾\n地区生产总值860亿元，增长6.2%。城乡居民人均可支配收入{income}。"
    assert only("# 工作安排\n城乡居民收入稳步增长。", review).status == status


def test_a_citys_revenue_is_not_its_peoples_income() -> None:
    row = only("# 工作安排\n财政收入稳步增长。", "# 工作回顾\n居民人均可支配收入增长6.3%。")
    assert row.status != "met"


def test_a_goal_admitted_as_failed_is_missed_without_a_figure() -> None:
    row = only("# 工作安排\n居民消费价格涨幅控制在3%左右。", "# 工作回顾\n节能减排、物价调控目标没有完成。")
    assert row.status == "missed"
    assert "没有完成" in row.evidence[0].text


def test_a_sweeping_clause_settles_no_single_row() -> None:
    row = only("# 工作安排\n办结民生实事。", "# 工作回顾\n33项民生实事全部完成。")
    assert row.status == "not_reported"
    assert row.evidence[0].sweeping


def test_a_sweeping_clause_settles_the_promise_to_reach_a_plans_goals() -> None:
    row = only("# 工作安排\n完成“十三五”规划目标任务。", "# 工作回顾\n“十三五”规划主要目标任务胜利完成。")
    assert row.status == "met"


@pytest.mark.parametrize(("told", "status"), [("做好经济普查", "met"), ("做好经济工作", "not_reported")])
def test_a_count_that_was_done_well_was_done(told: str, status: str) -> None:
    assert only("# 工作安排\n开展经济普查。", f"# 工作回顾\n{told}。").status == status


def test_a_type_of_loans_has_one_name() -> None:
    plan = "# 工作安排\n大型商业银行普惠型小微企业贷款增速要高于40%。"
    row = only(plan, "# 工作回顾\n大型商业银行普惠小微企业贷款增长50%以上。")
    assert row.status == "exceeded"


def test_silence_says_whether_it_is_promised_again() -> None:
    plan = "# 工作安排\n建设滨海书城。\n取消港口建设费。"
    again, gone = followed(plan, "# 工作回顾\n全区社会大局和谐稳定。")
    assert (again.status, gone.status) == ("not_reported", "not_reported")
    assert again.why.startswith("未报告·今年续列")
    assert gone.why == "未报告·今年未再列"


def test_a_figure_of_several_years_is_not_held_to_one_year() -> None:
    review = "# 工作回顾\n2027年至2031年累计新建幼儿园30所。"
    assert only("# 工作安排\n新建幼儿园6所。", review).result is None


def test_every_evidence_is_the_later_reports_own_words() -> None:
    later = report("# 工作安排\n建设滨海书城。", REVIEW, LATER)
    rows = follow((report("# 工作安排\n新建幼儿园6所。建设滨海书城。"), later))
    for row in rows:
        for found in (*row.evidence, *row.again):
            assert later.sentences[found.sentence].text[found.start : found.end] == found.text
            assert 0 <= found.score <= 1


def test_a_report_without_a_review_reports_nothing() -> None:
    rows = follow((report("# 工作安排\n新建幼儿园6所。"), report("# 工作安排\n新建公园2个。", "", LATER)))
    assert [row.status for row in rows] == ["not_reported"]


def test_a_report_without_a_plan_promises_nothing() -> None:
    assert follow((report("", REVIEW), report("", REVIEW, LATER))) == ()


def test_of_several_later_reports_the_one_that_says_most_decides() -> None:
    first = report("# 工作安排\n建设滨海书城。", "# 工作回顾\n环岛快线一期建成通车。", LATER)
    second = report("# 工作安排\n新建公园2个。", "# 工作回顾\n出台人才住房管理办法。", LATER)
    promised = report("# 工作安排\n推动环岛快线一期建成通车。出台人才住房管理办法。取消港口建设费。")
    rows = follow((promised, first, second), (1, 2))
    assert [row.status for row in rows] == ["met", "met", "not_reported"]
    assert [row.evidence[0].report for row in rows[:2]] == [1, 2]


def test_two_runs_say_the_same() -> None:
    plan = "# 工作安排\n新建幼儿园6所。推进老旧小区改造。办好海洋文化周。"
    assert followed(plan) == followed(plan)


WORDS = st.text(alphabet="新建公园书城增长下降提高完成推进增加比上年由到元万亿个%0123456789，、；“”（）- ", max_size=60)


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=4), st.lists(WORDS, max_size=4))
def test_no_text_makes_it_fail_and_every_row_has_its_reason(plan: list[str], review: list[str]) -> None:
    earlier = report("\n".join(f"{line}。" for line in plan))
    later = report("\n".join(f"{line}。" for line in plan), "\n".join(f"{line}。" for line in review), LATER)
    for row in follow((earlier, later)):
        assert row.status != "open"
        assert row.why
        assert all(later.sentences[e.sentence].text[e.start : e.end] == e.text for e in (*row.evidence, *row.again))


def test_a_report_without_a_review_reports_nothing_even_where_its_plan_presupposes_something() -> None:
    row = only("# 工作安排\n提高补助标准。", "", "# 工作安排\n提高补助标准。")
    assert (row.status, row.confidence) == ("not_reported", "low")
    assert "没有回顾部分" in row.why


@pytest.mark.parametrize(
    ("promised", "told", "stage"),
    [
        ("全面推行门诊费用报销制度", "启动门诊费用报销制度改革试点", True),
        ("完善渔业补贴制度", "整合压缩渔业补贴", False),
    ],
)
def test_a_part_is_called_a_stage_only_where_the_clause_says_that_it_is_one(
    promised: str, told: str, *, stage: bool
) -> None:
    row = only(f"# 工作安排\n{promised}。", f"{REVIEW}\n{told}。")
    assert row.status == "partial"
    assert ("一个阶段" in row.why) == stage


def test_an_admitted_failure_beats_the_growth_of_another_thing() -> None:
    review = REVIEW + "\n去年全区外贸出口总额出现下降，预期增长目标未能实现。"
    row = only("# 工作安排\n外贸出口总额增长6%左右。", review)
    assert row.status == "missed"
    assert "未能实现" in row.evidence[0].text


def test_a_fall_in_words_misses_a_growth_target_and_holds_a_ceiling() -> None:
    assert only("# 工作安排\n外贸出口总额增长6%左右。", REVIEW + "\n外贸出口总额有所下降。").status == "missed"
    assert only("# 工作安排\n单位能耗下降3%。", REVIEW + "\n单位能耗明显下降。").status != "missed"


def test_a_growth_is_not_borrowed_from_a_subject_that_shares_no_noun() -> None:
    row = only("# 工作安排\n外贸出口总额增长6%左右。")
    assert row.result is None


def test_houses_completed_do_not_answer_for_houses_started() -> None:
    row = only("# 工作安排\n保障房新开工740套。", REVIEW + "\n保障房基本建成772套。")
    assert row.status == "unclear"


def test_an_addition_is_computed_from_two_stocks() -> None:
    earlier = report("# 工作安排\n新增养老床位200张。", "# 二〇三〇年工作回顾\n养老床位总数2450张。")
    later = report(FILLER, "# 二〇三一年工作回顾\n养老床位总数2680张。全区社会大局稳定。", LATER)
    later = replace(later, facts=tuple(replace(f, period="2031") for f in later.facts))
    row = follow((earlier, later))[0]
    assert row.status == "exceeded"
    assert row.result is not None
    assert row.result.value == Decimal(230)


def test_a_thing_that_is_named_as_undone_is_a_missing_part() -> None:
    review = REVIEW + "\n榕树里片区改造全面完成。存在的问题：灯塔湾片区改造未能如期完工。"
    row = only("# 工作安排\n完成榕树里、灯塔湾2个片区改造。", review)
    assert row.status == "partial"


def test_a_figure_that_may_be_another_indicators_is_not_reckoned_with() -> None:
    row = only("# 工作安排\n单位地区生产总值能耗下降3%。", "# 工作回顾\n全年地区生产总值856亿元、增长4.2%。")
    assert row.status not in ("met", "exceeded", "missed")
    assert (row.result, row.difference, row.completion) == (None, None, None)


@pytest.mark.parametrize(
    ("target", "review", "status"),
    [
        ("广义货币增长9%左右。", "广义货币增长7.2%，低于9%左右的预期目标。", "missed"),
        ("居民消费价格涨幅3%左右。", "居民消费价格上涨2.1%，低于3%左右的预期目标。", "met"),
    ],
    ids=["no better side known", "the lower the better"],
)
def test_lower_than_the_target_is_a_failure_only_of_what_had_better_be_higher(
    target: str, review: str, status: str
) -> None:
    assert only(f"# 工作安排\n{target}", f"# 工作回顾\n{review}").status == status


@pytest.mark.parametrize(("told", "status"), [("4.2万", "exceeded"), ("2.2万", "missed")])
def test_a_fall_is_the_amount_of_a_target_of_what_goes(told: str, status: str) -> None:
    row = only("# 工作安排\n完成3万以上农村贫困人口脱贫任务。", f"# 工作回顾\n农村贫困人口减少{told}。")
    assert row.status == status
    assert f"减少{told}" in row.why


def test_a_plan_that_widens_a_pilot_presupposes_it() -> None:
    widened = "# 工作安排\n扩大“一照通行”改革试点。"
    row = only("# 工作安排\n开展一照通行改革试点。", REVIEW, widened)
    assert row.status == "met"
    assert row.evidence[0].text == "扩大“一照通行”改革试点"
    assert only("# 工作安排\n扩大一照通行改革试点。", REVIEW, widened).status == "not_reported"


def test_thanks_are_no_evidence() -> None:
    thanks = "向关心望海湾美术馆建设的各界人士表示衷心感谢。"
    row = only("# 工作安排\n建成望海湾美术馆。", f"{REVIEW}{thanks}")
    assert row.status == "not_reported"
    assert not any("感谢" in found.text for found in row.evidence)


@pytest.mark.parametrize(
    ("promise", "plan", "again"),
    [
        ("新增公园绿地30公顷。", "新增公园绿地40公顷。", True),
        ("为36所学校安装直饮水设备。", "为40所学校更新教室照明。", False),
        ("打造临港片区产业链。", "临港片区形成了完整的产业链。", False),
    ],
    ids=["the same", "another figure", "what there is already"],
)
def test_the_same_thing_alone_is_promised_again(promise: str, plan: str, again: bool) -> None:
    assert (
        bool(only(f"# 工作安排\n{promise}", "# 工作回顾\n全区社会大局和谐稳定。", f"# 工作安排\n{plan}").again) is again
    )


@pytest.mark.parametrize(
    ("promise", "review"),
    [
        ("地区生产总值增长6%以上。", "没有实现年初确定的单位地区生产总值能耗降低3%的目标。"),
        ("城镇新增就业1.2万人。", "服务业就业比重没有达到目标。"),
        ("固定资产投资增长6%。", "固定资产投资没有完成“十五五”规划目标。"),
        ("确保到2031年如期实现计划目标。", "没有实现年初确定的污染物减排目标。"),
        ("一般公共预算收入增长6%。", "一般公共预算收入一度出现负增长。"),
    ],
    ids=["a part of another name", "a share", "a goal of five years", "no thing is named", "for a while"],
)
def test_a_failure_of_something_else_is_none(promise: str, review: str) -> None:
    assert only(f"# 工作安排\n{promise}", f"# 工作回顾\n{review}").status != "missed"


def test_of_houses_started_and_completed_each_answers_for_its_own() -> None:
    rows = followed(
        "# 工作安排\n保障房基本建成470套、新开工630套。", "# 工作回顾\n新开工保障房666套，基本建成保障房544套。"
    )
    assert [row.result.value for row in rows if row.result is not None] == [544, 666]


def test_incomes_of_town_and_country_that_differ_decide_no_pace() -> None:
    review = "地区生产总值860亿元，增长7.7%。城镇居民人均可支配收入增长7%，农村居民人均纯收入增长9.3%。"
    row = only("# 工作安排\n居民收入增长与经济增长同步。", f"# 工作回顾\n{review}")
    assert row.status == "unclear"
    assert "9.3%" in row.why


def in_years(report_: Report, words: str, period: str) -> Report:
    """A report in which the sentence with these words looks back on several years."""
    number = next(s.number for s in report_.sentences if words in s.text)
    sentences = tuple(replace(s, period=period) if s.number == number else s for s in report_.sentences)
    facts = tuple(replace(f, period=period) if f.sentence == number else f for f in report_.facts)
    return replace(report_, sentences=sentences, facts=facts)


@pytest.mark.parametrize(
    ("review", "reached"),
    [
        ("全区生产总值从540亿元增加到827亿元，年均增长9.1%。", False),
        ("全区生产总值增长6.9%，增速比上年有所加快。", True),
    ],
    ids=["five years", "the last of them"],
)
def test_an_account_of_five_years_gives_the_figures_of_the_last_one(review: str, reached: bool) -> None:
    earlier = report("# 工作安排\n全区生产总值增长6.5%左右。", "# 工作回顾\n全区经济平稳增长。")
    later = report(FILLER, f"# 工作回顾\n{review}", replace(LATER, review_period="2027-2031"))
    row = follow((earlier, in_years(later, "生产总值", "2027-2031")))[0]
    assert (row.status == "exceeded") is reached


def test_a_fall_of_many_pollutants_is_not_that_of_one() -> None:
    row = only("# 工作安排\n氮氧化物排放量下降5%。", "# 工作回顾\n主要污染物排放量下降6%以上。")
    assert row.status not in ("met", "exceeded")


def test_a_clause_on_another_promise_tells_no_work_on_this_one() -> None:
    plan = "# 工作安排\n加快发展渔港冷链仓储。减轻冷链仓储用电负担。"
    own, other = followed(plan, f"{REVIEW}加快发展渔港冷链仓储。")
    assert own.status == "mentioned"
    assert other.status == "not_reported"


def test_another_phase_of_a_project_is_no_repetition() -> None:
    assert re.search(PHASE.pattern, PHASE.example)
    assert not re.search(PHASE.pattern, PHASE.counter)
    plan = "# 工作安排\n推动滨海产业园一期开工。"
    assert only(plan, next_plan="# 二〇三二年工作安排\n推动滨海产业园一期开工。").again
    assert not only(plan, next_plan="# 二〇三二年工作安排\n推动滨海产业园二期开工。").again


def test_a_target_of_another_indicator_is_no_repetition() -> None:
    plan = "# 工作安排\n工业投资增长10%以上。规上工业增加值增长9%左右。"
    found = followed(plan, next_plan="# 二〇三二年工作安排\n规上工业增加值增长7%左右。")
    assert [bool(row.again) for row in found] == [False, True]


def test_a_name_that_begins_with_another_indicators_is_another_indicator() -> None:
    plan = "# 工作安排\n地区生产总值增长6%以上。单位地区生产总值能耗下降3%左右。"
    found = followed(plan, next_plan="# 二〇三二年工作安排\n地区生产总值增长5%左右。")
    assert [bool(row.again) for row in found] == [True, False]


def test_a_policy_that_was_to_go_on_goes_on() -> None:
    row = only("# 工作安排\n延续执行渔船贷款贴息50%政策。", "# 工作回顾\n继续实施渔船贷款贴息政策。")
    assert row.status == "met"


def test_the_title_of_a_paper_is_one_thing() -> None:
    plan = "# 工作安排\n启动《海岸带保护与利用规划》。"
    assert only(plan, "# 工作回顾\n启动了海岸带保护规划。").status == "met"
