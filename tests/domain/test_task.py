"""A task names its units; words that could not be bound are kept and listed."""

from desktop.domain.task import Party, Task

BOUND = (Party("Phòng Kinh tế", unit=1), Party("Các thôn", group=2))
LOOSE = Party("các đơn vị có liên quan")


def test_a_party_is_bound_by_a_unit_or_by_a_group() -> None:
    assert [party.is_bound for party in (*BOUND, LOOSE)] == [True, True, False]


def test_words_that_could_not_be_bound_are_listed_never_dropped() -> None:
    task = Task(
        1,
        "t",
        1,
        0,
        "Tổ chức tọa đàm",
        leads=(BOUND[0], LOOSE),
        coordinating=(BOUND[1], Party("Đoàn trường")),
    )
    assert [party.written for party in task.unbound] == ["các đơn vị có liên quan", "Đoàn trường"]


def test_a_task_whose_parties_are_all_bound_lists_none() -> None:
    assert Task(1, "t", 1, 0, "Báo cáo kết quả", leads=BOUND).unbound == ()


def test_rule_3_a_task_says_nothing_that_it_was_not_given() -> None:
    task = Task(1, "t", 1, 0, "Báo cáo kết quả")
    assert (task.deadline, task.deliverable, task.indicators, task.checklist) == (None, "", (), ())
