"""What moved is what stands outside the longest run that kept its order."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from compare.alignment.order import out_of_order

PLACES = st.dictionaries(st.tuples(st.integers(0, 6), st.integers(0, 6)), st.integers(1, 9), max_size=8)


def rises(pairs: tuple[tuple[int, int], ...]) -> bool:
    return all(a[0] <= b[0] and a[1] <= b[1] for a, b in combinations(sorted(pairs), 2))


@settings(deadline=None, max_examples=80)
@given(PLACES)
def test_what_stays_is_the_heaviest_rising_run(weights: dict[tuple[int, int], int]) -> None:
    kept = tuple(set(weights) - out_of_order(weights))
    runs = (some for size in range(len(weights) + 1) for some in combinations(weights, size) if rises(some))
    assert rises(kept)
    assert sum(weights[pair] for pair in kept) == max(sum(weights[pair] for pair in run) for run in runs)


def test_one_that_jumped_is_out_of_order_and_its_neighbours_are_not() -> None:
    assert out_of_order(dict.fromkeys([(0, 0), (1, 3), (2, 1), (3, 2), (4, 4)], 1)) == {(1, 3)}


def test_of_two_that_changed_places_the_lighter_moved() -> None:
    assert out_of_order({(0, 1): 5, (1, 0): 9}) == {(0, 1)}


def test_a_split_keeps_its_order() -> None:
    assert out_of_order(dict.fromkeys([(0, 0), (0, 1), (1, 2), (2, 2)], 1)) == frozenset()
