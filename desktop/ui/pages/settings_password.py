"""Mật khẩu: set, changed, removed; after how long the window locks itself. Says plainly what a password does not protect."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from desktop.errors import AppError, NotAllowed
from desktop.sentences import sentence
from desktop.services import password
from desktop.services.changes import Noun
from desktop.ui.context import Context
from desktop.ui.pages.settings_section import Section
from desktop.ui.widgets.form import Field
from desktop.ui.widgets.parts import button, column, framed, label, row
from desktop.ui.widgets.secret_fields import secret_field, shower

_WIDE = 560
_FIELD = 320
_HONEST = (
    "Mật khẩu chỉ khóa cửa sổ chương trình. Mật khẩu không mã hóa dữ liệu: ai chép được tệp dữ liệu trên máy này vẫn đọc "
    "được. Muốn giữ kín hơn, hãy dùng tài khoản Windows riêng có mật khẩu và bật mã hóa ổ đĩa (BitLocker)."
)
_FORGOTTEN = "Nếu quên, người phụ trách máy bỏ mật khẩu bằng lệnh sokehoach password --reset. Bản sao lưu giữ mật khẩu của lúc sao lưu."
_AT_FIELDS = {"password_short": "new", "password_differs": "again"}
"""Rule of `services.password` -> field it is told at; the others are told at the present password."""


class PasswordSection(Section):
    """Nothing here can be taken back by undo: whoever sits down must not unlock what another has locked."""

    name = "password"
    title = "Mật khẩu"
    help = "mat-khau"
    lead = "Đặt mật khẩu để người khác dùng chung máy không mở được cửa sổ chương trình lúc vắng người."

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.present, self.new, self.again = (
            secret_field(f"password{part}") for part in ("Present", "New", "Again")
        )
        hint = f"Ít nhất {password.LEAST} ký tự; dùng được số như mã PIN."
        self.fields = {
            "present": Field("Mật khẩu hiện tại", self.present),
            "new": Field("Mật khẩu mới", self.new, hint),
            "again": Field("Gõ lại mật khẩu mới", self.again),
        }
        self.keep_act = button("", "passwordKeep", self.keep, role="primary")
        self.remove_act = button("Bỏ mật khẩu", "passwordRemove", self.remove)
        self.lock_act = button(
            " Khóa ngay", "passwordLock", context.hub.lock_wanted.emit, icon=context.theme.icon("lock")
        )
        self.lock_act.setToolTip("Khóa ngay (Ctrl+L)")
        self.auto_lock = self._make_auto_lock()
        for one in (self.present, self.new, self.again):
            one.textEdited.connect(lambda _: self._forget_problems())
            one.returnPressed.connect(self.keep)
        self._build()

    def _make_auto_lock(self) -> QComboBox:
        made = QComboBox()
        made.setObjectName("passwordAutoLock")
        for minutes in password.AUTO_LOCKS:
            made.addItem(f"Sau {minutes} phút" if minutes else "Không tự khóa", minutes)
        made.activated.connect(lambda _: self._keep_auto_lock())
        return made

    def _build(self) -> None:
        scale = self.context.theme.scale
        for one in self.fields.values():
            one.setMaximumWidth(round(_FIELD * scale))
        self._locking = framed(self._locking_part())
        words = column(
            *self.fields.values(),
            shower("passwordShow", self.present, self.new, self.again),
            4,
            row(self.keep_act, self.remove_act, None),
            space=12,
        )
        note = framed(
            column(label(_HONEST, wraps=True), label(_FORGOTTEN, "hint", wraps=True), space=8, margins=16),
            role="note",
        )
        holder = framed(column(self._locking, words, 8, note, None, space=16))
        holder.setMaximumWidth(round(_WIDE * scale))
        self.body.addWidget(holder)
        self.body.addStretch(1)

    def _locking_part(self) -> QVBoxLayout:
        when = label("Tự khóa khi không gõ phím, không dùng chuột", "caption")
        when.setBuddy(self.auto_lock)
        self.auto_lock.setAccessibleName("Tự khóa khi không dùng")
        acts = row(self.auto_lock, self.lock_act, None)
        return column(when, acts, 12, label("Đổi hoặc bỏ mật khẩu", "heading"), space=4)

    def reload(self) -> None:
        """By whether there is a password."""
        is_set = self.context.work.has_password
        for one in (self._locking, self.fields["present"], self.remove_act):
            one.setVisible(is_set)
        words = "Đổi mật khẩu" if is_set else "Đặt mật khẩu"
        self.keep_act.setText(words)
        self.keep_act.setAccessibleName(words)
        self.auto_lock.setCurrentIndex(self.auto_lock.findData(password.auto_lock(self.context.work)))

    def leave(self) -> None:
        """Nothing that was typed stays in the fields."""
        self._empty()

    def keep(self) -> None:
        """Set the password, or another one."""
        work, told = self.context.work, (self.new.text(), self.again.text())
        if not work.has_password:
            self._begin("Đặt mật khẩu", lambda: password.choose(work, *told), "Đã đặt mật khẩu")
            return
        present = self.present.text()
        self._begin("Đổi mật khẩu", lambda: password.change(work, present, *told), "Đã đổi mật khẩu")

    def remove(self) -> None:
        """Take the password away."""
        work, present = self.context.work, self.present.text()
        self._begin("Bỏ mật khẩu", lambda: password.remove(work, present), "Đã bỏ mật khẩu")

    def _begin(self, title: str, act: Callable[[], None], said: str) -> None:
        """After what runs just now: it changes the workspace."""
        self._forget_problems()
        self._set_enabled(are_on=False)
        self.context.jobs.start(title, lambda _: act(), lambda _: self._on_done(said), self._on_refused)

    def _on_done(self, said: str) -> None:
        self._set_enabled(are_on=True)
        self._empty()
        self.context.hub.changed.emit(Noun.OFFICE)
        self.reload()
        self.context.hub.say(said)

    def _on_refused(self, error: AppError) -> None:
        self._set_enabled(are_on=True)
        rule = error.rule if isinstance(error, NotAllowed) else ""
        field = self.fields[_AT_FIELDS.get(rule, "present" if self.context.work.has_password else "new")]
        field.fail(sentence(error))
        editor = field.editor
        assert isinstance(editor, QLineEdit)
        editor.setFocus()
        editor.selectAll()

    def _set_enabled(self, *, are_on: bool) -> None:
        one: QWidget
        for one in (self.keep_act, self.remove_act):
            one.setEnabled(are_on)

    def _keep_auto_lock(self) -> None:
        work, minutes = self.context.work, int(self.auto_lock.currentData())
        self.context.jobs.start(
            "Đổi giờ tự khóa",
            lambda _: password.set_auto_lock(work, minutes),
            lambda _: self.context.hub.changed.emit(Noun.OFFICE),
        )

    def _empty(self) -> None:
        for one in (self.present, self.new, self.again):
            one.clear()
        self._forget_problems()

    def _forget_problems(self) -> None:
        for field in self.fields.values():
            if field.error:
                field.fail("")
