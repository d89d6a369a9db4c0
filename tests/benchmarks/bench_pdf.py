"""Papers as PDF: ours beside bare reportlab platypus setting the same blocks, in one run. Prints ratios; asserts nothing.

    python tests/benchmarks/bench_pdf.py [rounds]

The 20-page plan has 220 paragraphs at 14 points, a two-column head and a table of 60 rows; the slips are 500 papers of one page in one
file. Both makers set the same words at the same line height. One maker follows the other round after round, so that a slow moment of
the machine hits both; the ratio is the median of the ratios of the rounds. Every round sets other words: nothing can be remembered.
"""

import html
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from desktop.documents.form import legal_form
from desktop.documents.model import (
    Align,
    Column,
    Document,
    DocumentKind,
    Head,
    Paragraph,
    Signature,
    Style,
    Table,
    paragraph,
)
from desktop.paths import resource_file
from desktop.writers import pdf
from desktop.writers.pdf_page import MM

TEXT = (
    "tổ chức các hoạt động kỷ niệm Ngày Công tác xã hội Việt Nam bảo đảm trang trọng thiết thực hiệu quả phù hợp với điều kiện của từng "
    "cơ quan đơn vị địa phương tuyên truyền phổ biến chủ trương chính sách pháp luật về trợ giúp xã hội nâng cao nhận thức trách nhiệm "
    "cán bộ công chức viên chức nhân dân trên địa bàn xã phường; rà soát lập danh sách đối tượng, báo cáo kết quả trước ngày 14/4/2026"
)
WORDS = TEXT.split()
PARAGRAPHS, ROWS, SLIPS = 220, 60, 500
WIDTHS = (12, 48, 50, 33, 17)
TITLES = ("STT", "Tên đơn vị", "Địa chỉ", "Người phụ trách", "Thời hạn")
FORM = replace(legal_form(), body=replace(legal_form().body, spacing=18 / (14 * 1.149)))


def words(seed: int, count: int) -> str:
    """`count` words of running text, other ones for each seed."""
    step = 7 + 2 * (seed % 29)
    text = " ".join(WORDS[(seed * 13 + at * step) % len(WORDS)] for at in range(count))
    return f"{text[:1].upper()}{text[1:]} ({seed})."


def plan(turn: int) -> Document:
    """A plan of about 20 pages."""
    blocks: list[Paragraph | Table] = []
    for at in range(PARAGRAPHS):
        seed = turn * 10_000 + at
        heading = at % 12 == 0
        blocks.append(
            paragraph(
                Style.CLAUSE if heading else Style.BODY, words(seed, 6 if heading else 14 + seed * 7 % 48)
            )
        )
    rows = tuple(
        (str(at), words(at, 5), words(at + turn, 7), "Nguyễn Thị Hồng Vân", "25/3/2026")
        for at in range(1, ROWS + 1)
    )
    aligns = (Align.CENTRE, Align.LEFT, Align.LEFT, Align.LEFT, Align.CENTRE)
    columns = tuple(
        Column((title,), width, align) for title, width, align in zip(TITLES, WIDTHS, aligns, strict=True)
    )
    blocks.append(Table(columns, rows))
    return _paper(tuple(blocks), "KẾ HOẠCH", words(turn, 12).rstrip("."))


def slip(turn: int, at: int) -> Document:
    """A paper of one page."""
    return _paper(
        (paragraph(Style.BODY, words(turn * 1_000 + at, 60)),),
        "PHIẾU GIAO NHIỆM VỤ",
        words(at, 8).rstrip("."),
    )


