"""Which names are one indicator, and which are not."""

import re

import pytest

from compare.indicators.likeness import name_likeness
from compare.indicators.matching import JOIN
from compare.indicators.names import NameReader, known_names
from compare.indicators.words import words_of
from compare.language.lexicon import default_lexicon
from compare.model import Basis

LEXICON = default_lexicon()
WORDS = words_of(LEXICON).names
DISTRICT = NameReader(LEXICON, national=False, places=("望海区", "望海"))
NATION = NameReader(LEXICON, national=True)


def alike(one: str, other: str, reader: NameReader = DISTRICT) -> float:
    return name_likeness(reader.read(one), reader.read(other), WORDS.guards, WORDS.extras)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("地区生产总值", "GDP"),
        ("望海区生产总值", "全区地区生产总值"),
        ("规模以上工业增加值", "规上工业增加值"),
        ("一般公共预算收入", "地方财政收入"),
        ("居民消费价格指数", "CPI"),
        ("居民消费价格涨幅", "居民消费价格总水平"),
        ("城镇新增就业", "新增城镇就业人数"),
        ("外贸进出口总额", "货物进出口总值"),
        ("社会消费品零售总额", "社零"),
        ("PM2.5年均浓度", "细颗粒物（PM2.5）平均浓度"),
        ("万元GDP能耗", "单位地区生产总值能耗"),
        ("服务业增加值占地区生产总值比重", "第三产业占比"),
        ("“专精特新”中小企业", "专精特新企业"),
        ("发放消费券", "投放消费券"),
        ("新建社区食堂", "社区食堂"),
        ("改造农村危房", "农村危旧房改造"),
        ("高速公路通车里程", "高速公路总里程"),
        ("平均每天新设企业", "日均新设企业"),
        ("棚改", "棚户区住房改造"),
        ("压减水泥产能", "化解水泥产能"),
        ("服务业在地区生产总值中的比重", "服务业增加值比重"),
        ("研究与试验发展经费支出与地区生产总值之比", "研发经费投入强度"),
        ("“十六五”时期经济年均增长", "地区生产总值"),
        ("低基数上经济总量", "地区生产总值"),
        ("中央对地方均衡性转移支付", "均衡性转移支付"),
        ("棚户区住房改造开工", "开工棚户区改造"),
        ("基本建成保障性安居工程", "保障性安居工程住房基本建成"),
    ],
)
def test_wordings_of_one_thing_are_alike(one: str, other: str) -> None:
    assert alike(one, other) >= JOIN


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("城镇登记失业率", "城镇调查失业率"),
        ("城镇居民人均可支配收入", "农村居民人均可支配收入"),
        ("居民人均可支配收入", "农村居民人均可支配收入"),
        ("出口额", "进口额"),
        ("进出口总额", "出口总额"),
        ("省级以上示范馆", "市级以上示范馆"),
        ("高速铁路里程", "铁路里程"),
        ("中央财政赤字", "地方财政赤字"),
        ("涉农贷款余额", "制造业贷款余额"),
        ("新建停车场", "改造停车场"),
        ("常住人口城镇化率", "户籍人口城镇化率"),
        ("二氧化硫排放量", "氮氧化物排放量"),
        ("人均地区生产总值", "地区生产总值"),
        ("新能源汽车产量", "汽车产量"),
        ("服务业增加值", "服务业占比"),
        ("公办幼儿园", "民办幼儿园"),
        ("小麦最低收购价", "稻谷最低收购价"),
        ("技术合同成交额", "商品房成交额"),
    ],
)
def test_things_that_only_sound_alike_are_not(one: str, other: str) -> None:
    assert alike(one, other) < JOIN


def test_the_whole_country_is_another_scope_except_in_the_national_report() -> None:
    assert alike("全国居民人均可支配收入", "居民人均可支配收入") == 0
    assert alike("全国居民人均可支配收入", "居民人均可支配收入", NATION) == 1


def test_the_basis_of_the_figure_speaks_where_the_name_does_not() -> None:
    plain = DISTRICT.read("专精特新企业")
    scoped = DISTRICT.read("专精特新企业", Basis(scope="省级以上"))
    assert ("rank", "省级以上") in scoped.guards
    assert name_likeness(plain, scoped, WORDS.guards, WORDS.extras) < 1


