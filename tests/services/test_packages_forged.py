"""Packages whose seal is right and whose content this program would not make, or not like that: refused, or told as it is."""

from dataclasses import replace
from decimal import Decimal

from two_offices import DONE, look, take_in, tell

from desktop.errors import WrongPackage
from desktop.exchange.package import Inside, make, open_package
from desktop.package_words import change
from desktop.services import (
    following,
    identity,
)
from desktop.storage import tasks
from desktop.storage.values import new_uid


def forged(work, path, kept, change, **told):
    """A package at `kept` with the content of the one at `path` changed, sealed by the copy `work`."""
    inside = Inside(path)
    own = identity.own(work)
    manifest = replace(inside.manifest, uid=new_uid(), sender=own.uid, key=own.public, parts=(), **told)
    content = change(open_package(path).content)
    files = {one.pdf: inside.part(one.pdf) for one in content.plans}
    kept.write_bytes(make(manifest, content, files, own.private))
    return kept


def test_a_plan_with_tasks_of_another_one_is_refused(both, tmp_path):
    path, uid = both.send(), new_uid()
    take_in(both.lower, path)

    def another(content):
        return replace(content, plans=(replace(content.plans[0], uid=uid),))

    (arrival,) = look(both.lower, forged(both.upper, path, tmp_path / "a.skh", another, plan=uid))
    assert isinstance(arrival.error, WrongPackage)
    assert arrival.error.reason == "bad_content"


def test_numbers_that_were_told_stay_when_they_are_not_asked_for_any_more(both, tmp_path):
    key = both.given()
    counted = tasks.of_plan(both.lower.store, key)[0].indicators
    tell(both.lower, **DONE, values=((counted[0].id, Decimal(2)),))

    def unasked(content):
        (plan,) = content.plans
        return replace(
            content, plans=(replace(plan, tasks=tuple(replace(t, indicators=()) for t in plan.tasks)),)
        )

    take_in(both.lower, forged(both.upper, both.send(), tmp_path / "a.skh", unasked))
    (given,) = tasks.assignments_of_plan(both.lower.store, key)
    assert following.newest(both.lower, given.id).values == ((counted[0].id, Decimal(2)),)


def test_of_two_that_give_one_plan_only_the_first_is_heard(both, other, tmp_path):
    path = both.send()
    more = forged(other, path, tmp_path / "a.skh", lambda content: content)
    refused = [one.error for one in look(both.lower, path, more) if one.error]
    assert [error.reason for error in refused] == ["other_giver"]


def test_what_changed_of_a_task_is_told_field_by_field(both, tmp_path):
    both.given()

    def other_product(content):
        (plan,) = content.plans
        changed = (
            replace(plan.tasks[0], deliverable="Báo cáo", checklist=("Mời đại biểu",)),
            *plan.tasks[1:],
        )
        return replace(content, plans=(replace(plan, tasks=changed),))

    (arrival,) = look(both.lower, forged(both.upper, both.send(), tmp_path / "a.skh", other_product))
    assert {change(one) for one in arrival.changes} == {
        "Sản phẩm: (trống) → Báo cáo", "Việc cần làm: (trống) → Mời đại biểu",
    }  # fmt: skip


def test_work_that_is_not_known_is_told_without_the_signs_of_the_machine(both, tmp_path):
    both.given()
    tell(both.lower, **DONE)

    def of_another_task(content):
        return replace(content, assignments=tuple(replace(a, task=new_uid()) for a in content.assignments))

    (arrival,) = look(both.upper, forged(both.lower, both.reply(), tmp_path / "a.skh", of_another_task))
    assert [(one.code, one.value) for one in arrival.problems] == [("work_not_given", None)]
