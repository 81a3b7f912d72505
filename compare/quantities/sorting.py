"""Which numbers of a sentence are facts, and why the others are none."""

from __future__ import annotations

import re

from msgspec import Struct

from compare.language.lexicon import Lexicon
from compare.model import LeftOut, Sentence
from compare.quantities.mentions import Mention, grammar
from compare.quantities.refusals import quoted_spans, refusals
from compare.quantities.spots import Clauses
from compare.quantities.tokens import tagger
from compare.quantities.words import Facts


class Sorted(Struct, frozen=True):
    """The mentions of a sentence that are facts, spans that say when, and the account of the rest."""

    taken: tuple[Mention, ...]
    dates: tuple[tuple[int, int], ...]
    left: tuple[LeftOut, ...]


def sort_mentions(sentence: Sentence, clauses: Clauses, lexicon: Lexicon) -> Sorted:
    """The numbers of a sentence, told apart."""
    text, quoted = sentence.text, quoted_spans(sentence.text)
    taken, dates, left = [], [], []
    for mention in grammar(lexicon).mentions(text):
        clause, behind = clauses.around(mention.start)
        if not _stands_alone(text, clause, behind, mention, lexicon):
            continue
        inside = any(start < mention.start and mention.end <= end for start, end in quoted)
        reason = "a name in quotation marks" if inside else refusals(lexicon).reason(text, clause, mention)
        bare = re.compile(lexicon.read("facts", Facts).bare).search(text, clause, mention.start)
        undecided = not reason and not bare and mention.unit == "" and mention.factor == 1 and mention.kind == "none"
        if not reason and not undecided:
            taken.append(mention)
            continue
        written, reason = text[mention.start : mention.end], reason or "a number without a unit"
        left.append(LeftOut(sentence.number, mention.start, mention.end, written, reason, undecided))
        if mention.kind == "time" and mention.unit in ("年", "日") and not inside:
            dates.append((_with_words(text, clause, mention.start, lexicon), mention.end))
    return Sorted(tuple(taken), tuple(dates), tuple(left))


def account(sentence: Sentence, lexicon: Lexicon) -> list[LeftOut]:
    """Every number of a sentence that explains words and reports nothing."""
    text = sentence.text
    return [
        LeftOut(sentence.number, mention.start, mention.end, text[mention.start : mention.end], "in a glossary")
        for mention in grammar(lexicon).mentions(text)
    ]


def _with_words(text: str, clause: int, start: int, lexicon: Lexicon) -> int:
    """Where the words that make a span of years of a date begin (连续第7年)."""
    before = text[clause:start]
    word = next((word for word in lexicon.read("facts", Facts).date_heads if before.endswith(word)), "")
    return start - len(word)


def _stands_alone(text: str, clause: int, behind: int, mention: Mention, lexicon: Lexicon) -> bool:
    """A number in characters is one only where the words say so (not in 长三角, 千方百计, 零部件)."""
    if mention.characters and mention.value == 0:
        return False
    if not mention.characters or mention.kind in ("percent", "growth", "points"):
        return True
    tokens = tagger(lexicon).tokens(text[clause:behind], [])
    start = mention.start - clause
    token = next((token for token in tokens if token.end > start), None)
    if token is not None and mention.vague and token.start == start and token.end == start + 1:
        return True
    if token is None or token.start != start:
        return False
    return token.tag[0] in "mq" or token.end + clause == mention.end or mention.high is not None
