"""Links between the figures of two reports against people's: every pair of an old with a new figure in one row."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

import pytest

from compare.indicators import match_indicators
from compare.language.lexicon import default_lexicon
from compare.model import Report
from compare.pipeline import read_report

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
SPACE = re.compile(r"[\s*]+")
Span = tuple[int, int]
Link = tuple[Span, Span]


def agreement(old_file: Path, new_file: Path, key: Path) -> tuple[float, float]:
    """Precision over the links of which one end stands in the key, and recall."""
    reports = (read_report(old_file), read_report(new_file))
    texts = tuple(_Text(report) for report in reports)
    wanted: set[Link] = set()
    for line in key.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        sides = [[text.locate(at) for at in row[side]] for text, side in zip(texts, ("old", "new"), strict=True)]
        wanted |= {(a, b) for a in sides[0] for b in sides[1] if a and b}
    old_known, new_known = ({link[side] for link in wanted} for side in (0, 1))
    found: set[Link] = set()
    for indicator in match_indicators(reports, default_lexicon()):
        spans = [
            texts[cell.report].place(cell.fact.sentence, cell.fact.start, cell.fact.end) for cell in indicator.cells
        ]
        ends = [
            {_snapped(span, known) for span, cell in zip(spans, indicator.cells, strict=True) if cell.report == side}
            for side, known in enumerate((old_known, new_known))
        ]
        found |= {(a, b) for a in ends[0] for b in ends[1]}
    judged = {link for link in found if link[0] in old_known or link[1] in new_known}
    return len(judged & wanted) / max(1, len(judged)), len(judged & wanted) / len(wanted)


class _Text:
    """A report's sentences as one text without white space, and the way there from a place in a sentence."""

    def __init__(self, report: Report) -> None:
        self._sentences = [sentence.text for sentence in report.sentences]
        self._starts, parts, length = [], [], 0
        for text in self._sentences:
            parts.append(_plain(text))
            self._starts.append(length)
            length += len(parts[-1])
        self._whole = "".join(parts)

    def place(self, sentence: int, start: int, end: int) -> Span:
        base, text = self._starts[sentence], self._sentences[sentence]
        return base + len(_plain(text[:start])), base + len(_plain(text[:end]))

    def locate(self, snippet: str) -> Span | None:
        before, inside, after = re.split("[【】]", _plain(snippet))
        at = self._whole.find(before + inside + after)
        return None if at < 0 else (at + len(before), at + len(before) + len(inside))


def _plain(text: str) -> str:
    return SPACE.sub("", unicodedata.normalize("NFKC", text))


def _snapped(span: Span, known: set[Span]) -> Span:
    return next((k for k in sorted(known) if min(span[1], k[1]) > max(span[0], k[0])), span)


@pytest.mark.skipif(not SHARED.exists(), reason="the folder of real reports is not beside the project")
@pytest.mark.parametrize(("old", "new"), [("2021", "2022"), ("2017", "2018")])
def test_links_between_real_reports_agree_with_the_gold(old: str, new: str) -> None:
    corpus = SHARED / "corpus" / "national-zh"
    key = SHARED / "eval" / "gold" / f"national-{old}~{new}.indicators.jsonl"
    precision, recall = agreement(corpus / f"{old}.txt", corpus / f"{new}.txt", key)
    assert precision >= 0.95
    assert recall >= 0.88


@pytest.mark.parametrize(("old", "new"), [("2021", "2022"), ("2021换届", "2022"), ("2022", "2023"), ("2023", "2024")])
def test_links_between_the_project_s_own_reports_agree_with_their_key(old: str, new: str) -> None:
    fixtures = ROOT / "fixtures"
    before, after = (fixtures / "reports" / f"望海区{year}.txt" for year in (old, new))
    precision, recall = agreement(before, after, fixtures / "keys" / f"{old}~{new}.indicators.jsonl")
    assert precision >= 0.95
    assert recall >= 0.95
