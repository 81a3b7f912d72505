"""Main targets, lists of 民生实事, tasks that one could go and check, and directions."""

import pytest

from tests.commitments.plans import commitments


def categories(plan: str) -> list[tuple[str, str]]:
    return [(commitment.text, commitment.category) for commitment in commitments(plan)]


@pytest.mark.parametrize(
    "task",
    [
        "出台公共数据条例",
        "启动旧城更新三年行动",
        "建成望海体育中心二期",
        "设立产业引导基金",
        "下调管道燃气价格",
        "提高高龄津贴标准",
        "办好海洋产业博览会",
        "扩大长期护理保险试点范围",
        "取消所有证明材料",
        "将临时救助全部纳入网上办理",
        "开工建设环岛快线一期",
        "行政经费只减不增",
        "改造老旧小区12个",
    ],
)
def test_what_names_a_deliverable_is_a_task(task: str) -> None:
    assert categories(task + "。") == [(task, "task")]


@pytest.mark.parametrize(
    "direction",
    [
        "加强基层治理体系建设",
        "深化产学研合作",
        "更好发挥市场作用",
        "提升公共服务水平",
        "坚持稳中求进",
        "优化营商环境",
        "弘扬企业家精神",
        "维护社会和谐稳定",
        "完善矛盾纠纷化解机制",
        "实施积极的就业政策",
        "明确重点",
        "实现现代化",
        "改造传统引擎",
        "加快建设现代化滨海中心城区",
    ],
)
def test_what_only_points_somewhere_is_general(direction: str) -> None:
    assert categories(direction + "。") == [(direction, "general")]


def test_the_main_targets_are_headline_with_and_without_figures() -> None:
    plan = "今年经济社会发展主要预期目标是：地区生产总值增长6%；居民收入稳步增长，粮食产量保持稳定。"
    assert {category for _, category in categories(plan)} == {"headline"}
    assert len(categories(plan)) == 3


def test_the_main_targets_may_run_into_a_second_sentence() -> None:
    plan = "今年主要预期目标是：地区生产总值增长6%，城镇新增就业3万人。单位生产总值能耗下降3%，主要污染物继续减少。"
    assert [category for _, category in categories(plan)] == ["headline"] * 4


def test_a_sentence_that_names_enough_of_what_main_targets_are_about_states_them() -> None:
    plan = "地区生产总值增长6%，城镇新增就业3万人，居民消费价格涨幅2%左右。"
    assert {category for _, category in categories(plan)} == {"headline"}


@pytest.mark.parametrize(
    "plan",
    [
        "上述主要预期目标，考虑了就业的需要，新增就业3万人是底线。",
        "今后五年主要目标是：地区生产总值年均增长6%。",
    ],
    ids=["about them", "another period"],
)
def test_what_speaks_about_the_main_targets_is_none(plan: str) -> None:
    assert "headline" not in {category for _, category in categories(plan)}


@pytest.mark.parametrize(
    "plan",
    [
        "# （八）办好十件民生实事\n新建口袋公园5个。\n新生儿听力筛查全覆盖。",
        "# 三、2031年民生实事\n新建口袋公园5个，新生儿听力筛查全覆盖。",
        "扎实办好十件民生实事：新建口袋公园5个，新生儿听力筛查全覆盖。",
        "办好重点民生实事。①新建口袋公园5个。②新生儿听力筛查全覆盖。",
        "2031年区十件民生实事\n新建口袋公园5个。\n新生儿听力筛查全覆盖。",
    ],
    ids=["counted title", "figures all through", "colon", "numbered", "title line"],
)
def test_items_of_a_livelihood_list(plan: str) -> None:
    assert ("新建口袋公园5个", "livelihood") in categories(plan)
    assert ("新生儿听力筛查全覆盖", "livelihood") in categories(plan)


def test_words_to_the_hearers_are_no_item_of_a_livelihood_list() -> None:
    plan = "# （八）办好十件民生实事\n新建口袋公园5个。我们要把群众的小事当作大事，扎实办好每一件。"
    assert [text for text, category in categories(plan) if category == "livelihood"] == ["新建口袋公园5个"]


def test_a_livelihood_list_ends() -> None:
    plan = "办好重点民生实事。①新建口袋公园5个。\n# 三、改革\n出台数据条例。"
    assert ("出台数据条例", "task") in categories(plan)


def test_a_mention_of_the_list_opens_none() -> None:
    plan = "立项实施民生实事12项。\n# （七）深化改革\n（1）改革财税制度。出台数据条例。"
    assert ("出台数据条例", "task") in categories(plan)


def test_a_chapter_on_peoples_lives_is_no_list() -> None:
    plan = "# （十）切实办好民生实事，提高生活水平\n强化产业带动。加强医德医风建设。新建口袋公园5个。"
    assert ("新建口袋公园5个", "task") in categories(plan)
