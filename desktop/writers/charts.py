"""What both writers of papers need of a chart: its drawing in the width of the page, measured with the faces of the papers."""

from desktop.documents.chart_layout import lay_out
from desktop.documents.drawing import Drawing
from desktop.documents.model import Chart
from desktop.writers.pdf_layout import Frame


def drawing_of(chart: Chart, frame: Frame) -> Drawing:
    """The chart over the whole width of the text."""

    def measure(text: str, size: float, bold: bool) -> float:  # noqa: FBT001 (the shape of `Measure`)
        face = frame.face(bold=bold)
        words = face.clean(text).split(" ")
        return size * (sum(face.widths[word] for word in words) + face.space * (len(words) - 1))

    return lay_out(chart, frame.width, measure)
