"""Biên bản bàn giao công việc: the list that two officers sign, with the open work and the package that carries it. Writes no file.

What it says of the meeting follows Nghị định 30/2020, Phụ lục III, mẫu 1.9; place and day stand in the head, since the paper has a
number [Điều 8.2d]. Nothing is guessed of who takes over, when and where: that is written in by hand.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.documents.model import (
    Align,
    Block,
    Column,
    Document,
    DocumentKind,
    Signature,
    Style,
    Table,
    paragraph,
)
from desktop.documents.office_parts import file_copy, head
from desktop.documents.phrases import (
    BLANK,
    count,
    figure,
    in_cell,
    many_in_cell,
    sentence,
    short_date,
    upper_first,
)
from desktop.domain.numbering import symbol
from desktop.domain.office import Office

KIND = "Biên bản"
SUBJECT = "Bàn giao công việc"
_MARK = 16  # signs of a SHA-256 on paper: nobody makes two files with the same ones by chance
_NAMES = 20  # units that a row names; more cannot be checked on paper, and stand in the package
_ROOM, _SHORT = BLANK * 2, BLANK[: len(BLANK) // 2]


@dataclass(frozen=True, slots=True)
class OpenTask:
    """One task that one unit has not finished. deadline: its words; due: the last day that counts, None without one; progress: how it
    stands, in words; evidence: files that prove what was done so far."""

    task: str
    unit: str
    deadline: str
    due: dt.date | None
    progress: str
    evidence: int = 0
    is_overdue: bool = False


@dataclass(frozen=True, slots=True)
class OpenPlan:
    """A plan with its open work. name: as papers name it; giver: the office whose plan it is, "" for the own one; work: in the order of
    the plan, may be none."""

    name: str
    work: tuple[OpenTask, ...]
    giver: str = ""


@dataclass(frozen=True, slots=True)
class CarriedFile:
    """A file of the package, or the package itself. size: bytes; sha256: hexadecimal."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Party:
    """A person who signs; "" for what is to be written in. duties: position and unit."""

    name: str = ""
    duties: str = ""


@dataclass(frozen=True, slots=True)
class HandOver:
    """What is handed over on `day`. package: as it was written; is_locked: a passphrase opens it; files: inside it."""

    day: dt.date
    plans: tuple[OpenPlan, ...]
    package: CarriedFile
    files: tuple[CarriedFile, ...] = ()
    is_locked: bool = False
    giver: Party = Party()
    receiver: Party = Party()


def build(one: HandOver, office: Office) -> Document:
    """The minutes, number and day blank: văn thư gives them once they are signed."""
    return Document(
        kind=DocumentKind.MINUTES,
        head=head(office, symbol(KIND, office.symbol), one.day.year),
        title=KIND.upper(),
        subject=SUBJECT,
        blocks=(*_meeting(one), *_work(one), *_package(one), _closing()),
        recipients=("Bên giao", "Bên nhận", file_copy(office)),
        signature=Signature(("NGƯỜI CHỨNG KIẾN",), _ROOM),
        parties=(
            Signature(("BÊN GIAO",), one.giver.name or _ROOM),
            Signature(("BÊN NHẬN",), one.receiver.name or _ROOM),
        ),
    )


def mark(sha256: str) -> str:
    """The first signs of a SHA-256 as people read them to each other: "1a2b 3c4d 5e6f 7a8b", on one line."""
    return "\u00a0".join(sha256[at : at + 4] for at in range(0, _MARK, 4))


def _meeting(one: HandOver) -> tuple[Block, ...]:
    lines = (
        f"Thời gian bắt đầu: {_SHORT} giờ {_SHORT}, ngày {_SHORT} tháng {_SHORT} năm {one.day.year}.",
        f"Địa điểm: {BLANK * 4}.",
        "Thành phần tham dự:",
    )
    who = (("Bên giao", one.giver), ("Bên nhận", one.receiver), ("Người chứng kiến", Party()))
    return (
        *(paragraph(Style.BODY, line) for line in lines),
        *(block for role, party in who for block in _party(role, party)),
        paragraph(Style.BODY, "Bên giao bàn giao cho Bên nhận công việc và dữ liệu như sau:"),
    )


def _party(role: str, party: Party) -> tuple[Block, Block]:
    """Two lines, since a blank beside other words would push them apart."""
    return (
        paragraph(Style.DASH, sentence(f"{role}: Ông (bà) {party.name or _ROOM}", ".")),
        paragraph(Style.BODY, sentence(f"Chức vụ, đơn vị: {party.duties or _ROOM * 2}", ".")),
    )


