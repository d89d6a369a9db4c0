"""Thể thức: sizes of type, margins and spacing of the papers, within what the decree allows, beside a real page."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QGridLayout, QSizePolicy, QVBoxLayout

from desktop.domain.paper_choice import HEADS, INDENTS, RANGES, SIZES, PaperChoice
from desktop.services import offices, paper_look
from desktop.ui.context import Context
from desktop.ui.pages.settings_section import Section, scrolled
from desktop.ui.widgets.form import Field
from desktop.ui.widgets.paper_view import PaperView
from desktop.ui.widgets.parts import button, column, label, row

_CHOICES = (
    ("size", "Cỡ chữ nội dung", tuple((value, f"{value:.0f}") for value in SIZES)),
    (
        "head",
        "Cỡ chữ Quốc hiệu và Tiêu ngữ",
        tuple((value, f"{value:.0f} và {value + 1:.0f}") for value in HEADS),
    ),
    ("indent", "Thụt đầu dòng", tuple((value, f"{value / 10:g} cm".replace(".", ",")) for value in INDENTS)),
)
_NUMBERS = (
    ("top", "Lề trên", 1.0, 0, " mm"),
    ("bottom", "Lề dưới", 1.0, 0, " mm"),
    ("left", "Lề trái", 1.0, 0, " mm"),
    ("right", "Lề phải", 1.0, 0, " mm"),
    ("spacing", "Giãn dòng", 0.05, 2, " dòng"),
    ("before", "Cách đoạn", 1.0, 0, " pt"),
)
"""Field of `PaperChoice`, title, step, decimals, unit."""
_FONTS = ((False, "Liberation Serif (kèm chương trình)"), (True, "Times New Roman (của máy này)"))
_LAW = (
    "Theo Phụ lục I Nghị định 30/2020/NĐ-CP: lề trên, dưới 20–25 mm, trái 30–35 mm, phải 15–20 mm (mục I.I.3); "
    "chữ 13–14 (mục II.6); giãn dòng từ 1 đến 1,5; các đoạn cách nhau ít nhất 6 pt."
)


class PaperSection(Section):
    """Every choice is kept at once; papers already issued stay as they were printed."""

    name = "paper"
    title = "Thể thức"
    lead = "Áp dụng cho mọi văn bản in từ nay. Văn bản đã ban hành giữ nguyên bản đã in."
    scrolls = False

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.choices = {name: self._combo(name, values) for name, _, values in _CHOICES}
        self.numbers = {name: self._spin(name, *told) for name, _, *told in _NUMBERS}  # type: ignore[arg-type]
        self.fonts = self._combo("times", _FONTS)
        self.fonts.setEnabled(paper_look.has_times())
        self.usual = button("Về mặc định", "paperUsual", lambda: self._keep(PaperChoice()))
        self.paper = PaperView(context.jobs, context.theme.colours, "settingsPaper")
        self._shown: PaperChoice | None = None
        self._build()

    @property
    def chosen(self) -> PaperChoice:
        """The choice as it stands in the fields."""
        told = {name: one.currentData() for name, one in self.choices.items()}
        told |= {name: round(one.value(), 2) for name, one in self.numbers.items()}
        return PaperChoice(**told, times=bool(self.fonts.currentData()))

    def reload(self) -> None:
        """The choice that is kept, and a page set with it."""
        kept = self.context.work.office.paper
        for name, one in (*self.choices.items(), ("times", self.fonts)):
            one.setCurrentIndex(one.findData(getattr(kept, name)))
        for name, spin in self.numbers.items():
            spin.blockSignals(True)
            spin.setValue(getattr(kept, name))
            spin.blockSignals(False)
        self.usual.setEnabled(kept != PaperChoice())
        if kept != self._shown or self.paper.paper is None:
            self._shown = kept
            work = self.context.work
            self.context.jobs.draw(
                "settingsPaperSample", lambda: paper_look.sample(work, kept), self.paper.show_paper
            )

    def _build(self) -> None:
        titles = {name: title for name, title, *_ in (*_CHOICES, *_NUMBERS)}
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        for at, (name, spin) in enumerate(self.numbers.items()):
            grid.addWidget(Field(titles[name], spin), at // 2, at % 2)
        hint = "" if self.fonts.isEnabled() else "Máy này chưa có Times New Roman; hai phông rộng bằng nhau."
        size, head, indent = (Field(titles[name], one) for name, one in self.choices.items())
        fields = column(
            row(size, indent, space=12),
            head,
            grid,
            Field("Phông chữ khi in", self.fonts, hint),
            label(_LAW, "hint", wraps=True),
            row(self.usual, None),
            None,
            space=12,
        )
        self.body.addLayout(self._beside(fields), 1)

    def _beside(self, fields: QVBoxLayout) -> QVBoxLayout:
        fields.setContentsMargins(0, 0, 12, 0)
        left = scrolled(fields)
        left.setFixedWidth(round(312 * self.context.theme.scale))
        self.paper.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        whole = row(left, self.paper, space=self.context.theme.sizes.m)
        return column(whole)

    def _combo(self, name: str, values: "tuple[tuple[object, str], ...]") -> QComboBox:
        made = QComboBox()
        made.setObjectName(f"paper_{name}")
        for value, words in values:
            made.addItem(words, value)
        made.activated.connect(lambda _: self._keep(self.chosen))
        return made

    def _spin(self, name: str, step: float, decimals: int, unit: str) -> QDoubleSpinBox:
        made = QDoubleSpinBox()
        made.setObjectName(f"paper_{name}")
        made.setRange(*RANGES[name])
        made.setSingleStep(step)
        made.setDecimals(decimals)
        made.setSuffix(unit)
        made.setLocale(QLocale(QLocale.Language.Vietnamese))
        made.setKeyboardTracking(False)
        made.valueChanged.connect(lambda _: self._keep(self.chosen))
        return made

    def _keep(self, wanted: PaperChoice) -> None:
        if wanted != self.context.work.office.paper:
            self.context.doer.do(
                "Đổi thể thức văn bản",
                lambda: offices.tell_paper(self.context.work, wanted),
                joins=True,
            )
