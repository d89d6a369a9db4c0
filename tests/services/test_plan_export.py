"""The papers of a plan as files."""

import datetime as dt
from dataclasses import replace

import pytest
from openpyxl import load_workbook
from story import DIVISION, FRONT, READING, STATION, VILLAGES, draft, forms, issued, settle

from desktop.domain.plan import PlanForm
from desktop.domain.task import Party
from desktop.errors import NotAFolder, NotAllowed
from desktop.services import plan_export, planning, unit_merging
from desktop.services.file_names import stem
from desktop.services.plan_export import Parts
from desktop.services.units_given import units_given
from desktop.storage import plans, tasks, unit_changes, units

EAST, WEST, UPPER = VILLAGES


def rule_of(work, key, folder, parts) -> str:
    with pytest.raises(NotAllowed) as refused:
        plan_export.export(work, key, folder, parts)
    return refused.value.rule


def test_a_draft_is_exported_alone_as_pdf_and_docx(workspace, tmp_path):
    settle(workspace)
    plan = draft(workspace)
    made = plan_export.export(workspace, plan.id, tmp_path / "ra", Parts())
    assert [path.name for path in made] == ["ke-hoach-du-thao-1.pdf", "ke-hoach-du-thao-1.docx"]
    assert all(path.stat().st_size for path in made)


def test_an_issued_plan_comes_with_its_letter_slips_and_a_form_for_each_unit(workspace, tmp_path):
    settle(workspace)
    plan = issued(workspace)
    made = plan_export.export(workspace, plan.id, tmp_path, Parts(pdf=True, slips=True, forms=True))
    base = "ke-hoach-15-2026-03-05"
    names = [path.relative_to(tmp_path).as_posix() for path in made]
    assert names[:3] == [f"{base}.pdf", f"cong-van-gui-{base}.pdf", f"phieu-giao-viec-{base}.pdf"]
    assert names[3:] == [
        f"bieu-ket-qua-{base}/{name}.xlsx"
        for name in (
            "phong-van-hoa-xa-hoi",
            "thon-doai",
            "thon-dong",
            "thon-thuong",
            "uy-ban-mat-tran-to-quoc-viet-nam-xa",
        )
    ]


def test_the_pdf_of_an_issued_plan_is_the_same_byte_for_byte_even_when_units_are_renamed(workspace, tmp_path):
    ids = settle(workspace)
    plan = issued(workspace)
    kept = plans.pdf(workspace.store, plan.id)
    unit_changes.rename(workspace.store, ids[DIVISION], "Phòng Văn hóa", dt.date(2026, 3, 10))
    for folder in ("mot", "hai"):
        (path,) = plan_export.export(workspace, plan.id, tmp_path / folder, Parts(pdf=True))[:1]
        assert path.read_bytes() == kept


def test_forms_and_slips_of_a_draft_are_refused(workspace, tmp_path):
    settle(workspace)
    plan = draft(workspace)
    assert rule_of(workspace, plan.id, tmp_path, Parts(forms=True)) == "plan_not_issued"
    assert rule_of(workspace, plan.id, tmp_path, Parts(slips=True)) == "plan_not_issued"


def test_a_plan_that_no_unit_got_anything_of_has_no_forms_and_no_letter(workspace, tmp_path):
    plan = issued(workspace, replace(READING, tasks=READING.tasks[2:]))
    assert rule_of(workspace, plan.id, tmp_path, Parts(forms=True)) == "nothing_assigned"
    assert len(plan_export.export(workspace, plan.id, tmp_path, Parts(docx=True))) == 1


def test_a_file_where_the_folder_should_be_is_told(workspace, tmp_path):
    settle(workspace)
    plan = draft(workspace)
    (tmp_path / "ra").write_text("x")
    with pytest.raises(NotAFolder):
        plan_export.export(workspace, plan.id, tmp_path / "ra", Parts(pdf=True))


def test_a_form_asks_for_the_tasks_deadlines_and_numbers_of_its_unit(workspace, tmp_path):
    settle(workspace)
    plan = issued(workspace)
    sheet = load_workbook(forms(workspace, plan, tmp_path)[DIVISION])["Kết quả"]
    assert sheet["A1"].value == "Ủy ban nhân dân xã Đồng Sen"
    assert sheet["A4"].value == f"Đơn vị báo cáo: {DIVISION}"
    assert (sheet["B8"].value, sheet["C8"].value) == (READING.tasks[0].text, "Trước ngày 25/03/2026")
    assert [sheet[place].value for place in ("B11", "C11", "B12", "C12")] == [
        "Số buổi",
        "buổi",
        "Số người",
        "lượt người",
    ]


def test_after_a_merger_forms_go_to_the_successor_and_the_letter_names_the_units_of_its_day(
    workspace, tmp_path
):
    settle(workspace)
    plan = issued(workspace)
    unit_merging.merge(workspace, [EAST, WEST], "Thôn Đông Đoài", dt.date(2026, 3, 10))
    workspace.today.day = dt.date(2026, 3, 12)
    asked = {form.unit for _, form in plan_export.result_forms(workspace, plan.id)}
    assert asked == {DIVISION, FRONT, UPPER, "Thôn Đông Đoài"}
    named = {one.name for one in units_given(workspace, plan, plan.date)}
    assert named == {DIVISION, FRONT, *VILLAGES}


def test_units_of_one_name_get_files_of_their_own(workspace):
    ids = settle(workspace)
    plan = draft(workspace)
    unit = units.get(workspace.store, ids[STATION])
    units.save(workspace.store, replace(unit, names=(replace(unit.names[0], name=EAST),)))
    task = tasks.of_plan(workspace.store, plan.id)[1]
    both = (Party(EAST, unit=ids[EAST]), Party(EAST, unit=ids[STATION]))
    tasks.save(workspace.store, replace(task, leads=both))
    planning.issue(workspace, plan.id, 15, dt.date(2026, 3, 5))
    names = [name for name, _ in plan_export.result_forms(workspace, plan.id)]
    assert {"thon-dong", "thon-dong-2"} <= set(names)


def test_files_are_named_by_kind_number_and_day(workspace):
    settle(workspace)
    plan = issued(workspace)
    assert stem(replace(plan, form=PlanForm.LETTER, number=5)) == "cong-van-05-2026-03-05"
