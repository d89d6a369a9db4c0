"""The upper part of a paper: head in two columns, type and subject, Kính gửi, the head of an appendix. Geometry of Phụ lục III."""

from dataclasses import dataclass

from desktop.documents.form import list_end
from desktop.documents.model import Appendix, Document, Head
from desktop.writers.line_breaking import Line, balanced, break_text
from desktop.writers.pdf_layout import BlockBox, Box, Frame, Gap, LineBox, centred
from desktop.writers.pdf_page import MM

_DESCENT = 0.216  # ems under the baseline


def head_box(document: Document, frame: Frame) -> BlockBox:
    """Issuer and number on the left, nation, motto, place and date on the right, level with each other [II.1-5]."""
    head, form = document.head, frame.form.head
    box = BlockBox(weight=form.rule_weight)
    left = _issuer(head, frame, box)
    right = _nation(frame, box)
    row = max(left, right) + form.row_gap
    bottom = _number_and_date(document, frame, box, row)
    if not document.title:
        bottom = _about(document.subject, frame, box, bottom)
    box.height = bottom + form.after
    return box


def head_columns(frame: Frame) -> tuple[float, float]:
    """Widths of the two columns over the text, which fill the frame: on a sheet that lies on its side they grow alike."""
    form = frame.form.head
    left = frame.width * form.left / (form.left + form.right)
    return left, frame.width - left


def _issuer(head: Head, frame: Frame, box: BlockBox) -> float:
    form = frame.form.head
    width, size = head_columns(frame)[0], form.nation_size
    y, lines = 0.0, []
    for texts, bold in ((head.superior, False), (head.issuer, True)):
        for text in texts:
            lines = balanced(text, frame.face(bold=bold), frame.setting(size), width)
            box.lines += centred(frame, lines, size, frame.left, width, y)
            y += len(lines) * frame.line_height(size)
    if not head.issuer:
        return y
    widest = max(line.width for line in lines)
    return _rule_under(frame, box, frame.left + width / 2, form.issuer_rule * widest, size)


def _nation(frame: Frame, box: BlockBox) -> float:
    form, words = frame.form.head, frame.form.words
    left, width = head_columns(frame)
    x, y = frame.left + left, 0.0
    lines: list[Line] = []
    for text, size in ((words.nation, form.nation_size), (words.motto, form.motto_size)):
        lines = balanced(text, frame.face(bold=True), frame.setting(size), width)
        box.lines += centred(frame, lines, size, x, width, y)
        y += len(lines) * frame.line_height(size)
    return _rule_under(frame, box, x + width / 2, lines[-1].width, form.motto_size)


def _rule_under(frame: Frame, box: BlockBox, middle: float, width: float, size: float) -> float:
    """A rule under the last line put into `box`; gives its y."""
    y = box.lines[-1].y + _DESCENT * size + frame.form.head.rule_gap
    box.rules.append((middle - width / 2, y, width))
    return y


def _number_and_date(document: Document, frame: Frame, box: BlockBox, y: float) -> float:
    form = frame.form.head
    width, right = head_columns(frame)[0], frame.left + frame.width
    number = number_lines(document.head, frame)
    date, column = date_lines(document.head, frame)
    box.lines += centred(frame, number, form.number_size, frame.left, width, y)
    box.lines += centred(frame, date, form.place_size, right - column, column, y)
    rows = ((number, form.number_size), (date, form.place_size))
    return y + max(len(lines) * frame.line_height(size) for lines, size in rows)


def number_lines(head: Head, frame: Frame) -> list[Line]:
    """Số and symbol, for the left column [II.3]."""
    form = frame.form.head
    text = frame.form.number_line(head.number, head.symbol)
    return balanced(text, frame.face(), frame.setting(form.number_size), head_columns(frame)[0])


def date_lines(head: Head, frame: Frame) -> tuple[list[Line], float]:
    """Place and date, and the width of the column they stand in the middle of. A long place reaches into the room that Số leaves
    free, or stands on a line of its own; it is never set smaller [II.4]."""
    form = frame.form.head
    left, column = head_columns(frame)
    size = form.place_size
    text = frame.form.date_line(head.place, head.day, head.month, head.year)
    widest = max((line.width for line in number_lines(head, frame)), default=0.0)
    room = max(frame.width - (left + widest) / 2 - 2 * size, column)
    face, setting = frame.face(italic=True), frame.setting(size)
    whole = break_text(text, face, setting, room, room)
    if len(whole) == 1:
        return whole, max(column, whole[0].width)
    place, comma, date = text.rpartition(", ")
    lines = balanced(place + comma.rstrip(), face, setting, column)
    return lines + break_text(date, face, setting, column, column), column


