"""What the next plan makes of a commitment."""

import pytest
from msgspec.structs import replace

from compare.commitments import add_drift, find_commitments
from compare.indicators import match_indicators
from compare.language.lexicon import default_lexicon
from compare.model import Drift, Evidence
from tests.commitments.plans import IDENTITY, report

LEXICON = default_lexicon()
NEXT_YEAR = replace(IDENTITY, review_period="2031", plan_year="2032")


def drift(old: str, new: str) -> Drift | None:
    reports = (report(old), report(new, identity=NEXT_YEAR))
    indicators = match_indicators(reports, LEXICON)
    plan, later = (find_commitments(one, number, LEXICON) for number, one in enumerate(reports))
    return add_drift(plan, later, reports, indicators, LEXICON)[0].drift


@pytest.mark.parametrize(
    ("old", "new", "kind", "note"),
    [
        ("总部企业突破100家。", "总部企业突破120家。", "raised", "突破100家 → 突破120家"),
        ("地区生产总值增长6.5%左右。", "地区生产总值增长6%左右。", "lowered", "6.5%左右 → 6%左右"),
        ("城镇调查失业率5.5%以内。", "城镇调查失业率5.5%左右。", "loosened", "5.5%以内 → 5.5%左右"),
        ("城镇调查失业率5.5%左右。", "城镇调查失业率5.5%以内。", "tightened", "5.5%左右 → 5.5%以内"),
        ("城镇新增就业3万人。", "城镇新增就业3万人。", "same", ""),
        ("城镇登记失业率控制在3%以内。", "城镇调查失业率控制在5.5%以内。", "reworded", "控制在3%以内 → 控制在5.5%以内"),
        ("宽带资费下降30%。", "宽带资费下降20%。", "lowered", "30% → 20%"),
        ("建成望海大桥。", "推进望海大桥建设。", "weakened", "建成望海大桥 → 推进望海大桥建设"),
        ("推进望海大桥建设。", "建成望海大桥。", "strengthened", "推进望海大桥建设 → 建成望海大桥"),
        ("出台公共数据条例。", "出台公共数据条例。", "same", ""),
        ("出台公共数据条例。", "发布公共数据条例。", "reworded", "出台公共数据条例 → 发布公共数据条例"),
        ("出台公共数据条例。", "建设滨海公园。", "gone", ""),
    ],
)
def test_what_became_of_it(old: str, new: str, kind: str, note: str) -> None:
    found = drift(old, new)
    assert found is not None
    assert (found.kind, found.note) == (kind, note)
    moved = kind in ("raised", "lowered", "loosened", "tightened")
    assert found.now == (note.partition(" → ")[2] if moved else "")


def test_a_plan_that_is_empty_has_let_go_of_everything() -> None:
    assert drift("出台公共数据条例。", "") == Drift("gone")


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("今年，公共机构用能量下降4%。", "到2035年，公共机构用能量下降18%。", "reworded"),
        ("今年，城镇调查失业率控制在5.5%以内。", "到2035年，城镇调查失业率控制在5.5%以内。", "same"),
    ],
)
def test_a_year_is_not_held_to_several(old: str, new: str, kind: str) -> None:
    """Only a number that is the same says something of both."""
    found = drift(old, new)
    assert found is not None
    assert (found.kind, found.now) == (kind, "")


@pytest.mark.parametrize(
    "new",
    [
        "到2035年，总部企业达到300家。今年，总部企业达到120家。",
        "今年，总部企业达到120家。到2035年，总部企业达到300家。",
    ],
)
def test_a_year_is_continued_by_a_year(new: str) -> None:
    found = drift("总部企业达到100家。", new)
    assert found is not None
    assert (found.kind, found.now) == ("raised", "达到120家")


def test_of_several_figures_in_one_clause_the_one_of_its_own_name_counts() -> None:
    clause = "完成铁路投资80亿元、公路水运投资180亿元"
    reports = (report("公路投资160亿元。"), report(clause, identity=NEXT_YEAR))
    plan, later = (find_commitments(one, number, LEXICON) for number, one in enumerate(reports))
    again = Evidence(1, later[0].sentence, 0, len(clause), clause, 1.0)
    promised_again = (replace(plan[0], status="not_reported", again=(again,)),)
    drifted = add_drift(promised_again, later, reports, (), LEXICON)[0].drift
    assert drifted is not None
    assert (drifted.kind, drifted.now) == ("raised", "180亿元")
