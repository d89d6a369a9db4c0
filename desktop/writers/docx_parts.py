"""The parts of a paper as WordprocessingML: head, title, Kính gửi, text, foot, heads of appendices. Places are those of the PDF.

The lines of titles are measured with the faces of the PDF, and indents make Word break them at the same words.
"""

from collections.abc import Sequence

from desktop.documents.form import list_end
from desktop.documents.looks import Printed
from desktop.documents.model import Align, Appendix, Document, Signature, Style
from desktop.writers.docx_styles import BASIS, BODY, CELL, CLAUSE, PLAIN, SECTION
from desktop.writers.docx_xml import Cell, Look, Margins, paragraph, paragraph_of_runs, row, table
from desktop.writers.line_breaking import balanced, break_text
from desktop.writers.pdf_head import addressing, date_lines, head_columns
from desktop.writers.pdf_layout import Frame
from desktop.writers.pdf_page import MM

_STYLES = {Style.BASIS: BASIS, Style.SECTION: SECTION, Style.CLAUSE: CLAUSE}
_EDGE = 0.75  # Word's lines: eighths of a point
_IN_LINE = 0.5  # points under the letters that belong to their line
_LEAST = 6.0  # points: narrower columns are lost on LibreOffice
_AIR = 1.5  # points more than a line needs, so that Word's own rounding does not break it


def _middle(text: str, frame: Frame, width: float, look: Look) -> tuple[str, float]:
    """A paragraph in the middle of a column, broken as in the PDF; and the width of its widest line."""
    if not text:
        return paragraph(look), 0.0
    face = frame.face(bold=look.bold, italic=look.italic)
    lines = balanced(text, face, frame.setting(look.size), width)
    widest = max(line.width for line in lines)
    side = max((width - widest) / 2 - _AIR, 0.0) if len(lines) > 1 else 0.0
    indented = Look(
        PLAIN,
        Align.CENTRE,
        look.size,
        look.bold,
        look.italic,
        side,
        side,
        before=look.before,
        keep_next=look.keep_next,
    )
    return paragraph(indented, text), widest


def _rule(frame: Frame, width: float, column: float, after: float) -> str:
    """A line of `width` in the middle of a column, as the upper edge of a low empty paragraph; `after`: its height."""
    side = (column - width) / 2
    gap = frame.form.head.rule_gap - _IN_LINE
    return paragraph(Look(PLAIN, left=side, right=side, before=gap, line=after, edge=_EDGE, keep_next=True))


def head(document: Document, frame: Frame) -> list[str]:
    """The two columns over the text as a table without lines [II.1-5]."""
    form, top = frame.form.head, document.head
    left, right = head_columns(frame)
    # A long place takes a part of the left column; Số stays in the middle of the whole.
    lines, _ = date_lines(top, frame)
    over = max(line.width for line in lines) + 2 * _AIR - right
    reach = over + _LEAST if over > 0 else 0.0
    number = paragraph(
        Look(PLAIN, Align.CENTRE, form.number_size, left=reach),
        frame.form.number_line(top.number, top.symbol),
    )
    place = frame.form.date_line(top.place, top.day, top.month, top.year)
    if len(lines) > 1:
        place = place.replace(", ", ",\n")
    date = paragraph(Look(PLAIN, Align.CENTRE, form.place_size, italic=True), place)
    widths = (left - reach, reach, right) if reach else (left, right)
    spread = 2 if reach else 1
    rows = [
        row([Cell(_issuer(document, frame, left), left, spread), Cell(_nation(frame, right), right)]),
        row([Cell(number, left - reach), Cell(date, right + reach, spread)]),
    ]
    if not document.title:
        look = Look(PLAIN, size=form.about_size, before=form.about_gap)
        about = _middle(frame.form.about_line(document.subject), frame, left, look)[0]
        rows.append(row([Cell(about, left, spread), Cell(paragraph(Look(PLAIN)), right)]))
    return [table(rows, widths, Margins()), paragraph(Look(PLAIN, line=form.after))]


def _issuer(document: Document, frame: Frame, width: float) -> str:
    form, top = frame.form.head, document.head
    out, widest = "", 0.0
    for texts, bold in ((top.superior, False), (top.issuer, True)):
        for text in texts:
            xml, widest = _middle(text, frame, width, Look(PLAIN, size=form.nation_size, bold=bold))
            out += xml
    return out + _rule(frame, form.issuer_rule * widest, width, form.row_gap)


def _nation(frame: Frame, width: float) -> str:
    form, fixed = frame.form.head, frame.form.words
    first, _ = _middle(fixed.nation, frame, width, Look(PLAIN, size=form.nation_size, bold=True))
    second, wide = _middle(fixed.motto, frame, width, Look(PLAIN, size=form.motto_size, bold=True))
    return first + second + _rule(frame, wide, width, form.row_gap)


