"""Hiển thị: theme and text size of this computer. The window is made anew at once, at the same place."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QButtonGroup, QRadioButton

from desktop.ui import theme as themes
from desktop.ui.context import Context
from desktop.ui.pages.settings_section import Section, explained
from desktop.ui.widgets.parts import column, framed, label

THEMES = (
    (themes.SYSTEM, "Theo máy", "Theo cài đặt sáng, tối của máy"),
    ("light", "Sáng", "Chữ đen trên nền trắng"),
    ("dark", "Tối", "Đỡ chói khi làm việc buổi tối"),
    ("contrast", "Tương phản cao", "Màu đậm, viền rõ, dễ đọc cho mắt kém"),
)
_AT_FIRST = 100


class DisplaySection(Section):
    """Both are of the screen, not of the office: kept on this computer, without undo."""

    name = "display"
    title = "Hiển thị"
    lead = "Áp dụng ngay cho máy này, không ảnh hưởng đến văn bản in ra."

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._themes = QButtonGroup(self)
        self.themes = {name: QRadioButton(title) for name, title, _ in THEMES}
        for name, choice in self.themes.items():
            choice.setObjectName(f"theme_{name}")
            self._themes.addButton(choice)
            choice.clicked.connect(lambda _=False, name=name: self._choose("look/theme", name))
        self._scales = QButtonGroup(self)
        self.scales = {scale: QRadioButton(f"{scale} %") for scale in themes.TEXT_SCALES}
        for scale, choice in self.scales.items():
            choice.setObjectName(f"text_{scale}")
            choice.setAccessibleName(f"Cỡ chữ {scale} %")
            choice.setFont(_sized(context, scale))
            self._scales.addButton(choice)
            choice.clicked.connect(lambda _=False, scale=scale: self._choose("look/text", scale))
        self._build()

    def reload(self) -> None:
        """What is chosen on this computer."""
        settings = self.context.settings
        self.themes[str(settings.value("look/theme", themes.SYSTEM))].setChecked(True)
        self.scales[int(str(settings.value("look/text", _AT_FIRST)))].setChecked(True)

    def _build(self) -> None:
        looks = column(label("Màu sắc", "caption"), space=8)
        for name, _, hint in THEMES:
            looks.addLayout(explained(self.themes[name], hint, self.context.theme.sizes.tick))
        sizes = column(label("Cỡ chữ", "caption"), *self.scales.values(), space=4)
        holder = framed(column(looks, sizes, None, space=20))
        holder.setMaximumWidth(round(560 * self.context.theme.scale))
        self.body.addWidget(holder)
        self.body.addStretch(1)

    def _choose(self, key: str, value: object) -> None:
        settings = self.context.settings
        if str(settings.value(key, "")) == str(value):
            return
        settings.setValue(key, value)
        window = self.window()
        # The window that this click belongs to is gone after it: not before the click has ended.
        QTimer.singleShot(0, window, window.look_changed.emit)  # type: ignore[attr-defined]


def _sized(context: Context, scale: int) -> QFont:
    font = context.theme.font()
    font.setPointSizeF(font.pointSizeF() / context.theme.scale * scale / 100)
    return font
