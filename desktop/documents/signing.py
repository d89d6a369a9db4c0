"""Digital signatures as values: with what one signs, what shows on the paper and where. Signs nothing, paints nothing.

The form is Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 7 and 8: a person's signature shows as the picture of his own
signature, an agency's as the picture of its seal, a paper attached in a file of its own as a line of text. Pictures are given by
those who sign: without one nothing shows.
"""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

VIETNAM = dt.timezone(dt.timedelta(hours=7))
"""The zone that times of signing are written in [II.8b]."""


class SignedAs(StrEnum):
    """Who signs: the person of the signing block, the agency beside him, the agency on a paper attached in its own file."""

    PERSON = "person"
    AGENCY = "agency"
    ATTACHED = "attached"


@dataclass(frozen=True, slots=True)
class KeyFile:
    """A PKCS#12 file (.p12, .pfx) and the passphrase of it."""

    path: Path
    passphrase: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class KeyToken:
    """A PKCS#11 token. module: the maker's library; label: of the token; key: label of the key where there are several."""

    module: Path
    label: str
    pin: str | None = field(default=None, repr=False)
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """What the signature is. picture: a transparent PNG, for a person or an agency; width: of the picture in mm, None: as the file
    says; number: "12/KH-UBND", the paper that an attached one belongs to."""

    kind: SignedAs = SignedAs.PERSON
    picture: Path | None = None
    width: float | None = None
    number: str = ""


@dataclass(frozen=True, slots=True)
class Room:
    """Where the signing block leaves room: between who signs and the name. page: from 0; middle, top, bottom: points of the page,
    from its lower left corner."""

    page: int
    middle: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature that was made. name: whom the certificate names; page: where it shows, from 0, None: it does not show."""

    name: str
    at: dt.datetime
    page: int | None


def signed_line(number: str, at: dt.datetime) -> str:
    """ "12/KH-UBND; 05/01/2026 09:30:00 +07:00", what an attached paper shows: number and symbol, day, time and zone of ISO 8601
    [II.8b]. at: aware."""
    local = at.astimezone(VIETNAM)
    return f"{number}; {local:%d/%m/%Y %H:%M:%S} +07:00"
