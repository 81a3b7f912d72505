"""What the grammar of quantities asks of the lexicon: one frozen struct for each TOML file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from compare.language.schema import Schema
from compare.model import Bound


class UnitGroup(Schema, frozen=True):
    """Units of one kind, with a sentence that gives one and a sentence that gives none."""

    kind: str
    words: tuple[str, ...]
    example: str = ""
    counter: str = ""


class Per(Schema, frozen=True):
    """What may stand behind the slash of a unit (``元/月``)."""

    words: tuple[str, ...]


class Units(Schema, frozen=True):
    """Schema of ``units.toml``."""

    same: Mapping[str, str]
    not_before: Mapping[str, str]
    group: tuple[UnitGroup, ...]
    per: Per


class BoundGroup(Schema, frozen=True):
    """Words of one bound, on one side of the figure."""

    bound: Bound
    words: tuple[str, ...]
    example: str = ""
    counter: str = ""
    weak: bool = False
    """Gives way to a bound word on the other side (控制在5%左右)."""


class Bounds(Schema, frozen=True):
    """Schema of ``bounds.toml``; ``order`` says which bound wins where two meet."""

    order: tuple[Bound, ...]
    fillers: tuple[str, ...]
    across: tuple[str, ...]
    object_verbs: tuple[str, ...]
    marks: tuple[str, ...]
    before: tuple[BoundGroup, ...]
    after: tuple[BoundGroup, ...]


class LeaveRule(Schema, frozen=True):
    """A number that is no fact: the words around it (``before`` ends at it, ``after`` begins behind it), and why.

    ``number`` is matched against number and unit as written; a rule holds where all its parts do.
    """

    reason: str
    example: str
    counter: str
    before: str = ""
    number: str = ""
    after: str = ""
    unless: str = ""
    """The rule does not hold where this is found in the clause before the number."""


class MeasureWords(Schema, frozen=True):
    """Words that make a figure a growth or a change."""

    rise: tuple[str, ...]
    fall: tuple[str, ...]
    rate: tuple[str, ...]
    rate_fall: tuple[str, ...]
    rate_moves: tuple[str, ...]
    not_behind: tuple[str, ...]
    against_said: str
    to: tuple[str, ...]
    between: tuple[str, ...]
    against_year: tuple[str, ...]
    no_object: tuple[str, ...]
    gap_start: str
    gap_end: tuple[str, ...]
    contrast: tuple[str, ...]
    from_words: tuple[str, ...]
    behind: tuple[str, ...]
    behind_noun: str


class AheadRule(Schema, frozen=True):
    """Words that name years to come: group ``at`` is what they are, ``years`` (or ``more``) how many.

    ``first`` counts from the plan's year; ``behind`` is true where the words stand behind their figure.
    """

    pattern: str
    example: str
    counter: str
    first: int = 0
    plan_only: bool = False
    behind: bool = False


class Tenses(Schema, frozen=True):
    """Words that tell a result from a target from neither, and of what time a clause speaks."""

    done: tuple[str, ...]
    planned: tuple[str, ...]
    planned_after: tuple[str, ...]
    neither_after: str
    neither_unless: tuple[str, ...]
    neither_before: tuple[str, ...]
    present: str
    capacity_kinds: tuple[str, ...]
    capacity_after: str
    last_year: tuple[str, ...]
    this_year: tuple[str, ...]
    against_last: tuple[str, ...]
    inside: str
    ahead: tuple[AheadRule, ...]
    reached: str
    yearly: str
    against_year: str
    not_the_year: str
    to_year: str
    summed: str
    against_span: str
    span: str
    year: str
    opens: str
    of: str
    of_year: str
    plan_end: str
    plan_so_far: str
    plan_span: tuple[str, ...]
    plans: Mapping[str, str]


class Facts(Schema, frozen=True):
    """Schema of ``facts.toml``."""

    bare: str
    glossary: tuple[str, ...]
    counting: tuple[str, ...]
    date_heads: tuple[str, ...]
    measure: MeasureWords
    tense: Tenses
    leave: tuple[LeaveRule, ...]


class NameWords(Schema, frozen=True):
    """Kinds of words that phrases are cut by; ``names.toml`` says what each is for."""

    stuck: str
    reach: tuple[str, ...]
    noun_reach: tuple[str, ...]
    lead: tuple[str, ...]
    lead_before_verb: tuple[str, ...]
    against: tuple[str, ...]
    per: str
    ordinal: str
    new: tuple[str, ...]
    marks: tuple[str, ...]
    people_noun: str
    events: tuple[str, ...]
    general_heads: tuple[str, ...]
    keep: tuple[str, ...]
    relational: tuple[str, ...]
    totals: tuple[str, ...]
    growth_noun: str
    share_verbs: tuple[str, ...]
    share_whole: str
    share_noun: str
    share_nouns: tuple[str, ...]
    rate_noun: str
    ratio_ends: tuple[str, ...]
    region: tuple[str, ...]
    effect: tuple[str, ...]
    predicate: tuple[str, ...]
    predicate_before_verb: tuple[str, ...]
    heads: tuple[str, ...]
    joins: tuple[str, ...]
    separators: tuple[str, ...]
    modifiers: tuple[str, ...]
    clause_ends: tuple[str, ...]
    circumstance: tuple[str, ...]
    level_ends: tuple[str, ...]
    persons: tuple[str, ...]
    people_end: str
    population: str
    problem: str
    persons_end: tuple[str, ...]
    cuts: tuple[str, ...]
    listing: tuple[str, ...]
    noun_ends: tuple[str, ...]
    dropped_ends: tuple[str, ...]
    tails: tuple[str, ...]
    apart: tuple[str, ...]
    economy: tuple[str, ...]
    seasons: tuple[str, ...]
    gdp: str
    gdp_nation: str
    measure_heads: tuple[str, ...]
    inside: str
    inner: tuple[str, ...]
    takes: tuple[str, ...]
    aims: tuple[str, ...]
    within: tuple[str, ...]
    means: str
    places: tuple[str, ...]
    done_to: tuple[str, ...]
    bare_measures: tuple[str, ...]
    own_measures: tuple[str, ...]
    per_head: tuple[str, ...]
    no_measure: str
    class_end: str
    abstract: tuple[str, ...]
    event_start: str
    event_ends: tuple[str, ...]
    leave: tuple[str, ...] = ()


class MoneyWords(Schema, frozen=True):
    """Words that call money by its payer or by nothing (中央财政安排资金), and those that lead to its purpose."""

    payer: str
    source: str
    acts: tuple[str, ...]
    pays: tuple[str, ...]
    head: str
    noun: str
    purpose: tuple[str, ...]
    between: tuple[str, ...]
    vague: tuple[str, ...]
    no_purpose: tuple[str, ...]
    rules: tuple[str, ...]


class Names(Schema, frozen=True):
    """Schema of ``names.toml``; ``priority`` decides between candidates, ``score`` says how sure each kind is."""

    priority: tuple[str, ...]
    score: Mapping[str, float]
    words: NameWords
    money: MoneyWords
    pairs: Mapping[str, tuple[str, ...]]
    medals: Mapping[str, str]
    tags: Mapping[str, str]


class BasisGroup(Schema, frozen=True):
    """Words that fill one field of a basis."""

    field: Literal["region", "scope", "price", "time", "nature"]
    words: tuple[str, ...]
    example: str
    counter: str


class BasisWords(Schema, frozen=True):
    """Schema of ``basis.toml``.

    ``onward`` matches a nature that covers what follows (预计，下同), ``opening`` one that opens a sentence
    (初步核算，…).
    """

    onward_mark: str
    onward: str
    opening: str
    opening_example: str
    opening_counter: str
    group: tuple[BasisGroup, ...]


class TableWords(Schema, frozen=True):
    """Schema of ``tables.toml``: what a table's heads say of its cells."""

    target: tuple[str, ...]
    result: tuple[str, ...]
    growth: tuple[str, ...]
    unit: tuple[str, ...]
    """Patterns whose group ``unit`` is the unit said in a head or caption."""
    serial: tuple[str, ...]
    """Heads of columns that only number the rows."""
