"""A chart as a box of a page: its shapes and lines as paths, its labels as text of the paper's faces. Lays nothing out."""

from dataclasses import dataclass

from desktop.documents.drawing import Drawing, Label, Shape
from desktop.documents.model import Chart
from desktop.writers.charts import drawing_of
from desktop.writers.line_breaking import Line, balanced
from desktop.writers.pdf_layout import BlockBox, Box, Frame, Gap, centred
from desktop.writers.pdf_page import Sheet


@dataclass(frozen=True, slots=True)
class _ChartBox:
    """A drawing at the left edge of the text; it is never cut."""

    drawing: Drawing
    frame: Frame
    before: float = 0.0
    breaks: bool = True
    repeats: Box | None = None
    words_width: float = 0.0

    @property
    def height(self) -> float:
        """See `Box`."""
        return self.drawing.height

    def draw(self, sheet: Sheet, y: float) -> None:
        """See `Box`."""
        left = self.frame.left
        for mark in self.drawing.marks:
            if isinstance(mark, Label):
                face = self.frame.face(bold=mark.bold)
                words = face.clean(mark.text).split(" ")
                line = Line([(face, words)], mark.width, len(words) - 1, last=True)
                sheet.line(left + mark.x, y + mark.y, line, mark.size, colour=mark.colour)
                continue
            points = [(left + at_x, y + at_y) for at_x, at_y in mark.points]
            if isinstance(mark, Shape):
                sheet.shape(points, mark.fill)
            else:
                sheet.stroke(points, mark.colour, mark.weight)


def chart_boxes(chart: Chart, frame: Frame) -> list[Box]:
    """The chart under its caption, which is set like that of a table."""
    form = frame.form.table
    size = form.appendix_size
    height = frame.line_height(size)
    lines = balanced(chart.caption, frame.face(bold=True), frame.setting(size), frame.width)
    caption = BlockBox(len(lines) * height + form.after, form.before)
    caption.lines = centred(frame, lines, size, frame.left, frame.width, 0.0)
    return [caption, _ChartBox(drawing_of(chart, frame), frame), Gap(2 * form.after)]
