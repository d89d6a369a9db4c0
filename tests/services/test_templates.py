"""Plans from templates: the program's by kinds of units, golden texts of each; the office's own from issued plans."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from story import add_unit, issued, settle

from desktop.documents.as_text import plain_text
from desktop.documents.plan_template import template, template_keys
from desktop.domain.cloning import Left
from desktop.domain.deadline import Operator
from desktop.domain.deadline_words import find_deadlines
from desktop.domain.unit import Membership, UnitGroup, UnitName
from desktop.domain.working_days import DeadlineRules, last_day
from desktop.errors import BadValue, NotAllowed, NotFound
from desktop.services import duties, planning, proofreading, templates
from desktop.storage import plans, tasks, units
from desktop.storage import templates as stored

GOLDEN = Path(__file__).resolve().parent.parent / "golden" / "documents" / "templates"
MORE = (
    "Phòng Kinh tế",
    "Văn phòng HĐND và UBND",
    "Công an xã",
    "Ban Chỉ huy Quân sự xã",
    "Trung tâm Phục vụ hành chính công xã",
    "Trường Tiểu học Đồng Sen",
    "Trường THCS Đồng Sen",
    "Đoàn Thanh niên Cộng sản Hồ Chí Minh xã",
    "Hội Liên hiệp Phụ nữ xã",
    "Hội Cựu chiến binh xã",
    "Hội Người cao tuổi xã",
    "Hội Chữ thập đỏ xã",
)


@pytest.fixture
def commune(workspace):
    """A whole commune in the January of 2027."""
    settle(workspace)
    for name in MORE:
        add_unit(workspace, name)
    workspace.today.day = dt.date(2027, 1, 4)
    return workspace


@pytest.mark.parametrize("key", template_keys())
def test_every_template_makes_a_whole_plan(commune, key, update_golden):
    made = templates.new_from_template(commune, key, 2027)
    text = plain_text(planning.document(commune, made.plan.id))
    path = GOLDEN / f"{key}.txt"
    if update_golden:
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")
    assert made.unbound == ()
    assert "{" not in text


def test_there_are_templates_for_at_least_ten_duties():
    known = {duty.template for duty in duties.known_duties()} - {""}
    assert len(known) >= 10
    assert known == set(template_keys())


def test_tasks_go_to_units_and_groups_of_the_list(commune):
    made = templates.new_from_template(commune, "trung-thu", 2027)
    bound = {task.leads[0].written: task.leads[0] for task in made.tasks}
    assert bound["Phòng Văn hóa - Xã hội"].unit is not None
    villages = next(g for g in units.groups(commune.store) if g.id == bound["các thôn"].group)
    assert len(villages.members) == 3
    again = templates.new_from_template(commune, "trung-thu", 2027)
    assert again.tasks[6].leads == made.tasks[6].leads


def test_a_group_that_the_office_has_of_the_same_units_is_used(commune):
    members = [u.id for u in units.list_units(commune.store) if u.name.startswith("Thôn ")]
    group = units.save_group(
        commune.store, UnitGroup(0, "", "12 thôn của xã", tuple(map(Membership, members)))
    )
    made = templates.new_from_template(commune, "trung-thu", 2027)
    assert made.tasks[6].leads[0].group == group.id
    assert made.tasks[6].leads[0].written == "12 thôn của xã"


def test_a_group_named_in_capitals_by_its_list_is_written_small(commune):
    members = [u.id for u in units.list_units(commune.store) if u.name.startswith("Thôn ")]
    units.save_group(commune.store, UnitGroup(0, "", "CÁC THÔN", tuple(map(Membership, members))))
    made = templates.new_from_template(commune, "trung-thu", 2027)
    assert made.tasks[6].leads[0].written == "các thôn"


def test_villages_of_two_kinds_are_named_by_both(commune):
    add_unit(commune, "Tổ dân phố số 1")
    made = templates.new_from_template(commune, "trung-thu", 2027)
    assert made.tasks[6].leads[0].written == "các thôn, tổ dân phố"


def test_who_is_not_in_the_list_is_named_and_told(workspace):
    settle(workspace)
    made = templates.new_from_template(workspace, "hien-mau-tinh-nguyen", 2027)
    assert "Hội Chữ thập đỏ xã" in made.unbound
    assert not made.tasks[0].leads[0].is_bound


def test_of_several_units_the_one_of_that_very_name_is_meant(commune):
    add_unit(commune, "Ban Công tác Mặt trận Thôn Đông")
    found = {unit.name: unit.id for unit in units.list_units(commune.store)}
    made = templates.new_from_template(commune, "trung-thu", 2027)
    assert made.tasks[-1].leads[0].unit == found["Ủy ban Mặt trận Tổ quốc Việt Nam xã"]


def test_where_several_may_be_meant_nobody_is_guessed(commune):
    add_unit(commune, "Trạm Y tế thôn Đoài")
    found = next(u for u in units.list_units(commune.store) if u.name == "Trạm Y tế xã")
    units.save(commune.store, replace(found, names=(UnitName("Trạm Y tế khu vực Sen"),)))
    made = templates.new_from_template(commune, "trung-thu", 2027)
    assert made.unbound == ("Trạm Y tế xã",)


def test_deadlines_count_from_the_day_of_the_duty_and_fall_on_working_days(commune):
    made = templates.new_from_template(commune, "tet-nguyen-dan", 2027)
    assert made.tasks[0].deadline.text == "trước ngày 07/01/2027"
    assert made.tasks[3].deadline.date == dt.date(2027, 1, 27)
    days = [t.deadline.date for t in made.tasks if t.deadline.date is not None]
    assert len(days) == len(made.tasks) - 3
    assert [day for day in days if day.weekday() > 4] == []


@pytest.mark.parametrize("key", template_keys())
def test_units_report_after_the_last_day_of_their_work(commune, key):
    """Read strictly, "trước ngày 26/3" ends on 25/3: no report may be due while the work still goes on."""
    duty = next(one for one in duties.known_duties() if one.template == key)
    for year in range(2026, 2034):
        made = templates.new_from_template(commune, key, year)
        text = " ".join(plain_text(planning.document(commune, made.plan.id)).split())
        found = find_deadlines(text[text.rindex("báo cáo kết quả") :], None)
        last = last_day(found[0].deadline, DeadlineRules())
        spans = [t.deadline.date for t in made.tasks if t.deadline.operator is Operator.RANGE]
        days = spans + [duty.on(year)] * (template(key).report > 0)
        assert [day for day in days if day >= last] == []


def test_deadlines_that_are_past_already_are_told(commune):
    commune.today.day = dt.date(2027, 1, 20)
    made = templates.new_from_template(commune, "tet-nguyen-dan", 2027)
    assert {one.code for one in made.leftover} == {Left.PAST}
    assert made.leftover[0].words == "trước ngày 07/01/2027"


def test_an_office_that_told_nothing_gets_blanks(workspace):
    made = templates.new_from_template(workspace, "ngay-cong-tac-xa-hoi", 2027)
    text = plain_text(planning.document(workspace, made.plan.id))
    assert "lần thứ 11 năm 2027" in text
    assert "…………" in text


def test_an_issued_plan_becomes_a_template_and_makes_a_plan_of_another_year(workspace):
    settle(workspace)
    plan = issued(workspace)
    kept = templates.save_as_template(workspace, plan.id, " Kỷ niệm  25/3 ")
    plans.remove(workspace.store, plan.id)
    assert templates.listed(workspace)[0] == kept
    assert (kept.name, kept.is_own) == ("Kỷ niệm 25/3", True)
    made = templates.new_from_template(workspace, kept.key, 2027)
    assert made.plan.year == 2027
    first = tasks.of_plan(workspace.store, made.plan.id)[0]
    assert first.deadline.date == dt.date(2027, 3, 25)
    assert made.changed


def test_a_draft_a_nameless_template_and_a_strange_year_are_refused(workspace):
    settle(workspace)
    draft = templates.new_from_template(workspace, "trung-thu", 2026).plan
    with pytest.raises(NotAllowed, match="plan_not_issued"):
        templates.save_as_template(workspace, draft.id, "Mẫu")
    with pytest.raises(BadValue, match="template"):
        templates.save_as_template(workspace, draft.id, "  ")
    with pytest.raises(BadValue, match="year"):
        templates.new_from_template(workspace, "trung-thu", 26)
    with pytest.raises(NotFound):
        templates.new_from_template(workspace, "khong-co", 2026)
    with pytest.raises(NotFound):
        template("khong-co")


def test_a_template_of_the_office_can_be_removed(workspace):
    settle(workspace)
    kept = templates.save_as_template(workspace, issued(workspace).id, "Mẫu")
    templates.remove(workspace, kept.key)
    assert stored.list_templates(workspace.store, "plan") == []
    with pytest.raises(NotFound):
        templates.remove(workspace, kept.key)


def test_a_duty_of_the_office_moves_the_day_of_its_template(commune):
    own = duties.Duty("", "Ngày hội", 30, ("ngày hội",), day=1, month=10, template="trung-thu")
    duties.add(commune, own)
    made = templates.new_from_template(commune, "trung-thu", 2027)
    assert made.tasks[3].deadline.date == dt.date(2027, 10, 1)


def test_a_template_whose_duty_the_office_hid_still_works(commune):
    duties.remove(commune, "trung-thu")
    assert templates.new_from_template(commune, "trung-thu", 2027).tasks


@pytest.mark.parametrize("key", template_keys())
def test_the_proofreader_finds_only_blanks_in_a_plan_of_a_template(commune, key):
    made = templates.new_from_template(commune, key, 2027)
    found = proofreading.of_plan(commune, made.plan.id)
    assert {one.code for one in found} == {"blank_left"}
