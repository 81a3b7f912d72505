"""How reading and outlining grow with a report's length, and what the worst legal files cost.

Run from the project's root: python tests/benchmarks/bench_reading.py [REPORT.txt]
"""

import resource
import sys
import tempfile
import time
from pathlib import Path

from compare.errors import InputError
from compare.language.lexicon import default_lexicon
from compare.outline import build_report
from compare.reading import read_document

LONGER = 20
LIMIT = 590_000
LINES = 29_000
UNITS = (
    "一是好。二是好。",
    "1 ",
    "（",
    "“",
    "一、\n",
    "加强科普工作。推进各项工作取得新的进展。",
    "_{a",
    "$a",
    "**a",
    "——好。\n\n",
)


def seconds(path: Path) -> float:
    """The least processor time of three runs."""
    times = []
    for _ in range(3):
        start = time.process_time()
        try:
            build_report(read_document(path, default_lexicon()), default_lexicon())
        except InputError as error:
            print(f"  {error}")
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    report = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("fixtures/reports/望海区2023.txt")
    text = report.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.txt"
        path.write_text(text, encoding="utf-8")
        seconds(path)
        once = seconds(path)
        path.write_text(text * LONGER, encoding="utf-8")
        longer = seconds(path)
        print(
            f"{len(text):,} characters {once:.3f} s; {LONGER} times as long {longer:.3f} s, {longer / once:.1f} times"
        )
        for unit in UNITS:
            count = min(LIMIT // len(unit), LINES // unit.count("\n") if "\n" in unit else LIMIT)
            path.write_text(unit * count, encoding="utf-8")
            print(f"{unit!r} over and over: {seconds(path):.1f} s")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
