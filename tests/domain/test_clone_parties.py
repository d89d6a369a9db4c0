"""Who is meant today by the parties of an old task."""

import datetime as dt

from desktop.domain.clone_parties import Roster
from desktop.domain.clone_passage import Left
from desktop.domain.task import Party
from desktop.domain.unit import Membership, Unit, UnitGroup, UnitName

DAY, MERGED = dt.date(2027, 1, 4), dt.date(2026, 7, 1)
STATION = Unit(1, "u1", (UnitName("Trạm Y tế A", end=MERGED), UnitName("Trạm Y tế Sen", start=MERGED)))
EAST = Unit(2, "u2", (UnitName("Thôn Đông", end=MERGED),), ended=MERGED, successor=4)
WEST = Unit(3, "u3", (UnitName("Thôn Tây"),), ended=MERGED)
NEW = Unit(4, "u4", (UnitName("Thôn Mới", start=MERGED),), started=MERGED)
VILLAGES = UnitGroup(1, "g1", "Các thôn", (Membership(2, end=MERGED), Membership(4, start=MERGED)))
GONE = UnitGroup(2, "g2", "Các chợ", (Membership(3),))
ROSTER = Roster((STATION, EAST, WEST, NEW), (VILLAGES, GONE), DAY)


def test_a_merged_unit_gives_way_to_its_successor_once() -> None:
    carried = ROSTER.carry((Party("Thôn Đông", unit=2), Party("Thôn Mới", unit=4)))
    assert carried.parties == (Party("Thôn Mới", unit=4),)
    assert carried.changed == (("Thôn Đông", "Thôn Mới"),)


def test_a_renamed_unit_bears_todays_name_and_other_words_for_it_stay() -> None:
    carried = ROSTER.carry((Party("trạm y tế A", unit=1),))
    assert carried.parties == (Party("Trạm Y tế Sen", unit=1),)
    assert ROSTER.carry((Party("Trạm Y tế", unit=1),)).changed == ()
    assert ROSTER.carry((Party("Trạm Y tế Sen", unit=1),)).changed == ()


def test_a_unit_that_ended_without_successor_keeps_its_words() -> None:
    carried = ROSTER.carry((Party("Thôn Tây", unit=3),))
    assert carried.parties == (Party("Thôn Tây"),)
    assert carried.left == ((Left.UNIT, "Thôn Tây"),)


def test_a_group_stays_and_is_told_when_nobody_is_left_in_it() -> None:
    assert ROSTER.carry((Party("Các thôn", group=1),)).left == ()
    assert ROSTER.carry((Party("Các chợ", group=2),)).left == ((Left.GROUP, "Các chợ"),)


def test_a_unit_that_is_not_known_at_all_stays_as_it_is() -> None:
    assert ROSTER.carry((Party("Ai", unit=99),)).parties == (Party("Ai", unit=99),)


def test_former_names_become_todays_and_names_still_borne_do_not() -> None:
    assert ROSTER.renamed() == (("Trạm Y tế A", "Trạm Y tế Sen"), ("Thôn Đông", "Thôn Mới"))
    twin = Unit(5, "u5", (UnitName("Thôn Đông"),))
    assert Roster((EAST, NEW, twin), (), DAY).renamed() == ()
