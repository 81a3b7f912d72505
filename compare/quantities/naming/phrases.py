"""Cutting noun phrases out of the words left and right of a figure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from compare.quantities.patterns import any_of
from compare.quantities.tokens import DATE, NAME, Token
from compare.quantities.words import Bounds, MeasureWords, NameWords

SHORT = 3
"""Characters below which what stands behind a cut is no name of its own."""
EXPLAINED = re.compile(r"(?<=[”》])[（(][^（）()]{8,}[)）](?=.)")
"""What a name in quotation marks stands for, inside a longer name."""
LONG = 18
"""Characters beyond which a phrase left of a figure is cut to its last part."""


class Phrases:
    """The word kinds of one lexicon, ready to cut with."""

    def __init__(self, words: NameWords, bounds: Bounds, measure: MeasureWords) -> None:
        self.words = words
        self.lead = frozenset(words.lead)
        self.addition = re.compile(any_of(words.keep))
        self._lead_before_verb = frozenset(words.lead_before_verb)
        self.keep = frozenset(words.keep)
        self.relational = frozenset(words.relational)
        self.totals = frozenset(words.totals)
        self.predicate = frozenset(words.predicate)
        self._predicate_before_verb = frozenset(words.predicate_before_verb)
        self._marks = frozenset(words.marks)
        self.heads = tuple(words.heads)
        self.contrast = frozenset(measure.contrast)
        self.cuts = frozenset(words.cuts)
        self.region = frozenset(words.region)
        self.effect = frozenset(words.effect)
        self.noun_reach = frozenset(words.noun_reach)
        bound_words = [word for group in bounds.before for word in group.words]
        self._reach = re.compile(f"{any_of([*words.reach, *bound_words, *measure.between])}+")
        self._change = frozenset([*measure.rise, *measure.fall])
        self._to = tuple(measure.to)
        self._from = frozenset(measure.from_words)
        measure_end = f"{any_of(words.per_head)}*(?:总)?{any_of([*words.relational, *words.measure_heads])}"
        self._owner_end = re.compile(f"(?<=..)(?<!{words.no_measure}){measure_end}$")
        self._leads = re.compile(f"{any_of([*words.lead, *words.lead_before_verb])}+")
        self._circumstance = frozenset(words.circumstance)
        self.listing = frozenset(words.listing)
        self._per = words.per
        self._inner = frozenset(words.inner)
        self._takes = frozenset(words.takes)
        self._aims = frozenset(words.aims)
        self._within = frozenset(words.within)
        self.gap_start, self._gap_end = measure.gap_start, frozenset(measure.gap_end)
        self._stuck = re.compile(words.stuck)
        self._dropped_end = re.compile(f"(?<=[^的]){any_of(words.dropped_ends)}$")

    def before_figure(self, tokens: Sequence[Token], stop: int) -> list[Token]:
        """The words left of a figure without what only joins them to it; ``stop`` is where bound and verb begin."""
        kept = [_until(token, stop) for token in tokens if token.start < stop]
        to = False
        while kept and (self._joins_figure(kept[-1], to) or self._is_per_one(kept)):
            if kept[-1].text in self.noun_reach and len(kept) == 1:
                break
            last = kept.pop()
            to = last.text.endswith(self._to) or (last.tag == DATE and last.text.startswith(self._to))
            if last.tag == DATE and kept and len(kept[-1].text) > 1 and kept[-1].text.endswith(self.gap_start):
                kept[-1] = _until(kept[-1], kept[-1].end - len(self.gap_start))
            if kept and kept[-1].text == self._per:
                kept.pop()
        return kept

    def before_origin(self, words: list[Token]) -> list[Token]:
        """What stands before 从 (补助线从每船6吨提高到…), where little stands behind it."""
        place = next((i for i in range(len(words) - 1, 0, -1) if words[i].text in self._from), 0)
        short = len(text_of(words[place + 1 :])) <= SHORT + 2
        return words[:place] if place and short and has_noun(words[:place]) else words

    def _is_per_one(self, kept: Sequence[Token]) -> bool:
        """提高到每艘: what the figure is told for, 每 and its classifier as two words."""
        return len(kept) > 2 and kept[-2].text == self._per and len(kept[-1].text) == 1

    def gap(self, words: Sequence[Token]) -> int | None:
        """Where a comparison with a benchmark begins (高于全国, 比全市高); None where there is none."""
        for i, token in enumerate(words):
            if token.text in self.contrast or (token.text == self.gap_start and words[-1].text in self._gap_end):
                return i if i < len(words) - 1 else None
        return None

    def _joins_figure(self, token: Token, to: bool) -> bool:
        if token.tag == NAME or _quoted(token):
            return False
        if to and token.text in self._change:
            return True
        if token.text in self.listing:
            return False
        if token.text[0] == self._per and len(token.text) <= 4:
            return True
        if token.tag == DATE or token.text == "、" or _is_span(token):
            return True
        return bool(self._reach.fullmatch(token.text)) or token.tag[0] in "dpuyx"

    def without_lead(self, tokens: Sequence[Token]) -> list[Token]:
        """Without the words that open a clause and are no part of a name."""
        kept = list(tokens)
        while kept and self._opens(kept[0], kept[1:]):
            kept.pop(0)
        return kept

    def joins_only(self, tokens: Sequence[Token]) -> bool:
        """Whether the words only join a figure to its subject (安排)."""
        return bool(self._reach.fullmatch(text_of(tokens)))

    def _opens(self, token: Token, rest: Sequence[Token]) -> bool:
        if token.text[0] in "（(" or (token.tag == DATE and _quoted(token)):
            return True
        if _quoted(token) or token.text in self.keep or (token.text == self._per and rest):
            return False
        if token.tag == DATE and re.search(r"\d|年", token.text):
            return not (rest and rest[0].text == "以来")
        if token.text in self._lead_before_verb:
            return bool(rest) and (rest[0].is_verb or rest[0].text in self.lead)
        if token.text in self.lead or token.tag[0] in "dpcuxyr" or token.text in "、——-":
            return True
        return len(token.text) >= 4 and token.tag[0] in "lvi" and bool(self._leads.fullmatch(token.text))

    def from_left(self, tokens: Sequence[Token]) -> list[Token]:
        """The phrase that names a figure from what stands left of it (ends already cut); empty where there is none."""
        kept = self._last_item(self._behind_cut(self._taken(tokens)))
        kept = self.without_lead([token for token in kept if token.text not in self._inner])
        if len(text_of(kept)) > LONG:
            kept = self._last_part(kept)
        return kept

    def _taken(self, tokens: Sequence[Token]) -> list[Token]:
        """What something is done with, behind the word that opens it (某地将 X 提高到…)."""
        for i in range(len(tokens) - 2, 0, -1):
            if tokens[i].text in self._takes and tokens[i + 1].is_noun:
                return list(tokens[i + 1 :])
        return list(tokens)

    def _behind_cut(self, tokens: Sequence[Token]) -> list[Token]:
        """What stands behind the last word that cuts a clause, where enough is left there."""
        for i in range(len(tokens) - 2, -1, -1):
            if tokens[i].text[0] == self._per and len(text_of(tokens[i + 1 :])) < SHORT:
                continue
            enough = len(text_of(tokens[i + 1 :])) >= SHORT or tokens[i + 1].text in self.keep
            if tokens[i].text in self.cuts and enough:
                return list(tokens[i + 1 :])
        return list(tokens)

    def _last_item(self, tokens: list[Token]) -> list[Token]:
        """What stands behind the last 、 where a clause of its own stands before it (实现全覆盖、学生…)."""
        marks = [i for i, token in enumerate(tokens) if token.text == "、"]
        for i in reversed(marks):
            if i + 1 < len(tokens) and tokens[i + 1].text in self._aims and has_noun(tokens[i + 2 :]):
                rest = self.without_lead(tokens[i + 1 :])
                bare = len(text_of(rest)) <= SHORT + 1 and text_of(rest).endswith(self.words.measure_heads)
                return [*_object(self.without_lead(tokens[:i])), *rest] if bare else rest
            verb = next((k for k in range(i) if tokens[k].is_verb and tokens[k].text not in self.keep), 0)
            item = next((k for k in marks if k > verb), i)
            acts = any(token.tag[0] not in "vx" for token in tokens[:verb])
            if acts and has_noun(tokens[verb + 1 : item]) and has_noun(tokens[i + 1 :]):
                return tokens[i + 1 :]
            if self._is_told(tokens[:i]) and has_noun(rest := tokens[i + 1 :]):
                bare = text_of(self.without_lead(rest)) in self.relational
                return [*tokens[: i - 2], *self.without_lead(rest)] if bare else rest
        return tokens

    def _is_told(self, tokens: Sequence[Token]) -> bool:
        """Whether words are a clause that needs no object (项目陆续投产)."""
        if len(tokens) < 3 or not any(token.is_noun for token in tokens[:-2]):
            return False
        how, verb = tokens[-2:]
        if how.tag in ("d", "ad") or how.text in self._predicate_before_verb:
            return verb.is_verb or verb.text in self.predicate
        return how.is_verb and verb.is_verb and verb.text in self.predicate

    def _last_part(self, tokens: list[Token]) -> list[Token]:
        """The last verb with its object, or what stands behind it, of a long row of words."""
        for i in range(len(tokens) - 2, 0, -1):
            rest = tokens[i:]
            if tokens[i].text in self.keep and tokens[i].is_verb and len(text_of(rest)) >= 4:
                return rest
            if tokens[i].text in self.lead and tokens[i].is_verb and len(text_of(rest)) > 5:
                return self.without_lead(rest)
        return tokens

    def from_right(self, tokens: Sequence[Token]) -> tuple[list[Token], list[Token]]:
        """The noun phrase that begins behind a figure, and what follows it."""
        words = list(tokens)
        while words and (words[0].text == "的" or words[0].text[0] in "（("):
            words.pop(0)
        words = self._behind_means(words)
        if words and (words[0].text in self._marks or words[0].text in self.listing):
            return [], words
        taken: list[Token] = []
        for i, token in enumerate(words):
            if self._ends_phrase(token, taken, words[i + 1 :]):
                break
            taken.append(token)
        while taken and (taken[-1].text in self.words.joins or taken[-1].text == "的" or taken[-1].tag[0] in "dpc"):
            taken.pop()
        while len(taken) > 1 and taken[-1].text in self.region and len(taken) < len(words):
            taken.pop()
        if not any(token.is_noun or _quoted(token) for token in taken) and not (
            _is_nominal(taken, self.heads) and len(words) == len(taken) and not self._reach.fullmatch(taken[-1].text)
        ):
            return [], words
        rest = words[len(taken) :]
        taken = self._counted(taken)
        return taken, rest[1:] if rest and rest[0].text == "的" else rest

    def _behind_means(self, words: list[Token]) -> list[Token]:
        """What stands behind 以甲为乙的 (4家以照护为主的机构)."""
        if not words or words[0].text != self.words.means:
            return words
        place = next((i for i, token in enumerate(words) if token.text == "的"), len(words))
        return words[place + 1 :] or words

    def _counted(self, noun: list[Token]) -> list[Token]:
        """What is counted of things in a row: the first, where the row goes on behind 和 (3家甲和乙、丙)."""
        join = next((i for i, token in enumerate(noun) if token.text in self.words.joins), 0)
        goes_on = any(token.text == "、" for token in noun[join:])
        first = noun[:join]
        alone = len(text_of(first)) >= 4 and text_of(first) not in self.words.modifiers and first[-1].tag[0] == "n"
        return first if join and noun[join].text != "、" and goes_on and alone else noun

    def subject(self, tokens: Sequence[Token]) -> list[Token]:
        """The subject that a clause without a figure opens with; the whole clause where it is one phrase."""
        words = self.without_lead(tokens)
        places = [i for i, token in enumerate(words) if token.text == "的"]
        told = any(token.tag[0] == "d" or token.text in self.predicate - {"的"} for token in words)
        whole = places and words[-1].is_noun and not told
        if whole and len(text_of(words)) <= LONG and not words[0].is_verb:
            return words
        idiom = next((i for i, token in enumerate(words) if i and token.tag[0] in "il"), len(words))
        return self.from_right(words[:idiom])[0]

    def _ends_phrase(self, token: Token, taken: list[Token], rest: Sequence[Token]) -> bool:
        if _quoted(token):
            return False
        if token.text == "的":
            return not (rest and (rest[0].is_noun or _quoted(rest[0]))) or len(rest) < 1
        if token.text in self.listing and rest and rest[0].is_noun and "、" in text_of(taken):
            return False
        if token.text in self._within and taken and rest and rest[0].is_noun:
            return False
        if token.text in self._predicate_before_verb:
            return not rest or rest[0].is_verb or rest[0].text in self.predicate
        if token.text in self.predicate or token.tag in ("d", "ad", "p", "y", "r", "ul", "ug", "uz"):
            return True
        if token.text == "、" or _is_date(token):
            noun = bool(rest) and (rest[0].is_noun or _quoted(rest[0]))
            listed = noun and not _is_date(token) and not _is_date(rest[0])
            listed = listed and not (taken and rest[0].tag[0] == "m")
            return bool(taken) and not listed
        if token.text in self._circumstance and taken:
            return True
        if token.is_verb and any(word.is_noun or _quoted(word) for word in taken):
            return not self._goes_on(token, rest)
        return token.tag == "x" and token.text not in "“”（）()、·/"

    def _goes_on(self, verb: Token, rest: Sequence[Token]) -> bool:
        """Whether a verb stands inside a noun phrase (政府举办的学校, 产业链协同攻关项目) and does not end it."""
        if not rest or rest[0].tag in ("ul", "ug"):
            return not rest and verb.text.endswith(self.heads)
        if len(rest) > 1 and rest[0].text == "的" and rest[1].is_noun:
            return True
        if rest[0].text.endswith(self.heads) and not rest[0].is_verb:
            return True
        return rest[-1].text.rstrip("”》").endswith(self.heads) and not self._has_predicate(rest)

    def _has_predicate(self, tokens: Sequence[Token]) -> bool:
        return any(token.text in self.predicate for token in tokens)

    def people(self, tokens: Sequence[Token]) -> int:
        """How many words make a noun that is itself counted (14亿中国人); 0 where the words begin with none."""
        return next((n for n in (1, 2) if _is_short(text_of(tokens[:n]), self.words.people_end)), 0)

    def persons(self, noun: list[Token]) -> list[Token]:
        """The people of a phrase that says what of theirs it is about (学生的学费)."""
        place = next((i for i, token in enumerate(noun) if token.text == "的"), 0)
        if not place or noun[-1].text == self.words.problem:
            return noun
        whole = noun[0].text == self.words.population
        return noun[:place] if whole or noun[place - 1].text.endswith(self.words.persons_end) else noun

    def without_measure(self, noun: list[Token]) -> list[Token]:
        """The thing of which the last word of a phrase is a measure (断面水质优良率 → 断面水质)."""
        while len(noun) > 1 and self.joins_only(noun[-1:]):
            noun = noun[:-1]
        return noun[:-1] if len(noun) > 2 and noun[-1].text.endswith(self.words.measure_heads) else noun

    def owner(self, name: str) -> str:
        """What a name is about, without the measure at its end (X产值 belongs to X)."""
        return self._owner_end.sub("", name)

    def tidy(self, text: str, level: bool = True) -> str:
        """A name without what stands at its edges by accident; of a level, without the word for its number."""
        text = EXPLAINED.sub("", text)
        text = re.sub(r"^[\s、，：；。—\-·的]+|[\s、，：；。（(—\-的]+$", "", text)
        shorter = self._dropped_end.sub("", text := self._stuck.sub("", text))
        if level and shorter.endswith(self.words.level_ends) and len(shorter) >= 6:
            shorter = shorter[:-2]
        return shorter if len(shorter) >= 3 else text


def text_of(tokens: Sequence[Token]) -> str:
    """The words run together."""
    return "".join(token.text for token in tokens)


def has_noun(tokens: Sequence[Token]) -> bool:
    """Whether a name can be made of them: a noun, or verbs enough to be one (退税减税)."""
    return any(token.is_noun or _quoted(token) for token in tokens) or len(text_of(tokens)) >= 4


def has_verb(tokens: Sequence[Token]) -> bool:
    """Whether a verb stands among them."""
    return any(token.is_verb for token in tokens)


def _object(tokens: Sequence[Token]) -> list[Token]:
    """Words without the verb that opens them."""
    return list(tokens[1:] if len(tokens) > 1 and tokens[0].is_verb else tokens)


def _quoted(token: Token) -> bool:
    return token.text[0] in "“《‘「（("


def _is_short(text: str, end: str) -> bool:
    return text.endswith(end) and len(text) <= 3


def _until(token: Token, stop: int) -> Token:
    """A word as far as it stands before ``stop`` (管网|超)."""
    return token if token.end <= stop else replace(token, text=token.text[: stop - token.start], end=stop)


def _is_date(token: Token) -> bool:
    """A date, and no other word for a time (夜间)."""
    return token.tag == DATE and bool(re.search(r"\d|[年月日季节前]", token.text))


def _is_span(token: Token) -> bool:
    """A span of years in characters (五年累计)."""
    return token.tag[0] == "m" and token.text[-1] == "年"


def _is_nominal(tokens: Sequence[Token], heads: tuple[str, ...]) -> bool:
    """Verbs that name a thing: closed by a noun-like word, or one verb of two characters alone (3次调研)."""
    return bool(tokens) and (tokens[-1].text.endswith(heads) or (len(tokens) == 1 and len(tokens[0].text) >= 2))
