"""Small plans written in a test, with their facts, as the program would hand them on."""

from __future__ import annotations

import re

from msgspec.structs import replace

from compare.commitments import find_commitments
from compare.language.lexicon import default_lexicon
from compare.model import Block, Commitment, Document, Identity, Report, Section, Sentence
from compare.quantities import add_facts

IDENTITY = Identity(place="临江市望海区", place_level="county", kind="annual", review_period="2030", plan_year="2031")


def report(plan: str, review: str = "", identity: Identity = IDENTITY) -> Report:
    """A report of a review and a plan. Each line is a paragraph; one that begins with # is a section's heading."""
    blocks: list[Block] = []
    sentences: list[Sentence] = []
    sections: list[Section] = []
    for role, text in (("review", review), ("plan", plan)):
        for line in filter(None, (line.strip() for line in text.splitlines())):
            heading = line.startswith("#")
            line = line.lstrip("# ")
            block = Block(len(blocks), "text", line, ())
            if heading:
                number = len(sentences)
                sections.append(
                    Section(
                        len(sections),
                        line,
                        "",
                        1,
                        "ordinal" if line[1:2] == "是" else "numbered",
                        role,
                        "",
                        role,
                        None,
                        number,
                        number + 1,
                        number + 1,
                    )  # type: ignore[arg-type]
                )
            for found in re.finditer(r"[^。！]+[。！]?", line):
                sentences.append(
                    Sentence(
                        number=len(sentences),
                        text=found[0],
                        block=block.number,
                        start=found.start(),
                        section=len(sections) - 1 if sections else None,
                        role=role,  # type: ignore[arg-type]
                        period=identity.review_period if role == "review" else identity.plan_year,
                        part=role,  # type: ignore[arg-type]
                        paragraph=block.number + 1,
                        heading=heading,
                    )
                )
            blocks.append(block)
    ends = [section.heading for section in sections[1:]] + [len(sentences)]
    closed = tuple(replace(section, last=end) for section, end in zip(sections, ends, strict=False))
    document = Document("望海区.txt", "txt", "", 0, None, (), tuple(blocks))
    return add_facts(Report(document, identity, closed, tuple(sentences)), default_lexicon())


def commitments(plan: str, review: str = "") -> tuple[Commitment, ...]:
    """What the plan promises."""
    return find_commitments(report(plan, review), 0, default_lexicon())
