"""Words of deadlines in a calendar."""

from desktop.documents import due_events


def test_one_unit_is_named_and_several_are_counted() -> None:
    assert due_events.title("Treo băng rôn", ["Thôn Đông"]) == "Hạn: Treo băng rôn (Thôn Đông)"
    assert due_events.title("Treo băng rôn", ["A", "B"]) == "Hạn: Treo băng rôn (2 đơn vị)"


def test_a_long_task_is_cut_in_the_title_and_whole_below() -> None:
    text = "Tổ chức\ntuyên truyền " + "rất dài " * 30
    assert len(due_events.title(text, ["A"])) < 100
    assert text.rsplit(maxsplit=1)[-1] in due_events.description(text, ["A"], "", "Kế hoạch hè")


def test_the_plan_and_the_first_units_are_told() -> None:
    told = due_events.description("Việc", [f"Thôn {at}" for at in range(12)], "15/KH-UBND", "Ngày hội")
    assert "Kế hoạch: 15/KH-UBND: Ngày hội" in told
    assert told.endswith("Thôn 9 và 2 đơn vị khác")
