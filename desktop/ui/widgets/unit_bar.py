"""What stands in the row of filters over the units: late ones only, list or tree, the day as of which they are seen."""

import datetime as dt

from PySide6.QtCore import QObject, Signal

from desktop.ui import text
from desktop.ui.theme import Theme
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.filter_bar import FilterBar
from desktop.ui.widgets.parts import button, chip, framed, label, row, tool


class UnitBar(QObject):
    """changed: another filter; turned: list or tree; day_chosen: a day, None for today. `past`: the line that says that it is not today."""

    changed = Signal()
    turned = Signal()
    day_chosen = Signal(object)

    def __init__(self, bar: FilterBar, theme: Theme, today: dt.date) -> None:
        super().__init__(bar)
        bar.words_changed.connect(lambda _: self.changed.emit())
        self.late = chip("Có việc quá hạn", "unitsLate", lambda _: self.changed.emit())
        self.as_list = tool("Xem theo danh sách", "unitsAsList", theme.icon("list"), checkable=True)
        self.as_tree = tool(
            "Xem theo cấp trên, cấp dưới", "unitsAsTree", theme.icon("layers"), checkable=True
        )
        for one, place in ((self.as_list, "first"), (self.as_tree, "last")):
            one.setProperty("role", "segment")
            one.setProperty("place", place)
            one.setAutoExclusive(True)
        self.as_list.setChecked(True)
        self.as_tree.toggled.connect(lambda _: self.turned.emit())
        self.day = DateField("unitsDay", today, theme.icon("calendar"))
        self.day.setAccessibleName("Xem danh sách tại ngày")
        self.day.edit.setPlaceholderText("Hôm nay")
        self.day.edit.setMaximumWidth(104)
        self.day.changed.connect(self.day_chosen)
        bar.add(self.late)
        bar.add(framed(row(self.as_list, self.as_tree, space=0)))
        bar.add(framed(row(label("Tại ngày", "muted"), self.day, space=8)))
        self._words = label("", "", "unitsPastWords")
        back = button("Về hôm nay", "unitsToday", lambda: self.day_chosen.emit(None), role="link")
        self.past = framed(row(self._words, back, None, margins=8), "unitsPast", "note")
        self.past.hide()

    @property
    def is_tree(self) -> bool:
        """Whether the tree is seen."""
        return self.as_tree.isChecked()

    def show_day(self, day: dt.date | None) -> None:
        """Say as of which day they are seen, None for today."""
        self.day.set_day(day)
        self.past.setVisible(day is not None)
        self._words.setText(f"Danh sách như ngày {text.date(day)}; chỉ xem, không sửa.")
