"""Names of former days, twins, groups and places in matching (product rules 7 and 8)."""

import datetime as dt

from desktop.domain.unit import Membership, Unit, UnitGroup, UnitName
from desktop.domain.unit_kind import kind_of
from desktop.domain.unit_matching import Match, Matcher

ON = dt.date(2026, 3, 16)
MERGER = dt.date(2025, 7, 1)


def unit(
    id_: int,
    *names: str | UnitName,
    ended: dt.date | None = None,
    successor: int | None = None,
    code: str = "",
) -> Unit:
    given_names = tuple(name if isinstance(name, UnitName) else UnitName(name) for name in names)
    return Unit(
        id_,
        f"u{id_}",
        given_names,
        kind_of(given_names[-1].name),
        ended=ended,
        successor=successor,
        code=code,
    )


def match(written: str, *units: Unit, on: dt.date = ON, place: str = "") -> Match:
    return Matcher(units, [], on, place).match(written)


RENAMED = unit(
    1,
    UnitName("Phòng Lao động - Thương binh và Xã hội", end=MERGER),
    UnitName("Phòng Văn hóa - Xã hội", "VHXH", start=MERGER),
)
CLOSED = unit(2, "Phòng Y tế", ended=MERGER, successor=1)


def test_rule_7_a_former_name_leads_to_the_unit_that_bore_it() -> None:
    assert match("Phòng LĐ-TB&XH", RENAMED) == Match((1,), certain=True)


def test_rule_7_work_of_a_dissolved_unit_goes_to_its_successor_of_today() -> None:
    assert match("Phòng Y tế", RENAMED, CLOSED) == Match((1,), certain=True)


def test_rule_7_on_an_older_day_the_unit_of_that_day_is_meant() -> None:
    assert match("Phòng Y tế", RENAMED, CLOSED, on=dt.date(2025, 1, 1)) == Match((2,), certain=True)


def test_rule_8_a_dissolved_unit_without_successor_is_not_bound() -> None:
    gone = unit(2, "Phòng Y tế", ended=MERGER)
    assert match("Phòng Y tế", gone) == Match(unknown=("Phòng Y tế",))


def test_rule_7_who_bears_the_name_today_goes_before_who_bore_it_once() -> None:
    other = unit(3, "Phòng Lao động - Thương binh và Xã hội")
    assert match("Phòng LĐTB&XH", RENAMED, other).units == (3,)


def test_two_units_that_bore_one_name_are_candidates() -> None:
    once = unit(
        3,
        UnitName("Phòng Lao động - Thương binh và Xã hội", end=MERGER),
        UnitName("Phòng Nội vụ", start=MERGER),
    )
    assert match("Phòng LĐTB&XH", RENAMED, once) == Match(candidates=(1, 3))


def test_a_name_that_occurs_twice_gives_candidates_and_no_binding() -> None:
    assert match("UBND xã Tân Thạnh", unit(1, "UBND xã Tân Thạnh"), unit(2, "UBND xã Tân Thạnh")) == Match(
        candidates=(1, 2)
    )


def test_twins_are_told_apart_by_the_place_behind_their_name() -> None:
    twins = unit(1, "Trạm Y tế xã An Phú"), unit(2, "Trạm Y tế xã An Long")
    assert match("Trạm Y tế xã An Long", *twins) == Match((2,), certain=True)
    assert set(match("Trạm Y tế xã", *twins).candidates) == {1, 2}


def test_abbreviation_and_code_of_the_list_are_names_too() -> None:
    coded = unit(5, "Trung tâm Văn hóa", code="TTVH-01")
    assert match("VHXH", RENAMED, coded).units == (1,)
    assert match("TTVH-01", RENAMED, coded).units == (5,)


def test_a_code_of_digits_is_no_name() -> None:
    assert match("05", unit(5, "Trung tâm Văn hóa", code="05")).units == ()


def test_the_office_itself_is_meant_by_ubnd_xa_when_it_is_in_the_list() -> None:
    two = unit(1, "UBND xã Sơn Tây Hạ"), unit(2, "UBND xã Nghĩa Lâm")
    assert match("UBND xã", *two, place="UBND xã Sơn Tây Hạ").units == (1,)
    assert match("UBND xã", *two).units == ()
    assert match("UBND các xã", *two, place="UBND xã Sơn Tây Hạ").units == (1, 2)


def test_the_place_of_the_office_is_inferred_from_its_units() -> None:
    several = unit(1, "Trạm Y tế xã An Phú"), unit(2, "Công an xã An Phú"), unit(3, "Phòng Kinh tế")
    assert match("Công an xã", *several).certain
    assert match("Phòng Kinh tế xã An Phú", *several).certain
    assert not match("Phòng Kinh tế tỉnh", *several).certain


def test_a_list_that_names_no_place_does_not_contradict_a_level() -> None:
    assert match("Hội Nông dân thành phố", unit(1, "Hội Nông dân")) == Match((1,), certain=True)
    assert not match("Hội Nông dân thành phố Huế", unit(1, "Hội Nông dân")).certain


def test_short_p_is_tried_as_phong_and_as_phuong() -> None:
    both = unit(1, "Phòng Tư pháp"), unit(2, "Phường Tân Mai")
    assert match("P. Tư pháp", *both).units == (1,)
    assert match("P.Tân Mai", *both).units == (2,)


def test_rule_8_a_group_stands_for_its_members_that_exist_on_the_day() -> None:
    gone = unit(3, "Thôn Tây", ended=MERGER, successor=2)
    units = [unit(1, "Thôn Đông"), unit(2, "Thôn Nam"), gone]
    group = UnitGroup(9, "g", "Các thôn ven biển", (Membership(3), Membership(2), Membership(1, end=MERGER)))
    assert Matcher(units, [group], ON).match("các thôn ven biển") == Match((2,), 9, certain=True)


def test_a_group_without_members_on_the_day_is_not_certain() -> None:
    group = UnitGroup(9, "g", "Tổ công tác", (Membership(1, end=MERGER),))
    assert Matcher([unit(1, "Thôn Đông")], [group], ON).match("Tổ công tác") == Match((), 9)


def test_two_groups_of_one_name_are_not_bound() -> None:
    groups = [UnitGroup(i, f"g{i}", "Cụm thi đua", (Membership(i),)) for i in (1, 2)]
    units = [unit(1, "Thôn Đông"), unit(2, "Thôn Nam")]
    assert Matcher(units, groups, ON).match("Cụm thi đua") == Match(candidates=(1, 2))


def test_words_for_many_that_mean_exactly_a_group_are_bound_to_it() -> None:
    units = [unit(1, "UBND xã An Phú"), unit(2, "UBND phường Tân Mai")]
    matcher = Matcher(units, [], ON)
    matcher.add_group(UnitGroup(9, "g", "Địa bàn tỉnh", (Membership(1), Membership(2))))
    assert matcher.match("UBND các xã, phường, đặc khu") == Match((1, 2), 9, certain=True)


def test_running_text_is_not_taken_for_a_list_of_names() -> None:
    text = ", ".join(["Thôn Đông"] * 200)
    assert match(text, unit(1, "Thôn Đông")).unknown == (text,)
