"""The foot of a paper: Nơi nhận on the left, the signing block on the right, in one piece [II.7, II.9b]. Never paints a signature."""

from desktop.documents.form import recipient_lines
from desktop.documents.model import Document, Signature
from desktop.writers.line_breaking import balanced, break_text
from desktop.writers.pdf_layout import BlockBox, Box, Frame, LineBox, Placed, centred
from desktop.writers.pdf_page import MM

_BELOW = 0.258  # ems of a line under its baseline


def party_boxes(document: Document, frame: Frame) -> list[Box]:
    """Those who sign side by side over the foot, in columns of the same width; kept with what follows."""
    if not document.parties:
        return []
    box = BlockBox(before=frame.form.signature.before)
    width = frame.width / len(document.parties)
    for at, party in enumerate(document.parties):
        lines, bottom = _signer(party, frame, frame.left + at * width, width)
        box.lines += lines
        box.height = max(box.height, bottom)
    return [box]


def signature_boxes(document: Document, frame: Frame) -> list[Box]:
    """One box with both columns; the rest of a list of recipients longer than a page follows line by line."""
    box = BlockBox(before=frame.form.signature.before)
    width = frame.form.signature.right * MM
    signer, bottom = _signer(document.signature, frame, frame.left + frame.width - width, width)
    rest = _recipients(document.recipients, frame, box, bottom)
    box.lines += signer
    if not box.lines:
        return []
    box.height = max([bottom, *(placed.y + placed.size * _BELOW for placed in box.lines)])
    box.breaks = bool(rest)
    return [box, *rest]


def _signer(signature: Signature, frame: Frame, x: float, width: float) -> tuple[list[Placed], float]:
    """A signing block in the column from `x`, and its height."""
    form = frame.form.signature
    face, setting, height = frame.face(bold=True), frame.setting(form.size), frame.line_height(form.size)
    out: list[Placed] = []
    y = 0.0
    for text in (*signature.lines, None, signature.above_name, signature.name):
        if text is None:
            y += form.room * MM
            continue
        lines = balanced(text, face, setting, width)
        out += centred(frame, lines, form.size, x, width, y)
        y += len(lines) * height
    return (out, y) if out else ([], 0.0)


def _recipients(recipients: tuple[str, ...], frame: Frame, box: BlockBox, bottom: float) -> list[Box]:
    """The left column; what does not fit beside the signature on one page comes back as boxes of its own."""
    form = frame.form.signature
    width = form.left * MM
    label, *items = recipient_lines(recipients, frame.form) or ("",)
    if not label:
        return []
    bold = frame.face(bold=True, italic=True)
    # Its baseline is that of the first line of the signing block.
    base = frame.family.ascent * form.size
    first = break_text(label, bold, frame.setting(form.label_size), width, width)
    box.lines.append(Placed(frame.left, base, first[0], form.label_size))
    y = base + (frame.family.line - frame.family.ascent) * form.label_size
    size = form.item_size
    setting, height, ascent = frame.setting(size), frame.line_height(size), frame.family.ascent * size
    most = max(bottom, frame.height * form.most)
    rest: list[Box] = []
    for text in items:
        for line in break_text(text, frame.face(), setting, width, width):
            if y + height <= most:
                box.lines.append(Placed(frame.left, y + ascent, line, size))
            else:
                rest.append(LineBox(height, 0.0, True, frame.left, line, size, ascent, None))
            y += height
    return rest
