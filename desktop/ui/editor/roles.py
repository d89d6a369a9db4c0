"""What a block of the editor is, and how it stands on paper: formats of Qt for every rank, at any scale. Holds no text."""

from enum import StrEnum
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
    QTextLength,
    QTextTableFormat,
)

from desktop.documents.form import legal_form
from desktop.documents.model import Align, Style, Table
from desktop.paths import resource_file

FAMILY = "Liberation Serif"
MM = 72 / 25.4
FORM = legal_form()

_OWN = QTextFormat.Property.UserProperty.value
ROLE, SOURCE, BOLD, ITALIC, WIDTHS, ALIGNS, TOTAL, GROUP = range(_OWN + 1, _OWN + 9)
"""Properties of ours: of blocks (role, source), of characters (the run's own bold, italic), of tables and their cells."""


class Role(StrEnum):
    """What a block is: a rank of paragraph by the name of its `Style`, or one of the others."""

    BASIS = Style.BASIS.value
    BODY = Style.BODY.value
    SECTION = Style.SECTION.value
    CLAUSE = Style.CLAUSE.value
    POINT = Style.POINT.value
    NUMBERED = Style.NUMBERED.value
    DASH = Style.DASH.value
    PLUS = Style.PLUS.value
    CAPTION = "caption"  # the line over a table
    FILLER = "filler"  # the empty block that Qt wants before, between and after tables; no paragraph
    LEADS = "leads"  # who leads the tasks under it: written by the program, never typed
    TASK = "task"  # the words of a task
    PLACE = "place"  # stands where tasks will stand
    CELL = "cell"
    HEAD = "head"  # a cell of a table's head


SECTION_OF_TASKS = frozenset({Role.LEADS, Role.TASK, Role.PLACE})
"""The blocks that `TaskPlace` stands for."""
WRITTEN_BY_PROGRAM = frozenset({Role.LEADS, Role.PLACE})
STYLES = {role: Style(role.value) for role in Role if role.value in set(Style)} | {
    Role.LEADS: Style.CLAUSE,
    Role.TASK: Style.DASH,
}
"""Roles that are numbered and look like a rank of paragraph."""

_BOLD = frozenset({Role.SECTION, Role.CLAUSE, Role.LEADS, Role.CAPTION, Role.HEAD})
_ITALIC = frozenset({Role.BASIS, Role.PLACE})
ALWAYS_BOLD, ALWAYS_ITALIC = _BOLD, _ITALIC
"""Roles whose rank is bold or italic as a whole: what a run says of itself is not seen there."""
ALIGNMENTS = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
    Align.CENTRE: Qt.AlignmentFlag.AlignHCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight,
}
FACTS_LINE = 1.7
"""Room under a task for who does it by when, lines of running text."""
_CELL_PADDING = 3.5  # points
_FILLER = 8.0  # points


def role_of(block: QTextBlock) -> Role:
    """The role of a block; one that nobody has set is running text."""
    value = block.blockFormat().property(ROLE)
    return Role(value) if value else Role.BODY


def source_of(block: QTextBlock) -> str:
    """What the paragraph was made from ("task:12"), "" for nothing."""
    return str(block.blockFormat().property(SOURCE) or "")


@cache
def _load_faces() -> None:
    for face in ("Regular", "Bold", "Italic", "BoldItalic"):
        QFontDatabase.addApplicationFont(str(resource_file(f"fonts/LiberationSerif-{face}.ttf")))


