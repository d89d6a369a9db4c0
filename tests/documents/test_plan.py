"""The plan as printed: its section of tasks is written from the tasks."""

import datetime as dt
from dataclasses import replace

import commune
from commune import DIVISION, DRAFT, FRONT, ISSUED, OFFICE, PLANNED, STATION, VILLAGES, WOMEN, party, task

from desktop.documents import plan
from desktop.documents.body import ASSIGNED_UNITS, Body, TaskPlace
from desktop.documents.model import DocumentKind
from desktop.documents.plan import PlannedTask, task_section
from desktop.domain.deadline import Deadline
from desktop.domain.office import Signer
from desktop.domain.plan import PlanForm
from desktop.domain.unit import UnitKind


def texts(*tasks: PlannedTask) -> list[str]:
    return [block.text for block in task_section(tasks)]


def only(text: str = "Treo băng rôn", leads=(DIVISION,), coordinating=(), **values) -> PlannedTask:
    return PlannedTask(task(1, text, **values), leads, coordinating)


def test_a_draft_prints_as_expected(golden):
    golden("plan_draft", plan.build(DRAFT, commune.body(), PLANNED, OFFICE, 2026))


def test_an_issued_plan_prints_as_expected(golden):
    golden("plan_issued", plan.build(ISSUED, commune.body(dt.date(2026, 3, 26)), PLANNED, OFFICE, 2026))


def test_a_plan_with_its_tasks_in_the_table_of_an_appendix_prints_as_expected(golden):
    body = replace(commune.body(), tasks_in_table=True)
    golden("plan_with_table", plan.build(DRAFT, body, PLANNED, OFFICE, 2026))


def test_the_table_has_a_row_for_each_task_and_lies_on_its_side():
    body = Body((TaskPlace(),), tasks_in_table=True)
    paper = plan.build(
        ISSUED, body, (only(coordinating=(STATION, WOMEN), deliverable="Danh sách"),), OFFICE, 2026
    )
    (appendix,) = paper.appendices
    assert appendix.landscape
    assert appendix.blocks[0].rows == (
        ("1", "Treo băng rôn", DIVISION.name, f"{STATION.name} và {WOMEN.name}", "", "Danh sách", ""),
    )
    assert paper.blocks[0].text.endswith("ghi tại Phụ lục kèm theo Kế hoạch này.")


def test_without_tasks_or_their_place_there_is_no_table():
    body = Body((TaskPlace(),), tasks_in_table=True)
    assert plan.build(ISSUED, body, (), OFFICE, 2026).appendices == ()
    assert plan.build(ISSUED, replace(body, blocks=()), PLANNED, OFFICE, 2026).appendices == ()


def test_tasks_of_the_same_leads_stand_under_one_heading_in_the_order_of_first_appearance():
    first, other = only("Việc một"), only("Việc hai", (VILLAGES,))
    assert texts(first, other, only("Việc ba")) == [
        "Phòng Văn hóa - Xã hội",
        "Việc một.",
        "Việc ba.",
        "Các thôn",
        "Việc hai.",
    ]


def test_front_and_organisations_are_asked_by_de_nghi_offices_are_not():
    assert texts(only(leads=(FRONT, WOMEN)))[0].startswith("Đề nghị Ủy ban Mặt trận")
    assert texts(only(leads=(FRONT, DIVISION)))[0].startswith("Ủy ban Mặt trận")
    group = party("Mặt trận và các đoàn thể", UnitKind.FRONT, UnitKind.MASS)
    assert texts(only(leads=(group,)))[0] == "Đề nghị Mặt trận và các đoàn thể"


def test_de_nghi_is_not_said_twice():
    assert texts(only("Đề nghị Ủy ban Mặt trận vận động", (FRONT,)))[0] == FRONT.name


def test_a_name_that_could_not_be_bound_stands_as_it_was_written():
    assert texts(only(leads=(party("chi cục thủy lợi"),)))[0] == "Chi cục thủy lợi"


def test_a_task_without_leads_stands_under_all():
    assert texts(only(leads=()))[0] == "Các cơ quan, đơn vị liên quan"


def test_coordinating_units_are_added_only_where_the_words_do_not_name_them():
    said = only("Phối hợp với Trạm Y tế treo băng rôn", coordinating=(STATION,))
    assert texts(said)[1] == "Phối hợp với Trạm Y tế treo băng rôn."
    added = only("Phối hợp với Trạm Y tế treo băng rôn", coordinating=(STATION, WOMEN))
    assert texts(added)[1].endswith("băng rôn. Đơn vị phối hợp: Hội Liên hiệp Phụ nữ xã.")


def test_a_deadline_is_added_in_its_words_only_where_the_words_do_not_say_it():
    deadline = Deadline("Trước ngày 25/3/2026")
    said = only("Treo băng rôn trước ngày 25/3/2026;", deadline=deadline)
    assert texts(said)[1] == "Treo băng rôn trước ngày 25/3/2026."
    assert texts(only(deadline=deadline))[1] == "Treo băng rôn. Thời gian thực hiện: trước ngày 25/3/2026."


def test_a_deliverable_is_added():
    assert texts(only(deliverable="Danh sách"))[1] == "Treo băng rôn. Sản phẩm: Danh sách."


def test_the_tasks_are_written_where_their_place_is_and_name_what_they_were_made_from():
    printed = plan.build(ISSUED, Body((TaskPlace(),)), PLANNED, OFFICE, 2026).blocks
    assert [block.source for block in printed] == [
        "leads:1",
        "task:1",
        "task:2",
        "leads:3",
        "task:3",
        "leads:4",
        "task:4",
    ]


def test_every_unit_that_leads_or_coordinates_receives_the_plan_once():
    paper = plan.build(
        ISSUED, Body((), recipients=("Sở Y tế (b/c)", ASSIGNED_UNITS, "Lưu: VT")), PLANNED, OFFICE, 2026
    )
    assert paper.recipients == (
        "Sở Y tế (b/c)",
        DIVISION.name,
        FRONT.name,
        WOMEN.name,
        "Các thôn",
        STATION.name,
        "Lưu: VT",
    )


def test_a_plan_in_the_form_of_a_letter_has_no_title():
    paper = plan.build(replace(ISSUED, form=PlanForm.LETTER), Body((), addressees=("A",)), (), OFFICE, 2026)
    assert (paper.kind, paper.title, paper.addressees) == (DocumentKind.LETTER, "", ("A",))


def test_the_signer_chosen_for_the_paper_goes_before_the_usual_one():
    chosen = Body((), signer=Signer(("CHỦ TỊCH",), "Trần Văn Bình"))
    paper = plan.build(ISSUED, chosen, (), OFFICE, 2026)
    assert (paper.signature.lines, paper.signature.name) == (("CHỦ TỊCH",), "Trần Văn Bình")
