"""Who is asked in a paragraph: subject, order verb, opening clause, brackets; and who works with them."""

import pytest

from desktop.readers.directive import likeness, orders
from desktop.readers.directive.told_units import listed_units


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("Sở Y tế: Chủ trì kiểm tra.", ["Sở Y tế"]),
        ("Giao Sở Y tế chủ trì kiểm tra.", ["Sở Y tế"]),
        ("Giao cho Phòng Kinh tế lập dự toán.", ["Phòng Kinh tế"]),
        ("Chủ tịch UBND tỉnh yêu cầu UBND các xã rà soát.", ["UBND các xã"]),
        ("Sở Y tế (cơ quan thường trực) chủ trì.", ["Sở Y tế"]),
        ("Sở Y tế là cơ quan thường trực, tham mưu.", ["Sở Y tế"]),
        ("Sở Y tế đã tham mưu ban hành.", None),
        ("Sở Y tế.", None),
        ("Sở Y tế", None),
        ("Chủ tịch UBND tỉnh yêu cầu:", None),
        ("Văn phòng UBND tỉnh thông báo để các đơn vị biết.", None),
        ("Công tác tuyên truyền", None),
    ],
)
def test_the_subject_of_a_paragraph(body: str, names: list[str] | None) -> None:
    asked = orders.subject(body)
    assert (list(asked.names) if asked else None) == names


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("Trên cơ sở khảo sát, Sở Xây dựng chủ trì lập phương án.", ["Sở Xây dựng"]),
        ("Về giá cả: giao Sở Công Thương kiểm tra.", ["Sở Công Thương"]),
        ("Khẩn trương khắc phục công trình, các địa phương phải huy động lực lượng.", ["các địa phương"]),
        ("Rà soát hộ nghèo (Phòng Kinh tế chủ trì, các thôn phối hợp).", ["Phòng Kinh tế"]),
        ("Bộ Nội vụ đã có Văn bản đề nghị các Bộ báo cáo thực trạng.", None),
        ("Theo đề nghị của Sở Y tế tại Tờ trình.", None),
        ("Căn cứ kế hoạch, chủ động tổ chức tại địa phương, đơn vị thực hiện.", None),
        ("Trong năm 2026, Sở Y tế đã hoàn thành.", None),
        ("Nếu có vướng mắc đề nghị các đơn vị phản ánh.", None),
        ("Kiểm tra (nếu cần).", None),
    ],
)
def test_units_named_inside_a_paragraph(body: str, names: list[str] | None) -> None:
    asked = orders.inside(body)
    assert (list(asked.names) if asked else None) == names


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("Chủ trì, phối hợp với Sở Y tế và Công an tỉnh kiểm tra", ["Sở Y tế", "Công an tỉnh"]),
        ("chủ trì, phối hợp Trung tâm Y tế xây dựng", ["Trung tâm Y tế"]),
        ("Phối hợp chặt chẽ với Trạm Y tế trong việc trực", ["Trạm Y tế"]),
        ("Rà soát; phối hợp với các Đoàn kiểm tra khi làm việc", []),
        ("Lập kế hoạch, chỉ đạo Công an các xã phối hợp với Sở Y tế tuần tra", []),
        ("phối hợp thực hiện tốt", []),
    ],
)
def test_who_works_with_them(body: str, names: list[str]) -> None:
    assert list(orders.coordinating(body)) == names


def test_a_paragraph_of_several_orders_is_cut() -> None:
    body = "Giao Sở Y tế trực cấp cứu. Lập đội cơ động. Yêu cầu Công an tỉnh phân luồng."
    assert orders.sentences(body) == [
        "Giao Sở Y tế trực cấp cứu. Lập đội cơ động.",
        "Yêu cầu Công an tỉnh phân luồng.",
    ]


def test_overlap_of_names_needs_words() -> None:
    assert likeness.overlap((), ("Sở Y tế",)) == 0.0
    assert likeness.overlap(("phòng Kinh tế",), ("Phòng Kinh tế xã",)) == 1.0


def test_an_order_that_names_nobody() -> None:
    assert orders.is_order("Để chủ động ứng phó, Chủ tịch UBND tỉnh yêu cầu:")
    assert not orders.is_order("Sở Y tế đã đề nghị như sau:")


def test_an_empty_cell_names_nobody() -> None:
    assert listed_units(" - ") == ()


@pytest.mark.parametrize(
    ("names", "again"),
    [
        (("Phòng Kinh tế",), True),
        (("Công an xã",), False),
        (("Trưởng phòng Kinh tế",), False),
        (("Phòng Kinh tế", "Công an xã"), True),
    ],
)
def test_units_are_those_of_the_heading_or_others(names: tuple[str, ...], again: bool) -> None:
    assert likeness.repeats(names, ("Phòng Kinh tế xã",)) is again


def test_one_of_a_list_behind_a_colon_is_asked_itself() -> None:
    assert not likeness.repeats(("Bộ Nội vụ",), ("Các Bộ: Nội vụ, Y tế",))
    assert orders.heading_units("1. Chủ tịch các tỉnh, trong đó trọng tâm là tỉnh: A, B:"[3:]) is not None


def test_a_heading_tells_units_by_what_they_were_given() -> None:
    named = orders.heading_units("Đề nghị các đơn vị được giao làm chủ đầu tư dự án:")
    assert named is not None
    assert named.names == ("các đơn vị được giao làm chủ đầu tư dự án",)
    assert orders.heading_units("Các đơn vị được giao làm việc này, việc kia:") is None
    assert orders.heading_units("Các đơn vị chủ động làm việc này:") is None
