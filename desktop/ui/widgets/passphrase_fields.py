"""The passphrase of packages that go out: typed twice, proposed, shown, or none at all with a word of doubt. Keeps nothing on disk."""

from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop.errors import NotAllowed
from desktop.sentences import sentence
from desktop.services import passphrases
from desktop.ui.widgets.form import Field
from desktop.ui.widgets.parts import button, column, label, row
from desktop.ui.widgets.secret_fields import secret_field, shower

_HINT = f"Ít nhất {passphrases.SHORTEST} ký tự. Đọc cho nơi nhận qua điện thoại, đừng ghi lên USB."
_OPEN = "Ai cầm USB cũng đọc được gói không mã hóa. Chỉ nên bỏ mã hóa khi nội dung đã công khai."


@dataclass(slots=True)
class Phrases:
    """Those that a person asked to be remembered, the last one last: as long as the program runs, nowhere else."""

    kept: list[str] = field(default_factory=list)

    @property
    def last(self) -> str:
        """The one to offer, "" for none."""
        return self.kept[-1] if self.kept else ""

    def remember(self, phrase: str) -> None:
        """From now on it is offered, and tried on what comes in."""
        self.kept = [one for one in self.kept if one != phrase] + [phrase]


class PassphraseFields(QWidget):
    """changed: something was typed or ticked. phrases: what is remembered already."""

    changed = Signal()

    def __init__(self, phrases: Phrases) -> None:
        super().__init__()
        self.setObjectName("passphraseFields")
        self._phrases = phrases
        self.first, self.again = secret_field("phraseFirst"), secret_field("phraseAgain")
        self.first_field = Field("Cụm từ khóa", self.first)
        self.again_field = Field("Gõ lại cụm từ khóa", self.again)
        self.show_box = shower("phraseShow", self.first, self.again)
        self.show_box.setText("Hiện cụm từ")
        self.propose = button("Gợi ý cụm từ", "phrasePropose", self._on_propose)
        self.propose.setToolTip("Bốn từ lấy ngẫu nhiên, dễ đọc qua điện thoại")
        self.keep_box = _tick("Nhớ cụm từ này đến khi thoát chương trình", "phraseKeep")
        self.open_box = _tick("Không mã hóa", "phraseNone")
        self.doubt = label(_OPEN, "warning", "phraseDoubt", wraps=True)
        self.doubt.hide()
        self.hint = label(_HINT, "hint", "phraseHint", wraps=True)
        fields = row(self.first_field, self.again_field, space=12)
        self.setLayout(
            column(
                fields,
                self.hint,
                row(self.propose, self.show_box, None, space=12),
                self.keep_box,
                self.open_box,
                self.doubt,
                space=8,
            )
        )
        self.first.setText(phrases.last)
        self.again.setText(phrases.last)
        self.keep_box.setChecked(bool(phrases.last))
        for one in (self.first, self.again):
            one.textEdited.connect(lambda _: self._on_typed())
        self.open_box.toggled.connect(lambda _: self._on_open())

    def taken(self) -> tuple[bool, str | None]:
        """Whether it may go on, and the phrase: None for packages that are not encrypted. What is wrong is said under its field."""
        if self.open_box.isChecked():
            return True, None
        try:
            phrase = passphrases.checked(self.first.text())
        except NotAllowed as error:
            self.first_field.fail(sentence(error))
            self.first.setFocus()
            return False, None
        if self.again.text() != self.first.text():
            self.again_field.fail("Hai lần gõ không giống nhau; hãy gõ lại.")
            self.again.setFocus()
            return False, None
        if self.keep_box.isChecked():
            self._phrases.remember(phrase)
        return True, phrase

    def _on_propose(self) -> None:
        words = passphrases.proposed()
        self.first.setText(words)
        self.again.setText(words)
        self.show_box.setChecked(True)
        self._on_typed()

    def _on_typed(self) -> None:
        self.first_field.fail("")
        self.again_field.fail("")
        self.changed.emit()

    def _on_open(self) -> None:
        is_open = self.open_box.isChecked()
        shown = (self.first_field, self.again_field, self.hint, self.propose, self.show_box, self.keep_box)
        for one in shown:
            one.setVisible(not is_open)
        self.doubt.setVisible(is_open)
        self._on_typed()


def _tick(words: str, name: str) -> QCheckBox:
    made = QCheckBox(words)
    made.setObjectName(name)
    return made
