"""Whatever bytes come, reading gives a Document or the one documented error."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from compare.errors import InputError
from compare.language.lexicon import default_lexicon
from compare.outline import build_report
from compare.reading import read_document
from tests.reading.files import HEAD, TAIL, package, paragraph

QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
PIECES = st.sampled_from(
    ["一、", "（一）", "——", "一是", "。", "；", "各位代表：", "2021年", "\n", "\n\n", " ", "　", "增长6%",
     "**", "_{", "}", "［1］", "“", "”", "（", "《", "今年发展", "附件1", "\u200b", "$", "目录", "#", "第1页",
     "过去一年工作回顾", "名词解释", "\x00", "\r"]
)  # fmt: skip


def attempt(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    lexicon = default_lexicon()
    try:
        document = read_document(path, lexicon)
    except InputError:
        return
    report = build_report(document, lexicon)
    for sentence in report.sentences:
        assert document.blocks[sentence.block].text[sentence.start : sentence.end] == sentence.text
    for section in report.sections:
        assert 0 <= section.heading < len(report.sentences)
        assert section.first <= section.last <= len(report.sentences)
        assert section.parent is None or report.sections[section.parent].level == section.level - 1


@QUICK
@given(st.binary(max_size=400))
def test_any_bytes_as_text(tmp_path: Path, data: bytes) -> None:
    attempt(tmp_path / "report.txt", data)


@QUICK
@given(st.lists(PIECES, max_size=60).map("".join), st.sampled_from(["utf-8", "gb18030", "utf-16"]))
def test_anything_made_of_a_reports_pieces(tmp_path: Path, text: str, encoding: str) -> None:
    attempt(tmp_path / "report.md", text.encode(encoding))


@QUICK
@given(st.binary(max_size=300))
def test_any_bytes_as_a_package(tmp_path: Path, data: bytes) -> None:
    attempt(tmp_path / "report.docx", b"PK\x03\x04" + data)


@QUICK
@given(st.integers(0, 2000), st.integers(0, 255))
def test_a_word_file_with_one_byte_changed(tmp_path: Path, at: int, byte: int) -> None:
    data = bytearray(package({"word/document.xml": HEAD + paragraph("一、工作回顾") * 3 + TAIL}))
    data[at % len(data)] = byte
    attempt(tmp_path / "report.docx", bytes(data))


@QUICK
@given(st.text(max_size=300))
def test_any_xml_as_a_word_document(tmp_path: Path, text: str) -> None:
    attempt(tmp_path / "report.docx", package({"word/document.xml": HEAD + text + TAIL}))
