"""What one file that came in would change: who sent it, old and new values, conflicts to choose in, what is wrong with it.

Only the first so many changes and conflicts are laid out: nobody reads more in a panel, and it must be there at once.
"""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.merging import Field
from desktop.domain.result import Result
from desktop.errors import PackageLocked
from desktop.package_words import field_of, kind_of, shown
from desktop.problem_words import problem_sentence
from desktop.sentences import sentence
from desktop.services.arrivals import Arrival, Change, Clash, Verdict
from desktop.ui import text
from desktop.ui.models.arrival_rows import is_locked, is_rekeyed, who
from desktop.ui.widgets.clash_card import ClashCard
from desktop.ui.widgets.elided import ElidedLabel
from desktop.ui.widgets.parts import button, column, framed, label, row
from desktop.ui.widgets.unlock_field import UnlockField

Place = tuple[int, Field, int]
"""Assignment, field, indicator of a conflict."""

_LOCKED = "Gói này được khóa. Gõ cụm từ khóa mà nơi gửi đã báo; các gói cùng cụm từ được mở cùng lúc."
_WRONG = "Cụm từ đã gõ không mở được gói này. Gõ lại, hoặc hỏi nơi gửi."
_MOST = 40
_LONGEST = 300


class ArrivalDetails(QScrollArea):
    """side_chosen: a `Clash` and the version wanted; older_wanted: whether an older file is; opened: a passphrase and whether to remember
    it; trusted: the `Arrival` whose sender's new key is believed."""

    side_chosen = Signal(object, object)
    older_wanted = Signal(object, bool)
    opened = Signal(str, bool)
    trusted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("arrivalDetails")
        self.setAccessibleName("Nội dung của tệp đang chọn")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cards: list[ClashCard] = []
        self.unlock: UnlockField | None = None
        self.show_arrival(None, {}, {})

    def show_arrival(
        self,
        one: Arrival | None,
        clashes: Mapping[Place, Clash],
        chosen: Mapping[Place, Result],
        known: str = "",
        *,
        is_wanted: bool = False,
    ) -> None:
        """Show a file. clashes: all of the preview, each with all its sides; chosen: what was chosen so far; known: the words of the key
        that its sender is known by; is_wanted: whether an older one is taken in."""
        self.cards, self.unlock = [], None
        layout = QVBoxLayout()
        layout.setContentsMargins(16, 4, 12, 12)
        layout.setSpacing(12)
        if one is not None:
            for part in self._parts(one, known, is_wanted=is_wanted):
                layout.addWidget(part)
            for part in self._clashes(one, clashes, chosen):
                layout.addWidget(part)
            for part in _rest(one):
                layout.addWidget(part)
        layout.addStretch(1)
        before = self.takeWidget()
        if before is not None:
            before.deleteLater()  # what was pressed in it may still be telling so
        holder = QWidget()
        holder.setLayout(layout)
        self.setWidget(holder)

    def _parts(self, one: Arrival, known: str, *, is_wanted: bool) -> list[QWidget]:
        parts: list[QWidget] = [_head(one)]
        if is_locked(one):
            self.unlock = UnlockField(
                _WRONG if isinstance(one.error, PackageLocked) and one.error.tried else _LOCKED
            )
            self.unlock.opened.connect(self.opened)
            parts.append(self.unlock)
        elif is_rekeyed(one):
            parts.append(self._changed_key(one, known))
        elif one.error is not None:
            parts.append(
                _note(label(sentence(one.error), "warning", "arrivalError", wraps=True), role="alert")
            )
        elif one.key:
            parts.append(_new_key(one))
        if one.verdict is Verdict.OLDER:
            parts.append(self._older(one, is_wanted=is_wanted))
        return parts

    def _changed_key(self, one: Arrival, known: str) -> QWidget:
        told = (
            "Có thể họ vừa cài lại máy, cũng có thể gói này do người khác làm. Hãy gọi số điện thoại đã biết, nhờ họ đọc "
            "tám từ nhận dạng ở Cài đặt, Trao đổi USB. Khớp từng từ với dòng “Trong gói” thì mới tin."
        )
        believe = button("Tin khóa mới", "arrivalTrust", lambda: self.trusted.emit(one))
        return _note(
            label(f"Khóa nhận dạng của {one.sender} đã đổi", "heading", "arrivalRekeyed", wraps=True),
            label(told, wraps=True),
            _words("Trong gói", one.key),
            *([_words("Đã biết", known)] if known else []),
            framed(row(believe, None)),
            role="alert",
        )

    def _older(self, one: Arrival, *, is_wanted: bool) -> QWidget:
        box = QCheckBox("Vẫn nhận gói cũ này")
        box.setObjectName("arrivalOlder")
        box.setChecked(is_wanted)
        box.toggled.connect(lambda on: self.older_wanted.emit(one, on))
        told = "Đã nhận gói mới hơn của nơi này về cùng việc, nên gói cũ không được áp dụng."
        return _note(label(told, wraps=True), box, role="alert")

    def _clashes(
        self, one: Arrival, clashes: Mapping[Place, Clash], chosen: Mapping[Place, Result]
    ) -> list[QWidget]:
        if not one.clashes:
            return []
        parts: list[QWidget] = [
            label(
                f"Xung đột: {text.count(len(one.clashes), 'chỗ')} hai bên cùng sửa. Chọn giá trị đúng.",
                "caption",
                "arrivalClashes",
                wraps=True,
            )
        ]
        for own in one.clashes[:_MOST]:
            place = (own.assignment, own.field, own.indicator)
            clash = clashes.get(place, own)
            wanted = chosen.get(place)
            at = next((i for i, side in enumerate(clash.sides) if wanted and side.uid == wanted.uid), 0)
            card = ClashCard(clash, at)
            card.chosen.connect(self._teller(clash))
            self.cards.append(card)
            parts.append(card)
        return parts + _more(len(one.clashes), "xung đột")

    def _teller(self, clash: Clash) -> Callable[[Result], None]:
        return lambda side: self.side_chosen.emit(clash, side)


