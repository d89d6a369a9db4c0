"""Small parts made one way."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QSpinBox

from desktop.ui.context import Context
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.parts import button, column, lay_dialog, row


def test_enter_in_a_field_of_a_dialog_presses_the_primary_button(context: Context, qtbot: object) -> None:
    dialog, told = QDialog(), []
    qtbot.addWidget(dialog)
    field = QSpinBox()
    see = button("Xem", "see", lambda: told.append("see"), role="link")
    stop = button("Hủy", "stop", lambda: told.append("stop"))
    go = button("Ban hành", "go", lambda: told.append("go"), role="primary")
    lay_dialog(dialog, column(see, field), row(stop, go), "foot")
    dialog.show()
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told == ["go"]


def test_a_sentence_of_two_lines_is_not_cut(context: Context, qtbot: object) -> None:
    words = "Theo dõi bắt đầu khi kế hoạch được ban hành: mỗi đơn vị được giao việc là một dòng, mỗi nhiệm vụ là một cột."
    state = EmptyState(words, None, "Xem")
    qtbot.addWidget(state)
    state.resize(900, 320)
    state.show()
    sentence = state._sentence
    assert (
        sentence.height() >= sentence.heightForWidth(sentence.width()) >= 2 * sentence.fontMetrics().height()
    )
