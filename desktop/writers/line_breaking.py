"""Words into lines: greedy, over kept widths, with a number and its unit never parted. Knows faces; draws nothing.

Vietnamese words are short syllables, so the first line that fits is hardly ever worse than the best one, and it is found by a
bisection over running sums instead of a look at every word.
"""

from bisect import bisect_right
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from desktop.documents.form import Glue
from desktop.documents.model import Run
from desktop.writers.fonts import NBSP, Face, Family

Part = tuple[Face, list[str]]  # words of one face; "" first or last stands for a space at that edge

_BREAKS_AFTER = "-–/.@_,;"
_ROMAN = frozenset("IVX")
_SLACK = 0.01  # points by which a line may be over full: sums of floats
_WIDE = 0.12  # share of a line that stretched spaces may fill before a day is parted from "ngày"
_LEAST = 0.28  # the shorter line of a title against the longer one


@dataclass(frozen=True, slots=True)
class Line:
    """One line. width: natural, points; gaps: spaces that may be stretched; last: of its paragraph."""

    parts: list[Part]
    width: float
    gaps: int
    last: bool


@dataclass(frozen=True, slots=True)
class Setting:
    """How text is set. family, size; glue: words kept with a number beside them."""

    family: Family
    size: float
    glue: Glue


def break_runs(runs: Sequence[Run], setting: Setting, first: float, rest: float) -> list[Line]:
    """Lines of a paragraph; `first`, `rest`: widths of the first and the other lines, points. An empty paragraph has no lines."""
    faces = [setting.family.face(bold=run.bold, italic=run.italic) for run in runs]
    if len({id(face) for face in faces}) == 1:
        face = faces[0]
        return break_text("".join([run.text for run in runs]), face, setting, first, rest)
    return _break_mixed(list(zip(faces, (run.text for run in runs), strict=True)), setting, first, rest)


def break_text(text: str, face: Face, setting: Setting, first: float, rest: float) -> list[Line]:
    """Lines of a text of one face."""
    text = face.clean(text)
    words = text.split(" ")
    if "" in words:
        words = [word for word in words if word]
    measure, size = face.widths, setting.size
    widths = [measure[word] * size for word in words]
    narrow = min(first, rest)
    if widths and max(widths) > narrow:
        words = _cut_long(words, narrow / size, measure.__getitem__)
        widths = [measure[word] * size for word in words]
    space = face.space * size
    blanks = NBSP in text
    out = []
    for start, end, width in _fill(widths, space, first, rest, words.__getitem__, setting.glue):
        line = words[start:end]
        gaps = end - start - 1 + (sum(word.count(NBSP) for word in line) if blanks else 0)
        out.append(Line([(face, line)], width, gaps, end == len(words)))
    return out


def balanced(text: str, face: Face, setting: Setting, width: float, *, at_sense: bool = False) -> list[Line]:
    """The same number of lines as at `width`, as even as can be: for titles that stand in the middle.

    at_sense: of two lines the second begins with words that a title may begin with, where there are any.
    """
    lines = break_text(text, face, setting, width, width)
    count = len(lines)
    if count < 2:
        return lines
    if at_sense and count == 2 and (parted := _at_sense(lines, face, setting, width)):
        return parted
    longest = max(face.widths[word] for word in face.clean(text).split(" ")) * setting.size
    low, high = max(width / 2, longest), width
    while high - low > 4:
        middle = (low + high) / 2
        trial = break_text(text, face, setting, middle, middle)
        if len(trial) > count:
            low = middle
        else:
            high, lines = middle, trial
    return lines


def _at_sense(lines: list[Line], face: Face, setting: Setting, width: float) -> list[Line] | None:
    """Two lines of which the second begins with words that a title may begin with, as even as such lines can be; None without any."""
    words = [word for line in lines for _, part in line.parts for word in part]
    sizes = [face.widths[word] * setting.size for word in words]
    space = face.space * setting.size
    glued = _glued(words.__getitem__, setting.glue)
    best: tuple[float, list[Line]] | None = None
    for at in range(1, len(words)):
        rest = " ".join(words[at:])
        if glued(at) or not _begins(rest.lower(), setting.glue.title_begins):
            continue
        texts = " ".join(words[:at]), rest
        halves = [sum(part) + space * (len(part) - 1) for part in (sizes[:at], sizes[at:])]
        uneven = abs(halves[0] - halves[1])
        if max(halves) <= width and min(halves) >= _LEAST * max(halves) and (not best or uneven < best[0]):
            pair = [break_text(text, face, setting, width, width)[0] for text in texts]
            best = uneven, [replace(pair[0], last=False), pair[1]]
    return best[1] if best else None


