"""Names of units in running text: where they begin and end, how lists of them are cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.readers.directive import orders, units


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sở Khoa học và Công nghệ theo dõi việc thực hiện", ["Sở Khoa học và Công nghệ"]),
        ("Sở Văn hóa, Thể thao và Du lịch chủ trì", ["Sở Văn hóa, Thể thao và Du lịch"]),
        ("Phòng Lao động - Thương binh và Xã hội lập", ["Phòng Lao động - Thương binh và Xã hội"]),
        ("bộ, ngành, địa phương khẩn trương tổng hợp", ["bộ, ngành, địa phương"]),
        (
            "Ban Quản lý dự án đầu tư xây dựng khu vực đẩy nhanh",
            ["Ban Quản lý dự án đầu tư xây dựng khu vực"],
        ),
        ("Văn phòng HĐND và UBND xã tham mưu", ["Văn phòng HĐND và UBND xã"]),
        ("Ban Chỉ đạo phong trào xây dựng", ["Ban Chỉ đạo phong trào"]),
        ("Các trường công lập tổ chức", ["Các trường công lập"]),
        (
            "UBND các xã, phường, đặc khu; Công an tỉnh thực hiện",
            ["UBND các xã, phường, đặc khu", "Công an tỉnh"],
        ),
        ("Công an TP. Huế chủ trì", ["Công an TP. Huế"]),
        ("Sở Nội vụ (cơ quan thường trực), Sở Y tế chủ trì", ["Sở Nội vụ", "Sở Y tế"]),
        ("Công an Thành phố Chỉ đạo Công an các xã", ["Công an Thành phố"]),
        ("các tỉnh, thành phố: Hà Tĩnh, Huế chủ động", ["các tỉnh, thành phố: Hà Tĩnh, Huế"]),
        ("các cơ quan, tổ chức có liên quan căn cứ", ["các cơ quan, tổ chức có liên quan"]),
        ("Đơn vị được giao nhiệm vụ báo cáo", None),
    ],
)
def test_names_end_where_the_doing_begins(text: str, names: list[str] | None) -> None:
    found = units.name_at(text)
    assert (list(found.names) if found else None) == names


@pytest.mark.parametrize(
    "text",
    [
        "Phòng, chống dịch bệnh",
        "Ban hành kế hoạch",
        "Tổ chức hội nghị",
        "Hội nghị tổng kết",
        "Đoàn kiểm tra làm việc",
        "Trường hợp có vướng mắc",
        "Cơ sở dữ liệu quốc gia",
        "Bộ tiêu chí",
        "rà soát danh sách",
    ],
)
def test_what_only_sounds_like_a_unit(text: str) -> None:
    assert units.name_at(text) is None


def test_whole_asks_for_nothing_but_names() -> None:
    assert units.name_at("Sở Y tế chủ trì", whole=True) is None
    assert units.name_at("Sở Y tế:", whole=True) is not None


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("Sở Y tế:", ["Sở Y tế"]),
        ("Đề nghị Ủy ban MTTQ xã và các đoàn thể", ["Ủy ban MTTQ xã", "các đoàn thể"]),
        ("Phòng Kinh tế (cơ quan thường trực)", ["Phòng Kinh tế"]),
        ("Ban Công tác Mặt trận các", ["Ban Công tác Mặt trận các"]),
        ("Các Sở, Ban, Ngành", ["Các Sở, Ban, Ngành"]),
        ("Công tác tuyên truyền", None),
        ("Các đơn vị thực hiện như sau:", None),
        ("Sở " + "Y tế và " * 60, None),
    ],
)
def test_headings_that_name_units(body: str, names: list[str] | None) -> None:
    found = orders.heading_units(body)
    assert (list(found.names) if found else None) == names


@given(st.text(max_size=200))
def test_no_text_breaks_the_search_for_names(text: str) -> None:
    found = units.name_at(text)
    assert found is None or (text[found.start : found.end] and found.words)
