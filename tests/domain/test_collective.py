"""Words for many units, understood without knowing the units; what they mean in a list."""

import pytest

from desktop.domain.collective import Member, begins_many, is_elsewhere, members, understand
from desktop.domain.unit_kind import kind_of
from desktop.domain.vietnamese import fold_name
from desktop.domain.written_name import Place

LIST = [
    "Phòng Kinh tế",
    "Công an xã An Phú",
    "Công an xã An Long",
    "Thôn 1",
    "Bản Nà Lốc",
    "UBND xã An Phú",
    "Trường TH&THCS Số 2",
]
UNITS = [Member(i, kind_of(name), fold_name(name)) for i, name in enumerate(LIST, 1)]


def meant(written: str) -> tuple[tuple[int, ...], bool]:
    phrase = understand(written)
    assert phrase is not None, written
    return members(phrase, UNITS)


@pytest.mark.parametrize(
    "written",
    [
        "UBND các xã, phường",
        "UBND xã, phường",
        "các thôn",
        "Trưởng thôn",
        "phòng, ban",
        "cơ quan, đơn vị",
        "đoàn thể",
        "cac truong hoc",
        "tất cả các thôn, bản trên địa bàn xã",
        "Công an các xã",
        "UBND cấp xã",
    ],
)
def test_words_for_many_are_understood(written: str) -> None:
    assert understand(written) is not None


@pytest.mark.parametrize(
    "written",
    [
        "",
        "UBND xã",
        "thôn",
        "Phòng Kinh tế",
        "Trưởng phòng",
        "các xã Đồng Sơn",
        "Xã hội",
        "Đảng ủy khối",
        "Ban Tổ chức Đảng ủy",
        "Ban nhân dân các thôn Đông",
        "Ủy ban MTTQ và các đoàn thể",
        "các",
        "Công an xã, các thôn",
    ],
)
def test_single_names_and_words_beyond_are_no_words_for_many(written: str) -> None:
    assert understand(written) is None


def test_place_scope_and_vagueness_are_kept() -> None:
    phrase = understand("các phòng, ban có liên quan thuộc thành phố")
    assert phrase is not None
    assert (phrase.vague, phrase.place, phrase.scope) == (True, Place("tp"), "")
    scoped = understand("Công an các xã")
    assert scoped is not None
    assert scoped.scope == "ca"


def test_the_order_of_the_words_makes_no_difference_to_the_key() -> None:
    one, other = understand("UBND các xã, phường"), understand("UBND phường, xã")
    assert one is not None
    assert other is not None
    assert one.key == other.key


@pytest.mark.parametrize(
    ("written", "ids", "exact"),
    [
        ("các thôn", (4,), True),
        ("các thôn, bản", (4, 5), True),
        ("các khối", (4, 5), False),
        ("Công an các xã", (2, 3), True),
        ("Công an cấp xã", (2, 3), True),
        ("Trạm Y tế các xã", (), False),
        ("UBND các xã", (6,), True),
        ("UBND các phường", (), False),
        ("UBND các thôn", (), False),
        ("các trường THCS", (7,), True),
        ("các trường THPT", (), False),
        ("Các cơ quan, đơn vị", (1, 2, 3, 7), False),
        ("các doanh nghiệp", (), False),
        ("các sở, ngành", (), False),
    ],
)
def test_the_words_mean_these_units_of_the_list(written: str, ids: tuple[int, ...], exact: bool) -> None:
    assert meant(written) == (ids, exact)


@pytest.mark.parametrize(
    ("written", "elsewhere"),
    [
        ("các sở, ban, ngành", True),
        ("bộ, ngành, địa phương", True),
        ("các sở và các xã", False),
        ("các thôn", False),
    ],
)
def test_offices_that_the_list_does_not_have_are_elsewhere(written: str, elsewhere: bool) -> None:
    phrase = understand(written)
    assert phrase is not None
    assert is_elsewhere(phrase, UNITS) is elsewhere


def test_in_the_list_of_a_province_the_departments_are_meant() -> None:
    phrase = understand("các sở, ban, ngành")
    assert phrase is not None
    offices = [Member(1, kind_of("Sở Y tế"), "so y te"), Member(2, kind_of("Ban Dân tộc"), "ban dan toc")]
    assert members(phrase, offices) == ((1, 2), False)


@pytest.mark.parametrize(
    ("written", "begins"), [("các xã", True), ("đơn vị", True), ("xã hội", False), ("môi trường", False)]
)
def test_a_stretch_begins_many_by_its_first_words(written: str, begins: bool) -> None:
    assert begins_many(written) is begins