def _about(subject: str, frame: Frame, box: BlockBox, y: float) -> float:
    form = frame.form.head
    width, size = head_columns(frame)[0], form.about_size
    lines = balanced(frame.form.about_line(subject), frame.face(), frame.setting(size), width)
    y += form.about_gap
    box.lines += centred(frame, lines, size, frame.left, width, y)
    return y + len(lines) * frame.line_height(size)


def title_box(document: Document, frame: Frame) -> BlockBox:
    """Type of the paper, subject and the line under it [II.5a]."""
    form = frame.form.title
    box = BlockBox(weight=frame.form.head.rule_weight)
    face, setting, y, lines = frame.face(bold=True), frame.setting(form.size), 0.0, []
    for text in (document.title.upper(), document.subject):
        lines = balanced(text, face, setting, frame.width, at_sense=True)
        box.lines += centred(frame, lines, form.size, frame.left, frame.width, y)
        y += len(lines) * frame.line_height(form.size)
    if lines:
        widest = max(line.width for line in lines)
        y = _rule_under(frame, box, frame.left + frame.width / 2, form.rule * widest, form.size)
    box.height = y + form.after
    return box


@dataclass(frozen=True, slots=True)
class Addressing:
    """Kính gửi as it is set. first: its first paragraph; items: the list under it; indent: of the first, points;
    hang: how much further the lines under it stand."""

    first: str
    items: tuple[str, ...]
    indent: float
    hang: float


def addressing(document: Document, frame: Frame) -> Addressing:
    """One name beside "Kính gửi:", more as a list with the dashes under the colon; at least one name [II.9a]."""
    names, form, label = document.addressees, frame.form.addressees, frame.form.words.addressees
    face, setting = frame.face(), frame.setting(form.size)
    hang = _width(label.rstrip(":"), frame)
    if len(names) == 1:
        hang += (face.widths[":"] + face.space) * form.size
    room = frame.width - form.indent * MM - hang
    fits = all(len(break_text(f"- {name};", face, setting, room, room)) < 2 for name in names)
    indent = (form.indent if fits else form.narrow) * MM
    if len(names) == 1:
        return Addressing(f"{label} {names[0]}", (), indent, hang)
    last = len(names) - 1
    items = tuple(f"- {list_end(name, last=at == last)}" for at, name in enumerate(names))
    return Addressing(label, items, indent, hang)


def _width(text: str, frame: Frame) -> float:
    face, size = frame.face(), frame.form.addressees.size
    words = face.clean(text).split(" ")
    return (sum(face.widths[word] for word in words) + face.space * (len(words) - 1)) * size


def addressee_boxes(document: Document, frame: Frame) -> list[Box]:
    """Kính gửi as lines; none where nobody is named."""
    if not document.addressees:
        return []
    form, to = frame.form.addressees, addressing(document, frame)
    size = form.size
    face, setting, height = frame.face(), frame.setting(size), frame.line_height(size)
    room = frame.width - to.indent - to.hang
    left, under = frame.left + to.indent, frame.left + to.indent + to.hang
    lines = [
        (left if at == 0 else under, line)
        for at, line in enumerate(break_text(to.first, face, setting, room + to.hang, room))
    ]
    lines += [(under, line) for item in to.items for line in break_text(item, face, setting, room, room)]
    baseline = frame.family.ascent * size
    boxes: list[Box] = [
        LineBox(height, 0.0 if at else form.before, at > 0, x, line, size, baseline, None)
        for at, (x, line) in enumerate(lines)
    ]
    return [*boxes, Gap(form.after)]


def appendix_box(appendix: Appendix, label: str, attached: str, frame: Frame) -> BlockBox:
    """ "Phụ lục I", its title, what it belongs to, and a short line [III.1]."""
    form = frame.form.appendix
    box = BlockBox(weight=frame.form.head.rule_weight)
    y = 0.0
    looks = (
        (label, form.size, True),
        (appendix.title.upper(), form.size, True),
        (attached, form.note_size, False),
    )
    for text, size, bold in looks:
        face = frame.face(bold=bold, italic=not bold)
        lines = balanced(text, face, frame.setting(size), frame.width, at_sense=bold)
        box.lines += centred(frame, lines, size, frame.left, frame.width, y)
        y += len(lines) * frame.line_height(size)
    y = _rule_under(frame, box, frame.left + frame.width / 2, form.rule * MM, form.note_size)
    box.height = y + form.after
    return box
