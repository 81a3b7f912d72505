"""Since when something is promised, over more than two plans."""

from msgspec.structs import replace

from compare.commitments import add_history, find_commitments
from compare.indicators import match_indicators
from compare.language.lexicon import default_lexicon
from tests.commitments.plans import IDENTITY, report

LEXICON = default_lexicon()


def history(*plans: str) -> list[list[tuple[str, int]]]:
    """First year and times promised of each plan's commitments; the plans are of 2031 and the years after."""
    years = range(2031, 2031 + len(plans))
    reports = tuple(
        report(plan, identity=replace(IDENTITY, plan_year=str(year), review_period=str(year - 1)))
        for plan, year in zip(plans, years, strict=True)
    )
    found = [find_commitments(one, number, LEXICON) for number, one in enumerate(reports)]
    told = add_history(found, reports, match_indicators(reports, LEXICON), LEXICON)
    return [[(row.first_promised, row.times_promised) for row in plan] for plan in told]


def test_what_stands_in_every_plan_is_counted_from_the_first() -> None:
    assert history("出台数据条例。", "抓紧出台数据条例。", "出台数据条例。") == [
        [("2031", 1)],
        [("2031", 2)],
        [("2031", 3)],
    ]


def test_targets_of_one_indicator_are_one_promise() -> None:
    assert history("总部企业突破100家。", "总部企业突破120家。") == [[("2031", 1)], [("2031", 2)]]


def test_what_was_left_out_begins_anew() -> None:
    assert history("出台数据条例。", "新建海滨公园。", "出台数据条例。")[2] == [("2033", 1)]
