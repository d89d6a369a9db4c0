"""What the person should know over the text of a plan: that it is issued, that something was typed and not kept. Changes nothing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.widgets.parts import button, column, framed, label, row, stretched

FROZEN = "Văn bản đã ban hành, chỉ để xem. Cần sửa thì lập văn bản thay thế hoặc đính chính trong “⋯”."
GIVEN = "Kế hoạch do cấp trên giao, chỉ để xem. Ghi việc đã làm ở thẻ Kết quả, rồi bấm Trả lời."


class DraftNotes(QWidget):
    """taken: what was typed is wanted back; dropped: it is not."""

    taken = Signal()
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("draftNotes")
        self._why = label(FROZEN, name="draftFrozenWords", wraps=True)
        self._frozen = _note("draftFrozen", stretched(self._why))
        self._words = label("", name="draftUnsavedWords", wraps=True)
        take = button("Lấy lại", "draftTake", self.taken.emit)
        drop = button("Bỏ", "draftDrop", self.dropped.emit, role="quiet")
        self._unsaved = _note("draftUnsaved", stretched(self._words), take, drop)
        layout = column(self._frozen, self._unsaved)
        layout.setContentsMargins(0, 0, 8, 8)
        self.setLayout(layout)
        self.tell(frozen=False)

    def tell(self, *, frozen: bool, unsaved: str = "", is_given: bool = False) -> None:
        """Show what there is to say. unsaved: when it was typed, "" for nothing; is_given: another office gave the plan."""
        self._why.setText(GIVEN if is_given else FROZEN)
        self._frozen.setVisible(frozen)
        self._unsaved.setVisible(bool(unsaved))
        self._words.setText(f"Còn phần gõ {unsaved} chưa kịp lưu, vì chương trình bị tắt giữa chừng.")
        self.setVisible(frozen or bool(unsaved))


def _note(name: str, *parts: QWidget) -> QWidget:
    return framed(row(*parts, margins=8), name, "note")
