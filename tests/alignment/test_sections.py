"""Sections that stay, split, merge, move, go and come."""

import math
import re
from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.alignment import Pin, Pins, align_sections, cut_notice
from compare.alignment.affinity import FLOOR, TITLE, Leaf, Model, Words, leaves
from compare.alignment.sections import CONTINUED, LAST_RESORT, LIKELY, OWN, TIE, relation
from compare.errors import InputError
from compare.language.lexicon import default_lexicon
from compare.language.rules import FindingRule
from compare.model import Notice, Relation, Report
from compare.similarity import TextIndex
from tests.alignment.written import written

LEXICON = default_lexicon()
OLD = written("""
各位代表：
# 一、2031年工作回顾 | review
## 经济实力稳步提升。
地区生产总值增长6%。规模以上工业增加值增长7%。
## 民生保障持续改善。
新建学校3所，新增学位2000个。新增养老床位300张，医院新大楼投入使用。
# 二、2032年工作安排 | plan
## 加快产业升级。
培育先进制造业集群，引进龙头企业10家。实施技术改造项目50个。
## 建设宜居城区。
改造老旧小区12个，新建绿道20公里。整治河涌5条，新建污水管网30公里。
## 扩大对外开放。
稳定外贸订单，建设跨境电商园区。
## 发展海洋经济。
建设远洋渔业基地，扩建渔港码头。
## 建设智慧政务。
推进政务服务一网通办，开设企业专窗。
""")
NEW = written("""
各位代表：
# 一、2032年工作回顾 | review
## 经济运行稳中向好。
地区生产总值增长5%。规模以上工业增加值增长6%。
## 民生福祉不断增进。
新建学校5所，新增学位3000个。新增养老床位200张，医院新大楼启用。
# 二、2033年工作安排 | plan
## 发展海洋经济。
扩建渔港码头，建设远洋渔业基地和冷链物流中心。
## 推动产业升级。
壮大先进制造业集群，引进龙头企业12家。实施技术改造项目60个。
## 推进城市更新。
改造老旧小区15个，新建绿道10公里。
## 治理水环境。
整治河涌8条，新建污水管网40公里。
## 建设智慧政务。
推进政务服务一网通办，开设企业专窗，实现掌上可办。
## 繁荣文化事业。
举办读书节，修缮古祠堂。
""")


def named(old: Report, new: Report, pins: Pins | None = None, parents: bool = False) -> dict[tuple[str, str], Relation]:
    return {
        (
            "" if pair.old is None else old.sections[pair.old].title.rstrip("。"),
            "" if pair.new is None else new.sections[pair.new].title.rstrip("。"),
        ): pair.relation
        for pair in align_sections(old, new, LEXICON, pins)
        if pair.parents == parents
    }


def test_every_relation_is_found() -> None:
    assert named(OLD, NEW) == {
        ("经济实力稳步提升", "经济运行稳中向好"): "same",
        ("民生保障持续改善", "民生福祉不断增进"): "same",
        ("加快产业升级", "推动产业升级"): "same",
        ("建设宜居城区", "推进城市更新"): "split",
        ("建设宜居城区", "治理水环境"): "split",
        ("扩大对外开放", ""): "dropped",
        ("发展海洋经济", "发展海洋经济"): "same",
        ("建设智慧政务", "建设智慧政务"): "same",
        ("", "繁荣文化事业"): "added",
    }


def test_an_added_section_stands_behind_the_one_that_it_follows() -> None:
    old = written("# 安排 | plan\n## 发展海洋经济。\n扩建渔港码头。\n## 建设智慧政务。\n推进一网通办，开设企业专窗。")
    new = written(
        "# 安排 | plan\n## 发展海洋经济。\n扩建渔港码头。\n"
        "## 繁荣文化。\n举办读书节。\n## 建设智慧政务。\n推进一网通办。"
    )
    assert list(named(old, new)) == [
        ("发展海洋经济", "发展海洋经济"),
        ("", "繁荣文化"),
        ("建设智慧政务", "建设智慧政务"),
    ]


