"""The letters that send a plan and the slip of one unit."""

from dataclasses import replace

from commune import GIVEN, ISSUED, OFFICE, PLANNED

from desktop.documents import letter, slip
from desktop.documents.letter import deadline_words
from desktop.documents.plan import lead_names
from desktop.domain.deadline import Deadline
from desktop.domain.office import Office


def test_the_sending_letter_prints_as_expected(golden):
    golden("letter", letter.build(ISSUED, lead_names(PLANNED), GIVEN, OFFICE, 2026))


def test_the_letter_of_an_office_that_told_nothing_has_blanks(golden):
    golden("letter_of_nobody", letter.build(ISSUED, (), GIVEN[2:], Office(), 2026))


def test_units_with_the_same_tasks_share_their_rows():
    (table,) = letter.task_appendix(GIVEN).blocks
    assert [table.rows[at][0] for at in sorted(table.groups)] == [
        "Phòng Văn hóa - Xã hội (02 nhiệm vụ)",
        "Ủy ban Mặt trận Tổ quốc Việt Nam xã (01 nhiệm vụ)",
        "Thôn Đông, thôn Đoài (01 nhiệm vụ)",
    ]


def test_a_deadline_is_shown_in_its_words():
    assert deadline_words(None) == ""
    assert deadline_words(Deadline("Trong tháng 3")) == "Trong tháng 3"
    assert deadline_words(Deadline("")) == ""
    day = replace(GIVEN[0].tasks[0][1], text="")
    assert deadline_words(day) == "25/3/2026"


def test_a_slip_prints_as_expected(golden):
    golden("slip", slip.build(ISSUED, GIVEN[0], OFFICE, 2026))


def test_a_slip_gives_to_offices_and_asks_the_front():
    assert "giao Phòng Văn hóa" in slip.build(ISSUED, GIVEN[0], OFFICE, 2026).blocks[0].text
    assert "đề nghị Ủy ban Mặt trận" in slip.build(ISSUED, GIVEN[1], OFFICE, 2026).blocks[0].text
