"""The page of units: sections, filters, a day of the past, contacts edited where they stand, menus, the tree, drops on groups."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMenu

from desktop.domain.unit import UnitKind
from desktop.services import trash, unit_editing, unit_views
from desktop.ui.hub import Place
from desktop.ui.models.unit_rows import UnitFilter, columns
from desktop.ui.models.unit_tree import UnitTreeModel
from desktop.ui.pages.units import UnitsPage
from desktop.ui.widgets.unit_details import history_of

DAY = dt.date(2026, 3, 1)


def opened(context, qtbot) -> UnitsPage:
    made = UnitsPage(context)
    qtbot.addWidget(made)
    made.resize(1160, 700)
    made.show()
    qtbot.waitUntil(lambda: made._stack.currentIndex() != 2)
    return made


@pytest.fixture
def page(demo, qtbot, failures) -> UnitsPage:
    return opened(demo, qtbot)


def names(page) -> list[str]:
    return [line.name.name for line in page._model.rows]


def pick(page, name: str):
    line = next(line for line in page.shown.lines if line.name.name == name)
    assert page.table.select_key(line.id)
    return line


def reloaded(page, qtbot) -> None:
    before = page.shown
    qtbot.waitUntil(lambda: page.shown is not before)


def entries(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.text()]


def test_an_empty_office_is_led_to_its_list(context, qtbot):
    page = opened(context, qtbot)
    assert page._stack.currentIndex() == 1
    with qtbot.waitSignal(context.hub.open_place) as told:
        page.findChild(object, "emptyAct").click()
    assert told.args == [Place("unit_import")]


def test_a_section_and_words_narrow_the_list(page):
    page.show_filter(UnitFilter(kind=UnitKind.VILLAGE))
    assert {name.split()[0] for name in names(page)} == {"Thôn"}
    page.show_filter(UnitFilter(words="thon dong", kind=UnitKind.VILLAGE))
    assert "Thôn Đông" in names(page)
    assert page.filters._count.text() == f"{len(names(page))} đơn vị"


def test_sections_count_groups_and_kinds(page):
    texts = {page.sections.item(at).text() for at in range(page.sections.count())}
    assert {"Tất cả", "CÁC THÔN", "Trường học"} <= texts


def test_the_chosen_unit_shows_its_work_which_opens_its_place(page, qtbot):
    line = next(line for line in page.shown.lines if line.overdue)
    page.table.select_key(line.id)
    task = unit_views.open_work(page.context.work, line.id)[0]
    with qtbot.waitSignal(page.context.hub.open_place) as told:
        page.details.findChild(object, f"unitTask_{task.key}").click()
    assert told.args == [Place("plan", task.plan, "follow", f"task:{task.task}")]


def test_a_contact_is_edited_where_it_stands(page, qtbot):
    line = pick(page, "Thôn Đông")
    field = page.details.fields["phone"]
    field.setText("0911 222 333")
    field.editingFinished.emit()
    reloaded(page, qtbot)
    assert unit_editing.told(page.context.work, line.id).phone == "0911222333"
    assert page.details.fields["phone"].text() == "0911222333"
    page.context.doer.undo()
    assert unit_editing.told(page.context.work, line.id).phone == line.unit.contact.phone


def test_a_number_that_cannot_be_read_is_told_and_not_kept(page, failures):
    line = pick(page, "Thôn Đông")
    page.details.edited.emit(line.id, "phone", "hỏi sau")
    assert len(failures) == 1
    assert page.details.fields["phone"].text() == line.unit.contact.phone


def test_a_cell_of_the_table_is_edited_too(page, qtbot):
    line = pick(page, "Thôn Đông")
    at = next(i for i, column in enumerate(page._model.columns) if column.key == "note")
    page._model.setData(page._model.index(page.table.currentIndex().row(), at), "Sát sông")
    reloaded(page, qtbot)
    assert unit_editing.told(page.context.work, line.id).note == "Sát sông"


def test_a_day_of_the_past_shows_old_names_and_cannot_be_edited(page, qtbot):
    line = pick(page, "Thôn Đông")
    unit_editing.rename(page.context.work, line.id, "Thôn Đông Mới", DAY)
    page.show_day(DAY - dt.timedelta(1))
    reloaded(page, qtbot)
    assert "Thôn Đông" in names(page)
    assert page.bar.past.isVisible()
    menu = QMenu()
    page._fill_menu(menu)
    assert not entries(menu)
    assert page.details.fields["phone"].isReadOnly()
    page.show_day(None)
    reloaded(page, qtbot)
    assert "Thôn Đông Mới" in names(page)


def test_the_menu_offers_what_fits_the_choice(page):
    pick(page, "Thôn Đông")
    menu = QMenu()
    page._fill_menu(menu)
    assert entries(menu) == [
        "Sửa…",
        "Đổi tên từ một ngày…",
        "Sáp nhập…",
        "Chia tách…",
        "Giải thể từ một ngày…",
        "Thêm vào nhóm",
        "Xóa",
    ]
    page.table.selectAll()
    menu = QMenu()
    page._fill_menu(menu)
    assert "Chia tách…" not in entries(menu)


def test_units_dropped_on_a_group_join_it_from_today(page, qtbot):
    line = pick(page, "Thôn Đông")
    group = next(one for one in page.shown.groups if one.id not in line.groups)
    page.sections.dropped.emit(group.id)
    reloaded(page, qtbot)
    work = page.context.work
    assert line.id in unit_editing.members(work, group.id, work.today())
    assert line.id not in unit_editing.members(work, group.id, work.today() - dt.timedelta(1))
    seen = next(one for one in page.shown.groups if one.id == group.id)
    page.actions_of_units.leave(seen, [line])
    assert line.id not in unit_editing.members(work, group.id, work.today())


def test_a_unit_without_work_goes_to_the_trash_and_back(page, qtbot):
    work = page.context.work
    made = unit_editing.add(work, unit_editing.Told("Thôn Nhầm"))
    page.reload()
    reloaded(page, qtbot)
    page.actions_of_units.discard([pick(page, "Thôn Nhầm")])
    reloaded(page, qtbot)
    assert "Thôn Nhầm" not in names(page)
    trash.restore(work, trash.listed(work)[0].id)
    assert unit_editing.name_of(work, made.id) == "Thôn Nhầm"


def test_a_unit_with_work_is_asked_for_its_last_day_instead(page, qtbot):
    line = next(line for line in page.shown.lines if line.open)
    page.actions_of_units.discard([line])
    dialog = page.findChild(object, "unitDissolve")
    assert dialog.isVisible()
    dialog.reject()
    assert unit_editing.name_of(page.context.work, line.id) == line.name.name


def test_the_tree_puts_units_under_their_superiors(page, qtbot):
    line, other = pick(page, "Thôn Đông"), pick(page, "Thôn Đoài")
    unit_editing.correct(
        page.context.work,
        other.id,
        unit_editing.Told("Thôn Đoài", kind=UnitKind.VILLAGE, parent=line.id),
    )
    page.reload()
    reloaded(page, qtbot)
    page.bar.as_tree.setChecked(True)
    page.open_at(Place("units", other.id))
    index = page.tree.currentIndex()
    assert index.data() == "Thôn Đoài"
    assert index.parent().data() == "Thôn Đông"
    assert [one.id for one in page.picked()] == [other.id]


def test_the_model_of_the_tree_is_sound(demo, qtmodeltester):
    model = UnitTreeModel(columns(is_edited=False))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    lines = unit_views.load(demo.work).lines
    model.set_rows(lines)
    assert model.rowCount() == len(lines)
    model.set_rows(())
    assert tester.model() is model


def test_a_new_unit_is_shown_once_it_is_kept(page, qtbot):
    page._new()
    form = page.findChild(object, "unitForm")
    form.edits["name"].setText("Thôn Mới Lập")
    qtbot.mouseClick(form.findChild(object, "unitFormKeep"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Thôn Mới Lập" in names(page))
    qtbot.waitUntil(lambda: [line.name.name for line in page.picked()] == ["Thôn Mới Lập"])


def test_names_over_time_are_told_with_their_days(page):
    line = pick(page, "Thôn Đông")
    assert history_of(line.unit) == []
    renamed = unit_editing.rename(page.context.work, line.id, "Thôn Đông Mới", DAY)
    assert history_of(renamed) == [
        "Thôn Đông Mới (từ 01/03/2026)",
        "Thôn Đông (đến hết ngày trước 01/03/2026)",
    ]


def test_several_chosen_are_told_together(page):
    page.table.selectAll()
    assert page.details._name.text() == f"Đã chọn {len(page.shown.lines)} đơn vị"
    assert not page.details.fields["phone"].isVisible()
    pick(page, "Thôn Đông")
    assert page.details.fields["phone"].isVisible()