def test_only_the_section_that_changed_its_place_is_moved() -> None:
    moved = [OLD.sections[pair.old].title for pair in align_sections(OLD, NEW, LEXICON) if pair.old and pair.moved]
    assert moved == ["发展海洋经济。"]


def test_parents_follow_their_sections() -> None:
    assert named(OLD, NEW, parents=True) == {
        ("一、2031年工作回顾", "一、2032年工作回顾"): "same",
        ("二、2032年工作安排", "二、2033年工作安排"): "same",
    }


def test_a_chapter_without_sections_is_continued_by_one_that_has_them() -> None:
    flat = written("""
    # 一、加快产业升级 | plan
    培育先进制造业集群，引进龙头企业10家。实施技术改造项目50个。
    # 二、建设宜居城区
    改造老旧小区12个，新建绿道20公里。整治河涌5条，新建污水管网30公里。
    """)
    assert named(flat, NEW, parents=True) == {
        ("", "一、2032年工作回顾"): "added",
        ("一、加快产业升级", "二、2033年工作安排"): "merged",
        ("二、建设宜居城区", "二、2033年工作安排"): "merged",
    }


UNCUT = written("""
# 一、2032年工作安排 | plan
## （一）建设宜居城区。
改造老旧小区12个，新建绿道20公里。打通断头路3条，新建污水管网30公里。
## （二）守牢安全底线。
改造消防设施40个小区，排查燃气隐患。
# 二、2032年民生实事
## 1．住房安居。
改造老旧小区12个。
## 2．平安社区。
安装充电端口6000个。
""")
CUT = written("""
# 一、2033年工作安排 | plan
## （一）建设宜居城区。
### 推进城市更新。
改造老旧小区15个，新建绿道10公里。
### 完善基础设施。
打通断头路5条，新建污水管网40公里。
## （二）守牢安全底线。
改造消防设施50个小区，排查燃气隐患。
# 二、2033年民生实事
## 1．住房保障。
改造老旧小区15个。
## 2．便民出行。
新建充电桩800个。
""")


def test_a_section_that_is_cut_into_topics_is_continued_by_them_and_not_by_the_list_of_works() -> None:
    found = named(UNCUT, CUT)
    assert found["（一）建设宜居城区", "推进城市更新"] == found["（一）建设宜居城区", "完善基础设施"] == "split"
    assert found["1．住房安居", "1．住房保障"] == "same"


LAST_YEAR = """
# 二、2032年{} | plan
## 教育扩容。
建成小学2所，新增学位900个。
## 健康守护。
为1万名学生接种疫苗，新增社区医院2家。
## 出行畅通。
新建人行天桥3座，新建充电桩500个。
## 平安社区。
新建充电端口6000个，改造居民楼道20处。
"""
THIS_YEAR = """
# 二、2033年{} | plan
## 学位供给。
建成中学1所，新增学位1200个。
## 健康关爱。
为2万名老年人体检，新增社区医院1家。
## 便民出行。
新建人行天桥5座，新建充电桩800个。
"""


