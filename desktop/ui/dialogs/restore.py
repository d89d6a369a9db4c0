"""Khôi phục: shows what a copy holds, beside what there is now, before it takes its place."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from desktop.services.safety import Inside
from desktop.ui import text
from desktop.ui.widgets.parts import button, column, framed, label, lay_dialog, row

_COUNTS = (("units", "Đơn vị"), ("plans", "Kế hoạch"), ("tasks", "Nhiệm vụ"), ("results", "Kết quả"))


class RestoreDialog(QDialog):
    """title: which copy; chosen: called when the copy is wanted. copy, now: what is in the copy and in the workspace."""

    def __init__(
        self, parent: QWidget, title: str, copy: Inside, now: Inside, chosen: Callable[[], object]
    ) -> None:
        super().__init__(parent)
        self.setObjectName("restoreDialog")
        self.setWindowTitle("Khôi phục từ bản sao lưu")
        self.setMinimumWidth(520)
        self._chosen = chosen
        words = (
            "Dữ liệu hiện có được giữ lại thành một bản sao lưu rồi mới thay bằng bản đã chọn; khi cần có thể khôi phục trở lại. "
            "Cửa sổ sẽ đóng và mở lại."
        )
        body = column(
            label(title, "heading", wraps=True),
            framed(_compared(copy, now), "", "card"),
            label(words, "muted", wraps=True),
            space=12,
            margins=16,
        )
        self.accept_button = button("Khôi phục bản này", "restoreAccept", self._on_accept, role="primary")
        foot = row(None, button("Hủy", "restoreCancel", self.reject), self.accept_button, margins=12)
        lay_dialog(self, body, foot, "restoreFoot")

    def _on_accept(self) -> None:
        self.accept()
        self._chosen()


def _compared(copy: Inside, now: Inside) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(16, 12, 16, 12)
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(8)
    for at, title in enumerate(("", "Bản sao lưu", "Hiện nay")):
        grid.addWidget(label(title, "hint"), 0, at)
    rows: list[tuple[str, ...]] = [("Cơ quan", copy.office or text.EMPTY, now.office or text.EMPTY)]
    rows += [(title, *(text.number(getattr(one, key)) for one in (copy, now))) for key, title in _COUNTS]
    rows.append(("Thay đổi gần nhất", _moment(copy.newest), _moment(now.newest)))
    for at, cells in enumerate(rows, 1):
        for place, words in enumerate(cells):
            grid.addWidget(label(words, "muted" if place == 0 else "", wraps=place > 0), at, place)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(2, 1)
    return grid


def _moment(stamp: str | None) -> str:
    return text.EMPTY if stamp is None else f"{dt.datetime.fromisoformat(stamp).astimezone():%H:%M %d/%m/%Y}"
