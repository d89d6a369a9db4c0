"""Next year's plan from last year's: the draft, all that changed, all that is left."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from story import FRONT, ISSUED, READING, STATION, VILLAGES, add_unit, before, settle

from desktop.documents.as_text import plain_text
from desktop.documents.body import Body, from_json, to_json
from desktop.documents.cloned_body import Part, Place
from desktop.documents.model import Style, paragraph
from desktop.domain.cloning import Change, Left
from desktop.domain.office import Signer
from desktop.domain.plan import Plan, PlanState
from desktop.domain.task import Indicator, Party, Task
from desktop.errors import BadValue, NotAllowed
from desktop.services import next_year, offices, planning
from desktop.services.next_year import out_of_order
from desktop.services.workspace import Workspace
from desktop.storage import audit, plans, tasks, unit_changes, units

GOLDEN = Path(__file__).resolve().parent.parent / "golden" / "documents" / "plan_cloned.txt"
TENTH = "tổ chức các hoạt động kỷ niệm “Ngày Công tác xã hội Việt Nam” lần thứ 10 năm 2026"
YEARLY = replace(
    READING,
    subject=TENTH,
    theme="Mười năm đồng hành",
    legal_bases=(*READING.legal_bases, "Kế hoạch số 45/KH-UBND ngày 20/02/2026 của UBND tỉnh Sơn Giang"),
)
SIGNER = Signer(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Nguyễn Thị Bích Ngọc")


def last_year(work: Workspace) -> Plan:
    """An issued plan of 2026 with indicators and steps, and the clock in the January after."""
    settle(work)
    offices.tell_signers(work, [SIGNER])
    plan = planning.new_from_reading(work, YEARLY, None, dt.date(2026, 3, 27)).plan
    first = tasks.of_plan(work.store, plan.id)[0]
    counted = (Indicator(0, "", "Số buổi tọa đàm năm 2026", "buổi"),)
    tasks.save(
        work.store, replace(first, indicators=counted, checklist=("Mời đại biểu trước ngày 20/3/2026",))
    )
    planning.issue(work, plan.id, 15, ISSUED)
    work.today.day = dt.date(2027, 1, 11)  # type: ignore[attr-defined]
    return plan


def plan_of(work: Workspace, subject: str, *wanted: Task, blocks=(), **values: object) -> Plan:
    """A plan of 2026 of the given subject and tasks."""
    values = {"year": 2026, "symbol": "KH-UBND"} | values
    plan = plans.add(work.store, Plan(0, "", subject, **values), to_json(Body(tuple(blocks))))  # type: ignore[arg-type]
    tasks.add_all(work.store, plan.id, wanted)
    return plan


def task(text: str, *leads: Party, **values: object) -> Task:
    """A task not kept yet."""
    return Task(0, "", 0, 0, text, leads, **values)  # type: ignore[arg-type]


def test_the_draft_of_next_year_reads_as_a_careful_clerk_would_leave_it(workspace, update_golden):
    plan = last_year(workspace)
    new, _ = next_year.new_from_plan(workspace, plan.id)
    text = plain_text(planning.document(workspace, new.id))
    if update_golden:
        GOLDEN.write_text(text, encoding="utf-8", newline="\n")
    assert text == GOLDEN.read_text(encoding="utf-8")


def test_the_new_plan_is_a_draft_of_the_new_year_without_the_old_directive(workspace):
    old = last_year(workspace)
    new, seen = next_year.new_from_plan(workspace, old.id, 2027)
    kept = plans.get(workspace.store, new.id)
    assert (kept.state, kept.year, kept.number, kept.date, kept.directive) == (
        PlanState.DRAFT, 2027, None, None, None,
    )  # fmt: skip
    assert kept.subject.endswith("lần thứ 11 năm 2027")
    assert plans.cloned_from(workspace.store, new.id) == old.id
    assert plans.cloned_from(workspace.store, old.id) is None
    assert audit.entries(workspace.store, "plan", new.id)[0].action == "plan_cloned"
    assert [c.old for c in seen.changed if c.code is Change.DIRECTIVE] == ["312/SYT-BTXH"]


def test_a_preview_keeps_nothing(workspace):
    old = last_year(workspace)
    before_ = workspace.store.value("SELECT count(*) FROM plan")
    next_year.preview(workspace, old.id)
    assert workspace.store.value("SELECT count(*) FROM plan") == before_
    assert plans.get(workspace.store, old.id).state is PlanState.ISSUED


def test_tasks_keep_their_indicators_steps_and_deadlines_in_the_new_year(workspace):
    old = last_year(workspace)
    new, _ = next_year.new_from_plan(workspace, old.id)
    was, first = tasks.of_plan(workspace.store, old.id)[0], tasks.of_plan(workspace.store, new.id)[0]
    assert first.uid != was.uid
    assert [(i.name, i.unit_of_measure) for i in first.indicators] == [("Số buổi tọa đàm năm 2027", "buổi")]
    assert first.checklist == ("Mời đại biểu trước ngày 20/3/2027",)
    assert (first.deadline.text, first.deadline.date) == ("trước ngày 25/03/2027", dt.date(2027, 3, 25))
    assert first.source == ""


def test_a_changed_deadline_shows_the_day_that_counts(workspace):
    settle(workspace)
    plan = plan_of(workspace, "Việc năm 2026", task("Báo cáo", deadline=before(dt.date(2026, 3, 29))))
    seen = next_year.preview(workspace, plan.id)
    (due,) = [c for c in seen.changed if c.code is Change.DEADLINE]
    assert (due.place, due.new) == (Place(Part.TASK, 0), "trước ngày 29/03/2027")
    assert due.counts == dt.date(2027, 3, 26)  # the 28th is a Sunday


def test_what_is_left_is_told_with_its_place(workspace):
    old = last_year(workspace)
    seen = next_year.preview(workspace, old.id)
    left = {(one.place.part, one.code) for one in seen.leftover}
    assert {(Part.BODY, Left.BASIS), (Part.THEME, Left.THEME), (Part.BODY, Left.THEME)} <= left
    assert any("Kế hoạch số 45/KH-UBND" in one.words for one in seen.leftover)


def test_merged_units_give_way_to_their_successor_and_renamed_ones_bear_todays_name(workspace):
    ids = settle(workspace)
    first, second = (Party(name, unit=ids[name]) for name in VILLAGES[:2])
    station = Party(STATION, unit=ids[STATION])
    plan = plan_of(
        workspace,
        "Việc năm 2026",
        task("Phối hợp với Trạm Y tế xã vận động", first, second, coordinating=(station,)),
    )
    into = add_unit(workspace, "Thôn Mới")
    unit_changes.merge(workspace.store, [ids[name] for name in VILLAGES[:2]], into.id, dt.date(2026, 7, 1))
    unit_changes.rename(workspace.store, ids[STATION], "Trạm Y tế Đồng Sen", dt.date(2026, 7, 1))
    workspace.today.day = dt.date(2027, 1, 11)
    seen = next_year.preview(workspace, plan.id)
    assert seen.tasks[0].leads == (Party("Thôn Mới", unit=into.id),)
    assert seen.tasks[0].coordinating == (Party("Trạm Y tế Đồng Sen", unit=ids[STATION]),)
    assert seen.tasks[0].text == "Phối hợp với Trạm Y tế Đồng Sen vận động"
    assert next((c.old, c.new) for c in seen.changed if c.code is Change.UNIT) == (VILLAGES[0], "Thôn Mới")


def test_a_unit_that_is_gone_keeps_its_words_and_is_told(workspace):
    ids = settle(workspace)
    plan = plan_of(workspace, "Việc năm 2026", task("Làm", Party(FRONT, unit=ids[FRONT]), Party("Ai đó")))
    unit_changes.dissolve(workspace.store, ids[FRONT], dt.date(2026, 7, 1))
    workspace.today.day = dt.date(2027, 1, 11)
    seen = next_year.preview(workspace, plan.id)
    assert seen.tasks[0].leads == (Party(FRONT), Party("Ai đó"))
    assert [(one.code, one.words) for one in seen.leftover] == [(Left.UNIT, FRONT), (Left.UNIT, "Ai đó")]


def test_a_signer_who_no_longer_signs_gives_way_to_todays(workspace):
    old = last_year(workspace)
    body = from_json(plans.body(workspace.store, old.id))
    gone = Signer(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Trần Văn Cũ")
    plans.set_body(workspace.store, old.id, to_json(replace(body, signer=gone)))
    seen = next_year.preview(workspace, old.id)
    assert seen.body.signer == SIGNER
    today = Signer(gone.lines, "Lê Thị Mới")
    offices.tell_signers(workspace, [SIGNER, today])
    assert next_year.preview(workspace, old.id).body.signer == today
    offices.tell_signers(workspace, [])
    kept = next_year.preview(workspace, old.id)
    assert (Left.PERSON, "Trần Văn Cũ") in [(one.code, one.words) for one in kept.leftover]


def test_a_plan_of_a_lunar_feast_moves_with_the_feast(workspace):
    settle(workspace)
    gifts = task("Tặng quà", deadline=before(dt.date(2026, 2, 10)))
    plan = plan_of(workspace, "Chăm lo Tết Nguyên đán Bính Ngọ 2026", gifts, theme="")
    seen = next_year.preview(workspace, plan.id)
    assert seen.plan.subject == "Chăm lo Tết Nguyên đán Đinh Mùi 2027"
    assert seen.tasks[0].deadline.date == dt.date(2027, 1, 30)


def test_deadlines_that_change_their_order_or_are_past_are_told(workspace):
    settle(workspace)
    units_ = task("Các thôn vui Tết Trung thu xong", deadline=before(dt.date(2025, 10, 1)))
    above = task("Báo cáo Sở", deadline=before(dt.date(2025, 9, 28)))
    plan = plan_of(workspace, "Việc năm 2025", units_, above, year=2025)
    workspace.today.day = dt.date(2026, 9, 21)
    left = next_year.preview(workspace, plan.id).leftover
    assert [(one.code, one.place.at) for one in left] == [(Left.PAST, 0), (Left.ORDER, 1)]


def test_a_day_that_falls_on_a_day_off_is_told(workspace):
    settle(workspace)
    blocks = [paragraph(Style.BODY, "Lễ mít tinh tổ chức vào sáng ngày 25/3/2026.")]
    plan = plan_of(workspace, "Việc năm 2026", blocks=blocks)
    seen = next_year.preview(workspace, plan.id, 2028)
    assert [(one.code, one.words) for one in seen.leftover] == [(Left.DAY_OFF, "ngày 25/3/2028")]


@pytest.mark.parametrize(
    ("values", "own"),
    [
        ({"subject": "Tết 2027", "year": 2026}, 2027),
        ({"subject": "Việc", "year": None, "date": dt.date(2026, 5, 4)}, 2026),
        ({"subject": "Việc năm 2026 và năm 2027", "year": 2026}, 2026),
        ({"subject": "Việc năm 2024", "year": 2026}, 2024),
        ({"subject": "Chương trình giai đoạn 2021 - 2025", "year": 2026}, 2026),
    ],
)
def test_the_year_of_a_plan_is_the_one_its_subject_names(values, own):
    assert next_year.own_year(Plan(1, "", **values)) == own


def test_a_plan_without_a_year_and_a_year_out_of_reach_are_refused(workspace):
    settle(workspace)
    with pytest.raises(NotAllowed, match="plan_without_year"):
        next_year.preview(workspace, plan_of(workspace, "Việc", year=None).id)
    with pytest.raises(BadValue, match="year"):
        next_year.preview(workspace, plan_of(workspace, "Việc").id, 227)


def test_days_out_of_order_are_those_that_pass_a_later_one():
    days = [dt.date(2026, 1, n) for n in (1, 5, 5, 9)]
    moved = [dt.date(2027, 1, 7), dt.date(2027, 1, 5), None, dt.date(2027, 1, 9)]
    assert out_of_order(days, moved) == [0]
    assert out_of_order(days, days) == []


def test_a_group_without_members_today_is_told(workspace):
    settle(workspace)
    group = units.save_group(workspace.store, units.UnitGroup(0, "", "Các hợp tác xã"))
    plan = plan_of(workspace, "Việc năm 2026", task("Làm", Party("Các hợp tác xã", group=group.id)))
    left = next_year.preview(workspace, plan.id).leftover
    assert [(one.code, one.words) for one in left] == [(Left.GROUP, "Các hợp tác xã")]
