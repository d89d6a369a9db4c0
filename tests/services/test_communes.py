"""Communes are found as people type them, and give the names of their office."""

import pytest

from desktop.services import communes


def names(words: str) -> list[str]:
    return [one.shown for one in communes.find(words)]


@pytest.mark.parametrize(
    "words", ["son tay ha", "Sơn Tây Hạ", "xa son tay ha", "quang ngai son tay ha", "son tay h"]
)
def test_a_commune_is_found_with_and_without_dau_and_by_its_province(words):
    assert "Xã Sơn Tây Hạ, tỉnh Quảng Ngãi" in names(words)


def test_the_very_name_comes_before_names_that_begin_so():
    assert names("sơn tây")[:2] == ["Phường Sơn Tây, thành phố Hà Nội", "Xã Sơn Tây, tỉnh Hà Tĩnh"]


def test_nothing_is_found_for_no_words_or_a_name_that_is_not_there():
    assert names("  ") == names("xyz xyz") == []


@pytest.mark.parametrize(
    ("words", "name", "place", "above"),
    [
        ("sơn tây hạ", "Ủy ban nhân dân xã Sơn Tây Hạ", "Sơn Tây Hạ", "UBND tỉnh Quảng Ngãi"),
        ("phường 1 bảo lộc", "Ủy ban nhân dân Phường 1 Bảo Lộc", "Phường 1 Bảo Lộc", "UBND tỉnh Lâm Đồng"),
        ("côn đảo", "Ủy ban nhân dân đặc khu Côn Đảo", "Côn Đảo", "UBND thành phố Hồ Chí Minh"),
    ],
)
def test_its_office_is_named_as_on_papers(words, name, place, above):
    office = communes.office_of(communes.find(words)[0])
    assert (office.name, office.place, office.reports_to) == (name, place, above)
