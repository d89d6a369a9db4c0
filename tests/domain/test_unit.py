"""Units: names belong to dates (product rule 7), who exists on a day (rule 8), groups as of a day, successors."""

import datetime as dt
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.unit import Membership, Unit, UnitGroup, UnitName, existing, holds, successor_on

DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2030, 12, 31))
MERGER = dt.date(2025, 7, 1)


def unit(id_: int, *names: UnitName, ended: dt.date | None = None, successor: int | None = None) -> Unit:
    return Unit(id_, f"u{id_}", names or (UnitName(f"Phòng {id_}"),), ended=ended, successor=successor)


RENAMED = unit(
    1,
    UnitName("Phòng Lao động - Thương binh và Xã hội", end=MERGER),
    UnitName("Phòng Văn hóa - Xã hội", start=MERGER),
)


def test_rule_7_a_document_shows_the_name_of_its_own_day() -> None:
    assert RENAMED.name_on(dt.date(2025, 6, 30)) == "Phòng Lao động - Thương binh và Xã hội"
    assert RENAMED.name_on(MERGER) == "Phòng Văn hóa - Xã hội"


def test_rule_7_the_newest_name_is_the_one_shown_without_a_day() -> None:
    assert RENAMED.name == "Phòng Văn hóa - Xã hội"


def test_before_its_first_name_a_unit_bears_that_name() -> None:
    later = unit(1, UnitName("Phòng A", start=MERGER))
    assert later.name_on(dt.date(2020, 1, 1)) == "Phòng A"


def test_in_a_gap_between_names_a_unit_bears_the_one_before() -> None:
    names = [UnitName("A", end=dt.date(2021, 1, 1)), UnitName("B", start=dt.date(2022, 1, 1))]
    assert unit(1, *names).name_on(dt.date(2021, 6, 1)) == "A"


@given(st.lists(DAYS, min_size=1, max_size=5, unique=True), DAYS)
def test_rule_7_names_that_follow_one_another_hold_exactly_one_a_day(
    starts: list[dt.date], day: dt.date
) -> None:
    cuts = [None, *sorted(starts), None]
    names = [UnitName(f"N{i}", start=a, end=b) for i, (a, b) in enumerate(pairwise(cuts))]
    holding = [name.name for name in names if name.holds_on(day)]
    assert holding == [unit(1, *names).name_on(day)]


@given(st.none() | DAYS, st.none() | DAYS, DAYS)
def test_a_span_holds_from_its_first_day_to_the_day_before_its_end(
    start: dt.date | None, end: dt.date | None, day: dt.date
) -> None:
    assert holds(start, end, day) == ((start or dt.date.min) <= day < (end or dt.date.max))


def test_rule_8_a_dissolved_unit_does_not_exist_from_the_day_it_ended() -> None:
    gone = unit(1, ended=MERGER)
    assert existing([gone, unit(2)], dt.date(2025, 6, 30)) == [gone, unit(2)]
    assert existing([gone, unit(2)], MERGER) == [unit(2)]


def test_rule_8_a_unit_does_not_exist_before_it_was_set_up() -> None:
    new = Unit(1, "u1", (UnitName("Phòng mới"),), started=MERGER)
    assert not new.exists_on(dt.date(2025, 6, 30))
    assert new.exists_on(MERGER)


def test_a_group_expands_to_its_members_of_the_day_in_their_order() -> None:
    group = UnitGroup(
        1, "g", "UBND các xã", (Membership(3), Membership(1, end=MERGER), Membership(2, start=MERGER))
    )
    assert group.members_on(dt.date(2025, 6, 30)) == (3, 1)
    assert group.members_on(MERGER) == (3, 2)


def test_rule_7_work_goes_along_the_chain_of_successors_to_the_unit_that_exists() -> None:
    chain = [unit(1, ended=MERGER, successor=2), unit(2, ended=dt.date(2026, 1, 1), successor=3), unit(3)]
    units = {u.id: u for u in chain}
    assert successor_on(chain[0], units, dt.date(2025, 1, 1)).id == 1
    assert successor_on(chain[0], units, MERGER).id == 2
    assert successor_on(chain[0], units, dt.date(2026, 6, 1)).id == 3


def test_a_dissolved_unit_without_successor_stands_for_itself() -> None:
    gone = unit(1, ended=MERGER)
    assert successor_on(gone, {1: gone}, dt.date(2026, 1, 1)) is gone


@given(st.dictionaries(st.integers(1, 6), st.integers(1, 7), min_size=1), DAYS)
def test_the_chain_of_successors_ends_even_where_it_runs_in_a_circle(
    chain: dict[int, int], day: dt.date
) -> None:
    units = {id_: unit(id_, ended=MERGER, successor=heir) for id_, heir in chain.items()}
    for one in units.values():
        heir = successor_on(one, units, day)
        assert heir.id in units
        assert heir is one or day >= MERGER
