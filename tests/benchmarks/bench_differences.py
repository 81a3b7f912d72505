"""How fast two outlined reports become section pairs, sentence pairs and changes, against plain character diffs.

    python tests/benchmarks/bench_differences.py [OLD NEW] [--skip-characters]

Without files it takes the national reports of 2021 and 2022 from the folder of real reports beside the project. Prints
seconds of process time, all in one run: ours; diff-match-patch over the characters of the whole texts without a time
limit (two minutes; ``--skip-characters`` leaves it out); difflib.SequenceMatcher over the same. Then ours for both
reports made ten times longer, with the memory that took.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path

from diff_match_patch import diff_match_patch
from msgspec.structs import replace

from compare.alignment import align_sections, align_sentences
from compare.differences import find_changes
from compare.language.lexicon import Lexicon, default_lexicon
from compare.model import Report, Section, Sentence
from compare.outline import build_report
from compare.reading import read_document

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "national-zh"


def main(arguments: list[str]) -> None:
    files = [Path(word) for word in arguments if not word.startswith("--")] or [
        CORPUS / "2021.txt",
        CORPUS / "2022.txt",
    ]
    lexicon = default_lexicon()
    old, new = (build_report(read_document(file, lexicon), lexicon) for file in files)
    texts = ["\n".join(sentence.text for sentence in report.sentences) for report in (old, new)]
    compared(old, new, lexicon)  # loads libraries and compiles patterns, which every caller does once

    ours = min(seconds(lambda: compared(old, new, lexicon)) for _ in range(3))
    print(f"ours                                {ours:8.2f} s")
    matcher = seconds(lambda: SequenceMatcher(None, *texts).get_opcodes())
    print(f"difflib.SequenceMatcher, characters {matcher:8.2f} s   {matcher / ours:6.1f} times ours")
    if "--skip-characters" not in arguments:
        engine = diff_match_patch()
        engine.Diff_Timeout = 0
        characters = seconds(lambda: engine.diff_main(*texts, checklines=False))
        print(f"diff-match-patch, characters        {characters:8.2f} s   {characters / ours:6.1f} times ours")
    long_old, long_new = longer(old, 10), longer(new, 10)
    long = seconds(lambda: compared(long_old, long_new, lexicon))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    print(
        f"ours, reports ten times as long     {long:8.2f} s   {long / ours:6.1f} times ours, at most {memory:.2f} GiB"
    )


def compared(old: Report, new: Report, lexicon: Lexicon) -> None:
    sections = align_sections(old, new, lexicon)
    find_changes(old, new, align_sentences(old, new, sections, lexicon), lexicon)


def seconds(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def longer(report: Report, times: int) -> Report:
    """The report ``times`` over, each copy with sections of its own."""
    sentences: list[Sentence] = []
    sections: list[Section] = []
    for _ in range(times):
        first, base = len(sentences), len(sections)
        sentences += [
            replace(s, number=s.number + first, section=None if s.section is None else s.section + base)
            for s in report.sentences
        ]
        sections += [
            replace(
                s,
                number=s.number + base,
                parent=None if s.parent is None else s.parent + base,
                heading=s.heading + first,
                first=s.first + first,
                last=s.last + first,
            )
            for s in report.sections
        ]
    return replace(report, sentences=tuple(sentences), sections=tuple(sections))


if __name__ == "__main__":
    main(sys.argv[1:])