def _work(one: HandOver) -> tuple[Block, ...]:
    title = paragraph(Style.CLAUSE, "Công việc chưa hoàn thành")
    plans = [plan for plan in one.plans if plan.work]
    if not plans:
        nothing = f"Đến ngày {short_date(one.day)} không còn công việc chưa hoàn thành"
        return title, paragraph(Style.BODY, sentence(nothing, "."))
    return title, paragraph(Style.BODY, _summary(plans, one.day)), table(plans)


def _summary(plans: Sequence[OpenPlan], day: dt.date) -> str:
    work = [some for plan in plans for some in plan.work]
    units = len({some.unit for some in work})
    overdue, evidence = sum(some.is_overdue for some in work), sum(some.evidence for some in work)
    proofs = f"đã có {count(evidence, 'tệp minh chứng')}" if evidence else "chưa có tệp minh chứng"
    text = (
        f"Đến ngày {short_date(day)}, {count(len(plans), 'kế hoạch')} còn {count(len(work), 'công việc')} chưa hoàn thành của "
        f"{count(units, 'đơn vị')}, trong đó {figure(overdue)} công việc quá hạn; {proofs}"
    )
    return sentence(text, ".")


def table(plans: Sequence[OpenPlan]) -> Table:
    """Open work under a bold row of its plan; units that stand alike on a task share a row, and of very many some are named."""
    columns = (
        Column(("TT",), 1, Align.CENTRE),
        Column(("Nhiệm vụ",), 5.2),
        Column(("Đơn vị",), 3),
        Column(("Thời hạn",), 2.7),
        Column(("Tình trạng",), 2.9),
        Column(("Minh chứng (tệp)",), 1.7, Align.CENTRE),
    )
    rows: list[tuple[str, ...]] = []
    groups = set()
    for plan in plans:
        groups.add(len(rows))
        giver = f", do {plan.giver} giao" if plan.giver else ""
        rows.append((f"{plan.name}{giver}", *[""] * (len(columns) - 1)))
        alike: dict[tuple[object, ...], list[OpenTask]] = {}
        for some in plan.work:
            alike.setdefault((some.task, some.deadline, some.due, some.progress), []).append(some)
        rows += [(str(n), *_cells(many)) for n, many in enumerate(alike.values(), 1)]
    return Table(columns, tuple(rows), frozenset(groups))


def _cells(many: Sequence[OpenTask]) -> tuple[str, ...]:
    one = many[0]
    last = f"hết {short_date(one.due)}" if one.due else ""
    due = f"{one.deadline}\n({last})" if one.deadline and last else one.deadline or upper_first(last)
    evidence = sum(some.evidence for some in many)
    return in_cell(one.task), _named([some.unit for some in many]), due, one.progress, str(evidence or "")


def _named(names: Sequence[str]) -> str:
    left = len(names) - _NAMES
    if left <= 1:
        return many_in_cell(names)
    return f"{many_in_cell(names[:_NAMES])} và {count(left, 'đơn vị khác')} (đủ trong gói)"


def _package(one: HandOver) -> tuple[Block, ...]:
    lock = (
        "Gói được mã hóa; cụm từ khóa báo riêng cho Bên nhận, không ghi trong biên bản này"
        if one.is_locked
        else "Gói không mã hóa"
    )
    text = (
        f"Công việc nêu trên, với kết quả đã ghi và minh chứng kèm theo, nằm trong gói dữ liệu ghi ở dòng đầu của bảng dưới đây. {lock}. "
        f"Mã đối chiếu là {_MARK} ký tự đầu của mã SHA-256: tệp có mã khác là tệp khác, hoặc đã bị sửa"
    )
    columns = (
        Column(("TT",), 1, Align.CENTRE),
        Column(("Tệp",), 8.2),
        Column(("Dung lượng",), 2.3, Align.RIGHT),
        Column(("Mã đối chiếu",), 5, Align.CENTRE),
    )
    inside = [(str(n), *_file(file)) for n, file in enumerate(one.files, 1)]
    return (
        paragraph(Style.CLAUSE, "Gói dữ liệu"),
        paragraph(Style.BODY, sentence(text, ".")),
        Table(columns, (("Gói", *_file(one.package)), *inside)),
    )


def _file(file: CarriedFile) -> tuple[str, str, str]:
    return file.name, f"{max(1, round(file.size / 1024))}\u00a0KB", mark(file.sha256)


def _closing() -> Block:
    text = (
        "Bên nhận đã đối chiếu mã của gói với mã ghi trên, đã nhận đủ và chịu trách nhiệm theo dõi, thực hiện tiếp các công việc này kể "
        f"từ khi ký. Biên bản được lập thành {_SHORT} bản có giá trị như nhau, mỗi bên giữ {_SHORT} bản"
    )
    return paragraph(Style.BODY, sentence(text, "./."))
