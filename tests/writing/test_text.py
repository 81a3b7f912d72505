"""Tables as text: widths for wide characters, hostile text, real figures."""

import csv
import io
import re
from decimal import Decimal

import pytest
from msgspec.structs import replace

from compare.model import Bound, Mark
from compare.writing import diff_text, text_tables
from compare.writing.clean import harmless, printable
from compare.writing.figures import digits, figure_text, number_form, scale_for
from compare.writing.paint import Paint
from compare.writing.tables.build import TABLES, build_table
from compare.writing.tables.spec import Column, Table
from compare.writing.width import text_width, wrap
from compare.writing.wording import load_words
from tests.writing.samples import NEW, comparison

WORDS = load_words("zh")
PLAIN = Paint(on=False)


@pytest.mark.parametrize("width", [60, 80, 160])
@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_line_of_a_table_is_wider_than_the_terminal(name: str, width: int, language: str) -> None:
    words = load_words(language)  # type: ignore[arg-type]
    text = text_tables.terminal_text(build_table(comparison(), name, words), words, width, PLAIN)
    assert max(text_width(line) for line in text.splitlines()) <= width


@pytest.mark.parametrize("width", [60, 80, 160])
def test_no_line_of_the_changes_is_wider_than_the_terminal(width: int) -> None:
    text = diff_text.changes_text(build_table(comparison(), "diff", WORDS), WORDS, width, PLAIN)
    assert max(text_width(line) for line in text.splitlines()) <= width
    assert "[-6%左右-]" in text.replace("\n", "") or width == 160


def test_sentences_removed_one_after_another_stand_under_one_line() -> None:
    table = build_table(comparison(), "diff", WORDS)
    gone = next(row for row in table.rows if row.change.kind == "removed")
    changed = next(row for row in table.rows if row.change.kind == "reworded")
    text = diff_text.changes_text(replace(table, rows=(gone, gone, changed, changed)), WORDS, 80, PLAIN)
    assert [line.split()[1] for line in text.splitlines() if line.startswith("■")] == ["删去", "改写", "改写"]
    assert text.count("[-" + gone.change.marks[0].text[:4]) == 2
    assert "共 4 行" in text


def test_changes_as_markdown_say_where_and_hold_whole_runs_of_what_went_and_came() -> None:
    table = build_table(comparison(), "diff", WORDS)
    row = next(row for row in table.rows if row.change.kind == "reworded")
    marks = (Mark("equal", "发展"), Mark("delete", "，占"), Mark("delete", "5%", figure=True), Mark("insert", "*。"))
    text = diff_text.changes_markdown(
        replace(table, rows=(replace(row, change=replace(row.change, marks=marks)),)), WORDS
    )
    head, body = text.splitlines()
    assert re.fullmatch(r"- \*\*改写\*\* 2022 第3段 → 2023 第3段  \S+", head)
    assert body == "  发展<del>，占5%</del><ins>\\*。</ins>"


def test_the_terminal_cuts_a_cell_that_no_one_reads_to_its_end() -> None:
    table = Table("facts", (Column("sentence", str, width=40),), ("长" * 5_000,))
    text = text_tables.terminal_text(table, WORDS, 80, PLAIN)
    assert text.count("长") == 999
    assert "…" in text
    assert text_tables.csv_text(table, WORDS).count("长") == 5_000


def test_without_colour_there_is_no_escape_code_and_with_it_there_is() -> None:
    table = build_table(comparison(), "diff", WORDS)
    assert "\x1b" not in diff_text.changes_text(table, WORDS, 80, PLAIN)
    assert "\x1b[31;9m" in diff_text.changes_text(table, WORDS, 80, Paint(on=True))


