"""Candidates for a figure's name, and the one that declared priority takes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from compare.language.lexicon import Lexicon
from compare.quantities.bounds import BoundFinder, bound_finder
from compare.quantities.naming.phrases import Phrases, has_noun, text_of
from compare.quantities.naming.together import slots
from compare.quantities.spots import Spot
from compare.quantities.tokens import Token
from compare.quantities.words import Bounds, Facts, Names


@dataclass(frozen=True, slots=True)
class Named:
    """A name, the kind of candidate it came from, and how sure that kind is."""

    text: str
    kind: str
    score: float


@dataclass(slots=True)
class _Sentence:
    """What is known while the figures of one sentence are named from left to right."""

    text: str
    clauses: list[list[Token]]
    nation: bool
    before: str
    """Name of the last figure of the sentence before."""
    slots: dict[int, str]
    """Names from coordination, by figure."""
    names: list[Named] = field(default_factory=list)
    owners: list[str] = field(default_factory=list)
    """What each figure so far belongs to: its name without the verb of an addition."""
    verbs: list[str] = field(default_factory=list)
    """The verb of an addition that a following item of the same list shares."""


Maker = Callable[[Spot, _Sentence], str]


class Namer:
    """Makes names with the words of one lexicon."""

    def __init__(self, names: Names, bounds: Bounds, facts: Facts, finder: BoundFinder) -> None:
        self._names = names
        self._words = names.words
        self._phrases = Phrases(names.words, bounds, facts.measure)
        self._bounds = finder
        self._makers: dict[str, Maker] = {
            "slot": self._slot,
            "contrast": self._contrast,
            "share": self._share,
            "part": self._part,
            "rate": self._rate,
            "medal": self._medal,
            "right": self._right,
            "left": self._left,
            "carried": self._carried,
            "owner": self._owner,
            "default": self._default,
            "context": self._context,
            "nearby": self._nearby,
        }

    def names(
        self, text: str, clauses: list[list[Token]], spots: Sequence[Spot], nation: bool, before: str
    ) -> list[Named]:
        """A name for each figure of a sentence; never empty where the sentence has a word."""
        state = _Sentence(text, clauses, nation, before, slots(spots, self._phrases, self._names, self._stop))
        for spot in spots:
            state.names.append(self._choose(spot, state))
            self._remember(spot, state)
        return state.names

    def _choose(self, spot: Spot, state: _Sentence) -> Named:
        for kind in self._names.priority:
            made = self._makers[kind](spot, state) if kind in self._makers else ""
            made = self._phrases.tidy(made)
            if made:
                return Named(made, kind, self._names.score.get(kind, 0.5))
        return Named(state.text[:12], "nearby", 0.1)

    def _remember(self, spot: Spot, state: _Sentence) -> None:
        name = state.names[-1]
        if name.kind in ("contrast", "share") and state.owners:
            state.owners.append(state.owners[-1])
        else:
            state.owners.append(name.text)
        left = self._phrases.from_left(self._left_words(spot, state))
        verb = left[0].text if left and left[0].text in self._phrases.keep else ""
        state.verbs.append(verb or (state.verbs[-1] if spot.link and state.verbs and not _has_verb(left) else ""))

    # --- the words to the left ---

    def _stop(self, spot: Spot, text: str) -> int:
        """Where bound words, or the verb of growth, begin."""
        stop, _ = self._bounds.before(text, spot.mention.start)
        return min(stop, spot.reading.verb) if spot.reading.verb is not None else stop

    def _left_words(self, spot: Spot, state: _Sentence) -> list[Token]:
        return self._phrases.before_figure(spot.left, self._stop(spot, state.text))

    def _owner_of(self, state: _Sentence) -> str:
        """The nearest subject in the sentence, without the verb of an addition."""
        return self._bare(state.owners[-1]) if state.owners else ""

    def _bare(self, name: str) -> str:
        verb = next((word for word in sorted(self._phrases.keep, key=len, reverse=True) if name.startswith(word)), "")
        return name[len(verb) :] if len(name) - len(verb) >= 2 else name

    # --- candidates ---

    def _slot(self, spot: Spot, state: _Sentence) -> str:
        return state.slots.get(spot.mention.start, "")

    def _contrast(self, spot: Spot, state: _Sentence) -> str:
        """高于全国2个百分点: the subject, its growth where that was said, and what it is held against."""
        if spot.mention.kind not in ("points", "percent", "times"):
            return ""
        words = [token for token in spot.left if token.start < self._stop(spot, state.text)]
        place = next((i for i, token in enumerate(words) if token.text in self._words.contrast), None)
        if place is None or place == len(words) - 1:
            return ""
        owner = text_of(self._phrases.from_left(words[:place]))
        if not owner or owner in self._phrases.relational:
            last = state.names[-1] if state.names else None
            growth = self._words.growth_noun if not owner and last and self._grew(state) else owner
            owner = self._owner_of(state) or state.before
            if growth and not owner.endswith(growth):
                owner += growth
        return owner + text_of(words[place:])

    def _grew(self, state: _Sentence) -> bool:
        return self.last_measure == "growth"

    last_measure: str = ""

    def _share(self, spot: Spot, state: _Sentence) -> str:
        """占全市近六成: the share of the subject."""
        if spot.mention.kind != "percent" or spot.reading.measure != "level":
            return ""
        words = self._left_words(spot, state)
        place = next((i for i, token in enumerate(words) if token.text in self._words.share_verbs), None)
        if place is None:
            return ""
        owner = text_of(self._phrases.from_left(words[:place])) or self._owner_of(state) or state.before
        tail = text_of(words[place:])
        return owner + tail + ("" if tail.endswith(self._words.share_nouns) else self._words.share_noun)

    def _part(self, spot: Spot, state: _Sentence) -> str:
        """贡献了全省70%的税收: the subject's part of what stands behind."""
        if spot.mention.kind != "percent" or not spot.right or spot.right[0].text != "的":
            return ""
        noun = text_of(self._phrases.from_right(spot.right)[0])
        words = self._left_words(spot, state)
        if not noun:
            return ""
        place = next((i for i, token in enumerate(words) if token.text in self._phrases.region), None)
        region = words[place].text if place is not None else ""
        owner = text_of(self._phrases.from_left([t for t in words[:place] if not t.is_verb])) or self._owner_of(state)
        if not region and not spot.link:
            return ""
        return f"{owner}{noun}占{region or '总量'}{self._words.share_noun}"

    def _rate(self, spot: Spot, state: _Sentence) -> str:
        """实现100%达标: a rate made of the verb behind."""
        if spot.mention.kind != "percent" or spot.reading.measure != "level" or not spot.right:
            return ""
        right = [token for token in spot.right if token.text not in ("的", "“", "”")]
        verb = text_of(right)
        if not right or spot.right[0].text == "的" or len(verb) > 8 or right[0].tag[0] in "dcpf":
            return ""
        owner = text_of(self._phrases.from_left(self._left_words(spot, state))) or self._owner_of(state)
        return owner + verb + ("" if verb.endswith(self._words.rate_noun) else self._words.rate_noun)

    def _medal(self, spot: Spot, state: _Sentence) -> str:
        if spot.mention.kind != "medal":
            return ""
        metal = state.text[spot.mention.end - 1]
        words = text_of(self._phrases.from_left(self._left_words(spot, state)))
        return words + self._names.medals.get(metal, metal)

    def _right(self, spot: Spot, state: _Sentence) -> str:
        """推出20项“一次办”事项: the object behind the unit."""
        if spot.mention.kind in ("percent", "points", "times", "time", "growth") or spot.reading.measure != "level":
            return ""
        noun, rest = self._phrases.from_right(spot.right)
        if not noun:
            return ""
        name = text_of(noun)
        words = self._left_words(spot, state)
        left = self._phrases.from_left(words) if not (words and words[-1].text == "等") else words[:1]
        return self._with_left(name, left, rest, spot, state)

    def _with_left(self, name: str, left: list[Token], rest: list[Token], spot: Spot, state: _Sentence) -> str:
        verb = left[0].text if left and left[0].text in self._phrases.keep else ""
        if verb.startswith(self._phrases.effect) and self._owner_of(state):
            return self._owner_of(state) + verb + name
        if verb and len(left) == 1:
            return verb + name
        if left and has_noun(left) and "、" not in text_of(left) and len(text_of(left)) + len(name) <= 16:
            return text_of(left) + name
        if verb:
            return verb + name
        if not left and spot.link and state.verbs and state.verbs[-1]:
            return state.verbs[-1] + name
        if not left and len(name) <= 4 and rest:
            return self._with_predicate(name, rest)
        return name

    def _with_predicate(self, name: str, rest: list[Token]) -> str:
        """12个项目获国家科学技术奖: what is said of a thing too general to stand alone."""
        said = self._phrases.without_lead(rest)
        text = text_of(said)
        return (text + name) if said and len(text) <= 14 else name

    def _left(self, spot: Spot, state: _Sentence) -> str:
        """新增就业5万人: the phrase that ends at the figure."""
        left = self._phrases.from_left(self._left_words(spot, state))
        if not has_noun(left):
            return ""
        text, owner = text_of(left), self._owner_of(state)
        if text in self._phrases.totals and (owner or state.before):
            return owner or state.before
        if text in self._phrases.relational and owner:
            return owner if owner.endswith(text) else owner + text
        if left[0].text.startswith(self._phrases.effect) and owner:
            return owner + text
        if spot.link and state.verbs and state.verbs[-1] and not _has_verb(left):
            return state.verbs[-1] + text
        return text

    def _carried(self, spot: Spot, state: _Sentence) -> str:
        """筹集住房60套，供应30套: the verb here, the object from before."""
        left = self._left_words(spot, state)
        verb = next((token.text for token in reversed(left) if token.text in self._phrases.keep), "")
        owner = self._owner_of(state)
        return verb + owner if verb and owner else ""

    def _owner(self, spot: Spot, state: _Sentence) -> str:
        return state.owners[-1] if state.owners else ""

    def _default(self, spot: Spot, state: _Sentence) -> str:
        """全年增长5%: the economy as a whole."""
        clause = text_of(state.clauses[spot.clause])
        if spot.reading.measure != "growth" or not any(word in clause for word in self._words.economy):
            return ""
        return self._words.gdp_nation if state.nation else self._words.gdp

    def _context(self, spot: Spot, state: _Sentence) -> str:
        """The subject of a clause before that has no figure of its own."""
        for words in reversed(state.clauses[: spot.clause]):
            noun, _ = self._phrases.from_right(self._phrases.without_lead(words))
            if noun:
                return text_of(noun)
        return ""

    def _nearby(self, spot: Spot, state: _Sentence) -> str:
        words = [token for token in (*spot.left, *spot.right) if token.is_noun]
        return text_of(words) or state.before


def _has_verb(tokens: Sequence[Token]) -> bool:
    return any(token.is_verb for token in tokens)


@lru_cache(maxsize=4)
def namer(lexicon: Lexicon) -> Namer:
    """The namer of a lexicon."""
    return Namer(
        lexicon.read("names", Names),
        lexicon.read("bounds", Bounds),
        lexicon.read("facts", Facts),
        bound_finder(lexicon),
    )
