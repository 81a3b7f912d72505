"""Quantities as they stand in a text: number, multiplier, unit, range; not yet what they are about."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from compare.language.lexicon import Lexicon
from compare.language.numerals import Numerals, is_run, multiplied, read_characters, read_digits
from compare.quantities.words import Units


class Mention(Struct, frozen=True):
    """A number with what belongs to it. ``start`` to ``end`` is number and unit."""

    start: int
    end: int
    unit_start: int
    value: Decimal
    unit: str
    kind: str
    """The unit's group in ``units.toml``; ``none`` without a unit, ``growth`` for 翻一番."""
    more: bool = False
    high: Decimal | None = None
    characters: bool = False
    """Written wholly in Chinese characters."""
    factor: Decimal = Decimal(1)
    vague: bool = False
    """A multiplier without a digit (数百, 上千)."""


WHOLE = 20
"""Digits before the point beyond which nothing is rounded."""


class Grammar:
    """The patterns of one lexicon, compiled once."""

    def __init__(self, numerals: Numerals, units: Units) -> None:
        self.numerals = numerals
        self.same = units.same
        self.kinds = {word: group.kind for group in units.group for word in group.words}
        self._atom = re.compile(_atom_pattern(numerals, units, self.kinds))
        self._range = re.compile(r"\s*(?:[-—–－~～∼〜]{1,2}|至|到)\s*")
        self._shared = re.compile(r"\s*(?:和|、|及|与|或|、约|和约)\s*")

    def mentions(self, text: str) -> list[Mention]:
        """All quantities of a text from left to right, without overlap."""
        found: list[Mention] = []
        for match in self._atom.finditer(text):
            mention = self._read(match)
            if mention is None:
                continue
            if found and (joined := self._joined(found[-1], mention, text)):
                found[-1] = joined
            else:
                found.append(mention)
        found = [m for m in found if not _is_bare(m.unit, m.characters, m.vague, m.factor, m.value) or m.kind != "none"]
        return _with_shared_units(found, text, self._shared)

    def _opens_range(self, match: re.Match[str]) -> bool:
        """五 in 五至六个: kept until the other end is read."""
        link = self._range.match(match.string, match.end())
        return link is not None and match.string[link.end() : link.end() + 1] in self.numerals.digits

    def _read(self, match: re.Match[str]) -> Mention | None:
        if match["parts"] is not None:
            return self._parts(match)
        if match["slash"] is not None:
            return self._slash(match)
        if match["half"] is not None:
            more = match["half"].startswith("过")
            return Mention(*match.span(), match.end(), Decimal(50), "%", "percent", more, characters=True)
        if match["double"] is not None:
            return self._doubled(match)
        characters = match["cn"] is not None
        high = None
        if characters:
            if is_run(match["cn"], self.numerals):
                value, high = (Decimal(self.numerals.digits[c]) for c in match["cn"])
            elif (read := read_characters(match["cn"], self.numerals)) is None:
                return None
            else:
                value = read
        elif match["bare"] is not None:
            value, characters = Decimal(1), True
        else:
            value = read_digits(match["num"])
        factor = multiplied(match["bare"] or match["mult"] or "", self.numerals)
        factor *= multiplied(match["mult2"] or "", self.numerals)
        rest = read_digits(match["num2"]) * multiplied(match["fac2"], self.numerals) if match["num2"] else Decimal(0)
        unit = re.sub(r"\s", "", match["unit"] or "")
        kind = self.kinds.get(unit) or self.kinds.get(re.split("[/（(]", unit)[0], "none")
        if match["tenth"] is not None:
            unit, kind, factor = "%", "percent", Decimal(10)
        if match["medal"] is not None:
            return Mention(match.start(), match.end(), match.end(), value, "", "medal", characters=characters)
        if _is_bare(unit, characters, match["vague"] is not None, factor, value) and not self._opens_range(match):
            return None
        start, end = match.start(), match.end("unit") if match["unit"] else _end_of_number(match)
        return Mention(
            start=start,
            end=end,
            unit_start=match.start("unit") if match["unit"] else end,
            value=_plain(value * factor + rest),
            high=None if high is None else _plain(high * factor),
            unit=self.same.get(unit, unit),
            kind=kind,
            more=match["more"] is not None,
            characters=characters,
            factor=factor,
            vague=match["vague"] is not None,
        )

    def _parts(self, match: re.Match[str]) -> Mention | None:
        """三分之一, 百分之五, 千分之三: parts are per cent."""
        below, above = match["below"], match["above"]
        bottom = read_digits(below) if below[0].isdigit() and below.isascii() else read_characters(below, self.numerals)
        top = read_digits(above) if above[0].isdigit() and above.isascii() else read_characters(above, self.numerals)
        if not bottom or top is None:
            return Mention(*match.span(), match.end(), Decimal(0), "", "none")
        return Mention(
            *match.span(), match.end(), _share(top, bottom), "%", "percent", characters=not re.search(r"\d", match[0])
        )

    def _slash(self, match: re.Match[str]) -> Mention | None:
        """1/4 is 25 %; 24/7 is no part."""
        top, bottom = Decimal(match["above2"]), Decimal(match["below2"])
        if not 0 < top < bottom:
            return Mention(*match.span(), match.end(), top, "", "none")
        return Mention(*match.span(), match.end(), _share(top, bottom), "%", "percent")

    def _doubled(self, match: re.Match[str]) -> Mention | None:
        """翻一番 is a growth of 100 %, 翻两番 of 300 %."""
        times = match["times"]
        count = read_characters(times, self.numerals) if times and not times.isdigit() else Decimal(times or 1)
        if count is None or count > 6:
            return None
        value = (Decimal(2) ** int(count) - 1) * 100
        return Mention(*match.span(), match.end(), value, "%", "growth", characters=True)

    def _joined(self, first: Mention, second: Mention, text: str) -> Mention | None:
        """1—2家, 6%—6.5%, 五至六个: one figure with two ends."""
        between = text[first.end : second.start]
        if not self._range.fullmatch(between) or first.high is not None:
            return None
        word = between.strip()
        if word in ("到", "至") and re.search(r"[从由自][^，。；]{0,24}$", text[: first.start]):
            return None
        if first.unit not in ("", second.unit) and first.kind != second.kind:
            return None
        factor = second.factor if first.unit == "" and first.factor == 1 else Decimal(1)
        low, high = first.value * factor, second.value
        if low > high and first.value <= high:
            low = first.value
        if low >= high or (second.kind == "time" and second.unit in ("年", "日")):
            return None
        return replace(second, start=first.start, value=low, high=high, more=False)


