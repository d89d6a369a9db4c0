"""Draws the standing of an assignment in a cell: mark and name in the state's colour, so that it also reads in black and white."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.domain.assignment import Standing
from desktop.ui import text
from desktop.ui.models.rows import STANDING_ROLE
from desktop.ui.theme import Theme


class StandingDelegate(QStyledItemDelegate):
    """For cells that give a `Standing`; other cells are drawn as ever."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell."""
        value = index.data(STANDING_ROLE)
        if value is None:
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        self._draw(painter, option.rect.adjusted(8, 0, -4, 0), Standing(value), index.data())

    def _draw(self, painter: QPainter, room: QRect, standing: Standing, words: str | None) -> None:
        _, name = text.STANDINGS[standing]
        painter.save()
        painter.setPen(QColor(self._theme.standings[standing][0]))
        mark = self._theme.mark(standing, painter.device().devicePixelRatioF())
        high = round(mark.height() / mark.devicePixelRatio())
        beside = round(mark.width() / mark.devicePixelRatio()) + 4
        painter.drawPixmap(room.left(), room.center().y() - high // 2, mark)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        shown = words if words and words != text.EMPTY else name
        line = painter.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideRight, room.width() - beside)
        painter.drawText(room.adjusted(beside, 0, 0, 0), flags, line)
        painter.restore()
