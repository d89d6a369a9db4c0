"""Dialogs of units: what is wrong is said under its field, what will move is said before, one change is made."""

import datetime as dt

import pytest

from desktop.domain.task import Party
from desktop.services import unit_editing, unit_views
from desktop.ui.dialogs.unit_change import DissolveDialog, MergeDialog, RenameDialog, SplitDialog
from desktop.ui.dialogs.unit_form import open_edit, open_new
from desktop.ui.dialogs.unit_group import open_group, open_new_group
from desktop.ui.pages.page import Page


@pytest.fixture
def parent(demo, qtbot, failures) -> Page:
    made = Page(demo)
    qtbot.addWidget(made)
    return made


def line(context, name: str):
    return next(one for one in unit_views.load(context.work).lines if one.name.name == name)


def change(kind, parent, *lines):
    dialog = kind(parent.context, parent, [one.unit for one in lines])
    dialog.open()
    return dialog


def test_the_form_says_what_is_wrong_under_its_field_and_stays(parent, demo):
    form = open_new(demo, parent)
    form.edits["phone"].setText("sai")
    form.edits["name"].setText("Thôn Đông")
    form._keep()
    assert "Đã có đơn vị" in form.fields["name"].error
    assert "Không đọc được" in form.fields["phone"].error
    assert form.isVisible()
    form.reject()


def test_the_form_puts_a_unit_right_and_shows_what_there_is(parent, demo):
    east, west = line(demo, "Thôn Đông"), line(demo, "Thôn Đoài")
    form = open_edit(demo, parent, east.id)
    assert form.edits["person"].text() == east.unit.contact.person
    form.parent_unit.set_parties((Party(west.name.name, unit=west.id),))
    form.edits["note"].setText("Sát sông")
    form._keep()
    told = unit_editing.told(demo.work, east.id)
    assert (told.parent, told.note, told.person) == (west.id, "Sát sông", east.unit.contact.person)
    again = open_edit(demo, parent, east.id)
    assert again.parent_unit.parties[0].unit == west.id
    again.reject()


def test_renaming_needs_another_name_and_a_day(parent, demo):
    dialog = change(RenameDialog, parent, line(demo, "Thôn Đông"))
    dialog._on_accept()
    assert "khác tên" in dialog.words_field.error
    dialog.words.setText("Thôn Đông Hà")
    dialog.day.edit.setText("hôm qua")
    dialog._on_accept()
    assert "Hãy ghi ngày" in dialog.day_field.error
    dialog.day.set_day(dt.date(2026, 3, 20))
    dialog._on_accept()
    assert line(demo, "Thôn Đông Hà").name.start == dt.date(2026, 3, 20)


def test_merging_says_how_much_moves_and_sets_up_the_new_unit(parent, demo, qtbot):
    busy = [one for one in unit_views.load(demo.work).lines if one.open][:2]
    dialog = change(MergeDialog, parent, *busy)
    dialog._on_accept()
    assert "Hãy chọn" in dialog.into_field.error
    dialog.into.set_parties((Party("Thôn Đồng Tâm"),))
    dialog.into.changed.emit()
    moved = sum(one.open for one in busy)
    assert f"{moved} việc đang làm chuyển sang Thôn Đồng Tâm." in dialog.preview.text()
    assert "Lập đơn vị mới “Thôn Đồng Tâm”" in dialog.preview.text()
    with qtbot.waitSignal(demo.hub.changed):
        dialog._on_accept()
    assert line(demo, "Thôn Đồng Tâm").open > 0


def test_a_unit_is_not_merged_into_itself(parent, demo):
    east = line(demo, "Thôn Đông")
    dialog = change(MergeDialog, parent, east)
    dialog.into.set_parties((Party("Thôn Đông", unit=east.id),))
    dialog._on_accept()
    assert "chính nó" in dialog.into_field.error
    dialog.reject()


def test_splitting_needs_two_names_and_gives_the_work_to_the_first(parent, demo, qtbot):
    busy = next(one for one in unit_views.load(demo.work).lines if one.open)
    dialog = change(SplitDialog, parent, busy)
    for typed, wrong in (("Một nơi", "ít nhất hai"), ("Một nơi\nmột nơi", "trùng tên")):
        dialog.names.setPlainText(typed)
        dialog._on_accept()
        assert wrong in dialog.names_field.error
    dialog.names.setPlainText("Thôn Một\n\nThôn Hai")
    assert "chuyển sang Thôn Một" in dialog.preview.text()
    with qtbot.waitSignal(demo.hub.changed):
        dialog._on_accept()
    assert line(demo, "Thôn Một").open == busy.open
    assert line(demo, "Thôn Hai").open == 0


def test_dissolving_says_that_the_work_goes_nowhere(parent, demo):
    busy = next(one for one in unit_views.load(demo.work).lines if one.open)
    dialog = change(DissolveDialog, parent, busy)
    assert "không chuyển cho ai" in dialog.preview.text()
    dialog._on_accept()
    assert line(demo, busy.name.name).is_living is False
    demo.doer.undo()
    assert line(demo, busy.name.name).is_living


def test_a_group_is_made_of_those_ticked(parent, demo):
    east = line(demo, "Thôn Đông")
    dialog = open_new_group(demo, parent, {east.id})
    dialog._keep()
    assert "tên nhóm" in dialog.name_field.error
    dialog.name.setText("Cụm phía đông")
    dialog._keep()
    group = next(one for one in unit_views.load(demo.work).groups if one.name == "Cụm phía đông")
    assert (group.members, dialog.members) == (1, (east.id,))


def test_members_change_from_a_day_and_are_found_without_dau(parent, demo):
    group = next(one for one in unit_views.load(demo.work).groups if one.name == "CÁC THÔN")
    today = demo.work.today()
    dialog = open_group(demo, parent, group.id, group.name)
    dialog.search.setText("thon dong")
    hidden = [dialog.list.item(at).isHidden() for at in range(dialog.list.count())]
    assert len(set(hidden)) == 2
    item = next(
        dialog.list.item(at) for at in range(len(hidden)) if dialog.list.item(at).text() == "Thôn Đông"
    )
    item.setCheckState(item.checkState().Unchecked)
    dialog.day.edit.setText("")
    dialog._keep()
    assert dialog.wrong.text().startswith("Hãy ghi ngày")
    dialog.day.set_day(today)
    dialog._keep()
    assert len(unit_editing.members(demo.work, group.id, today)) == group.members - 1
    assert len(unit_editing.members(demo.work, group.id, today - dt.timedelta(1))) == group.members
