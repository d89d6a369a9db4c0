"""The year of a commune: when a plan is proposed, and which plans count as made."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.duties import Duty, is_about, is_of, known_duties, proposals
from desktop.domain.plan import Plan

SOCIAL = Duty("ctxh", "Ngày Công tác xã hội", 30, ("ngày công tác xã hội",), day=25, month=3)
TET = Duty("tet", "Tết", 60, ("tết nguyên đán",), feast="tet")
PROGRAMME = Duty("ctct", "Chương trình công tác", 20, ("chương trình công tác",), day=25, month=11, ahead=1)


def _plan(key: int, subject: str, year: int | None = None, date: dt.date | None = None) -> Plan:
    return Plan(key, f"p{key}", subject, year=year, date=date)


def _proposed(duty: Duty, today: dt.date, *plans: Plan) -> list[int]:
    return [one.year for one in proposals([duty], plans, today)]


@pytest.mark.parametrize(
    ("today", "years"),
    [
        (dt.date(2027, 2, 22), []),
        (dt.date(2027, 2, 23), [2027]),
        (dt.date(2027, 3, 25), [2027]),
        (dt.date(2027, 3, 26), []),
    ],
)
def test_a_duty_is_proposed_from_its_lead_time_to_its_day(today: dt.date, years: list[int]) -> None:
    assert _proposed(SOCIAL, today) == years


def test_tet_is_proposed_in_the_december_before() -> None:
    (found,) = proposals([TET], [], dt.date(2026, 12, 10))
    assert (found.year, found.on, found.begins) == (2027, dt.date(2027, 2, 6), dt.date(2026, 12, 8))


def test_the_programme_of_next_year_is_proposed_this_november() -> None:
    assert _proposed(PROGRAMME, dt.date(2026, 11, 21)) == [2027]
    assert _proposed(PROGRAMME, dt.date(2026, 11, 21), _plan(1, "Chương trình công tác năm 2027", 2026)) == []


@pytest.mark.parametrize(
    ("plan", "is_made"),
    [
        (_plan(1, "Kỷ niệm “Ngày Công tác xã hội Việt Nam” lần thứ 11 năm 2027"), True),
        (_plan(1, "Kỷ niệm Ngày công tác xã hội năm 2026", 2027), False),
        (_plan(1, "Kỷ niệm Ngày Công tác xã hội", 2027), True),
        (_plan(1, "Kỷ niệm Ngày Công tác xã hội", 2026), False),
        (_plan(1, "Kỷ niệm Ngày Công tác xã hội", 2026, dt.date(2027, 1, 20)), True),
        (_plan(1, "Kỷ niệm Ngày Công tác xã hội", 2027, dt.date(2026, 3, 5)), False),
        (_plan(1, "Tặng quà", 2027), False),
    ],
)
def test_which_plan_is_the_one_of_the_year(plan: Plan, is_made: bool) -> None:
    assert (_proposed(SOCIAL, dt.date(2027, 3, 1), plan) == []) is is_made


def test_the_name_of_the_lunar_year_tells_whose_tet_it_is() -> None:
    assert is_of(TET, 2027, _plan(1, "Chăm lo Tết Nguyên đán Đinh Mùi", 2026))
    assert not is_of(TET, 2027, _plan(1, "Chăm lo Tết Nguyên đán Bính Ngọ", 2026))


def test_the_newest_plan_of_an_earlier_year_is_offered_for_cloning() -> None:
    old = [_plan(4, "Ngày Công tác xã hội năm 2025"), _plan(3, "Ngày Công tác xã hội năm 2026")]
    (found,) = proposals([SOCIAL], [*old, _plan(9, "Ngày Công tác xã hội năm 2029")], dt.date(2027, 3, 1))
    assert found.last == 3


def test_the_nearest_comes_first() -> None:
    found = proposals(known_duties(), [], dt.date(2027, 5, 10))
    assert [one.on for one in found] == sorted(one.on for one in found)
    assert "thang-hanh-dong-vi-tre-em" in {one.duty.key for one in found}


@given(st.integers(1930, 2080))
def test_every_known_duty_has_its_day_in_every_year(year: int) -> None:
    for duty in known_duties():
        assert duty.on(year).year == year
        assert duty.begins(year) < duty.on(year)


def test_a_duty_of_a_leap_day_is_kept_on_the_last_of_february() -> None:
    leap = Duty("29-2", "Việc", 10, ("việc",), day=29, month=2)
    assert (leap.on(2027), leap.on(2028)) == (dt.date(2027, 2, 28), dt.date(2028, 2, 29))


def test_keys_of_known_duties_are_their_own() -> None:
    keys = [duty.key for duty in known_duties()]
    assert len(set(keys)) == len(keys) >= 20


@pytest.mark.parametrize(
    ("key", "subject"),
    [
        ("tet-nguyen-dan", "Bảo đảm an toàn thực phẩm dịp Tết Nguyên đán Đinh Mùi 2027"),
        ("tet-nguyen-dan", "Bảo đảm an ninh, trật tự trước, trong và sau Tết Nguyên đán năm 2027"),
        ("an-toan-thuc-pham", "Bảo đảm an toàn thực phẩm Tết Nguyên đán và mùa lễ hội Xuân 2027"),
        ("binh-dang-gioi", "Thực hiện công tác bình đẳng giới và vì sự tiến bộ của phụ nữ năm 2027"),
        ("phong-chong-ma-tuy", "Công tác phòng, chống ma túy năm 2027"),
        ("phong-chong-hiv-aids", "Phòng, chống HIV/AIDS năm 2027 trên địa bàn xã"),
        ("ngay-nguoi-khuyet-tat", "Trợ giúp người khuyết tật năm 2027"),
    ],
)
def test_the_yearly_plan_of_a_field_does_not_stand_for_its_day(key: str, subject: str) -> None:
    duty = next(one for one in known_duties() if one.key == key)
    assert not is_about(duty, _plan(1, subject))


@pytest.mark.parametrize(
    ("key", "subject"),
    [
        ("tet-nguyen-dan", "Thăm hỏi, tặng quà Tết Nguyên đán Đinh Mùi năm 2027"),
        ("binh-dang-gioi", "Triển khai Tháng hành động vì bình đẳng giới năm 2027"),
        ("phong-chong-ma-tuy", "Hưởng ứng Tháng hành động phòng chống ma túy 2027"),
        ("ra-soat-ho-ngheo", "Điều tra, rà soát hộ nghèo, hộ cận nghèo cuối năm 2027"),
    ],
)
def test_a_plan_of_the_day_itself_is_known_in_other_words(key: str, subject: str) -> None:
    duty = next(one for one in known_duties() if one.key == key)
    assert is_about(duty, _plan(1, subject))
