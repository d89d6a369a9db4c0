"""What is a task and what is none, paragraph by paragraph, in small documents."""

import pytest
from written import MOTTO, read

from desktop.domain.directive import AskedTask

TOP = f"UBND TỈNH A\nSỞ Y TẾ\nSố: 5/{{}}\n{MOTTO}A, ngày 5 tháng 3 năm 2026\n"


def plan(*lines: str) -> list[AskedTask]:
    return list(read(TOP.format("KH-SYT") + "KẾ HOẠCH\nPhòng bệnh\n\n" + "\n\n".join(lines)).tasks)


def letter(*lines: str) -> list[AskedTask]:
    words = TOP.format("SYT-NV") + "V/v phòng bệnh\n\nKính gửi: Các trạm y tế; các phòng khám.\n\n"
    return list(read(words + "\n\n".join(lines)).tasks)


@pytest.mark.parametrize(
    "lines",
    [
        ("I. MỤC ĐÍCH, YÊU CẦU", "- Các đơn vị tổ chức chu đáo."),
        ("I. KINH PHÍ", "Sở Tài chính bố trí kinh phí."),
        ("I. TỔ CHỨC THỰC HIỆN", "1. Kinh phí thực hiện: Các đơn vị tự cân đối."),
        ("I. NỘI DUNG", "- Tuyên truyền trên loa.", "- Treo băng rôn."),
        ("I. ĐÁNH GIÁ NGUY CƠ", "1. Nguy cơ", "- Người dân thiếu nước."),
        ("I. NỘI DUNG", "- Sở Y tế đã ban hành hướng dẫn."),
        ("I. TỔ CHỨC THỰC HIỆN", "Trên đây là Kế hoạch, yêu cầu các đơn vị nghiêm túc thực hiện./."),
        ("Điều 3. Chánh Văn phòng, các Trưởng phòng chịu trách nhiệm thi hành Quyết định này./.",),
        ("Sở Y tế ban hành Kế hoạch như sau:",),
    ],
)
def test_what_asks_for_nothing(lines: tuple[str, ...]) -> None:
    assert plan(*lines) == []


def test_every_paragraph_under_a_unit_is_a_task() -> None:
    tasks = plan(
        "I. TỔ CHỨC THỰC HIỆN", "1. Trạm Y tế", "- Trực cấp cứu.", "Chuẩn bị thuốc.", "a) Phun hóa chất."
    )
    assert [task.text for task in tasks] == ["Trực cấp cứu.", "Chuẩn bị thuốc.", "Phun hóa chất."]
    assert {task.lead for task in tasks} == {("Trạm Y tế",)}


def test_points_of_a_dash_are_one_task() -> None:
    tasks = plan("I. TỔ CHỨC THỰC HIỆN", "1. Trạm Y tế", "- Chuẩn bị:", "+ Thuốc;", "+ Hóa chất.")
    assert [task.text for task in tasks] == ["Chuẩn bị: + Thuốc; + Hóa chất."]


def test_a_unit_under_a_unit_is_asked_itself() -> None:
    tasks = plan(
        "I. TỔ CHỨC THỰC HIỆN", "1. Các phòng khám", "- Sở Xây dựng cấp phép.", "- Giao các phòng khám trực."
    )
    assert [task.lead for task in tasks] == [("Sở Xây dựng",), ("Các phòng khám",)]


def test_an_intermediate_heading_passes_the_unit_on() -> None:
    tasks = plan(
        "I. TỔ CHỨC THỰC HIỆN",
        "1. Trạm Y tế",
        "a) Công tác điều trị",
        "- Trực cấp cứu.",
        "b) Chủ trì:",
        "- Phun hóa chất.",
    )
    assert [task.lead for task in tasks] == [("Trạm Y tế",)] * 2


def test_an_unknown_kind_of_unit_is_known_by_its_neighbours() -> None:
    tasks = plan(
        "I. TỔ CHỨC THỰC HIỆN",
        "1. Trạm Y tế",
        "- Trực.",
        "2. Già làng, người có uy tín",
        "- Vận động Nhân dân.",
    )
    assert tasks[-1].lead == ("Già làng, người có uy tín",)


def test_labels_make_one_task_of_several_paragraphs() -> None:
    tasks = plan(
        "I. NHIỆM VỤ",
        "1. Tập huấn",
        "- Mở 02 lớp.",
        "- Đơn vị chủ trì: Trạm Y tế.",
        "- Thời gian: Quý II/2026.",
    )
    assert [(task.text, task.lead) for task in tasks] == [("Mở 02 lớp.", ("Trạm Y tế",))]
    assert tasks[0].deadline is not None


