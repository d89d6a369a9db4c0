"""Asks how to print a paper: printer, pages, odd or even ones, copies, both sides. The paper is a finished PDF."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QSpinBox, QWidget

from desktop.ui import printing, text
from desktop.ui.context import Context
from desktop.ui.dialogs.save_paper import save_bytes
from desktop.ui.widgets.form import Field
from desktop.ui.widgets.parts import button, column, framed, label, lay_dialog, row

_ONLY = (("all", "Mọi trang"), ("odd", "Chỉ trang lẻ"), ("even", "Chỉ trang chẵn"))
_DUPLEX = (
    (QPrinter.DuplexMode.DuplexNone, "Một mặt"),
    (QPrinter.DuplexMode.DuplexLongSide, "Hai mặt, lật cạnh dài"),
    (QPrinter.DuplexMode.DuplexShortSide, "Hai mặt, lật cạnh ngắn"),
)


def open_print(
    context: Context,
    parent: QWidget,
    pdf: bytes | Path,
    title: str,
    done: Callable[[], None] | None = None,
) -> "PrintDialog":
    """Ask and print. pdf: the paper or where it lies; done: called once it was sent to the printer."""
    content = pdf if isinstance(pdf, bytes) else pdf.read_bytes()
    dialog = PrintDialog(context, parent, content, title, done)
    dialog.open()
    return dialog


class PrintDialog(QDialog):
    """The question, filled with what was chosen last."""

    def __init__(
        self, context: Context, parent: QWidget, pdf: bytes, title: str, done: Callable[[], None] | None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("printDialog")
        self.setWindowTitle("In")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(480)
        self._context, self._pdf, self._title, self._done = context, pdf, title, done
        self._count = printing.page_count(pdf)
        self._printer: QPrinter | None = None
        self._make_fields()
        self._lay_out()
        self._recall()

    def _make_fields(self) -> None:
        self.printers = QComboBox()
        self.printers.setObjectName("printPrinter")
        self.printers.setAccessibleName("Máy in")
        self.printers.addItems(QPrinterInfo.availablePrinterNames())
        self.printers.currentIndexChanged.connect(lambda _: self._forget_options())
        self.pages = QLineEdit()
        self.pages.setObjectName("printPages")
        self.pages.setPlaceholderText(f"tất cả (1-{self._count})")
        self.only = _choices("printOnly", _ONLY)
        self.copies = QSpinBox()
        self.copies.setObjectName("printCopies")
        self.copies.setRange(1, 999)
        self.duplex = _choices("printDuplex", _DUPLEX)
        self.fits = _choices("printFits", ((False, "Đúng cỡ thật"), (True, "Vừa vùng in của máy")))
        self.pages_field = Field("Trang", self.pages, "Ví dụ: 1-3, 5")
        self.pages.textChanged.connect(lambda _: self.pages_field.fail(""))

    def _lay_out(self) -> None:
        has_printer = self.printers.count() > 0
        words = f"{self._title} · {text.count(self._count, 'trang')}"
        nothing = label("Máy này chưa cài máy in. Có thể lưu PDF để in ở máy khác.", "warning", wraps=True)
        nothing.setVisible(not has_printer)
        self.printers.setEnabled(has_printer)
        self.more = button("Tùy chọn máy in…", "printMore", self._ask_system)
        self.more.setEnabled(has_printer)
        printer = row(self.printers, self.more)
        printer.setStretch(0, 1)
        self.send = button("In", "printSend", self._send, role="primary")
        self.send.setEnabled(has_printer)
        self.send.setDefault(True)
        fields = column(
            label(words, "heading", wraps=True),
            nothing,
            Field("Máy in", framed(printer)),
            row(self.pages_field, Field("Trong đó", self.only), Field("Số bản", self.copies), space=12),
            row(Field("Mặt giấy", self.duplex), Field("Cỡ", self.fits), space=12),
            space=12,
            margins=16,
        )
        foot = row(
            button("Lưu PDF…", "printSave", self._save),
            button("Mở bằng chương trình khác", "printOutside", self._open_outside),
            None,
            button("Hủy", "printCancel", self.reject),
            self.send,
            margins=12,
        )
        lay_dialog(self, fields, foot, "printFoot")
        (self.send if has_printer else self).setFocus()

    def _recall(self) -> None:
        settings = self._context.settings
        name = str(settings.value("print/printer", QPrinterInfo.defaultPrinterName()))
        self.printers.setCurrentIndex(max(0, self.printers.findText(name)))
        self.duplex.setCurrentIndex(int(str(settings.value("print/duplex", 0))))

    def choice(self) -> printing.Choice:
        """What is asked for."""
        return printing.Choice(self.pages.text(), self.only.currentData(), self.copies.value())

    def _send(self) -> None:
        wanted = printing.chosen(self.choice(), self._count)
        if not wanted:
            self.pages_field.fail(f"Hãy ghi trang từ 1 đến {self._count}, như “1-3, 5”.")
            self.pages.setFocus()
            return
        settings = self._context.settings
        settings.setValue("print/printer", self.printers.currentText())
        settings.setValue("print/duplex", self.duplex.currentIndex())
        self.print_on(self._printer or self._system_printer(), wanted)

    def print_on(self, printer: QPrinter, pages: tuple[int, ...]) -> None:
        """Send `pages` to `printer` beside the window and close."""
        printer.setDocName(self._title)
        printer.setCopyCount(self.copies.value())
        printer.setDuplex(self.duplex.currentData())
        pdf, fits, done = self._pdf, bool(self.fits.currentData()), self._done

        def sent(_: object) -> None:
            self._context.hub.say(f"Đã gửi {text.count(len(pages), 'trang')} tới máy in")
            if done is not None:
                done()

        self._context.jobs.start(
            f"In {self._title}",
            lambda progress: printing.print_pages(pdf, printer, pages, progress, fits=fits),
            sent,
        )
        self.accept()

    def _system_printer(self) -> QPrinter:
        info = QPrinterInfo.printerInfo(self.printers.currentText())
        return QPrinter(info, QPrinter.PrinterMode.HighResolution)

    def _ask_system(self) -> None:
        """The printer's own window, for trays, paper and quality."""
        self._printer = self._system_printer()
        asked = QPrintDialog(self._printer, self)
        asked.setModal(True)
        asked.show()

    def _forget_options(self) -> None:
        """What was set in a printer's own window is of that printer."""
        self._printer = None

    def _save(self) -> None:
        save_bytes(self._context, self, self._pdf, f"{self._title}.pdf", "Tệp PDF (*.pdf)")

    def _open_outside(self) -> None:
        folder = Path(tempfile.mkdtemp(prefix="skh-xem-"))
        path = folder / "xem.pdf"
        path.write_bytes(self._pdf)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _choices(name: str, entries: "tuple[tuple[object, str], ...]") -> QComboBox:
    made = QComboBox()
    made.setObjectName(name)
    for value, words in entries:
        made.addItem(words, value)
    return made
