"""What every paper of an office shares: its head, who signs, its names in running text, whom it asks how, its copies. No whole paper."""

import datetime as dt
from collections.abc import Collection

from desktop.documents.model import Head, Signature
from desktop.documents.phrases import BLANK, join_and
from desktop.domain.office import Office, Signer
from desktop.domain.unit import UnitKind
from desktop.domain.unit_kind import request_verb

MANY = 10
"""More addressees than this are named in the appendix instead of on the first page."""

_COMMITTEE = "ủy ban nhân dân"
_POLITE = {
    UnitKind.FRONT: "Ủy ban MTTQ Việt Nam",
    UnitKind.MASS: "các tổ chức đoàn thể",
    UnitKind.PARTY: "các cơ quan Đảng",
    UnitKind.OTHER: "các cơ quan, tổ chức liên quan",
}


def full_name(office: Office) -> str:
    """The office in running text, the first time; a blank where it has not told its name."""
    return office.name or f"Ủy ban nhân dân {BLANK}"


def short_name(office: Office) -> str:
    """The office as running text repeats it."""
    return office.short_name or office.name or f"UBND {BLANK}"


def through(office: Office) -> str:
    """ " (qua Phòng Văn hóa - Xã hội)", "" without a collector."""
    return f" (qua {office.collector})" if office.collector else ""


def leaders(office: Office) -> str:
    """The leaders in Nơi nhận."""
    return f"CT, các PCT {office.short_name}" if office.short_name else "Lãnh đạo cơ quan (b/c)"


def file_copy(office: Office) -> str:
    """The last line of Nơi nhận: "Lưu: VT, VHXH"."""
    return f"Lưu: VT, {office.drafting}" if office.drafting else "Lưu: VT"


def head(
    office: Office, symbol: str, year: int, *, number: int | None = None, date: dt.date | None = None
) -> Head:
    """The letterhead; what the office has not told yet is a blank to fill. date None: a blank day and month of `year`."""
    return Head(
        issuer=office.issuer or (BLANK,),
        superior=office.superior,
        symbol=symbol,
        place=office.place or BLANK,
        number=number,
        day=date.day if date else None,
        month=date.month if date else None,
        year=date.year if date else year,
        choice=office.paper,
    )


def signature(office: Office, chosen: Signer | None = None) -> Signature:
    """Who signs: the one chosen for this paper, else the office's first.

    What is not known is a blank, but for the capacity of the head of a committee.
    """
    signer = chosen if chosen and chosen.lines else next(iter(office.signers), Signer(()))
    is_committee = not office.name or office.name.lower().startswith(_COMMITTEE)
    usual = ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH") if is_committee else (BLANK * 2,)
    return Signature(signer.lines or usual, signer.name or BLANK * 2)


def addressees(names: Collection[str]) -> tuple[str, ...]:
    """Kính gửi: the units by name, or where they are many one line that sends the reader to the appendix."""
    return tuple(names) if len(names) <= MANY else ("Các cơ quan, đơn vị có tên tại Phụ lục kèm theo",)


def asked(kinds: Collection[UnitKind], rest: str) -> str:
    """Each kind by its verb (product rule 11): "đề nghị Ủy ban MTTQ Việt Nam, yêu cầu <rest>". rest: words for those under the office,
    or for all where nobody is."""
    polite = join_and([words for kind, words in _POLITE.items() if kind in kinds])
    if not polite:
        return f"yêu cầu {rest}"
    is_strict = any(request_verb(kind) == "yêu cầu" for kind in kinds)
    return f"đề nghị {polite}, yêu cầu {rest}" if is_strict else f"đề nghị {polite}"
