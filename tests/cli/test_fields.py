"""`plans fields`: what is printed, what is kept, how it ends."""


def test_the_field_of_tasks_is_told_and_shown(issued):
    shown = issued("plans", "fields", "1").out.splitlines()
    assert shown[0].split() == ["Số", "Lĩnh", "vực", "Nhiệm", "vụ"]
    told = issued("plans", "fields", "1", "--set", "Bảo trợ xã hội", "--tasks", "1").out.splitlines()
    assert told[2].startswith("1   Bảo trợ xã hội  ")
    every = issued("plans", "fields", "1", "--set", "y tế").out.splitlines()
    assert all("y tế" in line for line in every[2:])


def test_a_task_or_a_plan_that_is_not_there_is_told_and_nothing_is_kept(issued):
    wrong = issued("plans", "fields", "1", "--set", "Y tế", "--tasks", "1", "99")
    assert (wrong.status, wrong.out) == (1, "")
    assert wrong.err.startswith("Không có nhiệm vụ “99”")
    assert "Y tế" not in issued("plans", "fields", "1").out
    assert issued("plans", "fields", "9").status == 1
