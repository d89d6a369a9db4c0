"""Từ văn bản chỉ đạo: the document at the left, what was understood at the right, corrected in place, then "Tạo kế hoạch"."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from desktop.domain.directive import AskedTask
from desktop.domain.task import Task
from desktop.errors import AppError
from desktop.sentences import sentence
from desktop.services import planning, understanding
from desktop.services.changes import Noun
from desktop.services.planning import Chosen, NewPlan
from desktop.services.understanding import Understood
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.dialogs.save_paper import ask_files
from desktop.ui.hub import Place
from desktop.ui.pages.page import Page
from desktop.ui.widgets.asked_task_card import AskedTaskCard
from desktop.ui.widgets.directive_start import DirectiveStart
from desktop.ui.widgets.parts import button, label, row
from desktop.ui.widgets.reading_head import ReadingHead
from desktop.ui.widgets.source_text import SourceText

KINDS = "Văn bản (*.docx *.pdf *.txt *.html *.htm);;Mọi tệp (*)"
ENDINGS = (".docx", ".doc", ".pdf", ".txt", ".html", ".htm")


class DirectivePage(Page):
    """Starts by asking for a document; a reading that is being corrected stays until another is opened."""

    name = "directive"
    title = "Từ văn bản chỉ đạo"
    help = "van-ban-chi-dao"
    nouns = Noun.UNITS

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._path: Path | None = None
        self._told: Understood | None = None
        self._cards: list[AskedTaskCard] = []
        self.make = button("Tạo kế hoạch", "makePlan", self._make_plan, role="primary")
        self.another = button("Văn bản khác…", "otherDirective", self._start_again)
        self.header.add(self.another)
        self.header.add(self.make)
        self.start = DirectiveStart(context.theme)
        self.start.choose_wanted.connect(self._choose)
        self.start.pasted.connect(self._read_words)
        self.start.dropped.connect(self._read_file)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.start)
        self._stack.addWidget(self._workbench())
        holder = QWidget()
        holder.setLayout(self._stack)
        self.body.addWidget(holder, 1)
        next_doubt = QShortcut(QKeySequence("F8"), self)
        next_doubt.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        next_doubt.activated.connect(self._next_doubt)
        self._show_start()

    def open_at(self, place: Place) -> None:
        """Read the first of the files that were dropped."""
        if place.part:
            self._read_file(place.part.splitlines()[0])

    def drop(self, paths: list[str]) -> bool:
        """A document dropped here is read."""
        wanted = [path for path in paths if path.lower().endswith(ENDINGS)]
        if wanted:
            self._read_file(wanted[0])
        return bool(wanted)

    def focus_first(self) -> None:
        """The button that chooses a file, or the first doubtful value."""
        if self._told is None:
            self.start.choose.setFocus()

    def _workbench(self) -> QWidget:
        self.source = SourceText(self.context.theme)
        self.source.clicked_at.connect(self._on_clicked_at)
        self.head = ReadingHead(self.context)
        self.head.looked.connect(lambda words: self._look(words, ""))
        self.summary = label("", "muted", "readingSummary", wraps=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        right = QVBoxLayout()
        right.setContentsMargins(12, 0, 12, 12)
        right.setSpacing(10)
        add = button("Thêm nhiệm vụ", "addAsked", self._add_task)
        add.setToolTip("Bôi đen câu trong văn bản rồi bấm để lấy làm nhiệm vụ")
        doubt = button("Mục chưa chắc (F8)", "nextDoubt", self._next_doubt)
        right.addWidget(label("Văn bản", "heading"))
        right.addWidget(self.head)
        right.addSpacing(6)
        right.addLayout(row(label("Nhiệm vụ", "heading"), None, doubt, add))
        right.addWidget(self.summary)
        right.addLayout(self._list)
        right.addStretch(1)
        inner = QWidget()
        inner.setLayout(right)
        self.parts_view = QScrollArea()
        self.parts_view.setObjectName("readingScroll")
        self.parts_view.setFrameShape(QFrame.Shape.NoFrame)
        self.parts_view.setWidgetResizable(True)
        self.parts_view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.parts_view.setWidget(inner)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setObjectName("directiveSplit")
        split.addWidget(self.source)
        split.addWidget(self.parts_view)
        split.setSizes([560, 580])
        return split

    def _show_start(self, problem: str = "") -> None:
        self.start.tell(problem)
        self._stack.setCurrentIndex(0)
        self.make.hide()
        self.another.hide()
        self.header.say(self.title)

    def _start_again(self) -> None:
        self._told = None
        self._show_start()

    def _choose(self) -> None:
        ask_files(
            self.context,
            self.window(),
            "Mở văn bản chỉ đạo",
            KINDS,
            lambda paths: self._read_file(str(paths[0])),
        )

    def _read_file(self, path: str) -> None:
        wanted, work = Path(path), self.context.work
        self._path = wanted
        self.start.tell("", f"Đang đọc {wanted.name}…")
        self.context.jobs.start(
            f"Đọc {wanted.name}",
            lambda progress: understanding.of_file(work, wanted, progress),
            self._show,
            self._on_refused,
        )

    def _read_words(self, words: str) -> None:
        self._path = None
        work = self.context.work
        self.context.jobs.start(
            "Đọc văn bản", lambda _: understanding.of_words(work, words), self._show, self._on_refused
        )

    def _on_refused(self, error: AppError) -> None:
        self._show_start(sentence(error))

    def _show(self, told: Understood) -> None:
        self._told = told
        reading = told.reading
        self.head.show_reading(reading)
        self._fill(list(reading.tasks), list(told.tasks))
        values = [(words, "") for words in self.head.values()]
        values += [(task.sentence or task.text, "") for task in reading.tasks]
        spans = [span for words, inside in values if (span := understanding.span(told.text, words, inside))]
        self.source.show_text(told.text, spans)
        self._stack.setCurrentIndex(1)
        self.make.show()
        self.another.show()
        self.header.say(self._path.name if self._path else "Văn bản đã dán")
        self._tell()
        self._next_doubt()

    def _fill(self, asked: list[AskedTask], bound: list[Task]) -> None:
        for card in self._cards:
            self._list.removeWidget(card)
            card.deleteLater()
        self._cards = []
        written_on = self._told.reading.date if self._told else None
        for number, (one, task) in enumerate(zip(asked, bound, strict=True), 1):
            card = AskedTaskCard(self.context, number, one, task, written_on)
            card.looked.connect(self._look)
            card.changed.connect(self._tell)
            card.removed.connect(lambda card=card: self._remove(card))
            card.merge_wanted.connect(lambda card=card: self._merge(card))
            self._cards.append(card)
            self._list.addWidget(card)

    def _tell(self) -> None:
        doubts = sum(card.is_doubtful for card in self._cards)
        words = text.count(len(self._cards), "nhiệm vụ")
        if not self._cards:
            words = "Không thấy nhiệm vụ nào trong văn bản; có thể thêm bằng tay."
        elif doubts:
            words += f", {text.count(doubts, 'nhiệm vụ')} cần xem lại đơn vị. Để vậy cũng tạo được kế hoạch, chỗ chưa khớp in nguyên lời."
        self.summary.setText(words)

    def _look(self, words: str, inside: str) -> None:
        if self._told is not None:
            self.source.look_at(understanding.span(self._told.text, words, inside))

    def _on_clicked_at(self, at: int) -> None:
        """Show the task that was read from the sentence under the pointer."""
        if self._told is None:
            return
        for card in self._cards:
            words = card.asked.sentence or card.asked.text
            span = understanding.span(self._told.text, words)
            if span and span[0] <= at <= span[1]:
                self.parts_view.ensureWidgetVisible(card, 0, 80)
                card.words.setFocus()
                return

    def _next_doubt(self) -> None:
        doubtful = [card for card in self._cards if card.is_doubtful]
        if not doubtful:
            return
        seen = next(
            (at for at, card in enumerate(self._cards) if card.isAncestorOf(self.focusWidget() or self)), -1
        )
        later = [card for card in doubtful if self._cards.index(card) > seen]
        card = (later or doubtful)[0]
        self.parts_view.ensureWidgetVisible(card, 0, 60)
        card.focus_doubt()

    def _now(self) -> tuple[list[AskedTask], list[Task]]:
        """The tasks as they stand, each with whom it is bound to."""
        asked = [card.asked for card in self._cards]
        return asked, [card.bound for card in self._cards]

    def _remove(self, card: AskedTaskCard) -> None:
        asked, bound = self._now()
        at = self._cards.index(card)
        del asked[at], bound[at]
        self._fill(asked, bound)
        self._tell()

    def _merge(self, card: AskedTaskCard) -> None:
        asked, bound = self._now()
        at = self._cards.index(card)
        if at == 0:
            return
        asked[at - 1] = understanding.merged(asked[at - 1], asked[at])
        bound[at - 1] = understanding.merged_parties(bound[at - 1], bound[at])
        del asked[at], bound[at]
        self._fill(asked, bound)
        self._tell()

    def _add_task(self) -> None:
        asked, bound = self._now()
        new = understanding.blank_task(self.source.selected_words())
        self._fill([*asked, new], [*bound, Task(0, "", 0, len(bound), new.text)])
        self._tell()
        self.parts_view.ensureWidgetVisible(self._cards[-1], 0, 60)
        self._cards[-1].words.setFocus()

    def _make_plan(self) -> None:
        if self._told is None:
            return
        kept = [card for card in self._cards if card.asked.text]
        reading = self.head.reading
        reading = understanding.with_tasks(reading, [card.asked for card in kept])
        chosen: dict[int, Chosen] = {at: c for at, card in enumerate(kept) if (c := card.chosen) is not None}
        path, work = self._path, self.context.work
        self.context.doer.run(
            "Tạo kế hoạch",
            lambda _: planning.new_from_reading(work, reading, path, chosen=chosen),
            self._after,
        )

    def _after(self, made: NewPlan) -> None:
        self._start_again()
        self.context.hub.go("plan", made.plan.id, "draft")
