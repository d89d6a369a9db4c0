"""How plans, their units and the history of what went and came stand in tables. No service call, no widget."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from desktop.domain.assignment import Standing
from desktop.domain.package import PackageKind
from desktop.package_words import KINDS
from desktop.services.exchange_history import Entry, FormEntry, PlanLine, UnitLine, moment
from desktop.ui import text
from desktop.ui.models.plan_rows import GIVEN
from desktop.ui.models.rows import Column
from desktop.ui.theme import Theme

Clock = Callable[[], dt.datetime]


@dataclass(frozen=True, slots=True)
class Past:
    """A line of the history. other: who it went to or came from; state: in words; waits: no receipt came yet."""

    at: dt.datetime | None
    is_ours: bool
    kind: PackageKind | None
    other: str
    plan: str
    unit: str
    file_name: str
    state: str
    waits: bool
    plan_id: int | None
    unit_id: int | None


def past_of_package(one: Entry) -> Past:
    """A package as a line."""
    waits = one.is_ours and one.kind is not PackageKind.RECEIPT and not one.delivered_at
    state = "Chưa có biên nhận" if waits else "Đã giao" if one.is_ours else "Đã nhận"
    if one.is_ours and one.kind is PackageKind.RECEIPT:
        state = "Đã gửi"
    elif one.delivered_at:
        state = f"Đã giao {text.stamp(one.delivered_at)[:10]}"
    elif not one.is_told:
        state = "Đã nhận, chưa báo"
    return Past(
        moment(one.at),
        one.is_ours,
        one.kind,
        one.other,
        one.plan,
        one.unit,
        one.file_name,
        state,
        waits,
        one.plan_id,
        one.unit_id,
    )


def past_of_form(one: FormEntry) -> Past:
    """Forms as a line."""
    other = one.unit or text.count(one.units, "đơn vị")
    state = "Đã xuất" if one.is_ours else "Đã nhận"
    return Past(
        moment(one.at),
        one.is_ours,
        None,
        other,
        one.plan,
        one.unit,
        one.file_name,
        state,
        False,
        one.plan_id,
        one.unit_id,
    )


def plan_columns(theme: Theme) -> tuple[Column[PlanLine], ...]:
    """The issued plans."""
    inbox = theme.icon("inbox", "accent_text")

    def name(one: PlanLine) -> str:
        return f"{GIVEN} · {one.plan.subject}" if one.plan.is_received else one.plan.subject

    def tip(one: PlanLine) -> str:
        return f"{one.plan.subject}\n{GIVEN}: {one.giver}" if one.plan.is_received else one.plan.subject

    return (
        Column(
            "plan",
            "Kế hoạch",
            name,
            width=0,
            tip=tip,
            icon=lambda one: inbox if one.plan.is_received else None,
        ),
        Column("number", "Số", number_of, width=112, is_shown=False),
        Column("giver", "Nơi giao", lambda one: one.giver, width=150, is_shown=False),
        Column(
            "reported",
            "Báo cáo",
            lambda one: f"{one.reported}/{one.units}",
            sort=lambda one: one.reported / max(one.units, 1),
            is_number=True,
            width=76,
        ),
    )


def number_of(one: PlanLine) -> str:
    """ "15/KH-UBND", "" without a number."""
    return f"{one.plan.number:02d}/{one.plan.symbol}" if one.plan.number else ""


def unit_columns(clock: Clock) -> tuple[Column[UnitLine], ...]:
    """The units of a plan."""
    return (
        Column("name", "Đơn vị", lambda one: one.row.name, width=0),
        Column("sent", "Đã gửi", lambda one: sent_words(one, clock()), sort=_last_sent, width=126),
        Column(
            "delivered",
            "Đã nhận",
            lambda one: _delivered(one, clock()),
            sort=lambda one: _late(one.delivered_at),
            width=100,
        ),
        Column("replied", "Đã trả lời", lambda one: replied_words(one, clock()), sort=_last_reply, width=126),
        Column(
            "reported",
            "Báo cáo",
            lambda one: f"{one.row.reported}/{one.row.given}",
            sort=lambda one: (one.row.reported / one.row.given, one.row.given),
            is_number=True,
            width=66,
        ),
        Column(
            "late",
            "Quá hạn từ",
            lambda one: text.date(one.row.late_since),
            sort=lambda one: (one.row.late_since is None, str(one.row.late_since)),
            standing=lambda one: Standing.OVERDUE if one.row.late_since else None,
            width=124,
        ),
        Column("phone", "Điện thoại", lambda one: one.row.phone, width=108, tip=lambda one: one.row.person),
        Column("person", "Người liên hệ", lambda one: one.row.person, width=140, is_shown=False),
    )


def sent_words(one: UnitLine, now: dt.datetime) -> str:
    """ "Gói · 3 ngày trước", "Biểu · hôm qua": what went out last."""
    package, form = one.package_at, one.row.sent_at
    if package is not None and (form is None or package >= form):
        return f"Gói · {text.ago(package, now)}"
    return f"Biểu · {text.ago(form, now)}" if form is not None else ""


def replied_words(one: UnitLine, now: dt.datetime) -> str:
    """What came last; of a form only its day is known."""
    form = one.row.form_on
    if one.replied_at is not None and (form is None or one.replied_at.astimezone().date() >= form):
        return f"Gói · {text.ago(one.replied_at, now)}"
    return f"Biểu · {text.date(form)}" if form is not None else ""


def _delivered(one: UnitLine, now: dt.datetime) -> str:
    if one.delivered_at is not None:
        return text.ago(one.delivered_at, now)
    return "chưa" if one.waits_for_receipt else ""


def _last_sent(one: UnitLine) -> Any:
    return _late(max((at for at in (one.package_at, one.row.sent_at) if at is not None), default=None))


def _last_reply(one: UnitLine) -> Any:
    day = one.replied_at.astimezone().date() if one.replied_at else None
    return _late(max((at for at in (day, one.row.form_on) if at is not None), default=None))


def _late(at: dt.datetime | dt.date | None) -> tuple[bool, str]:
    """A key to sort by: those without a moment come last."""
    return at is None, at.isoformat() if at else ""


def past_columns(theme: Theme) -> tuple[Column[Past], ...]:
    """The history."""
    out, into = theme.icon("send-out", "text_muted"), theme.icon("inbox", "accent_text")

    def kind(one: Past) -> str:
        return KINDS[one.kind]

    return (
        Column(
            "at",
            "Lúc",
            lambda one: f"{one.at.astimezone():%d/%m/%Y %H:%M}" if one.at else "",
            sort=lambda one: one.at.isoformat() if one.at else "",
            width=148,
        ),
        Column(
            "way",
            "Chiều",
            lambda one: "Gửi" if one.is_ours else "Nhận",
            icon=lambda one: out if one.is_ours else into,
            width=82,
        ),
        Column("kind", "Loại", kind, width=92),
        Column("other", "Với", lambda one: one.other, width=190),
        Column("plan", "Kế hoạch", lambda one: one.plan, width=0),
        Column("unit", "Đơn vị", lambda one: one.unit, width=160, is_shown=False),
        Column("state", "Tình trạng", lambda one: one.state, width=180),
        Column("file", "Tệp", lambda one: one.file_name, width=240, is_shown=False),
    )
