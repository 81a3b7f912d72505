"""What a reviewer writes into a workbook is in the next one: beside its commitment, or on the sheet of leftovers."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from msgspec.structs import replace
from openpyxl.comments import Comment

from compare.errors import InputError
from compare.model import Commitment, Comparison
from compare.review import Carried, Review, carry_over, read_review
from compare.writing.wording import Language, load_words
from compare.writing.workbook import REVIEWER, write_workbook
from tests.writing.samples import COMMITMENTS, comparison

WORDS = load_words("zh")
MAIN = "承诺与落实对照表"
LEFT = "未归位内容"
HEADINGS = {key: WORDS(f"column.{key}") for key in REVIEWER}
Edit = Callable[[Any], None]


def write(path: Path, what: Comparison, *earlier: Path) -> Carried:
    reviews = [read_review(file) for file in earlier]
    carried = carry_over(what, reviews, MAIN, HEADINGS)
    write_workbook(what, path, WORDS, carried=carried)
    return carried


def edited(path: Path, edit: Edit) -> Path:
    book = openpyxl.load_workbook(path)
    edit(book)
    book.save(path)
    return path


def cell(sheet: Any, row_key: str, heading: str) -> Any:
    head = {c.value: c.column for c in sheet[1]}
    row = next(r for r in range(2, sheet.max_row + 1) if sheet.cell(r, head["编号"]).value == row_key)
    return sheet.cell(row, head[heading])


def with_commitments(change: Callable[[Commitment], Commitment | None]) -> Comparison:
    base = comparison()
    kept = tuple(new for item in COMMITMENTS if (new := change(item)) is not None)
    return replace(base, pairs=(replace(base.pairs[0], commitments=kept),))


@pytest.fixture
def first(tmp_path: Path) -> Path:
    write(tmp_path / "a.xlsx", comparison())
    return tmp_path / "a.xlsx"


def fill(values: dict[tuple[str, str], Any]) -> Edit:
    def edit(book: Any) -> None:
        for (row, heading), value in values.items():
            cell(book[MAIN], row, heading).value = value

    return edit


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_two_columns_of_a_sheet_have_one_heading(language: Language, tmp_path: Path) -> None:
    write_workbook(comparison(), tmp_path / "a.xlsx", load_words(language))
    for sheet in openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[1:-2]:
        headings = [cell.value for cell in sheet[1]]
        assert len(headings) == len(set(headings)), sheet.title
    assert read_review(tmp_path / "a.xlsx").strays == ()


def test_an_untouched_workbook_holds_nothing_of_a_persons(first: Path) -> None:
    review = read_review(first)
    assert review.remarks == ()
    assert review.strays == ()
    assert dict(review.head) == {}


def test_conclusions_and_notes_go_to_the_same_rows(first: Path) -> None:
    edited(
        first,
        fill({("C-0a1b", "核实结论"): "未完成", ("C-1e3f", "审计说明"): "已实地查看", ("C-1e3f", "底稿索引号"): 7}),
    )
    write(first, comparison(), first)
    sheet = openpyxl.load_workbook(first)[MAIN]
    assert cell(sheet, "C-0a1b", "核实结论").value == "未完成"
    assert cell(sheet, "C-1e3f", "审计说明").value == "已实地查看"
    assert cell(sheet, "C-1e3f", "底稿索引号").value == 7
    assert LEFT not in openpyxl.load_workbook(first).sheetnames


def test_the_live_count_has_the_carried_conclusion_as_its_value(first: Path) -> None:
    edited(first, fill({("C-0a1b", "核实结论"): "未完成"}))
    write(first, comparison(), first)
    summary = openpyxl.load_workbook(first, data_only=True)["会议摘要"]
    row = next(c.row for c in summary["A"] if c.value == "核实完成")
    assert [summary.cell(row + 1, column).value for column in range(1, 7)] == [0, 0, 1, 0, 0, 4]


def test_a_commitment_whose_words_changed_a_little_keeps_its_remarks(first: Path) -> None:
    edited(first, fill({("C-1e3f", "核实结论"): "核实完成"}))
    renamed = with_commitments(
        lambda item: replace(item, id="C-new", text="建成望海湾实验学校。") if item.id == "C-1e3f" else item
    )
    write(first, renamed, first)
    assert cell(openpyxl.load_workbook(first)[MAIN], "C-new", "核实结论").value == "核实完成"


def test_a_remark_without_its_commitment_is_left_over_and_finds_its_row_again_later(first: Path) -> None:
    edited(first, fill({("C-3c5d", "审计说明"): "查阅批复"}))
    write(first, with_commitments(lambda item: None if item.id == "C-3c5d" else item), first)
    rows = list(openpyxl.load_workbook(first)[LEFT].iter_rows(min_row=2, values_only=True))
    assert [(row[0], row[3], row[6]) for row in rows] == [("无对应承诺", "C-3c5d", "查阅批复")]
    write(first, comparison(), first)
    assert cell(openpyxl.load_workbook(first)[MAIN], "C-3c5d", "审计说明").value == "查阅批复"
    assert LEFT not in openpyxl.load_workbook(first).sheetnames


def test_any_other_cell_that_a_person_changed_is_left_over(first: Path) -> None:
    def edit(book: Any) -> None:
        cell(book[MAIN], "C-0a1b", "报告反映情况").value = "已达目标"
        book["指标对比"]["A2"].value = "改过的名称"
        book["说明"]["B20"].value = "另加一句"
        book.create_sheet("我的笔记")["C3"].value = "记一笔"
        cell(book[MAIN], "C-0c2d", "判断依据").value = None

    carried = write(first, comparison(), edited(first, edit))
    values = {stray.value for stray in carried.strays}
    assert {"已达目标", "改过的名称", "另加一句", "记一笔", ""} <= values
    left = openpyxl.load_workbook(first)[LEFT]
    assert "（已清空）" in {row[6] for row in left.iter_rows(values_only=True)}


def test_a_row_whose_key_a_person_changed_has_no_emptied_cells(first: Path) -> None:
    def edit(book: Any) -> None:
        sheet = book["章节对照"]
        place = next(c.column for c in sheet[1] if c.value == "本年章节")
        sheet.cell(2, place).value = "我改的章节"

    strays = read_review(edited(first, edit)).strays
    assert ("本年章节", "我改的章节") in [(stray.heading, stray.value) for stray in strays]
    assert all(stray.value for stray in strays)


def test_sorting_the_sheet_is_no_change(first: Path) -> None:
    def edit(book: Any) -> None:
        sheet = book[MAIN]
        rows = [[c.value for c in row] for row in sheet.iter_rows(min_row=2)]
        for number, values in enumerate(reversed(rows), 2):
            for column, value in enumerate(values, 1):
                sheet.cell(number, column).value = value

    assert read_review(edited(first, edit)).strays == ()


def test_comments_stay_on_their_cells(first: Path) -> None:
    def edit(book: Any) -> None:
        cell(book[MAIN], "C-0a1b", "目标").comment = Comment("见附件三", "王")

    write(first, comparison(), edited(first, edit))
    assert "见附件三" in cell(openpyxl.load_workbook(first)[MAIN], "C-0a1b", "目标").comment.text


def test_the_head_of_the_workpaper_stays_filled_in(first: Path) -> None:
    def edit(book: Any) -> None:
        sheet = book["会议摘要"]
        label = next(c for row in sheet.iter_rows() for c in row if c.value == "编制人")
        sheet.cell(label.row, label.column + 1).value = "李审计"

    write(first, comparison(), edited(first, edit))
    write(first, comparison(), first)
    assert "李审计" in {c.value for row in openpyxl.load_workbook(first)["会议摘要"].iter_rows() for c in row}


def test_copies_are_joined_and_conflicts_listed(first: Path, tmp_path: Path) -> None:
    second = tmp_path / "b.xlsx"
    second.write_bytes(first.read_bytes())
    edited(first, fill({("C-0a1b", "核实结论"): "未完成"}))
    edited(second, fill({("C-0a1b", "核实结论"): "部分完成", ("C-0c2d", "审计说明"): "乙组已核"}))
    carried = write(first, comparison(), first, second)
    assert carried.entry("C-0a1b", "conclusion") == "未完成"
    assert carried.entry("C-0c2d", "audit_note") == "乙组已核"
    assert [(stray.kind, stray.file, stray.value) for stray in carried.strays] == [("conflict", "b.xlsx", "部分完成")]


def test_last_years_conclusion_stands_beside_what_is_promised_again(first: Path, tmp_path: Path) -> None:
    edited(first, fill({("C-3c5d", "核实结论"): "未完成", ("C-0a1b", "审计说明"): "只属于上年"}))
    base = comparison()
    next_report = replace(base.reports[1], document=replace(base.reports[1].document, sha256="f" * 64))
    again = replace(COMMITMENTS[4], id="C-2023-x", text="推进海岸公园三期规划", again=())
    following = Comparison(
        (base.reports[1], next_report), (replace(base.pairs[0], changes=(), section_pairs=(), commitments=(again,)),)
    )
    carried = write(tmp_path / "next.xlsx", following, first)
    assert dict(carried.earlier) == {"C-2023-x": "未完成"}
    assert carried.strays == ()
    sheet = openpyxl.load_workbook(tmp_path / "next.xlsx")[MAIN]
    assert cell(sheet, "C-2023-x", "上年核实结论").value == "未完成"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04rubbish", b"no workbook at all"])
def test_a_damaged_workbook_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    with pytest.raises(InputError, match="damaged"):
        read_review(path)


def test_a_workbook_that_is_not_ours_is_refused(tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "a.xlsx")
    with pytest.raises(InputError, match="no workbook that yoy made"):
        read_review(tmp_path / "a.xlsx")


@pytest.mark.parametrize(
    ("kind", "column", "value", "said"),
    [
        ("schema", 1, "99", "newer yoy"),
        ("schema", 1, "1", "before its first release"),
        ("cells", 3, "no fingerprints", "damaged sheet _yoy"),
        ("cells", 3, "AAAA", "damaged sheet _yoy"),
    ],
)
def test_a_record_that_cannot_be_read_is_refused(kind: str, column: int, value: str, said: str, first: Path) -> None:
    def spoil(book: Any) -> None:
        row = next(row for row in book["_yoy"].iter_rows() if row[0].value == kind)
        row[column].value = value

    with pytest.raises(InputError, match=said):
        read_review(edited(first, spoil))


def test_two_hundred_edits_over_three_runs_with_changed_reports_are_all_kept(tmp_path: Path) -> None:
    """Each edit has words of its own, and each of them must stand somewhere in the last workbook."""
    draw = random.Random(8)  # noqa: S311 - no secret
    path = tmp_path / "a.xlsx"
    write(path, comparison())
    written: set[str] = set()
    for run in range(3):
        marks = [f"改动{run}-{number}" for number in range(67)]
        written |= set(_scatter(path, marks, draw))
        gone = draw.choice(COMMITMENTS[:5]).id
        changed = with_commitments(lambda item, gone=gone: None if item.id == gone else item)  # type: ignore[misc]
        write(path, changed if run < 2 else comparison(), path)
    book = openpyxl.load_workbook(path)
    texts = {str(c.value) for sheet in book for row in sheet.iter_rows() for c in row if c.value}
    assert {mark for mark in written if mark not in texts} == set()


def _scatter(path: Path, marks: list[str], draw: random.Random) -> list[str]:
    """Write each mark into a random cell of a random sheet, not over an earlier mark."""
    book = openpyxl.load_workbook(path)
    written = []
    for mark in marks:
        sheet = draw.choice([s for s in book.worksheets if s.title not in ("_yoy", LEFT)])
        target = sheet.cell(draw.randint(2, max(sheet.max_row, 2)), draw.randint(1, sheet.max_column))
        if not hasattr(target, "column_letter") or type(target).__name__ == "MergedCell":
            continue
        if "改动" in str(target.value) or sheet.cell(1, target.column).value in ("编号", "承诺原文"):
            continue
        target.value = mark
        written.append(mark)
    book.save(path)
    return written


def test_a_review_is_what_the_record_says(first: Path) -> None:
    review = read_review(first)
    assert isinstance(review, Review)
    assert review.years == ("2022", "2023")
