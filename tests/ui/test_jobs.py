"""Long work beside the window."""

import threading
import time

import pytest
from PySide6.QtWidgets import QApplication

from desktop.errors import NotFound, UserError
from desktop.progress import Progress
from desktop.ui.jobs import Jobs


@pytest.fixture
def jobs(qapp: QApplication) -> "object":
    made = Jobs()
    yield made
    made.close()


def test_the_value_of_a_job_comes_back_on_the_windows_thread(jobs: Jobs, qtbot: object) -> None:
    told: list[object] = []
    jobs.start(
        "Đọc",
        lambda _: threading.current_thread().name,
        lambda value: told.extend((value, threading.current_thread())),
    )
    qtbot.waitUntil(lambda: bool(told))
    assert str(told[0]).startswith("job")
    assert told[1] is threading.main_thread()


def test_jobs_run_one_after_another_in_the_order_of_their_start(jobs: Jobs, qtbot: object) -> None:
    order: list[int] = []
    for number in range(3):
        jobs.start("Việc", lambda _, number=number: order.append(number))
    qtbot.waitUntil(lambda: not jobs.is_busy)
    assert order == [0, 1, 2]


def test_progress_is_told_while_the_job_runs(jobs: Jobs, qtbot: object) -> None:
    go_on = threading.Event()

    def work(progress: Progress) -> None:
        progress.step(3, 10, "trang")
        go_on.wait(5)

    jobs.start("Xuất", work)
    with qtbot.waitSignal(jobs.progressed, check_params_cb=lambda *told: told == ("Xuất", 3, 10, "trang")):
        pass
    go_on.set()
    qtbot.waitUntil(lambda: not jobs.is_busy)


def test_a_cancelled_job_stops_at_its_next_step_and_tells_nothing(jobs: Jobs, qtbot: object) -> None:
    told: list[object] = []
    jobs.failed.connect(told.append)
    jobs.broken.connect(told.append)

    def work(progress: Progress) -> None:
        for done in range(10_000):
            progress.step(done)
            time.sleep(0.001)

    jobs.start("Dài", work, told.append)
    jobs.start("Sau", lambda _: told.append("never"))
    jobs.cancel()
    qtbot.waitUntil(lambda: not jobs.is_busy)
    assert told == []


def test_an_expected_error_goes_to_the_one_who_asked_or_to_all(jobs: Jobs, qtbot: object) -> None:
    def fail(_: Progress) -> None:
        raise NotFound("plan", 3)

    own: list[UserError] = []
    jobs.start("Mở", fail, failed=own.append)
    qtbot.waitUntil(lambda: bool(own))
    with qtbot.waitSignal(jobs.failed) as told:
        jobs.start("Mở", fail)
    assert isinstance(told.args[0], NotFound)


def test_a_defect_in_a_job_is_told_apart_from_expected_errors(jobs: Jobs, qtbot: object) -> None:
    with qtbot.waitSignal(jobs.broken) as told:
        jobs.start("Hỏng", lambda _: 1 / 0)
    assert isinstance(told.args[0], ZeroDivisionError)


def test_of_drawings_of_one_key_only_the_newest_is_heard(jobs: Jobs, qtbot: object) -> None:
    heard: list[int] = []
    gate = threading.Event()
    jobs.draw("trang", lambda: gate.wait(5) and 1, heard.append)
    for number in (2, 3):
        jobs.draw("trang", lambda number=number: number, heard.append)
    gate.set()
    qtbot.waitUntil(lambda: bool(heard))
    qtbot.wait(100)
    assert heard == [3]