def test_labels_inside_one_paragraph() -> None:
    tasks = plan("I. NHIỆM VỤ", "1. Mở lớp. Đơn vị chủ trì: Trạm Y tế; Phối hợp: Đoàn xã; Sản phẩm: Báo cáo.")
    assert (tasks[0].lead, tasks[0].coordinating, tasks[0].product) == (
        ("Trạm Y tế",),
        ("Đoàn xã",),
        "Báo cáo",
    )


def test_labels_in_a_silent_section_still_count() -> None:
    tasks = plan(
        "I. YÊU CẦU",
        "1. Chung",
        "1.1. Kinh phí",
        "a) Nhiệm vụ: Lập dự toán.",
        "b) Cơ quan thực hiện:",
        "- Chủ trì: Sở Tài chính.",
    )
    assert [(task.text, task.lead) for task in tasks] == [("Lập dự toán.", ("Sở Tài chính",))]


def test_labels_without_anybody_ask_nobody() -> None:
    assert plan("I. NHIỆM VỤ", "1. Tập huấn", "- Thời gian: Quý II/2026.") == []


def test_time_under_a_task_of_a_unit_is_its_deadline() -> None:
    tasks = plan("I. TỔ CHỨC THỰC HIỆN", "1. Trạm Y tế", "- Mở lớp.", "- Thời gian: trước ngày 5/5/2026.")
    assert [str(task.deadline.date) for task in tasks if task.deadline] == ["2026-05-05"]


def test_orders_to_everybody_go_to_those_named_above() -> None:
    tasks = letter(
        "Sở Y tế yêu cầu các trạm y tế thực hiện:", "1. Trực cấp cứu.", "2. Phòng khám A chuẩn bị giường."
    )
    assert [(task.lead, task.lead_inherited) for task in tasks] == [
        (("các trạm y tế",), True),
        (("Phòng khám A",), False),
    ]


def test_orders_that_name_nobody_go_to_the_addressees() -> None:
    tasks = letter("Để phòng bệnh, Sở Y tế yêu cầu:", "1. Trực cấp cứu 24/24 giờ.")
    assert [(task.lead, task.lead_inherited) for task in tasks] == [
        (("Các trạm y tế; các phòng khám",), True)
    ]


def test_the_story_above_the_orders_is_no_task() -> None:
    tasks = letter(
        "Vừa qua, Bộ Y tế có thư; đề nghị các tổ chức chung tay.",
        "Sở Y tế đề nghị các trạm y tế:",
        "1. Trực.",
    )
    assert [task.text for task in tasks] == ["Trực."]


def test_details_under_a_task_are_none() -> None:
    tasks = letter(
        "Sở Y tế đề nghị các trạm y tế:",
        "1. Chuyển tiền vào tài khoản.",
        "- Số tài khoản: 12.",
        "- Thông báo số tiền.",
    )
    assert [task.text for task in tasks] == ["Chuyển tiền vào tài khoản."] or len(tasks) == 2


def test_who_works_with_a_list_of_orders() -> None:
    tasks = letter(
        "Sở Y tế yêu cầu:", "1. Trạm Y tế chủ trì, phối hợp với Công an xã:", "a) Lập chốt.", "b) Phun thuốc."
    )
    assert [(task.lead, task.coordinating) for task in tasks] == [(("Trạm Y tế",), ("Công an xã",))] * 2


def test_one_sentence_may_be_the_whole_order() -> None:
    tasks = letter(
        "Sở Y tế đề nghị các trạm y tế lập danh sách gửi về Sở Y tế trước ngày 9/3/2026.", "Trân trọng./."
    )
    assert len(tasks) == 1
    assert str(tasks[0].deadline.date if tasks[0].deadline else None) == "2026-03-09"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("- Lập kế hoạch trước ngày 9/3/2026; báo cáo trước ngày 9/4/2026.", "2026-03-09"),
        ("- Lập kế hoạch trước ngày 9/3/2026; mở lớp trước ngày 9/4/2026.", None),
        ("- Lập kế hoạch trước ngày 9/3/2026, hoàn thành trước ngày 9/4/2026.", "2026-04-09"),
        ("- Rà soát giai đoạn 2021 - 2025.", None),
        ("- Trực cấp cứu.", None),
    ],
)
def test_of_several_days_only_a_sure_one_is_the_deadline(text: str, day: str | None) -> None:
    (task,) = plan("I. TỔ CHỨC THỰC HIỆN", "1. Trạm Y tế", text)
    found = task.deadline.date if task.deadline else None
    assert (str(found) if found else None) == day


