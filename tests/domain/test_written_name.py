"""Names as papers write them: titles, places, keys that spellings share (product rule 12)."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.written_name import (
    NOWHERE,
    Place,
    accents_agree,
    body_key,
    committee_key,
    first_readings,
    key,
    place_of,
    plain,
    shown,
    split_place,
    without_many,
    without_title,
)

NAMES = st.sampled_from(
    [
        "Phòng Văn hóa - Xã hội",
        "UBND xã Hoà Bình",
        "Uỷ ban MTTQ Việt Nam",
        "Trường TH Số 01",
        "Đoàn TNCS Hồ Chí Minh",
    ]
)


@given(NAMES)
def test_rule_12_case_form_and_spaces_make_no_difference_to_the_key(name: str) -> None:
    spaced = name.replace(" ", " \u00a0")
    assert key(name) == key(name.upper()) == key(unicodedata.normalize("NFD", name)) == key(spaced)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Phòng LĐ-TB&XH", "Phòng Lao động - Thương binh và Xã hội"),
        ("UBND xã Hoà Bình", "Uỷ ban nhân dân xã Hòa Bình"),
        ("Trường Tiểu học Số 01", "TH 1"),
        ("Hội LHPN Việt Nam", "Hội Liên hiệp Phụ nữ"),
        ("TT PVHCC", "TTPVHCC"),
        ("Phòng KT-HT-ĐT", "Phòng Kinh tế, Hạ tầng và Đô thị"),
        ("UBMTTQ", "Ủy ban Mặt trận Tổ quốc Việt Nam"),
    ],
)
def test_rule_12_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Thôn 1 1", "Thôn 11"), ("Thôn 1", "Thôn 10"), ("Phòng Kinh tế", "Phòng Y tế")]
)
def test_different_names_have_different_keys(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_names_that_papers_give_to_one_body_are_brought_together() -> None:
    assert body_key("Văn phòng") == body_key("Văn phòng UBND") == body_key("VP HĐND&UBND")
    assert body_key("Phòng Kinh tế") == key("Phòng Kinh tế")


def test_what_stands_in_brackets_is_left_out() -> None:
    assert shown(" Sở Y tế (b/c);") == "Sở Y tế"
    assert plain("UỶ BAN [1] (qua Phòng") == "ủy ban"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Trưởng Công an xã", "công an xã"),
        ("Các đồng chí Trưởng thôn", "thôn"),
        ("Thủ trưởng các cơ quan", "các cơ quan"),
        ("Chanh Van phong", "van phong"),
        ("Hiệu trưởng", "hiệu trưởng"),
        ("Trường THCS A", "trường thcs a"),
    ],
)
def test_titles_before_the_name_are_left_out(written: str, name: str) -> None:
    assert without_title(plain(written)) == name


@pytest.mark.parametrize(
    ("written", "name", "place"),
    [
        ("Trạm Y tế xã Sơn Tây Hạ", "trạm y tế", Place("xa", "sontayha")),
        ("Công an xã Hội Cư", "công an", Place("xa", "hoicu")),
        ("Hội Đông y thành phố", "hội đông y", Place("tp")),
        ("Phòng Y tế của UBND huyện Cũ, tỉnh Mới", "phòng y tế", Place("huyen", "cu")),
        ("Phòng Bảo trợ xã hội", "phòng bảo trợ xã hội", NOWHERE),
        ("Bảo hiểm xã hội tỉnh", "bảo hiểm xã hội", Place("tinh")),
        ("UBND xã An Phú, tỉnh Gia Lai", "ubnd xã an phú", NOWHERE),
        ("Công an xã, các thôn", "công an xã, các thôn", NOWHERE),
        ("Phòng Kinh tế", "phòng kinh tế", NOWHERE),
        ("Tram Y te xa An Phu", "tram y te", Place("xa", "anphu")),
    ],
)
def test_the_place_is_parted_from_the_name(written: str, name: str, place: Place) -> None:
    assert split_place(plain(written)) == (name, place)


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("UBND xã Sơn Tây Hạ", Place("xa", "sontayha")),
        ("phường 1", Place("phuong", "1")),
        ("Xã An Phú, tỉnh Gia Lai", Place("xa", "anphu")),
        ("Sở Y tế", NOWHERE),
    ],
)
def test_the_name_of_an_office_tells_its_place(written: str, place: Place) -> None:
    assert place_of(written) == place


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Ủy ban nhân dân xã Hội Cư", "ubndxahoicu"),
        ("Xã Hội Cư", "ubndxahoicu"),
        ("UBND P. Sa Đéc", "ubndphuongsadec"),
        ("UBND xã", "ubndxasontayha"),
        ("UBND các xã", None),
        ("UBND phường", None),
        ("Xã hội", None),
        ("Phòng Kinh tế", None),
    ],
)
def test_a_committee_is_known_by_its_level_and_name(written: str, expected: str | None) -> None:
    assert committee_key(plain(written), Place("xa", "sontayha")) == expected


def test_a_short_form_that_stands_first_has_several_readings() -> None:
    assert first_readings("p. kinh tế") == ["p. kinh tế", "phòng kinh tế", "phường kinh tế"]
    assert first_readings("p") == ["p"]
    assert first_readings("phòng kinh tế") == ["phòng kinh tế"]


def test_cac_is_left_out_where_single_names_follow() -> None:
    assert without_many("UBND các xã An Phú") == "UBND xã An Phú"


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("ubnd xã tân thạnh", "ubnd xã tân thành", False),
        ("ubnd xã tân thanh", "ủy ban nhân dân xã tân thanh", True),
        ("ubnd xã đak rông", "ubnd xã đakrong", False),
        ("thon ha", "thôn hạ", True),
        ("hội lhpn", "hội liên hiệp phụ nữ", True),
        ("hội nông dân an thạnh", "hội nd an thành", False),
    ],
)
def test_dau_decide_between_names_that_fold_alike(one: str, other: str, agree: bool) -> None:
    assert accents_agree(one, other) is agree
    assert accents_agree(other, one) is agree
