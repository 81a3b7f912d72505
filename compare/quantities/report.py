"""Every quantity of a report, in the order of the text, and an account of every number that is none."""

from __future__ import annotations

from msgspec.structs import replace

from compare.language.lexicon import Lexicon
from compare.model import Block, Fact, LeftOut, Report, Sentence
from compare.quantities.basis import basis_reader
from compare.quantities.sentences import Setting, sentence_facts
from compare.quantities.sorting import account
from compare.quantities.tables import cell_facts
from compare.quantities.words import Facts


def add_facts(report: Report, lexicon: Lexicon) -> Report:
    """The report with its facts, and with every other number in ``left_out`` and why."""
    facts: list[Fact] = []
    left: list[LeftOut] = []
    setting = Setting(report.identity)
    part = ""
    glossary, basis = _glossary(report, lexicon), basis_reader(lexicon)
    for sentence in report.sentences:
        if sentence.section in glossary:
            left += account(sentence, lexicon)
            continue
        if sentence.part != part:
            part, setting = sentence.part, replace(setting, nature="", said="")
        if nature := basis.onward(sentence.text):
            setting = replace(setting, nature=nature)
        here, out = _facts_of(sentence, report.document.blocks, setting, lexicon)
        facts += [replace(fact, number=len(facts) + i) for i, fact in enumerate(here)]
        left += out
        setting = replace(setting, said=sentence.text)
        if here or (sentence.heading and setting.before):
            setting = replace(setting, before=here[-1].indicator if here else "")
    return replace(report, facts=tuple(facts), left_out=tuple(left))


def _glossary(report: Report, lexicon: Lexicon) -> frozenset[int | None]:
    """Sections that explain words and report nothing, with those below them."""
    titles = lexicon.read("facts", Facts).glossary
    found: set[int | None] = set()
    for section in report.sections:
        if (section.parent is not None and section.parent in found) or any(word in section.title for word in titles):
            found.add(section.number)
    return frozenset(found)


def _facts_of(
    sentence: Sentence, blocks: tuple[Block, ...], setting: Setting, lexicon: Lexicon
) -> tuple[list[Fact], tuple[LeftOut, ...]]:
    """The facts of a sentence, or of a table's cell."""
    cell = sentence.cell
    if cell is not None and (found := cell_facts(sentence, cell, setting, lexicon)) is not None:
        return found, ()
    return sentence_facts(sentence, setting, lexicon)
