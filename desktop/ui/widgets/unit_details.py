"""The panel beside the units: whom to ring, edited where it stands; names over time, groups, open work, each opening its place."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QMenu, QScrollArea, QVBoxLayout

from desktop.domain.unit import Unit
from desktop.services.unit_views import OpenWork, UnitLine
from desktop.ui import text
from desktop.ui.models.unit_rows import KINDS, value_of
from desktop.ui.theme import Theme
from desktop.ui.widgets.elided_link import ElidedLink
from desktop.ui.widgets.parts import button, column, framed, label, menu_button, row

_FIELDS = (
    ("person", "Người liên hệ"),
    ("position", "Chức vụ"),
    ("phone", "Điện thoại"),
    ("email", "Thư điện tử"),
    ("address", "Địa chỉ"),
    ("note", "Ghi chú"),
)
_MOST_TASKS = 12


class UnitDetails(QScrollArea):
    """edited: id of the unit, field, what was typed; form_wanted: the unit is to be told anew in the form; task_wanted: an `OpenWork`.
    menu: further things to do, filled by the page."""

    edited = Signal(int, str, str)
    form_wanted = Signal()
    task_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("unitDetails")
        self.setProperty("role", "panel")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._theme = theme
        self._line: UnitLine | None = None
        self.menu = QMenu(self)
        self.fields = {key: self._field(key, words) for key, words in _FIELDS}
        self._build()

    def _field(self, key: str, words: str) -> QLineEdit:
        made = QLineEdit()
        made.setObjectName(f"unitDetails_{key}")
        made.setAccessibleName(words)
        made.setPlaceholderText("Chưa ghi")
        made.setProperty("role", "inline")
        made.editingFinished.connect(lambda: self._on_edited(key))
        return made

    def _build(self) -> None:
        self._name = label("", "heading", "unitDetailsName", wraps=True)
        self._about = label("", "muted", wraps=True)
        self._edit = button("Sửa…", "unitDetailsEdit", self.form_wanted.emit)
        self._more = menu_button(
            self.menu, "unitDetailsMore", self._theme.icon("more"), "Việc khác với đơn vị này", " Việc khác"
        )
        self._head = framed(row(self._edit, self._more, None))
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        for at, (key, words) in enumerate(_FIELDS):
            caption = label(words, "muted")
            caption.setBuddy(self.fields[key])
            grid.addWidget(caption, at, 0)
            grid.addWidget(self.fields[key], at, 1)
        grid.setColumnStretch(1, 1)
        grid.setContentsMargins(0, 0, 0, 0)
        self._contact = framed(grid)
        self._work = QVBoxLayout()
        self._work.setSpacing(2)
        self._history = QVBoxLayout()
        self._history.setSpacing(2)
        content = column(
            column(self._name, self._about, space=2),
            self._head,
            self._contact,
            self._work,
            self._history,
            None,
            space=12,
        )
        content.setContentsMargins(16, 4, 12, 8)
        self.setWidget(framed(content))

    def show_line(
        self, line: UnitLine | None, tasks: Sequence[OpenWork] = (), *, is_now: bool = True
    ) -> None:
        """Show a unit; nothing for None. tasks: its open work; is_now: it is shown as of today, so that it can be edited."""
        self._line = line
        self.setVisible(line is not None)
        if line is None:
            return
        about = (KINDS[line.unit.kind], line.name.abbreviation, line.unit.code and f"Mã {line.unit.code}")
        self._name.setText(line.name.name)
        self._about.setText(
            "\n".join(filter(None, (" · ".join(filter(None, about)), "; ".join(line.group_names))))
        )
        for key, field in self.fields.items():
            value = value_of(line, key)
            field.setText(value)
            field.setCursorPosition(0)
            field.setToolTip(value)
            field.setReadOnly(not is_now)
        self._head.setVisible(is_now)
        self._edit.show()
        self._more.setText(" Việc khác")
        self._contact.show()
        self._show_tasks(line, tasks)
        self._show_history(line.unit)

    def show_many(self, lines: Sequence[UnitLine]) -> None:
        """Show how many are chosen, and what they have to do together."""
        self._line = None
        self.setVisible(True)
        self._name.setText(f"Đã chọn {text.count(len(lines), 'đơn vị')}")
        opened, late = sum(line.open for line in lines), sum(line.overdue for line in lines)
        told = f"{text.count(opened, 'việc đang làm')}, {text.number(late)} quá hạn"
        self._about.setText(told if opened else "Không có việc đang làm")
        self._edit.hide()
        self._more.setText(" Việc với các đơn vị này")
        self._head.show()
        self._contact.hide()
        _empty(self._work)
        _empty(self._history)
        for line in lines[:_MOST_TASKS]:
            self._work.addWidget(label(line.name.name, wraps=True))
        if len(lines) > _MOST_TASKS:
            self._work.addWidget(label(f"và {text.count(len(lines) - _MOST_TASKS, 'đơn vị khác')}", "muted"))

    def _show_tasks(self, line: UnitLine, tasks: Sequence[OpenWork]) -> None:
        late = f", {text.number(line.overdue)} quá hạn" if line.overdue else ""
        title = f"Việc đang làm ({text.number(line.open)}{late})" if tasks else "Không có việc đang làm"
        _empty(self._work)
        self._work.addWidget(label(title, "caption" if tasks else "muted"))
        for task in tasks[:_MOST_TASKS]:
            due = f"{text.date(task.due)} · " if task.due else ""
            tip = f"{task.text}\n{task.subject}"
            name = f"unitTask_{task.key}"
            self._work.addWidget(ElidedLink(f"{due}{task.text}", name, self._opener(task), tip))
        if len(tasks) > _MOST_TASKS:
            self._work.addWidget(label(f"và {text.count(len(tasks) - _MOST_TASKS, 'việc khác')}", "muted"))

    def _show_history(self, unit: Unit) -> None:
        lines = history_of(unit)
        _empty(self._history)
        if lines:
            self._history.addWidget(label("Tên qua các thời kỳ", "caption"))
        for words in lines:
            self._history.addWidget(label(words, wraps=True))

    def _opener(self, task: OpenWork) -> Callable[[], None]:
        return lambda: self.task_wanted.emit(task)

    def _on_edited(self, key: str) -> None:
        typed = self.fields[key].text().strip()
        if self._line is not None and typed != value_of(self._line, key):
            self.edited.emit(self._line.id, key, typed)


def history_of(unit: Unit) -> list[str]:
    """Its names with the days on which they held, the newest first; nothing where it has always had the one it has."""
    if len(unit.names) == 1 and unit.started is None and unit.ended is None:
        return []
    lines = []
    for name in reversed(unit.names):
        start = max(filter(None, (name.start, unit.started)), default=None)
        since = f"từ {text.date(start)}" if start else ""
        until = f"đến hết ngày trước {text.date(name.end)}" if name.end else ""
        lines.append(f"{name.name} ({', '.join(filter(None, (since, until))) or 'từ trước đến nay'})")
    return lines


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            while (part := inner.takeAt(0)) is not None:
                if (held := part.widget()) is not None:
                    held.deleteLater()
        if widget is not None:
            widget.deleteLater()
