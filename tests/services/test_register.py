"""The follow-up register as files."""

import datetime as dt

import pytest
from openpyxl import load_workbook
from story import VILLAGES, draft, issued, settle

from desktop.domain.follow_up import Extension
from desktop.domain.report import Report, send
from desktop.errors import NotAllowed
from desktop.services import planning, register
from desktop.storage import follow_ups, reports, tasks

TODAY = dt.date(2026, 3, 20)


def cells(path) -> list[tuple]:
    return [row for row in load_workbook(path).active.iter_rows(values_only=True) if any(row)]


def test_the_register_of_a_plan_has_its_reply_and_the_later_days(workspace, tmp_path):
    settle(workspace)
    plan = issued(workspace)
    workspace.today.day = TODAY
    report = reports.add(workspace.store, Report(0, "", "Báo cáo", TODAY, plan.id, symbol="BC-UBND"))
    reports.freeze(workspace.store, send(report, 7, TODAY), "{}")
    given = tasks.assignments_of_plan(workspace.store, plan.id)[1]
    follow_ups.extend(workspace.store, Extension(given.id, dt.date(2026, 3, 25), "Mưa lũ"))
    made = register.write(workspace, tmp_path / "moi", plan.id)
    base = "so-theo-doi-ke-hoach-15-2026-03-05-2026-03-20"
    assert [path.name for path in made] == [f"{base}.pdf", f"{base}.docx", f"{base}.xlsx"]
    rows = cells(made[-1])
    assert any(row[5] == "07/BC-UBND" for row in rows)
    assert any(row[2] == VILLAGES[0] and "Gia hạn" in str(row[6]) for row in rows)


def test_the_register_of_all_plans_leaves_out_drafts_and_closed_ones(workspace, tmp_path):
    settle(workspace)
    closed, running = issued(workspace), draft(workspace)
    planning.issue(workspace, running.id, 16, dt.date(2026, 3, 6))
    draft(workspace)
    planning.close(workspace, closed.id)
    made = register.write(workspace, tmp_path)
    assert made[0].name == "so-theo-doi-cac-ke-hoach-2026-03-05.pdf"
    plans = [str(row[0]) for row in cells(made[-1]) if str(row[0]).startswith("Kế hoạch số")]
    assert len(plans) == 1
    assert plans[0].startswith("Kế hoạch số 16/KH-UBND")


def test_there_is_no_register_before_a_plan_is_issued(workspace, tmp_path):
    settle(workspace)
    with pytest.raises(NotAllowed) as none:
        register.write(workspace, tmp_path)
    with pytest.raises(NotAllowed) as early:
        register.write(workspace, tmp_path, draft(workspace).id)
    assert (none.value.rule, early.value.rule) == ("no_issued_plan", "plan_not_issued")
