"""What a unit is, from the words of its name, and the verb that is used to it (product rule 11)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.unit import UnitKind
from desktop.domain.unit_kind import kind_of, kinds_of, order_verb, request_verb, request_verb_for

K = UnitKind

NAMES = [
    ("Phòng Văn hóa - Xã hội", K.DEPARTMENT),
    ("P. Kinh tế", K.DEPARTMENT),
    ("Ban Tiếp công dân", K.DEPARTMENT),
    ("VP HĐND&UBND", K.DEPARTMENT),
    ("SỞ Y TẾ", K.DEPARTMENT),
    ("UBND xã Hội Cư", K.COMMUNE),
    ("Uỷ ban nhân dân phường Sa Đéc", K.COMMUNE),
    ("Đặc khu Phú Quốc", K.COMMUNE),
    ("Ủy ban nhân dân tỉnh Gia Lai", K.OTHER),
    ("Thôn 3", K.VILLAGE),
    ("Bản Nà Lốc", K.VILLAGE),
    ("Buôn Ako Dhong", K.VILLAGE),
    ("Khối 7", K.VILLAGE),
    ("TDP số 5", K.VILLAGE),
    ("Tổ 12", K.VILLAGE),
    ("Trường TH&THCS Kim Đồng", K.SCHOOL),
    ("Mầm non Hoa Mai", K.SCHOOL),
    ("Trạm Y tế xã", K.HEALTH),
    ("Trung tâm Y tế khu vực", K.HEALTH),
    ("Bệnh viện Đa khoa", K.HEALTH),
    ("Phòng khám Đa khoa khu vực", K.HEALTH),
    ("Công an xã", K.SECURITY),
    ("Ban CHQS xã", K.SECURITY),
    ("Đồn Biên phòng Cửa khẩu", K.SECURITY),
    ("Ban Chỉ huy Bộ đội Biên phòng tỉnh", K.SECURITY),
    ("Tổ bảo vệ an ninh, trật tự thôn 2", K.SECURITY),
    ("Các ban lãnh đạo Trường Mầm non", K.SCHOOL),
    ("Ban lãnh đạo", K.DEPARTMENT),
    ("Trung tâm Phục vụ hành chính công", K.SERVICE),
    ("Ban Quản lý chợ", K.SERVICE),
    ("Ủy ban Mặt trận Tổ quốc Việt Nam xã", K.FRONT),
    ("UBMTTQ phường", K.FRONT),
    ("Hội Liên hiệp Phụ nữ", K.MASS),
    ("Đoàn TNCS Hồ Chí Minh", K.MASS),
    ("Liên đoàn Lao động", K.MASS),
    ("Đảng uỷ xã", K.PARTY),
    ("Chi bộ thôn 3", K.PARTY),
    ("Hội đồng nhân dân xã", K.OTHER),
    ("Phòng giao dịch Ngân hàng Chính sách xã hội", K.OTHER),
    ("Cơ quan Ủy ban Kiểm tra Đảng ủy", K.PARTY),
    ("", K.OTHER),
    ("Cơ quan", K.OTHER),
]


@pytest.mark.parametrize(("name", "kind"), NAMES)
def test_the_first_words_of_a_name_tell_the_kind(name: str, kind: UnitKind) -> None:
    assert kind_of(name) is kind


def test_the_kinds_of_many_names_are_those_of_each() -> None:
    names = [name for name, _ in NAMES] + [
        "Tổ",
        "Tổ 7",
        "THCS",
        "THCS2",
        "Thôn 1",
        "Thôn 20",
        "Khu 3",
        "Khu",
        "12",
    ]
    assert kinds_of(names) == [kind_of(name) for name in names]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Phong Kinh te", K.DEPARTMENT),
        ("ban van hoa", K.DEPARTMENT),
        ("Truong THCS An Phu", K.SCHOOL),
        ("thon 2", K.VILLAGE),
    ],
)
def test_a_name_typed_without_dau_is_still_recognised(name: str, kind: UnitKind) -> None:
    assert kind_of(name) is kind


@pytest.mark.parametrize("kind", [K.FRONT, K.MASS, K.PARTY, K.OTHER])
def test_rule_11_mat_tran_and_mass_organisations_are_asked_by_de_nghi(kind: UnitKind) -> None:
    assert (request_verb(kind), order_verb(kind)) == ("đề nghị", "đề nghị")


@pytest.mark.parametrize(
    "kind", [K.DEPARTMENT, K.COMMUNE, K.VILLAGE, K.SCHOOL, K.HEALTH, K.SECURITY, K.SERVICE]
)
def test_rule_11_subordinate_units_are_asked_by_yeu_cau_and_ordered_by_giao(kind: UnitKind) -> None:
    assert (request_verb(kind), order_verb(kind)) == ("yêu cầu", "giao")


@given(st.lists(st.sampled_from(list(UnitKind))))
def test_rule_11_one_verb_for_many_is_strict_only_where_it_fits_all(kinds: list[UnitKind]) -> None:
    strict = bool(kinds) and all(request_verb(kind) == "yêu cầu" for kind in kinds)
    assert request_verb_for(kinds) == ("yêu cầu" if strict else "đề nghị")


@given(st.text(max_size=30))
def test_any_text_has_a_kind(name: str) -> None:
    assert kind_of(name) in UnitKind
