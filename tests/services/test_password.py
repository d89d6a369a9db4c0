"""The password of the window: what is kept of it, who may change it, how wrong tries are slowed."""

import datetime as dt
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import BadValue, DatabaseDamaged, NotAllowed
from desktop.services import offices, password, undoing
from desktop.services.workspace import Workspace
from desktop.storage import audit, settings
from desktop.storage.store import Store

WORDS = "mật khẩu 1"


@dataclass(slots=True)
class Moment:
    """The clock of the store; the test moves it."""

    now: dt.datetime = dt.datetime(2026, 3, 27, 1, 0, tzinfo=dt.UTC)

    def __call__(self) -> dt.datetime:
        return self.now

    def pass_by(self, seconds: float) -> None:
        self.now += dt.timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Moment:
    return Moment()


@pytest.fixture
def work(home: Path, clock: Moment) -> Iterator[Workspace]:
    with Workspace(Store.open(home, clock=clock)) as opened:
        yield opened


@pytest.fixture
def locked(work: Workspace) -> Workspace:
    """With a password."""
    password.choose(work, WORDS, WORDS)
    return work


def refused(act: Callable[[], object]) -> str:
    """The rule that forbids it."""
    with pytest.raises(NotAllowed) as told:
        act()
    return told.value.rule


def try_wrongly(work: Workspace, clock: Moment, times: int) -> None:
    """That many wrong tries, each after its wait."""
    for _ in range(times):
        clock.pass_by(password.seconds_left(work))
        assert not password.check(work, "sai")


def test_without_a_password_everything_opens(work):
    assert not work.has_password
    assert password.check(work, "")


def test_only_the_words_that_were_set_open(locked):
    assert locked.has_password
    assert password.check(locked, WORDS)
    assert not password.check(locked, "Mật khẩu 1")
    assert not password.check(locked, "")


def test_nothing_of_the_words_is_in_the_files(locked, home):
    assert locked.has_password
    written = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())
    assert WORDS.encode() not in written


def test_the_same_words_are_kept_with_another_salt_each_time(locked):
    before = settings.password(locked.store)
    password.change(locked, WORDS, WORDS, WORDS)
    after = settings.password(locked.store)
    assert (before["n"], before["r"], before["p"], len(bytes.fromhex(before["salt"]))) == (2**15, 8, 1, 16)
    assert before["salt"] != after["salt"]
    assert before["digest"] != after["digest"]


@pytest.mark.parametrize("typed", ["hoà bình", unicodedata.normalize("NFD", "hòa bình")])
def test_letters_put_another_way_by_the_keyboard_are_the_same_words(work, typed):
    password.choose(work, "hòa bình", typed)
    assert password.check(work, typed)


@pytest.mark.parametrize(
    ("new", "again", "rule"), [("123", "123", "password_short"), ("1234", "1235", "password_differs")]
)
def test_a_short_or_mistyped_password_is_refused(work, new, again, rule):
    assert refused(lambda: password.choose(work, new, again)) == rule
    assert not work.has_password


def test_a_second_one_is_only_set_by_who_knows_the_first(locked):
    assert refused(lambda: password.choose(locked, "5678", "5678")) == "password_there"
    assert refused(lambda: password.change(locked, "sai", "5678", "5678")) == "password_wrong"
    password.change(locked, WORDS, "5678", "5678")
    assert password.check(locked, "5678")


def test_only_who_knows_it_removes_it(locked):
    assert refused(lambda: password.remove(locked, "sai")) == "password_wrong"
    password.remove(locked, WORDS)
    assert not locked.has_password


def test_a_reset_needs_nothing_and_each_change_is_on_record(locked):
    password.change(locked, WORDS, "5678", "5678")
    password.reset(locked)
    assert not locked.has_password
    assert [one.action for one in audit.entries(locked.store, "password")] == ["reset", "changed", "set"]
    assert all(one.detail == {} for one in audit.entries(locked.store, "password"))


def test_the_first_wrong_tries_cost_nothing_and_from_the_fifth_on_each_costs_more(locked, clock):
    waits = []
    for _ in range(16):
        try_wrongly(locked, clock, 1)
        waits.append(password.seconds_left(locked))
    assert waits == [0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]


def test_while_it_waits_even_the_right_words_are_not_looked_at(locked, clock):
    try_wrongly(locked, clock, 6)
    assert refused(lambda: password.check(locked, WORDS)) == "password_wait"
    clock.pass_by(1.5)
    assert refused(lambda: password.check(locked, WORDS)) == "password_wait"
    clock.pass_by(0.5)
    assert password.check(locked, WORDS)


def test_the_right_words_forget_the_wrong_tries(locked, clock):
    try_wrongly(locked, clock, 5)
    clock.pass_by(1)
    assert password.check(locked, WORDS)
    try_wrongly(locked, clock, 4)
    assert password.seconds_left(locked) == 0


def test_wrong_tries_are_not_forgotten_by_a_restart(clock, home):
    with Workspace(Store.open(home, clock=clock)) as work:
        password.choose(work, WORDS, WORDS)
        try_wrongly(work, clock, 8)
    with Workspace(Store.open(home, clock=clock)) as again:
        assert password.seconds_left(again) == 8
        assert refused(lambda: password.check(again, WORDS)) == "password_wait"


def test_changing_and_removing_slow_wrong_tries_too(locked):
    for _ in range(5):
        refused(lambda: password.remove(locked, "sai"))
    assert refused(lambda: password.change(locked, WORDS, "5678", "5678")) == "password_wait"


@given(wrong=st.integers(5, 10_000), jump=st.integers(1, 10**8))
def test_a_clock_that_jumps_back_delays_once_more_and_never_for_ever(wrong, jump):
    tries = password._Tries(wrong, Moment().now)
    left = tries.seconds_left(tries.at - dt.timedelta(seconds=jump))
    assert 1 <= left <= password.LONGEST_WAIT


def test_after_a_jump_back_the_wait_runs_by_the_new_clock(locked, clock):
    try_wrongly(locked, clock, 7)
    clock.pass_by(-366 * 86_400)
    assert refused(lambda: password.check(locked, WORDS)) == "password_wait"
    clock.pass_by(4)
    assert password.check(locked, WORDS)


def test_a_record_that_is_none_of_ours_is_called_damaged(locked):
    kept = settings.password(locked.store)
    for wrong in ({**kept, "salt": "x"}, {**kept, "n": 3}, {**kept, "digest": ""}, {"n": 1}, []):
        settings.save_password(locked.store, wrong)
        with pytest.raises(DatabaseDamaged):
            password.check(locked, WORDS)


def test_the_window_locks_itself_after_ten_minutes_unless_told_otherwise(work):
    assert password.auto_lock(work) == 10
    password.set_auto_lock(work, 0)
    assert password.auto_lock(work) == 0
    with pytest.raises(BadValue):
        password.set_auto_lock(work, 7)


def test_undo_gives_no_password_back(locked):
    with undoing.doing(locked, "Sửa"):
        offices.tell(locked, name="Phòng Nội vụ")
    password.remove(locked, WORDS)
    undoing.undo(locked)
    assert not locked.has_password
    assert undoing.next_redo(locked) == "Sửa"
