"""The upper part of a paper: head in two columns, type and subject, Kính gửi, the head of an appendix. Geometry of Phụ lục III."""

from desktop.documents.form import list_end
from desktop.documents.model import Appendix, Document, Head
from desktop.writers.line_breaking import Line, balanced, break_text
from desktop.writers.pdf_layout import BlockBox, Box, Frame, Placed, centred
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


def _issuer(head: Head, frame: Frame, box: BlockBox) -> float:
    form = frame.form.head
    width, size = form.left * MM, form.nation_size
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
    x, width, y = frame.left + form.left * MM, form.right * MM, 0.0
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
    width, right = form.left * MM, frame.left + frame.width
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
    return balanced(text, frame.face(), frame.setting(form.number_size), form.left * MM)


def date_lines(head: Head, frame: Frame) -> tuple[list[Line], float]:
    """Place and date, and the width of the column they stand in the middle of. A long place reaches into the room that Số leaves
    free, or stands on a line of its own; it is never set smaller [II.4]."""
    form = frame.form.head
    size, column = form.place_size, form.right * MM
    text = frame.form.date_line(head.place, head.day, head.month, head.year)
    widest = max(line.width for line in number_lines(head, frame))
    room = max(frame.width - (form.left * MM + widest) / 2 - 2 * size, column)
    face, setting = frame.face(italic=True), frame.setting(size)
    whole = break_text(text, face, setting, room, room)
    if len(whole) == 1:
        return whole, max(column, whole[0].width)
    place, comma, date = text.rpartition(", ")
    lines = balanced(place + comma.rstrip(), face, setting, column)
    return lines + break_text(date, face, setting, column, column), column


def _about(subject: str, frame: Frame, box: BlockBox, y: float) -> float:
    form = frame.form.head
    width, size = form.left * MM, form.about_size
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
        lines = balanced(text, face, setting, frame.width)
        box.lines += centred(frame, lines, form.size, frame.left, frame.width, y)
        y += len(lines) * frame.line_height(form.size)
    if lines:
        widest = max(line.width for line in lines)
        y = _rule_under(frame, box, frame.left + frame.width / 2, form.rule * widest, form.size)
    box.height = y + form.after
    return box


def addressee_boxes(document: Document, frame: Frame) -> list[Box]:
    """Kính gửi: one name beside it, more as a list with the dashes under the colon [II.9a]."""
    names, form = document.addressees, frame.form.addressees
    if not names:
        return []
    label = frame.form.words.addressees
    face, setting = frame.face(), frame.setting(form.size)
    measure = face.widths.__getitem__
    to_colon = sum(measure(word) for word in label[:-1].split(" ")) * form.size + face.space * form.size
    if len(names) == 1:
        texts, hang = [names[0]], to_colon + (measure(":") + face.space) * form.size
    else:
        texts, hang = (
            [f"- {list_end(name, last=at == len(names) - 1)}" for at, name in enumerate(names)],
            to_colon,
        )
    indent = form.indent * MM
    room = frame.width - indent - hang
    if any(len(break_text(text, face, setting, room, room)) > 1 for text in texts):
        indent = form.narrow * MM
        room = frame.width - indent - hang
    first = break_text(label, face, setting, frame.width, frame.width)
    blocks = [break_text(text, face, setting, room, room) for text in texts]
    return [_addressee_block(frame, first, blocks, indent, hang)]


def _addressee_block(
    frame: Frame, label: list[Line], items: list[list[Line]], indent: float, hang: float
) -> Box:
    form = frame.form.addressees
    height, ascent = frame.line_height(form.size), frame.family.ascent * form.size
    x = frame.left + indent
    box = BlockBox(before=form.before)
    box.lines.append(Placed(x, ascent, label[0], form.size))
    y = 0.0 if len(items) == 1 else height
    for lines in items:
        for line in lines:
            box.lines.append(Placed(x + hang, y + ascent, line, form.size))
            y += height
    box.height = y + form.after
    return box


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
        lines = balanced(text, frame.face(bold=bold, italic=not bold), frame.setting(size), frame.width)
        box.lines += centred(frame, lines, size, frame.left, frame.width, y)
        y += len(lines) * frame.line_height(size)
    y = _rule_under(frame, box, frame.left + frame.width / 2, form.rule * MM, form.note_size)
    box.height = y + form.after
    return box
