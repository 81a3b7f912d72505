"""From raw lines to the clean blocks of a Document, with what is not the report's text set apart."""

from __future__ import annotations

from collections.abc import Sequence

from compare.language.lexicon import Lexicon
from compare.model import Block, BlockKind, Notice, Run, SourceParagraph
from compare.reading.cleaning import Cleaner, Cleaning
from compare.reading.furniture import Furniture
from compare.reading.joining import Line, join_lines
from compare.reading.raw import Raw

SET_APART: tuple[BlockKind, ...] = ("cover", "contents", "furniture")


def build_blocks(
    raw: Raw, file: str, lexicon: Lexicon
) -> tuple[tuple[SourceParagraph, ...], tuple[Block, ...], tuple[Notice, ...]]:
    """Source paragraphs, blocks and notices of a file."""
    source = tuple(SourceParagraph(number, line.text, line.page) for number, line in enumerate(raw.lines, 1))
    cleaner = Cleaner(lexicon)
    lines = [Line(line, cleaner.clean(line.text), number) for number, line in enumerate(raw.lines, 1)]
    lines = [line for line in lines if line.clean.text]
    kinds = Furniture(lexicon.read("cleaning", Cleaning)).kinds(lines)
    blocks: list[Block] = []
    for group, kind in _grouped(lines, kinds):
        blocks.append(_block(len(blocks), group, kind))
    blocks = [_renumbered(block, number) for number, block in enumerate(sorted(blocks, key=_first_paragraph))]
    return source, tuple(blocks), tuple(_set_apart(blocks, file))


def _grouped(lines: Sequence[Line], kinds: Sequence[BlockKind]) -> list[tuple[list[Line], BlockKind]]:
    """Paragraphs of text joined over whatever print stands between; everything else line by line."""
    out: list[tuple[list[Line], BlockKind]] = []
    text = [line for line, kind in zip(lines, kinds, strict=True) if kind == "text"]
    out.extend((group, "text") for group in join_lines(text))
    out.extend(([line], kind) for line, kind in zip(lines, kinds, strict=True) if kind != "text")
    return out


def _first_paragraph(block: Block) -> int:
    return block.runs[0].paragraph


def _block(number: int, group: Sequence[Line], kind: BlockKind) -> Block:
    text = "".join(line.clean.text for line in group)
    runs: list[Run] = []
    bold: list[tuple[int, int]] = []
    marks: list[tuple[int, str]] = []
    shift = 0
    for line in group:
        runs += [Run(shift + at, length, line.paragraph, offset) for at, length, offset in line.clean.kept]
        for start, end in line.raw.bold:
            span = (shift + line.clean.position(start), shift + line.clean.position(end))
            if span[0] < span[1]:
                bold.append(span)
        marks += [(shift + at, mark) for at, mark in line.clean.note_marks]
        shift += len(line.clean.text)
    first = group[0].raw
    return Block(number, kind, text, tuple(runs), first.page, first.style_level, tuple(bold), first.cell, tuple(marks))


def _renumbered(block: Block, number: int) -> Block:
    return Block(
        number, block.kind, block.text, block.runs, block.page, block.style_level, block.bold, block.cell,
        block.note_marks,
    )  # fmt: skip


def _set_apart(blocks: Sequence[Block], file: str) -> list[Notice]:
    notices = []
    for kind in SET_APART:
        apart = [block for block in blocks if block.kind == kind]
        if apart:
            size = sum(len(block.text) for block in apart)
            notices.append(Notice("set-apart", (kind, str(len(apart)), str(size)), file))
    return notices
