"""A small Comparison made by hand, so that the writers are tested without the parts before them.

Two reports of an invented district, 临江市望海区. :func:`comparison` holds one of everything that a writer may meet.
"""

from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from compare.model import (
    Basis,
    Block,
    Change,
    Check,
    Commitment,
    Comparison,
    Document,
    Drift,
    Evidence,
    Fact,
    Figure,
    Identity,
    IndicatorRow,
    LeftOut,
    Mark,
    Notice,
    Pair,
    Report,
    Section,
    SectionPair,
    Sentence,
    SentencePair,
    SourceParagraph,
)

OLD = (
    "二、2022年工作安排",
    "地区生产总值增长6%左右，新增就业2.1万人。",
    "建成望海湾实验学校，新增学位3000个。",
    "建成海岸公园二期。",
    "进一步加强机关作风建设。",
)
NEW = (
    "一、2022年工作回顾",
    "地区生产总值850亿元、增长5.2%，新增就业2.3万人。",
    "望海湾实验学校建成开学，新增学位3000个。",
    '=HYPERLINK("http://x")应当是文字。',
    "二、2023年工作安排",
    "继续推进海岸公园三期规划。",
)


def fact(report_text: str, sentence: int, written: str, indicator: str, value: str, unit: str, **more: object) -> Fact:
    """A fact at the place of ``written`` in its sentence."""
    start = report_text.index(written)
    base = Fact(
        number=0,
        indicator=indicator,
        value=Decimal(value),
        unit=unit,
        bound="exact",
        measure="level",
        role="result",
        period="2022",
        sentence=sentence,
        start=start,
        end=start + len(written),
        written=written,
    )
    return replace(base, **more)  # type: ignore[arg-type]


def report(name: str, year: int, texts: tuple[str, ...], headings: dict[int, str], facts: tuple[Fact, ...]) -> Report:
    """A report with one block for each sentence; ``headings`` gives the role of each sentence that is one."""
    starts = sorted(headings)
    sections = tuple(
        Section(
            number=number,
            title=texts[at],
            label=texts[at][:2],
            level=1,
            kind="numbered",
            role=headings[at],  # type: ignore[arg-type]
            period=str(year if headings[at] == "plan" else year - 1),
            part=headings[at],  # type: ignore[arg-type]
            parent=None,
            heading=at,
            first=at + 1,
            last=starts[number + 1] if number + 1 < len(starts) else len(texts),
        )
        for number, at in enumerate(starts)
    )
    document = Document(
        file=f"some/where/{name}",
        format="txt",
        sha256=f"{year:064x}",
        size=sum(len(text.encode()) for text in texts),
        pages=None,
        source=tuple(SourceParagraph(n + 1, text) for n, text in enumerate(texts)),
        blocks=tuple(Block(n, "text", text, ()) for n, text in enumerate(texts)),
    )
    sentences = tuple(
        Sentence(
            number=n,
            text=text,
            block=n,
            start=0,
            section=max((s.number for s in sections if s.heading <= n), default=None),
            role=next((s.role for s in reversed(sections) if s.heading <= n), "other"),
            period="",
            part="review",
            paragraph=n + 1,
            heading=n in headings,
        )
        for n, text in enumerate(texts)
    )
    identity = Identity(
        place="临江市望海区",
        congress="第六届",
        session="第二次会议",
        date=f"{year}-01-10",
        kind="annual",
        review_period=str(year - 1),
        plan_year=str(year),
    )
    return Report(
        document,
        identity,
        sections,
        sentences,
        tuple(replace(f, number=n) for n, f in enumerate(facts)),
        (LeftOut(0, 2, 6, "2022", "年份"),),
        (Notice("set-apart", ("furniture", "1", "4"), f"some/where/{name}", paragraph=1),),
    )


TARGET_GROWTH = fact(
    OLD[1],
    1,
    "6%",
    "地区生产总值",
    "6",
    "%",
    bound="approx",
    measure="growth",
    role="target",
    basis=Basis(price="不变价"),
)
TARGET_JOBS = fact(OLD[1], 1, "2.1万人", "新增就业", "21000", "人", role="target")
TARGET_PLACES = fact(OLD[2], 2, "3000个", "新增学位", "3000", "个", role="target")
RESULT_GDP = fact(NEW[1], 1, "850亿元", "地区生产总值", "85000000000", "元")
RESULT_GROWTH = fact(NEW[1], 1, "5.2%", "地区生产总值", "5.2", "%", measure="growth")
RESULT_JOBS = fact(NEW[1], 1, "2.3万人", "新增就业", "23000", "人", basis=Basis(nature="预计"))
RESULT_PLACES = fact(NEW[2], 2, "3000个", "新增学位", "3000", "个")


def old_report() -> Report:
    """The earlier report."""
    return report("望海区2022.txt", 2022, OLD, {0: "plan"}, (TARGET_GROWTH, TARGET_JOBS, TARGET_PLACES))


def new_report() -> Report:
    """The later report."""
    return report(
        "望海区2023.txt",
        2023,
        NEW,
        {0: "review", 4: "plan"},
        (RESULT_GDP, RESULT_GROWTH, RESULT_JOBS, RESULT_PLACES),
    )


def evidence(sentence: int, text: str, score: float = 0.9) -> Evidence:
    """Words of the later report."""
    start = NEW[sentence].index(text)
    return Evidence(1, sentence, start, start + len(text), text, score, "同名、同数")


