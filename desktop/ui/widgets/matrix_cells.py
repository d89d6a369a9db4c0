"""How the matrix is drawn: cells as ready pictures, one for each look, so that thousands scroll smoothly; heads of tasks in lines."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPixmap
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.domain.assignment import Standing
from desktop.ui import text
from desktop.ui.models.matrix import MatrixModel
from desktop.ui.theme import Theme

_MARK_AND_LETTER = 34
_WORDED = 150
"""From this width on a cell says its standing in words."""
_WORDED_HEAD = 96
_SELECTED = int(QStyle.StateFlag.State_Selected.value)
_FOCUSED = int(QStyle.StateFlag.State_HasFocus.value)


class CellDelegate(QStyledItemDelegate):
    """Draws the cells of a `MatrixModel`."""

    def __init__(self, theme: Theme, model: MatrixModel, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._model = theme, model
        self._drawn: dict[tuple[Standing | None, int, int, bool, float], QPixmap] = {}
        self._letters = theme.font("base", 600, tabular=True)
        self._words = theme.font("small", 500)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One cell: a picture made once, and the ring of the keys."""
        mark = self._model.mark(index.row(), index.column())
        rect, state = option.rect, option.state.value
        ratio = painter.device().devicePixelRatioF()
        look = (mark.standing if mark else None, rect.width(), rect.height(), bool(state & _SELECTED), ratio)
        picture = self._drawn.get(look)
        if picture is None:
            picture = self._drawn[look] = self._draw(*look)
        painter.drawPixmap(rect.topLeft(), picture)
        if state & _FOCUSED:
            pen = painter.pen()
            painter.setPen(QColor(self._theme.colours.focus))
            painter.drawRect(rect.adjusted(0, 0, -2, -2))
            painter.drawRect(rect.adjusted(1, 1, -3, -3))
            painter.setPen(pen)

    def _draw(
        self,
        standing: Standing | None,
        width: int,
        height: int,
        selected: bool,  # noqa: FBT001 - part of a look
        ratio: float,
    ) -> QPixmap:
        colours = self._theme.colours
        picture = QPixmap(QSize(round(width * ratio), round(height * ratio)))
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(colours.line))
        painter = QPainter(picture)
        room = QRect(0, 0, width - 1, height - 1)
        if standing is None:
            painter.fillRect(room, QColor(colours.surface))
            painter.fillRect(room, QBrush(QColor(colours.line), Qt.BrushStyle.BDiagPattern))
        else:
            _, soft = self._theme.standings[standing]
            bare = standing in {Standing.NOT_STARTED, Standing.NOT_APPLICABLE}
            painter.fillRect(room, QColor(colours.raised if bare else soft))
        if selected:
            shade = QColor(colours.accent)
            shade.setAlpha(56)
            painter.fillRect(room, shade)
        if standing is not None:
            self._write(painter, room, standing, ratio)
        painter.end()
        return picture

    def _write(self, painter: QPainter, room: QRect, standing: Standing, ratio: float) -> None:
        mark = self._theme.mark(standing, ratio)
        size = self._theme.sizes.icon_small
        worded = room.width() >= _WORDED
        painter.setPen(QColor(self._theme.standings[standing][0]))
        left = 10 if worded else max(3, (room.width() - _MARK_AND_LETTER * size // 16) // 2)
        painter.drawPixmap(QPoint(left, (room.height() - size) // 2 + 1), mark)
        beside = QRect(left + size + 5, 0, room.width() - left - size - 5, room.height())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(self._letters)
        painter.drawText(beside, flags, standing.value)
        if worded:
            painter.setFont(self._words)
            name = painter.fontMetrics().elidedText(
                text.STANDINGS[standing][1], Qt.TextElideMode.ElideRight, beside.width() - 20
            )
            painter.drawText(beside.adjusted(18, 0, 0, 0), flags, name)


class TaskHeader(QHeaderView):
    """Heads of tasks: number, words where there is room, last day."""

    def __init__(self, theme: Theme, model: MatrixModel) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setObjectName("matrixTasks")
        self._theme, self._model = theme, model
        self._number, self._small = theme.font("base", 600, tabular=True), theme.font("small", tabular=True)
        self.setSectionsClickable(True)
        self.setHighlightSections(True)

    def sizeHint(self) -> QSize:
        """Two lines, or four where words have room."""
        lines = 4 if self.defaultSectionSize() >= _WORDED_HEAD else 2
        return QSize(100, round(self.fontMetrics().height() * lines * 1.08) + 8)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """One head."""
        if not 0 <= section < len(self._model.tasks):
            return
        task, colours = self._model.tasks[section], self._theme.colours
        here = self.selectionModel() is not None and self.selectionModel().columnIntersectsSelection(
            section, self.rootIndex()
        )
        painter.save()
        painter.fillRect(rect, QColor(colours.accent_soft if here else colours.raised))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(colours.line_strong))
        painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), QColor(colours.line))
        room = rect.adjusted(5, 3, -6, -4)
        worded = rect.width() >= _WORDED_HEAD
        side = Qt.AlignmentFlag.AlignLeft if worded else Qt.AlignmentFlag.AlignHCenter
        painter.setFont(self._number)
        painter.setPen(QColor(colours.accent_text if here else colours.text))
        painter.drawText(room, side | Qt.AlignmentFlag.AlignTop, str(task.number))
        painter.setFont(self._small)
        due = f"{task.due:%d/%m}" if task.due else ""
        if worded:
            self._words(painter, room, task.text)
            due = f"Hạn {text.date(task.due)}" if task.due else "Không ghi hạn"
        painter.setPen(QColor(colours.text_muted))
        painter.drawText(room, side | Qt.AlignmentFlag.AlignBottom, due)
        painter.restore()

    def _words(self, painter: QPainter, room: QRect, told: str) -> None:
        """The words of the task on two lines at most, beside its number and under it."""
        painter.setPen(QColor(self._theme.colours.text))
        metrics = painter.fontMetrics()
        indent = metrics.horizontalAdvance("00") + 10
        wide = room.width() - indent
        words, line = told.split(), ""
        while words and metrics.horizontalAdvance(f"{line} {words[0]}".strip()) <= wide:
            line = f"{line} {words.pop(0)}".strip()
        rest = metrics.elidedText(" ".join(words), Qt.TextElideMode.ElideRight, wide)
        high = metrics.lineSpacing()
        for at, shown in enumerate((line, rest)):
            painter.drawText(room.left() + indent, room.top() + metrics.ascent() + at * high + 2, shown)
