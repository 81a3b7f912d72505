"""Candidates for gaps, shares, parts and rates: names that say what a ratio relates."""

from __future__ import annotations

from compare.quantities.naming.phrases import text_of
from compare.quantities.naming.state import SentenceState
from compare.quantities.naming.surroundings import RATIOS, SAID, SHORT, Surroundings
from compare.quantities.spots import Spot


class Ratios(Surroundings):
    """Each gives a name, or nothing where its conditions do not hold."""

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
        words = [token for token in spot.left if token.start < spot.stop]
        place = self._phrases.gap(words)
        if place is None:
            return ""
        owner = text_of(self._phrases.from_left(words[:place]))
        if not owner or owner in self._phrases.relational:
            noun = owner or (self._words.growth_noun if state.grew else "")
            owner = state.owner or state.before
            owner += "" if not noun or owner.endswith(noun) else noun
        return owner + text_of(words[place:])

    def share(self, spot: Spot, state: SentenceState) -> str:
        """占全市近六成: the share of the subject."""
        if spot.mention.kind != "percent" or spot.reading.measure != "level":
            return ""
        words = self.left_words(spot)
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
        words = self.left_words(spot)
        place = next((i for i, token in enumerate(words) if token.text in self._phrases.region), None)
        if not noun or not (of or said or place is not None) or noun[-1].text in self._words.circumstance:
            return ""
        owner = text_of(self._phrases.from_left([t for t in words[:place] if place is None or not t.is_verb]))
        bounded = spot.right[0].start > spot.mention.end or spot.stop < spot.mention.start
        measured = owner.endswith((*self._words.share_nouns, *self._words.ratio_ends))
        if owner and not of and place is None and (measured or not said or not bounded):
            return ""
        if of and text_of(noun).endswith((*self._words.share_nouns, *self._words.ratio_ends)):
            return owner + text_of(noun)
        if place is not None and not said:
            owner, of_all = owner or self.near(spot, state), self._words.share_verbs[0] + words[place].text
            return owner + text_of(noun) + of_all + self._words.share_noun
        if spot.link and not owner and not said:
            return self._same_part(text_of(noun), state)
        return owner + text_of(noun) + (said if len(said) <= SAID else "") + self._words.share_noun

    def _same_part(self, noun: str, state: SentenceState) -> str:
        """和40%的税收: the part of another thing, in the whole that was named before."""
        last = state.done[-1].named if state.done else None
        place = last.text.find(self._words.share_verbs[0]) if last and last.kind == "part" else -1
        return noun + last.text[place:] if last and place > 0 else state.owner + noun + self._words.share_noun

    def grown(self, spot: Spot, state: SentenceState) -> str:
        """提出6%左右的生产总值增长目标: what grows, said behind."""
        if spot.reading.measure != "growth" or spot.reading.verb is not None or spot.mention.kind != "percent":
            return ""
        if spot.reached or not spot.right or spot.right[0].text != "的":
            return ""
        noun, growth, _ = text_of(spot.right[1:]).partition(self._words.growth_noun[0])
        return noun if growth and len(noun) >= SHORT - 1 else ""

    def _told(self, spot: Spot, state: SentenceState) -> str:
        """新增财力80%以上用于民生: the part of the subject of which something is said."""
        where = bool(spot.right) and spot.right[0].tag == "p"
        if spot.mention.kind != "percent" or spot.reading.measure != "level" or spot.reached or not spot.right:
            return ""
        said = text_of(spot.right if where else self._phrases.without_lead(spot.right))
        owner = text_of(self.phrase(spot, state)) or self.bare(state.owner) or self.context(spot, state)
        owner = self._phrases.tidy(owner)
        measured = owner.endswith((*self._words.share_nouns, *self._words.ratio_ends))
        if not (where or spot.right[0].is_verb) or not said or len(said) > SAID or measured:
            return ""
        return owner + said + self._words.share_noun if owner else ""

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
            return self._told(spot, state)
        owner = text_of(self.phrase(spot, state)) or self.bare(state.owner)
        return owner + verb + ("" if verb.endswith(self._words.rate_noun) else self._words.rate_noun)
