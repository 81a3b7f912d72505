"""The great parts of a report, walked through from its first sentence to its last."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import accumulate

from msgspec import Struct

from compare.outline.pieces import Heading, Paragraph, Piece
from compare.outline.roles import Place, RoleReader

LATEST = 10
"""The call at the end stands within so many paragraphs from it."""


class Ends(Struct, frozen=True):
    """Where the closing and each annex begin (numbers of paragraphs; the number of paragraphs where there is none)."""

    closing: int
    annexes: tuple[int, ...]
    """The paragraphs that are the annexes' titles."""
    first_annex: int


def find_ends(pieces: Sequence[Piece], paragraphs: Sequence[Paragraph], reader: RoleReader) -> Ends:
    """The closing and the annexes, from behind."""
    texts = ["".join(piece.text for piece in pieces[p.first : p.last]) for p in paragraphs]
    half = bisect_left(list(accumulate(map(len, texts))), sum(map(len, texts)) / 2)
    first = next((n for n in range(half, len(texts)) if reader.is_annex(texts[n], behind_closing=False)), len(texts))
    closing = _closing(texts[:first], reader)
    if closing < first:
        behind = range(closing + 1, first)
        first = next((n for n in behind if reader.is_annex(texts[n], behind_closing=True)), first)
    titles: list[int] = []
    for number in range(first, len(texts)):
        bare_before = number > first and reader.is_bare_annex(texts[number - 1])
        titled = reader.is_annex(texts[number], behind_closing=number == first)
        if (titled and not reader.is_bare_annex(texts[number])) or bare_before:
            titles.append(number)
    return Ends(min(closing, first), tuple(titles), first)


def _closing(texts: Sequence[str], reader: RoleReader) -> int:
    """The first paragraph of the call at the end: the call itself, and the address before it."""
    for number in range(len(texts) - 1, max(-1, len(texts) - LATEST), -1):
        if reader.is_closing(texts[number]):
            start = number
            while start > 0 and number - start < 2 and not reader.is_address(texts[start]):
                start -= 1
            return start if reader.is_address(texts[start]) else number
    return len(texts)


def find_places(
    pieces: Sequence[Piece],
    paragraphs: Sequence[Paragraph],
    tops: Mapping[int, Heading],
    numbered: Mapping[int, Heading],
    ends: Ends,
    reader: RoleReader,
) -> list[Place]:
    """For each piece its role, period and part.

    ``tops`` are the headings of the first level and ``numbered`` the numbered ones below it, by their pieces.
    """
    place, section, title = Place("other", "", "opening"), None, ""
    places: list[Place] = []
    for number, paragraph in enumerate(paragraphs):
        top = tops.get(paragraph.first)
        texts = [piece.text for piece in pieces[paragraph.first : paragraph.last]]
        if number in ends.annexes:
            place = reader.annex("".join(texts))
        elif number >= ends.first_annex:
            place = place if place.part == "annex" else Place("other", "", "annex")
        elif number >= ends.closing:
            place = Place("other", "", "closing")
        elif top:
            place = section = reader.section(top.title, section)
            title = top.title
        elif section and (turned := reader.turns_to_next(title, texts[0])):
            place = section = turned
        elif section and section.role == "review":
            place = _turned(place, section, texts, reader)
        elif section and (under := numbered.get(paragraph.first)):
            place = reader.past(under.title) or section
        places += [place] * paragraph.count
    return places


def looking_back(
    pieces: Sequence[Piece], paragraphs: Sequence[Paragraph], places: Sequence[Place], reader: RoleReader
) -> list[Place]:
    """The places of the single sentences: in the plan, too, a paragraph may first tell of the year that is over."""
    out = list(places)
    for paragraph in paragraphs:
        here = places[paragraph.first]
        back = reader.looks_back(pieces[paragraph.first].text) if here.part == "plan" else None
        if back is None:
            continue
        for number in range(paragraph.first, paragraph.last):
            if reader.looks_forward(pieces[number].text):
                break
            out[number] = back
    return out


def _turned(place: Place, section: Place, texts: Sequence[str], reader: RoleReader) -> Place:
    """Into the problems part and out of it again."""
    if reader.is_problems(texts):
        return Place("review", section.period, "problems")
    if reader.is_address(texts[0]):
        return section
    return place
