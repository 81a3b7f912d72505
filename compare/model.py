"""What travels between the parts: plain frozen data, no behaviour beyond looking itself up.

Offsets count Unicode code points, and ``text[start:end]`` is always the marked part. Indices (``section``,
``sentence``, ``block``, ``report``) count from 0 in the tuple that they name; ``paragraph`` and ``page`` count from 1,
as a person does. Nothing here imports anything else of the project.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from msgspec import Struct

Role = Literal["review", "plan", "other"]
Part = Literal["opening", "review", "problems", "plan", "closing", "annex"]
Bound = Literal["exact", "approx", "min", "max", "range"]
Measure = Literal["level", "growth", "delta"]
FactRole = Literal["result", "target", "context"]
BlockKind = Literal["text", "table", "cover", "contents", "furniture"]
SectionKind = Literal["numbered", "ordinal", "dash", "style", "topic", "annex"]
ReportKind = Literal["annual", "term", "plan", "budget", "statistics", "unknown"]
Relation = Literal["same", "split", "merged", "dropped", "added"]
ChangeKind = Literal["unchanged", "figures", "reworded", "moved", "moved-reworded", "added", "removed"]
MarkKind = Literal["equal", "insert", "delete"]
CommitmentKind = Literal["numeric", "action"]
Category = Literal["headline", "livelihood", "task", "general"]
Attribute = Literal["expected", "binding", "funding", "task", ""]
"""预期性, 约束性, 资金安排, 任务; empty where the report does not say what kind of target it is."""
Strength = Literal["complete", "advance", "explore"]
Status = Literal[
    "open", "met", "exceeded", "near", "partial", "mentioned", "missed", "unclear", "incomparable", "not_reported"
]
Confidence = Literal["high", "medium", "low"]
DriftKind = Literal[
    "same", "raised", "lowered", "loosened", "tightened", "weakened", "strengthened", "reworded", "gone"
]
CheckKind = Literal["growth", "base", "two-values", "part-whole", "share", "from-to", "target-below-actual"]


# --- a report as it was read ------------------------------------------------------------------------------------


class Notice(Struct, frozen=True):
    """Something the reader of any output must know: what was skipped, cut, guessed or could not be read.

    The sentence is made by the writers, in the language of the output, from ``code`` and its ``values`` in order.
    """

    code: str
    values: tuple[str, ...] = ()
    file: str = ""
    page: int | None = None
    paragraph: int | None = None


class SourceParagraph(Struct, frozen=True):
    """A paragraph (or line, or table cell) exactly as the file holds it."""

    number: int
    text: str
    page: int | None = None


class Run(Struct, frozen=True):
    """``length`` characters of clean text from ``start`` on are the source characters at ``offset`` of a paragraph.

    The map is one to one within a run, so a character that was dropped ends a run and one that was replaced
    (full width by half width) does not.
    """

    start: int
    length: int
    paragraph: int
    offset: int


class Cell(Struct, frozen=True):
    """One cell of a table: where it stands, and the words of its row and column heads."""

    table: int
    row: int
    column: int
    row_head: str = ""
    column_head: str = ""
    caption: str = ""


class Block(Struct, frozen=True):
    """A clean paragraph, with its way back to the source and what the format said of its looks."""

    number: int
    kind: BlockKind
    text: str
    runs: tuple[Run, ...]
    page: int | None = None
    style_level: int | None = None
    """Outline level that the file gives it (Word's heading styles, Markdown's #), 1 for the highest."""
    bold: tuple[tuple[int, int], ...] = ()
    """Spans of ``text`` in bold."""
    cell: Cell | None = None
    note_marks: tuple[tuple[int, str], ...] = ()
    """Note marks taken off the text: (offset in ``text`` at which it stood, the mark)."""


class Document(Struct, frozen=True):
    """A file as it was read: every source paragraph, and the clean blocks made of them, in order."""

    file: str
    format: str
    sha256: str
    size: int
    """Bytes."""
    pages: int | None
    source: tuple[SourceParagraph, ...]
    blocks: tuple[Block, ...]
    notices: tuple[Notice, ...] = ()


# --- a report as it is built -------------------------------------------------------------------------------------


class Identity(Struct, frozen=True):
    """Which report this is. Empty where the text does not say and nobody told."""

    place: str = ""
    place_level: str = ""
    """national, province, city, county, town or empty."""
    congress: str = ""
    """第八届"""
    session: str = ""
    """第二次会议"""
    date: str = ""
    """ISO date of delivery."""
    kind: ReportKind = "unknown"
    stage: str = ""
    """征求意见稿, 送审稿, … where one is named."""
    review_period: str = ""
    """2021, or 2016-2020."""
    plan_year: str = ""
    answers: str = ""
    """The earlier session whose targets it says it answers."""


class Sentence(Struct, frozen=True):
    """A sentence of the clean text. Headings are sentences too, so that everything has one kind of address."""

    number: int
    text: str
    block: int
    start: int
    """Offset in the block's text."""
    section: int | None
    role: Role
    period: str
    part: Part
    paragraph: int
    page: int | None = None
    heading: bool = False
    cell: Cell | None = None

    @property
    def end(self) -> int:
        """Offset in the block's text behind the last character."""
        return self.start + len(self.text)


class Section(Struct, frozen=True):
    """A heading and what stands under it, up to the next heading of its level or above."""

    number: int
    title: str
    label: str
    """The numbering as written (``（一）``, ``——``, ``一是``), empty where there is none."""
    level: int
    kind: SectionKind
    role: Role
    period: str
    part: Part
    parent: int | None
    heading: int
    """The sentence that is the heading."""
    first: int
    last: int
    """Sentences ``first`` to ``last`` (exclusive) stand under the heading, those of its children included."""


class Basis(Struct, frozen=True):
    """What stands behind a figure (口径). Empty where the report does not say."""

    region: str = ""
    scope: str = ""
    price: str = ""
    time: str = ""
    nature: str = ""


class Fact(Struct, frozen=True):
    """One quantity that a report states: of what, how much, when."""

    number: int
    indicator: str
    value: Decimal
    unit: str
    bound: Bound
    measure: Measure
    role: FactRole
    period: str
    sentence: int
    start: int
    """Offset in the sentence of the number."""
    end: int
    """Offset behind the number's unit."""
    written: str
    """Number and unit as they stand in the sentence."""
    high: Decimal | None = None
    is_from: bool = False
    """True for X in 从 X 提高到 Y."""
    basis: Basis = Basis()
    score: float = 1.0
    reason: str = ""


class LeftOut(Struct, frozen=True):
    """A number in the text that is no fact, or that could not be decided, and why."""

    sentence: int
    start: int
    end: int
    text: str
    reason: str
    undecided: bool = False


class Report(Struct, frozen=True):
    """One report: the file, who speaks and when, its sections, sentences and facts."""

    document: Document
    identity: Identity
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]
    facts: tuple[Fact, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    notices: tuple[Notice, ...] = ()

    @property
    def leaves(self) -> tuple[Section, ...]:
        """The lowest-level sections: those without a section below them."""
        parents = {section.parent for section in self.sections}
        return tuple(section for section in self.sections if section.number not in parents)


# --- two or more reports side by side ----------------------------------------------------------------------------


class SectionPair(Struct, frozen=True):
    """A section of the earlier report and the one that continues it; one of the two is None where there is none."""

    old: int | None
    new: int | None
    relation: Relation
    score: float
    moved: bool
    reason: str
    parents: bool = False


class SentencePair(Struct, frozen=True):
    """Sentences that say the same thing: one to one, or several where one was divided or joined."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    score: float
    moved: bool = False


class Mark(Struct, frozen=True):
    """A stretch of text that both years share, or that only one of them has."""

    kind: MarkKind
    text: str
    figure: bool = False
    """The stretch is a figure with its bound and unit, not wording."""


class Change(Struct, frozen=True):
    """What happened to a sentence. The equal and deleted marks spell the old text, the equal and inserted the new."""

    kind: ChangeKind
    old: tuple[int, ...]
    new: tuple[int, ...]
    marks: tuple[Mark, ...]
    score: float
    formula: bool = False
    """A formula of the genre that recurs in every report (各位代表, 以…为指导)."""


class Figure(Struct, frozen=True):
    """A fact and the report that states it."""

    report: int
    fact: Fact


class IndicatorRow(Struct, frozen=True):
    """One indicator and measure over all reports: every figure that belongs in one row of a table.

    The four principal figures and what follows from them are named for the last pair of reports; they are None where
    the reports give none or where the bases differ (then ``note`` says so).
    """

    indicator: str
    measure: Measure
    unit: str
    cells: tuple[Figure, ...]
    old_actual: Figure | None = None
    target: Figure | None = None
    new_actual: Figure | None = None
    new_target: Figure | None = None
    change: Decimal | None = None
    """New actual less old actual, in the unit (percentage points for rates)."""
    change_percent: Decimal | None = None
    against_target: Decimal | None = None
    """New actual less the target set for it."""
    completion: Decimal | None = None
    """Per cent of the target that was reached; only for amounts and counts of which more is better."""
    note: str = ""
    score: float = 1.0


class Evidence(Struct, frozen=True):
    """A clause that reports on a commitment, or promises it again."""

    report: int
    sentence: int
    start: int
    end: int
    text: str
    score: float
    reason: str = ""
    fact: Fact | None = None
    sweeping: bool = False
    """A clause about all of a kind (33项民生实事全部完成): shown, and settles no single row."""


class Drift(Struct, frozen=True):
    """What became of a commitment in the next plan."""

    kind: DriftKind
    note: str = ""
    now: str = ""
    """The figure of the next plan with its bound, where that is what moved."""


class Commitment(Struct, frozen=True):
    """One target or undertaking of a plan, and what the later report says came of it."""

    id: str
    report: int
    sentence: int
    start: int
    end: int
    text: str
    kind: CommitmentKind
    category: Category
    section: int | None
    attribute: Attribute = ""
    strength: Strength = "complete"
    due: str = ""
    fact: Fact | None = None
    baseline: Fact | None = None
    status: Status = "open"
    evidence: tuple[Evidence, ...] = ()
    again: tuple[Evidence, ...] = ()
    result: Fact | None = None
    difference: Decimal | None = None
    """Result less target, in the target's unit (percentage points for rates)."""
    completion: Decimal | None = None
    """Per cent; only for amounts and counts of which more is better."""
    why: str = ""
    confidence: Confidence = "medium"
    drift: Drift | None = None
    first_promised: str = ""
    """Year of the first of the plans given that promises it without a break; empty where only one plan is looked at."""
    times_promised: int = 1
    """In how many plans in a row, this one included."""


class Check(Struct, frozen=True):
    """Figures that must tie and do not, or whose bases differ: the arithmetic, and a neutral word for it."""

    kind: CheckKind
    verdict: str
    """待核差异, 基数修订 or 口径不同."""
    indicator: str
    figures: tuple[Figure, ...]
    arithmetic: str
    flagged: bool = True
    """False for what is shown for information only."""


class Pair(Struct, frozen=True):
    """Everything found between one report and the next. ``old`` equals ``new`` where one report is held to itself."""

    old: int
    new: int
    section_pairs: tuple[SectionPair, ...] = ()
    sentence_pairs: tuple[SentencePair, ...] = ()
    changes: tuple[Change, ...] = ()
    commitments: tuple[Commitment, ...] = ()


class Comparison(Struct, frozen=True):
    """Any number of reports in order of time, with every consecutive pair, and what runs through all of them."""

    reports: tuple[Report, ...]
    pairs: tuple[Pair, ...]
    indicators: tuple[IndicatorRow, ...] = ()
    checks: tuple[Check, ...] = ()
    notices: tuple[Notice, ...] = ()
