"""How the head and the signature of a paper will look with what was told of the office so far: a sheet seen from afar."""

import datetime as dt

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.office import Office
from desktop.ui.theme import Theme

_FAMILIES = ["Liberation Serif", "Times New Roman", "Tinos"]
_STATE, _MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
_CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
_WIDE, _HIGH = 390.0, 360.0


class Letterhead(QWidget):
    """Drawn as on paper, smaller; what is not told yet stays a dotted blank (product rule 3)."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("letterhead")
        self.setAccessibleName("Đầu văn bản sẽ in như thế này")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._theme, self._office, self._day = theme, Office(), dt.date.min

    def sizeHint(self) -> QSize:
        """Two columns of a head."""
        return QSize(round(_WIDE), round(_HIGH))

    def show_office(self, office: Office, day: dt.date) -> None:
        """Draw what is told of an office; its first signer signs."""
        self._office, self._day = office, day
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sheet."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.colours
        painter.fillRect(self.rect(), QColor(colours.paper))
        painter.setPen(QPen(QColor(colours.paper_edge), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.setPen(QColor(colours.ink))
        self._draw_head(painter)
        self._draw_body(painter)
        self._draw_signature(painter)

    def _draw_head(self, painter: QPainter) -> None:
        left, right = QRectF(8, 20, 150, 90), QRectF(158, 20, 226, 90)
        office = self._office
        top = self._lines(painter, left, [(line, 400) for line in office.superior])
        top = self._lines(painter, QRectF(left.x(), top, left.width(), 60), self._issuer())
        self._rule(painter, left.center().x(), top + 2, 44)
        number = f"Số:      /KH-{office.symbol or '…'}"
        self._lines(painter, QRectF(left.x(), top + 10, left.width(), 20), [(number, 400)])
        top = self._lines(painter, right, [(_STATE, 600)])
        top = self._lines(painter, QRectF(right.x(), top, right.width(), 20), [(_MOTTO, 600)])
        self._rule(painter, right.center().x(), top + 2, 132)
        day = f"{office.place or '…………'}, ngày      tháng {self._day.month:02d} năm {self._day.year}"
        self._lines(painter, QRectF(right.x(), top + 10, right.width(), 20), [(day, 400)], italic=True)

    def _issuer(self) -> list[tuple[str, int]]:
        return [(line, 600) for line in self._office.issuer] or [("……………………", 600)]

    def _draw_body(self, painter: QPainter) -> None:
        self._lines(painter, QRectF(8, 118, _WIDE - 16, 20), [("KẾ HOẠCH", 600)])
        painter.save()
        ink = QColor(self._theme.colours.ink)
        ink.setAlpha(50)  # words not yet written are paler than any that are, in every theme
        painter.setPen(QPen(ink, 3))
        for at, wide in enumerate((310, 326, 300, 326, 180)):
            y = 156 + at * 14
            painter.drawLine(32, y, 32 + wide, y)
        painter.restore()

    def _draw_signature(self, painter: QPainter) -> None:
        signer = self._office.signers[0] if self._office.signers else None
        lines = signer.lines if signer else ()
        room = QRectF(186, 240, 190, 60)
        self._lines(painter, room, [(line, 600) for line in lines] or [("……………………", 600)])
        name = signer.name if signer and signer.name else "……………………"
        self._lines(painter, QRectF(186, 326, 190, 20), [(name, 600)])

    def _lines(
        self, painter: QPainter, room: QRectF, lines: list[tuple[str, int]], *, italic: bool = False
    ) -> float:
        """Centred lines, each made narrower where it does not fit; gives where the next one begins."""
        top = room.top()
        for words, weight in lines:
            font = QFont(_FAMILIES)
            font.setPixelSize(11)
            font.setWeight(QFont.Weight(weight))
            font.setItalic(italic)
            painter.setFont(font)
            wide = painter.fontMetrics().horizontalAdvance(words)
            if wide > room.width():
                font.setPixelSize(max(7, int(11 * room.width() / wide)))
                painter.setFont(font)
            painter.drawText(QRectF(room.left(), top, room.width(), 16), _CENTRE, words)
            top += 15
        return top

    @staticmethod
    def _rule(painter: QPainter, middle: float, y: float, wide: float) -> None:
        painter.drawLine(round(middle - wide / 2), round(y), round(middle + wide / 2), round(y))
