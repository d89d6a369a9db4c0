"""Sổ sách: chooses a register or table of the office and its time, to print or to save."""

from pathlib import Path

from PySide6.QtWidgets import QComboBox, QDialog, QWidget

from desktop.services import office_papers
from desktop.services.office_papers import SPANS, OfficePaper, Span, Wanted
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.dialogs.print_dialog import open_print
from desktop.ui.dialogs.save_paper import ask_folder
from desktop.ui.widgets.form import Field
from desktop.ui.widgets.parts import button, column, label, lay_dialog, row

NAMES = {
    OfficePaper.FOLLOW_UP: ("Sổ theo dõi giải quyết", "7 cột, Phụ lục IV Nghị định 30/2020/NĐ-CP"),
    OfficePaper.INCOMING: ("Sổ đăng ký văn bản đến", "10 cột, Phụ lục IV Nghị định 30/2020/NĐ-CP"),
    OfficePaper.OUTGOING: ("Sổ đăng ký văn bản đi", "10 cột, Phụ lục IV Nghị định 30/2020/NĐ-CP"),
    OfficePaper.EVALUATION: (
        "Bảng theo dõi để đánh giá",
        "Theo đơn vị và người đầu mối, Nghị định 335/2025/NĐ-CP",
    ),
    OfficePaper.MORNING: ("Việc hôm nay", "Một trang A4"),
}


class OfficePaperDialog(QDialog):
    """kind, then year or period where it has one."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("officePaper")
        self.setWindowTitle("Sổ sách")
        self.setMinimumWidth(440)
        self._context = context
        self.kind = QComboBox()
        self.kind.setObjectName("officePaperKind")
        for kind, (name, _) in NAMES.items():
            self.kind.addItem(name, kind)
        self.period = QComboBox()
        self.period.setObjectName("officePaperPeriod")
        self.period_field = Field("Thời gian", self.period)
        self.about = label("", "muted", wraps=True)
        self.kind.currentIndexChanged.connect(lambda _: self._tell())
        body = column(Field("Loại sổ", self.kind), self.about, self.period_field, space=12, margins=16)
        print_button = button("In…", "officePaperPrint", self._print, role="primary")
        print_button.setDefault(True)
        foot = row(
            button("Lưu…", "officePaperSave", self._save),
            None,
            button("Đóng", "officePaperClose", self.reject),
            print_button,
            margins=12,
        )
        lay_dialog(self, body, foot, "officePaperFoot")
        self._tell()

    def wanted(self) -> Wanted:
        """What is chosen."""
        kind = OfficePaper(self.kind.currentData())
        return Wanted(kind, "" if SPANS[kind] is Span.NOW else str(self.period.currentData()))

    def _tell(self) -> None:
        kind = OfficePaper(self.kind.currentData())
        self.about.setText(NAMES[kind][1])
        span, today = SPANS[kind], self._context.work.today()
        self.period_field.setVisible(span is not Span.NOW)
        self.period.clear()
        years = (str(today.year), str(today.year - 1))
        for one in years if span is Span.YEAR else office_papers.periods(today):
            self.period.addItem(text.period(one), one)

    def _print(self) -> None:
        wanted, name, parent = self.wanted(), NAMES[self.wanted().kind][0], self._over()
        self._context.jobs.start(
            f"Dàn trang {name}",
            lambda progress: office_papers.pdf(self._context.work, wanted, progress),
            lambda pdf: open_print(self._context, parent, pdf, name),
        )
        self.accept()

    def _save(self) -> None:
        wanted, context = self.wanted(), self._context

        def write(folder: Path) -> None:
            context.jobs.start(
                "Lưu sổ sách",
                lambda progress: office_papers.write(context.work, wanted, folder, progress=progress),
                lambda made: context.hub.say(f"Đã ghi {text.count(len(made), 'tệp')} vào {folder}"),
            )

        ask_folder(context, self._over(), write)
        self.accept()

    def _over(self) -> QWidget:
        """The window it lies over: asked of Qt, for a dialog that holds what holds it is taken down twice."""
        parent = self.parentWidget()
        assert parent is not None
        return parent
