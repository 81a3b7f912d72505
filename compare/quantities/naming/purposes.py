"""Candidates for money that the words beside it call by nothing but its payer: named by what it is for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.quantities.naming.phrases import Phrases, text_of
from compare.quantities.naming.state import SentenceState
from compare.quantities.naming.surroundings import TOGETHER, Surroundings
from compare.quantities.patterns import any_of
from compare.quantities.spots import Spot
from compare.quantities.tokens import DATE, Token
from compare.quantities.words import Names

FAR, WAY = 2, 8
"""Clauses behind the figure in which its purpose may stand, and characters before the verb that says so."""


class Purposes(Surroundings):
    """Gives a name, or nothing where the words beside the figure name it themselves."""

    def __init__(self, names: Names, phrases: Phrases) -> None:
        super().__init__(names, phrases)
        money = names.money
        self._general = re.compile(
            rf"(?:{any_of(money.acts)})*(?P<payer>{money.payer})?的?(?P<act>(?:{any_of(money.acts)})*)"
            rf"(?P<head>{money.head})?(?:{any_of(money.acts)})*"
        )
        self._acts = frozenset(money.acts)
        self._source = re.compile(money.source)
        self._payer = re.compile(money.payer)
        self._pays = re.compile(any_of(money.pays) + "$")
        self._for = frozenset(money.purpose)
        self._between = frozenset(money.between)
        self._vague = re.compile(any_of(money.vague) + "$")
        self._no_purpose = tuple(money.no_purpose)
        self._rules = frozenset(money.rules)
        self._money = money.noun

    def purpose(self, spot: Spot, state: SentenceState) -> str:
        """安排5亿元，用于农村厕所改造: 农村厕所改造资金."""
        if spot.mention.kind != "money" or spot.reading.measure != "level" or spot.link:
            return ""
        left = self._source.sub("", text_of(self._phrases.without_lead(self.left_words(spot))))
        acts = bool(spot.right) and spot.right[0].text in self._for
        noun, rest = self._phrases.from_right(() if spot.reached or acts else spot.right)
        right = text_of(noun)
        match = self._general.fullmatch(left + right)
        said = bool(rest) and rest[0].text in self._phrases.predicate and rest[0].text not in self._for
        if match is None or said or not (left + right or acts or self._is_paid(spot)):
            return ""
        what = self._behind(spot, state)
        part = state.clauses[spot.clause][0].text == self._words.inside
        if not what and not part and (match["payer"] or match["head"]):
            what = self._before(spot, state)
        return _merged(what, self._head(match)) if what else ""

    def _is_paid(self, spot: Spot) -> bool:
        """拟安排5亿元: only what is done with the money stands beside it."""
        return not spot.right and bool(spot.left) and any(token.text in self._acts for token in spot.left[-2:])

    def _head(self, match: re.Match[str]) -> str:
        """资金, or what the words call it; what its payer pays in (中央财政投入) says who pays."""
        if match["head"]:
            return match["head"]
        pays = self._pays.search(match["act"])
        return f"{match['payer'] or ''}{pays[0]}" if pays else self._money

    def _behind(self, spot: Spot, state: SentenceState) -> str:
        """What the clause behind the figure, or one that opens with a word for it, says that the money does."""
        if found := self._object_of(spot.right):
            return found
        behind = state.clauses[spot.clause + 1 : spot.clause + 1 + FAR]
        words = next((words for words in behind if words and words[0].text != self._words.inside), [])
        return self._object_of(words)

    def _object_of(self, words: Sequence[Token]) -> str:
        """The object of a verb of purpose that stands near the beginning of the words."""
        at = 0
        for i, token in enumerate(words):
            if token.figure >= 0 or at > WAY:
                return ""
            if token.text in self._for:
                return self._thing(words[i + 1 :])
            at += len(token.text)
        return ""

    def _before(self, spot: Spot, state: SentenceState) -> str:
        """What the clause before is about, in the sentence or at the end of the one before."""
        if spot.clause:
            words = state.clauses[spot.clause - 1]
            if any(token.figure >= 0 for token in words):
                return self.bare(state.owner)
            return self._about(words)
        if state.done or not _acts(state.said) or any(token.text in self._rules for token in state.said[:2]):
            return ""
        return self._about(state.said)

    def _about(self, words: Sequence[Token]) -> str:
        kept = self._phrases.without_lead(words)
        pays = next((i for i, token in enumerate(kept) if not self._payer.fullmatch(token.text)), 0)
        if pays and not kept[pays].is_noun:
            kept = self._phrases.without_lead(kept[pays:])
        if not kept:
            return ""
        return self._thing(kept) if kept[0].is_verb else self._plain(text_of(self._phrases.subject(kept)))

    def _thing(self, words: Sequence[Token]) -> str:
        """The noun phrase behind verbs in a row (支持地方加强 X)."""
        kept = list(words)
        while kept and (kept[0].is_verb or self._leads_on(kept[0])):
            if len(kept) == 1:
                return ""
            kept.pop(0)
        whole = kept[: next((i for i, token in enumerate(kept) if self._ends(token)), len(kept))]
        if whole and len(text_of(whole)) <= TOGETHER and not whole[-1].is_verb:
            return self._plain(text_of(whole))
        return self._plain(text_of(self._phrases.from_right(kept)[0]))

    def _leads_on(self, token: Token) -> bool:
        """What stands before a purpose and says nothing of it, a figure too (用于300人以上的培训)."""
        return (
            token.text in self._between
            or token.text in self._words.within
            or token.figure >= 0
            or token.tag[0] in "dpucrx"
        )

    def _ends(self, token: Token) -> bool:
        """What no purpose goes beyond."""
        return token.text in self._phrases.listing or token.tag[0] in "dpr" or token.tag == DATE

    def _plain(self, text: str) -> str:
        """Without a last word that says nothing of its own (就业 政策); empty where no purpose is left."""
        if text.endswith(self._no_purpose):
            return ""
        shorter = self._vague.sub("", text).rstrip("的、和及等")
        return shorter if len(shorter) > 1 else ""


def _acts(words: Sequence[Token]) -> bool:
    """Whether words say what is done, with an object (增加农业补贴)."""
    return any(token.is_verb for token in words[:-1])


def _merged(what: str, head: str) -> str:
    """Purpose and head run together, what both share said once (农业补贴 and 补贴资金)."""
    shared = next((n for n in range(min(len(what), len(head)), 0, -1) if what.endswith(head[:n])), 0)
    return what + head[shared:]
