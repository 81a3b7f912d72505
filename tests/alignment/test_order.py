"""What moved is what stands outside the longest run that kept its order."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from compare.alignment.order import out_of_order

PLACES = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=8)


def rises(pairs: list[tuple[int, int]]) -> bool:
    return all(a[0] <= b[0] and a[1] <= b[1] for a, b in combinations(sorted(pairs), 2))


@settings(deadline=None, max_examples=80)
@given(PLACES)
def test_what_stays_is_the_longest_rising_run(places: list[tuple[int, int]]) -> None:
    kept = sorted(set(places) - out_of_order(places))
    longest = max(
        size
        for size in range(len(set(places)) + 1)
        if any(rises(list(some)) for some in combinations(sorted(set(places)), size))
    )
    assert rises(kept)
    assert len(kept) == longest


def test_one_that_jumped_is_out_of_order_and_its_neighbours_are_not() -> None:
    assert out_of_order([(0, 0), (1, 3), (2, 1), (3, 2), (4, 4)]) == {(1, 3)}


def test_a_split_keeps_its_order() -> None:
    assert out_of_order([(0, 0), (0, 1), (1, 2), (2, 2)]) == frozenset()
