"""Invitations to the meetings of a plan, and the list of what lies in its file."""

import datetime as dt
from dataclasses import replace

import pytest
from docx import Document
from openpyxl import load_workbook
from story import BANNERS, DIVISION, DONE, READING, STATION, draft, fill, forms, issued, settle

from desktop.domain.correspondence import Arrival, Outgoing
from desktop.errors import NotAllowed, NotFound
from desktop.services import collecting, incoming, invitations, outgoing, plan_files, planning
from desktop.services.papers import Formats
from desktop.storage import tasks

DAY = dt.date(2026, 3, 26)
BASIS = replace(
    READING, kind="Quyết định", number="1791", symbol="QĐ-TTg", date=dt.date(2016, 9, 15), tasks=(BANNERS,)
)


def test_every_meeting_of_a_plan_has_its_invitation(workspace, tmp_path):
    settle(workspace)
    plan = issued(workspace)
    made = invitations.write(workspace, plan.id, tmp_path)
    base = "giay-moi-ke-hoach-15-2026-03-05-nhiem-vu-1"
    assert [path.name for path in made] == [f"{base}.pdf", f"{base}.docx"]
    text = "\n".join(paragraph.text for paragraph in Document(made[1]).paragraphs)
    assert f"- {STATION};" in text
    assert "Tới dự tọa đàm, gặp mặt cán bộ làm công tác xã hội." in text


def test_one_task_is_chosen_and_only_a_meeting_has_an_invitation(workspace, tmp_path):
    settle(workspace)
    plan = issued(workspace)
    talk, banners, _ = tasks.of_plan(workspace.store, plan.id)
    assert len(invitations.write(workspace, plan.id, tmp_path, talk.id, Formats(docx=True))) == 1
    with pytest.raises(NotAllowed) as refused:
        invitations.write(workspace, plan.id, tmp_path, banners.id)
    assert refused.value.rule == "not_a_meeting"
    with pytest.raises(NotFound):
        invitations.write(workspace, plan.id, tmp_path, 99)


def test_a_draft_and_a_plan_without_meetings_have_no_invitations(workspace, tmp_path):
    settle(workspace)
    with pytest.raises(NotAllowed) as early:
        invitations.write(workspace, draft(workspace).id, tmp_path)
    plan = issued(workspace, replace(READING, tasks=(BANNERS,)))
    with pytest.raises(NotAllowed) as none:
        invitations.write(workspace, plan.id, tmp_path)
    assert (early.value.rule, none.value.rule) == ("plan_not_issued", "no_meeting")


def test_the_file_of_a_plan_lists_what_came_in_what_went_out_and_what_units_sent(workspace, tmp_path):
    settle(workspace)
    planning.new_from_reading(workspace, BASIS, None)
    planning.new_from_reading(workspace, replace(BASIS, number="7", symbol="QĐ-UBND"), None)
    plan = issued(workspace)
    incoming.register(workspace, plan.directive, Arrival(12))
    outgoing.register(
        workspace, Outgoing("Công văn", 40, "UBND-VHXH", plan.date, "triển khai Kế hoạch", plan.id)
    )
    workspace.today.day = DAY
    filled = fill(forms(workspace, plan, tmp_path)[DIVISION], DONE)
    collecting.commit(workspace, collecting.preview(workspace, [filled]))
    made = plan_files.write(workspace, plan.id, tmp_path, Formats(xlsx=True))
    assert made[0].name == "muc-luc-van-ban-ke-hoach-15-2026-03-05.xlsx"
    rows = [row for row in load_workbook(made[0]).active.iter_rows(values_only=True) if any(row)][4:]
    assert [row[1] for row in rows] == ["1791/QĐ-TTg", "312/SYT-BTXH", "15/KH-UBND", "40/UBND-VHXH", None]
    assert (rows[1][6], rows[-1][4], rows[-1][6]) == ("Số đến 12", DIVISION, filled.name)


def test_evidence_is_listed_by_its_name(workspace):
    settle(workspace)
    plan = issued(workspace)
    store, key = workspace.store, tasks.assignments_of_plan(workspace.store, plan.id)[0].id
    store.run("INSERT INTO kept_file(id, sha256, size, content) VALUES (9, 'x', 1, x'00')")
    store.run(
        f"INSERT INTO result(id, uid, assignment, reported_on, status, made_at) VALUES (9, 'r', {key}, '2026-03-20', 'done', '')"
    )
    store.run(
        "INSERT INTO evidence(uid, result, name, file, added_on) VALUES ('e', 9, 'ảnh.jpg', 9, '2026-03-21')"
    )
    assert plan_files.gather(workspace, plan)[-1].file == "ảnh.jpg"
