"""The words around a figure, cut to the phrases that its name can be made of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.quantities.naming.phrases import Phrases, has_noun, text_of
from compare.quantities.naming.state import Named, SentenceState
from compare.quantities.spots import Spot
from compare.quantities.tokens import Token
from compare.quantities.words import Names

RATIOS = ("percent", "points", "times", "growth")
"""Kinds of figures that count nothing."""
SHORT, TOGETHER, SAID, ALL = 4, 16, 14, 22
"""Characters: a noun too general to stand alone; the most that two phrases make together; the most said of a noun; the
most said of one that says nothing alone (项目)."""
BRACKET = re.compile(r"[（(][^（()）]*[)）]")


class Surroundings:
    """What every kind of candidate looks at, with the words of one lexicon."""

    def __init__(self, names: Names, phrases: Phrases) -> None:
        self._medals = names.medals
        self._words = names.words
        self._phrases = phrases

    def left_words(self, spot: Spot) -> list[Token]:
        """What stands left of a figure without what joins them; of a clause before a last 、, its subject."""
        words = [token for token in spot.left if token.start < spot.stop]
        kept = self._phrases.before_origin(self._phrases.before_figure(words, spot.stop))
        if kept and kept[0].text in self._words.against:
            return []
        if words and words[-1].text == "、" and (subject := self._phrases.subject(kept)):
            return subject
        return kept

    def phrase(self, spot: Spot, state: SentenceState) -> list[Token]:
        """The phrase to the left that could name the figure."""
        return self._phrases.from_left(self.left_words(spot))

    def verb_of(self, tokens: Sequence[Token]) -> str:
        """The verb of an addition that a phrase opens with; alone, it must be a verb and no verbal noun."""
        if not tokens or tokens[0].text not in self._phrases.keep:
            return ""
        return tokens[0].text if tokens[0].is_verb or has_noun(tokens[1:]) else ""

    def shared(self, tokens: Sequence[Token]) -> str:
        """What the items of a list share: the phrase up to its last verb of an addition (城市更新供应)."""
        verbs = [i for i, token in enumerate(tokens) if (i == 0 or token.is_verb) and self.verb_of(tokens[i:])]
        if not verbs:
            return ""
        texts = [text_of(tokens[first : verbs[-1] + 1]) for first in (0, *verbs)]
        return next((text for text in texts if len(text) <= 2 * SHORT), "")

    def shared_owner(self, verb: str) -> str:
        """Whose the addition is that items share (城镇新增 → 城镇): a rate among them is his and no addition."""
        places = [place for word in self._phrases.keep if (place := verb.find(word)) >= 0]
        return verb[: min(places, default=0)]

    def bare(self, name: str) -> str:
        """A name without the verb of an addition (新增学位 → 学位)."""
        match = self._phrases.addition.match(name)
        return name[match.end() :] if match and len(name) - match.end() >= SHORT else name

    def subject(self, named: Named, state: SentenceState) -> str:
        """What later figures without a subject belong to: of a gap or a share, what has it; what places do."""
        if named.kind == "part":
            return state.owner or named.text
        if named.kind == "right" and named.text.endswith(self._words.places):
            word = next(word for word in self._words.places if named.text.endswith(word))
            return named.text.removesuffix(word) or named.text
        if named.kind == "said" and named.text.endswith(self._words.people_noun):
            return state.owner or named.text
        if named.kind not in ("contrast", "share", "slot"):
            return named.text
        joins = (*self._phrases.contrast, *self._words.share_verbs) if named.kind != "slot" else self._phrases.contrast
        places = [place for word in joins if (place := named.text.find(word)) > 1]
        subject = named.text[: min(places)] if places else named.text
        return subject.removesuffix(self._words.growth_noun)

    def near(self, spot: Spot, state: SentenceState) -> str:
        """The nearest subject; behind a semicolon, one of a clause between rather than the last figure's."""
        last = state.spots[len(state.done) - 1] if state.done else None
        if last is None or "；" not in state.text[last.mention.end : spot.mention.start]:
            return state.owner
        between = [words for words in state.clauses[last.clause + 1 : spot.clause] if words]
        nouns = [self._phrases.subject(words) for words in between]
        return next((text_of(noun) for noun in reversed(nouns) if noun), state.owner)

    def context(self, spot: Spot, state: SentenceState, acts: bool = False) -> str:
        """The subject of a clause before that has no figure of its own; ``acts``: the object, where a verb opens it."""
        for words in reversed(state.clauses[: spot.clause]):
            if words and words[-1].text in self._words.clause_ends:
                continue
            noun = self._phrases.subject(self._object(words) if acts else words)
            if noun and not noun[-1].text.endswith(self._words.abstract):
                return text_of(noun)
        return ""

    def _object(self, words: Sequence[Token]) -> Sequence[Token]:
        """The words behind the verbs that open a clause."""
        kept = self._phrases.without_lead(words)
        acts = len(kept) > 1 and kept[0].is_verb and kept[0].text not in self._phrases.keep
        return self._phrases.without_lead(kept[1:]) if acts else words

    def is_short(self, name: str, most: int = SHORT) -> bool:
        """Whether a noun is too general to stand alone, whatever its brackets add."""
        return len(BRACKET.sub("", name)) <= most

    def verb_before(self, spot: Spot, noun: str) -> str:
        """What is done to a thing (支持, 建成), straight before its noun left of the figure or before the figure."""
        words = self.left_words(spot)
        if noun and text_of(words[-1:]) == noun:
            words = words[:-1]
        return words[-1].text if words and words[-1].text in self._words.done_to else ""
