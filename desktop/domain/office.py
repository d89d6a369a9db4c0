"""The office whose copy this is. What it has not told yet is empty and prints as a blank to fill."""

from dataclasses import dataclass, field

from desktop.domain.paper_choice import PaperChoice
from desktop.domain.vietnamese import clean, unify_tones
from desktop.domain.working_days import DeadlineRules


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs. lines: capacity and office as printed, top to bottom ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"); name without học hàm, học vị."""

    lines: tuple[str, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Office:
    """Names and habits of the office.

    name: in running text ("Ủy ban nhân dân xã Sơn Tây Hạ"); short_name: "UBND xã Sơn Tây Hạ"; issuer, superior: the printed
    lines of the letterhead [NĐ 30, 2a, 2b]; place: địa danh [4]; symbol: the office in a symbol ("UBND"); drafting: the drafting
    unit in the symbol of a công văn and in "Lưu: VT, ..." ("VHXH"); collector: the unit that collects reports for the office
    ("Phòng Văn hóa - Xã hội"); reports_to: who the summary report goes up to; paper: how its papers are set.
    """

    uid: str = ""
    name: str = ""
    short_name: str = ""
    issuer: tuple[str, ...] = ()
    superior: tuple[str, ...] = ()
    place: str = ""
    symbol: str = "UBND"
    drafting: str = ""
    collector: str = ""
    reports_to: str = ""
    signers: tuple[Signer, ...] = ()
    rules: DeadlineRules = field(default_factory=DeadlineRules)
    paper: PaperChoice = field(default_factory=PaperChoice)


def issuer_lines(name: str) -> tuple[str, ...]:
    """The printed lines of an office's name: a committee's or council's name breaks before its place and is one name (NĐ 30, 2b)."""
    found = _committee(name)
    if found is not None:
        return found[0].upper(), found[2].upper()
    return (name.upper(),) if name else ()


def short_name(name: str) -> str:
    """The name as running text repeats it: "UBND xã Sơn Tây Hạ"."""
    found = _committee(name)
    return name if found is None else f"{found[1]} {found[2]}"


def seat(office: Office) -> str:
    """The administrative unit of a committee or council ("xã Sơn Tây Hạ"), "" where the name does not tell it."""
    found = _committee(office.name)
    return "" if found is None else found[2]


def signing_lines(name: str, title: str) -> tuple[str, ...]:
    """The printed lines of a capacity ("Chủ tịch", "Phó Trưởng phòng") in an office of that name: a committee or council decides as a
    whole, so its head signs "TM."; a deputy signs "KT." the head (NĐ 30, I.II.7a). Empty for no title."""
    own = clean(title).upper()
    if not own:
        return ()
    found = _committee(name)
    lines = () if found is None else (f"TM. {found[0].upper()}",)
    head = own.removeprefix("PHÓ ")
    return (*lines, own) if head == own else (*lines, f"KT. {head}", own)


def _committee(name: str) -> tuple[str, str, str] | None:
    """(its body, the short form, the place) of the name of a committee or council, in either spelling of "Ủy"; None for any other."""
    spelled = unify_tones(clean(name))
    for body, short in _BODIES.items():
        for form in (body, short):
            if spelled.lower().startswith(f"{form.lower()} "):
                return body, short, spelled[len(form) + 1 :]
    return None


_BODIES = {"Ủy ban nhân dân": "UBND", "Hội đồng nhân dân": "HĐND"}
