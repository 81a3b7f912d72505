"""The kinds of candidates for a figure's name. Each gives a name, or nothing where its conditions do not hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from compare.quantities.bounds import BoundFinder
from compare.quantities.naming.phrases import Phrases, has_noun, has_verb, text_of
from compare.quantities.naming.state import Named, SentenceState
from compare.quantities.spots import Spot
from compare.quantities.tokens import Token
from compare.quantities.words import Names

Maker = Callable[[Spot, SentenceState], str]
RATIOS = ("percent", "points", "times", "growth")
SHORT, TOGETHER, SAID = 4, 16, 14
"""Characters: a noun too general to stand alone; the most that two phrases make together; the most said of a noun."""


class Candidates:
    """Makes candidates with the words of one lexicon."""

    def __init__(self, names: Names, phrases: Phrases, bounds: BoundFinder) -> None:
        self._medals = names.medals
        self._words = names.words
        self._phrases = phrases
        self._bounds = bounds

    def makers(self) -> Mapping[str, Maker]:
        """Every kind by its name in ``names.toml``."""
        return {
            "slot": self.slot,
            "contrast": self.contrast,
            "share": self.share,
            "part": self.part,
            "rate": self.rate,
            "medal": self.medal,
            "people": self.people,
            "of-right": self.of_right,
            "right": self.right,
            "left": self.left,
            "carried": self.carried,
            "said": self.said,
            "default": self.default,
            "owner": self.owner,
            "context": self.context,
            "nearby": self.nearby,
        }

    # --- the words around ---

    def stop(self, spot: Spot, text: str) -> int:
        """Where bound words, or the verb of growth, begin."""
        stop, _ = self._bounds.before(text, spot.mention.start)
        return min(stop, spot.reading.verb) if spot.reading.verb is not None else stop

    def left_words(self, spot: Spot, text: str) -> list[Token]:
        """What stands left of a figure without what joins them; of a clause before a last 、, its subject."""
        words = [token for token in spot.left if token.start < self.stop(spot, text)]
        kept = self._phrases.before_figure(words, self.stop(spot, text))
        if kept and kept[0].text in self._words.against:
            return []
        if words and words[-1].text == "、" and (subject := self._phrases.subject(kept)):
            return subject
        return kept

    def phrase(self, spot: Spot, state: SentenceState) -> list[Token]:
        """The phrase to the left that could name the figure."""
        return self._phrases.from_left(self.left_words(spot, state.text))

    def verb_of(self, tokens: Sequence[Token]) -> str:
        """The verb of an addition that a phrase opens with; alone, it must be a verb and no verbal noun."""
        if not tokens or tokens[0].text not in self._phrases.keep:
            return ""
        return tokens[0].text if tokens[0].is_verb or has_noun(tokens[1:]) else ""

    def shared(self, tokens: Sequence[Token]) -> str:
        """What the items of a list share: the phrase up to its last verb of an addition (城市更新供应)."""
        verbs = [i for i, token in enumerate(tokens) if (i == 0 or token.is_verb) and self.verb_of(tokens[i:])]
        place = verbs[-1] if verbs else None
        text = "" if place is None else text_of(tokens[: place + 1])
        return text if len(text) <= 2 * SHORT else ""

    def bare(self, name: str) -> str:
        """A name without the verb of an addition (新增学位 → 学位)."""
        match = self._phrases.addition.match(name)
        return name[match.end() :] if match and len(name) - match.end() >= SHORT else name

    def subject(self, named: Named, state: SentenceState) -> str:
        """What later figures without a subject belong to: of a gap or a share, what has it."""
        if named.kind == "part":
            return state.owner or named.text
        if named.kind not in ("contrast", "share", "slot"):
            return named.text
        joins = (*self._phrases.contrast, *self._words.share_verbs) if named.kind != "slot" else self._phrases.contrast
        places = [place for word in joins if (place := named.text.find(word)) > 1]
        subject = named.text[: min(places)] if places else named.text
        return subject.removesuffix(self._words.growth_noun)

    # --- from coordination and comparison ---

    def slot(self, spot: Spot, state: SentenceState) -> str:
        """工业、服务业分别增长6%、7%: its own item of the subject."""
        if spot.mention.start in state.back:
            steps, tail = state.back[spot.mention.start]
            return state.done[-steps].named.text + tail if len(state.done) >= steps else ""
        return state.slots.get(spot.mention.start, "")

    def contrast(self, spot: Spot, state: SentenceState) -> str:
        """高于全国2个百分点: the subject, its growth where that was said, and what it is held against."""
        if spot.mention.kind not in RATIOS or spot.reading.measure != "level":
            return ""
        words = [token for token in spot.left if token.start < self.stop(spot, state.text)]
        place = self._phrases.gap(words)
        if place is None:
            return ""
        owner = text_of(self._phrases.from_left(words[:place]))
        if not owner or owner in self._phrases.relational:
            noun = owner or (self._words.growth_noun if state.grew else "")
            owner = state.owner or state.before
            owner += "" if not noun or owner.endswith(noun) else noun
        return owner + text_of(words[place:])

    # --- percentages ---

    def share(self, spot: Spot, state: SentenceState) -> str:
        """占全市近六成: the share of the subject."""
        if spot.mention.kind != "percent" or spot.reading.measure != "level":
            return ""
        words = self.left_words(spot, state.text)
        place = next((i for i, token in enumerate(words) if token.text in self._words.share_verbs), None)
        if place is None:
            return ""
        behind = self._phrases.from_right(spot.right)[0] if spot.right and spot.right[0].text == "的" else []
        owner = text_of(self._phrases.from_left(words[:place])) or text_of(behind) or self.bare(state.owner)
        owner = owner or state.before
        tail = text_of(words[place:])
        if tail in self._words.share_verbs:
            return owner + self._words.share_whole
        return owner + tail + ("" if tail.endswith(self._words.share_nouns) else self._words.share_noun)

    def part(self, spot: Spot, state: SentenceState) -> str:
        """贡献了全省70%的税收, 80%以上的村通公交: the part of what stands behind."""
        if spot.mention.kind != "percent" or spot.reading.measure != "level" or not spot.right:
            return ""
        if spot.reached and spot.right[0].text != "的":
            return ""
        of = spot.right[0].text == "的"
        noun, rest = self._phrases.from_right(spot.right)
        said = text_of(self._phrases.without_lead(rest))
        words = self.left_words(spot, state.text)
        place = next((i for i, token in enumerate(words) if token.text in self._phrases.region), None)
        if not noun or not (of or said or place is not None) or noun[-1].text in self._words.circumstance:
            return ""
        owner = text_of(self._phrases.from_left([t for t in words[:place] if place is None or not t.is_verb]))
        if owner and not of and place is None:
            return ""
        if place is not None and not said:
            owner, of_all = owner or state.owner, self._words.share_verbs[0] + words[place].text
            return owner + text_of(noun) + of_all + self._words.share_noun
        if spot.link and not owner and not said:
            return self._same_part(text_of(noun), state)
        return owner + text_of(noun) + (said if len(said) <= SAID else "") + self._words.share_noun

    def _same_part(self, noun: str, state: SentenceState) -> str:
        """和40%的税收: the part of another thing, in the whole that was named before."""
        last = state.done[-1].named if state.done else None
        place = last.text.find(self._words.share_verbs[0]) if last and last.kind == "part" else -1
        return noun + last.text[place:] if last and place > 0 else state.owner + noun + self._words.share_noun

    def rate(self, spot: Spot, state: SentenceState) -> str:
        """实现100%达标: a rate made of the verb behind."""
        if spot.mention.kind != "percent" or spot.reading.measure != "level" or not spot.right or spot.reached:
            return ""
        verb = text_of([token for token in spot.right if token.text not in ("“", "”")])
        if (
            not verb
            or len(verb) > 8
            or self._phrases.joins_only(spot.right)
            or spot.right[0].tag[0] in "dcpfux"
            or (spot.right[0].text in self._phrases.predicate and len(spot.right) > 1)
        ):
            return ""
        owner = text_of(self.phrase(spot, state)) or self.bare(state.owner)
        return owner + verb + ("" if verb.endswith(self._words.rate_noun) else self._words.rate_noun)

    # --- counts ---

    def medal(self, spot: Spot, state: SentenceState) -> str:
        """斩获4金5银: medals of the occasion named before the first."""
        if spot.mention.kind != "medal":
            return ""
        metal = self._medals.get(state.text[spot.mention.end - 1], "")
        last = state.done[-1].named if state.done else None
        if last and last.kind == "medal" and not spot.left:
            return next((last.text.removesuffix(m) for m in self._medals.values() if last.text.endswith(m)), "") + metal
        return text_of(self.phrase(spot, state)) + metal

    def people(self, spot: Spot, state: SentenceState) -> str:
        """案件61件61人: the people of what was counted just before."""
        if spot.mention.kind != "people" or not spot.direct or spot.link or not state.owner:
            return ""
        return state.owner + self._words.people_noun

    def of_right(self, spot: Spot, state: SentenceState) -> str:
        """总投资80亿元的12个项目: the measure to the left, of what stands behind the next figure."""
        left = text_of(self.phrase(spot, state))
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
        return noun + left if noun else ""

    def right(self, spot: Spot, state: SentenceState) -> str:
        """推出20项“一次办”事项: the object behind the unit."""
        if spot.mention.kind in (*RATIOS, "time") or spot.reading.measure != "level":
            return ""
        noun, rest = self._phrases.from_right(spot.right)
        following = state.following(spot)
        if not noun and not spot.right and following and following.direct and not following.link:
            noun, rest = self._phrases.from_right(following.right)
        acts = spot.mention.kind == "money" and bool(spot.right) and spot.right[0].is_verb
        if not noun or (acts and has_noun(self.phrase(spot, state))):
            return ""
        if following and following.link and text_of(noun) in self._words.modifiers:
            noun = [*noun, *self._phrases.from_right(following.right)[0][1:]]
        if spot.mention.kind == "none" and (people := self._phrases.people(noun)):
            noun = noun[:people]
        if spot.reached:
            noun = self._phrases.without_measure(noun)
        words = self.left_words(spot, state.text)
        listed = bool(words) and words[-1].text in self._phrases.listing
        left = self._phrases.without_lead(words)[:1] if listed else self._phrases.from_left(words)
        listed = listed or ("、" in text_of(left) and not has_verb(left))
        if self._only_acts(left) and len(text_of(noun)) <= 2 and not self._phrases.without_lead(rest):
            return text_of(left + noun)
        if (listed and not self.verb_of(left)) or self._only_acts(left):
            left = []
        return self._with_left(text_of(noun), left, rest, spot, state)

    def _only_acts(self, left: Sequence[Token]) -> bool:
        """A subject and what it does (A助力5家…), or a number of kinds: nothing that belongs to the object's name."""
        if not left:
            return False
        if all(token.tag[0] == "m" for token in left):
            return True
        return len(left) > 1 and left[-1].is_verb and left[-1].text not in self._phrases.keep

    def _with_left(self, name: str, left: list[Token], rest: Sequence[Token], spot: Spot, state: SentenceState) -> str:
        verb = self.verb_of(left)
        if verb in self._phrases.effect and (owner := state.owner or self.context(spot, state)):
            return self._phrases.owner(owner) + verb + name
        if verb and len(left) == 1:
            return verb + name
        if left and has_noun(left) and "、" not in text_of(left) and len(text_of(left)) + len(name) <= TOGETHER:
            return text_of(left) + name
        if verb:
            return verb + name
        if not left and spot.link and state.verb:
            return state.verb + name
        if not left and (len(name) <= SHORT or spot.mention.kind == "money"):
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
        said = self._phrases.without_lead(rest)
        text = text_of(said)
        if said and said[0].text in self._phrases.effect and len(text) <= SHORT:
            return self._acting(spot, state) + text + name
        general = len(name) <= 2 or any(token.is_noun for token in said)
        if not said or not general or len(text) > SAID or "、" in text:
            return name
        if spot.mention.kind == "money":
            return f"{text}的{name}" if has_verb(said) else name
        return text + name

    def _acting(self, spot: Spot, state: SentenceState) -> str:
        """What brings an effect about: the subject of the clause, else of the figure or the clause before."""
        own = [token for token in self.left_words(spot, state.text) if not token.is_verb]
        return self._phrases.owner(text_of(self._phrases.without_lead(own)) or state.owner or self.context(spot, state))

    # --- from the left ---

    def left(self, spot: Spot, state: SentenceState) -> str:
        """新增就业5万人: the phrase that ends at the figure."""
        left = self.phrase(spot, state)
        if not left or (state.owner and (not has_noun(left) or (len(left) == 1 and self.verb_of(left)))):
            return ""
        text, owner = text_of(left), self.bare(state.owner)
        if text.endswith(self._words.seasons) and spot.reading.measure == "growth":
            return ""
        if left[0].text in self._phrases.effect and (subject := state.owner or self.context(spot, state)):
            return self._phrases.owner(subject) + text
        if text in self._phrases.totals and (owner or state.before):
            return owner or state.before
        if text in self._phrases.relational and not owner:
            owner = self.context(spot, state)
        if text in self._words.modifiers and owner:
            return text + self._without_modifier(owner)
        if text in self._phrases.relational and owner:
            stem = owner if text in self._words.share_nouns else self._phrases.owner(owner)
            return owner if owner.endswith(text) else stem + text
        if spot.link and state.verb and not has_verb(left):
            return state.verb + text
        return text

    def _without_modifier(self, owner: str) -> str:
        word = next((word for word in self._words.modifiers if owner.startswith(word)), "")
        return owner[len(word) :]

    def carried(self, spot: Spot, state: SentenceState) -> str:
        """筹集住房60套，供应30套: the verb here, the object from before."""
        words = self.left_words(spot, state.text)
        verb = next((self.verb_of([token]) for token in reversed(words) if self.verb_of([token])), "")
        if not verb and len(words) == 1 and words[0].is_verb and not self._phrases.without_lead(words) == []:
            verb = words[0].text
        return verb + self.bare(state.owner) if verb and state.owner else ""

    def said(self, spot: Spot, state: SentenceState) -> str:
        """其中1项获一等奖: the noun from before with what is said here; 300人参训: the people of what is said."""
        if spot.mention.kind in RATIOS or not spot.right or spot.reached:
            return ""
        said = text_of(self._phrases.without_lead(spot.right))
        if not said or len(said) > SAID:
            return ""
        if spot.mention.kind == "people":
            left = text_of(self.phrase(spot, state))
            owner = left or (self._phrases.owner(state.owner) if len(said) <= SHORT else "")
            return owner + said + (self._words.people_noun if spot.mention.unit in self._words.persons else "")
        if spot.mention.unit in self._words.events:
            return text_of(spot.right)
        noun = next((head for head in self._phrases.heads if state.owner.endswith(head)), "")
        return said + noun if noun and spot.left else ""

    # --- from elsewhere ---

    def owner(self, spot: Spot, state: SentenceState) -> str:
        """同比增长5%: the subject of the figure before; of a share, the share itself where points or a share follow."""
        last = state.done[-1].named if state.done else None
        share = spot.mention.kind == "points" or (spot.mention.kind == "percent" and spot.reading.measure == "level")
        return last.text if last and last.kind == "share" and share else state.owner

    def default(self, spot: Spot, state: SentenceState) -> str:
        """全年增长5%: the economy as a whole."""
        words = state.clauses[spot.clause]
        if spot.reading.measure != "growth" or state.owner:
            return ""
        named = [token.text for token in words if token.text.endswith(self._words.economy)]
        if not named:
            return ""
        span = named[0] if named[0].endswith(self._words.economy[0]) and named[0] != self._words.economy[0] else ""
        return span + (self._words.gdp_nation if state.nation else self._words.gdp)

    def context(self, spot: Spot, state: SentenceState) -> str:
        """The subject of a clause before that has no figure of its own."""
        for words in reversed(state.clauses[: spot.clause]):
            if words and words[-1].text in self._words.clause_ends:
                continue
            noun = self._phrases.subject(words)
            if noun:
                return text_of(noun)
        return ""

    def nearby(self, spot: Spot, state: SentenceState) -> str:
        """The nouns around the figure, for want of anything better."""
        words = [token for token in (*spot.left, *spot.right) if token.is_noun]
        return text_of(words) or state.before
