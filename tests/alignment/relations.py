"""How well each relation between sections is found, in the project's own reports read as a user gives them.

    python -m tests.alignment.relations

prints for every relation (split and moved among them) how many the keys hold, how many were found, and the F1. A pair
counts for a relation where both call it that. ``moved`` stands beside the relation; pairs of which the key leaves it
open (two that changed places: either may be called moved) do not count for it.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from compare import read_report
from compare.alignment import align_sections
from compare.language.lexicon import default_lexicon
from compare.model import Report
from tests.alignment.gold import Gold, fixture_gold

RELATIONS = ("same", "split", "merged", "dropped", "added", "moved", "all")

Ends = tuple[str | None, str | None]
"""The titles of a pair, without signs."""


@dataclass(frozen=True, slots=True)
class Count:
    """Pairs of one relation."""

    right: int
    found: int
    wanted: int

    @property
    def recall(self) -> float:
        return self.right / self.wanted

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.wanted)


@dataclass(frozen=True, slots=True)
class Pair:
    """What became of a section; ``moved`` is None where the key leaves it open."""

    ends: Ends
    relation: str
    moved: bool | None


def by_relation(gold: Gold) -> dict[str, Count]:
    """The count of each relation, and of all pairs whatever their relation."""
    wanted, found = list(_key(gold)), list(_program(gold))
    open_ends = {pair.ends for pair in wanted if pair.moved is None}
    counts = {}
    for name in RELATIONS:
        mine = {pair.ends for pair in found if _is(pair, name)}
        theirs = {pair.ends for pair in wanted if _is(pair, name)}
        if name == "moved":
            mine -= open_ends
        counts[name] = Count(len(mine & theirs), len(mine), len(theirs))
    return counts


def together(counts: Iterable[dict[str, Count]]) -> dict[str, Count]:
    """The counts of several pairs of reports added up."""
    pairs = list(counts)
    return {name: _sum(count[name] for count in pairs) for name in RELATIONS}


def _sum(counts: Iterable[Count]) -> Count:
    every = list(counts)
    return Count(sum(c.right for c in every), sum(c.found for c in every), sum(c.wanted for c in every))


def _is(pair: Pair, name: str) -> bool:
    return name == "all" or (pair.moved is True if name == "moved" else pair.relation == name)


def _key(gold: Gold) -> Iterator[Pair]:
    for line in gold.key.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Pair((_marked(row["old"]), _marked(row["new"])), row["relation"], row.get("moved", False))


def _program(gold: Gold) -> Iterator[Pair]:
    old, new = read_report(gold.old), read_report(gold.new)
    for pair in align_sections(old, new, default_lexicon()):
        if not pair.parents:
            yield Pair((_title(old, pair.old), _title(new, pair.new)), pair.relation, pair.moved)


def _marked(snippet: str | None) -> str | None:
    return None if snippet is None else _bare(re.findall("【(.*)】", snippet, re.DOTALL)[0])


def _title(report: Report, section: int | None) -> str | None:
    return None if section is None else _bare(report.sections[section].title)


def _bare(title: str) -> str:
    return re.sub(r"\W+", "", unicodedata.normalize("NFKC", title))


def main() -> None:
    for name, count in together(by_relation(gold) for gold in fixture_gold()).items():
        line = f"{name:8s} {count.right:3d} right, {count.found:3d} found, {count.wanted:3d} in the keys"
        sys.stdout.write(f"{line}   F1 {count.f1:.3f}\n")


if __name__ == "__main__":
    main()
