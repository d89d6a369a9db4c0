"""Ký số: signs the paper of an issued plan with a key file or a token and writes it beside the printed one. Keeps no secret."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QWidget

from desktop.documents.signing import KeyFile, KeyToken, Mark, SignedAs
from desktop.domain.plan import Plan
from desktop.errors import AppError, CannotSign
from desktop.sentences import sentence
from desktop.services import plan_papers, signing
from desktop.ui.context import Context
from desktop.ui.dialogs.path_field import PathField
from desktop.ui.dialogs.save_paper import ask_path, safe_name
from desktop.ui.widgets.form import Field
from desktop.ui.widgets.parts import button, column, label, lay_dialog, row

_WITH = (("token", "Thiết bị ký số (USB)"), ("file", "Tệp chứng thư số (.p12, .pfx)"))
_AS = ((SignedAs.PERSON, "Người ký văn bản"), (SignedAs.AGENCY, "Cơ quan"))
_TITLE = "Ký số"


def open_sign(context: Context, parent: QWidget, plan: Plan) -> None:
    """Ask and sign; says what to install where the extra for it is missing."""
    if signing.is_available():
        SignDialog(context, parent, plan).open()
    else:
        context.hub.failed.emit(CannotSign("extra_missing"))


class SignDialog(QDialog):
    """What was told last is offered again, save for secrets. Stays open while what was told is wrong."""

    def __init__(self, context: Context, parent: QWidget, plan: Plan) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("signDialog")
        self.setWindowTitle(_TITLE)
        self.setMinimumWidth(520)
        self._context, self._plan = context, plan
        self._is_signing = False
        self._make_fields()
        self._lay_out()
        self._recall()
        self._tell()
        context.jobs.finished.connect(self._on_finished)

    def _make_fields(self) -> None:
        self.way = _choices("signWith", _WITH)
        self.way.currentIndexChanged.connect(lambda _: self._tell())
        self.file = PathField(self._context, "signFile", "Tệp chứng thư số", "Chứng thư số (*.p12 *.pfx)")
        self.module = PathField(
            self._context, "signModule", "Thư viện của thiết bị", "Thư viện (*.dll *.so *.dylib)"
        )
        self.token = QLineEdit()
        self.token.setObjectName("signToken")
        self.secret = QLineEdit()
        self.secret.setObjectName("signSecret")
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.kind = _choices("signAs", _AS)
        self.picture = PathField(
            self._context, "signPicture", "Hình chữ ký hoặc hình dấu", "Hình PNG (*.png)"
        )
        self.file_field = Field("Tệp chứng thư số", self.file, is_required=True)
        self.module_field = Field(
            "Thư viện của thiết bị",
            self.module,
            "Tệp .dll do phần mềm của thiết bị cài vào máy",
            is_required=True,
        )
        self.token_field = Field("Nhãn của thiết bị", self.token, is_required=True)
        self.secret_field = Field("Mật khẩu hoặc mã PIN", self.secret)
        self.problem = label("", "error", "signProblem", wraps=True)

    def _lay_out(self) -> None:
        hint = "PNG nền trong suốt. Để trống thì chữ ký không hiện hình trên trang."
        fields = column(
            label(plan_papers.title(self._plan), "heading", wraps=True),
            row(Field("Ký bằng", self.way), Field("Với tư cách", self.kind), space=12),
            self.file_field,
            self.module_field,
            row(self.token_field, self.secret_field, space=12),
            Field("Hình chữ ký hoặc hình dấu", self.picture, hint),
            label("Thời gian ký lấy theo đồng hồ của máy này.", "hint"),
            self.problem,
            None,
            space=12,
            margins=16,
        )
        self.accept_button = button("Ký và lưu…", "signAccept", self._on_accept, role="primary")
        self.accept_button.setDefault(True)
        foot = row(None, button("Hủy", "signCancel", self.reject), self.accept_button, margins=12)
        lay_dialog(self, fields, foot, "signFoot")

    def _recall(self) -> None:
        settings = self._context.settings
        self.way.setCurrentIndex(max(0, self.way.findData(str(settings.value("sign/with", "token")))))
        for name, edit in self._kept().items():
            edit.setText(str(settings.value(f"sign/{name}", "")))

    def _kept(self) -> dict[str, QLineEdit]:
        return {
            "file": self.file.edit,
            "module": self.module.edit,
            "token": self.token,
            "picture": self.picture.edit,
        }

    def _tell(self) -> None:
        is_token = self.way.currentData() == "token"
        told = (self.module_field, self.token_field) if is_token else (self.file_field,)
        for field in (self.module_field, self.token_field, self.file_field):
            field.hide()
        for field in told:
            field.show()
        self._say("")

    def _say(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        self.adjustSize()

    def by(self) -> KeyFile | KeyToken | None:
        """With what is signed, None where something is not told; then the field says so."""
        secret, path, module = self.secret.text() or None, self.file.path, self.module.path
        if self.way.currentData() == "file":
            self.file_field.fail("" if path else "Hãy chọn tệp chứng thư số.")
            return KeyFile(path, secret) if path else None
        name = self.token.text().strip()
        self.module_field.fail("" if module else "Hãy chọn thư viện của thiết bị.")
        self.token_field.fail("" if name else "Hãy ghi nhãn của thiết bị.")
        return KeyToken(module, name, secret) if module and name else None

    def _on_accept(self) -> None:
        if self.by() is not None and not self._is_signing:
            name = f"{safe_name(plan_papers.title(self._plan))} (đã ký số).pdf"
            ask_path(self._context, self, name, "Tệp PDF (*.pdf)", self.sign_to)

    def sign_to(self, to: Path) -> None:
        """Sign, and write to that path."""
        by, work, key = self.by(), self._context.work, self._plan.id
        if by is None:
            return
        settings = self._context.settings
        settings.setValue("sign/with", self.way.currentData())
        for name, edit in self._kept().items():
            settings.setValue(f"sign/{name}", edit.text())
        mark = Mark(self.kind.currentData(), self.picture.path)
        self._is_signing = True
        self.accept_button.setEnabled(False)
        self._say("")
        self._context.jobs.start(
            _TITLE,
            lambda progress: plan_papers.sign(work, key, to, by, mark, progress),
            lambda signed: self._on_signed(signed, to),
            self._on_failed,
        )

    def reject(self) -> None:
        """Close, unless it signs just now."""
        if not self._is_signing:
            super().reject()

    def _on_finished(self, title: str) -> None:
        """Signed, failed or stopped."""
        if title == _TITLE:
            self._is_signing = False
            self.accept_button.setEnabled(True)

    def _on_signed(self, signed: Any, to: Path) -> None:
        shown = "không hiện hình" if signed.page is None else f"hiện ở trang {signed.page + 1}"
        self._context.hub.say(f"Đã ký số bằng chứng thư số của {signed.name}, {shown}. Lưu ở {to}")
        self.accept()

    def _on_failed(self, error: AppError) -> None:
        self._say(sentence(error))
        self.secret.setFocus()
        self.secret.selectAll()


def _choices(name: str, entries: "tuple[tuple[object, str], ...]") -> QComboBox:
    made = QComboBox()
    made.setObjectName(name)
    for value, words in entries:
        made.addItem(words, value)
    return made
