"""The command as a user calls it: what it prints, what it leaves behind, with which exit code."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner

from compare.cli import app, main

OLD = """# 政府工作报告

——2022年1月10日在临江市望海区第六届人民代表大会第二次会议上

各位代表：

一、2021年工作回顾

地区生产总值800亿元，增长7.1%。新增就业2.2万人。

二、2022年工作安排

地区生产总值增长6%左右，新增就业2.1万人以上。建成望海湾实验学校。开工建设海岸公园二期。
"""
NEW = """# 政府工作报告

——2023年1月12日在临江市望海区第六届人民代表大会第三次会议上

各位代表：

一、2022年工作回顾

地区生产总值850亿元，增长5.2%。新增就业2.3万人。望海湾实验学校建成开学。

二、2023年工作安排

地区生产总值增长5.5%左右，新增就业2.2万人以上。开工建设海岸公园二期。
"""
FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
ONE = ("outline", "facts")
TWO = ("sections", "diff", "indicators", "commitments", "checks")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return _written(tmp_path / "old.txt", OLD)


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return _written(tmp_path / "new.txt", NEW)


def _written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def run(*arguments: object, code: int = 0) -> str:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments], catch_exceptions=False)
    assert result.exit_code == code, result.output
    return result.stdout


def fails(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str]:
    """Exit code and stderr of the whole program."""
    monkeypatch.setattr(sys, "argv", ["yoy", *map(str, arguments)])
    with pytest.raises(SystemExit) as stop:
        main()
    return int(stop.value.code or 0), capsys.readouterr().err


@pytest.mark.parametrize("verb", ONE)
@pytest.mark.parametrize("form", ["table", "json", "csv", "md"])
def test_a_verb_on_one_report_writes_every_format(verb: str, form: str, old: Path) -> None:
    assert run(verb, old, "--format", form)


@pytest.mark.parametrize("verb", TWO)
@pytest.mark.parametrize("form", ["table", "json", "csv", "md"])
def test_a_verb_on_two_reports_writes_every_format(verb: str, form: str, old: Path, new: Path) -> None:
    text = run(verb, old, new, "--format", form)
    if form == "json":
        assert verb in json.loads(text) or "changes" in json.loads(text)
    if form == "csv":
        assert len({len(row) for row in csv.reader(io.StringIO(text))}) == 1


def test_the_promise_and_the_result_stand_side_by_side(old: Path, new: Path) -> None:
    rows = json.loads(run("commitments", old, new, "--format", "json"))["commitments"]
    jobs = next(row for row in rows if "2.1万人" in row["text"])
    assert "2.3万人" in jobs["evidence"][0]["text"]
    assert jobs["status"] in ("met", "exceeded")


def test_only_commitments_of_a_status_are_shown_where_one_is_asked_for(old: Path, new: Path) -> None:
    rows = json.loads(run("commitments", old, new, "--status", "not_reported", "--format", "json"))["commitments"]
    assert {row["status"] for row in rows} == {"not_reported"}


ASKED_FOR = {
    "figures": {"figures", "reworded", "moved-reworded"},
    "wording": {"reworded", "moved-reworded"},
    "added": {"added"},
    "removed": {"removed"},
    "moved": {"moved", "moved-reworded"},
}


@pytest.mark.parametrize("name", ASKED_FOR)
def test_only_some_changes_are_the_same_ones_in_every_form(name: str) -> None:
    files = [next((FIXTURES / "reports").glob(f"*区{year}.txt")) for year in (2023, 2024)]
    rows = json.loads(run("diff", *files, "--only", name, "--all", "--format", "json"))["changes"]
    assert {row["kind"] for row in rows} == ASKED_FOR[name]
    if name in ("figures", "wording"):
        assert all(
            any(mark.get("figure", False) == (name == "figures") for mark in row["marks"] if mark["kind"] != "equal")
            for row in rows
        )
    assert f"共 {len(rows)} 行" in run("diff", *files, "--only", name, "--all")
    assert run("diff", *files, "--only", name, "--all", "--format", "md").count("- **") == len(rows)


def test_a_file_holds_what_the_terminal_would_show(old: Path, tmp_path: Path) -> None:
    target = tmp_path / "facts.csv"
    run("facts", old, "--format", "csv", "-o", target)
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")
    assert target.read_text(encoding="utf-8-sig").splitlines() == run("facts", old, "--format", "csv").splitlines()


def test_pairs_written_as_toml_are_taken_back(old: Path, new: Path, tmp_path: Path) -> None:
    target = tmp_path / "pairs.toml"
    run("sections", old, new, "--format", "toml", "-o", target)
    first = json.loads(run("sections", old, new, "--format", "json"))["sections"]
    again = json.loads(run("sections", old, new, "--format", "json", "--pairs", target))["sections"]
    assert [(row["old"], row["new"]) for row in first] == [(row["old"], row["new"]) for row in again]


def test_a_figure_is_found_however_it_is_written(old: Path, new: Path) -> None:
    found = json.loads(run("find", "23000人", old, new, "--format", "json"))["found"]
    assert [row["report"] for row in found] == [1]
    assert "2.3万人" in found[0]["sentence"]


def test_a_synonym_finds_the_indicator_in_every_report(old: Path, new: Path) -> None:
    found = json.loads(run("find", "GDP", old, new, "--format", "json"))["found"]
    assert {row["report"] for row in found} == {0, 1}
    assert all(fact["indicator"] != "GDP" for row in found for fact in row["facts"])
    assert {figure["report"] for figure in found[0]["elsewhere"]} == {"old", "new"}


def test_looking_for_words_needs_no_order_of_the_reports(old: Path, new: Path) -> None:
    found = json.loads(run("find", "望海湾实验学校", new, old, "--format", "json"))["found"]
    assert [row["report"] for row in found] == [0, 1]


def test_what_the_text_does_not_say_can_be_told(old: Path) -> None:
    report = json.loads(run("outline", old, "--format", "json", "--place", "别处", "--date", "2022-01-11"))["reports"][
        0
    ]
    assert (report["place"], report["date"]) == ("别处", "2022-01-11")


@pytest.mark.parametrize(
    "arguments",
    [("--date", "2022-01-11", "--date", "2022-01-12"), ("--date", "gestern"), ("--kind", "novel"), ("--format", "xml")],
)
def test_a_wrong_call_is_exit_code_2(arguments: tuple[str, ...], old: Path) -> None:
    run("outline", old, *arguments, code=2)


def test_too_few_reports_is_a_wrong_call(old: Path) -> None:
    run("diff", old, code=2)


@pytest.mark.parametrize(
    ("name", "content"), [("missing.txt", None), ("empty.txt", b""), ("rubbish.docx", b"\x00\xff\x00PK" * 99)]
)
def test_a_file_that_cannot_be_used_is_one_line_and_exit_code_1(
    name: str,
    content: bytes | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    code, said = fails(monkeypatch, capsys, "facts", tmp_path / name)
    assert code == 1
    assert said.startswith("error: ")
    assert name in said
    assert said.count("\n") == 1


def test_a_folder_as_a_report_is_exit_code_1(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert fails(monkeypatch, capsys, "facts", tmp_path)[0] == 1


def test_a_folder_as_target_is_refused_before_any_work(
    old: Path, new: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = fails(monkeypatch, capsys, "workbook", old, new, "-o", tmp_path)
    assert code == 1
    assert "is a folder" in said


def test_reports_in_the_wrong_order_are_refused_and_nothing_is_written(
    old: Path, new: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "a.xlsx"
    code, said = fails(monkeypatch, capsys, "workbook", new, old, "-o", target)
    assert code == 1
    assert "is later than" in said
    assert not target.exists()


def test_the_order_is_put_right_or_kept_where_the_user_says_so(old: Path, new: Path) -> None:
    right = json.loads(run("sections", new, old, "--yes", "--format", "json"))["reports"]
    kept = json.loads(run("sections", new, old, "--keep-order", "--format", "json"))["reports"]
    assert [report["file"] for report in right] == ["old.txt", "new.txt"]
    assert [report["file"] for report in kept] == ["new.txt", "old.txt"]


def test_the_same_file_twice_is_an_empty_comparison_and_a_notice(old: Path) -> None:
    data = json.loads(run("commitments", old, old, "--format", "json"))
    assert data["commitments"] == []
    assert "same-file" in {notice["code"] for notice in data["notices"]}


@pytest.mark.parametrize("reports", [1, 2])
def test_the_workbook_is_written_and_its_name_printed(reports: int, old: Path, new: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    assert run("workbook", *[old, new][:reports], "-o", target).strip() == str(target)
    assert target.stat().st_size > 10_000


def test_a_second_run_keeps_the_reviewers_words_and_a_copy_of_the_file(old: Path, new: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    run("workbook", old, new, "-o", target)
    first = target.read_bytes()
    run("workbook", old, new, "-o", target)
    assert target.read_bytes() == first
    assert not (tmp_path / "a.backup-1.xlsx").exists()
    book = openpyxl.load_workbook(target)
    sheet = book["承诺与落实对照表"]
    column = next(cell.column for cell in sheet[1] if cell.value == "审计说明")
    sheet.cell(2, column).value = "已核"
    book.save(target)
    run("workbook", old, new, "-o", target)
    assert openpyxl.load_workbook(target)["承诺与落实对照表"].cell(2, column).value == "已核"
    assert (tmp_path / "a.backup-1.xlsx").exists()


def test_a_file_that_is_not_ours_is_not_written_over(
    old: Path, new: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "a.xlsx"
    openpyxl.Workbook().save(target)
    before = target.read_bytes()
    code, said = fails(monkeypatch, capsys, "workbook", old, new, "-o", target)
    assert code == 1
    assert "no workbook that yoy made" in said
    assert target.read_bytes() == before


def test_the_workbook_goes_to_reports_by_default(
    old: Path, new: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    name = run("workbook", old, new).strip()
    assert name == "reports/临江市望海区_2022-2023_承诺对照.xlsx"
    assert (tmp_path / name).exists()


HOSTILE = (
    '=HYPERLINK("http://x","y")',
    "@SUM(A1:A9)",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "\u202e反向\u200f",
    "[red]标[/red]",
)


def test_a_hostile_report_makes_no_formula_and_no_error(tmp_path: Path) -> None:
    paths = []
    for year in (2022, 2023):
        head, _, rest = (OLD if year == 2022 else NEW).partition("各位代表：")
        body = rest.replace("\n\n", "\n\n{}", 4).format(*HOSTILE[:4]) + "".join(f"\n\n{text}" for text in HOSTILE)
        paths.append(_written(tmp_path / f"{year}.txt", f"{head}各位代表：{body}\n\n{'囍' * 40_000}。\n"))
    target = tmp_path / "a.xlsx"
    run("workbook", *paths, "-o", target)
    book = openpyxl.load_workbook(target)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert not [cell.value for cell in cells if cell.data_type == "e"]
    formulas = {re.match(r"=(\w+)", cell.value)[1] for cell in cells if cell.data_type == "f"}  # type: ignore[index]
    assert formulas <= {"ROUND", "SUM", "COUNTIF", "COUNTIFS"} | {str(number) for number in range(99)}
    evidence = "".join(str(cell.value) for cell in cells if cell.parent.title == "依据")
    assert evidence.count("囍") == 80_000
    table = run("facts", paths[0], "--format", "csv")
    for row in csv.reader(io.StringIO(table)):
        assert not [cell for cell in row if cell.startswith(("=", "@", "+"))]


@pytest.mark.parametrize("verb", [*ONE, *TWO, "find", "workbook", "brief"])
def test_every_command_has_an_example_in_its_help(verb: str) -> None:
    assert "Example: yoy " in " ".join(run(verb, "--help").split())


def test_the_module_and_the_pipe_work_and_no_colour_goes_into_a_pipe(old: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1]), "COLUMNS": "60"}
    done = subprocess.run(
        [sys.executable, "-m", "compare", "outline", str(old)], capture_output=True, env=environment, check=True
    )
    assert "工作回顾" in done.stdout.decode()
    assert b"\x1b" not in done.stdout
    assert done.stderr == b""


def test_help_loads_no_heavy_library() -> None:
    code = (
        "import sys, compare.cli;"
        "heavy = {'pandas', 'openpyxl', 'numpy', 'xlsxwriter', 'docx', 'lxml', 'rapidfuzz', 'rich'};"
        "print(*sorted(heavy & set(sys.modules)))"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=environment, check=True)
    assert done.stdout.decode().split() == []
