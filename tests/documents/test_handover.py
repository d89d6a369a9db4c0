"""Biên bản bàn giao công việc."""

import datetime as dt
from dataclasses import replace

from commune import ISSUED, OFFICE, TALK

from desktop.documents import handover
from desktop.documents.as_text import plain_text
from desktop.documents.handover import CarriedFile, HandOver, OpenPlan, OpenTask, Party
from desktop.documents.phrases import named_plan
from desktop.domain.office import Office

DAY, DUE = dt.date(2026, 3, 26), dt.date(2026, 3, 24)
DIGEST = "1a2b3c4d5e6f7a8b" + "0" * 48
LATE = OpenTask(
    TALK.text,
    "Phòng Văn hóa - Xã hội",
    "Trước ngày 25/3/2026",
    DUE,
    "Quá hạn 02 ngày, chưa báo cáo",
    is_overdue=True,
)
LIST = OpenTask("lập danh sách;", "Phòng Văn hóa - Xã hội", "", None, "Đang thực hiện", evidence=2)
GIVEN = OpenTask("Tặng quà", "Thôn Đông", "", dt.date(2026, 4, 10), "Chưa báo cáo")
PLANS = (
    OpenPlan(named_plan(ISSUED), (LATE, LIST)),
    OpenPlan("Kế hoạch số 88/KH-UBND ngày 02/3/2026 về việc tặng quà", (GIVEN,), "UBND tỉnh Sơn Giang"),
)
PACKAGE = CarriedFile("2026-03-26-ban-giao-00012-le-van-hoa.skh", 123_456, DIGEST)
WHOLE = HandOver(
    DAY,
    PLANS,
    PACKAGE,
    (CarriedFile("ke-hoach-05-2026-03-05.pdf", 88_000, DIGEST[::-1]),),
    is_locked=True,
    giver=Party("Lê Văn Hòa", "Trưởng phòng, Phòng Văn hóa - Xã hội"),
)


def lines(one: HandOver, office: Office = OFFICE) -> list[str]:
    return plain_text(handover.build(one, office)).splitlines()


def test_the_minutes_print_as_expected(golden):
    golden("handover", handover.build(WHOLE, OFFICE))


def test_each_plan_numbers_its_own_work_under_its_name():
    table = handover.table(PLANS)
    assert sorted(table.groups) == [0, 3]
    assert [row[0] for row in table.rows] == [
        PLANS[0].name,
        "1",
        "2",
        f"{PLANS[1].name}, do UBND tỉnh Sơn Giang giao",
        "1",
    ]


def test_the_last_day_stands_beside_the_words_of_the_deadline():
    assert [row[3] for at, row in enumerate(handover.table(PLANS).rows) if at not in {0, 3}] == [
        "Trước ngày 25/3/2026\n(hết 24/3/2026)", "", "Hết 10/4/2026",
    ]  # fmt: skip


def test_work_units_late_work_and_evidence_are_counted():
    (counted,) = [line for line in lines(WHOLE) if line.startswith("Đến ngày 26/3/2026")]
    assert counted == (
        "Đến ngày 26/3/2026, 02 kế hoạch còn 03 công việc chưa hoàn thành của 02 đơn vị, trong đó 01 công việc quá hạn; "
        "đã có 02 tệp minh chứng."
    )


def test_that_nothing_is_proved_yet_is_said():
    (counted,) = [
        line for line in lines(replace(WHOLE, plans=(OpenPlan("Kế hoạch", (LATE,)),))) if "quá hạn;" in line
    ]
    assert counted.endswith("trong đó 01 công việc quá hạn; chưa có tệp minh chứng.")


def test_where_all_is_done_it_says_so_and_prints_no_table():
    found = lines(replace(WHOLE, plans=(OpenPlan(PLANS[0].name, ()),)))
    assert "Đến ngày 26/3/2026 không còn công việc chưa hoàn thành." in found
    assert not [line for line in found if line.startswith("TT | Nhiệm vụ")]


def test_units_that_stand_alike_share_a_row_and_of_very_many_some_are_named():
    many = [replace(LATE, unit=f"Thôn {n}", evidence=1) for n in range(1, 4)]
    row = handover.table((OpenPlan("Kế hoạch", (*many, replace(GIVEN, task=LATE.task))),)).rows
    assert [(cells[2], cells[5]) for cells in row[1:]] == [("Thôn 1, thôn 2, thôn 3", "3"), ("Thôn Đông", "")]
    crowd = tuple(replace(LATE, unit=f"Xã {n}") for n in range(3321))
    (_, cells) = handover.table((OpenPlan("Kế hoạch", crowd),)).rows
    assert cells[2].endswith("Xã 19 và 3301 đơn vị khác (đủ trong gói)")


def test_paper_and_package_belong_together_by_a_mark():
    assert handover.mark(DIGEST) == "1a2b\u00a03c4d\u00a05e6f\u00a07a8b"
    assert f"Gói | {PACKAGE.name} | 121\u00a0KB | {handover.mark(DIGEST)}" in lines(WHOLE)


def test_whether_a_passphrase_is_needed_is_said_and_the_phrase_is_not():
    locked, open_ = "Gói được mã hóa; cụm từ khóa báo riêng", "Gói không mã hóa."
    assert [locked in " ".join(lines(WHOLE)), open_ in " ".join(lines(WHOLE))] == [True, False]
    assert open_ in " ".join(lines(replace(WHOLE, is_locked=False)))


def test_who_is_not_known_is_a_blank_to_write_in():
    found = lines(replace(WHOLE, giver=Party()), Office())
    assert sum(line.startswith(("- Bên giao: Ông (bà) ……", "- Bên nhận: Ông (bà) ……")) for line in found) == 2
    assert sum(line.startswith("Chức vụ, đơn vị: ……") for line in found) == 3
    assert [line for line in found if line.startswith("Số:") and line.endswith("/BB-UBND")]


def test_both_sides_sign_and_somebody_sees_it():
    paper = handover.build(WHOLE, OFFICE)
    assert [(one.lines, one.name) for one in paper.parties] == [
        (("BÊN GIAO",), "Lê Văn Hòa"),
        (("BÊN NHẬN",), "…" * 8),
    ]
    assert paper.signature.lines == ("NGƯỜI CHỨNG KIẾN",)
