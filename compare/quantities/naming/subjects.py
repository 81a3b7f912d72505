"""Candidates from the left of a figure, and from where nothing stands there: subjects carried and inherited."""

from __future__ import annotations

from compare.quantities.naming.phrases import has_noun, has_verb, text_of
from compare.quantities.naming.state import SentenceState
from compare.quantities.naming.surroundings import RATIOS, SAID, Surroundings
from compare.quantities.spots import Spot

BRIEF = 6
"""Characters of what people do beyond which it says by itself what they do it in (领取养老金)."""


class Subjects(Surroundings):
    """Each gives a name, or nothing where its conditions do not hold."""

    def left(self, spot: Spot, state: SentenceState) -> str:
        """新增就业5万人: the phrase that ends at the figure."""
        left = self.phrase(spot, state)
        if left and text_of(left) in self._phrases.effect and spot.mention.kind == "people":
            subject = state.owner or self.context(spot, state, acts=True)
            return self._phrases.owner(subject) + text_of(left) + self._words.people_noun if subject else ""
        acts = all(token.is_verb or token.text in self._phrases.keep for token in left)
        if not left or (state.owner and (not has_noun(left) or (acts and self.verb_of(left)))):
            return ""
        text, owner = text_of(left), self.bare(self.near(spot, state))
        if text.endswith(self._words.seasons) and spot.reading.measure == "growth":
            return ""
        if left[0].text in self._phrases.effect and (subject := state.owner or self.context(spot, state, acts=True)):
            return text if subject.startswith(left[0].text) else self._phrases.owner(subject) + text
        if text in self._phrases.totals and (owner or state.before):
            return owner or state.before
        if text in self._phrases.relational and not owner:
            owner = self.context(spot, state, acts=True)
        if text in self._words.modifiers and owner:
            return text + self._without_modifier(owner)
        if text in self._phrases.relational and owner:
            stem = owner if text in self._words.share_nouns else self._phrases.owner(owner)
            return owner if owner.endswith(text) else stem + text
        if spot.link and state.verb and not has_verb(left):
            return (self.shared_owner(state.verb) if text.endswith(self._words.ratio_ends) else state.verb) + text
        alone = len(left) == 1 and len(text) <= 2 and spot.reading.measure == "level" and spot.mention.kind == "count"
        return self.verb_before(spot, text) + text if alone and not state.owner else text

    def _without_modifier(self, owner: str) -> str:
        word = next((word for word in self._words.modifiers if owner.startswith(word)), "")
        return owner[len(word) :]

    def carried(self, spot: Spot, state: SentenceState) -> str:
        """筹集住房60套，供应30套: the verb here, the object from before."""
        words = self.left_words(spot)
        verb = next((self.verb_of([token]) for token in reversed(words) if self.verb_of([token])), "")
        if verb and len(words) > 1 and all(token.text in self._phrases.keep for token in words):
            verb = text_of(words)
        if not verb and len(words) == 1 and words[0].is_verb and self._phrases.without_lead(words):
            verb = words[0].text
        if verb and state.owner.startswith(verb):
            return state.owner
        return verb + self.bare(state.owner) if verb and state.owner else ""

    def said(self, spot: Spot, state: SentenceState) -> str:
        """其中1项获一等奖: the noun from before with what is said here; 300人参训: the people of what is said."""
        if spot.mention.kind in RATIOS or not spot.right or spot.reached or spot.right[0].text in self._phrases.listing:
            return ""
        said = text_of(self._phrases.without_lead(spot.right))
        if not said or len(said) > SAID:
            return ""
        if spot.mention.kind == "people":
            left = text_of(self.phrase(spot, state))
            owner = left or (self._phrases.owner(state.owner) if len(said) <= BRIEF else "")
            return owner + said + (self._words.people_noun if spot.mention.unit in self._words.persons else "")
        if spot.mention.unit in self._words.events:
            return text_of(spot.right)
        noun = next((head for head in self._phrases.heads if state.owner.endswith(head)), "")
        return said + noun if noun and spot.left else ""

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

    def nearby(self, spot: Spot, state: SentenceState) -> str:
        """The nouns around the figure, for want of anything better."""
        words = [token for token in (*spot.left, *spot.right) if token.is_noun]
        return text_of(words) or state.before
