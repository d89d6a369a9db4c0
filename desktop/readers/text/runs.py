"""The words inside one paragraph of a .docx: runs, insertions, fields, hand-set line ends, text boxes.

Deleted and hidden words are not read; marks of notes and comments are dropped. What was met of these is in `seen`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from desktop.readers.text.docx_parts import Parts, Style, W, font_of, switch, value
from desktop.readers.text.lines import Span

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_INTO = {
    f"{W}{name}"
    for name in ("hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo")
}
_INSERTED = {f"{W}ins", f"{W}moveTo"}
_DELETED = {f"{W}del", f"{W}moveFrom"}
_LETTERS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_NOTES = {
    f"{W}footnoteReference": "footnotes_left_out",
    f"{W}endnoteReference": "footnotes_left_out",
    f"{W}commentReference": "comments_left_out",
}
_BOX = f"{W}txbxContent"


def _as_is(text: str, _font: str | None) -> str:
    return text


@dataclass(slots=True)
class RunReader:
    """Reads paragraphs with the styles of one document. seen: codes of what was changed or left out.

    decode: (words, name of their font) -> words in Unicode.
    """

    parts: Parts
    decode: Callable[[str, str | None], str] = _as_is
    seen: set[str] = field(default_factory=set)

    def read(self, paragraph: Any, style: Style) -> tuple[list[Span], list[Any]]:
        """(words of the paragraph, the contents of text boxes anchored in it, left ones first)."""
        spans: list[Span] = []
        boxes: list[Any] = []
        for run in self._runs(paragraph):
            if run.tag == f"{W}r":
                spans += self._run(run, style, boxes)
            else:
                spans.append(Span("".join(run.itertext())))
        return spans, [box for _, _, box in sorted(boxes, key=lambda box: box[:2])]

    def is_mark_deleted(self, properties: Any | None) -> bool:
        """Whether the end of the paragraph was deleted under tracking, so that the next one continues it."""
        mark = None if properties is None else properties.find(f"{W}rPr")
        if mark is None:
            return False
        if mark.find(f"{W}ins") is not None:
            self.seen.add("tracked_changes")
        return self._is_deleted(mark)

    def is_row_deleted(self, row: Any) -> bool:
        """Whether a row of a table was deleted under tracking."""
        properties = row.find(f"{W}trPr")
        return properties is not None and self._is_deleted(properties)

    def _is_deleted(self, properties: Any) -> bool:
        deleted = any(properties.find(tag) is not None for tag in _DELETED)
        if deleted:
            self.seen.add("tracked_changes")
        return deleted

    def _runs(self, element: Any) -> Iterator[Any]:
        for child in element:
            tag = child.tag
            if tag in (f"{W}r", f"{_MATH}oMath", f"{_MATH}oMathPara"):
                yield child
            elif tag in _INSERTED:
                self.seen.add("tracked_changes")
                yield from self._runs(child)
            elif tag in _DELETED:
                self.seen.add("tracked_changes")
            elif tag in _INTO:
                yield from self._runs(child)
            elif tag == f"{_MC}AlternateContent":
                yield from self._runs(_choice(child))

    def _run(self, run: Any, style: Style, boxes: list[Any]) -> list[Span]:
        properties = run.find(f"{W}rPr")
        if switch(properties, "vanish"):
            return []
        own = self.parts.styles.get(value(properties, "rStyle") or "", Style())
        text = "".join(self._letters(run, boxes))
        if not text:
            return []
        text = self.decode(text, font_of(properties) or own.font or style.font)
        if _nearest(switch(properties, "caps"), own.caps, style.caps):
            text = text.upper()
        bold = _nearest(switch(properties, "b"), own.bold, style.bold)
        return [Span(text, bold, _nearest(switch(properties, "i"), own.italic, style.italic))]

    def _letters(self, run: Any, boxes: list[Any]) -> Iterator[str]:
        for child in run:
            tag = child.tag
            if tag == f"{W}t":
                yield (child.text or "").replace("\n", " ")
            elif tag in _LETTERS:
                yield _LETTERS[tag]
            elif tag == f"{W}sym":
                yield _symbol(child)
            elif tag in _NOTES:
                self.seen.add(_NOTES[tag])
            elif tag == f"{_MC}AlternateContent":
                yield from self._letters(_choice(child), boxes)
            elif tag in (f"{W}drawing", f"{W}pict", f"{W}object"):
                boxes += [(_left(child), len(boxes), box) for box in _outer_boxes(child)]


def _nearest(*settings: bool | None) -> bool:
    return next((setting for setting in settings if setting is not None), False)


def _choice(alternate: Any) -> Any:
    """The branch of mc:AlternateContent that Word shows: the first choice, else the fallback, else nothing in it."""
    branch = alternate.find(f"{_MC}Choice")
    if branch is None:
        branch = alternate.find(f"{_MC}Fallback")
    return () if branch is None else branch


def _symbol(element: Any) -> str:
    """A character of a symbol font by its code; the private ones become bullets or nothing later."""
    code = element.get(f"{W}char") or ""
    try:
        return chr(int(code, 16) | (0xF000 if int(code, 16) < 0x100 else 0))
    except (ValueError, OverflowError):
        return ""


def _outer_boxes(drawing: Any) -> Iterator[Any]:
    """Contents of the text boxes of a drawing, not of boxes inside these."""
    waiting = [drawing]
    while waiting:
        element = waiting.pop(0)
        if element.tag == _BOX:
            yield element
        else:
            waiting = [*_shown(element), *waiting]


def _shown(element: Any) -> list[Any]:
    return list(_choice(element) if element.tag == f"{_MC}AlternateContent" else element)


def _left(drawing: Any) -> float:
    """How far from the left a drawing is anchored, where it says so, in EMU; 0 otherwise."""
    for element in drawing.iter():
        if str(element.tag).endswith("}positionH"):
            words = "".join(element.itertext()).strip()
            return (
                float(words)
                if words.lstrip("-").isdecimal()
                else {"right": 1e9, "center": 1e6}.get(words, 0.0)
            )
        for setting in (element.get("style") or "").split(";"):
            name, _, size = setting.partition(":")
            if name.strip() == "margin-left":
                return _points(size) * 12_700
    return 0.0


def _points(size: str) -> float:
    number = size.strip().rstrip("ptinmc")
    try:
        return float(number) * (72.0 if size.strip().endswith("in") else 1.0)
    except ValueError:
        return 0.0
