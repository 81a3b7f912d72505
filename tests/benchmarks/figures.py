"""Print the figures that the project reports about itself. Needs the folder of real reports beside the project.

    python tests/benchmarks/figures.py [scores] [corpus] [speed]

``scores`` holds the program's answers against the gold; ``corpus`` makes the workbook of every report and pair and
counts what is in it; ``speed`` times whole processes against the imports that they can't do without, in turn.
Without words all three.
"""

from __future__ import annotations

import compileall
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path

import compare
from compare import compare_reports, read_report

SHARED = Path(__file__).resolve().parents[3] / "shared"
CORPUS, GOLD = SHARED / "corpus", SHARED / "eval" / "gold"
FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
VERBS = ("outline", "facts", "sections", "commitments", "indicators")
PLACES = {"hunan": "湖南省"}
"""Names of the gold's files for reports whose own files have Chinese names."""


def main(words: list[str]) -> None:
    if not CORPUS.is_dir():
        sys.exit(f"{CORPUS}: not there; these figures need the folder of real reports")
    for word in words or ["scores", "corpus", "speed"]:
        {"scores": scores, "corpus": corpus, "speed": speed}[word]()


def report(name: str) -> Path:
    """The corpus file that a gold file's name speaks of: national-2021, hunan-2025, or the name of a text file."""
    place, _, year = name.rpartition("-")
    candidates = (
        CORPUS / f"{name}.txt",
        CORPUS / f"{place}-zh" / f"{year}.txt",
        CORPUS / f"provinces-{year}" / f"{PLACES.get(place, place)}.docx",
    )
    return next(path for path in candidates if path.exists())


def scores() -> None:
    """The scorer's lines for every gold file, and for the fixtures' own keys."""
    for gold in sorted(GOLD.glob("*.jsonl")):
        name, verb = gold.name.removesuffix(".jsonl").rsplit(".", 1)
        if "-en-" in name:
            continue  # English reports have no language pack yet
        old, _, new = name.partition("~")
        score(name, verb, [report(old)] + ([report(f"{old.rpartition('-')[0]}-{new}")] if new else []), gold)
    for key in sorted((FIXTURES / "keys").glob("*.*.jsonl")):
        name, verb = key.name.removesuffix(".jsonl").rsplit(".", 1)
        if verb in VERBS:
            score(f"fixture {name}", verb, [fixture(year) for year in name.split("~")], key)
    print("\n## fixtures sections, by relation", flush=True)
    subprocess.run([sys.executable, "-m", "tests.alignment.relations"], cwd=FIXTURES.parent, check=True)


def score(name: str, verb: str, files: list[Path], gold: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted.json"
        yoy(verb, *files, "--format", "json", "-o", predicted)
        print(f"\n## {name} {verb}", flush=True)
        subprocess.run([sys.executable, SHARED / "eval" / "score.py", verb, *files, gold, predicted], check=True)


def fixture(year: str) -> Path:
    """The text of one of the invented district's reports."""
    return next((FIXTURES / "reports").glob(f"*区{year}.txt"))


def corpus() -> None:
    """Commitments, indicators, facts and flagged checks of every report and consecutive pair of the corpus.

    The workbook is made by the command, so that a crash shows; the counts come from the same comparison in process.
    """
    years = sorted((CORPUS / "national-zh").glob("*.txt"))
    jobs = [[path] for path in (CORPUS / "futian-2022.txt", *sorted((CORPUS / "provinces-2025").glob("*.docx")))]
    jobs += [list(pair) for pair in pairwise(years)]
    print(f"\n{'reports':24s} commitments  indicators  facts  flags")
    for files in jobs:
        with tempfile.TemporaryDirectory() as folder:
            yoy("workbook", *files, "-o", Path(folder) / "workbook.xlsx")
        found = compare_reports([read_report(path) for path in files])
        commitments = [c for pair in found.pairs for c in pair.commitments if c.category != "general"]
        counts = [len(commitments), len(found.indicators), sum(len(report.facts) for report in found.reports)]
        flags = sum(check.flagged for check in found.checks)
        name = "~".join(path.stem for path in files)
        print(f"{name:24s} {counts[0]:11d} {counts[1]:11d} {counts[2]:6d} {flags:6d}", "" if all(counts) else "EMPTY")


def speed(rounds: int = 7) -> None:
    """Medians of whole processes, measured in turn so that a busy machine slows both."""
    pair = [CORPUS / "national-zh" / f"{year}.txt" for year in (2021, 2022)]
    # As an installation does, which left the bytecode of what we are timed against; a checkout may run without.
    compileall.compile_dir(Path(compare.__file__).parent, quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        # A new file each time: a second run on the same one would also read it and carry remarks over.
        books = [[*YOY, "workbook", *pair, "-o", Path(folder) / f"{n}.xlsx"] for n in range(rounds)]
        timed("yoy workbook", books, "import pandas, openpyxl")
    timed("yoy --help", [[*YOY, "--help"]] * rounds, "import typer")


def timed(name: str, commands: list[list[str | Path]], baseline: str) -> None:
    ours, theirs = [], []
    for command in commands:
        ours.append(seconds(command))
        theirs.append(seconds([sys.executable, "-c", baseline]))
    ratio = statistics.median(a / b for a, b in zip(ours, theirs, strict=True))
    base = f"`{baseline}` ({statistics.median(theirs):.2f} s)"
    print(f"{name}: {statistics.median(ours):.2f} s, {ratio:.2f} times {base}")


def seconds(command: list[str | Path]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


YOY: tuple[str, ...] = (sys.executable, "-m", "compare")


def yoy(*arguments: str | Path) -> None:
    subprocess.run([*YOY, *arguments], check=True, capture_output=True)


if __name__ == "__main__":
    main(sys.argv[1:])
