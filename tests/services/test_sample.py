"""The sample lies in a home of its own, marked with its day; it is made whole or not at all."""

import datetime as dt

import pytest

from desktop.progress import Cancelled
from desktop.services import homes, sample
from desktop.services.workspace import Workspace


class _Stops:
    """A progress that is cancelled at its third step."""

    def __init__(self) -> None:
        self.steps = 0

    def step(self, done: int, total: int | None = None, what: str = "") -> None:
        self.steps += 1
        if self.steps == 3:
            raise Cancelled


def test_the_sample_is_made_beside_real_work_and_once(workspace):
    made = sample.make(workspace.home)
    assert homes.sample_day(made) == dt.date(2026, 6, 24)
    assert homes.sample_owner(made) == workspace.home
    with Workspace.open(made) as seen:
        assert seen.office.place == "Đồng Sen"
        assert sample.make(workspace.home) == made
    assert workspace.office.place == ""


def test_a_sample_that_was_cancelled_leaves_nothing(home):
    with pytest.raises(Cancelled):
        sample.make(home, _Stops())
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("mark", ["", "{", '{"day": 1}', '{"day": "ngày mai"}'])
def test_a_home_without_a_mark_that_can_be_read_is_real_work(home, mark):
    assert homes.sample_day(home) is None
    (home / "sample.json").write_text(mark)
    assert homes.sample_day(home) is None
    assert homes.sample_owner(home) is None
