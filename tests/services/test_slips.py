"""The slips of the units of a plan."""

import pytest
from openpyxl import load_workbook
from pypdfium2 import PdfDocument
from story import DIVISION, FRONT, VILLAGES, draft, issued, settle

from desktop.errors import NotAllowed, NotFound
from desktop.services import slips
from desktop.services.papers import Formats


def test_every_unit_has_a_slip_of_its_own_and_a_row_to_sign(workspace, tmp_path):
    settle(workspace)
    plan = issued(workspace)
    made = slips.write(workspace, plan.id, tmp_path)
    base = "phieu-giao-viec-ke-hoach-15-2026-03-05"
    assert [path.name for path in made] == [f"{base}.pdf", f"{base}.docx", f"{base}.xlsx"]
    with PdfDocument(made[0]) as pdf:
        assert len(pdf) == 5
    sheet = load_workbook(made[2]).active
    assert sheet["A1"].value == "DANH SÁCH KÝ NHẬN PHIẾU GIAO NHIỆM VỤ"
    rows = list(sheet.iter_rows(values_only=True))[-5:]
    assert {row[1] for row in rows} == {DIVISION, FRONT, *VILLAGES}
    assert [row[0] for row in rows] == [1, 2, 3, 4, 5]


def test_one_unit_is_given_its_slip_alone(workspace, tmp_path):
    keys = settle(workspace)
    plan = issued(workspace)
    (made,) = slips.write(workspace, plan.id, tmp_path, keys[VILLAGES[0]], Formats(pdf=True))
    assert made.name == f"phieu-giao-viec-don-vi-{keys[VILLAGES[0]]}-ke-hoach-15-2026-03-05.pdf"
    with PdfDocument(made) as pdf:
        assert VILLAGES[0] in pdf[0].get_textpage().get_text_bounded()
    with pytest.raises(NotFound):
        slips.write(workspace, plan.id, tmp_path, 99)


def test_there_is_no_slip_of_a_draft_or_of_a_plan_given_to_nobody(workspace, tmp_path):
    with pytest.raises(NotAllowed) as early:
        slips.write(workspace, draft(workspace).id, tmp_path)
    with pytest.raises(NotAllowed) as nobody:
        slips.write(workspace, issued(workspace).id, tmp_path)
    assert early.value.rule == "plan_not_issued"
    assert nobody.value.rule == "nothing_assigned"
