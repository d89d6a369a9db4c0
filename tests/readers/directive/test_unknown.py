"""Units that our lists do not know, among others that they do."""

import pytest
from test_tasks import plan


@pytest.mark.parametrize(
    ("line", "lead"),
    [
        ("2. Chủ vật nuôi: Chấp hành tiêm phòng theo quy định.", ("Chủ vật nuôi",)),
        ("2. Đối với chủ vật nuôi: Chấp hành tiêm phòng theo quy định.", ("chủ vật nuôi",)),
        ("2. Công tác tuyên truyền: Tăng cường phát thanh.", None),
        ("2. Thời gian thực hiện: Hoàn thành trong tháng 3.", None),
        ("2. Phối hợp: Tổ chức các đoàn kiểm tra.", None),
        ("2. Chủ vật nuôi: những người có vật nuôi.", None),
        ("2. Một số lưu ý: Tổ chức chu đáo.", None),
    ],
)
def test_a_label_among_labels_of_units(line: str, lead: tuple[str, ...] | None) -> None:
    tasks = plan("I. TỔ CHỨC THỰC HIỆN", "1. Trạm Y tế: Tổ chức trực cấp cứu.", line)
    found = [task.lead for task in tasks if task.lead != ("Trạm Y tế",)]
    assert found == ([lead] if lead else [])


def test_without_known_units_a_label_is_none() -> None:
    assert plan("I. TỔ CHỨC THỰC HIỆN", "1. Chủ vật nuôi: Chấp hành tiêm phòng.") == []
