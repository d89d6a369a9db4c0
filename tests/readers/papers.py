"""Makes papers as Word and printers make them, for the tests of the readers of text."""

import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from desktop.paths import resource_file
from desktop.readers.blocks import Block

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_MORE = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
FREEDOM = "Độc lập - Tự do - Hạnh phúc"


def run(text: str, properties: str = "") -> str:
    """A run of a .docx."""
    inside = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inside}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def para(inside: str = "", properties: str = "") -> str:
    """A paragraph of a .docx; `inside` is its text unless it begins with "<"."""
    words = inside if inside.startswith("<") or not inside else run(inside)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{words}</w:p>"


def cell(*paragraphs: str, properties: str = "") -> str:
    """A cell of a .docx; texts become paragraphs."""
    inside = "".join(text if text.startswith("<w:") else para(text) for text in paragraphs or ("",))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def table(*rows: Sequence[str], ruled: bool = False) -> str:
    """A table of a .docx from rows of cells or of texts."""
    sides = '<w:insideH w:val="single"/><w:insideV w:val="single"/>'
    properties = f"<w:tblPr><w:tblBorders>{sides}</w:tblBorders></w:tblPr>" if ruled else "<w:tblPr/>"
    lines = ("".join(c if c.startswith("<w:tc") else cell(c) for c in row) for row in rows)
    return f"<w:tbl>{properties}{''.join(f'<w:tr>{line}</w:tr>' for line in lines)}</w:tbl>"


def docx(
    path: Path, body: str, *, styles: str = "", numbering: str = "", parts: dict[str, str] | None = None
) -> Path:
    """A .docx at `path` with the given insides of body, styles and numbering; `parts` are added or replaced."""
    relations = "".join(
        f'<Relationship Id="r{name}" Type="{_R}/{name}" Target="{name}.xml"/>'
        for name in ("styles", "numbering")
    )
    main = f'<Relationship Id="r1" Type="{_R}/officeDocument" Target="word/document.xml"/>'
    made = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}">{main}</Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}">{relations}</Relationships>',
        "word/document.xml": f"<w:document {_W} {_MORE}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {_W}>{styles}</w:styles>",
        "word/numbering.xml": f"<w:numbering {_W}>{numbering}</w:numbering>",
        **(parts or {}),
    }
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in made.items():
            archive.writestr(name, data)
    return path


def words_of(blocks: Iterable[Block]) -> list[str]:
    """The texts of blocks; of tables nothing."""
    return [block.text for block in blocks]


FACES = {"": "Regular", "b": "Bold", "i": "Italic", "bi": "BoldItalic"}
Print = tuple[float, float, str] | tuple[float, float, str, str] | tuple[float, float, str, str, float]


def register_faces() -> None:
    """Make the faces "Serif", "Serifb", "Serifi", "Serifbi" known to reportlab."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    for short, face in FACES.items():
        pdfmetrics.registerFont(TTFont(f"Serif{short}", resource_file(f"fonts/LiberationSerif-{face}.ttf")))


def pdf(
    path: Path,
    *pages: Sequence[Print],
    rules: Sequence[Sequence[float]] = (),
    page_rules: int = 0,
    **options: int,
) -> Path:
    """A PDF at `path`: on each page texts (x, y from the top, words, face "" "b" "i" "bi", size), in points.

    rules: lines (x0, y0, x1, y1) drawn on page `page_rules`, y from the top. options: rotate (degrees of a page).
    """
    from reportlab.pdfgen.canvas import Canvas

    register_faces()
    height = 842.0
    canvas = Canvas(str(path), pagesize=(595, height))
    for number, texts in enumerate(pages):
        for x, y, words, *look in texts:
            face, size = [*look, *("", 14.0)[len(look) :]]
            canvas.setFont(f"Serif{face}", float(size))
            canvas.drawString(x, height - y, words)
        for x0, y0, x1, y1 in rules if number == page_rules else ():
            canvas.line(x0, height - y0, x1, height - y1)
        canvas.setPageRotation(options.get("rotate", 0))
        canvas.showPage()
    canvas.save()
    return path


def body_lines(count: int, top: float = 100.0, mark: str = "- ") -> list[Print]:
    """Lines over the whole width of the paper, each a paragraph; with `mark` "" one paragraph together."""
    words = "Ủy ban nhân dân xã giao các phòng, ban, ngành, đoàn thể và các thôn tổ chức"
    return [(85, top + 18 * i, mark + words) for i in range(count)]


def in_the_middle(y: float, words: str, face: str = "b", size: float = 14.0) -> Print:
    """Words in the middle over `body_lines`."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    register_faces()
    line = stringWidth(body_lines(1, mark="")[0][2], "Serif", 14)
    return (85 + (line - stringWidth(words, f"Serif{face}", size)) / 2, y, words, face, size)


def in_tcvn3(text: str) -> str:
    """The text as it looks when it was typed in TCVN3 and is shown as latin-1."""
    from desktop.domain import legacy_tables

    back = {after: before for before, after in legacy_tables.tcvn3().items() if isinstance(after, str)}
    return "".join(chr(back[char]) if char in back else char for char in text)
