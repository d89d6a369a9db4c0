"""Packages of every kind for tests and benchmarks, the same each time: a plan with two tasks, a unit, what it told, a file of evidence."""

import datetime as dt
import hashlib
import uuid
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from desktop.domain import as_json
from desktop.domain.assignment import Status
from desktop.domain.deadline import Deadline, Operator
from desktop.domain.package import (
    Content,
    Manifest,
    PackageKind,
    SentAssignment,
    SentEvidence,
    SentExtension,
    SentIndicator,
    SentPeer,
    SentPlan,
    SentResult,
    SentTask,
    SentUnit,
    SentWork,
)
from desktop.domain.unit import UnitKind
from desktop.exchange import package, seal
from desktop.exchange.envelope import Lock

KEY = bytes(range(32))
OTHER_KEY = bytes(range(1, 33))
PHRASE = "đò ngang bến nước"
SALT = bytes(16)
DAY = dt.date(2026, 3, 25)
MOMENT = "2026-03-25T07:30:00+00:00"
PDF = b"%PDF-1.7\n" + bytes(range(256)) * 8 + b"%%EOF\n"
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(255, -1, -1)) * 20
BODY = (
    '{"version": 1, "blocks": [{"type": "tasks"}], "recipients": ["Như trên"], "addressees": [],'
    ' "signer": {"lines": ["CHỦ TỊCH"], "name": "Nguyễn Văn Bình"}}'
)


def uid(name: object) -> str:
    """An id as the program makes them, the same for the same name."""
    digits = list(uuid.uuid5(uuid.NAMESPACE_OID, str(name)).hex)
    digits[12] = "4"
    return "".join(digits)


def manifest(kind: PackageKind = PackageKind.WORK, **values: object) -> Manifest:
    """What a package of that kind says of itself."""
    told: dict[str, object] = {
        "uid": uid("package"),
        "kind": kind,
        "sequence": 12,
        "sender": uid("upper"),
        "sender_name": "UBND xã Đồng Sen",
        "key": seal.public_key(KEY),
        "created": MOMENT,
        "receiver": uid("school"),
        "receiver_name": "Trường Tiểu học Đồng Sen",
        "person": "Trần Thị Hòa",
    }
    if kind in {PackageKind.WORK, PackageKind.REPLY}:
        told |= {"plan": uid("plan"), "unit": uid("school")}
    if kind is PackageKind.REPLY:
        told |= {"answers": uid("work")}
    if kind is PackageKind.RECEIPT:
        told |= {"receipts": (uid("a"), uid("b"))}
    return Manifest(**(told | values))  # type: ignore[arg-type]


def tasks() -> tuple[SentTask, ...]:
    """Two tasks: one with all there is, one with the least."""
    deadline = Deadline("trước ngày 14/4/2026", dt.date(2026, 4, 14), Operator.BEFORE)
    return (
        SentTask(
            uid("task 1"),
            "Tổ chức tọa đàm “Ngày Công tác xã hội”",
            leads=("Trường Tiểu học",),
            coordinating=("Đoàn Thanh niên", "Hội Phụ nữ"),
            deadline=deadline,
            deliverable="Báo cáo",
            indicators=(
                SentIndicator(uid("talks"), "Số buổi tọa đàm", "buổi"),
                SentIndicator(uid("heads"), "Lượt người"),
            ),
            checklist=("Mời báo cáo viên", "In tài liệu"),
            is_report=True,
            source="Tổ chức tọa đàm.",
            field="Xã hội",
        ),
        SentTask(uid("task 2"), "Treo băng rôn", deadline=Deadline("hằng tuần", recurrence="weekly:5")),
    )


def plan(**values: object) -> SentPlan:
    """An issued plan with its printed form."""
    made = SentPlan(
        uid("plan"),
        "Kế hoạch tổ chức Ngày Công tác xã hội Việt Nam",
        "UBND xã Đồng Sen",
        number=15,
        symbol="KH-UBND",
        date=DAY,
        year=2026,
        theme="Gắn kết vì cộng đồng",
        body=BODY,
        pdf="plans/0.pdf",
        tasks=tasks(),
    )
    return replace(made, **values)  # type: ignore[arg-type]


