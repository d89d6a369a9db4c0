"""Writes packages to a stick or a folder: to whom, under which passphrase, how far it is, and at last "Có thể rút USB"."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QLineEdit, QRadioButton, QWidget

from desktop.progress import Progress
from desktop.services.workspace import Workspace
from desktop.ui import sticks
from desktop.ui.context import Context
from desktop.ui.dialogs.carrying import CarryDialog
from desktop.ui.sticks import Look
from desktop.ui.widgets.form import Field
from desktop.ui.widgets.parts import column, framed, label
from desktop.ui.widgets.passphrase_fields import PassphraseFields, Phrases

Write = Callable[["Asked", Path, Progress], list[Path]]
"""Writes what was asked for into a folder and gives the files."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Whom to send to. words: as the dialog says it; units: ids."""

    words: str
    units: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person asked for. units: ids, of an errand with choices; person, receiver: who hands over, None for all, and who takes over,
    "" for not told; passphrase: None: not encrypted."""

    units: tuple[int, ...] = ()
    person: str | None = None
    receiver: str = ""
    passphrase: str | None = None


@dataclass(frozen=True, slots=True)
class Errand:
    """What goes out. title: of the dialog and the job; about: the plan or what it is; write: does it; summary: the words of the end for
    the files made; choices: whom to, the first one is chosen to begin with; persons: who may hand over, name and words, empty where
    nobody does; is_secret: whether it is encrypted."""

    title: str
    about: str
    write: Write
    summary: Callable[[list[Path]], str]
    choices: tuple[Choice, ...] = ()
    persons: tuple[tuple[str | None, str], ...] = ()
    is_secret: bool = True


def open_sending(
    context: Context, parent: QWidget, errand: Errand, phrases: Phrases, look: Look = sticks.plugged_in
) -> "SendDialog":
    """Ask and write. look: tells the sticks."""
    dialog = SendDialog(context, parent, errand, phrases, look)
    dialog.open()
    return dialog


class SendDialog(CarryDialog):
    """sent: something was written; a signal, so that the dialog does not hold what it stands on. look: tells the sticks."""

    sent = Signal()

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        errand: Errand,
        phrases: Phrases,
        look: Look = sticks.plugged_in,
    ) -> None:
        super().__init__(context, parent, errand.title, "sendPackages", "Ghi", look=look)
        self.setMinimumWidth(560)
        self._errand = errand
        self.body.addWidget(label(errand.about, "heading", "sendAbout", wraps=True))
        self.choices: list[QRadioButton] = []
        if errand.choices:
            self._add_choices(errand.choices)
        # Made for every errand and shown in one: a child of the dialog from the first, or it would outlive it by chance.
        self.person, self.receiver = QComboBox(self), QLineEdit(self)
        self.person.hide()
        self.receiver.hide()
        if errand.persons:
            self._add_persons(errand.persons)
        self.phrase: PassphraseFields | None = None
        if errand.is_secret:
            self.phrase = PassphraseFields(phrases)
            self.body.addWidget(self.phrase)
            self.phrase.first.setFocus()
        self.finish()

    @property
    def units(self) -> tuple[int, ...]:
        """Ids of those it goes to."""
        at = next((at for at, one in enumerate(self.choices) if one.isChecked()), None)
        return () if at is None else self._errand.choices[at].units

    @property
    def can_start(self) -> bool:
        """Whether there is somebody to send to."""
        return not self.choices or bool(self.units)

    def work(self, place: Path) -> Callable[[Progress], list[Path]] | None:
        """Write it, once the passphrase will do."""
        may, phrase = (True, None) if self.phrase is None else self.phrase.taken()
        if not may:
            return None
        asked = Asked(self.units, self.person.currentData(), self.receiver.text().strip(), phrase)
        return lambda progress: self._errand.write(asked, place, progress)

    def summary(self, made: Any) -> tuple[Path, str]:
        """What was written."""
        self.sent.emit()
        folder = made[0].parent if made else self.place_field.path
        assert folder is not None
        return folder, self._errand.summary(made)

    def _add_choices(self, choices: Sequence[Choice]) -> None:
        group = QButtonGroup(self)
        for at, one in enumerate(choices):
            made = QRadioButton(one.words)
            made.setObjectName(f"sendTo_{at}")
            made.setEnabled(bool(one.units))
            made.setChecked(at == 0)
            made.toggled.connect(lambda _: self.tell())
            group.addButton(made)
            self.choices.append(made)
        self.body.addWidget(framed(column(label("Gửi cho", "caption"), *self.choices, space=4)))

    def _add_persons(self, persons: Sequence[tuple[str | None, str]]) -> None:
        self.person.show()
        self.receiver.show()
        self.person.setObjectName("sendPerson")
        self.receiver.setObjectName("sendReceiver")
        for name, words in persons:
            self.person.addItem(words, name)
        self.body.addWidget(Field("Bàn giao việc của", self.person))
        hint = "Ghi vào biên bản; để trống thì biên bản chừa chỗ viết tay."
        self.body.addWidget(Field("Người nhận bàn giao", self.receiver, hint))


def work_errand(work: Workspace, plan: int, about: str, choices: tuple[Choice, ...]) -> Errand:
    """Work of a plan to its units, a package each."""
    return Errand(
        "Gửi gói giao việc", about, partial(_send, work, plan), _packages("cho từng đơn vị"), choices
    )


def reply_errand(work: Workspace, plan: int, about: str) -> Errand:
    """What was done of a plan of another office goes back to it."""
    return Errand("Trả lời nơi giao", about, partial(_reply, work, plan), _packages("trả lời nơi giao"))


def handover_errand(work: Workspace) -> Errand:
    """All open work, or that of one officer, for who takes it over."""
    from desktop.services import handover

    officers = handover.persons(work)
    every = "Mọi người (cho máy khác của cơ quan)"
    return Errand(
        "Bàn giao công việc",
        "Gói mang việc đang mở kèm kết quả, minh chứng; biên bản để in và ký.",
        partial(_hand_over, work),
        lambda made: (
            "Đã ghi gói bàn giao và biên bản để in, ký: " + ", ".join(one.name for one in made) + "."
        ),
        persons=(*((one.label, f"{one.label}: {one.open} việc") for one in officers), (None, every)),
    )


def receipts_errand(work: Workspace, waiting: int) -> Errand:
    """Receipts for what came in. waiting: for how many packages."""
    return Errand(
        "Ghi biên nhận",
        f"{waiting} gói đã nhận, nơi gửi chưa biết. Biên nhận báo cho nơi gửi rằng gói đã đến.",
        partial(_receipts, work),
        lambda made: f"Đã ghi {len(made)} biên nhận.",
        is_secret=False,
    )


def _packages(whom: str) -> Callable[[list[Path]], str]:
    return lambda made: f"Đã ghi {len(made)} gói {whom} vào “{made[0].parent}”."


def _send(work: Workspace, plan: int, asked: Asked, place: Path, progress: Progress) -> list[Path]:
    from desktop.services import package_sending

    return package_sending.send(work, plan, place, asked.units, asked.passphrase, progress)


def _reply(work: Workspace, plan: int, asked: Asked, place: Path, progress: Progress) -> list[Path]:
    from desktop.services import package_sending

    return package_sending.reply(work, plan, place, asked.passphrase, progress)


def _receipts(work: Workspace, asked: Asked, place: Path, progress: Progress) -> list[Path]:
    from desktop.services import package_sending

    return package_sending.receipts(work, place, progress)


def _hand_over(work: Workspace, asked: Asked, place: Path, progress: Progress) -> list[Path]:
    from desktop.services import handover

    return handover.hand_over(work, asked.person, place, asked.passphrase, progress, asked.receiver)
