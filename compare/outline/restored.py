"""Texts of which every sentence stands on a line of its own: their paragraphs are put together again.

Such a text comes from subtitles or from a page that broke its lines. A new line says nothing there, so the words must:
a paragraph begins with numbering, with an address to the assembly, with the turn to the problems, with a standing
subject (外交), and with a short sentence that names another field of work than the one before and says no more. What an
ordinal counts under such a sentence stays with it.
"""

from __future__ import annotations

from collections.abc import Sequence

from compare.language.lexicon import Lexicon
from compare.model import Block
from compare.outline.fields import Fields, field_reader
from compare.outline.form import TopicForm
from compare.outline.headings import MarkedHeadings
from compare.outline.pieces import Paragraph, Piece
from compare.outline.sentences import ENDS

PAUSES = frozenset("，；：")
MANY_LINES = 100
SINGLE = 0.75
"""Share of the characters that stand alone in a sentence a line, from which on lines are no paragraphs; it is 0.98 in
such a text and at most 0.24 in others."""
LONGEST_REST = 4
"""Characters beside the names of fields and their fillings, up to which a sentence says no more than these."""
SHORTEST_TEXT = 30
"""Characters of a paragraph behind its first sentence; before that no new subject begins."""


def restored(
    pieces: Sequence[Piece], paragraphs: Sequence[Paragraph], blocks: Sequence[Block], lexicon: Lexicon
) -> list[Paragraph]:
    """The paragraphs as they are, or where lines are none the paragraphs that the lines once made up."""
    if not _is_cut_to_lines(paragraphs, blocks):
        return list(paragraphs)
    opens = _Openings(lexicon)
    out: list[Paragraph] = []
    for paragraph in paragraphs:
        texts = [piece.text for piece in pieces[paragraph.first : paragraph.last]]
        is_text = blocks[paragraph.block].kind == "text"
        if is_text and not opens.at(texts) and blocks[out[-1].block].kind == "text":
            last = out[-1]
            out[-1] = Paragraph(last.block, last.first, paragraph.last, last.size + paragraph.size)
        else:
            out.append(paragraph)
    return out


def _is_cut_to_lines(paragraphs: Sequence[Paragraph], blocks: Sequence[Block]) -> bool:
    lines = [paragraph for paragraph in paragraphs if blocks[paragraph.block].kind == "text"]
    single = sum(paragraph.size for paragraph in lines if paragraph.count == 1)
    return len(lines) >= MANY_LINES and single >= SINGLE * sum(paragraph.size for paragraph in lines)


class _Openings:
    """Says of one line after the other whether it opens a paragraph."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._form = TopicForm(lexicon)
        self._finder = MarkedHeadings(lexicon)
        self._reader = field_reader(lexicon)
        self._fields: Fields = frozenset()
        self._behind_title = True
        self._one_subject = False
        """Whether what follows, to the next numbering or address, is one item of a list or the problems."""
        self._room = 0

    def at(self, line: Sequence[str]) -> bool:
        """Whether this line, given as its sentences, opens one; to be asked of every line in order."""
        opens = self._opens(line)
        self._room = 0 if opens else self._room + sum(map(len, line))
        return opens

    def _opens(self, line: Sequence[str]) -> bool:
        text = line[0]
        behind_title, self._behind_title = self._behind_title, False
        labelled = self._finder.label(text)
        if labelled and labelled[1].kind == "ordinal" and self._fields:
            return False
        if labelled or self._form.is_address(text) or text[-1] not in ENDS | PAUSES:
            self._fields = frozenset()
            self._one_subject = labelled is not None and not labelled[1].rank
            self._behind_title = not text.endswith("。")
            return True
        if self._form.is_lead_in(text):
            self._fields = frozenset()
        if self._form.is_turn(text):
            self._one_subject = True
            return True
        if behind_title:
            return True
        return len(line) == 1 and self._names_a_subject(text)

    def _names_a_subject(self, text: str) -> bool:
        if self._form.names_standing_subject(text) and self._form.opens(text, review=True):
            self._fields = frozenset()
            return True
        if not self._form.inner(text):
            return False
        fields, rest = self._reader.as_a_whole(text)
        new = len(fields - self._fields) > len(fields & self._fields)
        if self._one_subject or not new or rest > LONGEST_REST or (self._fields and self._room < SHORTEST_TEXT):
            return False
        self._fields = fields
        return True