def _head(one: Arrival) -> QWidget:
    name = who(one)
    file = ElidedLabel(one.path.name, "hint", "arrivalFile")
    if name == one.path.name:
        return framed(column(label(kind_of(one), "heading", "arrivalWho"), file, space=2))
    about = " · ".join(filter(None, (kind_of(one), one.plan)))
    return framed(
        column(
            label(name, "heading", "arrivalWho", wraps=True), label(about, "muted", wraps=True), file, space=2
        )
    )


def _new_key(one: Arrival) -> QWidget:
    told = f"Gặp “{one.sender}” lần đầu. Nhờ họ đọc tám từ nhận dạng qua điện thoại; khớp với dưới đây thì gói đúng là của họ:"
    hint = "Từ nhận dạng chỉ cho biết gói từ cùng một máy, không phải chữ ký số theo pháp luật."
    return _note(label(told, wraps=True), _words("", one.key), label(hint, "hint", wraps=True), role="note")


def _words(title: str, words: str) -> QWidget:
    told = label(words, "caption", "arrivalWords", wraps=True)
    told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return framed(column(label(title, "hint"), told, space=0)) if title else told


def _note(*parts: QWidget, role: str) -> QWidget:
    return framed(column(*parts, space=8, margins=12), role=role)


def _rest(one: Arrival) -> list[QWidget]:
    parts: list[QWidget] = []
    counts = _counts(one)
    if counts:
        parts.append(label(counts, "", "arrivalCounts", wraps=True))
    if one.problems:
        parts.append(label("Cần xem lại", "caption"))
        parts += [label(problem_sentence(each), wraps=True) for each in one.problems[:_MOST]]
        parts += _more(len(one.problems), "chỗ")
    if one.changes:
        parts.append(label("Thay đổi", "caption"))
        parts += _changes(one.changes[:_MOST])
        parts += _more(len(one.changes), "thay đổi")
    return parts


def _counts(one: Arrival) -> str:
    told = ((one.new, "việc mới"), (one.changed, "việc thay đổi"), (one.same, "việc như cũ"))
    files = ((len(one.proofs), "tệp minh chứng mới"),)
    return " · ".join(text.count(count, noun) for count, noun in told + files if count)


def _changes(changes: Sequence[Change]) -> list[QWidget]:
    """Old and new of each field, under the task they are of."""
    parts: list[QWidget] = []
    before = ""
    for one in changes:
        if one.about != before:
            parts.append(label(text.elided(one.about, _LONGEST), wraps=True))
            before = one.about
        old, new = (text.elided(shown(value), _LONGEST) for value in (one.old, one.new))
        name = field_of(one.field, one.indicator)
        words = label(f"{name}: {old} → {new}", "muted", wraps=True)
        words.setContentsMargins(12, 0, 0, 0)
        parts.append(words)
    return parts


def _more(count: int, noun: str) -> list[QWidget]:
    return [label(f"… và {text.count(count - _MOST, noun)} nữa.", "muted")] if count > _MOST else []
