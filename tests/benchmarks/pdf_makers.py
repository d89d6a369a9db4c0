"""The makers of the PDF bench, each setting the same blocks of a `Document`: ours, bare reportlab platypus, typst.

    python tests/benchmarks/pdf_makers.py MAKER FILE

writes one plan in a process of its own. A maker imports what it needs when it is made. Measures nothing.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

import pdf_papers
from pdf_papers import FORM

from desktop.documents.model import Document, Paragraph, Style, Table
from desktop.paths import resource_file

MM = 72 / 25.4
FACES = ("Regular", "Bold", "Italic", "BoldItalic")


class Maker(Protocol):
    """Writes papers into one file."""

    def write(self, documents: Sequence[Document], path: Path) -> None:
        """One file of all papers."""
        ...


class Ours:
    """The program's own writer."""

    def __init__(self) -> None:
        from desktop.writers import pdf

        self._write = pdf.write_many

    def write(self, documents: Sequence[Document], path: Path) -> None:
        """See `Maker`."""
        self._write(documents, path, form=FORM)


def _heads(document: Document) -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]]:
    """Lines of the two columns over the text, with whether they are bold."""
    head = document.head
    left = [
        *((line, True) for line in head.issuer),
        (FORM.number_line(head.number, head.symbol), False),
    ]
    date = FORM.date_line(head.place, head.day, head.month, head.year)
    return left, [(FORM.words.nation, True), (FORM.words.motto, True), (date, False)]


class Platypus:
    """The same papers by reportlab's own layout."""

    def __init__(self) -> None:
        from reportlab import rl_config
        from reportlab.lib.fonts import addMapping
        from reportlab.lib.styles import ParagraphStyle as Look
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.ttfonts import TTFont

        rl_config.canvas_basefontname = "TRegular"
        for at, name in enumerate(FACES):
            file = resource_file(f"fonts/LiberationSerif-{name}.ttf")
            pdfmetrics.registerFont(TTFont(f"T{name}", str(file)))
            addMapping("T", at & 1, at >> 1, f"T{name}")
        addMapping("TRegular", 0, 0, "TRegular")
        plain: dict[str, Any] = {"fontName": "TRegular", "fontSize": 14, "leading": 18}
        body = Look("p", **plain, alignment=4, firstLineIndent=10 * MM, spaceBefore=6)
        middle: dict[str, Any] = {"firstLineIndent": 0, "alignment": 1, "spaceBefore": 0}
        head = Look("c", parent=body, **middle, fontSize=13, leading=15)
        cell = Look("t", parent=head, alignment=0)
        self.looks = {
            "body": body,
            "heading": Look("h", parent=body, fontName="TBold"),
            "head": head,
            "bold": Look("b", parent=head, fontName="TBold"),
            "cell": cell,
            "title": Look("tt", parent=head, fontName="TBold", fontSize=14, leading=16),
            "small": Look("s", parent=cell, fontSize=11, leading=12.6),
        }

    def write(self, documents: Sequence[Document], path: Path) -> None:
        """See `Maker`."""
        from reportlab.platypus import PageBreak, SimpleDocTemplate

        story: list[object] = []
        for document in documents:
            story += [*self._story(document), PageBreak()]
        names = ("leftMargin", "rightMargin", "topMargin", "bottomMargin")
        margins = {name: width * MM - 6 for name, width in zip(names, (30, 20, 20, 20), strict=True)}
        sheet = (210 * MM, 297 * MM)
        template = SimpleDocTemplate(str(path), pagesize=sheet, title="Kế hoạch", **margins)
        template.build(story, onLaterPages=self._number)

    @staticmethod
    def _number(canvas: Any, template: Any) -> None:
        canvas.setFont("TRegular", 13)
        canvas.drawCentredString(110 * MM, 285 * MM, str(template.page))

    def _story(self, document: Document) -> list[object]:
        from html import escape

        from reportlab.platypus import Paragraph as Text
        from reportlab.platypus import Spacer
        from reportlab.platypus import Table as Grid

        look = self.looks
        columns = [
            [Text(escape(line), look["bold" if bold else "head"]) for line, bold in side]
            for side in _heads(document)
        ]
        story: list[object] = [Grid([columns], colWidths=[65 * MM, 95 * MM]), Spacer(1, 12)]
        story += [Text(document.title, look["title"]), Text(escape(document.subject), look["title"])]
        for block in document.blocks:
            if isinstance(block, Paragraph):
                kind = "heading" if block.style is Style.CLAUSE else "body"
                story.append(Text(escape(block.text), look[kind]))
            elif isinstance(block, Table):
                story.append(self._grid(block))
        names = [Text(f"- {name};", look["small"]) for name in document.recipients]
        signer = [*(Text(line, look["title"]) for line in document.signature.lines), Spacer(1, 28 * MM)]
        foot = [[names, [*signer, Text(document.signature.name, look["title"])]]]
        return [*story, Grid(foot, colWidths=[68 * MM, 92 * MM])]

    def _grid(self, table: Table) -> object:
        from html import escape

        from reportlab.platypus import Paragraph as Text
        from reportlab.platypus import Table as Grid
        from reportlab.platypus import TableStyle

        heads = [Text(column.titles[0], self.looks["bold"]) for column in table.columns]
        rows = [[Text(escape(cell), self.looks["cell"]) for cell in row] for row in table.rows]
        look = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")])
        widths = [column.width * MM for column in table.columns]
        return Grid([heads, *rows], colWidths=widths, repeatRows=1, style=look)


