"""Paints what stands beside the words of the editor: labels, who does a task by when, a ground under lines of the program."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextBlock, QTextDocument

from desktop.ui.editor.roles import STYLES, PaperLook, Role, role_of, source_of, words

NO_FACTS = "Chưa có thời hạn"


@dataclass(frozen=True, slots=True)
class Inks:
    """Colours and the face of what is not printed. ink: of labels; link: of the facts of a task."""

    ink: QColor
    link: QColor
    facts: QFont


class Labels:
    """Labels and facts of one document. texts: label of each block of Qt; facts: key of a task → who, by when."""

    def __init__(self, document: QTextDocument, inks: Inks) -> None:
        self._document, self._inks = document, inks
        self.texts: Sequence[str] = ()
        self.facts: Mapping[str, str] = {}

    def paint(self, painter: QPainter, look: PaperLook, top: float, bottom: float) -> None:
        """Everything between two heights of the document; the painter stands at its origin."""
        for block, place in self._between(top, bottom):
            role = role_of(block)
            number = block.blockNumber()
            label = self.texts[number] if number < len(self.texts) else ""
            if label:
                self._paint_label(painter, look, block, place, label)
            if role is Role.TASK:
                self._paint_facts(painter, self.facts_place(block, look), source_of(block))

    def facts_place(self, block: QTextBlock, look: PaperLook) -> QRectF:
        """Where the facts of a task stand, in the document."""
        place = self._document.documentLayout().blockBoundingRect(block)
        height = QFontMetricsF(self._inks.facts).height()
        top = place.top() + block.layout().boundingRect().height() + 1
        return QRectF(place.left() + look.indent, top, place.width() - look.indent, height + 4)

    def _between(self, top: float, bottom: float) -> Iterator[tuple[QTextBlock, QRectF]]:
        layout = self._document.documentLayout()
        at = max(0, layout.hitTest(QPointF(0, top), Qt.HitTestAccuracy.FuzzyHit))
        block = self._document.findBlock(at)
        while block.isValid():
            place = layout.blockBoundingRect(block)
            if place.top() > bottom:
                return
            yield block, place
            block = block.next()

    def _paint_label(
        self, painter: QPainter, look: PaperLook, block: QTextBlock, place: QRectF, label: str
    ) -> None:
        role = role_of(block)
        if role not in STYLES or not block.layout().lineCount():
            return
        line = block.layout().lineAt(0)
        painter.setFont(look.font(bold=words(role).fontWeight() > QFont.Weight.Normal))
        painter.setPen(self._inks.ink)
        y = place.top() + line.y() + line.ascent()
        painter.drawText(QPointF(place.left() + look.indent, y), label)

    def _paint_facts(self, painter: QPainter, place: QRectF, key: str) -> None:
        painter.setFont(self._inks.facts)
        painter.setPen(self._inks.link)
        text = QFontMetricsF(self._inks.facts).elidedText(
            self.facts.get(key) or NO_FACTS, Qt.TextElideMode.ElideRight, place.width()
        )
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
