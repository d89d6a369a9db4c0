"""The blocks of a body as a document of Qt and back, nothing lost. Knows no keys, no paper size, no storage.

The document is a row of paragraphs and tables. The section of tasks stands in it as blocks of its own roles, each task with its key
as source, and is read back as one `TaskPlace` and the words of its tasks.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextTable

from desktop.documents.body import BodyBlock, TaskPlace
from desktop.documents.model import Column, Paragraph, Run, Style, Table
from desktop.documents.numbering import labels
from desktop.domain.vietnamese import nfc
from desktop.ui.editor import tables
from desktop.ui.editor.roles import (
    SECTION_OF_TASKS,
    STYLES,
    PaperLook,
    Role,
    look_of,
    role_of,
    source_of,
    words,
)

_IN_TABLE = frozenset({Role.CELL, Role.HEAD})
_NO_RANK = Table((), ())
_RANKS = {role: Paragraph(style, ()) for role, style in STYLES.items()}
_SAME = 0.01  # px: sums of floats
EMPTY_SECTION = "Nhiệm vụ của từng đơn vị được viết ở đây khi kế hoạch có nhiệm vụ."


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the section of tasks: of units (`Role.LEADS`) or a task. key: "task:12"; text: its words."""

    role: Role
    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in the editor. section: the lines that `TaskPlace` stands for."""

    blocks: tuple[BodyBlock, ...]
    section: tuple[Entry, ...] = ()


def write(
    document: QTextDocument, blocks: Sequence[BodyBlock], section: Sequence[Entry], look: PaperLook
) -> None:
    """Make the document these blocks, `section` in the place of tasks. Whatever it was before is gone."""
    document.clear()
    writer = _Writer(document, look)
    for block in blocks:
        if isinstance(block, Table):
            writer.table(block)
        elif isinstance(block, TaskPlace):
            writer.section(section)
        else:
            writer.paragraph(Role(block.style.value), block.runs, block.source)
    writer.end()
    relabel(document, look)


class _Writer:
    """Puts one block after the other. There is always one block of Qt more than was written: it is used first."""

    def __init__(self, document: QTextDocument, look: PaperLook) -> None:
        self._look = look
        self._cursor = QTextCursor(document)
        self._cursor.beginEditBlock()
        self._is_free = True

    def paragraph(self, role: Role, runs: Sequence[Run], source: str = "") -> None:
        """A paragraph of one role."""
        format_, plain = self._look.block(role, source=source), words(role)
        if self._is_free:
            self._cursor.setBlockFormat(format_)
            self._cursor.setBlockCharFormat(plain)
        else:
            self._cursor.insertBlock(format_, plain)
        self._is_free = False
        insert_runs(self._cursor, role, runs)

    def section(self, entries: Sequence[Entry]) -> None:
        """The section of tasks, or what says that there is none yet."""
        for entry in entries or (Entry(Role.PLACE, "tasks", EMPTY_SECTION),):
            self.paragraph(entry.role, (Run(entry.text),), entry.key)

    def table(self, table: Table) -> None:
        """A table with the line over it."""
        if not tables.is_shown(table):
            return
        if table.caption:
            self.paragraph(Role.CAPTION, (Run(table.caption),))
        if self._is_free:
            self._fill()
        tables.insert(self._cursor, table, self._look)
        self._is_free = True

    def end(self) -> None:
        """The block left over after a table, or that of an empty body, is no paragraph."""
        if self._is_free:
            self._fill()
        self._cursor.endEditBlock()

    def _fill(self) -> None:
        self._cursor.setBlockFormat(self._look.block(Role.FILLER))
        self._cursor.setBlockCharFormat(words(Role.BODY))


def insert_runs(cursor: QTextCursor, role: Role, runs: Sequence[Run]) -> None:
    """Type runs at the cursor in the look of `role`."""
    for run in runs:
        if run.text:
            cursor.insertText(run.text.replace("\n", "\u2028"), words(role, bold=run.bold, italic=run.italic))


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph or table of the document. block: of Qt, the first one of a table; table: None for a paragraph; caption: over it."""

    block: QTextBlock
    role: Role
    table: QTextTable | None = None
    caption: str = ""


def units(document: QTextDocument) -> Iterator[Unit]:
    """Paragraphs and tables in their order: what `documents.plan` prints as one block each, and the place of tasks that are not there."""
    block, caption = document.begin(), ""
    while block.isValid():
        role = role_of(block)
        following = block.next()
        if role in _IN_TABLE:
            table = QTextCursor(block).currentTable()
            yield Unit(block, role, table, caption)
            following = document.findBlock(table.lastPosition() + 1)
        elif not _is_caption(block, role, following) and (role is not Role.FILLER or block.text()):
            yield Unit(block, role)
        caption = text_of(block) if _is_caption(block, role, following) else ""
        block = following