def title(document: Document, frame: Frame) -> list[str]:
    """Type of the paper, subject and the line under it [II.5a]."""
    form = frame.form.title
    look = Look(PLAIN, size=form.size, bold=True, keep_next=True)
    first, _ = _middle(document.title.upper(), frame, frame.width, look)
    second, wide = _middle(document.subject, frame, frame.width, look)
    return [first, second, _rule(frame, form.rule * wide, frame.width, form.after)]


def addressees(document: Document, frame: Frame) -> list[str]:
    """Kính gửi: one name beside it, more as a list with the dashes under the colon [II.9a]."""
    if not document.addressees:
        return []
    form, to = frame.form.addressees, addressing(document, frame)
    after = paragraph(Look(PLAIN, line=form.after))
    left = to.indent + to.hang
    first = Look(
        PLAIN, Align.LEFT, form.size, left=left, first=-to.hang, before=form.before, keep_next=bool(to.items)
    )
    items = [paragraph(Look(PLAIN, Align.LEFT, form.size, left=left), item) for item in to.items]
    return [paragraph(first, to.first), *items, after]


def text(block: Printed, *, keep_next: bool) -> str:
    """A paragraph of running text."""
    style = _STYLES.get(block.style, BODY)
    look = Look(
        style, bold=style in {SECTION, CLAUSE}, italic=style == BASIS, keep_next=keep_next or block.keep_next
    )
    return paragraph_of_runs(look, block.runs)


def parties(document: Document, frame: Frame) -> list[str]:
    """Those who sign side by side over the foot, as a table without lines that stays with it."""
    if not document.parties:
        return []
    width = frame.width / len(document.parties)
    cells = [Cell(_signer(one, frame, width, keep_next=True), width) for one in document.parties]
    before = paragraph(Look(PLAIN, line=frame.form.signature.before, keep_next=True))
    return [before, table([row(cells)], (width,) * len(cells), Margins())]


def foot(document: Document, frame: Frame, section: str) -> list[str]:
    """Nơi nhận and the signing block as a table without lines that is not cut; ends the section [II.7, II.9b]."""
    end = paragraph(Look(PLAIN, line=1), section=section)
    if not document.recipients and not document.signature.lines:
        return [end]
    form = frame.form.signature
    right = form.right * MM
    left = frame.width - right
    cells = [
        Cell(_recipients(document.recipients, frame), left),
        Cell(_signer(document.signature, frame, right), right),
    ]
    return [
        paragraph(Look(PLAIN, line=form.before, keep_next=True)),
        table([row(cells, whole=_fits(document.recipients, frame))], (left, right), Margins()),
        end,
    ]


def _fits(names: Sequence[str], frame: Frame) -> bool:
    """Whether Nơi nhận stays on one page; a longer list is cut rather than pushed off the paper."""
    form = frame.form.signature
    setting, width = frame.setting(form.item_size), form.left * MM
    lines = sum(len(break_text(f"- {name};", frame.face(), setting, width, width)) for name in names)
    return lines * frame.line_height(form.item_size) < frame.height * frame.form.signature.most


def _recipients(names: Sequence[str], frame: Frame) -> str:
    form = frame.form.signature
    if not names:
        return paragraph(Look(PLAIN))
    # The first line stands on the level of the larger letters beside it.
    lower = frame.family.ascent * (form.size - form.label_size)
    label = Look(PLAIN, Align.LEFT, form.label_size, bold=True, italic=True, before=lower)
    items = (f"- {list_end(name, last=at == len(names) - 1)}" for at, name in enumerate(names))
    return paragraph(label, frame.form.words.recipients) + "".join(
        paragraph(Look(PLAIN, Align.LEFT, form.item_size), item) for item in items
    )


def _signer(signature: Signature, frame: Frame, width: float, *, keep_next: bool = False) -> str:
    form = frame.form.signature
    look = Look(PLAIN, size=form.size, bold=True, keep_next=keep_next)
    out = [_middle(line, frame, width, look)[0] for line in signature.lines if line]
    names = [name for name in (signature.above_name, signature.name) if name]
    if out:
        out.append(paragraph(Look(PLAIN, line=form.room * MM, keep_next=keep_next)))
    out += [_middle(name, frame, width, look)[0] for name in names]
    return "".join(out) or paragraph(Look(PLAIN))


def appendix_head(appendix: Appendix, label: str, attached: str, frame: Frame) -> list[str]:
    """ "Phụ lục I", its title, what it belongs to, and a short line [III.1]."""
    form = frame.form.appendix
    bold = Look(PLAIN, size=form.size, bold=True, keep_next=True)
    note = Look(PLAIN, size=form.note_size, italic=True, keep_next=True)
    lines = ((label, bold), (appendix.title.upper(), bold), (attached, note))
    return [
        *(_middle(words, frame, frame.width, look)[0] for words, look in lines),
        _rule(frame, form.rule * MM, frame.width, form.after),
    ]


def cell_text(words: str, size: float, align: Align, *, bold: bool = False, keep_next: bool = False) -> str:
    """The inside of a cell of a ruled table."""
    if not words:
        return paragraph(Look(CELL, align, size=size, keep_next=keep_next))
    return paragraph(Look(CELL, align, size, bold=bold, keep_next=keep_next), words)
