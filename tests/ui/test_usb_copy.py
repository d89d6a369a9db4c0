"""The dialog that copies papers of a plan onto a stick."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.services import plan_views
from desktop.ui import sticks
from desktop.ui.context import Context
from desktop.ui.dialogs.usb_copy import UsbCopyDialog
from desktop.ui.sticks import Stick

Make = Callable[..., UsbCopyDialog]
FREE = 2 << 30


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """The stick."""
    (tmp_path / "usb").mkdir()
    return tmp_path / "usb"


@pytest.fixture
def make(demo: Context, qtbot: Any) -> Make:
    """Opens the dialog on the demo's issued plan; told: the sticks that are plugged in, a list that the test may change."""
    parent = QWidget()
    qtbot.addWidget(parent)

    def opened(told: list[Stick]) -> UsbCopyDialog:
        dialog = UsbCopyDialog(demo, parent, plan_views.plan(demo.work, 1), lambda: told)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        dialog.open()
        return dialog

    return opened


def copied(dialog: UsbCopyDialog, qtbot: Any) -> None:
    dialog.copy_button.click()
    qtbot.waitUntil(lambda: dialog.page == "end", timeout=60_000)


def test_a_stick_may_be_pulled_out_once_all_is_there(make: Make, place: Path, qtbot: Any) -> None:
    dialog = make([Stick(place, "KINGSTON (E:)", FREE)])
    assert dialog.places.currentText() == "KINGSTON (E:) · còn trống 2,0 GB"
    dialog.parts.boxes["docx"].setChecked(True)
    copied(dialog, qtbot)
    assert (dialog.page, dialog.end.text()) == ("end", "Có thể rút USB")
    (folder,) = place.iterdir()
    assert {path.suffix for path in folder.iterdir()} == {".pdf", ".docx"}
    assert folder.name in dialog.told.text()


def test_a_stick_is_seen_when_it_is_plugged_in(make: Make, place: Path) -> None:
    told: list[Stick] = []
    dialog = make(told)
    assert not dialog.copy_button.isEnabled()
    assert "Hãy cắm USB" in dialog.place_field.error
    told.append(Stick(place, "USB (F:)", FREE))
    dialog.look_again()
    assert dialog.copy_button.isEnabled()
    assert dialog.place_field.error == ""


def test_the_chosen_stick_stays_chosen_when_another_comes(make: Make, place: Path, tmp_path: Path) -> None:
    told = [Stick(place, "USB (F:)", FREE)]
    dialog = make(told)
    told.insert(0, Stick(tmp_path, "USB (E:)", FREE))
    dialog.look_again()
    assert dialog.places.currentData() == place


def test_a_locked_stick_is_not_written_to(make: Make, place: Path) -> None:
    dialog = make([Stick(place, "USB (F:)", FREE, is_locked=True)])
    assert not dialog.copy_button.isEnabled()
    assert "đang khóa ghi" in dialog.place_field.error


def test_a_folder_will_do_and_is_not_called_a_stick(make: Make, place: Path, qtbot: Any) -> None:
    dialog = make([])
    dialog.choose_folder(place)
    copied(dialog, qtbot)
    assert dialog.end.text() == "Đã chép xong"
    assert len(list(place.iterdir())) == 1


def test_nothing_chosen_cannot_be_copied(make: Make, place: Path) -> None:
    dialog = make([Stick(place, "USB (F:)", FREE)])
    for box in dialog.parts.boxes.values():
        box.setChecked(False)
    assert not dialog.copy_button.isEnabled()


def test_a_stick_that_went_away_is_told_and_the_copy_can_be_made_again(
    make: Make, place: Path, qtbot: Any
) -> None:
    dialog = make([Stick(place, "USB (F:)", FREE)])
    place.rmdir()
    copied(dialog, qtbot)
    assert (dialog.page, dialog.end.text()) == ("end", "Chưa chép xong")
    assert "đã bị rút ra" in dialog.told.text()
    place.mkdir()
    dialog.again_button.click()
    copied(dialog, qtbot)
    assert dialog.end.text() == "Có thể rút USB"


def test_esc_stops_the_copy_and_leaves_nothing(make: Make, place: Path, qtbot: Any) -> None:
    dialog = make([Stick(place, "USB (F:)", FREE)])
    dialog.parts.boxes["forms"].setChecked(True)
    dialog.copy_button.click()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: dialog.page == "choose", timeout=60_000)
    assert "Đã dừng chép" in dialog.stopped.text()
    assert list(place.iterdir()) == []
    assert dialog.isVisible()


def test_the_sticks_of_this_computer_are_looked_for(qapp: Any) -> None:
    assert all(stick.path.is_dir() and stick.words for stick in sticks.plugged_in())
