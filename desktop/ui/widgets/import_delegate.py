"""Draws cells of a previewed list: of a changed one what is there, struck through, before what comes; lines left out are muted."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.services.unit_list_lines import Line
from desktop.ui.models.import_lines import WRITES, ImportModel
from desktop.ui.models.import_rows import FIELDS
from desktop.ui.theme import Theme

_IN = 8
_GAP = 6


class ImportDelegate(QStyledItemDelegate):
    """For the views of one `ImportModel`."""

    def __init__(self, theme: Theme, model: ImportModel, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._model = theme, model

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell."""
        line = self._model.row(index)
        key = self._model.columns[index.column()].key
        if line is None or key == "row":
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        words, option.text = option.text, ""
        option.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget
        )
        painter.save()
        room = option.rect.adjusted(_IN, 0, -4, 0)
        before = line.before.get(key) if line.id not in self._model.skipped else None
        if before is not None and key in FIELDS:
            room = self._draw_before(painter, room, before)
            font = QFont(painter.font())
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
        painter.setPen(QColor(self._colour(line, key, is_changed=before is not None)))
        self._draw(painter, room, words)
        painter.restore()

    def _draw_before(self, painter: QPainter, room: QRect, before: str) -> QRect:
        """What is there, in at most half of the room; gives what is left of it."""
        if not before:
            return room
        painter.save()
        font = QFont(painter.font())
        font.setStrikeOut(True)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.colours.text_muted))
        wide = painter.fontMetrics().horizontalAdvance(before)
        half = room.adjusted(0, 0, -room.width() // 2, 0) if wide > room.width() // 2 else room
        self._draw(painter, half, before)
        painter.restore()
        return room.adjusted(min(wide, half.width()) + _GAP, 0, 0, 0)

    def _draw(self, painter: QPainter, room: QRect, words: str) -> None:
        line = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, line)

    def _colour(self, line: Line, key: str, *, is_changed: bool) -> str:
        colours = self._theme.colours
        if key == "notes":
            return colours.problem if line.problems else colours.text_muted
        if line.id in self._model.skipped or line.action not in WRITES:
            return colours.text_muted
        return colours.accent_text if is_changed or key == "action" else colours.text
