"""Which report this is: place, congress and session, date, kind, and the years that it speaks of.

The places to look, from the surest to the least: the line of delivery (在…第…届…第…次会议上), the speaker's opening
words (我代表…人民政府), the title, the headings, the years that the review names. A year that only the review's own
figures suggest is told as a notice.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import asdict, replace

from compare.language.lexicon import Lexicon
from compare.language.schema import Schema
from compare.model import Document, Identity, Notice, ReportKind

OPENING = 6000
"""Characters of the text in which the session that is answered is looked for."""
LONGEST_HEADING = 40
LATE_IN_THE_YEAR = 9
"""From this month on a report looks back on its own year and plans for the next."""


class IdentityRules(Schema, frozen=True):
    """The tables of ``identity.toml``."""

    date: str
    year: str
    assembly: str
    speaker: str
    title: str
    place: str
    not_place: str
    before_place: str
    national: str
    answers: str
    stage: str
    term: str
    kinds: Mapping[ReportKind, str]
    levels: Mapping[str, str]
    named: Mapping[str, str]


class Texts(Struct, frozen=True):
    """What of a document says which report it is."""

    head: str
    """Title page and editors' lines, one a line."""
    opening: str
    headings: tuple[str, ...]
    """Short lines of the text that begin with 一、 or the like."""
    review: str
    """The text between the first such heading and the second."""


def identify(document: Document, lexicon: Lexicon, told: Identity | None = None) -> tuple[Identity, tuple[Notice, ...]]:
    """The identity that the text shows, with what the user told in place of what was read; and what was guessed."""
    rules = lexicon.read("identity", IdentityRules)
    texts = _texts(document)
    read, guessed = _read(texts, rules)
    if told is not None:
        said = {name: value for name, value in asdict(told).items() if value not in ("", "unknown")}
        read = replace(read, **said)
        guessed = guessed and not told.plan_year
    if not guessed:
        return read, ()
    return read, (Notice("year-guessed", (read.plan_year,), document.file),)


def _texts(document: Document) -> Texts:
    head = "\n".join(block.text for block in document.blocks[:60] if block.kind in ("cover", "furniture"))
    body = [block.text for block in document.blocks if block.kind == "text"]
    starts = [
        number for number, text in enumerate(body) if re.match(r"第?[一二三四五六七八九十]{1,3}(?:、|部分)", text)
    ]
    short = tuple(body[number] for number in starts if len(body[number]) <= LONGEST_HEADING)
    first, second = (starts[0], starts[1]) if len(starts) > 1 else (0, len(body))
    return Texts(head, "\n".join(body)[:OPENING], short, "\n".join(body[first + 1 : second]))


def _read(texts: Texts, rules: IdentityRules) -> tuple[Identity, bool]:
    line = texts.head.replace("\n", "")
    assembly = re.search(rules.assembly, line)
    date = _date(texts.head, rules)
    term = any(re.search(rules.term, text) for text in (texts.opening[:400], *texts.headings[:1]))
    year, guessed = _plan_year(date, texts, rules)
    place, level = _place(texts, assembly[1] if assembly else "", rules)
    answers = re.search(rules.answers, texts.opening)
    stage = re.search(rules.stage, texts.head)
    review = "" if not year else f"{year - 5}-{year - 1}" if term else str(year - 1)
    identity = Identity(
        place=place,
        place_level=level,
        congress=assembly[2] if assembly else "",
        session=assembly[3] if assembly else "",
        date=date,
        kind=_kind(texts.head + texts.opening[:600], term, rules),
        stage=stage[0] if stage else "",
        review_period=review,
        plan_year=str(year) if year else "",
        answers=answers[1] if answers else "",
    )
    return identity, guessed


def _date(head: str, rules: IdentityRules) -> str:
    """The day of delivery: that of the line that names the assembly, else the last one on the title page."""
    dates = list(re.finditer(rules.date, head))
    if not dates:
        return ""
    delivered = [match for match in dates if re.search("会议|大会", head[match.end() : match.end() + 60])]
    year, month, day = (delivered or dates)[-1].groups()
    return f"{year}-{int(month):02d}-{int(day):02d}"


def _plan_year(date: str, texts: Texts, rules: IdentityRules) -> tuple[int, bool]:
    """The year that the report plans for, and whether it is only guessed; 0 where nothing tells."""
    if date:
        return int(date[:4]) + (int(date[5:7]) >= LATE_IN_THE_YEAR), False
    if titled := re.search(rules.year, texts.head):
        return int(titled[1]), False
    for number, heading in enumerate(texts.headings):
        named = [int(year) for year in re.findall(rules.year, heading)]
        if named:
            return named[-1] + (number == 0 and "今年" not in heading), False
    review = Counter(int(year) for year in re.findall(rf"(?<!到){rules.year}", texts.review))
    if not review:
        return 0, False
    latest = max((year for year, count in review.items() if count >= 2), default=max(review))
    return latest + 1, True


def _kind(text: str, term: bool, rules: IdentityRules) -> ReportKind:
    for kind, pattern in rules.kinds.items():
        if re.search(pattern, text):
            return "term" if kind == "annual" and term else kind
    return "unknown"


def _place(texts: Texts, before_assembly: str, rules: IdentityRules) -> tuple[str, str]:
    """The longest name that the line of delivery, the opening and the title give the place."""
    opening = texts.opening[:400]
    if re.search(f"代表{rules.national}", opening) or "第一届全国人民代表大会" in texts.head:
        return "中国", "national"
    candidates = [before_assembly]
    candidates += re.findall(rules.speaker, opening)
    candidates += re.findall(rules.title, texts.head)
    candidates += texts.head.split("\n")[:20]
    named = [name for text in candidates if (name := _name(text, rules))]
    if not named:
        return "", ""
    best = max(named, key=lambda name: (_ends_like(name, named), len(name)))
    return best, _level(best, rules)


def _ends_like(name: str, others: list[str]) -> int:
    """How many of the other names this one ends in: 临江市望海区 ends in 望海区."""
    return sum(1 for other in others if name.endswith(other))


def _name(text: str, rules: IdentityRules) -> str:
    """The place's name in a text, without what stands before it."""
    last = next((part for part in reversed(re.split(rules.before_place, text)) if part), "")
    names = list(re.finditer(rules.place, last))
    if not names or names[0].start() > 0:
        return ""
    end = names[0].end()
    for following in names[1:]:
        if following.start() != end:
            break
        end = following.end()
    name = last[:end]
    return "" if re.match(rules.not_place, name) else name


def _level(name: str, rules: IdentityRules) -> str:
    if name in rules.named:
        return rules.named[name]
    return next((level for ending, level in rules.levels.items() if name.endswith(ending)), "")