def _begins(rest: str, words: Collection[str]) -> bool:
    """Whether the rest begins with one of the words, whole."""
    return any(
        rest.startswith(word) and not (word[-1].isalpha() and rest[len(word) :][:1].isalpha())
        for word in words
    )


def _fill(
    widths: list[float], space: float, first: float, rest: float, word: Callable[[int], str], glue: Glue
) -> list[tuple[int, int, float]]:
    """(start, end, width) of each line. A day is parted from its "ngày" where the line would be stretched too much without it."""
    glued, is_day = _glued(word, glue), _is_day(word)
    sums = list(accumulate([width + space for width in widths], initial=-space))
    out, start, count, room = [], 0, len(widths), first
    while start < count:
        end = bisect_right(sums, sums[start] + space + room + _SLACK) - 1
        if end <= start:
            end = start + 1
        elif end < count:
            back = end
            while back > start and glued(back):
                back -= 1
            is_wide = back == end - 1 and room - (sums[back] - sums[start] - space) > _WIDE * room
            end = back if back > start and not (is_wide and is_day(end)) else end
        out.append((start, end, sums[end] - sums[start] - space))
        start, room = end, rest
    return out


def _glued(word: Callable[[int], str], glue: Glue) -> Callable[[int], bool]:
    """Whether no line may end before the word at an index (from 1)."""

    def glued(at: int) -> bool:
        before, after = word(at - 1), word(at)
        if after in {"-", "–", "—"} or after.isspace() or before.isspace():  # a dash, or a blank to write in
            return True
        opened, closed = before.lstrip("(“"), after.rstrip(".,;:)”")
        if f"{opened} {closed}" in glue.together:
            return True
        if (after[0].isdigit() or (closed and _ROMAN.issuperset(closed))) and opened in glue.before_number:
            return True
        return before[-1].isdigit() and closed in glue.after_number

    return glued


def _is_day(word: Callable[[int], str]) -> Callable[[int], bool]:
    """Whether the word at an index is a whole day written in figures, "25/3/2026"."""
    return lambda at: word(at).count("/") == 2


def _cut_long(words: list[str], ems: float, measure: Callable[[str], float]) -> list[str]:
    """Words wider than a line, cut after a sign where there is one, else where the line is full."""
    out = []
    for word in words:
        while len(word) > 1 and measure(word) > ems:
            fit = 1
            while fit < len(word) - 1 and measure(word[: fit + 1]) <= ems:
                fit += 1
            signs = [at for at in range(fit // 2, fit) if word[at] in _BREAKS_AFTER]
            cut = signs[-1] + 1 if signs else fit
            out.append(word[:cut])
            word = word[cut:]
        out.append(word)
    return out


Word = list[tuple[Face, str]]  # pieces of one word in their faces


def _break_mixed(runs: list[tuple[Face, str]], setting: Setting, first: float, rest: float) -> list[Line]:
    size, narrow = setting.size, min(first, rest)
    words = _cut_mixed(_words(runs), narrow / size)
    widths = [sum(face.widths[text] for face, text in word) * size for word in words]
    plain = ["".join(text for _, text in word) for word in words]
    space = setting.family.regular.space * size
    out = []
    for start, end, width in _fill(widths, space, first, rest, plain.__getitem__, setting.glue):
        gaps = end - start - 1 + sum(word.count(NBSP) for word in plain[start:end])
        out.append(Line(_parts(words[start:end]), width, gaps, end == len(words)))
    return out


def _words(runs: list[tuple[Face, str]]) -> list[Word]:
    words: list[Word] = []
    joined = False
    for face, raw in runs:
        pieces = face.clean(raw).split(" ")
        for at, piece in enumerate(pieces):
            if at:
                joined = False
            if not piece:
                continue
            if joined:
                words[-1].append((face, piece))
            else:
                words.append([(face, piece)])
            joined = True
    return words


def _cut_mixed(words: list[Word], ems: float) -> list[Word]:
    """A word of several faces that is wider than a line is parted where the face changes, then as any other."""
    out: list[Word] = []
    for word in words:
        if sum(face.widths[text] for face, text in word) <= ems:
            out.append(word)
            continue
        for face, text in word:
            out += [[(face, cut)] for cut in _cut_long([text], ems, face.widths.__getitem__)]
    return out


def _parts(words: list[Word]) -> list[Part]:
    parts: list[Part] = []
    for at, word in enumerate(words):
        for index, (face, text) in enumerate(word):
            opens = at > 0 and index == 0
            if parts and parts[-1][0] is face:
                if opens:
                    parts[-1][1].append(text)
                else:
                    parts[-1][1][-1] += text
            else:
                if opens:
                    parts[-1][1].append("")
                parts.append((face, [text]))
    return parts