def test_a_narrow_table_says_which_columns_it_leaves_out() -> None:
    table = build_table(comparison(), "commitments", WORDS)
    narrow = text_tables.terminal_text(table, WORDS, 60, PLAIN)
    assert "屏宽所限未显示的列" in narrow
    assert "承诺原文" in narrow.splitlines()[0]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("地区生产总值", 4, ["地区", "生产", "总值"]),
        ("增长8.4%左右", 6, ["增长", "8.4%左", "右"]),
        ("建成学校，新增学位", 8, ["建成学", "校，新增", "学位"]),
        ("毫不放松地加强“三农”工作", 16, ["毫不放松地加强", "“三农”工作"]),
        ("达到[-50套-]和{+60套+}", 8, ["达到[-50", "套-]和", "{+60套+}"]),
        ("abc", 10, ["abc"]),
        ("", 10, [""]),
        ("一\n二", 10, ["一", "二"]),
    ],
)
def test_lines_break_between_characters_not_in_numbers_nor_before_punctuation(
    text: str, width: int, lines: list[str]
) -> None:
    assert wrap(text, width) == lines


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝", "＋"])
def test_text_that_a_spreadsheet_would_run_is_made_harmless(start: str) -> None:
    assert harmless(start + "SUM(A1)").startswith(("'", "S"))
    assert not harmless(start + "SUM(A1)").startswith(start)


def test_csv_keeps_hostile_text_as_text_and_negative_figures_as_figures() -> None:
    table = build_table(comparison(), "diff", WORDS)
    rows = list(csv.reader(io.StringIO(text_tables.csv_text(table, WORDS))))
    texts = [cell for row in rows for cell in row]
    assert "'" + NEW[3] in texts
    commitments = list(
        csv.reader(io.StringIO(text_tables.csv_text(build_table(comparison(), "commitments", WORDS), WORDS)))
    )
    assert "-0.8" in commitments[1]


def test_control_characters_and_turned_text_are_removed() -> None:
    assert printable("a\x00b\x1b[31mc\u202ed\ud800") == "ab[31mcd\ufffd"


def test_markdown_escapes_what_would_be_markup() -> None:
    base = comparison()
    sentence = replace(base.reports[1].sentences[3], text="a|b *c*")
    report = replace(
        base.reports[1], sentences=(*base.reports[1].sentences[:3], sentence, *base.reports[1].sentences[4:])
    )
    table = build_table(replace(base, reports=(base.reports[0], report)), "diff", WORDS)
    assert r"a\|b \*c\*" in text_tables.markdown_text(table, WORDS)


@pytest.mark.parametrize(
    ("unit", "value", "shown"),
    [
        ("元", "530000000000", "5300 亿元"),
        ("元", "1400000000000", "14000 亿元"),
        ("人", "21000", "2.1 万人"),
        ("人", "900", "900 人"),
        ("%", "5.50", "5.5 %"),
        ("家", "120000", "120000 家"),
    ],
)
def test_large_amounts_are_told_in_units_of_a_readable_size(unit: str, value: str, shown: str) -> None:
    scale = scale_for(unit, [Decimal(value)])
    assert f"{scale.of(Decimal(value))} {scale.unit}" == shown


@pytest.mark.parametrize(
    ("written", "value", "bound", "shown"),
    [
        ("3.1%", "-3.1", "exact", "−3.1%"),
        ("3%", "-3", "min", "降≥3%"),
        ("3%", "-3", "approx", "降约3%"),
        ("一半", "-50", "exact", "降一半"),
        ("-2%", "-2", "exact", "-2%"),
        ("3%", "3", "min", "≥3%"),
    ],
)
def test_a_fall_is_told_as_one(written: str, value: str, bound: Bound, shown: str) -> None:
    fact = replace(
        comparison().reports[0].facts[0], written=written, value=Decimal(value), bound=bound, measure="growth"
    )
    assert figure_text(fact, WORDS) == shown


def test_figures_are_written_with_all_their_decimals_and_no_others() -> None:
    assert digits(Decimal("1234567.50")) == "1,234,567.5"
    assert digits(Decimal("-19.8")) == "−19.8"
    assert number_form(Decimal("5.25"), "≥", "亿元") == '"≥"#,##0.00"亿元"_);"≥"-#,##0.00"亿元"_)'
    assert number_form(Decimal(-3), "≥", "%", fall="降") == '"≥"#,##0"%"_);"降≥"#,##0"%"_)'
    assert number_form(Decimal(3), "", '"x"&\\') == '#,##0"x&"_)'
