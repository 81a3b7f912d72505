"""Cut a sentence into what a mark may not cut in half: words, names, and figures with unit and bound."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from compare.language.lexicon import Lexicon
from compare.language.rules import FindingRule
from compare.language.schema import Schema
from compare.quantities.bounds import BoundFinder, bound_finder
from compare.quantities.dictionary import Dictionary, dictionary
from compare.quantities.mentions import Grammar, Mention, grammar


class Wholes(Schema, frozen=True):
    """Schema of ``differences.toml``."""

    counted_in_words: tuple[str, ...]
    whole: tuple[FindingRule, ...]
    """What is marked as a whole."""


class Token(NamedTuple):
    """A stretch of text that is marked as a whole."""

    text: str
    figure: bool


class Span(NamedTuple):
    """A stretch that is one token."""

    start: int
    end: int
    figure: bool


class Tokeniser:
    """Cuts sentences with the figures and bound words of one lexicon."""

    def __init__(self, wholes: Wholes, quantities: Grammar, bounds: BoundFinder, words: Dictionary) -> None:
        self._whole = re.compile("|".join(f"(?:{whole.pattern})" for whole in wholes.whole))
        self._counted_in_words = frozenset(wholes.counted_in_words)
        self._quantities = quantities
        self._bounds = bounds
        self._words = words

    def cut(self, text: str) -> tuple[Token, ...]:
        """The tokens of a text, in order; joined they are the text."""
        tokens: list[Token] = []
        place = 0
        for span in self._spans(text):
            tokens += self._cut(text[place : span.start])
            tokens.append(Token(text[span.start : span.end], span.figure))
            place = span.end
        return (*tokens, *self._cut(text[place:]))

    def _cut(self, text: str) -> list[Token]:
        return [Token(word, figure=False) for word in self._words.cut(text)] if text else []

    def _spans(self, text: str) -> list[Span]:
        """Names, and figures that stand in none, from left to right without overlap."""
        names = [Span(*match.span(), figure=False) for match in self._whole.finditer(text)]
        spans = list(names)
        for mention in self._quantities.mentions(text):
            if self._is_word(mention) or any(name.start < mention.end and mention.start < name.end for name in names):
                continue
            start, group = self._bounds.before(text, mention.start)
            # 控制在4.6%以内 states what 4.6%以内 states: a weak bound word is a verb of its own.
            if group is not None and group.weak:
                start = mention.start
            end, _ = self._bounds.after(text, mention.end)
            spans.append(Span(start, end, figure=True))
        out: list[Span] = []
        for span in sorted(spans):
            if out and span.start < out[-1].end:
                span = span._replace(start=out[-1].end)
            if span.start < span.end:
                out.append(span)
        return out

    def _is_word(self, mention: Mention) -> bool:
        return mention.characters and mention.kind not in self._counted_in_words


@lru_cache(maxsize=8)
def tokeniser(lexicon: Lexicon) -> Tokeniser:
    """The tokeniser of a lexicon."""
    wholes = lexicon.read("differences", Wholes)
    return Tokeniser(wholes, grammar(lexicon), bound_finder(lexicon), dictionary(lexicon))
