"""Which report it is, read from what reports say of themselves."""

from pathlib import Path

import pytest

from compare.model import Identity
from tests.outline.written import outlined

END = (
    "各位代表：\n\n现在，我代表{speaker}，向大会报告工作，请予审议。\n\n"
    "一、{first}\n\n工作取得成效。\n\n二、{second}\n\n抓好落实。\n"
)


def identity(tmp_path: Path, cover: str, told: Identity | None = None, **words: str) -> Identity:
    given = {"speaker": "区人民政府", "first": "工作回顾", "second": "工作安排", **words}
    return outlined(tmp_path, cover + END.format(**given), told).identity


@pytest.mark.parametrize(
    ("cover", "speaker", "place", "level"),
    [
        ("——2022年1月20日在望海区第八届人民代表大会第二次会议上\n\n", "临江市望海区人民政府", "临江市望海区", "county"),
        ("2025年临江省政府工作报告\n\n", "省人民政府", "临江省", "province"),
        (
            "2025年1月14日在临江省第十四届人民代表大会第三次会议上省长李某作政府工作报告\n\n",
            "省人民政府",
            "临江省",
            "province",
        ),
        ("——2024年1月9日在临江市第十届人民代表大会第四次会议上\n\n", "市人民政府", "临江市", "city"),
        ("2023年1月3日在青山自治县第三届人民代表大会第一次会议上\n\n", "县人民政府", "青山自治县", "county"),
        ("政府工作报告\n\n", "国务院", "中国", "national"),
        ("2025年1月16日在天津市第三十届人民代表大会第三次会议上\n\n", "天津市人民政府", "天津市", "province"),
        ("政府工作报告\n\n", "区人民政府", "", ""),
    ],
)
def test_the_place_and_its_rank(tmp_path: Path, cover: str, speaker: str, place: str, level: str) -> None:
    found = identity(tmp_path, cover, speaker=speaker)
    assert (found.place, found.place_level) == (place, level)


def test_congress_session_and_date_come_from_the_line_of_delivery(tmp_path: Path) -> None:
    found = identity(tmp_path, "2022年2月1日印\n\n——2022 年 1 月 20 日在望海区第八届\n\n人民代表大会第二次会议上\n\n")
    assert (found.congress, found.session, found.date) == ("第八届", "第二次会议", "2022-01-20")


@pytest.mark.parametrize(
    ("cover", "first", "second", "review", "plan"),
    [
        ("——2022年1月20日在望海区第八届人民代表大会第二次会议上\n\n", "工作回顾", "工作安排", "2021", "2022"),
        ("——2021年12月20日在望海区第八届人民代表大会第一次会议上\n\n", "工作回顾", "工作安排", "2021", "2022"),
        ("政府工作报告\n\n", "2018年工作回顾", "2019年工作安排", "2018", "2019"),
        ("政府工作报告\n\n", "去年工作回顾", "2019年工作安排", "2018", "2019"),
        ("2024年政府工作报告\n\n", "过去五年工作回顾", "工作安排", "2019-2023", "2024"),
    ],
)
def test_the_years_it_speaks_of(tmp_path: Path, cover: str, first: str, second: str, review: str, plan: str) -> None:
    found = identity(tmp_path, cover, first=first, second=second)
    assert (found.review_period, found.plan_year) == (review, plan)
    assert found.kind == ("term" if "-" in review else "annual")


def test_a_guessed_year_is_told(tmp_path: Path) -> None:
    review = "一、去年工作回顾\n\n2017年增长6%。2017年就业稳定。到2020年建成小康。\n\n"
    text = "各位代表：\n\n" + review + "二、今年工作安排\n\n抓落实。\n"
    report = outlined(tmp_path, text)
    assert report.identity.plan_year == "2018"
    assert any(notice.code == "year-guessed" for notice in report.notices)


@pytest.mark.parametrize(
    ("words", "session"),
    [
        ("圆满完成了区五届人大六次会议确定的各项任务", "区五届人大六次会议"),
        ("完成了市十六届人大二次会议审议通过的任务", "市十六届人大二次会议"),
        ("认真学习区第八次党代会精神", ""),
    ],
)
def test_which_session_it_answers(tmp_path: Path, words: str, session: str) -> None:
    assert outlined(tmp_path, f"各位代表：\n\n一、工作回顾\n\n一年来，{words}。\n").identity.answers == session


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("2021年国民经济和社会发展计划执行情况报告", "plan"),
        ("2021年财政预算执行情况报告", "budget"),
        ("2021年国民经济和社会发展统计公报", "statistics"),
        ("2022年政府工作报告（征求意见稿）", "annual"),
    ],
)
def test_the_kind_of_report(tmp_path: Path, title: str, kind: str) -> None:
    found = outlined(tmp_path, f"{title}\n\n一、回顾\n\n增长6%。\n").identity
    assert found.kind == kind
    assert found.stage == ("征求意见稿" if "征求" in title else "")


def test_what_the_user_tells_stands_above_the_text(tmp_path: Path) -> None:
    told = Identity(place="望海区", plan_year="2030")
    found = identity(tmp_path, "——2022年1月20日在临江市第八届人民代表大会第二次会议上\n\n", told)
    assert (found.place, found.plan_year, found.congress) == ("望海区", "2030", "第八届")
