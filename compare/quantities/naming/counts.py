"""Candidates for what is counted: the noun behind the unit, and what is said of it."""

from __future__ import annotations

from collections.abc import Sequence

from compare.quantities.naming.phrases import has_noun, has_verb, text_of
from compare.quantities.naming.state import SentenceState
from compare.quantities.naming.surroundings import ALL, RATIOS, SAID, SHORT, TOGETHER, Surroundings
from compare.quantities.spots import Spot
from compare.quantities.tokens import Token

BULK = ("energy", "weight", "volume")
"""Kinds of figures that say how much one thing holds or makes, not how many there are."""


class Counts(Surroundings):
    """Each gives a name, or nothing where its conditions do not hold."""

    def medal(self, spot: Spot, state: SentenceState) -> str:
        """斩获4金5银: medals of the occasion named before the first."""
        if spot.mention.kind != "medal":
            return ""
        metal = self._medals.get(state.text[spot.mention.end - 1], "")
        last = state.done[-1].named if state.done else None
        if last and last.kind == "medal" and not spot.left:
            return next((last.text.removesuffix(m) for m in self._medals.values() if last.text.endswith(m)), "") + metal
        return (self._event(spot) or text_of(self.phrase(spot, state))) + metal

    def _event(self, spot: Spot) -> str:
        """在省运会上斩获4金: the occasion."""
        words = self.left_words(spot)
        first = next((i for i, token in enumerate(words) if token.text == self._words.event_start), None)
        last = next((i for i, token in enumerate(words) if token.text in self._words.event_ends), None)
        return text_of(words[first + 1 : last]) if first is not None and last is not None and first < last else ""

    def people(self, spot: Spot, state: SentenceState) -> str:
        """案件61件61人: the people of what was counted just before."""
        if spot.mention.kind != "people" or not spot.direct or spot.link or not state.owner:
            return ""
        return state.owner + self._words.people_noun

    def of_right(self, spot: Spot, state: SentenceState) -> str:
        """总投资80亿元的12个项目: the measure to the left, of what stands behind the next figure."""
        words = self.phrase(spot, state)
        mark = max((i for i, token in enumerate(words) if token.text == "、"), default=-1)
        words = words[mark + 1 :]
        while len(words) > 1 and words[0].text in self._phrases.keep:
            words = words[1:]
        left = text_of(words)
        following = state.following(spot)
        if (
            spot.mention.kind in RATIOS
            or not left.endswith(self._words.measure_heads)
            or not spot.right
            or spot.right[0].text != "的"
        ):
            return ""
        nouns = following.right if following is not None and len(spot.right) == 1 else spot.right
        noun = text_of(self._phrases.from_right(nouns)[0])
        return noun + left if noun and not noun.endswith(self._words.clause_ends) else ""

    def right(self, spot: Spot, state: SentenceState) -> str:
        """推出20项“一次办”事项: the object behind the unit."""
        if spot.mention.kind in (*RATIOS, "time") or spot.reading.measure != "level":
            return ""
        noun, rest = self._counted(spot, state)
        if text_of(noun) in self._medals.values() and (event := self._event(spot)):
            return event + text_of(noun)
        acts = spot.mention.kind == "money" and bool(spot.right) and spot.right[0].is_verb
        if not noun or (acts and has_noun(self.phrase(spot, state))):
            return ""
        words = self.left_words(spot)
        listed = bool(words) and words[-1].text in self._phrases.listing
        left = self._phrases.without_lead(words)[:1] if listed else self._phrases.from_left(words)
        listed = listed or ("、" in text_of(left) and not has_verb(left))
        if self._only_acts(left) and len(text_of(noun)) <= 2 and not self._phrases.without_lead(rest):
            return text_of(left + noun)
        if (listed and not self.verb_of(left)) or self._only_acts(left):
            left = []
        bare = text_of(noun)
        if listed and len(bare) <= 2 and not has_noun([token for token in rest if not token.is_verb]):
            return self._of_what(bare, words, spot)
        name = self._with_left(bare, left, rest, spot, state)
        return name if name != bare or len(name) > 2 else self._of_what(name, words, spot)

    def _counted(self, spot: Spot, state: SentenceState) -> tuple[list[Token], Sequence[Token]]:
        """What is counted, and what is said of it."""
        noun, rest = self._phrases.from_right(spot.right)
        following = state.following(spot)
        if not noun and not spot.right and following and following.direct and not following.link:
            noun, rest = self._phrases.from_right(following.right)
        if spot.mention.kind in BULK and not spot.link:
            noun = noun[: next((i for i, token in enumerate(noun) if token.text == "、"), len(noun))]
        if noun and noun[-1].text in self._words.clause_ends:
            noun = [] if has_noun(self.phrase(spot, state)) else noun[:-1]
        if self._is_modifier(noun):
            noun = [*noun, *self._shared_head(state)]
        if spot.mention.kind == "none" and (people := self._phrases.people(noun)):
            noun, rest = noun[:people], []
        if spot.mention.kind in ("people", "none") and (persons := self._phrases.persons(noun)) != noun:
            noun, rest = persons, []
        if not spot.reached:
            return noun, rest
        done_for = bool(spot.left) and spot.left[-1].tag[0] == "p"
        return self._phrases.without_measure(noun), rest if done_for else ()

    def _of_what(self, noun: str, words: Sequence[Token], spot: Spot) -> str:
        """A noun that says nothing alone, with its examples (甲、乙等5个项目) or with what is done (支持60个项目)."""
        if words and words[-1].text in self._phrases.listing:
            examples = self._phrases.without_lead(words[:-1])
            last = max((i for i, token in enumerate(examples) if token.text == "、"), default=-1)
            if len(text_of(examples)) > TOGETHER and (verb := self.verb_of(examples)):
                return verb + noun
            said = text_of(examples) if len(text_of(examples)) <= TOGETHER else text_of(examples[last + 1 :])
            return f"{said}{words[-1].text}{noun}" if said and len(said) <= TOGETHER else noun
        return self.verb_before(spot, "") + noun

    def _shared_head(self, state: SentenceState) -> list[Token]:
        """3个省级、5个市级示范园: what the last of the list has behind its own modifier."""
        for other in state.spots[len(state.done) + 1 :]:
            noun = self._phrases.from_right(other.right)[0] if other.link else []
            own = next((i for i in range(1, 4) if self._is_modifier(noun[:i])), 0)
            if not own:
                break
            if noun[own:]:
                return noun[own:]
        return []

    def _is_modifier(self, noun: Sequence[Token]) -> bool:
        """A rank or a class by size (市级, 500亿级) that lacks its noun."""
        text = text_of(noun)
        return text in self._words.modifiers or text.endswith(self._words.class_end)

    def _only_acts(self, left: Sequence[Token]) -> bool:
        """A subject and what it does (A助力5家…), or a number of kinds: nothing that belongs to the object's name."""
        if not left:
            return False
        kinds = (
            left[0].tag[0] == "m" and len(text_of(left)) < SHORT and not left[0].text.startswith(self._words.ordinal)
        )
        if kinds or all(token.tag[0] == "m" for token in left):
            return True
        return len(left) > 1 and left[-1].is_verb and left[-1].text not in self._phrases.keep

    def _with_left(self, name: str, left: list[Token], rest: Sequence[Token], spot: Spot, state: SentenceState) -> str:
        verb = self.verb_of(left)
        if verb in self._phrases.effect and (owner := state.owner or self.context(spot, state, acts=True)):
            return self._phrases.owner(owner) + verb + name
        if left and left[-1].text in self._phrases.effect and len(text_of(left)) <= ALL:
            return text_of(left) + name
        if verb and len(left) == 1:
            alone = self.is_short(name, SHORT - 1) and has_verb(rest[:1]) and not self._phrases.joins_only(rest[:1])
            return verb + (self._with_said(name, rest, spot, state) if alone else name)
        most = ALL if self.is_short(name) else TOGETHER
        if left and has_noun(left) and "、" not in text_of(left) and len(text_of(left)) + len(name) <= most:
            return text_of(left) + name
        nouns = left[next((i for i, token in enumerate(left) if not token.is_verb), 0) :]
        if verb and len(left) - len(nouns) > 1 and len(text_of(nouns)) + len(name) <= TOGETHER:
            return text_of(nouns) + name
        if verb:
            return verb + name
        if not left and spot.link and state.verb:
            return state.verb + name
        if not left and (self.is_short(name) or spot.mention.kind == "money"):
            return self._with_said(name, rest or self._said_of_all(spot, state), spot, state)
        return name

    def _said_of_all(self, spot: Spot, state: SentenceState) -> Sequence[Token]:
        """12个小区、30个村接通管道天然气: what is said behind the last of a list is said of each."""
        last = spot
        for other in state.spots[len(state.done) + 1 :]:
            if other.clause != spot.clause:
                break
            last = other
        return self._phrases.from_right(last.right)[1] if last is not spot else ()

    def _with_said(self, name: str, rest: Sequence[Token], spot: Spot, state: SentenceState) -> str:
        """12个项目获科学技术奖: what is said of a thing too general to stand alone."""
        said = self._phrases.without_lead(self._one_thing(rest))
        text = text_of(said)
        if said and said[0].text in self._phrases.effect and len(text) <= SHORT:
            return self._acting(spot, state) + text + name
        general = len(name) < SHORT or any(token.is_noun for token in said)
        idiom = all(token.tag[0] in "il" for token in said)
        if idiom or not general or len(text) > (ALL if len(name) <= 2 or name[-1] in "）)" else SAID):
            return name
        if spot.mention.kind == "money":
            return f"{text}的{name}" if has_verb(said) else name
        return text if text.endswith(name) else text + name

    def _one_thing(self, rest: Sequence[Token]) -> Sequence[Token]:
        """The first thing said (获金奖、居全国前列)."""
        marks = (i for i, token in enumerate(rest[:-1]) if token.text == "、")
        return rest[: next((i for i in marks if i == 0 or rest[i + 1].is_verb), len(rest))]

    def _acting(self, spot: Spot, state: SentenceState) -> str:
        """What brings an effect about: the subject of the clause, else of the figure or the clause before."""
        own = [token for token in self.left_words(spot) if not token.is_verb]
        own = self._phrases.without_lead(own)
        return self._phrases.owner(text_of(own) or state.owner or self.context(spot, state, acts=True))
