"""The outline against the annotated reports, and on every real report; skipped where they are absent."""

import re
import unicodedata
from pathlib import Path

import pytest

from compare.language.lexicon import default_lexicon
from compare.model import Report
from compare.outline import build_report
from compare.reading import read_document

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
CORPUS, GOLD = SHARED / "corpus", SHARED / "eval" / "gold"
pytestmark = pytest.mark.skipif(not GOLD.exists(), reason="the annotated reports are not part of the project")
ANNOTATED = {
    "futian-2022": "futian-2022.txt",
    "national-2022": "national-zh/2022.txt",
    "hunan-2025": "provinces-2025/湖南省.docx",
}
REPORTS = sorted(p for p in CORPUS.rglob("*") if p.suffix in (".txt", ".docx") and "national-en" not in str(p))


def outlined(path: Path) -> Report:
    return build_report(read_document(path, default_lexicon()), default_lexicon())


def key(title: str) -> str:
    bare = re.sub(r"^(?:[一二三四五六七八九十]+[、是]|（[一二三四五六七八九十]+）|——)+", "", title)
    return re.sub(r"\W+", "", unicodedata.normalize("NFKC", bare))


@pytest.mark.parametrize("name", ANNOTATED)
def test_headings_levels_roles_and_periods_are_those_of_the_annotators(name: str) -> None:
    import json

    rows = [json.loads(line) for line in (GOLD / f"{name}.outline.jsonl").read_text(encoding="utf-8").splitlines()]
    gold = {(key(re.search("【(.*)】", row["at"])[1]), row["role"]): row for row in rows}  # type: ignore[index]
    sections = outlined(CORPUS / ANNOTATED[name]).sections
    found = {(key(section.title), section.role): section for section in sections}
    both = gold.keys() & found.keys()
    assert 2 * len(both) / (len(gold) + len(found)) >= 0.98
    assert sum(gold[at]["level"] == found[at].level for at in both) / len(both) >= 0.98
    assert sum(gold[at].get("period", "") == found[at].period for at in both) / len(both) >= 0.98


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_every_real_report_is_whole_and_placed(path: Path) -> None:
    report = outlined(path)
    assert report.identity.place
    assert report.identity.plan_year
    assert report.identity.kind in ("annual", "term")
    tops = [section for section in report.sections if section.level == 1 and section.part != "annex"]
    numbers = ["一二三四五六七八九十".index(section.title[0]) for section in tops]
    assert numbers == list(range(len(tops)))
    assert [tops[0].role, tops[-1].role] == ["review", "plan"]
    assert all(section.role in ("review", "plan") for section in tops)
    parts = [sentence.part for sentence in report.sentences]
    assert parts[-1] in ("closing", "annex")
    assert 2 <= parts.count("closing") <= 10