class PaperLook:
    """Formats at one scale. scale: pixels of the screen for a point of paper; dots: of the screen for an inch; ink: of rules."""

    def __init__(self, scale: float, dots: float = 96.0, ink: str = "#111418") -> None:
        _load_faces()
        self.scale, self.ink, self._dots = scale, ink, dots
        self._widths: dict[tuple[bool, str], float] = {}

    def px(self, points: float) -> float:
        """Points of paper as pixels."""
        return points * self.scale

    def font(self, *, bold: bool = False, italic: bool = False) -> QFont:
        """The face of papers at the size of running text. Without hinting: lines break where they break on paper."""
        font = QFont(FAMILY)
        font.setPointSizeF(FORM.body.size * self.scale * 72 / self._dots)
        font.setBold(bold)
        font.setItalic(italic)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
        return font

    def label_width(self, role: Role, label: str) -> float:
        """Room of a label with the space after it, px; 0 without one."""
        if not label:
            return 0.0
        is_bold = role in _BOLD
        known = self._widths.get((is_bold, label))
        if known is None:
            metrics = QFontMetricsF(self.font(bold=is_bold))
            known = self._widths[is_bold, label] = metrics.horizontalAdvance(f"{label} ")
        return known

    @property
    def indent(self) -> float:
        """First lines stand in by this much, px."""
        return self.px(FORM.body.indent * MM)

    @property
    def text_width(self) -> float:
        """Width of the text of an upright page, px."""
        return self.px(FORM.text_width * MM)

    def block(self, role: Role, label: str = "", source: str = "") -> QTextBlockFormat:
        """The format of a paragraph; label: what stands before its words, drawn by the editor."""
        made = QTextBlockFormat()
        made.setProperty(ROLE, role.value)
        if source:
            made.setProperty(SOURCE, source)
        if role is Role.FILLER:
            made.setLineHeight(self.px(_FILLER), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
            return made
        made.setTopMargin(self.px(FORM.body.before))
        if role is Role.CAPTION:
            made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            return made
        made.setAlignment(Qt.AlignmentFlag.AlignJustify)
        made.setTextIndent(self.indent + self.label_width(role, label))
        if role is Role.TASK:
            made.setBottomMargin(self.px(FORM.body.size * FACTS_LINE))
        return made

    def cell(self, role: Role, align: Align) -> QTextBlockFormat:
        """The format of a line of a table's cell."""
        made = QTextBlockFormat()
        made.setProperty(ROLE, role.value)
        made.setAlignment(Qt.AlignmentFlag.AlignHCenter if role is Role.HEAD else ALIGNMENTS[align])
        return made

    def table(self, table: Table) -> QTextTableFormat:
        """The format of a table as wide as the text, with what of it does not stand in its cells."""
        made = QTextTableFormat()
        made.setProperty(WIDTHS, [float(column.width) for column in table.columns])
        made.setProperty(ALIGNS, [column.align.value for column in table.columns])
        made.setProperty(TOTAL, table.total)
        made.setHeaderRowCount(max(len(column.titles) for column in table.columns))
        made.setBorderCollapse(True)
        made.setBorder(1)
        made.setBorderBrush(QBrush(QColor(self.ink)))
        made.setBorderStyle(QTextTableFormat.BorderStyle.BorderStyle_Solid)
        made.setCellSpacing(0)
        made.setCellPadding(self.px(_CELL_PADDING))
        made.setTopMargin(self.px(FORM.table.before))
        made.setBottomMargin(self.px(FORM.table.after))
        set_widths(made, [float(column.width) for column in table.columns])
        return made


def set_widths(format_: QTextTableFormat, widths: list[float]) -> None:
    """Share the width of the text out among the columns."""
    whole = sum(widths) or 1.0
    kind = QTextLength.Type.PercentageLength
    format_.setWidth(QTextLength(kind, 100))
    format_.setColumnWidthConstraints([QTextLength(kind, 100 * width / whole) for width in widths])


def words(role: Role, *, bold: bool = False, italic: bool = False) -> QTextCharFormat:
    """The format of words: what the run says of itself, seen together with the look of its rank. Size and face are the document's."""
    made = QTextCharFormat()
    if bold:
        made.setProperty(BOLD, True)
    if italic:
        made.setProperty(ITALIC, True)
    made.setFontWeight(QFont.Weight.Bold if bold or role in _BOLD else QFont.Weight.Normal)
    made.setFontItalic(italic or role in _ITALIC)
    if role is Role.SECTION:
        made.setFontCapitalization(QFont.Capitalization.AllUppercase)
    return made


def look_of(format_: QTextCharFormat) -> tuple[bool, bool]:
    """(bold, italic) that the run says of itself."""
    return bool(format_.property(BOLD)), bool(format_.property(ITALIC))
