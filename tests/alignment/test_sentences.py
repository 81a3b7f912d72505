"""Sentences that stayed, moved, were divided and joined."""

import re
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from compare.alignment import align_sections, align_sentences
from compare.alignment.sentences import ALIKE_ABROAD, ALIKE_AT_HOME, SURE, _titles_alike
from compare.language.lexicon import default_lexicon
from compare.model import Report, SectionPair, Sentence, SentencePair
from compare.similarity import TextIndex
from tests.alignment.written import written

LEXICON = default_lexicon()


def pairs_of(old: Report, new: Report) -> tuple[SentencePair, ...]:
    return align_sentences(old, new, align_sections(old, new, LEXICON), LEXICON)


def texts(old: Report, new: Report) -> dict[str, tuple[str, bool]]:
    return {
        "".join(old.sentences[n].text for n in pair.old): (
            "".join(new.sentences[n].text for n in pair.new),
            pair.moved,
        )
        for pair in pairs_of(old, new)
    }


OLD = written("""
# 工作安排 | plan
## 建设宜居城区。
改造老旧小区12个，惠及居民3000户。新建绿道20公里。加强物业管理，推广红色物业，健全业主委员会。
## 发展教育事业。
新建学校3所，新增学位2000个。落实双减政策，丰富课后服务。引进名师团队，扩大集团化办学。开展校园食堂专项检查，公开食材采购渠道。
""")
NEW = written("""
# 工作安排 | plan
## 打造宜居城区。
改造老旧小区15个，惠及居民4000户。加强物业管理，推广红色物业。健全小区业主委员会。
开展校园食堂专项检查，公开食材采购渠道。
## 办好教育事业。
新建学校5所，新增学位3000个。落实双减政策，优化课后服务。引进名师名校长，深化集团化办学。评选最美教师。
""")


def test_each_sentence_finds_its_own() -> None:
    found = texts(OLD, NEW)
    assert found["改造老旧小区12个，惠及居民3000户。"] == ("改造老旧小区15个，惠及居民4000户。", False)
    assert found["新建学校3所，新增学位2000个。"] == ("新建学校5所，新增学位3000个。", False)
    assert "新建绿道20公里。" not in found


def test_headings_go_with_their_sections() -> None:
    found = texts(OLD, NEW)
    assert found["发展教育事业。"][0] == "办好教育事业。"
    assert found["工作安排"][0] == "工作安排"


def test_a_sentence_that_went_to_another_section_is_moved() -> None:
    words = "开展校园食堂专项检查，公开食材采购渠道。"
    assert texts(OLD, NEW)[words] == (words, True)


def test_a_divided_sentence_has_both_halves_and_so_has_a_joined_one() -> None:
    whole = "加强物业管理，推广红色物业，健全业主委员会。"
    halves = "加强物业管理，推广红色物业。健全小区业主委员会。"
    assert texts(OLD, NEW)[whole] == (halves, False)
    assert texts(NEW, OLD)[halves] == (whole, False)


def test_sentences_that_differ_in_figures_alone_pair_in_order() -> None:
    old = written("# 安排 | plan\n新建公园3个。治理河涌2条。新建公园7个。")
    new = written("# 安排 | plan\n新建公园5个。新建公园9个。治理河涌4条。")
    found = {a: b for a, (b, _) in texts(old, new).items()}
    assert found["新建公园3个。"] == "新建公园5个。"
    assert found["新建公园7个。"] == "新建公园9个。"
    assert found["治理河涌2条。"] == "治理河涌4条。"


def test_a_neighbour_that_adds_nothing_is_no_half() -> None:
    old = written("# 安排 | plan\n新建公园3个，改造道路5条。")
    new = written("# 安排 | plan\n新建公园3个，改造道路5条。改造道路。")
    assert [pair.new for pair in pairs_of(old, new)] == [(0,), (1,)]


def test_a_report_against_itself_pairs_every_sentence_with_itself() -> None:
    for report in (OLD, NEW):
        pairs = pairs_of(report, report)
        assert [(pair.old, pair.new) for pair in pairs] == [((n,), (n,)) for n in range(len(report.sentences))]
        assert all(pair.score == 1 and not pair.moved for pair in pairs)


def test_a_change_of_order_within_a_section_is_a_move() -> None:
    old = written("# 安排 | plan\n新建公园。治理河涌。培训教师。")
    new = written("# 安排 | plan\n培训教师。新建公园。治理河涌。")
    assert texts(old, new) == {
        "安排": ("安排", False),
        "新建公园。": ("新建公园。", False),
        "治理河涌。": ("治理河涌。", False),
        "培训教师。": ("培训教师。", True),
    }


