"""How a figure is written for a person: grouping of digits, units of a readable size, bounds."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct

from compare.model import Fact
from compare.writing.wording import Words

_SIZES = ((Decimal(10) ** 12, "万亿"), (Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万"))
_SCALABLE = {
    "",
    "元",
    "美元",
    "人",
    "吨",
    "公斤",
    "斤",
    "千瓦",
    "千瓦时",
    "度",
    "亩",
    "平方米",
    "立方米",
    "吨标准煤",
    "人次",
    "户",
    "公顷",
    "册",
}
_MINUS = ("-", "−", "－", "负")
_AIR = "_)"
"""Room as wide as a bracket in a number format: a figure that stands right touches no words of the next cell."""
_LARGEST = {"元": 1, "美元": 1}
"""Index of the largest size that is usual for a unit: money is told in 亿元 however large it is."""


class Scale(Struct, frozen=True):
    """A unit of readable size: ``factor`` base units make one ``unit``."""

    factor: Decimal
    unit: str

    def of(self, value: Decimal) -> Decimal:
        """``value`` base units in this unit."""
        return _tidy(value / self.factor)


def scale_for(unit: str, values: Iterable[Decimal]) -> Scale:
    """The size in which the largest of ``values`` reads well: 530000000000 元 is told in 亿元."""
    largest = max((abs(value) for value in values), default=Decimal(0))
    if unit in _SCALABLE:
        for factor, name in _SIZES[_LARGEST.get(unit, 1) :]:
            if largest >= factor:
                return Scale(factor, name + unit)
    return Scale(Decimal(1), unit)


def digits(value: Decimal) -> str:
    """``value`` with its thousands set apart and no zeros behind that say nothing."""
    return format(_tidy(value), ",f").replace("-", "−")


def signed(value: Decimal) -> str:
    """``value`` with its sign, also where it is above nought."""
    return ("+" if value > 0 else "") + digits(value)


def figure_text(fact: Fact, words: Words) -> str:
    """A figure with its bound as it is read in a table: 约5300亿元, ≥40家; a fall as −3%, 降≥3%, 降一半."""
    text = words(f"bound.{fact.bound}", figure=fact.written)
    if fact.value >= 0 or fact.written.startswith(_MINUS):
        return text
    return f"−{text}" if text[0].isdigit() else words("figure.fall", figure=text)


def number_form(value: Decimal, before: str = "", behind: str = "", sign: bool = False, fall: str = "") -> str:
    """A spreadsheet's number format that shows ``value`` with all its decimals between two pieces of text.

    ``fall`` stands for the minus before a bound: 降≥3% is a fall by at least 3 %, where ≥-3% would say the opposite.
    """
    exponent = _tidy(value).as_tuple().exponent
    places = min(-exponent, 6) if isinstance(exponent, int) and exponent < 0 else 0
    core = "#,##0" + ("." + "0" * places if places else "")
    below = _quoted(fall + before) if fall else f"{_quoted(before)}-"
    before, behind = _quoted(before), _quoted(behind) + _AIR
    if sign:
        return f"{before}+{core}{behind};{before}-{core}{behind};{before}{core}{behind}"
    return f"{before}{core}{behind};{below}{core}{behind}" if before else f"{core}{behind}"


def bound_parts(fact: Fact, words: Words) -> tuple[str, str]:
    """What stands before and behind a figure for its bound."""
    before, _, behind = words(f"bound.{fact.bound}", figure="\0").partition("\0")
    return before, behind


def _quoted(text: str) -> str:
    text = "".join(char for char in text if char.isprintable() and char not in '"\\')[:24]
    return f'"{text}"' if text else ""


def _tidy(value: Decimal) -> Decimal:
    value = value.normalize()
    exponent = value.as_tuple().exponent
    return value.quantize(Decimal(1)) if isinstance(exponent, int) and exponent > 0 else value
