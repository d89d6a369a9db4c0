"""Written names bound to units and groups: never a wrong binding, candidates where it is not certain (product rules 7, 8, 12)."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.unit import Membership, Unit, UnitGroup, UnitName
from desktop.domain.unit_kind import kind_of
from desktop.domain.unit_matching import Match, Matcher

ON = dt.date(2026, 3, 16)
HERE = "xã Sơn Tây Hạ"

NAMES = [
    "Văn phòng HĐND và UBND",
    "Phòng Kinh tế",
    "Phòng Văn hóa - Xã hội",
    "Trung tâm Phục vụ hành chính công",
    "Công an xã",
    "Ban Chỉ huy Quân sự xã",
    "Trạm Y tế xã Sơn Tây Hạ",
    "Trường THCS Lê Hồng Phong",
    "Trường Tiểu học Số 1",
    "Trường Mầm non Hoa Mai",
    "Thôn Đông",
    "Thôn Hạ",
    "Thôn 3",
    "Bản Nà Lốc",
    "Ủy ban Mặt trận Tổ quốc Việt Nam",
    "Hội Liên hiệp Phụ nữ",
    "Hội Nông dân",
    "Hội Cựu chiến binh",
    "Đoàn TNCS Hồ Chí Minh",
    "Hội Chữ thập đỏ",
    "Đảng ủy xã",
    "UBND xã Đồng Sơn",
    "UBND xã Hội Cư",
    "UBND phường Tân Thạnh",
]


UNITS = [Unit(i, f"u{i}", (UnitName(name),), kind_of(name)) for i, name in enumerate(NAMES, 1)]
PEOPLE = UnitGroup(90, "g90", "MẶT TRẬN VÀ CÁC ĐOÀN THỂ", tuple(Membership(i) for i in range(15, 21)))
OFFICES = UnitGroup(91, "g91", "Các phòng, ban, đơn vị", tuple(Membership(i) for i in (1, 2, 3, 4)))
MATCHER = Matcher(UNITS, [PEOPLE, OFFICES], ON, HERE)


def named(match: Match) -> list[str]:
    return [NAMES[id_ - 1] for id_ in match.units]


def bound(written: str) -> list[str]:
    match = MATCHER.match(written)
    return named(match) if match.certain else [f"? {written}"]


@pytest.mark.parametrize("name", NAMES)
def test_every_name_finds_its_own_unit(name: str) -> None:
    assert bound(name) == [name]
    assert bound(name.upper()) == [name]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("P. Kinh tế", "Phòng Kinh tế"),
        ("phòng kinh tế xã", "Phòng Kinh tế"),
        ("Phòng Kinh tế xã Sơn Tây Hạ", "Phòng Kinh tế"),
        ("Phong Kinh te", "Phòng Kinh tế"),
        ("VH-XH", "Phòng Văn hóa - Xã hội"),
        ("Phòng VHXH", "Phòng Văn hóa - Xã hội"),
        ("Phòng Văn hoá và Xã hội", "Phòng Văn hóa - Xã hội"),
        ("VP", "Văn phòng HĐND và UBND"),
        ("Văn phòng", "Văn phòng HĐND và UBND"),
        ("Văn phòng HĐND - UBND xã", "Văn phòng HĐND và UBND"),
        ("Văn phòng HĐND, UBND xã", "Văn phòng HĐND và UBND"),
        ("Chánh Văn phòng HĐND và UBND", "Văn phòng HĐND và UBND"),
        ("TTPVHCC", "Trung tâm Phục vụ hành chính công"),
        ("Trung tâm PVHCC xã", "Trung tâm Phục vụ hành chính công"),
        ("Công an", "Công an xã"),
        ("Trưởng Công an xã", "Công an xã"),
        ("Công an xã Sơn Tây Hạ", "Công an xã"),
        ("BCHQS xã", "Ban Chỉ huy Quân sự xã"),
        ("Ban CHQS", "Ban Chỉ huy Quân sự xã"),
        ("Trạm Y tế", "Trạm Y tế xã Sơn Tây Hạ"),
        ("Trạm Y tế xã", "Trạm Y tế xã Sơn Tây Hạ"),
        ("THCS Lê Hồng Phong", "Trường THCS Lê Hồng Phong"),
        ("Hiệu trưởng Trường Trung học cơ sở Lê Hồng Phong", "Trường THCS Lê Hồng Phong"),
        ("Trường TH số 01", "Trường Tiểu học Số 1"),
        ("MTTQ", "Ủy ban Mặt trận Tổ quốc Việt Nam"),
        ("Uỷ ban MTTQ Việt Nam xã", "Ủy ban Mặt trận Tổ quốc Việt Nam"),
        ("Ban Thường trực UBMTTQ xã", "Ủy ban Mặt trận Tổ quốc Việt Nam"),
        ("Hội LHPN xã", "Hội Liên hiệp Phụ nữ"),
        ("CCB", "Hội Cựu chiến binh"),
        ("Đoàn Thanh niên", "Đoàn TNCS Hồ Chí Minh"),
        ("Đoàn xã", "Đoàn TNCS Hồ Chí Minh"),
        ("TNCSHCM", "Đoàn TNCS Hồ Chí Minh"),
        ("Trưởng thôn Đông", "Thôn Đông"),
        ("thôn 03", "Thôn 3"),
        ("Uỷ ban nhân dân xã Đồng Sơn", "UBND xã Đồng Sơn"),
        ("Chủ tịch UBND xã Đồng Sơn", "UBND xã Đồng Sơn"),
        ("xã Hội Cư", "UBND xã Hội Cư"),
        ("UBND P. Tân Thạnh", "UBND phường Tân Thạnh"),
        ("UBND xã Đồng Sơn, huyện Cũ", "UBND xã Đồng Sơn"),
        ("Hội Chữ thập đỏ (b/c)", "Hội Chữ thập đỏ"),
    ],
)
def test_rule_12_other_spellings_of_a_name_lead_to_its_unit(written: str, name: str) -> None:
    assert bound(written) == [name]


@pytest.mark.parametrize(
    ("written", "candidate"),
    [
        ("Công an tỉnh", "Công an xã"),
        ("Công an xã Nghĩa Lâm", "Công an xã"),
        ("Hội Nông dân thành phố", "Hội Nông dân"),
        ("Thôn Hà", "Thôn Hạ"),
        ("UBND phường Tân Thành", "UBND phường Tân Thạnh"),
        ("UBND xã Đồng Sơm", "UBND xã Đồng Sơn"),
        ("Trường Hồng Phong", "Trường THCS Lê Hồng Phong"),
    ],
)
def test_a_name_of_another_place_or_with_other_letters_is_only_suggested(
    written: str, candidate: str
) -> None:
    match = MATCHER.match(written)
    assert (match.units, match.group, match.certain) == ((), None, False)
    assert NAMES[match.candidates[0] - 1] == candidate


@pytest.mark.parametrize(
    "written",
    [
        "Sở Nông nghiệp và Môi trường",
        "Phòng Kinh tế, Hạ tầng và Đô thị",
        "Phòng Lao động - Thương binh và Xã hội",
        "bộ, ngành, địa phương",
        "Các Sở, ban, ngành Thành phố",
        "Chủ tịch UBND các tỉnh, thành phố trực thuộc Trung ương: Hà Tĩnh, Quảng Trị",
        "UBND các huyện, thị xã, thành phố",
    ],
)
def test_names_of_others_bind_nothing_and_are_not_cut(written: str) -> None:
    match = MATCHER.match(written)
    assert (match.units, match.certain) == ((), False)
    assert match.unknown == (written,)


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("các thôn", ["Thôn Đông", "Thôn Hạ", "Thôn 3"]),
        ("Trưởng thôn", ["Thôn Đông", "Thôn Hạ", "Thôn 3"]),
        ("Trưởng các thôn, bản", ["Thôn Đông", "Thôn Hạ", "Thôn 3", "Bản Nà Lốc"]),
        (
            "các trường học trên địa bàn xã",
            ["Trường THCS Lê Hồng Phong", "Trường Tiểu học Số 1", "Trường Mầm non Hoa Mai"],
        ),
        ("các trường Mầm non, Tiểu học", ["Trường Tiểu học Số 1", "Trường Mầm non Hoa Mai"]),
        ("các phòng, ban", ["Văn phòng HĐND và UBND", "Phòng Kinh tế", "Phòng Văn hóa - Xã hội"]),
        ("UBND các xã", ["UBND xã Đồng Sơn", "UBND xã Hội Cư"]),
        ("Chủ tịch UBND các xã", ["UBND xã Đồng Sơn", "UBND xã Hội Cư"]),
        ("UBND các phường, xã, đặc khu", ["UBND xã Đồng Sơn", "UBND xã Hội Cư", "UBND phường Tân Thạnh"]),
        ("các đoàn thể", NAMES[15:20]),
        ("Công an xã, phường", ["Công an xã"]),
    ],
)
def test_words_for_many_mean_the_units_of_the_list_that_they_name(written: str, names: list[str]) -> None:
    assert bound(written) == names


@pytest.mark.parametrize(
    "written", ["Các cơ quan, đơn vị", "Thủ trưởng các cơ quan, đơn vị", "các khối, tổ dân phố"]
)
def test_words_wider_than_the_list_give_their_reading_without_certainty(written: str) -> None:
    match = MATCHER.match(written)
    assert match.units
    assert not match.certain


@pytest.mark.parametrize(
    "written", ["các đơn vị có liên quan", "các phòng ban liên quan", "các phòng, ban huyện"]
)
def test_units_that_the_words_do_not_tell_are_candidates(written: str) -> None:
    match = MATCHER.match(written)
    assert (match.units, match.certain) == ((), False)
    assert match.candidates[:3] == (1, 2, 3)


@pytest.mark.parametrize(
    ("written", "group"),
    [
        ("các phòng, ban, đơn vị", 91),
        ("Các đơn vị, phòng, ban của xã", 91),
        ("Ủy ban Mặt trận Tổ quốc và các đoàn thể", 90),
        ("Mặt trận và các đoàn thể", 90),
    ],
)
def test_a_group_is_found_by_its_words_in_any_order(written: str, group: int) -> None:
    match = MATCHER.match(written)
    assert (match.group, match.certain) == (group, True)
    assert match.units == MATCHER.match("Các phòng, ban, đơn vị").units or group == 90


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Hội Chữ thập đỏ, Hội Nông dân xã", ["Hội Nông dân", "Hội Chữ thập đỏ"]),
        ("Phòng Kinh tế và Phòng Văn hóa - Xã hội", ["Phòng Kinh tế", "Phòng Văn hóa - Xã hội"]),
        ("Các phòng: Văn hóa và Xã hội; Kinh tế", ["Phòng Kinh tế", "Phòng Văn hóa - Xã hội"]),
        ("UBND các xã Đồng Sơn, Hội Cư", ["UBND xã Đồng Sơn", "UBND xã Hội Cư"]),
        ("UBND các xã, phường: Đồng Sơn, Tân Thạnh", ["UBND xã Đồng Sơn", "UBND phường Tân Thạnh"]),
        ("các thôn Đông, Hạ và 3", ["Thôn Đông", "Thôn Hạ", "Thôn 3"]),
        ("Mặt trận Tổ quốc, Đoàn Thanh niên, Hội Phụ nữ", [NAMES[14], NAMES[15], NAMES[18]]),
        ("Công an xã, các thôn", ["Công an xã", "Thôn Đông", "Thôn Hạ", "Thôn 3"]),
    ],
)
def test_several_names_in_one_string_are_cut(written: str, names: list[str]) -> None:
    assert bound(written) == names


def test_leaving_out_the_first_word_after_a_single_name_is_not_certain() -> None:
    match = MATCHER.match("Phòng Kinh tế, Văn hóa - Xã hội")
    assert named(match) == ["Phòng Kinh tế", "Phòng Văn hóa - Xã hội"]
    assert not match.certain


def test_what_is_not_in_the_list_makes_the_whole_uncertain_and_is_named() -> None:
    match = MATCHER.match("Hội Chữ thập đỏ, Hội Đông y thành phố")
    assert (named(match), match.certain, match.unknown) == (
        ["Hội Chữ thập đỏ"],
        False,
        ("Hội Đông y thành phố",),
    )


def test_parts_give_each_name_its_own_meaning() -> None:
    parts = MATCHER.parts("các thôn, Phòng Kinh tế; Sở Y tế")
    assert [(p.written, len(p.match.units), p.match.certain) for p in parts] == [
        ("các thôn", 3, True),
        ("Phòng Kinh tế", 1, True),
        ("Sở Y tế", 0, False),
    ]


def test_a_blank_string_means_nothing() -> None:
    assert MATCHER.match("  ") == Match()
    assert MATCHER.parts("(b/c)") == ()


@given(st.text(alphabet="ộaăâbcdđeêghiklmnoôơpqrstuưvxy ,;:và()/-0123PUBND", max_size=60))
def test_any_text_is_read_without_failing(written: str) -> None:
    match = MATCHER.match(written)
    assert set(match.units) <= set(range(1, len(NAMES) + 1))
    assert not (match.certain and match.unknown)


@given(
    st.lists(st.sampled_from(NAMES), min_size=1, max_size=5, unique=True),
    st.sampled_from([", ", "; ", " và "]),
)
def test_a_list_of_known_names_gives_exactly_these_units(names: list[str], separator: str) -> None:
    match = MATCHER.match(separator.join(names))
    assert match.certain
    assert set(named(match)) == set(names)
