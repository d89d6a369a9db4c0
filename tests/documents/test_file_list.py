"""Mục lục văn bản of the file of a plan."""

import datetime as dt

from commune import ISSUED, OFFICE

from desktop.documents import file_list
from desktop.domain.correspondence import Arrival, Incoming, Outgoing

DAY = dt.date(2026, 3, 5)
CAME = Incoming(
    1, "Công văn", "312", "SYT-BTXH", "SỞ Y TẾ", dt.date(2026, 3, 2), "tổ chức ngày hội", Arrival(45, DAY)
)
UNREAD = Incoming(2, None, None, None, None, None, None)
ITEMS = (
    file_list.of_result("Thôn Đông", dt.date(2026, 3, 26), "thon-dong.xlsx"),
    file_list.of_directive(UNREAD),
    file_list.of_paper(Outgoing("Kế hoạch", 5, "KH-UBND", DAY, ISSUED.subject), OFFICE),
    file_list.of_directive(CAME),
)


def test_the_list_of_a_file_prints_as_expected(golden):
    golden("file_list", file_list.build(ISSUED, ITEMS, OFFICE, 2026, dt.date(2026, 4, 1)))


def test_names_of_files_stand_in_the_workbook_alone():
    notes = [[row[6] for row in file_list.table(ITEMS, whole=whole).rows] for whole in (False, True)]
    assert notes == [["Số đến 45", "", "Tệp điện tử", ""], ["Số đến 45", "", "thon-dong.xlsx", ""]]


def test_an_empty_file_has_its_seven_columns():
    table = file_list.table(())
    assert [column.titles[1] for column in table.columns] == [f"({n})" for n in range(1, 8)]