def test_a_plan_behind_the_signature_is_read_and_a_form_is_not() -> None:
    tail = (
        "Nơi nhận:",
        "- Lưu: VT.",
        "CHỦ TỊCH",
        "Lê Văn An",
        "PHỤ LỤC I",
        "Mẫu số 01",
        "Đề nghị các xã ghi tên.",
    )
    tasks = plan("I. MỤC TIÊU", *tail, "PHỤ LỤC II", "PHÂN CÔNG NHIỆM VỤ", "1. Trạm Y tế", "- Trực cấp cứu.")
    assert [task.lead for task in tasks] == [("Trạm Y tế",)]


def test_a_unit_on_a_line_without_mark_holds_what_follows() -> None:
    tasks = plan(
        "I. TỔ CHỨC THỰC HIỆN", "Trạm Y tế:", "Trực cấp cứu.", "Các thôn", "Vận động Nhân dân.", "Sở Y tế;"
    )
    assert [task.lead for task in tasks] == [("Trạm Y tế",), ("Các thôn",)]


def test_a_mixed_heading_counts_as_an_assignment() -> None:
    tasks = plan(
        "1. NHIỆM VỤ VÀ PHÂN CÔNG TRÁCH NHIỆM", "1.1. Trạm Y tế", "- Trực.", "1.2. Già làng", "- Vận động."
    )
    assert [task.lead for task in tasks] == [("Trạm Y tế",), ("Già làng",)]


def test_topics_among_units_are_no_units() -> None:
    tasks = plan(
        "I. TỔ CHỨC THỰC HIỆN",
        "1. Trạm Y tế",
        "- Trực.",
        "2. Công tác tuyên truyền",
        "- Phát loa.",
        "3. Kinh phí",
        "- Ngân sách.",
    )
    assert [task.lead for task in tasks] == [("Trạm Y tế",)]


def test_short_topics_of_a_letter_are_no_tasks() -> None:
    tasks = letter(
        "Sở Y tế yêu cầu các trạm y tế thực hiện:",
        "1. Tuyên truyền",
        "2. Thời gian: tháng 3/2026.",
        "3. Trực cấp cứu.",
    )
    assert [task.text for task in tasks] == ["Trực cấp cứu."]


def test_groups_of_labels_name_their_units_in_any_form() -> None:
    tasks = plan(
        "I. NHIỆM VỤ",
        "1. Tập huấn",
        "a) Nội dung: Mở lớp.",
        "b) Phân công: Trạm Y tế chủ trì; các thôn phối hợp.",
    )
    assert (tasks[0].lead, tasks[0].coordinating) == (("Trạm Y tế",), ("các thôn",))


def test_who_leads_may_be_a_list_under_its_label() -> None:
    tasks = plan(
        "I. NHIỆM VỤ",
        "1. Tập huấn",
        "a) Nhiệm vụ:",
        "- Mở lớp.",
        "- Cấp tài liệu.",
        "b) Chủ trì:",
        "- Trạm Y tế.",
    )
    assert [(task.text, task.lead) for task in tasks] == [("Mở lớp. - Cấp tài liệu.", ("Trạm Y tế",))]


@pytest.mark.parametrize("value", ["Theo quy định", "", "Tháng 9/2026 hoặc khi có yêu cầu"])
def test_words_about_time_without_a_sure_day_stay_words(value: str) -> None:
    tasks = plan(
        "I. NHIỆM VỤ", "1. Tập huấn", "- Mở lớp.", "- Đơn vị chủ trì: Trạm Y tế.", f"- Thời gian: {value}"
    )
    assert len(tasks) == 1


@pytest.mark.parametrize(
    "line",
    [
        "- Ban Chỉ đạo bầu cử của tỉnh: Không quá 05 cá nhân;",
        "- Đối với Sở Nội vụ; Văn phòng UBND tỉnh mỗi đơn vị đề nghị không quá 02 tập thể.",
        "- Đối với xã, phường: Mỗi xã, phường chọn 02 trường hợp.",
    ],
)
def test_how_many_may_be_put_forward_is_no_task(line: str) -> None:
    assert plan("I. TỔ CHỨC THỰC HIỆN", "1. Sở Nội vụ", line) == []


def test_people_to_be_sent_are_a_task() -> None:
    assert len(plan("I. TỔ CHỨC THỰC HIỆN", "1. Các trạm y tế", "- Mỗi đơn vị cử 02 người tham gia.")) == 1
