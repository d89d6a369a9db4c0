"""How a paper is printed and saved: asked once, sent page by page, the same as on screen."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.services import plan_papers
from desktop.ui.context import Context
from desktop.ui.dialogs.print_dialog import PrintDialog

Make = Callable[..., PrintDialog]


@pytest.fixture
def pdf(demo: Context) -> bytes:
    """The issued plan as it was printed."""
    return plan_papers.pdf(demo.work, 1)


@pytest.fixture
def make(demo: Context, pdf: bytes, qtbot: Any) -> Make:
    """Opens the dialog on that paper; done: called when it was sent."""
    parent = QWidget()
    qtbot.addWidget(parent)

    def opened(done: Callable[[], None] | None = None) -> PrintDialog:
        dialog = PrintDialog(demo, parent, pdf, "Kế hoạch số 15/KH-UBND", done)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        dialog.open()
        return dialog

    return opened


def printer_to(path: Path) -> QPrinter:
    """A printer whose paper is a file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setResolution(100)
    printer.setOutputFileName(str(path))
    return printer


def grey(pdf: pypdfium2.PdfDocument, page: int) -> Any:
    return pdf[page].render(scale=0.5).to_pil().convert("L").resize((100, 140))


def idle(context: Context, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: not context.jobs.is_busy, timeout=60_000)


def test_the_printed_pages_look_as_the_paper_does(
    demo: Context, make: Make, pdf: bytes, tmp_path: Path, qtbot: Any
) -> None:
    make().print_on(printer_to(tmp_path / "in.pdf"), (0, 1))
    idle(demo, qtbot)
    printed, paper = pypdfium2.PdfDocument(tmp_path / "in.pdf"), pypdfium2.PdfDocument(pdf)
    assert len(printed) == 2
    for page in (0, 1):
        pairs = zip(grey(printed, page).tobytes(), grey(paper, page).tobytes(), strict=True)
        assert sum(abs(a - b) for a, b in pairs) / 14_000 < 4  # of 255


def test_whoever_asked_is_told_when_it_was_sent(
    demo: Context, make: Make, tmp_path: Path, qtbot: Any
) -> None:
    told: list[str] = []
    dialog = make(lambda: told.append("sent"))
    dialog.print_on(printer_to(tmp_path / "in.pdf"), (0,))
    assert told == []
    idle(demo, qtbot)
    assert told == ["sent"]
    assert not dialog.isVisible()


def test_pages_that_are_not_there_are_said_under_the_field(make: Make) -> None:
    dialog = make()
    dialog.pages.setText("90")
    dialog._send()
    assert "Hãy ghi trang từ 1 đến" in dialog.pages_field.error
    assert dialog.isVisible()
    dialog.pages.setText("1")
    assert dialog.pages_field.error == ""


def test_what_is_asked_for_is_told(make: Make) -> None:
    dialog = make()
    dialog.pages.setText("1-2")
    dialog.only.setCurrentIndex(1)
    dialog.copies.setValue(3)
    asked = dialog.choice()
    assert (asked.pages, asked.only, asked.copies) == ("1-2", "odd", 3)


def test_the_side_chosen_last_is_offered_again(demo: Context, make: Make) -> None:
    demo.settings.setValue("print/duplex", 1)
    assert make().duplex.currentText() == "Hai mặt, lật cạnh dài"


def test_the_paper_saved_is_the_very_file(
    demo: Context, make: Make, pdf: bytes, tmp_path: Path, qtbot: Any
) -> None:
    dialog = make()
    dialog._save()
    asked = dialog.findChild(QFileDialog, "saveDialog")
    assert "Kế hoạch số 15-KH-UBND.pdf" in asked.selectedFiles()[0]
    asked.fileSelected.emit(str(tmp_path / "kế hoạch.pdf"))
    idle(demo, qtbot)
    assert (tmp_path / "kế hoạch.pdf").read_bytes() == pdf
    assert demo.settings.value("save/folder") == str(tmp_path)
    asked.close()


def test_without_a_printer_it_can_only_be_saved(make: Make) -> None:
    dialog = make()
    has_printer = dialog.printers.count() > 0
    assert dialog.send.isEnabled() == dialog.printers.isEnabled() == dialog.more.isEnabled() == has_printer
