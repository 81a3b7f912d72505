"""Every clean character leads back to the source: in text made up here, in the fixtures, and in the real reports."""

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

import pytest

from compare.language.lexicon import default_lexicon
from compare.model import Document
from compare.outline import build_report
from compare.reading import read_document

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
FIXTURES = sorted(path for path in (ROOT / "fixtures" / "reports").glob("*") if path.suffix in (".txt", ".md", ".docx"))


def misled(document: Document) -> Iterable[str]:
    """Runs whose source does not hold the clean words (a full-width sign may stand for a half-width one)."""
    for block in document.blocks:
        covered = 0
        for run in block.runs:
            assert run.start == covered, "runs leave no gap and do not overlap"
            covered += run.length
            source = document.source[run.paragraph - 1].text[run.offset : run.offset + run.length]
            clean = block.text[run.start : run.start + run.length]
            if unicodedata.normalize("NFKC", source) != unicodedata.normalize("NFKC", clean):
                same = sum(map(looks_alike, source, clean))
                if same < len(clean):
                    yield f"{clean!r} is not {source!r}"
        assert covered == len(block.text)


def looks_alike(source: str, clean: str) -> bool:
    one, other = unicodedata.normalize("NFKC", source), unicodedata.normalize("NFKC", clean)
    return one == other or (one.isspace() and other.isspace())


@pytest.mark.parametrize(
    ("line", "clean"),
    [
        ("增至 92 家， 居全市 第一。", "增至92家，居全市第一。"),
        ("１９９３年，全市实现　ＧＤＰ　增长", "1993年，全市实现GDP增长"),
        ("（四）**便民利民，**PM_{2.5}和臭氧", "（四）便民利民，PM2.5和臭氧"),
        ("建成“数字孪生［25］”平台", "建成“数字孪生”平台"),
        ("港区(一期)开工,投资增长", "港区（一期）开工，投资增长"),
    ],
)
def test_a_cleaned_line_keeps_its_way_back(tmp_path: Path, line: str, clean: str) -> None:
    path = tmp_path / "report.txt"
    path.write_text(f"各位代表：\n\n{line}\n", encoding="utf-8")
    document = read_document(path, default_lexicon())
    assert document.blocks[1].text == clean
    assert list(misled(document)) == []


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_the_way_back_gives_the_words_of_every_fixture(path: Path) -> None:
    assert list(misled(read_document(path, default_lexicon()))) == []


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus of real reports is not part of the project")
def test_the_way_back_gives_the_words_of_every_real_report() -> None:
    for path in sorted(path for path in CORPUS.rglob("*") if path.suffix in (".txt", ".docx")):
        if "national-en" not in str(path):
            assert list(misled(read_document(path, default_lexicon()))) == [], path.name


@pytest.mark.parametrize("path", FIXTURES[:6], ids=lambda path: path.name)
def test_sentences_are_slices_of_their_blocks_and_cover_them(path: Path) -> None:
    report = build_report(read_document(path, default_lexicon()), default_lexicon())
    joined: dict[int, str] = {}
    for sentence in report.sentences:
        block = report.document.blocks[sentence.block]
        assert block.text[sentence.start : sentence.end] == sentence.text
        joined[sentence.block] = joined.get(sentence.block, "") + sentence.text
    for number, text in joined.items():
        assert re.sub(r"\s", "", text) == re.sub(r"\s", "", report.document.blocks[number].text)
