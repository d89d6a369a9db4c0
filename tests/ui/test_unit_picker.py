"""The field that chooses units: typed without dấu, several in a row, unknown words kept."""

from typing import Any

import pytest
from PySide6.QtCore import Qt

from desktop.domain.task import Party
from desktop.domain.vietnamese import fold
from desktop.services import party_choices
from desktop.ui.context import Context
from desktop.ui.widgets.unit_picker import UnitPicker


@pytest.fixture
def picker(demo: Context, qtbot: Any) -> UnitPicker:
    """A picker that is shown."""
    made = UnitPicker(demo)
    qtbot.addWidget(made)
    made.show()
    return made


def _first(context: Context) -> Party:
    return next(one.party for one in party_choices.choices(context.work) if one.party.unit is not None)


def test_a_unit_is_chosen_by_typing_its_name_without_dau_and_enter(
    picker: UnitPicker, demo: Context, qtbot: Any
) -> None:
    wanted = _first(demo)
    with qtbot.waitSignal(picker.changed):
        qtbot.keyClicks(picker.edit, fold(wanted.written))
        qtbot.keyClick(picker._list, Qt.Key.Key_Return)
    assert picker.parties == (wanted,)
    assert picker.edit.text() == ""


def test_words_that_name_nobody_are_kept_unbound(picker: UnitPicker, qtbot: Any) -> None:
    qtbot.keyClicks(picker.edit, "To cong tac")
    qtbot.keyClick(picker.edit, Qt.Key.Key_Return)
    assert picker.parties == (Party("To cong tac"),)


def test_backspace_in_the_empty_field_takes_the_last_one_away(picker: UnitPicker, qtbot: Any) -> None:
    picker.set_parties([Party("Một"), Party("Hai")])
    qtbot.keyClick(picker.edit, Qt.Key.Key_Backspace)
    assert picker.parties == (Party("Một"),)


def test_a_tag_is_taken_away_by_a_click(picker: UnitPicker, qtbot: Any) -> None:
    picker.set_parties([Party("Một"), Party("Hai")])
    picker._tags[0].click()
    assert picker.parties == (Party("Hai"),)


def test_where_one_may_be_chosen_the_newest_stays(demo: Context, qtbot: Any) -> None:
    picker = UnitPicker(demo, most=1)
    qtbot.addWidget(picker)
    for words in ("Mot", "Hai"):
        qtbot.keyClicks(picker.edit, words)
        qtbot.keyClick(picker.edit, Qt.Key.Key_Return)
    assert picker.parties == (Party("Hai"),)
