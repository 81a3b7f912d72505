"""Words with their parts of speech; figures, dates and quoted names stand as one word each."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import rjieba
from msgspec import Struct

from compare.language.lexicon import Lexicon
from compare.quantities.words import Names

FIGURE = "FIGURE"
NAME = "nz"
DATE = "t"


class Token(Struct, frozen=True):
    """A word of the sentence; ``figure`` is the number of its mention, or -1."""

    text: str
    tag: str
    start: int
    end: int
    figure: int = -1

    @property
    def is_noun(self) -> bool:
        """Can stand in a noun phrase on its own."""
        return self.tag[0] in "njblis" or self.tag in ("vn", "an", "eng", "a", "ag", "zg", "f", "t", "m", "q")

    @property
    def is_verb(self) -> bool:
        """A verb, and no verbal noun."""
        return self.tag[0] == "v" and self.tag != "vn"


class Tagger:
    """rjieba with the words that the lexicon adds."""

    def __init__(self, tags: Iterable[tuple[str, str]], noun_ends: tuple[str, ...] = ()) -> None:
        self._noun_ends = noun_ends
        self._jieba = rjieba.Jieba()
        self._tags = dict(tags)
        for word, tag in self._tags.items():
            self._jieba.add_word(word, 100_000, tag)

    def tokens(self, text: str, whole: list[tuple[int, int, str, int]]) -> list[Token]:
        """Words of a text; each span of ``whole`` (start, end, tag, figure) is one token."""
        found: list[Token] = []
        at = 0
        for start, end, tag, figure in whole:
            self._cut(text, at, start, found)
            found.append(Token(text[start:end], tag, start, end, figure))
            at = end
        self._cut(text, at, len(text), found)
        return found

    def _cut(self, text: str, start: int, end: int, found: list[Token]) -> None:
        if start >= end:
            return
        for word, tag in self._jieba.tag(text[start:end]):
            tag = self._tags.get(word, tag) or "x"
            if tag == "v" and len(word) > 2 and word.endswith(self._noun_ends):
                tag = "vn"
            found.append(Token(word, tag, start, start + len(word)))
            start += len(word)


@lru_cache(maxsize=4)
def tagger(lexicon: Lexicon) -> Tagger:
    """The tagger of a lexicon."""
    names = lexicon.read("names", Names)
    verbs = {word: "v" for word in names.words.keep if len(word) > 2 or word[0] in names.words.new}
    nouns = dict.fromkeys([*names.words.relational, *names.words.totals], "n")
    return Tagger({**nouns, **verbs, **names.tags}.items(), names.words.noun_ends)