def test_a_list_of_known_indicators_with_one_figure_is_each_of_them() -> None:
    names = DISTRICT.read_all("二氧化硫、氮氧化物排放量")
    assert [name.canonical for name in names] == ["二氧化硫排放量", "氮氧化物排放量"]
    assert len(DISTRICT.read_all("绿道、驿站")) == 1


@pytest.mark.parametrize(
    ("name", "before", "meant"),
    [
        ("预期目标", "经济增速十分重要，全区预期目标设定为", "经济增速"),
        ("开工", "实施棚改攻坚计划，今年开工", "棚改"),
        ("开工", "望海湾大桥今年开工", "开工"),
        ("停车泊位", "棚改之外，停车泊位达到", "停车泊位"),
    ],
)
def test_a_name_that_points_back_means_the_indicator_named_before(name: str, before: str, meant: str) -> None:
    assert DISTRICT.meant(name, before).startswith(meant)


@pytest.mark.parametrize(
    ("name", "before", "act"),
    [
        ("保障房", "年内基本建成保障房", "新建"),
        ("新开工保障房", "基本建成", "新建"),
        ("新开工保障房", "其中", "开工"),
        ("保障房", "其中保障房", ""),
        ("新开工保障房", "今年新开工保障房", "开工"),
    ],
)
def test_the_words_before_a_figure_say_what_is_done_to_the_thing(name: str, before: str, act: str) -> None:
    assert DISTRICT.with_act(DISTRICT.read(name), before).act == act


@pytest.mark.parametrize(
    ("clause", "name", "found"),
    [
        ("实际使用外资", "事项办结率", "实际使用外资"),
        ("实际使用外资", "望海新区实际使用外资", ""),
        ("居民人均可支配收入", "农村居民人均可支配收入", ""),
        ("望海湾大桥", "事项办结率", ""),
    ],
)
def test_a_clause_that_is_a_known_name_names_its_figure(clause: str, name: str, found: str) -> None:
    assert DISTRICT.filling(clause, name) == found


def test_what_only_begins_like_an_act_is_none() -> None:
    assert DISTRICT.read("服务业比重").act == ""
    assert DISTRICT.read("服务群众").act == ""
    assert DISTRICT.read("服务困难群众").act


def test_a_growth_without_a_subject_is_told_by_its_words() -> None:
    pace = words_of(LEXICON).pace
    for text, holds in ((pace.example, True), (pace.counter, False)):
        figure = re.search(r"\d+%", text)
        assert figure
        assert bool(re.match(pace.behind, text[figure.end() :])) == holds
        assert text.startswith(pace.reasons) == holds


def test_a_percentage_of_a_rate_of_growth_is_a_growth() -> None:
    assert DISTRICT.says_growth("经济增速预期目标")
    assert not DISTRICT.says_growth("森林覆盖率")


def test_a_name_that_says_nothing_by_itself_is_general() -> None:
    assert DISTRICT.read("项目").general
    assert not DISTRICT.read("新开工项目").general


@pytest.mark.parametrize("rewrite", WORDS.rewrites, ids=lambda rewrite: rewrite.to or rewrite.example)
def test_each_rewriting_changes_its_example_and_leaves_its_counter_example(rewrite: object) -> None:
    pattern = re.compile(rewrite.pattern)  # type: ignore[attr-defined]
    assert pattern.search(rewrite.example)  # type: ignore[attr-defined]
    assert not pattern.search(rewrite.counter)  # type: ignore[attr-defined]


def test_no_word_stands_in_two_groups_of_synonyms() -> None:
    owner: dict[str, str] = {}
    for group in WORDS.synonyms:
        for word in (group.name, *group.words):
            assert owner.setdefault(word, group.name) == group.name, word


def test_no_word_stands_for_two_acts() -> None:
    words = [word for listed in WORDS.acts for word in listed]
    assert len(words) == len(set(words))


def test_every_group_has_words_and_is_known() -> None:
    known = known_names(LEXICON)
    for group in WORDS.synonyms:
        assert group.words, group.name
        assert DISTRICT.read(group.words[0]).canonical in known, group.words[0]


def test_guards_have_a_kind_each_and_no_word_twice() -> None:
    kinds = [guard.kind for guard in WORDS.guards]
    assert len(kinds) == len(set(kinds))
    for guard in WORDS.guards:
        words = [word for listed in guard.values for word in listed]
        assert len(words) == len(set(words)), guard.kind
