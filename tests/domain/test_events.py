"""Names of counted events and lunar feasts found in texts."""

import datetime as dt

import pytest

from desktop.domain.events import events_in, feast, feasts_in


def _events(text: str) -> list[str]:
    return [found.thing.name for found in events_in(text)]


def _feasts(text: str) -> list[str]:
    return [found.thing.key for found in feasts_in(text)]


def test_the_social_work_day_of_2027_is_the_eleventh() -> None:
    (found,) = events_in("kỷ niệm “Ngày công tác xã hội Việt Nam” lần thứ 8")
    assert found.thing.number(2024) == 8
    assert found.thing.number(2027) == 11
    assert (found.start, found.end) == (9, 38)


@pytest.mark.parametrize(
    "text", ["Ngày Thương binh, liệt sĩ", "NGÀY THƯƠNG BINH – LIỆT SĨ", "Ngay Thuong binh Liet si"]
)
def test_dashes_capitals_and_missing_dau_make_no_difference(text: str) -> None:
    assert _events(text) == ["Ngày Thương binh - Liệt sĩ"]


def test_the_longer_name_wins_and_is_found_once() -> None:
    assert _events("Ngày thành lập Đoàn TNCS Hồ Chí Minh") == ["Ngày thành lập Đoàn TNCS Hồ Chí Minh"]
    assert _feasts("vui Tết Trung thu và Tết Nguyên đán, Trung thu") == ["trung-thu", "tet", "trung-thu"]


def test_other_words_of_the_same_letters_name_nothing() -> None:
    assert _feasts("tập trung thu gom rác; qua Tết") == []
    assert _events("ngay thanh lập Đảng") == []


def test_feasts_fall_where_the_lunar_year_puts_them() -> None:
    assert feast("tet").on(2027) == dt.date(2027, 2, 6)
    assert feast("trung-thu").on(2026) == dt.date(2026, 9, 25)
    assert feast("ong-cong-ong-tao").on(2026) == dt.date(2026, 2, 10)