@pytest.mark.parametrize(("chapter", "found"), [("重点工作", {("平安社区", "便民出行")}), ("民生实事", set())])
def test_an_item_of_the_year_s_list_of_works_is_dropped_where_a_topic_would_go_on(
    chapter: str, found: set[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("compare.alignment.sections.LIKELY", 0.6)  # so that this pair is no likely one
    pairs = named(written(LAST_YEAR.format(chapter)), written(THIS_YEAR.format(chapter)))
    assert {pair for pair in pairs if pair[0] == "平安社区" and pair[1]} == found


@pytest.mark.parametrize("aside", LEXICON.read("alignment", Words).aside, ids=lambda aside: aside.name)
def test_each_aside_finds_its_example_and_nothing_in_its_counter(aside: FindingRule) -> None:
    assert re.findall(aside.pattern, aside.example) == [aside.finds]
    assert not re.search(aside.pattern, aside.counter)


def test_the_sentence_that_names_all_other_fields_ties_no_sections() -> None:
    others = "民族宗教、外事侨务、妇女儿童、老龄、残疾人、红十字、档案等工作取得新成绩。"
    safety, staff = "消防设施改造完成。燃气隐患排查见底。", "一般性支出压减5%。行政复议按期办结。"
    old = written(f"# 回顾 | review\n## 守牢安全底线\n{safety}{others}\n## 转变作风\n{staff}")
    new = written(f"# 回顾 | review\n## 守牢安全底线\n{safety}\n## 转变作风\n{staff}{others}")
    assert not [leaf.body for report in (old, new) for leaf in leaves(report, LEXICON) if "档案" in leaf.body]
    assert set(named(old, new).values()) == {"same"}


def test_swapping_the_reports_swaps_split_and_merged_dropped_and_added() -> None:
    turned: dict[Relation, Relation] = {
        "same": "same",
        "split": "merged",
        "merged": "split",
        "dropped": "added",
        "added": "dropped",
    }
    forth, back = named(OLD, NEW), named(NEW, OLD)
    assert back == {(new, old): turned[kind] for (old, new), kind in forth.items()}


def test_review_never_continues_in_plan() -> None:
    for pair in align_sections(OLD, NEW, LEXICON):
        if pair.old is not None and pair.new is not None:
            assert OLD.sections[pair.old].role == NEW.sections[pair.new].role


def test_a_report_against_itself_is_the_same_throughout() -> None:
    pairs = align_sections(OLD, OLD, LEXICON)
    assert all(pair.old == pair.new and pair.relation == "same" and not pair.moved for pair in pairs)
    assert len(pairs) == len(OLD.sections)


def test_a_section_that_stands_twice_pairs_each_with_its_own() -> None:
    twice = written("# 工作安排 | plan\n## 其他工作。\n办好实事。\n## 其他工作。\n办好实事。")
    assert [(pair.old, pair.new) for pair in align_sections(twice, twice, LEXICON)] == [(1, 1), (2, 2), (0, 0)]


def test_a_report_without_sections_has_no_pairs() -> None:
    bare = written("各位代表：\n新建学校3所。")
    assert align_sections(bare, bare, LEXICON) == ()
    assert {pair.relation for pair in align_sections(bare, NEW, LEXICON)} == {"added"}
    assert {pair.relation for pair in align_sections(NEW, bare, LEXICON)} == {"dropped"}


def test_more_sections_than_are_paired_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert cut_notice(NEW) == ()
    monkeypatch.setattr("compare.alignment.affinity.MOST", 6)
    assert cut_notice(NEW) == (Notice("sections-cut", ("6", "2"), NEW.document.file),)
    assert "繁荣文化事业" not in {new for _, new in named(OLD, NEW)}
    assert len(leaves(NEW, LEXICON)) == 6


@pytest.mark.parametrize(
    ("continuations", "origins", "kind"), [(1, 1, "same"), (2, 1, "split"), (1, 3, "merged"), (2, 2, "split")]
)
def test_the_number_of_links_names_the_relation(continuations: int, origins: int, kind: Relation) -> None:
    assert relation(continuations, origins) == kind


# --- the readable twin -------------------------------------------------------------------------------------------

TITLES = ("教育", "医疗", "产业", "教育和产业", "绿道", "渔港")
BODIES = (
    "新建学校3所。",
    "医院大楼启用。",
    "引进企业。",
    "新建绿道。",
    "扩建渔港码头。",
    "新建学校和医院。",
    "企业码头启用。",
)
ROLES = st.sampled_from(("review", "plan"))


@st.composite
def reports(draw: st.DrawFn) -> Report:
    lines = []
    for chapter in range(draw(st.integers(0, 2))):
        lines.append(f"# 第{chapter}章{draw(st.sampled_from(('', '实事')))} | {draw(ROLES)}")
        for _ in range(draw(st.integers(0, 3))):
            lines.append(draw(st.sampled_from(("## ", "### "))) + draw(st.sampled_from(TITLES)))
            lines += draw(st.lists(st.sampled_from(BODIES), max_size=2))
    return written("\n".join(lines))


@settings(deadline=None, max_examples=40, derandomize=True)
@given(reports(), reports())
def test_sections_pair_as_in_the_readable_twin(old: Report, new: Report) -> None:
    pairs = {
        (pair.old, pair.new, pair.relation, pair.score)
        for pair in align_sections(old, new, LEXICON)
        if not pair.parents
    }
    assert {pair[:3] for pair in pairs} == {pair[:3] for pair in slow_sections(old, new)}
    scores = {pair[:2]: pair[3] for pair in slow_sections(old, new)}
    assert all(score == pytest.approx(scores[pair], abs=0.002) for *pair, _, score in pairs for pair in [tuple(pair)])


def slow_sections(old: Report, new: Report) -> set[tuple[int | None, int | None, str, float]]:
    """The same rules, cell by cell."""
    rows, columns = leaves(old, LEXICON), leaves(new, LEXICON)
    chance, both = slow_chances(rows, columns, [s.text for report in (old, new) for s in report.sentences])
    free = slow_anchored(rows, columns, chance)
    links = slow_likely(rows, columns, free, both)
    hopes = slow_hopes(rows, columns, free, both)
    links |= slow_left_alone(hopes, links)
    links |= slow_last_resorts(hopes, free, links)
    out, counts = Counter(r for r, _ in links), Counter(c for _, c in links)
    found: set[tuple[int | None, int | None, str, float]] = set()
    for r, c in links:
        kind = "split" if out[r] > 1 else "merged" if counts[c] > 1 else "same"
        found.add((rows[r].section.number, columns[c].section.number, kind, chance[r][c]))
    for r, a in enumerate(rows):
        if not out[r]:
            found.add((a.section.number, None, "dropped", 1 - max(chance[r], default=0)))
    for c, b in enumerate(columns):
        if not counts[c]:
            found.add((None, b.section.number, "added", 1 - max((line[c] for line in chance), default=0)))
    return found


def slow_anchored(rows: tuple[Leaf, ...], columns: tuple[Leaf, ...], chance: list[list[float]]) -> list[list[float]]:
    free, taken = [[*line] for line in chance], set()
    for r, a in enumerate(rows):
        for c, b in enumerate(columns):
            same = (a.section.role, a.section.title, a.body) == (b.section.role, b.section.title, b.body)
            if same and c not in taken:
                taken.add(c)
                for line in free:
                    line[c] = 0.0
                free[r] = [float(x == c) for x in range(len(columns))]
                break
    return free


def slow_likely(
    rows: tuple[Leaf, ...], columns: tuple[Leaf, ...], free: list[list[float]], both: list[list[float]]
) -> set[tuple[int, int]]:
    likely = {(r, c) for r in range(len(rows)) for c in range(len(columns)) if free[r][c] >= LIKELY}
    own = {(r, c) for r, c in likely if slow_home(rows[r], columns[c], rows, columns, both) >= OWN}
    return own | {(r, c) for r, c in likely - own if all(r != x and c != y for x, y in own)}


def slow_hopes(
    rows: tuple[Leaf, ...], columns: tuple[Leaf, ...], free: list[list[float]], both: list[list[float]]
) -> dict[tuple[int, int], float]:
    """Pairs that may be taken where a section is left alone, with their chances."""
    return {
        (r, c): free[r][c]
        for r, a in enumerate(rows)
        for c, b in enumerate(columns)
        if free[r][c] >= LAST_RESORT
        and slow_series(run_of, a, b, rows, columns, both) >= CONTINUED - TIE
        and not (a.item and b.item)
    }


def slow_left_alone(hopes: dict[tuple[int, int], float], links: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Two sections left alone, each the other's likeliest among those left alone."""
    taken_rows, taken_columns = {x for x, _ in links}, {y for _, y in links}
    left = {(r, c): chance for (r, c), chance in hopes.items() if r not in taken_rows and c not in taken_columns}
    return {
        (r, c)
        for (r, c), chance in left.items()
        if all(chance >= other - TIE for (x, y), other in left.items() if x == r or y == c)
    }


def slow_last_resorts(
    hopes: dict[tuple[int, int], float], free: list[list[float]], links: set[tuple[int, int]]
) -> set[tuple[int, int]]:
    found = set()
    for (r, c), chance in hopes.items():
        lone_row, lone_column = all(x != r for x, _ in links), all(y != c for _, y in links)
        if lone_row and chance >= max(free[r]) - TIE:
            found.add((r, c))
        if lone_column and chance >= max(line[c] for line in free) - TIE:
            found.add((r, c))
    return found


def slow_chances(
    rows: tuple[Leaf, ...], columns: tuple[Leaf, ...], background: list[str]
) -> tuple[list[list[float]], list[list[float]]]:
    model = Model()
    old_titles, new_titles = [a.topic for a in rows], [b.topic for b in columns]
    old_bodies, new_bodies = [a.body for a in rows], [b.body for b in columns]
    titles = TextIndex(new_titles, [*old_titles, *background]).scores(old_titles).tolist()
    bodies = TextIndex(new_bodies, [*old_bodies, *background]).scores(old_bodies).tolist()

    def half(leaf: Leaf) -> tuple[str, bool]:
        return leaf.section.role, leaf.section.part == "problems"

    any_shared = any(half(a) == half(b) for a in rows for b in columns)

    def allowed(a: Leaf, b: Leaf) -> bool:
        return half(a) == half(b) or not any_shared

    both = [
        [bodies[r][c] + TITLE * titles[r][c] if allowed(a, b) else 0.0 for c, b in enumerate(columns)]
        for r, a in enumerate(rows)
    ]
    chance = []
    for r, a in enumerate(rows):
        line = []
        for c, b in enumerate(columns):
            own = math.log(both[r][c] + FLOOR)
            others_of_row = [math.log(both[r][x] + FLOOR) for x in range(len(columns)) if x != c]
            others_of_column = [math.log(both[x][c] + FLOOR) for x in range(len(rows)) if x != r]
            lead = (
                2 * own - max(others_of_row, default=math.log(FLOOR)) - max(others_of_column, default=math.log(FLOOR))
            )
            logit = (
                model.bias
                + model.body * min(bodies[r][c], model.enough)
                + model.lead * lead
                + model.depth * (a.depth == b.depth)
            )
            logit += model.distance * abs(a.place - b.place)
            logit += model.run * slow_series(run_of, a, b, rows, columns, both)
            if a.fields & b.fields:
                logit += model.fields_shared * len(a.fields & b.fields) / len(a.fields | b.fields)
            elif a.fields and b.fields:
                logit += model.fields_apart
            line.append(1 / (1 + math.exp(-logit)) if allowed(a, b) else 0.0)
        chance.append(line)
    return chance, both


Series = tuple[int, str] | tuple[int, int, str]


def run_of(leaf: Leaf) -> Series:
    return leaf.chapter, leaf.run


def list_of(leaf: Leaf) -> Series:
    return leaf.chapter, leaf.depth, leaf.section.kind


def slow_home(a: Leaf, b: Leaf, rows: tuple[Leaf, ...], columns: tuple[Leaf, ...], both: list[list[float]]) -> float:
    return sum(slow_series(key, a, b, rows, columns, both) for key in (run_of, list_of)) / 2


def slow_series(
    key: Callable[[Leaf], Series],
    a: Leaf,
    b: Leaf,
    rows: tuple[Leaf, ...],
    columns: tuple[Leaf, ...],
    both: list[list[float]],
) -> float:
    def forth(mine: Series, theirs: Series) -> float:
        best = [
            max(both[r][c] for c, y in enumerate(columns) if key(y) == theirs)
            for r, x in enumerate(rows)
            if key(x) == mine
        ]
        return sum(best) / len(best)

    def back(mine: Series, theirs: Series) -> float:
        best = [
            max(both[r][c] for r, x in enumerate(rows) if key(x) == mine)
            for c, y in enumerate(columns)
            if key(y) == theirs
        ]
        return sum(best) / len(best)

    return min(
        forth(key(a), key(b)) / max(1e-9, *(forth(key(a), key(y)) for y in columns)),
        back(key(a), key(b)) / max(1e-9, *(back(key(x), key(b)) for x in rows)),
    )


# --- pins --------------------------------------------------------------------------------------------------------


def test_a_pinned_section_has_the_pairs_of_the_file_and_no_others() -> None:
    pins = Pins("pairs.toml", (Pin("扩大对外开放", "繁荣文化事业"), Pin("建设宜居城区", "推进城市更新")))
    found = named(OLD, NEW, pins)
    assert found["扩大对外开放", "繁荣文化事业"] == "same"
    assert found["建设宜居城区", "推进城市更新"] == "same"
    assert ("建设宜居城区", "治理水环境") not in found
    assert found["", "治理水环境"] == "added"


def test_a_section_pinned_as_dropped_is_dropped() -> None:
    found = named(OLD, NEW, Pins("pairs.toml", (Pin("发展海洋经济", None),)))
    assert found["发展海洋经济", ""] == "dropped"
    assert found["", "发展海洋经济"] == "added"


def test_a_forbidden_pair_is_never_found() -> None:
    pins = Pins("pairs.toml", forbidden=(Pin("建设智慧政务", "建设智慧政务"),))
    assert ("建设智慧政务", "建设智慧政务") not in named(OLD, NEW, pins)


def test_all_pairs_given_back_as_pins_are_the_same_pairs() -> None:
    pairs = tuple(Pin(old or None, new or None) for old, new in named(OLD, NEW))
    assert named(OLD, NEW, Pins("pairs.toml", pairs)) == named(OLD, NEW)


@pytest.mark.parametrize(
    ("pin", "message"),
    [
        (
            Pin("建设宜居城", "推进城市更新"),
            "pair 1: old: no lowest-level section “建设宜居城”; the nearest is “建设宜居城区。”",
        ),
        (Pin("一、2031年工作回顾", None), "no lowest-level section"),
        (Pin(None, None, new_section=99), "pair 1: new: no lowest-level section 99"),
    ],
)
def test_a_pin_on_no_section_names_entry_and_file(pin: Pin, message: str) -> None:
    with pytest.raises(InputError, match=r"pairs\.toml") as caught:
        align_sections(OLD, NEW, LEXICON, Pins("pairs.toml", (pin,)))
    assert message in str(caught.value)


def test_a_title_that_stands_twice_needs_its_number() -> None:
    twice = written("# 安排 | plan\n## 其他工作。\n修桥。\n## 其他工作。\n铺路。")
    with pytest.raises(InputError, match="stands more than once; add old_section, one of 2, 3"):
        align_sections(twice, NEW, LEXICON, Pins("pairs.toml", (Pin("其他工作", None),)))
    pins = Pins("pairs.toml", (Pin("其他工作", "发展海洋经济", old_section=3),))
    assert (2, 4) in [(pair.old, pair.new) for pair in align_sections(twice, NEW, LEXICON, pins)]


def test_a_pair_cannot_be_both_pinned_and_forbidden() -> None:
    pin = Pin("加快产业升级", "推动产业升级")
    with pytest.raises(InputError, match="both paired and forbidden"):
        align_sections(OLD, NEW, LEXICON, Pins("pairs.toml", (pin,), (pin,)))
