"""Topic sentences that open a paragraph: short, and followed by sentences on what they name.

Form alone does not decide. The paragraph right under a heading is an introduction unless it is as long as those that
follow; the last one is often a flourish; a sentence before an enumeration leads in to it.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from statistics import median

from msgspec import Struct
from msgspec.structs import replace

from compare.outline.form import Over, TopicForm
from compare.outline.pieces import Heading, Paragraph, Piece

MADE_ALIKE = 2
"""Characters in which the lengths of two topics of one make differ."""
LONGEST_TURN = 60
"""Characters of the sentence that turns to the problems."""
FEW_BEHIND = 2
"""With fewer sentences behind it, the turn to the problems lists them in a single one."""


class Group(Struct, frozen=True):
    """The paragraphs without a mark under one marked heading, and what kind of heading that is."""

    over: Heading | None
    members: tuple[int, ...]
    """Numbers of paragraphs, in order."""
    review: bool

    @property
    def has_body(self) -> bool:
        """The heading over it is an item of a list with text of its own."""
        return self.over is not None and bool(self.over.label) and (not self.over.own_line or self.over.rank == 0)


class Openings(Struct, frozen=True):
    """The topics that open paragraphs under one marked heading, and where the assembly is addressed there."""

    group: Group
    topics: tuple[Heading, ...]
    addresses: tuple[int, ...]
    """Pieces."""


def find_openings(
    pieces: Sequence[Piece],
    paragraphs: Sequence[Paragraph],
    groups: Sequence[Group],
    over_runs: Mapping[int, Over],
    turns: Container[int],
    form: TopicForm,
) -> list[Openings]:
    """The topic sentences that open paragraphs.

    ``over_runs`` gives for the pieces before a run of ordinals what the run is like; ``turns`` are the paragraphs that
    turn to the problems: they are a subject of their own, whatever their first words.
    """
    return [_openings(pieces, paragraphs, group, over_runs, turns, form) for group in groups]


def _openings(
    pieces: Sequence[Piece],
    paragraphs: Sequence[Paragraph],
    group: Group,
    over_runs: Mapping[int, Over],
    turns: Container[int],
    form: TopicForm,
) -> Openings:
    found: list[Heading] = []
    addresses: list[int] = []
    heads = {
        number
        for number in group.members
        if (first := paragraphs[number].first) in over_runs
        and _heads_a_run(pieces[first].text, group, over_runs[first], form)
    }
    maybe = heads | {number for number in group.members if _may_open(pieces, paragraphs[number], form, group.review)}
    after_address = standing = False
    for position, number in enumerate(group.members):
        paragraph = paragraphs[number]
        text = pieces[paragraph.first].text
        if form.is_address(text):
            after_address = paragraph.count == 1
            addresses.append(paragraph.first)
            standing = not after_address and form.stands_apart(pieces[paragraph.first + 1].text)
            continue
        addressed, after_address = after_address, False
        apart = form.stands_apart(text)
        behind_standing, standing = standing, standing or (apart and bool(addresses))
        if (number in turns or form.is_turn(text)) and group.review and _is_turn(pieces, paragraph, over_runs, form):
            found.append(Heading(paragraph.first, text, apart=True))
            continue
        run = over_runs.get(paragraph.first)
        if number not in maybe or (number not in heads and run is not None and form.introduces(text, run)):
            continue
        if addressed and not apart and not (group.review and form.has_lead(text)):
            continue
        if behind_standing and not group.review and not form.names_standing_subject(text):
            continue
        if (
            position == 0
            and number not in heads
            and not _stands_like_the_rest(number, group, maybe, pieces, paragraphs)
        ):
            continue
        found.append(Heading(paragraph.first, text))
    return Openings(group, tuple(found), tuple(addresses))


def headings_of(opening: Openings) -> list[Heading]:
    """The topics; a single one behind an item with text of its own is a subject beside it, not one of several."""
    topics = list(opening.topics)
    over = opening.group.over
    if over is not None and opening.group.has_body:
        for end in opening.addresses or (None,):
            before = [topic for topic in topics if end is None or topic.piece < end]
            if len(before) == 1:
                topics[0] = replace(before[0], beside=over.piece)
    return topics


def _heads_a_run(text: str, group: Group, run: Over, form: TopicForm) -> bool:
    return form.heads_a_run(text, group.review, parts=run.parts_the_text, alone=run.in_one_paragraph and run.at_once)


def _is_turn(pieces: Sequence[Piece], paragraph: Paragraph, over_runs: Mapping[int, Over], form: TopicForm) -> bool:
    """Whether the turn to the problems is a sentence of its own, with more than one behind it or a run of ordinals."""
    text, *rest = [piece.text for piece in pieces[paragraph.first : paragraph.last]]
    run = over_runs.get(paragraph.first)
    if (run is None or not run.parts_the_text) and (len(rest) < FEW_BEHIND or form.is_item(rest[0])):
        return False
    return len(text) <= LONGEST_TURN and text.endswith("。") and "：" not in text


def _may_open(pieces: Sequence[Piece], paragraph: Paragraph, form: TopicForm, review: bool) -> bool:
    text = pieces[paragraph.first].text
    rest = [pieces[number].text for number in range(paragraph.first + 1, paragraph.last)]
    size = paragraph.size - len(text)
    if not rest or size < max(30, len(text)) or not form.opens(text, review):
        return False
    if (form.leads_in(rest) and not form.stands_apart(text)) or form.concludes(rest):
        return False
    return not form.is_statement(text) or (len(rest) >= 2 and size >= 100)


def _stands_like_the_rest(
    number: int, group: Group, maybe: set[int], pieces: Sequence[Piece], paragraphs: Sequence[Paragraph]
) -> bool:
    """Whether the paragraph right under a heading is one of several topics, not an introduction to them.

    Under a heading without a rank of its own a single other topic says so only where it is made like the first.
    """
    over = group.over
    if over is None or 0 < over.rank <= 3:
        return False
    if not over.own_line:
        return True
    others = [other for other in group.members[1:] if other in maybe]
    if not others or paragraphs[number].size < 0.6 * median(paragraphs[other].size for other in others):
        return False
    one, other = (pieces[paragraphs[at].first].text for at in (number, others[0]))
    return bool(over.rank) or len(others) > 1 or ("，" not in one + other and abs(len(one) - len(other)) <= MADE_ALIKE)
