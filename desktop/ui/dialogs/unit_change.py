"""Units that get another name, become one, are split or end, from a day: small dialogs that say first what will move."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.domain.unit import Unit
from desktop.domain.vietnamese import clean, fold_name
from desktop.services import unit_editing, unit_merging
from desktop.services.unit_editing import Moving
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.form import Field
from desktop.ui.widgets.parts import button, column, framed, label, press_primary_on_enter, row
from desktop.ui.widgets.unit_picker import UnitPicker

_MARGIN, _NOTE = 24, 12
_MOST_GROUPS = 2


class _Change(QDialog):
    """What the four have in common: whom it is about, a day, what will move, one button."""

    title, act, name = "", "", ""

    def __init__(self, context: Context, parent: QWidget, units: Sequence[Unit]) -> None:
        super().__init__(parent)
        self.setObjectName(self.name)
        self.setWindowTitle(self.title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(520)
        self.context, self.units = context, tuple(units)
        today = context.work.today()
        self.day = DateField(f"{self.name}Day", today, context.theme.icon("calendar"))
        self.day.set_day(today)
        self.day_field = Field(
            "Từ ngày", self.day, "Văn bản của những ngày trước vẫn mang tên cũ.", is_required=True
        )
        self.day.changed.connect(lambda _: self.tell())
        self.day.edit.textEdited.connect(lambda _: self.day_field.fail(""))
        self.preview = label("", "", f"{self.name}Preview", wraps=True)
        self._lay_out()
        self.tell()

    def _lay_out(self) -> None:
        named = "; ".join(unit.name for unit in self.units[:6])
        more = f" và {text.count(len(self.units) - 6, 'đơn vị khác')}" if len(self.units) > 6 else ""
        told = framed(column(self.preview, margins=_NOTE), f"{self.name}Note", "note")
        fields = column(
            label(named + more, "heading", wraps=True), *self.parts(), self.day_field, told, space=12
        )
        fields.setContentsMargins(_MARGIN, 20, _MARGIN, 20)
        self.accept_button = button(self.act, f"{self.name}Accept", self._on_accept, role="primary")
        self.accept_button.setDefault(True)
        foot = row(None, button("Hủy", f"{self.name}Cancel", self.reject), self.accept_button, margins=12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(framed(fields), 1)
        layout.addWidget(framed(foot, f"{self.name}Foot", "foot"))
        press_primary_on_enter(self)

    def parts(self) -> list[QWidget]:
        """Fields of its own."""
        return []

    def tell(self) -> None:
        """Say what will happen."""
        self.preview.setText("\n".join(self.lines(self.day.day or self.context.work.today())))
        wide = max(self.width(), self.minimumWidth())
        self.preview.setMinimumHeight(self.preview.heightForWidth(wide - 2 * (_MARGIN + _NOTE)))
        if (layout := self.layout()) is not None:
            self.resize(wide, max(layout.totalHeightForWidth(wide), layout.totalMinimumSize().height()))

    def lines(self, on: dt.date) -> list[str]:
        """What will happen on that day."""
        raise NotImplementedError

    def is_told(self) -> bool:
        """Whether all that is asked for is there; says under its field what is not."""
        return True

    def keep(self, on: dt.date) -> None:
        """Make the change."""
        raise NotImplementedError

    def moving(self, keys: Sequence[int], on: dt.date) -> Moving:
        """What would move."""
        return unit_editing.moving(self.context.work, keys, on)

    def _on_accept(self) -> None:
        day = self.day.day
        if day is None:
            self.day_field.fail("Hãy ghi ngày, như 01/07/2026.")
            self.day.setFocus()
        elif self.is_told():
            self.accept()
            self.keep(day)


class RenameDialog(_Change):
    """Another name."""

    title, act, name = "Đổi tên đơn vị", "Đổi tên", "unitRename"

    def parts(self) -> list[QWidget]:
        """The new name."""
        self.words, self.short = (
            QLineEdit(self.units[0].name),
            QLineEdit(self.units[0].names[-1].abbreviation),
        )
        self.words.setObjectName("unitRenameName")
        self.short.setObjectName("unitRenameShort")
        self.words.selectAll()
        self.words_field = Field("Tên mới", self.words, is_required=True)
        self.words.textEdited.connect(self._on_typed)
        return [self.words_field, Field("Tên viết tắt mới", self.short)]

    def _on_typed(self) -> None:
        self.words_field.fail("")
        self.tell()

    def lines(self, on: dt.date) -> list[str]:
        """What stays as it was."""
        if clean(self.words.text()) in {"", self.units[0].name}:
            return ["Ghi tên mới ở trên. Văn bản trước ngày đổi tên vẫn giữ tên cũ."]
        return [
            f"Văn bản từ ngày {text.date(on)} ghi “{clean(self.words.text())}”; văn bản trước đó giữ tên “{self.units[0].name}”.",
            "Việc đang làm, người liên hệ và nhóm không đổi.",
        ]

    def is_told(self) -> bool:
        """A name that is another."""
        is_new = clean(self.words.text()) not in {"", self.units[0].name}
        self.words_field.fail("" if is_new else "Hãy ghi tên mới, khác tên đang dùng.")
        return is_new

    def keep(self, on: dt.date) -> None:
        """Rename."""
        name, short, key = clean(self.words.text()), self.short.text(), self.units[0].id
        self.context.doer.do(
            f"Đổi tên {self.units[0].name} thành {name}",
            lambda: unit_editing.rename(self.context.work, key, name, on, short),
        )


class MergeDialog(_Change):
    """Several become one, there already or new."""

    title, act, name = "Sáp nhập đơn vị", "Sáp nhập", "unitMerge"

    def parts(self) -> list[QWidget]:
        """Into which."""
        self.into = UnitPicker(self.context, "unitMergeInto", units_only=True, most=1, sets_up=True)
        self.into.changed.connect(self._on_chosen)
        hint = "Chọn đơn vị đang có, hoặc gõ tên đơn vị mới thành lập rồi nhấn Enter."
        self.into_field = Field("Nhập vào", self.into, hint, is_required=True)
        return [self.into_field]

    @property
    def target(self) -> tuple[str, int | None]:
        """Name and id of the one it goes into, None for one that is set up by this."""
        party = next(iter(self.into.parties), None)
        return ("", None) if party is None else (party.written, party.unit)

    def _on_chosen(self) -> None:
        self.into_field.fail("")
        self.tell()

    def lines(self, on: dt.date) -> list[str]:
        """What moves."""
        name, key = self.target
        ending = [unit.id for unit in self.units if unit.id != key]
        told = self.moving(ending, on)
        to = name or "đơn vị mới"
        new = [f"Lập đơn vị mới “{name}” từ ngày {text.date(on)}."] if name and key is None else []
        return [
            *new,
            *moving_lines(told, to),
            f"{text.count(len(ending), 'đơn vị')} thôi hoạt động từ ngày {text.date(on)}.",
        ]

    def is_told(self) -> bool:
        """A target, which is not the only one merged."""
        name, key = self.target
        if not name:
            self.into_field.fail("Hãy chọn hoặc gõ tên đơn vị nhận.")
        elif {unit.id for unit in self.units} == {key}:
            self.into_field.fail("Đơn vị không sáp nhập vào chính nó được; hãy chọn đơn vị khác.")
        else:
            return True
        self.into.setFocus()
        return False

    def keep(self, on: dt.date) -> None:
        """Merge, after a backup."""
        name, key = self.target
        wanted = [str(unit.id) for unit in self.units]
        self.context.doer.run(
            f"Sáp nhập {text.count(len(wanted), 'đơn vị')} vào {name}",
            lambda _: unit_merging.merge(self.context.work, wanted, name if key is None else str(key), on),
        )


class SplitDialog(_Change):
    """One becomes several."""

    title, act, name = "Chia tách đơn vị", "Chia tách", "unitSplit"

    def parts(self) -> list[QWidget]:
        """The names, a line each."""
        self.names = QPlainTextEdit()
        self.names.setObjectName("unitSplitNames")
        self.names.setTabChangesFocus(True)
        self.names.setFixedHeight(92)
        self.names.textChanged.connect(self._on_typed)
        hint = "Mỗi dòng một đơn vị. Đơn vị ở dòng đầu nhận việc đang làm."
        self.names_field = Field("Các đơn vị mới", self.names, hint, is_required=True)
        return [self.names_field]

    @property
    def new_names(self) -> list[str]:
        """Those typed."""
        return [name for line in self.names.toPlainText().splitlines() if (name := clean(line))]

    def _on_typed(self) -> None:
        self.names_field.fail("")
        self.tell()

    def lines(self, on: dt.date) -> list[str]:
        """What moves."""
        first = next(iter(self.new_names), "đơn vị ở dòng đầu")
        told = self.moving([self.units[0].id], on)
        groups = [f"Các đơn vị mới vào {_groups(told.groups)}."] if told.groups else []
        ended = f"{self.units[0].name} thôi hoạt động từ ngày {text.date(on)}."
        return [*moving_lines(told, first)[:2], *groups, ended]

    def is_told(self) -> bool:
        """Two names at least, none twice."""
        names = self.new_names
        if len(names) < 2:
            self.names_field.fail("Hãy ghi ít nhất hai đơn vị, mỗi dòng một tên.")
        elif len(set(map(fold_name, names))) < len(names):
            self.names_field.fail("Có hai dòng trùng tên; hãy ghi cho khác nhau.")
        else:
            return True
        self.names.setFocus()
        return False

    def keep(self, on: dt.date) -> None:
        """Split, after a backup."""
        names, unit = self.new_names, self.units[0]
        self.context.doer.run(
            f"Chia {unit.name} thành {text.count(len(names), 'đơn vị')}",
            lambda _: unit_editing.split(self.context.work, unit.id, names, on),
        )


class DissolveDialog(_Change):
    """They end without a successor."""

    title, act, name = "Giải thể đơn vị", "Giải thể", "unitDissolve"

    def lines(self, on: dt.date) -> list[str]:
        """What no longer counts."""
        told = self.moving([unit.id for unit in self.units], on)
        left = f"{text.count(told.open, 'việc đang làm')} không chuyển cho ai và không tính vào tỷ lệ nữa."
        move = "Nếu có đơn vị nhận việc, hãy dùng “Sáp nhập”." if told.open else "Không có việc đang làm."
        return [left, move] if told.open else [move, "Văn bản và kết quả cũ giữ nguyên."]

    def keep(self, on: dt.date) -> None:
        """End them."""
        keys = [unit.id for unit in self.units]
        named = self.units[0].name if len(keys) == 1 else text.count(len(keys), "đơn vị")
        self.context.doer.do(f"Giải thể {named}", lambda: unit_editing.dissolve(self.context.work, keys, on))


def moving_lines(told: Moving, to: str) -> list[str]:
    """ "12 việc đang làm chuyển sang Thôn Đồng Tâm." and what stays."""
    opened = (
        f"{text.count(told.open, 'việc đang làm')} chuyển sang {to}."
        if told.open
        else "Không có việc đang làm nào phải chuyển."
    )
    kept = (
        f"{text.count(told.kept, 'việc đã xong')} và văn bản cũ giữ tên cũ."
        if told.kept
        else "Văn bản cũ giữ tên cũ."
    )
    groups = [f"{to} vào thay trong {_groups(told.groups)}."] if told.groups else []
    below = [f"{text.count(told.below, 'đơn vị trực thuộc')} chuyển theo."] if told.below else []
    return [opened, kept, *groups, *below]


def _groups(names: Sequence[str]) -> str:
    """ "nhóm Các thôn", "4 nhóm"."""
    return f"nhóm {'; '.join(names)}" if len(names) <= _MOST_GROUPS else text.count(len(names), "nhóm")
