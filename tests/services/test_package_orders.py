"""Any order and repetition of any set of packages ends in the same state."""

import datetime as dt
import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from story import DIVISION, VILLAGES, Clock
from two_offices import DONE, LATER, state, take_in, tell, the_plan, two_offices

from desktop.domain.assignment import Status
from desktop.services import extending, handover, offices
from desktop.services.workspace import Workspace
from desktop.storage import tasks

FEW = settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))


def opened(home, day=LATER):
    return Workspace.open(home, Clock(day))


def shuffled(count):
    """Some of the packages, in any order, any of them again, taken in by one preview or several."""
    some = st.lists(st.integers(0, count - 1), min_size=1, max_size=2 * count)
    return st.tuples(some, st.integers(1, 4))


def taken_in(home, to, paths, size):
    """The state of a copy of a home after packages came, `size` at once."""
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(home, to)
    with opened(to) as work:
        for at in range(0, len(paths), size):
            take_in(work, *dict.fromkeys(paths[at : at + size]))
        return state(work)


@pytest.fixture(scope="module")
def replies(tmp_path_factory):
    """(home above, packages of two units for it: three replies of one on which both sides wrote, one of another, a receipt)"""
    folder = tmp_path_factory.mktemp("hai-noi")
    both = two_offices(folder)
    other = opened(folder / "thon" if (folder / "thon").mkdir() is None else folder)
    offices.tell(other, name="Thôn Đông", place="Đồng Sen")
    both.given()
    take_in(other, both.send(VILLAGES[0]))
    made = []
    for said in ({"status": Status.IN_PROGRESS, "text": "Đang làm"}, {"reason": "Mưa"}, DONE):
        tell(both.lower, **said)
        made.append(both.reply())
    tell(other, **DONE)
    both.lower.close()
    both.lower = other
    made.append(both.reply())
    tell(both.upper, unit=both.units[DIVISION], text="Nghe qua điện thoại", proposal="Cần kinh phí")
    both.upper.close()
    other.close()
    return folder, made


@FEW
@given(shuffled(4))
def test_replies_in_any_order_end_in_the_state_of_their_set(replies, drawn):
    (folder, made), (order, size) = replies, drawn
    paths = [made[at] for at in order]
    once = taken_in(folder / "tren", folder / "mot", sorted(set(paths), key=made.index), 1)
    assert taken_in(folder / "tren", folder / "nhieu", paths, size) == once


@pytest.fixture(scope="module")
def works(tmp_path_factory):
    """(empty home, packages of work: one plan as it was, with a later day, and with what the giver noted)"""
    folder = tmp_path_factory.mktemp("giao")
    both = two_offices(folder)
    made = [both.send()]
    key = next(
        a.id
        for a in tasks.assignments_of_plan(both.upper.store, both.plan.id)
        if a.unit == both.units[DIVISION]
    )
    extending.extend(
        both.upper, both.plan.id, [key], dt.date(2026, 4, 10), reason="Mưa bão", agreed_by="Chủ tịch"
    )
    made.append(both.send())
    tell(both.upper, unit=both.units[DIVISION], status=Status.IN_PROGRESS)
    made.append(both.send())
    both.upper.close()
    both.lower.close()
    return folder, made


@FEW
@given(shuffled(3))
def test_work_in_any_order_ends_with_what_the_giver_said_last(works, drawn):
    (folder, made), (order, size) = works, drawn
    paths = [made[at] for at in order]
    last = taken_in(folder / "duoi", folder / "mot", [made[max(order)]], 1)
    assert taken_in(folder / "duoi", folder / "nhieu", paths, size) == last


@pytest.fixture(scope="module")
def handovers(tmp_path_factory):
    """(home of one PC, what two other PCs of the office handed over after each worked on it)"""
    folder = tmp_path_factory.mktemp("ban-giao")
    both = two_offices(folder)
    given = the_plan(both.upper)
    first = handover.hand_over(both.upper, None, both.stick)
    both.upper.close()
    both.lower.close()
    made = [path for path in first if path.suffix == ".skh"]
    unit_work = {"b": DONE, "c": {"status": Status.IN_PROGRESS, "text": "Đang chuẩn bị", "reason": "Mưa"}}
    for name, said in unit_work.items():
        with opened(folder / name) as work:
            offices.tell(work, name="Ủy ban nhân dân xã Đồng Sen", place="Đồng Sen")
            take_in(work, made[0])
            assert the_plan(work).uid == given.uid
            tell(work, **said)
            more = handover.hand_over(work, None, both.stick)
            made += [path for path in more if path.suffix == ".skh"]
    return folder, made[1:]


@FEW
@given(shuffled(2))
def test_what_several_pcs_hand_over_ends_in_the_same_state(handovers, drawn):
    (folder, made), (order, size) = handovers, drawn
    paths = [made[at] for at in order]
    once = taken_in(folder / "tren", folder / "mot", sorted(set(paths), key=made.index), 1)
    assert taken_in(folder / "tren", folder / "nhieu", paths, size) == once
