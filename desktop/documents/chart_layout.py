"""Lays a chart out as a drawing of a given width. It measures by a function of the caller, so that paper and screen can both use it.

The caption is no part of the drawing: a writer sets it as text, like that of a table.
"""

from desktop.documents.chart_bars import bars
from desktop.documents.chart_course import course
from desktop.documents.drawing import Drawing, Measure
from desktop.documents.model import BarChart, Chart


def lay_out(chart: Chart, width: float, measure: Measure) -> Drawing:
    """The drawing of `chart`, `width` points wide (at least 440, as an upright page has) and as high as it needs to be; no text
    smaller than 9 points."""
    return bars(chart, width, measure) if isinstance(chart, BarChart) else course(chart, width, measure)
