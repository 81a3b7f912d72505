"""What happened to each sentence; what must hold of all changes together."""

import time
from pathlib import Path

import pytest

from compare.alignment import align_sections, align_sentences
from compare.differences import find_changes
from compare.language.lexicon import default_lexicon
from compare.model import Change, Document, Identity, Report, Sentence, SentencePair
from compare.outline import build_report
from compare.reading import read_document

LEXICON = default_lexicon()
FIXTURES = Path(__file__).resolve().parents[2] / "fixtures" / "reports"


def flat(*texts: str) -> Report:
    """A report of sentences without sections."""
    sentences = tuple(Sentence(number, text, 0, 0, None, "plan", "", "plan", 1) for number, text in enumerate(texts))
    return Report(Document("望海区.txt", "txt", "", 0, None, (), ()), Identity(), (), sentences)


def pair(old: int, new: int, moved: bool = False) -> SentencePair:
    return SentencePair((old,), (new,), 0.8, moved)


@pytest.mark.parametrize(
    ("old", "new", "moved", "kind"),
    [
        ("新建公园。", "新建公园。", False, "unchanged"),
        ("新建公园。", "新建公园。", True, "moved"),
        ("新建公园3个。", "新建公园5个以上。", False, "figures"),
        ("新建公园3个。", "建成公园3个。", False, "reworded"),
        ("新建公园3个。", "建成公园5个。", False, "reworded"),
        ("新建公园3个。", "新建公园5个。", True, "moved-reworded"),
    ],
)
def test_the_kind_says_what_happened(old: str, new: str, moved: bool, kind: str) -> None:
    (change,) = find_changes(flat(old), flat(new), (pair(0, 0, moved),), LEXICON)
    assert change.kind == kind


def test_what_has_no_partner_is_removed_or_added() -> None:
    changes = find_changes(
        flat("甲。", "乙。", "丙。"), flat("甲。", "丙。", "丁。"), (pair(0, 0), pair(2, 1)), LEXICON
    )
    assert [(change.kind, change.old, change.new) for change in changes] == [
        ("unchanged", (0,), (0,)),
        ("removed", (1,), ()),
        ("unchanged", (2,), (1,)),
        ("added", (), (2,)),
    ]


def test_a_divided_sentence_is_one_change() -> None:
    old, new = flat("新建公园，改造道路。"), flat("新建公园。", "改造道路。")
    (change,) = find_changes(old, new, (SentencePair((0,), (0, 1), 0.9),), LEXICON)
    assert (change.kind, spelt(change)) == ("reworded", ("新建公园，改造道路。", "新建公园。改造道路。"))


def test_a_formula_is_marked_on_both_sides_or_where_it_stands_alone() -> None:
    changes = find_changes(flat("各位代表！", "各位代表："), flat("各位代表!"), (pair(0, 0),), LEXICON)
    assert [change.formula for change in changes] == [True, True]


def spelt(change: Change) -> tuple[str, str]:
    return (
        "".join(mark.text for mark in change.marks if mark.kind != "insert"),
        "".join(mark.text for mark in change.marks if mark.kind != "delete"),
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (["各位代表！"] * 3000, ["各位代表！"] * 3000),
        ([f"新建公园{number}个。" for number in range(800)], [f"新建公园{number}所。" for number in range(800)]),
        (["1" * 20_000], ["2" * 20_000]),
        (["5%" * 3000], ["6%" * 3000]),
        (["“" * 5000], ["《" * 5000]),
        (["新建公园改造道路，" * 2000], ["改造公园新建道路，" * 2000]),
    ],
    ids=["repeated", "nearly-repeated", "digits", "figures", "marks", "long"],
)
def test_hostile_text_takes_no_more_time_than_it_is_long(old: list[str], new: list[str]) -> None:
    begin = time.process_time()
    compared(flat(*old), flat(*new))
    assert time.process_time() - begin < 5


# --- whole reports -----------------------------------------------------------------------------------------------


def fixture(year: int) -> Report:
    return build_report(read_document(FIXTURES / f"望海区{year}.txt", LEXICON), LEXICON)


def compared(old: Report, new: Report) -> tuple[Change, ...]:
    sections = align_sections(old, new, LEXICON)
    return find_changes(old, new, align_sentences(old, new, sections, LEXICON), LEXICON)


YEARS = [(2022, 2023), (2023, 2024)]


@pytest.mark.parametrize("year", [2022, 2023, 2024])
def test_a_report_against_itself_has_no_change(year: int) -> None:
    report = fixture(year)
    assert {change.kind for change in compared(report, report)} == {"unchanged"}


@pytest.mark.parametrize(("earlier", "later"), YEARS)
def test_every_sentence_is_in_one_change_and_can_be_spelt_from_its_marks(earlier: int, later: int) -> None:
    old, new = fixture(earlier), fixture(later)
    changes = compared(old, new)
    assert sorted(n for change in changes for n in change.old) == list(range(len(old.sentences)))
    assert sorted(n for change in changes for n in change.new) == list(range(len(new.sentences)))
    for change in changes:
        assert spelt(change) == (
            "".join(old.sentences[n].text for n in change.old),
            "".join(new.sentences[n].text for n in change.new),
        )


@pytest.mark.parametrize(("earlier", "later"), YEARS)
def test_swapping_the_reports_swaps_added_and_removed(earlier: int, later: int) -> None:
    old, new = fixture(earlier), fixture(later)
    turned = {"added": "removed", "removed": "added"}
    forth = {(turned.get(c.kind, c.kind), c.new, c.old) for c in compared(old, new)}
    back = {(c.kind, c.old, c.new) for c in compared(new, old)}
    assert back == forth
