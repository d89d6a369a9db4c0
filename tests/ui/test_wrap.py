"""Rows of filters and buttons go on in the next line, tables scroll: at any width and text size nothing is cut or laid over another."""

from typing import Any

import pytest
from PySide6.QtWidgets import QHeaderView, QLineEdit, QPushButton, QWidget

from desktop.ui.context import Context
from desktop.ui.models.rows import Column, RowsModel
from desktop.ui.widgets.page_header import PageHeader
from desktop.ui.widgets.search_box import SearchBox
from desktop.ui.widgets.table import Table
from desktop.ui.widgets.wrap import wrapped


def bar(qtbot: Any, width: int) -> tuple[QWidget, list[QWidget]]:
    """A field that grows, two buttons, and one at the right end, in a row of that width."""
    field = QLineEdit()
    field.setFixedHeight(30)
    field.setMinimumWidth(100)
    field.setMaximumWidth(200)
    buttons = [QPushButton(str(at)) for at in range(3)]
    for one in buttons:
        one.setFixedSize(80, 30)
    holder = QWidget()
    holder.setLayout(wrapped(field, buttons[0], buttons[1], None, buttons[2]))
    qtbot.addWidget(holder)
    holder.resize(width, holder.layout().heightForWidth(width))
    holder.show()
    return holder, [field, *buttons]


def test_in_one_line_the_field_grows_and_the_last_stands_at_the_right_end(qtbot: Any) -> None:
    holder, (field, first, _, last) = bar(qtbot, 600)
    assert holder.height() == 30
    assert field.width() == 200
    assert first.x() == 208
    assert last.geometry().right() == 599


@pytest.mark.parametrize(("width", "lines"), [(364, 1), (363, 2), (180, 3), (90, 4)])
def test_what_does_not_fit_goes_on_in_the_next_line(qtbot: Any, width: int, lines: int) -> None:
    holder, parts = bar(qtbot, width)
    assert holder.height() == lines * 30 + (lines - 1) * 8
    for at, one in enumerate(parts):
        assert all(not one.geometry().intersects(other.geometry()) for other in parts[at + 1 :])
        assert holder.rect().contains(one.geometry())


def test_what_is_hidden_takes_no_room(qtbot: Any) -> None:
    holder, (_, first, second, _) = bar(qtbot, 600)
    before = second.x()
    first.hide()
    qtbot.waitUntil(lambda: second.x() == before - 88)
    assert holder.layout().heightForWidth(280) == 30


def test_a_table_without_room_scrolls_and_keeps_the_names_of_its_rows(context: Context, qtbot: Any) -> None:
    columns = (Column[str]("name", "Tên", str, width=0), Column[str]("more", "Thêm", str, width=300))
    table = Table(RowsModel(columns), "narrow", context)
    qtbot.addWidget(table)
    table.show()
    for width, mode in ((800, QHeaderView.ResizeMode.Stretch), (350, QHeaderView.ResizeMode.Interactive)) * 2:
        table.resize(width, 200)
        assert table.horizontalHeader().sectionResizeMode(0) is mode
        assert table.columnWidth(0) >= 116
    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() > 0)


def test_the_search_says_as_much_as_it_has_room_for(context: Context, qtbot: Any) -> None:
    search = SearchBox(context)
    qtbot.addWidget(search)
    search.show()
    search.resize(560, 40)
    assert search.field.placeholderText().startswith("Tìm kế hoạch, nhiệm vụ, đơn vị, kết quả")
    search.resize(120, 40)
    assert search.field.placeholderText() == "Tìm mọi thứ"


def test_a_long_title_beside_a_number_gets_more_of_the_head_than_the_search(
    context: Context, qtbot: Any
) -> None:
    head = PageHeader("", context.theme.icon("more"))
    search = SearchBox(context)
    head.host(search)
    qtbot.addWidget(head)
    head.resize(1100, 56)
    head.show()
    head.say("Tổ chức các hoạt động kỷ niệm Ngày Công tác xã hội Việt Nam năm 2026", "Số 15/KH-UBND")
    qtbot.waitUntil(lambda: head.title.width() > 1.8 * search.width())
