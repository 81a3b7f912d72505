"""Cut a sentence into what a mark may not cut in half: words, names, and figures with unit and bound."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

import rjieba

from compare.language.lexicon import Lexicon
from compare.quantities.bounds import BoundFinder, bound_finder
from compare.quantities.mentions import Grammar, Mention, grammar

_NAME = re.compile(
    r"^(?:第[一二三四五六七八九十]+[章节部分]+|[一二三四五六七八九十]+(?:、|是|要)|[（(][一二三四五六七八九十\d]+[)）])"
    r"|《[^《》]{1,30}》|“[^“”，。；！？]{1,10}”|[A-Za-z][A-Za-z0-9.+-]*|\d+[A-Za-z]+\b"
)
"""The number of a heading, titles, what stands in quotation marks, and words with Latin letters (PM2.5, 5G, G20)."""
_COUNTED_IN_WORDS = ("percent", "points", "growth")
"""Kinds of unit with which a number in Chinese characters is a figure (三分之一, 翻一番) and not part of a name (八项规定)."""


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

    def __init__(self, quantities: Grammar, bounds: BoundFinder) -> None:
        self._quantities = quantities
        self._bounds = bounds

    def cut(self, text: str) -> tuple[Token, ...]:
        """The tokens of a text, in order; joined they are the text."""
        tokens: list[Token] = []
        place = 0
        for span in self._spans(text):
            tokens += _words(text[place : span.start])
            tokens.append(Token(text[span.start : span.end], span.figure))
            place = span.end
        return (*tokens, *_words(text[place:]))

    def _spans(self, text: str) -> list[Span]:
        """Names, and figures that stand in none, from left to right without overlap."""
        names = [Span(*match.span(), figure=False) for match in _NAME.finditer(text)]
        spans = list(names)
        for mention in self._quantities.mentions(text):
            if _is_word(mention) or any(name.start < mention.end and mention.start < name.end for name in names):
                continue
            start, _ = self._bounds.before(text, mention.start)
            end, _ = self._bounds.after(text, mention.end)
            spans.append(Span(start, end, figure=True))
        out: list[Span] = []
        for span in sorted(spans):
            if out and span.start < out[-1].end:
                span = span._replace(start=out[-1].end)
            if span.start < span.end:
                out.append(span)
        return out


@lru_cache(maxsize=8)
def tokeniser(lexicon: Lexicon) -> Tokeniser:
    """The tokeniser of a lexicon."""
    return Tokeniser(grammar(lexicon), bound_finder(lexicon))


def _is_word(mention: Mention) -> bool:
    """一批, 两个, 三大, 八项: written in characters, a number of things is mostly part of a name."""
    return mention.characters and mention.kind not in _COUNTED_IN_WORDS


def _words(text: str) -> list[Token]:
    return [Token(word, figure=False) for word in rjieba.cut(text)] if text else []
