"""How the lines of a list that is coming in stand in the preview: columns, words of what each line would do. No service call, no widget."""

from collections.abc import Callable, Collection, Sequence

from desktop.domain.draft import Problem
from desktop.problem_words import words_of
from desktop.services.unit_comparing import Action
from desktop.services.unit_list_lines import Kind, Line
from desktop.ui import text
from desktop.ui.models.rows import Column

FIELDS = {
    "name": ("Tên đơn vị", 220),
    "group": ("Nhóm", 170),
    "contact": ("Người liên hệ", 170),
    "position": ("Chức vụ", 130),
    "phone": ("Điện thoại", 150),
    "email": ("Thư điện tử", 200),
    "abbreviation": ("Tên viết tắt", 90),
    "code": ("Mã", 80),
    "parent": ("Đơn vị cấp trên", 160),
    "address": ("Địa chỉ", 160),
    "note": ("Ghi chú", 140),
}
"""Field of a list -> title of its column, width."""

_OFTEN_CHANGED = ("contact", "position", "phone", "email")
_SECOND_VALUE = 70

KINDS = {
    Kind.NEW: "Mới",
    Kind.CHANGED: "Thay đổi",
    Kind.SAME: "Giống",
    Kind.DUPLICATE: "Trùng trong tệp",
    Kind.PROBLEM: "Cần xem lại",
}
ACTIONS = {
    Action.NEW: "Mới",
    Action.CHANGED: "Thay đổi",
    Action.SAME: "Giống",
    Action.DUPLICATE: "Trùng",
}

ENCODINGS = {"tcvn3": "TCVN3 (ABC)", "vni": "VNI", "cp1258": "Windows-1258"}


def columns(
    fields: Collection[str], skipped: Callable[[int], bool], *, has_changes: bool = False
) -> tuple[Column[Line], ...]:
    """The columns for a list that tells these fields. skipped: whether the person leaves a line out; has_changes: cells show two
    values side by side, for which there must be room."""

    def action(line: Line) -> str:
        if line.action is None:
            return "Không đọc"
        return "Bỏ qua" if skipped(line.id) else ACTIONS[line.action]

    def field(name: str) -> Column[Line]:
        title, width = FIELDS[name]
        width = width + _SECOND_VALUE if has_changes and name in _OFTEN_CHANGED else width

        def value(line: Line) -> str:
            return line.values.get(name, "")

        def edited(line: Line) -> str | None:
            return value(line) if line.action is not None else None

        return Column(name, title, value, width=width, edit=edited, tip=lambda line: tip_of(line, name))

    return (
        Column("row", "Dòng", lambda line: text.number(line.row), is_number=True, width=58),
        Column("action", "Việc", action, width=84),
        *(field(name) for name in FIELDS if name in fields),
        Column("notes", "Cần xem lại", notes_of, width=260),
    )


def tip_of(line: Line, name: str) -> str:
    """What a cell says on hover: both values of a changed one."""
    value = line.values.get(name, "")
    if name not in line.before:
        return value
    if name == "group":
        return f"Vào thêm nhóm: {value}"
    return f"Đang có: {line.before[name] or 'trống'}\nTrong tệp: {value}"


def notes_of(line: Line) -> str:
    """Problems of a line, and of which other line it is a double."""
    double = [f"giống dòng {text.number(line.double)}"] if line.double else []
    words = [*double, *(problem_words(problem) for problem in line.problems if problem.code != "duplicate")]
    sentence = "; ".join(words)
    return sentence[:1].upper() + sentence[1:]


def problem_words(problem: Problem) -> str:
    """One problem without its row."""
    column = f"cột {problem.column}: " if problem.column else ""
    return f"{column}{words_of(problem.code, problem.value)}"


def whole_file_words(problems: Sequence[Problem]) -> list[str]:
    """What is to be known of the whole file, a sentence each."""
    whole = [problem for problem in problems if not problem.row]
    told = dict.fromkeys(problem_words(problem) for problem in whole if problem.code != "legacy_text")
    return [*_legacy_words(whole), *(f"{words[:1].upper()}{words[1:]}." for words in told)]


def _legacy_words(problems: Sequence[Problem]) -> list[str]:
    """Old encodings, the columns of one in one sentence."""
    columns: dict[str, list[str]] = {}
    for problem in problems:
        if problem.code == "legacy_text":
            columns.setdefault(problem.value or "", []).append(problem.column or "")
    return [
        f"{'Cột ' + ', '.join(named) if any(named) else 'Tệp'} gõ bằng bảng mã cũ {ENCODINGS.get(name, name)}, đã chuyển sang "
        "Unicode; hãy xem lại vài tên trước khi nhập."
        for name, named in columns.items()
    ]