@lru_cache(maxsize=8)
def grammar(lexicon: Lexicon) -> Grammar:
    """The grammar of a lexicon."""
    return Grammar(lexicon.read("numerals", Numerals), lexicon.read("units", Units))


def _is_bare(unit: str, characters: bool, vague: bool, factor: Decimal, value: Decimal) -> bool:
    """A small number in characters without a unit: too often no number at all."""
    return unit == "" and characters and not vague and factor == 1 and value < 10_000


def _plain(value: Decimal) -> Decimal:
    """Without trailing noughts behind the point, and without an exponent."""
    return Decimal(f"{value.normalize():f}")


def _share(top: Decimal, bottom: Decimal) -> Decimal:
    """Parts as per cent, to four places."""
    share = top * 100 / bottom
    return _plain(share.quantize(Decimal("0.0001")) if share.adjusted() < WHOLE else share)


def _end_of_number(match: re.Match[str]) -> int:
    return max(match.end(name) for name in ("num", "cn", "bare", "mult", "fac2", "more", "mult2", "tenth", "medal"))


def _with_shared_units(found: list[Mention], text: str, link: re.Pattern[str]) -> list[Mention]:
    """``2.2个和3.7个百分点``, ``10、20家``: the last of a list gives its unit to those that stand without."""
    for i in range(len(found) - 2, -1, -1):
        here, behind = found[i], found[i + 1]
        if not link.fullmatch(text[here.end : behind.start]):
            continue
        if here.unit == "" and behind.unit and behind.kind != "time" and not here.characters:
            same_scale = here.factor == 1 and behind.factor > 1 and here.value < 10_000
            value = here.value * behind.factor if same_scale else here.value
            found[i] = replace(here, unit=behind.unit, kind=behind.kind, value=value)
        elif here.unit == "个" and behind.kind == "points":
            found[i] = replace(here, unit=behind.unit, kind=behind.kind)
    return found


def _guarded(word: str, units: Units) -> str:
    """A unit is none where its characters begin another word."""
    others = units.not_before.get(word, "")
    return re.escape(word) + (f"(?!{others})" if others else "")


def _atom_pattern(numerals: Numerals, units: Units, kinds: dict[str, str]) -> str:
    words = sorted(kinds, key=lambda word: (-len(word), word))
    unit = "|".join(_guarded(word, units) for word in words)
    per = "|".join(re.escape(word) for word in sorted(units.per.words, key=lambda word: (-len(word), word)))
    digit = "".join(numerals.digits)
    factor = "".join(numerals.multipliers)
    own = "|".join(re.escape(word) for word in words if word[0] in numerals.multipliers)
    mult = rf"(?:(?!{own})[{factor}])"
    more = "|".join(numerals.more)
    several = rf"(?<![{numerals.several_not_after}])(?:{'|'.join(numerals.several)})"
    medals = "".join(numerals.medals)
    half = "|".join(sorted(numerals.half, key=len, reverse=True))
    number = rf"[{digit}{factor}]+(?:点[{digit}]+)?|\d+(?:\.\d+)?"
    before_minus = numerals.before_minus
    first = "".join(sorted({word[0] for word in (*numerals.half, *numerals.several)}))
    return (
        rf"(?=[\d\-−－{digit}{factor}{first}翻])(?:(?P<half>{half})"
        rf"|(?P<parts>(?P<below>{number})分之(?P<above>{number}))"
        rf"|(?P<slash>(?<![\d/])(?P<above2>\d{{1,2}})/(?P<below2>\d{{1,2}})(?![\d/年月GgKk]))"
        rf"|(?P<double>翻(?:了)?(?P<times>[{digit}\d])?番)"
        rf"|(?:(?P<num>(?:(?<=[{before_minus}])[-−－])?(?:\d+(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?))"
        rf"|(?P<vague>{several})?(?:(?P<bare>{mult}+)(?![{digit}])|(?P<cn>[{digit}](?:{mult}|[{digit}])*(?:点[{digit}]+)?|十[{digit}](?:{mult}|[{digit}])*)))"
        rf"\s*(?:(?P<medal>[{medals}])(?=\d|[{digit}十]|[，。、；和]|枚|牌|$)|(?P<mult>{mult}*)(?:(?<=[{factor}])(?P<num2>\d{{1,4}})(?P<fac2>{mult}+)(?!\d))?\s*(?P<more>{more})?(?P<mult2>{mult}*)\s*"
        rf"(?:(?P<tenth>成)(?![立为功本员都果效绩熟交长品形渝])|(?P<unit>(?:{unit})(?:\s*[/／]\s*(?:{per})|[（(](?:{unit})[)）])?))?))"
    )
