"""Numbers as reports write them, in digits or in characters, to exact :class:`~decimal.Decimal` values."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from compare.language.schema import Schema


class Numerals(Schema, frozen=True):
    """Schema of ``numerals.toml``."""

    digits: Mapping[str, int]
    multipliers: Mapping[str, int]
    more: tuple[str, ...]
    several: tuple[str, ...]
    several_not_after: str
    half: tuple[str, ...]
    before_minus: str
    medals: tuple[str, ...] = ()


def read_digits(text: str) -> Decimal:
    """``1,269.5`` (also full width) as a number; the caller has matched the form."""
    return Decimal(text.replace(",", "").replace("，", "").replace(" ", "").replace("−", "-").replace("－", "-"))


def multiplied(multipliers: str, numerals: Numerals) -> Decimal:
    """The factor that a run of multipliers stands for: ``万亿`` is 10**12; 1 for an empty run."""
    factor = Decimal(1)
    for character in multipliers:
        factor *= numerals.multipliers[character]
    return factor


def read_characters(text: str, numerals: Numerals) -> Decimal | None:
    """A number in characters (``十二``, ``两百``, ``一千二百万``, ``二点五``); None where it is none.

    A bare multiplier counts once (``百`` is 100, ``万亿`` is 10**12), and digits in a row are read one by one
    (``二〇二一``).
    """
    whole, point, decimals = text.partition("点")
    if point and not (decimals and all(character in numerals.digits for character in decimals)):
        return None
    value = _read_whole(whole, numerals)
    if value is None or not point:
        return value
    return value + Decimal("0." + "".join(str(numerals.digits[character]) for character in decimals))


def _read_whole(text: str, numerals: Numerals) -> Decimal | None:
    if not text or any(c not in numerals.digits and c not in numerals.multipliers for c in text):
        return None
    if len(text) > 1 and all(character in numerals.digits for character in text):
        return Decimal("".join(str(numerals.digits[character]) for character in text))
    total, section, digit = Decimal(0), Decimal(0), Decimal(0)
    for character in text:
        if character in numerals.digits:
            digit = Decimal(numerals.digits[character])
            continue
        factor = numerals.multipliers[character]
        if factor < 10_000:
            section += (digit or Decimal(1)) * factor
        elif section + digit:
            total, section = total + (section + digit) * factor, Decimal(0)
        else:
            total = (total or Decimal(1)) * factor
        digit = Decimal(0)
    return total + section + digit


def is_run(text: str, numerals: Numerals) -> bool:
    """Two neighbouring digits that mean either (``三四`` 个, ``七八``), and so a range."""
    if len(text) != 2 or any(character not in numerals.digits for character in text):
        return False
    first, second = (numerals.digits[character] for character in text)
    return first > 0 and second == first + 1