def test_no_sentence_stands_in_two_pairs() -> None:
    for one, other in ((OLD, NEW), (NEW, OLD)):
        pairs = pairs_of(one, other)
        for side in (lambda p: p.old, lambda p: p.new):
            numbers = [n for pair in pairs for n in side(pair)]
            assert len(numbers) == len(set(numbers))


SENTENCES = (
    "新建学校3所。",
    "新建公园。",
    "医院大楼启用。",
    "新建学校和公园。",
    "扩建医院。",
    "各位代表！",
    "新建学校5所。",
)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    lines = ["# 安排 | plan"]
    for title in draw(st.lists(st.sampled_from(("教育。", "医疗。", "公园。")), max_size=3, unique=True)):
        lines.append(f"## {title}")
        lines += draw(st.lists(st.sampled_from(SENTENCES), max_size=3))
    return written("\n".join(lines))


@settings(deadline=None, max_examples=60, derandomize=True)
@given(reports(), reports())
def test_sentences_pair_as_in_the_readable_twin(old: Report, new: Report) -> None:
    sections = align_sections(old, new, LEXICON)
    # Pieces of divided sentences come after, and only add to these.
    found = align_sentences(old, new, sections, LEXICON)
    twin = slow_sentences(old, new, sections)
    assert all(any(o in pair.old and n in pair.new for pair in found) for o, n in twin)
    assert len(found) == len(twin)


def slow_headings(old: Report, new: Report, sections: tuple[SectionPair, ...]) -> list[tuple[float, float, int, int]]:
    """Rank (likest, then nearest) and place of the headings that belong together."""
    out = []
    for p in sections:
        if p.old is not None and p.new is not None:
            one, other = old.sections[p.old], new.sections[p.new]
            if (p.relation == "same" and not p.parents and p.score >= SURE) or _titles_alike(one.title, other.title):
                score = 1.0 if one.title == other.title else p.score
                apart = abs(one.heading / len(old.sentences) - other.heading / len(new.sentences))
                out.append((-score, apart, one.heading, other.heading))
    return out


def slow_sentences(old: Report, new: Report, sections: tuple[SectionPair, ...]) -> set[tuple[int, int]]:
    """Stage by stage, the likest free pair first; the same words in order."""
    mine, theirs = old.sentences, new.sentences
    linked = {(p.old, p.new) for p in sections if p.old is not None and p.new is not None}
    looked_at = {p.old for p in sections}, {p.new for p in sections}
    pairs: set[tuple[int, int]] = set()

    def free(o: int, n: int) -> bool:
        return all(o != a and n != b for a, b in pairs)

    def home(o: int, n: int) -> bool:
        nowhere = mine[o].section not in looked_at[0] and theirs[n].section not in looked_at[1]
        return nowhere or (mine[o].section, theirs[n].section) in linked

    def bare(sentence: Sentence) -> tuple[str, str]:
        return re.sub(r"\d+", "0", sentence.text), sentence.role

    def distance(o: int, n: int) -> float:
        return abs(o / len(mine) - n / len(theirs))

    headings = slow_headings(old, new, sections)
    for _, _, o, n in sorted(headings):
        if free(o, n):
            pairs.add((o, n))
    stages = product((True, False), (home, lambda o, n: True), range(len(mine)), range(len(theirs)))
    for figures, wanted, o, n in stages:
        same = mine[o].text == theirs[n].text if figures else bare(mine[o]) == bare(theirs[n])
        if same and mine[o].heading == theirs[n].heading and wanted(o, n) and free(o, n):
            pairs.add((o, n))
    left = [o for o in range(len(mine)) if all(o != a for a, _ in pairs)]
    right = [n for n in range(len(theirs)) if all(n != b for _, b in pairs)]
    background = [mine[o].text for o in left] + [s.text for s in (*mine, *theirs)]
    scores = TextIndex([theirs[n].text for n in right], background).scores([mine[o].text for o in left])
    alike = [
        (-float(scores[r, c]), distance(o, n), o, n)
        for r, o in enumerate(left)
        for c, n in enumerate(right)
        if mine[o].heading == theirs[n].heading and scores[r, c] >= ALIKE_AT_HOME
    ]
    for lowest, anywhere in ((ALIKE_AT_HOME, False), (ALIKE_ABROAD, True)):
        for score, _, o, n in sorted(alike):
            placed = home(o, n) or (anywhere and mine[o].role == theirs[n].role)
            if placed and -score >= lowest and free(o, n):
                pairs.add((o, n))
    return pairs