_TYPST = """#set page(paper: "a4", margin: (top: 20mm, bottom: 20mm, left: 30mm, right: 20mm),
  header: context if counter(page).get().first() > 1 { align(center, text(13pt, counter(page).display())) })
#set text(font: "Liberation Serif", size: 14pt, lang: "vi", hyphenate: false)
#set par(justify: true, first-line-indent: (amount: 10mm, all: true), leading: 8.7pt, spacing: 14.7pt)
"""
_CELLS = "#set par(justify: false, first-line-indent: 0mm, leading: 5pt)\n"


class Typst:
    """The same papers by typst, a typesetter in Rust (PyPI: typst), where it is installed."""

    def __init__(self) -> None:
        import typst

        folder = str(resource_file(f"fonts/LiberationSerif-{FACES[0]}.ttf").parent)
        self._compiler = typst.Compiler(font_paths=[folder], ignore_system_fonts=True)

    def write(self, documents: Sequence[Document], path: Path) -> None:
        """See `Maker`."""
        text = _TYPST + "\n#pagebreak()\n".join(self._paper(document) for document in documents)
        self._compiler.compile(input=text.encode(), output=str(path))

    def _paper(self, document: Document) -> str:
        sides = (
            "[{}]".format(" \\\n".join(_typst(line, 13, bold=bold) for line, bold in side))
            for side in _heads(document)
        )
        out = [f"#{{{_CELLS[1:]}grid(columns: (65mm, 95mm), align: center, {', '.join(sides)})}}"]
        out += [f"#align(center)[{_typst(t, 14, bold=True)}]" for t in (document.title, document.subject)]
        for block in document.blocks:
            if isinstance(block, Paragraph):
                out.append(_typst(block.text, 14, bold=block.style is Style.CLAUSE))
            elif isinstance(block, Table):
                out.append(self._table(block))
        names = " \\\n".join(_typst(f"- {name};", 11) for name in document.recipients)
        signer = " \\\n".join(_typst(line, 14, bold=True) for line in document.signature.lines)
        name = _typst(document.signature.name, 14, bold=True)
        foot = f"[{names}], align(center)[{signer}\n#v(28mm)\n{name}]"
        out.append(f"#{{{_CELLS[1:]}grid(columns: (68mm, 92mm), {foot})}}")
        return "\n\n".join(out)

    def _table(self, table: Table) -> str:
        widths = ", ".join(f"{column.width}mm" for column in table.columns)
        heads = ", ".join(f"[{_typst(column.titles[0], 13, bold=True)}]" for column in table.columns)
        cells = ", ".join(f"[{_typst(cell, 13)}]" for row in table.rows for cell in row)
        grid = f"table(columns: ({widths}), inset: 3pt, table.header({heads}), {cells})"
        return f"#{{{_CELLS[1:]}{grid}}}"


def _typst(text: str, size: float, *, bold: bool = False) -> str:
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    look = ', weight: "bold"' if bold else ""
    return f'#text({size}pt{look}, "{quoted}")'


class Docx:
    """Our DOCX, which LibreOffice then converts."""

    def write(self, documents: Sequence[Document], path: Path) -> None:
        """See `Maker`."""
        from desktop.writers import docx

        docx.write_many(documents, path, form=FORM)


MAKERS: dict[str, type[Maker]] = {"ours": Ours, "platypus": Platypus, "typst": Typst}

if __name__ == "__main__":
    {**MAKERS, "docx": Docx}[sys.argv[1]]().write([pdf_papers.plan(0)], Path(sys.argv[2]))
