"""A chart as a picture of lines and text (EMF) in a paragraph of its own, under its caption; Word reads its rows out instead of it."""

from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part

from desktop.documents.as_text import chart_lines
from desktop.documents.model import Align, Chart
from desktop.writers.charts import drawing_of
from desktop.writers.docx_styles import PLAIN
from desktop.writers.docx_xml import Look, paragraph, paragraph_around, words
from desktop.writers.emf import emf
from desktop.writers.fonts import Face
from desktop.writers.pdf_layout import Frame

_EMU = 12_700  # in a point
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_TYPE = "image/x-emf"


def chart_parts(chart: Chart, frame: Frame, part: Any) -> list[str]:
    """The chart as paragraphs; its picture becomes a part of the package that `part`, the main one, points to."""
    form = frame.form.table
    drawing = drawing_of(chart, frame)
    data = emf(drawing, lambda letter, bold: _width(letter, frame.face(bold=bold)))
    name = part.package.next_partname("/word/media/chart%d.emf")
    embed = part.relate_to(Part(name, _TYPE, data, part.package), RELATIONSHIP_TYPE.IMAGE)
    caption = Look(PLAIN, Align.CENTRE, form.appendix_size, bold=True, before=form.before, keep_next=True)
    told = "\n".join(chart_lines(chart))
    picture = _picture(embed, chart.caption, told, drawing.width, drawing.height)
    return [
        paragraph(caption, chart.caption),
        paragraph(Look(PLAIN, line=form.after, keep_next=True)),
        paragraph_around(Look(PLAIN), picture),
        paragraph(Look(PLAIN, line=2 * form.after)),
    ]


def _width(letter: str, face: Face) -> float:
    return face.widths[face.clean(letter)]


def _quoted(text: str) -> str:
    """Text as the value of an attribute; a line break in it is kept."""
    return words(text).replace('"', "&quot;").replace("\n", "&#10;")


def _picture(embed: str, name: str, told: str, width: float, height: float) -> str:
    """A run that holds the picture in line with the text. told: what is read out instead."""
    number = embed.removeprefix("rId")
    size = f'cx="{round(width * _EMU)}" cy="{round(height * _EMU)}"'
    named = f'name="{_quoted(name)}" descr="{_quoted(told)}"'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {size}/><wp:docPr id="{number}" {named}/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture"><pic:pic xmlns:pic="{_DRAWING}/picture">'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="{embed}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{embed}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
