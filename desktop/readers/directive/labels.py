"""Labelled parts of a task: "Đơn vị chủ trì: ...", "Phối hợp: ...", "Thời gian: ...", "Sản phẩm: ...". Reads one paragraph."""

import functools
import re
from dataclasses import dataclass, field

from desktop.readers.directive.words import either, level, listed

ROLES = ("lead", "coordinating", "time", "product", "task", "group", "other")
_BOUNDARY = r"(?:^|(?<=[.;,(\[])|(?<=[.;,]\s)|(?<=\s[-–+*]\s)|(?<=^[-–+*]\s))"
_SHORT = {
    "thực hiện",
    "kết quả",
    "phân công",
    "hoàn thành",
    "kết quả thực hiện",
    "tổ chức thực hiện",
    "lộ trình",
    "thời điểm",
    "tiến độ",
    "nội dung",
    "nhiệm vụ",
    "công việc",
    "hoạt động",
}


@dataclass(frozen=True, slots=True)
class Labelled:
    """content: what stands before the first label; values: role -> text behind its label."""

    content: str
    values: dict[str, str] = field(default_factory=dict)


@functools.cache
def _labels() -> re.Pattern[str]:
    words = []
    for role in ROLES:
        words += [(word, role) for word in listed("labels", role)]
    words.sort(key=lambda row: -len(row[0]))
    names = "|".join(r"\s+".join(map(re.escape, word.split())) for word, _ in words)
    return re.compile(rf"(?P<label>{_composed()}|{names})\s*(?:\([^()]{{0,60}}\))?\s*:\s*")


@functools.cache
def _composed() -> str:
    """ "Đơn vị chủ trì tham mưu thực hiện": who, in what part, and words that add nothing."""
    who, part, more = (either(listed("labels", name)) for name in ("who", "parts", "more"))
    return rf"{who}\s+{part}(?:\s*,?\s*{more}){{0,3}}"


def _role(label: str) -> str:
    role = _roles().get(label)
    return role or ("coordinating" if "phối hợp" in label else "lead")


@functools.cache
def _roles() -> dict[str, str]:
    roles: dict[str, str] = {}
    for role in reversed(ROLES):
        roles.update(dict.fromkeys(listed("labels", role), role))
    return roles


@functools.lru_cache(maxsize=20_000)
def parse(body: str) -> Labelled:
    """The paragraph cut at its labels. A label counts at the beginning, or behind a stop or bracket."""
    low = level(body)
    marks: list[tuple[int, int, str]] = []
    for found in _labels().finditer(low):
        label = " ".join(found["label"].split())
        role = _role(label)
        before = low[: found.start()].rstrip()
        if before and (label in _SHORT or role in {"task", "group", "other"}):
            continue
        if before and before[-1] not in ".;,([-–+*":
            continue
        marks.append((found.start(), found.end(), role))
    if not marks:
        return Labelled(body)
    values: dict[str, str] = {}
    for index, (_, end, role) in enumerate(marks):
        stop = marks[index + 1][0] if index + 1 < len(marks) else len(body)
        values.setdefault(role, body[end:stop].strip(" -–+*([,").rstrip(" ;)]"))
    return Labelled(body[: marks[0][0]].strip(" -–+*(["), values)


def bare(body: str) -> str | None:
    """The role when the whole paragraph is a label with nothing behind it: "b) Cơ quan thực hiện:"."""
    label = level(body).strip(" .:;-–")
    if label in _roles() or not re.fullmatch(_composed(), label):
        return _roles().get(label)
    return _role(label)


def column(cell: str) -> str | None:
    """The role of a table's column by its name: "lead", "coordinating", "time", "product", "task", "number", "other"."""
    low = " ".join(re.sub(r"\([^)]*\)", " ", level(cell)).split()).strip(" .:")
    if not low:
        return None
    if low in listed("labels", "number"):
        return "number"
    if low in _roles() and _roles()[low] != "group":
        return _roles()[low]
    return _by_words(low)


def _by_words(low: str) -> str | None:
    """A longer name of a column, by the words in it."""
    if len(low) > 70:
        return None
    for role, words in (
        ("coordinating", ("phối hợp",)),
        (
            "lead",
            (
                "chủ trì",
                "đơn vị thực hiện",
                "cơ quan thực hiện",
                "phụ trách",
                "người thực hiện",
                "phân công",
                "trách nhiệm",
                "tham mưu",
                "đơn vị đầu mối",
            ),
        ),
        (
            "time",
            ("thời gian", "thời hạn", "tiến độ", "hạn hoàn thành", "hạn xử lý", "thời điểm", "hoàn thành"),
        ),
        ("product", ("sản phẩm", "kết quả", "đầu ra")),
        ("task", ("nội dung", "nhiệm vụ", "công việc", "hoạt động", "giải pháp")),
        ("other", tuple(listed("labels", "other"))),
    ):
        if any(word in low for word in words):
            return role
    return None
