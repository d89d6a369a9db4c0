"""Signs a PDF: adds one PAdES signature (baseline B-B) behind what is there, so that earlier signatures stay valid. Asks no network.

There is no time stamp of a third party: the time is that of the machine. Imports pyHanko (half a second), a part of the extra `sign`:
services import this module when something is signed, and say so where the extra is missing.
"""

import datetime as dt
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pkcs11.exceptions import PKCS11Error
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.validation.generic_cms import validate_sig_integrity

from desktop.documents.signing import KeyFile, KeyToken, Mark, Room, Signed, SignedAs, signed_line
from desktop.errors import CannotSign, FileDamaged, FileEncrypted
from desktop.writers import signing_keys, signing_looks
from desktop.writers.atomic import replacing
from desktop.writers.signing_looks import Box

_Look = tuple[Any, Box, int]
"""An appearance, its box, its page from 0."""


def sign(
    source: Path, to: Path, key: KeyFile | KeyToken, mark: Mark, room: Room | None, at: dt.datetime
) -> Signed:
    """Sign the PDF at `source` with `key` and write it to `to`, whole or not at all. room: where the signing block leaves it;
    at: the time of signing, aware.

    Raises `CannotSign` with the obstacles of `signing_keys.opened` and "locked", "no_room", "not_a_picture", "seal_size",
    "keys_differ"; `FileDamaged`, `FileEncrypted`; what `writers.atomic.replacing` raises; `OSError` of reading.
    """
    data = source.read_bytes()
    with signing_keys.opened(key, at) as signer:
        try:
            signed, page = _signed(source, data, signer, mark, room, at)
        except SigningError as error:
            raise CannotSign("locked", name=source.name) from error
        except PdfError as error:
            raise FileDamaged(source, str(error)) from error
        except PKCS11Error as error:
            raise CannotSign("token_failed", label=getattr(key, "label", "")) from error
        name = signing_keys.holder(signer.signing_cert)
    _verify(signed)
    with replacing(to) as beside:
        beside.write_bytes(signed)
    return Signed(name, at, page)


class _Signer(PdfSigner):
    """pyHanko's signer with a clock that is told: the time in the signature is the one on the paper."""

    def __init__(self, at: dt.datetime, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._at = at

    def init_signing_session(self, *arguments: Any, **options: Any) -> Any:
        """See `PdfSigner`."""
        session = super().init_signing_session(*arguments, **options)
        session.system_time = self._at
        return session


def _signed(
    source: Path, data: bytes, signer: Any, mark: Mark, room: Room | None, at: dt.datetime
) -> tuple[bytes, int | None]:
    """The signed file and the page where the signature shows."""
    out = IncrementalPdfFileWriter(io.BytesIO(data), strict=False)
    if out.prev.encrypted:
        raise FileEncrypted(source)
    look = _look(out, mark, room, at)
    style, box, page = look or (None, None, 0)
    name = _free_name(out)
    meta = PdfSignatureMetadata(field_name=name, md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES)
    field = SigFieldSpec(name, on_page=page, box=box)
    made = _Signer(at, meta, signer, stamp_style=style, new_field_spec=field).sign_pdf(out)
    return made.getvalue(), page if look else None


def _look(out: Any, mark: Mark, room: Room | None, at: dt.datetime) -> _Look | None:
    """What shows and where; None: nothing. Raises `CannotSign` where something was to show and cannot."""
    if mark.kind is SignedAs.ATTACHED:
        _, _, width, height = _page_box(out, 0)
        return *signing_looks.line_style(signed_line(mark.number, at), out, width, height), 0
    if mark.picture is None:
        return None
    picture = signing_looks.picture(mark.picture, mark.width)
    if room is None:
        raise CannotSign("no_room")
    if mark.kind is SignedAs.PERSON:
        box = signing_looks.person_box(picture, room)
    elif picture.real:
        box = signing_looks.seal_box(picture, room, next(_shown_on(out, room.page), None))
    else:
        raise CannotSign("seal_size", name=mark.picture.name)
    return signing_looks.picture_style(picture), box, room.page


def _shown_on(out: Any, page: int) -> Iterator[Box]:
    """Boxes of the signatures that show on a page, the last first."""
    here = out.find_page_for_modification(page)[0].reference
    for signature in reversed(out.prev.embedded_signatures):
        field = signature.sig_field
        on = field.raw_get("/P") if "/P" in field else None
        left, low, right, high = (float(edge) for edge in field["/Rect"])
        if on is not None and on.reference == here and right > left:
            yield left, low, right, high


def _page_box(out: Any, page: int) -> Box:
    """The sheet of an upright page, points. Raises `CannotSign` "no_room" for one that is shown turned."""
    node = out.find_page_for_modification(page)[0].get_object()
    if _inherited(node, "/Rotate", 0):
        raise CannotSign("no_room")
    left, low, right, high = (float(edge) for edge in _inherited(node, "/MediaBox", ()))
    return left, low, right, high


def _inherited(node: Any, name: str, default: Any) -> Any:
    """A value of a page or of the nodes over it."""
    while node is not None:
        if name in node:
            return node[name]
        node = node["/Parent"] if "/Parent" in node else None  # noqa: SIM401 - its `get` does not follow references
    return default


def _free_name(out: Any) -> str:
    return f"ChuKySo{len(out.prev.embedded_signatures) + 1}"


def _verify(signed: bytes) -> None:
    """Read back what was made: a key that does not belong to the certificate gives a signature that nobody accepts."""
    last = PdfFileReader(io.BytesIO(signed), strict=False).embedded_signatures[-1]
    intact, valid = validate_sig_integrity(last.signer_info, last.signer_cert, "data", last.compute_digest())
    if not (intact and valid):
        raise CannotSign("keys_differ")