def unit() -> SentUnit:
    """The unit that gets the work."""
    return SentUnit(
        uid("school"),
        "Trường Tiểu học Đồng Sen",
        "TH Đồng Sen",
        UnitKind.SCHOOL,
        "Lê Văn Nam",
        "Hiệu trưởng",
        "0912345678",
    )


def results() -> tuple[SentResult, ...]:
    """Two versions, the second with figures and a file."""
    digest = hashlib.sha256(PICTURE).hexdigest()
    proof = SentEvidence(uid("proof"), "anh hoi truong.png", digest, f"evidence/{digest}", DAY)
    first = SentResult(uid("first"), DAY, Status.IN_PROGRESS, MOMENT, "Trường Tiểu học")
    second = SentResult(
        uid("second"),
        DAY,
        Status.DONE,
        MOMENT,
        "Trường Tiểu học",
        bases=(first.uid,),
        done_on=DAY,
        text="Đã tổ chức 2 buổi.\nĐông đủ.",
        proposal="Đề nghị cấp thêm kinh phí",
        values=((uid("talks"), Decimal(2)), (uid("heads"), Decimal("150.5"))),
        evidence=(proof,),
    )
    return first, second


def assignments() -> tuple[SentAssignment, ...]:
    """The work of the unit with what it told."""
    later = SentExtension(
        uid("later"), dt.date(2026, 4, 20), dt.date(2026, 4, 13), DAY, DAY, "Chủ tịch", "Mưa bão"
    )
    return (
        SentAssignment(
            uid("task 1"), uid("school"), dt.date(2026, 4, 20), dt.date(2026, 4, 13), results(), (later,)
        ),
        SentAssignment(uid("task 2"), uid("school")),
    )


def content(kind: PackageKind = PackageKind.WORK) -> Content:
    """What a package of that kind carries."""
    if kind is PackageKind.RECEIPT:
        return Content()
    if kind is PackageKind.REPLY:
        return Content(assignments=assignments())
    if kind is PackageKind.WORK:
        return Content((plan(),), (unit(),), assignments())
    giver = SentPeer(uid("province"), "UBND tỉnh", seal.public_key(OTHER_KEY))
    sent = as_json.dump(manifest(uid=uid("work")))
    carried = (SentWork(uid("work"), 3, uid("school"), SALT.hex(), MOMENT, "2026-giao-viec.skh", sent),)
    return Content((plan(origin=giver, carried=carried),), (unit(),), assignments())


def files(kind: PackageKind = PackageKind.WORK) -> dict[str, bytes]:
    """The files that belong to `content`."""
    evidence = (
        {} if kind is PackageKind.RECEIPT else {f"evidence/{hashlib.sha256(PICTURE).hexdigest()}": PICTURE}
    )
    printed = {"plans/0.pdf": PDF} if kind in {PackageKind.WORK, PackageKind.HANDOVER} else {}
    return printed | evidence


def made(kind: PackageKind = PackageKind.WORK, phrase: str | None = None) -> bytes:
    """A whole package; phrase: None leaves it open."""
    lock = None if phrase is None else Lock(phrase, SALT)
    return package.make(manifest(kind), content(kind), files(kind), KEY, lock)


def replies(count: int, given: int, phrase: str = PHRASE, first: int = 0) -> Iterator[bytes]:
    """Encrypted replies of the units from number `first` on with so many assignments each, every one with a result of usual length."""
    lock = Lock(phrase, SALT)
    for at in range(first, first + count):
        told = tuple(
            SentAssignment(uid(f"task {n}"), uid(at), DAY, DAY, (_told(at, n),)) for n in range(given)
        )
        head = manifest(PackageKind.REPLY, uid=uid(f"reply {at}"), unit=uid(at), answers=uid(f"work {at}"))
        yield package.make(head, Content(assignments=told), {}, KEY, lock)


def _told(at: int, task: int) -> SentResult:
    return SentResult(
        uid(f"result {at} {task}"),
        DAY,
        Status.DONE,
        MOMENT,
        f"Trường Tiểu học số {at}",
        done_on=DAY,
        text=f"Đã tổ chức {task} buổi tuyên truyền với sự tham gia của toàn thể cán bộ, giáo viên và phụ huynh học sinh.",
        values=((uid(f"talks {task}"), Decimal(task)), (uid(f"heads {task}"), Decimal(at))),
    )