def _paper(blocks: tuple[Paragraph | Table, ...], title: str, subject: str) -> Document:
    head = Head(("ỦY BAN NHÂN DÂN", "XÃ SƠN TÂY HẠ"), "KH-UBND", "Sơn Tây Hạ", (), 5, 5, 1, 2026)
    signature = Signature(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Nguyễn Văn An")
    return Document(
        DocumentKind.PLAN, head, subject, blocks, signature, ("UBND tỉnh", "Lưu: VT"), title=title
    )


class Platypus:
    """The same papers by reportlab's own layout."""

    def __init__(self) -> None:
        from reportlab import rl_config
        from reportlab.lib.fonts import addMapping
        from reportlab.lib.styles import ParagraphStyle
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.ttfonts import TTFont

        rl_config.canvas_basefontname = "TRegular"
        for at, name in enumerate(("Regular", "Bold", "Italic", "BoldItalic")):
            pdfmetrics.registerFont(
                TTFont(f"T{name}", str(resource_file(f"fonts/LiberationSerif-{name}.ttf")))
            )
            addMapping("T", at & 1, at >> 1, f"T{name}")
        addMapping("TRegular", 0, 0, "TRegular")
        body = ParagraphStyle(
            "p",
            fontName="TRegular",
            fontSize=14,
            leading=18,
            alignment=4,
            firstLineIndent=10 * MM,
            spaceBefore=6,
        )
        head = ParagraphStyle(
            "c", parent=body, firstLineIndent=0, alignment=1, spaceBefore=0, fontSize=13, leading=15
        )
        cell = ParagraphStyle("t", parent=head, alignment=0)
        self.styles = {
            "body": body,
            "heading": ParagraphStyle("h", parent=body, fontName="TBold"),
            "head": head,
            "bold": ParagraphStyle("b", parent=head, fontName="TBold"),
            "cell": cell,
            "title": ParagraphStyle("tt", parent=head, fontName="TBold", fontSize=14, leading=16),
            "small": ParagraphStyle("s", parent=cell, fontSize=11, leading=12.6),
        }

    def write(self, documents: Sequence[Document], path: Path) -> None:
        """One file of all papers."""
        from reportlab.platypus import PageBreak, SimpleDocTemplate

        story: list[object] = []
        for document in documents:
            story += [*self._story(document), PageBreak()]
        margins = {
            "leftMargin": 30 * MM - 6,
            "rightMargin": 20 * MM - 6,
            "topMargin": 20 * MM - 6,
            "bottomMargin": 20 * MM - 6,
        }
        template = SimpleDocTemplate(str(path), pagesize=(210 * MM, 297 * MM), title="Kế hoạch", **margins)
        template.build(story, onLaterPages=self._number)

    @staticmethod
    def _number(canvas: Any, template: Any) -> None:
        canvas.setFont("TRegular", 13)
        canvas.drawCentredString(110 * MM, 285 * MM, str(template.page))

    def _story(self, document: Document) -> list[object]:
        from reportlab.platypus import Paragraph as Text
        from reportlab.platypus import Spacer
        from reportlab.platypus import Table as Grid

        head, form, style = document.head, FORM, self.styles
        left = [
            *(Text(line, style["bold"]) for line in head.issuer),
            Text(form.number_line(head.number, head.symbol), style["head"]),
        ]
        date = form.date_line(head.place, head.day, head.month, head.year)
        right = [
            Text(form.words.nation, style["bold"]),
            Text(form.words.motto, style["bold"]),
            Text(date, style["head"]),
        ]
        story: list[object] = [Grid([[left, right]], colWidths=[65 * MM, 95 * MM]), Spacer(1, 12)]
        story += [Text(document.title, style["title"]), Text(html.escape(document.subject), style["title"])]
        for block in document.blocks:
            if isinstance(block, Paragraph):
                story.append(
                    Text(html.escape(block.text), style["heading" if block.style is Style.CLAUSE else "body"])
                )
            else:
                story.append(self._grid(block))
        names = [Text(f"- {name};", style["small"]) for name in document.recipients]
        signer = [*(Text(line, style["title"]) for line in document.signature.lines), Spacer(1, 28 * MM)]
        return [
            *story,
            Grid(
                [[names, [*signer, Text(document.signature.name, style["title"])]]],
                colWidths=[68 * MM, 92 * MM],
            ),
        ]

    def _grid(self, table: Table) -> object:
        from reportlab.platypus import Paragraph as Text
        from reportlab.platypus import Table as Grid
        from reportlab.platypus import TableStyle

        style = self.styles
        heads = [Text(column.titles[0], style["bold"]) for column in table.columns]
        rows = [[Text(html.escape(cell), style["cell"]) for cell in row] for row in table.rows]
        look = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")])
        return Grid(
            [heads, *rows],
            colWidths=[column.width * MM for column in table.columns],
            repeatRows=1,
            style=look,
        )


def timed(work: Callable[[], object]) -> float:
    """Seconds of one call."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def compare(
    name: str, rounds: int, make: Callable[[int], list[Document]], folder: Path, other: Platypus
) -> None:
    """Both makers in turn; one line of figures."""
    ours_path, theirs_path = folder / f"{name}-ours.pdf", folder / f"{name}-platypus.pdf"
    ours, theirs = [], []
    for turn in range(rounds + 1):
        documents = make(turn)
        mine = timed(partial(pdf.write_many, documents, ours_path, form=FORM))
        other_time = timed(partial(other.write, documents, theirs_path))
        if turn:  # the first round reads the fonts
            ours.append(mine)
            theirs.append(other_time)
    ratio = statistics.median(a / b for a, b in zip(ours, theirs, strict=True))
    sizes = [path.stat().st_size / 1000 for path in (ours_path, theirs_path)]
    print(
        f"{name}: ours {statistics.median(ours) * 1000:.0f} ms, platypus {statistics.median(theirs) * 1000:.0f} ms, "
        f"ratio {ratio:.2f}; {sizes[0]:.0f} KB against {sizes[1]:.0f} KB; pages {pages(ours_path)} and {pages(theirs_path)}"
    )


def from_start(rounds: int, folder: Path) -> None:
    """The plan from the start of a process, ours against DOCX through LibreOffice where that is installed."""
    office = shutil.which("soffice")
    if office is None:
        print("LibreOffice is not installed: not compared")
        return
    from desktop.writers import docx  # not for the process that is measured

    paper, profile = folder / "plan.docx", f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    docx.write(plan(0), paper, form=FORM)
    convert = [
        office,
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder / "office"),
        str(paper),
    ]
    ours = [sys.executable, __file__, "--one", str(folder / "one.pdf")]
    compiled = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    compiled["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
    mine, theirs = [], []
    for turn in range(rounds + 1):
        once = (
            partial(subprocess.run, run, check=True, capture_output=True, env=compiled)
            for run in (ours, convert)
        )
        mine_now, theirs_now = map(timed, once)
        if turn:  # the first start of LibreOffice makes its profile
            mine.append(mine_now)
            theirs.append(theirs_now)
    ratio = statistics.median(b / a for a, b in zip(mine, theirs, strict=True))
    print(
        f"plan from process start: ours {statistics.median(mine) * 1000:.0f} ms, "
        f"LibreOffice {statistics.median(theirs) * 1000:.0f} ms, {ratio:.1f} times as long; "
        f"pages {pages(folder / 'one.pdf')} and {pages(folder / 'office' / 'plan.pdf')}"
    )


def pages(path: Path) -> int:
    """Pages of a PDF."""
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        return len(document)


def main() -> None:
    """Run all comparisons; "--one PATH" only writes one plan."""
    if sys.argv[1:2] == ["--one"]:
        pdf.write(plan(0), Path(sys.argv[2]), form=FORM)
        return
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    other = Platypus()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        compare("plan of 20 pages", rounds, lambda turn: [plan(turn)], folder, other)
        from_start(max(rounds // 2, 2), folder)
        compare(
            "500 slips in one file",
            max(rounds // 2, 2),
            lambda turn: [slip(turn, at) for at in range(SLIPS)],
            folder,
            other,
        )


if __name__ == "__main__":
    main()
