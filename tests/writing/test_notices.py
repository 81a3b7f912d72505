"""Notices: data until they are written, a whole sentence in either language."""

import ast
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

import compare
from compare.cli import app
from compare.model import Notice
from compare.writing.notices import notice_message
from compare.writing.wording import Language, load_words


def made() -> dict[str, int]:
    """The code of every notice that the program makes, and how many values it is given."""
    found: dict[str, int] = {}
    for path in Path(compare.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Notice":
                code, values = node.args[0], node.args[1] if len(node.args) > 1 else ast.Tuple(elts=[])
                assert isinstance(code, ast.Constant), f"{path.name}: a notice's code is a word"
                assert isinstance(values, ast.Tuple), f"{path.name}: a notice's values are a tuple"
                found[code.value] = len(values.elts)
    return found


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_notice_has_its_sentence_and_a_place_for_each_value(language: Language) -> None:
    texts = load_words(language).under("notice")
    codes = made()
    assert set(codes) == set(texts)
    for code, count in codes.items():
        assert sorted(set(re.findall(r"\{(\d)\}", texts[code]))) == [str(number) for number in range(count)], code


def test_the_sentence_is_in_the_language_of_the_output_and_names_kinds_of_things() -> None:
    notice = Notice("set-apart", ("contents", "3", "41"), "report.txt")
    assert notice_message(notice, load_words("zh")) == "目录另置，不作正文：3行，41字"
    assert (
        notice_message(notice, load_words("en")) == "table of contents set apart from the text: 3 lines, 41 characters"
    )
    assert "{" not in notice_message(Notice("same-file", ("甲{0}.txt",)), load_words("zh")).replace("甲{0}", "")


@pytest.mark.parametrize("form", ["table", "md", "csv", "json"])
def test_every_form_of_output_tells_the_notices(tmp_path: Path, form: str) -> None:
    path = tmp_path / "plain.txt"
    path.write_text("今年发展经济。地区生产总值增长6%。", encoding="utf-8")
    result = CliRunner().invoke(app, ["facts", str(path), "--format", form])
    told = result.stderr if form == "csv" else result.stdout
    assert "未见标题，全文作一节" in told
