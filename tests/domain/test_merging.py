"""What stands of versions of several offices is a function of their set: shown on made histories, and against the rule written plainly."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.assignment import Status
from desktop.domain.merging import Field, State, in_a_row, is_derived, resolved, state, value_of
from desktop.domain.result import MERGED, Result, same_content

DAY = dt.date(2026, 3, 2)
PLACES = (*((field, 0) for field in Field if field is not Field.VALUE), (Field.VALUE, 1), (Field.VALUE, 2))
BLANK = Result(1, DAY, Status.NOT_STARTED)

days = st.integers(0, 4).map(lambda after: DAY + dt.timedelta(after))
statuses = st.sampled_from(
    [(Status.NOT_STARTED, None), (Status.IN_PROGRESS, None), (Status.DONE, DAY), (Status.DONE, None)]
)
numbers = st.dictionaries(st.sampled_from([1, 2]), st.sampled_from([Decimal(1), Decimal("2.5")])).map(
    lambda told: tuple(sorted(told.items()))
)


@st.composite
def said(draw: st.DrawFn) -> Result:
    """What an office tells, of few values, so that sides often say the same."""
    status, done = draw(statuses)
    words = {name: draw(st.sampled_from(["", "a", "b"])) for name in ("text", "reason", "proposal")}
    at = draw(st.sampled_from(["", "2026-03-02T08:00:00+00:00", "2026-03-02T09:00:00+00:00"]))
    return Result(1, draw(days), status, done, values=draw(numbers), made_at=at, **words)


@st.composite
def histories(draw: st.DrawFn) -> list[Result]:
    """Versions that went on from any of those before; some from such as never came."""
    told: list[Result] = []
    for at, one in enumerate(draw(st.lists(said(), min_size=1, max_size=7))):
        places = draw(st.sets(st.integers(-1, at - 1), max_size=3))
        told.append(replace(one, uid=f"u{at}", bases=tuple(f"u{base}" for base in places)))
    return told


@st.composite
def tangled(draw: st.DrawFn) -> list[Result]:
    """Versions that name any others, in circles too, as only a forged package can."""
    uids = [f"u{at}" for at in range(draw(st.integers(1, 6)))]
    bases = st.lists(st.sampled_from(uids), max_size=3).map(tuple)
    return [replace(draw(said()), uid=uid, bases=draw(bases)) for uid in uids]


def stands(versions: Sequence[Result], until: dt.date | None = None) -> State:
    """What stands of versions that there are."""
    found = state(versions, until)
    assert found is not None
    return found


@given(tangled() | histories(), st.randoms(use_true_random=False), st.none() | days)
def test_any_order_and_repetition_ends_in_the_same(versions, shuffle, until) -> None:
    again = versions * 2
    shuffle.shuffle(again)
    assert state(again, until) == state(versions, until)


@given(histories(), st.lists(st.integers(0, 3), min_size=7, max_size=7))
def test_any_grouping_into_packages_ends_in_the_same(versions, groups) -> None:
    kept: dict[str, Result] = {}
    for package in (3, 1, 0, 2):
        kept |= {one.uid: one for one, group in zip(versions, groups, strict=False) if group <= package}
    assert state(kept.values()) == state(versions)


@given(st.data())
def test_offices_that_tell_and_exchange_in_any_order_agree_in_the_end(data: st.DataObject) -> None:
    offices: list[dict[str, Result]] = [{}, {}, {}]
    for at in range(data.draw(st.integers(1, 10))):
        own, other = data.draw(st.permutations(offices))[:2]
        found = state(own.values())
        bases = tuple(one.uid for one in found.heads) if found else ()
        one = replace(data.draw(said()), uid=f"u{at}", bases=bases)
        own[one.uid] = one
        if data.draw(st.booleans()):
            other |= own
    everything = offices[0] | offices[1] | offices[2]
    assert stands(list((offices[2] | offices[0] | offices[1]).values())) == stands(list(everything.values()))


@given(histories())
def test_the_rule_written_plainly_gives_the_same(versions) -> None:
    in_time = sorted(one.reported_on for one in versions)
    versions = [replace(one, reported_on=on) for one, on in zip(versions, in_time, strict=True)]
    found = stands(versions)
    conflicts = {(one.field, one.indicator): one.sides for one in found.conflicts}
    for place in PLACES:
        writes = _standing(versions, place)
        values = {value_of(one, *place) for one in writes}
        assert value_of(found.newest, *place) in (values or {value_of(BLANK, *place)})
        assert {value_of(one, *place) for one in conflicts.get(place, ())} == (
            values if len(values) > 1 else set()
        )


@given(histories())
def test_what_is_shown_of_a_conflict_is_its_first_side(versions) -> None:
    found = stands(versions)
    for one in found.conflicts:
        shown = value_of(found.newest, one.field, one.indicator)
        assert shown == value_of(one.sides[0], one.field, one.indicator)
        assert one.sides[0].reported_on == max(side.reported_on for side in one.sides)


@given(st.lists(said(), min_size=1, max_size=8))
def test_of_one_office_the_latest_day_stands_and_of_one_day_what_was_kept_last(told) -> None:
    kept: list[Result] = []
    newest: Result | None = None
    for at, one in enumerate(told):
        new = replace(one, uid=f"u{at}", bases=() if newest is None else (newest.uid,))
        kept.append(new)
        newest = new if newest is None or newest.reported_on <= new.reported_on else newest
    assert newest is not None
    assert stands(kept).newest is newest
    assert stands(kept).conflicts == ()


@given(st.lists(said(), min_size=1, max_size=6), st.none() | days)
def test_the_short_way_of_a_row_says_what_the_long_way_says(told, until) -> None:
    told = sorted(told, key=lambda one: one.reported_on)
    row = [replace(one, uid=f"u{at}", bases=(f"u{at - 1}",)) for at, one in enumerate(told)]
    long = [replace(one, bases=tuple(f"u{base}" for base in range(-2, at))) for at, one in enumerate(row)]
    assert in_a_row({one.uid: one for one in long}) is None
    short, other = state(row, until), state(long, until)
    assert (short is None) == (other is None)
    if short and other:
        assert (short.newest.uid, short.conflicts) == (other.newest.uid, other.conflicts)


@given(histories(), st.data())
def test_a_choice_settles_every_conflict_and_stays(versions, data) -> None:
    found = stands(versions)
    picked = {(one.field, one.indicator): data.draw(st.sampled_from(one.sides)) for one in found.conflicts}
    chosen = replace(resolved(found, picked, DAY), uid="chosen")
    after = stands([*versions, chosen])
    assert after == State(chosen, (chosen,))
    for place, side in picked.items():
        assert value_of(chosen, *place) == value_of(side, *place)
    assert stands([chosen, *reversed(versions), *versions]) == after


BASE = Result(1, DAY, Status.IN_PROGRESS, text="Đang làm", values=((1, Decimal(5)),), uid="base")
LATER = DAY + dt.timedelta(3)


def after_base(uid: str, *, on: dt.date = LATER, **changes: object) -> Result:
    """A version that went on from `BASE`."""
    return replace(BASE, uid=uid, bases=("base",), reported_on=on, **changes)


def test_different_fields_merge_by_themselves() -> None:
    text, number = after_base("x", text="Xong phần một"), after_base("y", values=((1, Decimal(9)),))
    found = stands([number, BASE, text])
    assert (found.newest.text, found.newest.values) == ("Xong phần một", ((1, Decimal(9)),))
    assert found.conflicts == ()
    assert (found.newest.source, found.newest.id) == (MERGED, 0)
    assert is_derived(found.newest.uid)
    assert set(found.newest.bases) == {"x", "y"}


def test_the_same_field_changed_on_both_sides_is_a_conflict_with_both_versions() -> None:
    one = after_base("x", text="Một", author="An", made_at="1")
    two = after_base("y", text="Hai", author="Bình", on=LATER + dt.timedelta(1))
    (conflict,) = stands([one, two, BASE]).conflicts
    assert (conflict.field, conflict.sides) == (Field.TEXT, (two, one))


def test_the_same_value_on_both_sides_is_no_conflict_and_no_merging() -> None:
    one, two = after_base("x", text="Xong"), after_base("y", text="Xong", on=LATER + dt.timedelta(1))
    assert stands([one, two, BASE]) == State(two, (two, one))


def test_a_side_that_says_all_that_stands_is_the_newest_itself() -> None:
    same, told = after_base("x"), after_base("y", text="Xong", on=LATER + dt.timedelta(1))
    assert stands([same, told, BASE]).newest is told


def test_what_stands_is_of_the_latest_day_that_anything_was_told() -> None:
    same, told = after_base("x", on=LATER + dt.timedelta(1)), after_base("y", text="Xong")
    newest = stands([same, told, BASE]).newest
    assert (newest.text, newest.reported_on, newest.source) == ("Xong", LATER + dt.timedelta(1), MERGED)


def test_a_late_report_leaves_the_others_in_a_row() -> None:
    told = after_base("x", text="Xong")
    late = replace(BASE, uid="late", bases=("x",))
    assert [one.uid for one in stands([late, told, replace(BASE, reported_on=LATER)]).row] == ["base", "x"]
    assert stands([told, BASE, after_base("y", text="Khác")]).row == ()


def test_what_two_offices_told_before_any_exchange_is_a_conflict() -> None:
    one = Result(1, DAY, Status.DONE, DAY, uid="x")
    two = Result(1, DAY, Status.IN_PROGRESS, uid="y")
    (conflict,) = stands([one, two]).conflicts
    assert (conflict.field, conflict.sides) == (Field.STATUS, (two, one))


def test_a_late_report_of_an_earlier_day_changes_nothing_and_conflicts_with_nothing() -> None:
    late = replace(BASE, uid="late", bases=("x",), text="Chưa xong", reported_on=DAY)
    told, next_one = after_base("x", text="Xong"), after_base("z", text="Xong cả")
    assert stands([BASE, told, late]).newest is told
    found = stands([BASE, told, late, replace(next_one, bases=("x",))])
    assert (found.newest.uid, found.conflicts) == ("z", ())


def test_on_an_earlier_day_what_stood_then_stands() -> None:
    one, two = after_base("x", text="Một"), after_base("y", text="Hai")
    assert stands([BASE, one, two], DAY).newest is BASE
    assert state([BASE, one, two], DAY - dt.timedelta(1)) is None


def test_a_figure_taken_away_on_one_side_is_gone() -> None:
    gone, text = after_base("x", values=()), after_base("y", text="Xong")
    assert stands([BASE, gone, text]).newest.values == ()


def test_nothing_stands_of_no_versions() -> None:
    assert state([]) is None


@pytest.mark.parametrize("versions", [[after_base("x", text="a"), after_base("y", reason="b"), BASE]])
def test_the_uid_of_what_was_put_together_follows_from_its_heads_alone(versions) -> None:
    one, two = stands(versions), stands(versions[::-1])
    assert one.newest.uid == two.newest.uid
    assert len(one.newest.uid) == 32
    assert same_content(one.newest, two.newest)


def _before(one: Result, versions: Sequence[Result]) -> set[str]:
    """All that a version goes back to."""
    known = {other.uid: other for other in versions}
    direct = [uid for uid in one.bases if uid in known]
    return {*direct, *(uid for base in direct for uid in _before(known[base], versions))}


def _standing(versions: Sequence[Result], place: tuple[Field, int]) -> list[Result]:
    """Writes of a field that no later write stands in place of."""
    known = {one.uid: one for one in versions}

    def wrote(one: Result) -> bool:
        bases = [value_of(known[uid], *place) for uid in one.bases if uid in known]
        return any(value_of(one, *place) != told for told in bases or [value_of(BLANK, *place)])

    writes = [one for one in versions if wrote(one)]
    return [one for one in writes if not any(one.uid in _before(other, versions) for other in writes)]