def commitment(identifier: str, sentence: int, text: str, **more: object) -> Commitment:
    """A promise of the earlier report."""
    start = OLD[sentence].index(text)
    base = Commitment(
        id=identifier,
        report=0,
        sentence=sentence,
        start=start,
        end=start + len(text),
        text=text,
        kind="action",
        category="task",
        section=0,
    )
    return replace(base, **more)  # type: ignore[arg-type]


COMMITMENTS = (
    commitment(
        "C-0a1b",
        1,
        "地区生产总值增长6%左右",
        kind="numeric",
        category="headline",
        fact=TARGET_GROWTH,
        result=RESULT_GROWTH,
        status="missed",
        difference=Decimal("-0.8"),
        evidence=(evidence(1, "增长5.2%"),),
        why="报告称增长5.2%，低于6%左右0.8个百分点，超出容差0.1个百分点。",
        confidence="high",
    ),
    commitment(
        "C-0c2d",
        1,
        "新增就业2.1万人",
        kind="numeric",
        category="headline",
        fact=TARGET_JOBS,
        result=RESULT_JOBS,
        status="exceeded",
        difference=Decimal(2000),
        completion=Decimal("109.5"),
        evidence=(evidence(1, "新增就业2.3万人"),),
        why="报告称2.3万人，多于目标。",
        confidence="high",
    ),
    commitment(
        "C-1e3f",
        2,
        "建成望海湾实验学校",
        category="livelihood",
        status="met",
        evidence=(evidence(2, "望海湾实验学校建成开学"),),
        why="报告称同一学校已建成开学。",
        due="2022年9月",
    ),
    commitment(
        "C-2a4b",
        2,
        "新增学位3000个",
        kind="numeric",
        category="livelihood",
        fact=TARGET_PLACES,
        result=RESULT_PLACES,
        status="met",
        difference=Decimal(0),
        completion=Decimal("100.0"),
        evidence=(evidence(2, "新增学位3000个"),),
        why="与目标相同。",
    ),
    commitment(
        "C-3c5d",
        3,
        "建成海岸公园二期",
        status="not_reported",
        evidence=(evidence(2, "望海湾实验学校建成开学", 0.2), evidence(2, "新增学位3000个", 0.1)),
        again=(evidence(5, "推进海岸公园三期规划", 0.5),),
        drift=Drift("weakened", "建成 → 推进规划"),
        why="本年报告未提及。",
        confidence="low",
    ),
    commitment("C-4e6f", 4, "进一步加强机关作风建设", category="general", status="not_reported", why="无可核对内容。"),
)

CHANGES = (
    Change(
        "figures",
        (1,),
        (1,),
        (
            Mark("equal", "地区生产总值"),
            Mark("insert", "850亿元、"),
            Mark("equal", "增长"),
            Mark("delete", "6%左右", figure=True),
            Mark("insert", "5.2%", figure=True),
            Mark("equal", "，新增就业"),
            Mark("delete", "2.1万人", figure=True),
            Mark("insert", "2.3万人", figure=True),
            Mark("equal", "。"),
        ),
        0.8,
    ),
    Change(
        "reworded",
        (2,),
        (2,),
        (
            Mark("delete", "建成"),
            Mark("equal", "望海湾实验学校"),
            Mark("insert", "建成开学"),
            Mark("equal", "，新增学位3000个。"),
        ),
        0.9,
    ),
    Change("removed", (3,), (), (Mark("delete", OLD[3]),), 0.0),
    Change("removed", (4,), (), (Mark("delete", OLD[4]),), 0.0, formula=True),
    Change("added", (), (3,), (Mark("insert", NEW[3]),), 0.0),
    Change("added", (), (5,), (Mark("insert", NEW[5]),), 0.0),
)


def comparison() -> Comparison:
    """Two reports with one of everything between them."""
    growth = IndicatorRow(
        "地区生产总值",
        "growth",
        "%",
        (Figure(0, TARGET_GROWTH), Figure(1, RESULT_GROWTH)),
        target=Figure(0, TARGET_GROWTH),
        new_actual=Figure(1, RESULT_GROWTH),
        against_target=Decimal("-0.8"),
    )
    jobs = IndicatorRow(
        "新增就业",
        "level",
        "人",
        (Figure(0, TARGET_JOBS), Figure(1, RESULT_JOBS)),
        target=Figure(0, TARGET_JOBS),
        new_actual=Figure(1, RESULT_JOBS),
        against_target=Decimal(2000),
        completion=Decimal("109.5"),
    )
    pair = Pair(
        0,
        1,
        section_pairs=(
            SectionPair(0, 1, "same", 0.71, moved=True, reason="标题相近"),
            SectionPair(None, 0, "added", 0.0, moved=False, reason="上年没有相应部分"),
        ),
        sentence_pairs=(SentencePair((1,), (1,), 0.8), SentencePair((2,), (2,), 0.9)),
        changes=CHANGES,
        commitments=COMMITMENTS,
    )
    check = Check(
        "growth",
        "待核差异",
        "地区生产总值",
        (Figure(1, RESULT_GDP), Figure(1, RESULT_GROWTH)),
        "850亿元 ÷ 800亿元 − 1 = 6.3%，报告称 5.2%",
    )
    return Comparison(
        (old_report(), new_report()), (pair,), (growth, jobs), (check,), (Notice("same-file", ("甲.txt",)),)
    )
