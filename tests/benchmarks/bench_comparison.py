"""Time the comparison of two reports against rapidfuzz over all their sentence pairs, and twelve years against two.

    python tests/benchmarks/bench_comparison.py

Needs the folder of real reports beside the project. Everything is measured in turn in one run, in processor time of
this process and what it waits for, so that a busy machine slows all of it alike. The goals stand behind each line.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

YEARS = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "national-zh"
ROUNDS = 3
MOST_TIMES_CDIST, MOST_TIMES_PAIR, MOST_MEGABYTES = 20, 12, 300


def main() -> None:
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the command does, before NumPy is loaded
    if not YEARS.is_dir():
        sys.exit(f"{YEARS}: not there; these figures need the folder of real reports")
    comparison_against_cdist([YEARS / "2021.txt", YEARS / "2022.txt"])
    twelve_against_one(sorted(YEARS.glob("*.txt"))[-12:])


def comparison_against_cdist(pair: list[Path]) -> None:
    """Reading, facts and the whole comparison, after imports; against every sentence with every other."""
    from rapidfuzz import process

    from compare import compare_reports, read_report

    reports = [read_report(path) for path in pair]
    compare_reports(reports)  # loads what is loaded once
    old, new = ([sentence.text for sentence in report.sentences] for report in reports)
    ours, reading, theirs = [], [], []
    for _ in range(ROUNDS):
        _forget()
        marks = [time.process_time()]
        again = [read_report(path) for path in pair]
        marks.append(time.process_time())
        compare_reports(again)
        marks.append(time.process_time())
        process.cdist(old, new, workers=1)
        marks.append(time.process_time())
        reading.append(marks[1] - marks[0])
        ours.append(marks[2] - marks[1])
        theirs.append(marks[3] - marks[2])
    ratio = statistics.median(a / b for a, b in zip(ours, theirs, strict=True))
    whole = statistics.median((a + r) / b for a, r, b in zip(ours, reading, theirs, strict=True))
    print(f"comparison {min(ours):.2f} s, reading {min(reading):.2f} s, cdist {min(theirs):.3f} s")
    print(f"comparison {ratio:.1f} times cdist (at most {MOST_TIMES_CDIST}), with reading {whole:.1f} times")


def _forget() -> None:
    """Empty what the program keeps of reports that it has seen; words and patterns stay loaded."""
    from compare import similarity
    from compare.indicators import entries

    for kept in (similarity._frequencies, entries._of_report):
        kept.cache_clear()


def twelve_against_one(years: list[Path]) -> None:
    """One workbook of twelve years against one of the last two, as whole processes."""
    pair, twelve = [], []
    for _ in range(ROUNDS):
        pair.append(workbook(years[-2:]))
        twelve.append(workbook(years))
    ratio = statistics.median(a / b for a, b in zip(twelve, pair, strict=True))
    told = f"{len(years)} years {min(twelve):.1f} s, a pair {min(pair):.2f} s"
    print(f"{told}: {ratio:.1f} times (at most {MOST_TIMES_PAIR})")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"peak memory {peak:.0f} MB (at most {MOST_MEGABYTES})")


def workbook(files: list[Path]) -> float:
    """Processor time of one run."""
    with tempfile.TemporaryDirectory() as folder:
        before = _children()
        target = Path(folder) / "workbook.xlsx"
        command: list[str | Path] = [sys.executable, "-m", "compare", "workbook", *files, "-o", target]
        subprocess.run(command, check=True, capture_output=True)
        return _children() - before


def _children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    main()
