"""The dictionary that cuts text into words: rjieba's, with the words that the lexicon adds.

rjieba loads one dictionary when it is imported and another for each ``Jieba()``, 0.1 s each. The shipped words go into
the first one before anything is cut with it, so that one serves the whole run. A lexicon to which a user added words
has a dictionary of its own, so that they touch no other run.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, lru_cache

import rjieba
from msgspec import Struct

from compare.language.lexicon import Lexicon, default_lexicon
from compare.quantities.words import Names

FREQUENCY = 100_000
"""So frequent that an added word is not cut into the words that it is made of."""


class Dictionary(Struct, frozen=True):
    """Cuts text; joined, the words are the text."""

    tags: Mapping[str, str]
    """Parts of speech that the lexicon gives, which go before the dictionary's own."""
    cut: Callable[[str], list[str]]
    tag: Callable[[str], list[tuple[str, str]]]


@lru_cache(maxsize=4)
def dictionary(lexicon: Lexicon) -> Dictionary:
    """The dictionary of a lexicon."""
    tags = _tags(lexicon)
    if tags == _tags(default_lexicon()):
        return shipped_dictionary()
    own = rjieba.Jieba()
    return _with_words(tags, own.add_word, own.cut, own.tag)


@cache
def shipped_dictionary() -> Dictionary:
    """The dictionary without words of a user's."""
    return _with_words(_tags(default_lexicon()), rjieba.add_word, rjieba.cut, rjieba.tag)


def _with_words(
    tags: Mapping[str, str],
    add: Callable[[str, int, str], object],
    cut: Callable[[str], list[str]],
    tag: Callable[[str], list[tuple[str, str]]],
) -> Dictionary:
    for word, part_of_speech in tags.items():
        add(word, FREQUENCY, part_of_speech)
    return Dictionary(tags, cut, tag)


def _tags(lexicon: Lexicon) -> dict[str, str]:
    names = lexicon.read("names", Names)
    verbs = {word: "v" for word in names.words.keep if len(word) > 2 or word[0] in names.words.new}
    nouns = dict.fromkeys([*names.words.relational, *names.words.totals], "n")
    return {**nouns, **verbs, **names.tags}
