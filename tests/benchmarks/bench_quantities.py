"""How fast a report becomes facts, beside Recognizers-Text's four quantity models; and what those find that we don't.

    python tests/benchmarks/bench_quantities.py [speed] [differences] [--recognizers PYTHON]

``speed``: characters a second from the file to facts and of the four models (number, percentage, currency, dimension),
both warm, on the same text in the same run, by process time; then 20 reports joined against one. ``differences``: every
figure with a unit, in all real reports beside the project, that Recognizers-Text finds and that is neither among our
facts nor among the numbers left out, and how many of those left out go under which reason.

Recognizers-Text needs packages that the program does not; install them into an environment of their own and name its
interpreter (by default the one that runs this):

    python -m venv recognizers && recognizers/bin/pip install -r tests/benchmarks/requirements-quantities.txt
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from compare.language.lexicon import default_lexicon
from compare.model import Report
from compare.outline import build_report
from compare.quantities import add_facts
from compare.reading import read_document

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
RUNS = 5
FACT = "a fact"
NUMERAL = re.compile(r"[\d零〇一二两三四五六七八九十百千万亿半几]")
PEER = """
import json, sys, time
from recognizers_number import NumberRecognizer, Culture
from recognizers_number_with_unit import NumberWithUnitRecognizer
number, unit = NumberRecognizer(Culture.Chinese), NumberWithUnitRecognizer(Culture.Chinese)
models = [number.get_number_model(), number.get_percentage_model()]
models += [unit.get_currency_model(), unit.get_dimension_model()]
texts, runs = json.load(open(sys.argv[1], encoding="utf-8")), int(sys.argv[2])
seconds, found = [], []
for _ in range(runs):
    start, found = time.process_time(), []
    for text in texts:
        found.append([[r.start, r.end + 1, r.text, r.type_name, (r.resolution or {}).get("unit")]
                      for model in models for r in model.parse(text)])
    seconds.append(time.process_time() - start)
json.dump({"seconds": seconds, "found": found}, sys.stdout)
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="*", default=["speed", "differences"])
    parser.add_argument("--recognizers", default=sys.executable)
    options = parser.parse_args()
    if not CORPUS.is_dir():
        sys.exit(f"{CORPUS}: not there; these figures need the folder of real reports")
    for what in options.what:
        {"speed": speed, "differences": differences}[what](options.recognizers)


def read(path: Path) -> Report:
    lexicon = default_lexicon()
    return add_facts(build_report(read_document(path, lexicon), lexicon), lexicon)


def speed(python: str) -> None:
    path = CORPUS / "national-zh" / "2022.txt"
    text = path.read_text(encoding="utf-8")
    read(path)
    ours, peer = [], []
    for _ in range(RUNS):
        ours.append(min(timed(lambda: read(path)) for _ in range(2)))
        peer.append(min(asked(python, [text], 2)["seconds"]))
    mine, theirs = statistics.median(ours), statistics.median(peer)
    print(f"{len(text)} characters: ours {len(text) / mine:,.0f} a second, Recognizers-Text {len(text) / theirs:,.0f}")
    print(f"median of {RUNS}, the better of two each: {mine:.3f} s against {theirs:.3f} s")
    print(f"{theirs / mine:.1f} times as fast")
    with tempfile.TemporaryDirectory() as folder:
        joined = Path(folder) / "joined.txt"
        joined.write_text("\n".join([text] * 20), encoding="utf-8")
        many = [(timed(lambda: read(path)), timed(lambda: read(joined))) for _ in range(RUNS)]
    ratio = statistics.median(twenty / one for one, twenty in many)
    print(f"20 reports joined take {ratio:.1f} times one")


def timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def asked(python: str, texts: list[str], runs: int) -> dict[str, list[object]]:  # type: ignore[type-arg]
    """What Recognizers-Text says of each text, and its seconds run by run."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "texts.json"
        source.write_text(json.dumps(texts), encoding="utf-8")
        command = [python, "-W", "ignore", "-c", PEER, str(source), str(runs)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def laid_out(report: Report) -> tuple[str, dict[int, str]]:
    """The sentences of a report in one text, and for every character of a number what became of it."""
    starts, size = [], 0
    for sentence in report.sentences:
        starts.append(size)
        size += len(sentence.text) + 1
    ours = {}
    for item in report.left_out:
        ours |= dict.fromkeys(range(starts[item.sentence] + item.start, starts[item.sentence] + item.end), item.reason)
    for fact in report.facts:
        ours |= dict.fromkeys(range(starts[fact.sentence] + fact.start, starts[fact.sentence] + fact.end), FACT)
    return "\n".join(sentence.text for sentence in report.sentences), ours


def differences(python: str) -> None:
    """What the other finds with a unit and we don't: by the reason that we give, and those without one in full."""
    paths = [CORPUS / "futian-2022.txt", *sorted((CORPUS / "national-zh").glob("*.txt"))]
    paths += sorted((CORPUS / "provinces-2025").glob("*.docx"))
    reasons: Counter[str] = Counter()
    both, lost = 0, []
    for path in paths:
        report = read(path)
        text, ours = laid_out(report)
        for start, end, words, _, unit in asked(python, [text], 1)["found"][0]:  # type: ignore[attr-defined]
            if not unit and not words.endswith("%"):
                continue
            reason = next((ours[place] for place in range(start, end) if place in ours), None)
            if reason == FACT:
                both += 1
            elif reason:
                reasons[reason] += 1
            else:
                lost.append((path.stem, words, text[max(0, start - 12) : end + 8]))
    print(f"\nfigures with a unit that Recognizers-Text finds: {both} also ours, {reasons.total()} left out on purpose")
    for reason, count in reasons.most_common():
        print(f"  {count:5d} {reason}")
    print(f"  {len(lost):5d} are no numbers to us:")
    for name, words, around in lost:
        why = "part of a word" if NUMERAL.search(words) else "a unit without a number"
        print(f"        {name}: {words}: {why}: {' '.join(around.split())}")


if __name__ == "__main__":
    main()
