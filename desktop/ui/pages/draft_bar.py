"""The one row over the text of a plan: ranks, looks, tables, undoing; the pages beside it; whether it is kept. Does nothing itself."""

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QWidget

from desktop.documents.model import Style
from desktop.ui.editor.editor import BodyEditor
from desktop.ui.editor.keys import RANK_KEYS
from desktop.ui.editor.menu import add_table_commands
from desktop.ui.editor.ranks import NAMES
from desktop.ui.editor.roles import Role, role_of
from desktop.ui.theme import Theme
from desktop.ui.widgets.paper_view import PaperView
from desktop.ui.widgets.parts import label, menu_button, tool

_SOON_MS = 30
"""The bar follows the cursor after the key is painted."""
_WITHOUT_RANK = {
    Role.TASK: "Nhiệm vụ",
    Role.LEADS: "Đơn vị",
    Role.PLACE: "Nhiệm vụ",
    Role.CELL: "Bảng",
    Role.HEAD: "Đầu bảng",
    Role.CAPTION: "Tên bảng",
}
_KEY_OF = {style: chr(key.value) for key, style in RANK_KEYS.items()}


class DraftBar(QWidget):
    """paper_toggled: whether the pages are shown beside the text was switched."""

    paper_toggled = Signal(bool)

    def __init__(self, theme: Theme, editor: BodyEditor, paper: PaperView) -> None:
        super().__init__()
        self.setObjectName("draftBar")
        self._editor, self._paper, self._theme = editor, paper, theme
        self._make_ranks()
        self._make_tools()
        self._make_right()
        self._lay_out()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self.refresh)
        editor.cursorPositionChanged.connect(self._soon.start)
        editor.currentCharFormatChanged.connect(lambda _: self._soon.start())
        editor.manuscript.edited.connect(self._soon.start)
        paper.page_changed.connect(self._tell_page)

    def _make_ranks(self) -> None:
        self.ranks = QComboBox()
        self.ranks.setObjectName("draftRank")
        self.ranks.setAccessibleName("Bậc của đoạn")
        self.ranks.setToolTip("Bậc của đoạn: số, chữ, dấu gạch do chương trình đánh")
        for style, name in NAMES.items():
            self.ranks.addItem(name, style.value)
            keys = f"Ctrl+Alt+{_KEY_OF[style]}" if style in _KEY_OF else ""
            self.ranks.setItemData(self.ranks.count() - 1, keys, Qt.ItemDataRole.ToolTipRole)
        self.ranks.setMinimumWidth(132)
        self.ranks.activated.connect(self._on_rank)

    def _make_tools(self) -> None:
        icon, typist, editor = self._theme.icon, self._editor.typist, self._editor
        self.bold = tool(
            "Đậm (Ctrl+B)", "draftBold", icon("bold"), lambda: typist.look(bold=True), checkable=True
        )
        self.italic = tool(
            "Nghiêng (Ctrl+I)", "draftItalic", icon("italic"), lambda: typist.look(bold=False), checkable=True
        )
        self.outer = tool(
            "Ra một bậc (Shift+Tab)", "draftOuter", icon("outdent"), lambda: typist.shift(inwards=False)
        )
        self.inner = tool(
            "Vào một bậc (Tab)", "draftInner", icon("indent"), lambda: typist.shift(inwards=True)
        )
        menu = QMenu(self)
        menu.addAction("Chèn bảng", editor.insert_table)
        menu.addSeparator()
        add_table_commands(menu, editor)
        self._in_table = [one for one in menu.actions()[1:] if not one.isSeparator()]
        self.table = menu_button(menu, "draftTable", icon("table"), "Bảng")
        self.undo = tool("Hoàn tác (Ctrl+Z)", "draftUndo", icon("undo"), self._undo)
        self.redo = tool("Làm lại (Ctrl+Y)", "draftRedo", icon("redo"), self._redo)
        for one in (self.bold, self.italic, self.outer, self.inner, self.table, self.undo, self.redo):
            one.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _make_right(self) -> None:
        icon = self._theme.icon
        self.kept = label("", "muted", "draftKept")
        self.pages = label("", "muted", "draftPages")
        self.smaller = tool(
            "Thu nhỏ trang", "draftSmaller", icon("zoom-out"), lambda: self._paper.zoom_step(-1)
        )
        self.larger = tool("Phóng to trang", "draftLarger", icon("zoom-in"), lambda: self._paper.zoom_step(1))
        self.preview = tool("Trang in bên cạnh", "draftPaperShown", icon("preview"), checkable=True)
        self.preview.toggled.connect(self.paper_toggled)

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(2)
        for part in (
            self.ranks,
            6,
            self.bold,
            self.italic,
            6,
            self.outer,
            self.inner,
            self.table,
            6,
            self.undo,
            self.redo,
        ):
            if isinstance(part, int):
                layout.addSpacing(part)
            else:
                layout.addWidget(part)
        layout.addSpacing(8)
        layout.addWidget(self.kept)
        layout.addStretch(1)
        for one in (self.pages, self.smaller, self.larger, self.preview):
            layout.addWidget(one)

    def say(self, words: str) -> None:
        """Whether what is typed is kept."""
        self.kept.setText(words)

    def set_frozen(self, *, frozen: bool) -> None:
        """Nothing can be written: only what is looked at is left."""
        for one in (
            self.ranks,
            self.bold,
            self.italic,
            self.outer,
            self.inner,
            self.table,
            self.undo,
            self.redo,
        ):
            one.setVisible(not frozen)

    def refresh(self) -> None:
        """Show the rank and look at the cursor."""
        style = self._editor.style_here
        with QSignalBlocker(self.ranks):
            self.ranks.setPlaceholderText(_WITHOUT_RANK.get(role_of(self._editor.textCursor().block()), ""))
            self.ranks.setCurrentIndex(self.ranks.findData(style.value) if style else -1)
        bold, italic = self._editor.look_here()
        self.bold.setChecked(bold)
        self.italic.setChecked(italic)
        in_table = self._editor.textCursor().currentTable() is not None
        for one in self._in_table:
            one.setEnabled(in_table)
        history = self._editor.manuscript.history
        self.undo.setEnabled(history.can_undo or not self._editor.manuscript.is_settled)
        self.redo.setEnabled(history.can_redo)

    def _on_rank(self, at: int) -> None:
        self._editor.typist.rank(Style(self.ranks.itemData(at)))
        self._editor.setFocus()

    def _undo(self) -> None:
        self._editor.typist.turn(self._editor.manuscript.undo())
        self.refresh()

    def _redo(self) -> None:
        self._editor.typist.turn(self._editor.manuscript.redo())
        self.refresh()

    def _tell_page(self) -> None:
        count = self._paper.page_count
        self.pages.setText(f"Trang {self._paper.page + 1}/{count}" if count else "")
