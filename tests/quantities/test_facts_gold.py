"""The figures that the project promises for quantities, on the annotated reports where they are present."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from compare.language.lexicon import default_lexicon
from compare.model import Report
from compare.outline import build_report
from compare.quantities import add_facts
from compare.reading import read_document

SHARED = Path(__file__).resolve().parents[3] / "shared"
REPORTS = {
    "futian-2022": "futian-2022.txt",
    "national-2022": "national-zh/2022.txt",
    "hunan-2025": "provinces-2025/湖南省.docx",
}
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the annotated reports are not beside the project")


def read(path: Path) -> Report:
    lexicon = default_lexicon()
    return add_facts(build_report(read_document(path, lexicon), lexicon), lexicon)


def as_json(report: Report) -> str:
    rows = []
    for fact in report.facts:
        row = {
            name: getattr(fact, name)
            for name in ("indicator", "unit", "bound", "measure", "role", "period", "start", "end")
        }
        row |= {"value": float(fact.value), "sentence": report.sentences[fact.sentence].text}
        row |= {"high": float(fact.high)} if fact.high is not None else {}
        rows.append(row)
    return json.dumps({"schema": 1, "reports": [], "notices": [], "facts": rows}, ensure_ascii=False)


@pytest.mark.parametrize("name", REPORTS)
def test_facts_agree_with_the_annotators(name: str, tmp_path: Path) -> None:
    path, predicted = SHARED / "corpus" / REPORTS[name], tmp_path / "predicted.json"
    predicted.write_text(as_json(read(path)), encoding="utf-8")
    gold = SHARED / "eval" / "gold" / f"{name}.facts.jsonl"
    command = [sys.executable, SHARED / "eval" / "score.py", "facts", path, gold, predicted]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found, strict = (float(x) for x in re.findall(r"F1 (\d\.\d+)", said))
    fields = {name: float(x) for name, x in re.findall(r"^  (\w+) +(\d\.\d+)$", said, re.M)}
    least = {"value": 0.99, "unit": 0.98, "bound": 0.97, "measure": 0.98, "role": 0.97, "period": 0.96, "named": 0.92}
    assert found >= 0.985
    assert strict >= 0.88
    assert {field for field, limit in least.items() if fields[field] < limit} == set()


@pytest.mark.parametrize("path", sorted((SHARED / "corpus" / "provinces-2025").glob("*.docx")), ids=lambda p: p.stem)
def test_no_digit_of_a_report_is_lost(path: Path) -> None:
    report = read(path)
    assert len(report.facts) > 50
    spans: dict[int, list[tuple[int, int]]] = {}
    for item in (*report.facts, *report.left_out):
        spans.setdefault(item.sentence, []).append((item.start, item.end))
    for sentence in report.sentences:
        here = spans.get(sentence.number, [])
        for match in re.finditer(r"\d", sentence.text):
            assert any(start <= match.start() < end for start, end in here), (sentence.text, match)