def read(document: QTextDocument) -> Written:
    """What the document says. Paragraphs come back as they were written, runs of one look side by side as one."""
    blocks: list[BodyBlock] = []
    section: list[Entry] = []
    for unit in units(document):
        if unit.table is not None:
            blocks.append(tables.read(unit.table, unit.caption))
        elif unit.role in SECTION_OF_TASKS:
            if not blocks or not isinstance(blocks[-1], TaskPlace):
                blocks.append(TaskPlace())
            if unit.role is not Role.PLACE:
                section.append(Entry(unit.role, source_of(unit.block), text_of(unit.block)))
        else:
            blocks.append(paragraph_of(unit.block))
    return Written(tuple(blocks), tuple(section))


def printed_units(document: QTextDocument, *, joins_tasks: bool = False) -> Iterator[tuple[int, Unit]]:
    """The units with their index among the blocks of the printed document. joins_tasks: the section of tasks prints as one paragraph."""
    at, was_task = -1, False
    for unit in units(document):
        if unit.role is Role.PLACE:
            continue
        is_task = unit.role in SECTION_OF_TASKS
        if not (joins_tasks and is_task and was_task):
            at += 1
        was_task = is_task
        yield at, unit


def _is_caption(block: QTextBlock, role: Role, following: QTextBlock) -> bool:
    """A line over a table that is gone is a paragraph like others; an empty one over a table is nothing."""
    return role is Role.CAPTION and (role_of(following) in _IN_TABLE or not block.text())


def paragraph_of(block: QTextBlock) -> Paragraph:
    """A block as a paragraph; one of no rank is running text."""
    return Paragraph(STYLES.get(role_of(block), Style.BODY), runs_of(block), source_of(block))


def runs_of(block: QTextBlock) -> tuple[Run, ...]:
    """The words of a block with their looks."""
    runs: list[Run] = []
    at = block.begin()
    while not at.atEnd():
        fragment = at.fragment()
        bold, italic = look_of(fragment.charFormat())
        runs.append(Run(nfc(fragment.text()).replace("\u2028", "\n"), bold, italic))
        at += 1
    return joined(runs)


def text_of(block: QTextBlock) -> str:
    """The words of a block."""
    return nfc(block.text()).replace("\u2028", "\n")


def joined(runs: Sequence[Run]) -> tuple[Run, ...]:
    """The runs without empty ones, those of one look side by side as one."""
    out: list[Run] = []
    for run in runs:
        if out and (out[-1].bold, out[-1].italic) == (run.bold, run.italic):
            out[-1] = replace(run, text=out[-1].text + run.text)
        elif run.text:
            out.append(run)
    return tuple(out)


def as_read(blocks: Sequence[BodyBlock]) -> tuple[BodyBlock, ...]:
    """The same blocks in the one way in which `read` gives them: what prints alike is alike."""
    out: list[BodyBlock] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            out.append(replace(block, runs=joined(block.runs)))
        elif isinstance(block, TaskPlace):
            out.append(block)
        elif tables.is_shown(block):
            out.append(_table_as_read(block))
    return tuple(out)


def _table_as_read(table: Table) -> Table:
    blank = ("",) * (len(table.columns) - 1)
    rows = tuple((row[0], *blank) if at in table.groups else row for at, row in enumerate(table.rows))
    columns = tables.trimmed(table.columns)
    return replace(table, columns=tuple(_same(column) for column in columns), rows=rows)


def _same(column: Column) -> Column:
    return replace(column, width=float(column.width))


def relabel(document: QTextDocument, look: PaperLook, *, anew: bool = False) -> list[str]:
    """The label of every block of Qt, and room for it before the words. anew: every other measure of paragraphs too, for another scale."""
    found: list[tuple[QTextBlock, Role]] = []
    ranks: list[Paragraph | Table] = []
    block = document.begin()
    while block.isValid():
        role = role_of(block)
        if role in _IN_TABLE:
            following = document.findBlock(QTextCursor(block).currentTable().lastPosition() + 1)
            ranks += [_NO_RANK] * (following.blockNumber() - block.blockNumber())
        else:
            following = block.next()
            found.append((block, role))
            ranks.append(_RANKS.get(role, _NO_RANK))
        block = following
    out = list(labels(ranks))
    for block, role in found:
        label = out[block.blockNumber()]
        if anew:
            QTextCursor(block).setBlockFormat(look.block(role, label, source_of(block)))
        elif label:
            _make_room(block, look.indent + look.label_width(role, label))
    return out


def _make_room(block: QTextBlock, room: float) -> None:
    format_ = block.blockFormat()
    if abs(format_.textIndent() - room) > _SAME:
        format_.setTextIndent(room)
        QTextCursor(block).setBlockFormat(format_)
