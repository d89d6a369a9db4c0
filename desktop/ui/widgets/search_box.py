"""The search on top (Ctrl+K): plans, tasks, units, results, with or without dấu; what is chosen opens at its place."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.services import finding
from desktop.ui.context import Context
from desktop.ui.hub import Place

MOST = 12
PAUSE_MS = 40
_ROLE = Qt.ItemDataRole.UserRole

NOUNS = {
    "directive": "Văn bản chỉ đạo",
    "plan": "Kế hoạch",
    "task": "Nhiệm vụ",
    "unit": "Đơn vị",
    "result": "Kết quả",
    "report": "Báo cáo",
}
_ICONS = {
    "directive": "inbox",
    "plan": "plans",
    "task": "tasks",
    "unit": "units",
    "result": "check",
    "report": "reports",
}


class SearchBox(QWidget):
    """A field and the list under it. The list never takes the focus: arrows, Enter and Esc work while one types."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("searchBox")
        self._context = context
        self.field = QLineEdit()
        self.field.setObjectName("search")
        self.field.setAccessibleName("Tìm trong mọi thứ")
        self.field.setPlaceholderText("Tìm kế hoạch, nhiệm vụ, đơn vị, kết quả…  (Ctrl+K)")
        self.field.setClearButtonEnabled(True)
        self.field.addAction(context.theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.field.setMaximumWidth(560)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.field)
        self._popup: QFrame | None = None
        self.found = QListWidget()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self.field.textEdited.connect(lambda _: self._pause.start())
        self.field.installEventFilter(self)

    def focus(self) -> None:
        """Go to the field with its words selected."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the list while the field has the focus; the list goes when the focus goes."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event.key())
        if event.type() == QEvent.Type.FocusOut:
            self._hide()
        return super().eventFilter(watched, event)

    def _on_key(self, key: int) -> bool:
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.found.currentItem())
            return True
        if key == Qt.Key.Key_Escape:
            if self._popup is not None and self._popup.isVisible():
                self._hide()
            else:
                self.field.clear()
            return True
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up} and self.found.count():
            step = 1 if key == Qt.Key.Key_Down else -1
            self.found.setCurrentRow((self.found.currentRow() + step) % self.found.count())
            return True
        return False

    def _search(self) -> None:
        words = self.field.text().strip()
        if not words:
            self._hide()
            return
        self.found.clear()
        for hit in finding.find(self._context.work, words, MOST):
            noun = NOUNS[hit.noun]
            detail = f"\n{hit.snippet}" if hit.snippet else ""
            item = QListWidgetItem(f"{hit.title}{detail}")
            item.setData(_ROLE, hit)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{noun}: {hit.title}")
            item.setIcon(self._context.theme.icon(_ICONS[hit.noun]))
            item.setToolTip(noun)
            self.found.addItem(item)
        if not self.found.count():
            nothing = QListWidgetItem(f"Không tìm thấy “{words}”")
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.found.addItem(nothing)
        self.found.setCurrentRow(0)
        self._show()

    def _show(self) -> None:
        if self._popup is None:
            self._popup = self._make_popup()
        rows = sum(self.found.sizeHintForRow(at) for at in range(self.found.count()))
        self._popup.resize(max(self.field.width(), 480), min(rows + 16, 420))
        corner = self.field.mapTo(self.window(), QPoint(0, self.field.height() + 4))
        self._popup.move(corner)
        self._popup.show()
        self._popup.raise_()

    def _make_popup(self) -> QFrame:
        popup = QFrame(self.window())
        popup.setObjectName("searchPopup")
        popup.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.found.setObjectName("searchFound")
        self.found.setAccessibleName("Kết quả tìm")
        self.found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.found.setWordWrap(False)
        self.found.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.found.itemClicked.connect(self._open)
        layout = QVBoxLayout(popup)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self.found)
        return popup

    def _hide(self) -> None:
        if self._popup is not None:
            self._popup.hide()

    def _open(self, item: QListWidgetItem | None) -> None:
        hit = item.data(_ROLE) if item is not None else None
        if hit is None:
            return
        self._hide()
        place = finding.place_of(self._context.work, hit)
        page = {"plan": "plan", "unit": "units", "report": "reports"}.get(place.noun, "plans")
        self._context.hub.open_place.emit(Place(page, place.key, place.tab, place.part))
