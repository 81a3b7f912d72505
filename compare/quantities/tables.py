"""Figures in tables: named by the heads of row and column, with the unit that a head or the caption gives."""

from __future__ import annotations

import re
from decimal import Decimal

from compare.language.lexicon import Lexicon
from compare.model import Basis, Cell, Fact, FactRole, Measure, Sentence
from compare.quantities.bounds import bound_finder
from compare.quantities.mentions import Mention, grammar
from compare.quantities.patterns import any_of
from compare.quantities.sentences import Setting
from compare.quantities.words import TableWords

SIGNS = {"≥": "min", ">": "min", "＞": "min", "≧": "min", "≤": "max", "<": "max", "＜": "max", "≦": "max"}
FIGURE = re.compile(r"[-－−+＋]?\s*[≥≤><＞＜≧≦]?\s*\d[\d,.]*")
YEAR = re.compile(r"(?:19|20)\d{2}")


def cell_facts(sentence: Sentence, cell: Cell, setting: Setting, lexicon: Lexicon) -> list[Fact] | None:
    """The figure of a cell; None where the cell holds words, to be read as a sentence."""
    text = sentence.text
    mention = _only_figure(text, lexicon)
    if mention is None or not (cell.row_head or cell.column_head):
        return None
    words = lexicon.read("tables", TableWords)
    if cell.column_head in words.serial:
        return []
    unit, factor = _unit(mention, cell, words, lexicon)
    heads = f"{cell.row_head} {cell.column_head}"
    measure: Measure = "growth" if unit == "%" and any(word in heads for word in words.growth) else "level"
    role, period = _time(sentence, cell, words, setting)
    negative = bool(re.match(r"\s*[-－−]", text))
    value = (mention.value * factor).normalize() if factor != 1 else mention.value
    return [
        Fact(
            number=0,
            indicator=_name(cell, words, measure),
            value=_plain(-value if negative else value),
            high=None if mention.high is None else _plain(mention.high * factor),
            unit=unit,
            bound=SIGNS.get(text.strip()[0], bound_finder(lexicon).bound_of(text, mention)),  # type: ignore[arg-type]
            measure=measure,
            role=role,
            period=period,
            sentence=sentence.number,
            start=mention.start,
            end=mention.end,
            written=text[mention.start : mention.end],
            basis=Basis(nature=setting.nature),
            score=0.9,
            reason="cell",
        )
    ]


def _only_figure(text: str, lexicon: Lexicon) -> Mention | None:
    """The one figure that a cell consists of, bound words aside."""
    if not FIGURE.match(text.strip()) and len(text) > 12:
        return None
    mentions = grammar(lexicon).mentions(text)
    if len(mentions) != 1 or mentions[0].kind == "time":
        return None
    finder, mention = bound_finder(lexicon), mentions[0]
    start, _ = finder.before(text, mention.start)
    end, _ = finder.after(text, mention.end)
    rest = re.sub(r"[\s≥≤><＞＜≧≦+＋\-－−()（）]", "", text[:start] + text[end:])
    return mention if not rest else None


def _unit(mention: Mention, cell: Cell, words: TableWords, lexicon: Lexicon) -> tuple[str, Decimal]:
    """Unit and factor: of the cell itself, of the nearest head that says one, or of the caption."""
    if mention.unit:
        return mention.unit, Decimal(1)
    for text in (cell.row_head, cell.column_head, cell.caption):
        for pattern in words.unit:
            if match := re.search(pattern, text):
                said = grammar(lexicon).mentions("1" + match["unit"])
                if said and said[0].unit and said[0].end == len(match["unit"]) + 1:
                    return said[0].unit, said[0].factor
    return "", Decimal(1)


def _name(cell: Cell, words: TableWords, measure: Measure) -> str:
    """The row's head without the word for its growth; the column's where the row has none or only a number."""
    name = _head(cell, words)
    ends = re.compile(rf"(?<=..){any_of(words.growth)}$")
    return ends.sub("", name) if measure == "growth" else name


def _head(cell: Cell, words: TableWords) -> str:
    clean = [re.sub(r"[（(][^（）()]*[）)]|\s", "", head) for head in (cell.row_head, cell.column_head)]
    row, column = clean
    if row and not re.fullmatch(r"[\d.、]+", row):
        bare = YEAR.sub("", column)
        told = bool(re.search(any_of([*words.target, *words.result, *words.growth]), bare)) or len(bare) < 3
        return row if told or bare == column[-len(bare) :] == "" else row + ("" if told else bare)
    return column


def _time(sentence: Sentence, cell: Cell, words: TableWords, setting: Setting) -> tuple[FactRole, str]:
    """Role and period by the column's head, else by the caption, else by the part of the report."""
    plan, review = setting.identity.plan_year, setting.identity.review_period
    for text in (cell.column_head, cell.row_head, cell.caption):
        years = YEAR.findall(text)
        target, result = any(word in text for word in words.target), any(word in text for word in words.result)
        if not (years or target or result):
            continue
        period = years[-1] if years else (plan if target and not result else review)
        aims = (target and not result) or (not target and not result and bool(plan) and period >= plan)
        return ("target" if aims else "result"), period or sentence.period
    return ("target" if sentence.role == "plan" else "result"), sentence.period or (
        plan if sentence.role == "plan" else review
    )


def _plain(value: Decimal) -> Decimal:
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()
