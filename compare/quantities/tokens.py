"""Words with their parts of speech; figures, dates and quoted names stand as one word each."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from compare.language.lexicon import Lexicon
from compare.quantities.dictionary import Dictionary, dictionary
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
    """Words of a dictionary with their parts of speech."""

    def __init__(self, dictionary: Dictionary, noun_ends: tuple[str, ...] = ()) -> None:
        self._dictionary = dictionary
        self._noun_ends = noun_ends

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
        tags = self._dictionary.tags
        for word, tag in self._dictionary.tag(text[start:end]):
            tag = tags.get(word, tag) or "x"
            if tag == "v" and len(word) > 2 and word.endswith(self._noun_ends):
                tag = "vn"
            found.append(Token(word, tag, start, start + len(word)))
            start += len(word)


@lru_cache(maxsize=4)
def tagger(lexicon: Lexicon) -> Tagger:
    """The tagger of a lexicon."""
    return Tagger(dictionary(lexicon), lexicon.read("names", Names).words.noun_ends)
