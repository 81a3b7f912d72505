"""Reports whose sections are the gold's own headings, so that alignment can be measured apart from the outline."""

from __future__ import annotations

import bisect
import json
import re
import unicodedata
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path

from msgspec.structs import replace

from compare.model import Block, Document, Identity, Report, Role, Section, SectionKind, Sentence, SourceParagraph

SHARED = Path(__file__).resolve().parents[3] / "shared"
FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
_DROP = re.compile(r"[\s*_{}$\u200b\u200d\ufeff\u3000]+")
_CHAPTER = re.compile(r"^\s*[*#]*(?:[一二三四五六七八九]、|附件).{1,60}$", re.MULTILINE)
_NUMBERED = re.compile(r"^\s*[*#]*[(][一二三四五六七八九十]+[)][^。\n]*", re.MULTILINE)
_LABEL = re.compile(r"—*(?:[一二三四五六七八九十]+(?:、|是|要)|[(][一二三四五六七八九十]+[)]|\d+[.、])?")
_PLAN = re.compile("总体|部署|建议|重点|任务|要求|取向|目标|安排|实事")
_SENTENCE = re.compile(r"[^。！？]*[。！？]?[”’）]*")


@dataclass(frozen=True, slots=True)
class GoldPair:
    old: str | None
    new: str | None
    relation: str


@dataclass(frozen=True, slots=True)
class Heading:
    start: int
    end: int
    depth: int
    """1 for a chapter, 2 for a numbered parent, 3 for a heading of the gold."""


@dataclass(frozen=True, slots=True)
class Gold:
    """Two reports and the file that says which section continues which."""

    old: Path
    new: Path
    key: Path

    def pairs(self) -> tuple[GoldPair, ...]:
        """The gold's rows, each heading as it stands in the stripped report."""
        return tuple(GoldPair(_inside(row["old"]), _inside(row["new"]), row["relation"]) for row in self._rows())

    def reports(self) -> tuple[Report, Report]:
        """The two reports, their leaves the headings that the gold names."""
        rows = self._rows()
        return (
            _report(self.old, [row["old"] for row in rows if row["old"]]),
            _report(self.new, [row["new"] for row in rows if row["new"]]),
        )

    def _rows(self) -> list[dict[str, str]]:
        return [json.loads(line) for line in self.key.read_text(encoding="utf-8").splitlines()]


def shared_gold() -> tuple[Gold, ...]:
    """Every pair of real reports that has a gold file; none where the folder is absent."""
    out = []
    for key in sorted((SHARED / "eval" / "gold").glob("national-*.sections.jsonl")):
        years = key.name.removeprefix("national-").removesuffix(".sections.jsonl").split("~")
        old, new = (SHARED / "corpus" / "national-zh" / f"{year}.txt" for year in years)
        out.append(Gold(old, new, key))
    return tuple(out)


def fixture_gold() -> tuple[Gold, ...]:
    """The project's own reports of consecutive years."""
    out = []
    for key in sorted((FIXTURES / "keys").glob("*.sections.jsonl")):
        old, new = (
            FIXTURES / "reports" / f"望海区{year}.txt" for year in key.name.removesuffix(".sections.jsonl").split("~")
        )
        out.append(Gold(old, new, key))
    return tuple(out)


def _inside(snippet: str | None) -> str | None:
    return None if snippet is None else _strip(re.findall("【(.*)】", snippet, re.DOTALL)[0])


def _strip(text: str) -> str:
    return _DROP.sub("", unicodedata.normalize("NFKC", text))


def _report(path: Path, snippets: list[str]) -> Report:
    raw = unicodedata.normalize("NFKC", path.read_text(encoding="utf-8"))
    text = _strip(raw)
    headings = sorted({_locate(text, snippet) for snippet in snippets}, key=lambda h: h.start)
    taken = {heading.start for heading in headings}
    cursor = 0
    for match in sorted([*_CHAPTER.finditer(raw), *_NUMBERED.finditer(raw)], key=lambda m: m.start()):
        words = _strip(match.group())
        start = text.find(words, cursor)
        cursor = start + 1
        if start >= 0 and start not in taken:
            headings.append(Heading(start, start + len(words), 2 if words.startswith("(") else 1))
    lines = accumulate(len(_strip(line)) for line in raw.splitlines() if _strip(line))
    return _built(path.name, text, sorted(headings, key=lambda h: h.start), [0, *lines])


def _locate(text: str, snippet: str) -> Heading:
    before, inside, after = (_strip(part) for part in re.findall("(.*?)【(.*)】(.*)", snippet, re.DOTALL)[0])
    assert text.count(before + inside + after) == 1, snippet
    start = text.index(before + inside + after) + len(before)
    return Heading(start, start + len(inside), 3)


def _built(file: str, text: str, headings: list[Heading], lines: list[int]) -> Report:
    sentences: list[Sentence] = []
    sections: list[Section] = []
    owner: list[int | None] = [None, None, None, None]
    role: Role = "other"
    borders = [Heading(0, 0, 0), *headings, Heading(len(text), len(text), 0)]
    for here, following in pairwise(borders):
        title = text[here.start : here.end]
        if here.depth:
            if here.depth == 1:
                # No review follows a plan, whatever the later chapters are called.
                role = "plan" if role == "plan" or (_PLAN.search(title) and "回顾" not in title) else "review"
            parent = next((owner[depth] for depth in range(here.depth - 1, 0, -1) if owner[depth] is not None), None)
            owner[here.depth :] = [len(sections)] + [None] * (3 - here.depth)
            sections.append(
                Section(
                    len(sections),
                    title,
                    _LABEL.match(title)[0],  # type: ignore[index]
                    here.depth,
                    _kind(title, text[: here.start]),
                    role,
                    "",
                    "plan" if role == "plan" else "review",
                    parent,
                    len(sentences),
                    len(sentences),
                    0,
                )
            )
        spans = [(here.start, here.end)] if here.depth else []
        spans += [match.span() for match in _SENTENCE.finditer(text, here.end, following.start) if match.group()]
        for start, end in spans:
            sentences.append(
                Sentence(
                    len(sentences),
                    text[start:end],
                    bisect.bisect_right(lines, start) - 1,
                    start,
                    sections[-1].number if sections else None,
                    role,
                    "",
                    "plan" if role == "plan" else "review",
                    1,
                    heading=bool(here.depth) and start == here.start,
                )
            )
    return Report(
        Document(file, "txt", "", 0, None, (SourceParagraph(1, text),), (Block(0, "text", text, ()),)),
        Identity(),
        tuple(_closed(sections, len(sentences))),
        tuple(sentences),
    )


def _kind(title: str, before: str) -> SectionKind:
    if title.startswith("—") or before.endswith("—"):
        return "dash"
    if re.match("[一二三四五六七八九十]+[是要]", title):
        return "ordinal"
    return "numbered" if re.match(r"[(]|[一二三四五六七八九十]+、|\d+[.、]", title) else "topic"


def _closed(sections: list[Section], end: int) -> list[Section]:
    """Each section with its last sentence: where the next of its level or above begins."""
    out = []
    for place, section in enumerate(sections):
        last = next((later.heading for later in sections[place + 1 :] if later.level <= section.level), end)
        out.append(replace(section, first=section.heading + 1, last=last))
    return out
