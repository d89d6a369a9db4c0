"""What a signature shows on the page: the picture that the signer gives, or the line of an attached paper. Paints nothing of its own.

Nghị định 30/2020, Phụ lục I, Phần I, Mục II: khoản 7d (picture of the signature, PNG with a transparent ground, in the middle between
office and name), khoản 8 (picture of the seal in its real size, over a third of the signature on its left; text of attached papers).
"""

import io
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PIL import Image, UnidentifiedImageError
from pyhanko.pdf_utils.content import PdfResources, RawContent
from pyhanko.pdf_utils.images import PdfImage
from pyhanko.pdf_utils.layout import AxisAlignment, BoxConstraints, InnerScaling, SimpleBoxLayoutRule
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.stamp import StaticStampStyle

from desktop.documents.form import legal_form
from desktop.documents.signing import Room
from desktop.errors import CannotSign
from desktop.writers.fonts import family
from desktop.writers.line_breaking import Setting, break_text
from desktop.writers.pdf_page import MM, PdfFile, Sheet

Box = tuple[float, float, float, float]
"""Left, bottom, right and top on the page, points."""

_WIDEST = 60 * MM
_AIR = 1.5 * MM  # left free over and under a signature
_UNSEEN = 40 * MM  # how wide a signature is taken to be where the seal comes first
_OVER = 1 / 3  # of the signature, covered by the seal [II.8a]
_PIXELS = 4_000
_LINE_SIZE = 10.0
_LINE_TOP = 12 * MM  # from the edge of the paper to where the line of an attached paper stands


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with its size in points; real: whether that is the size the file itself tells."""

    image: Any
    width: float
    height: float
    real: bool


def picture(path: Path, width: float | None) -> Picture:
    """The PNG at `path`. width: mm, None: as its resolution says.

    Raises `CannotSign` "not_a_picture" (no PNG, or without a transparent ground, or larger than 4,000 pixels a side), `OSError`.
    """
    data = path.read_bytes()
    try:
        opened = Image.open(io.BytesIO(data), formats=("PNG",))
        if max(opened.size) > _PIXELS or not opened.has_transparency_data:
            raise CannotSign("not_a_picture", name=path.name)
        dots = float(opened.info.get("dpi", (0.0, 0.0))[0])
        image = opened.convert("RGBA")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise CannotSign("not_a_picture", name=path.name) from error
    wide, high = image.size
    real = width * MM if width else wide / dots * 72 if dots > 1 else 0.0
    shown = real or _WIDEST
    return Picture(image, shown, shown * high / wide, real > 0)


def person_box(shown: Picture, room: Room) -> Box:
    """In the middle of the room, as large as the picture is but not larger than the room."""
    height = room.top - room.bottom - 2 * _AIR
    scale = min(1.0, height / shown.height, _WIDEST / shown.width)
    wide, high = shown.width * scale, shown.height * scale
    low = (room.top + room.bottom - high) / 2
    return room.middle - wide / 2, low, room.middle + wide / 2, low + high


def seal_box(shown: Picture, room: Room, signature: Box | None) -> Box:
    """Left of the signature, over a third of it, in real size. signature: where it shows, None: not yet there."""
    left, right = room.middle - _UNSEEN / 2, room.middle + _UNSEEN / 2
    low, high = room.bottom, room.top
    if signature:
        left, low, right, high = signature
    end, level = left + (right - left) * _OVER, (low + high) / 2
    return end - shown.width, level - shown.height / 2, end, level + shown.height / 2


def picture_style(shown: Picture) -> Any:
    """The appearance of a picture: it alone, without frame or words."""
    return _bare(PdfImage(shown.image))


def line_style(text: str, out: Any, width: float, height: float) -> tuple[Any, Box]:
    """The appearance of an attached paper's line and its box at the top right of a page of that size, points [II.8b].

    out: the writer of pyHanko that the line is for; letters that no face of the program has raise nothing and show as boxes.
    """
    form, faces = legal_form(), family()
    line = break_text(
        text, faces.face(bold=False, italic=False), Setting(faces, _LINE_SIZE, form.glue), width, width
    )[0]
    high = _LINE_SIZE * faces.line
    small = replace(form, page=replace(form.page, width=line.width / MM, height=high / MM))
    file = PdfFile("", "", "")
    sheet = Sheet(file, small)
    sheet.line(0.0, faces.ascent * _LINE_SIZE, line, _LINE_SIZE)
    file.add(sheet)
    made = io.BytesIO()
    file.save(made)
    resources = PdfResources()
    resources.xobject["/Line"] = out.import_page_as_xobject(PdfFileReader(made))
    right, low = width - form.page.right * MM, height - _LINE_TOP - high
    content = RawContent(b"/Line Do", resources, BoxConstraints(line.width, high))
    return _bare(content), (right - line.width, low, right, low + high)


def _bare(content: Any) -> Any:
    middle = AxisAlignment.ALIGN_MID
    whole = SimpleBoxLayoutRule(middle, middle, inner_content_scaling=InnerScaling.STRETCH_TO_FIT)
    return StaticStampStyle(
        border_width=0, background=content, background_layout=whole, background_opacity=1.0
    )
