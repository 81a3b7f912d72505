"""Small reports written in a test: a heading a line with its depth in # and its role behind |, sentences below."""

from __future__ import annotations

import re
from typing import cast

from msgspec.structs import replace

from compare.model import Block, Document, Identity, Report, Role, Section, Sentence, SourceParagraph


def written(text: str) -> Report:
    """``# 回顾 | review`` opens a section, all other lines are sentences, one after each full stop."""
    sentences: list[Sentence] = []
    sections: list[Section] = []
    open_at: list[int] = []
    role: Role = "other"
    for line in filter(None, (line.strip() for line in text.splitlines())):
        heading = line.startswith("#")
        if heading:
            marks, title, said = re.findall(r"(#+)\s*([^|]*[^|\s])\s*(?:\|\s*(\w+))?$", line)[0]
            role = cast(Role, said) if said else role
            del open_at[len(marks) - 1 :]
            parent = open_at[-1] if open_at else None
            open_at.append(len(sections))
            part = "plan" if role == "plan" else "review"
            at = len(sentences)
            sections.append(
                Section(len(sections), title, "", len(marks), "topic", role, "", part, parent, at, at + 1, at + 1)
            )
            pieces = [title]
        else:
            pieces = re.findall(r"[^。！]+[。！]?", line)
        for piece in pieces:
            owner = open_at[-1] if open_at else None
            sentences.append(Sentence(len(sentences), piece, 0, 0, owner, role, "", "review", 1, heading=heading))
    return Report(
        Document("望海区.txt", "txt", "", 0, None, (SourceParagraph(1, text),), (Block(0, "text", text, ()),)),
        Identity(),
        tuple(_closed(sections, len(sentences))),
        tuple(sentences),
    )


def _closed(sections: list[Section], end: int) -> list[Section]:
    out = []
    for place, section in enumerate(sections):
        last = next((later.heading for later in sections[place + 1 :] if later.level <= section.level), end)
        out.append(replace(section, first=section.heading + 1, last=last))
    return out
