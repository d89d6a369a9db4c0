"""Signed PDFs, judged by pyHanko's own validator: valid, whole, and broken when anything is changed."""

import io
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer
from pyhanko.sign import signers
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.fields import MDPPerm
from pyhanko.sign.validation.status import SignatureCoverageLevel
from signing_papers import NOW, PASSPHRASE, PIN, chair, fields, module, office, p12, plan, png, statuses, turn

from desktop.documents.signing import KeyFile, KeyToken, Mark, Room, Signed, SignedAs
from desktop.errors import CannotSign, FileDamaged, FileEncrypted, FileMissing
from desktop.writers import signing

UNSEEN = Mark()
ROOM = Room(1, 408.0, 600.0, 520.0)


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    return plan(tmp_path / "ke-hoach.pdf")


@pytest.fixture
def key(tmp_path: Path) -> KeyFile:
    return KeyFile(p12(tmp_path / "ky.p12", chair()), PASSPHRASE)


def sign(source: Path, key: Any, mark: Mark = UNSEEN, room: Room | None = ROOM) -> tuple[Path, Signed]:
    to = source.with_name(f"{source.stem}-ky.pdf")
    return to, signing.sign(source, to, key, mark, room, NOW)


def test_a_signed_plan_is_valid_whole_and_dated_by_the_given_clock(paper: Path, key: KeyFile) -> None:
    to, made = sign(paper, key)
    (status,) = statuses(to, chair())
    assert status.bottom_line
    assert status.coverage is SignatureCoverageLevel.ENTIRE_FILE
    assert status.signer_reported_dt == NOW
    assert made == Signed("Nguyễn Thị Hồng Vân", NOW, None)


def test_the_signature_is_of_the_pades_kind_and_brings_its_certificate(paper: Path, key: KeyFile) -> None:
    to, _ = sign(paper, key)
    (one,) = fields(to)
    assert one.sig_object["/SubFilter"] == "/ETSI.CAdES.detached"
    assert one.signer_cert.serial_number == chair()[1].serial_number
    assert statuses(to, chair())[0].timestamp_validity is None


def test_what_was_there_is_kept_byte_by_byte(paper: Path, key: KeyFile) -> None:
    before = paper.read_bytes()
    assert sign(paper, key)[0].read_bytes().startswith(before)
    assert paper.read_bytes() == before


def test_one_changed_byte_breaks_the_signature(paper: Path, key: KeyFile) -> None:
    to, _ = sign(paper, key)
    data = bytearray(to.read_bytes())
    data[data.index(b"stream") + 40] ^= 1
    to.write_bytes(data)
    (status,) = statuses(to, chair())
    assert (status.intact, status.bottom_line) == (False, False)


def test_a_page_changed_afterwards_is_seen(paper: Path, key: KeyFile) -> None:
    to, _ = sign(paper, key)
    turn(to)
    assert not statuses(to, chair())[0].bottom_line


def test_the_agency_signs_beside_the_person_and_both_stay_valid(
    paper: Path, key: KeyFile, tmp_path: Path
) -> None:
    first, _ = sign(paper, key, Mark(picture=png(tmp_path / "ky.png")))
    agency = KeyFile(p12(tmp_path / "cq.p12", office()), PASSPHRASE)
    second, made = sign(first, agency, Mark(SignedAs.AGENCY, png(tmp_path / "dau.png", (200, 200)), 36))
    before, after = statuses(second, chair(), office())
    assert before.bottom_line
    assert before.modification_level is ModificationLevel.FORM_FILLING
    assert after.bottom_line
    assert (made.name, made.page) == ("Ủy ban nhân dân xã Sơn Tây Hạ", 1)


def test_the_seal_shows_over_a_third_of_the_signature(paper: Path, key: KeyFile, tmp_path: Path) -> None:
    first, _ = sign(paper, key, Mark(picture=png(tmp_path / "ky.png")))
    second, _ = sign(first, key, Mark(SignedAs.AGENCY, png(tmp_path / "dau.png", (200, 200)), 36))
    person, agency = ([float(edge) for edge in one.sig_field["/Rect"]] for one in fields(second))
    assert agency[2] - person[0] == pytest.approx((person[2] - person[0]) / 3, abs=0.1)
    assert person[0] + person[2] == pytest.approx(2 * ROOM.middle, abs=0.1)


def test_a_signature_on_another_page_is_not_the_one_beside_which_the_seal_goes(
    paper: Path, key: KeyFile, tmp_path: Path
) -> None:
    elsewhere = Room(0, 100.0, 600.0, 520.0)
    first, _ = sign(paper, key, Mark(picture=png(tmp_path / "ky.png")), elsewhere)
    second, _ = sign(first, key, Mark(SignedAs.AGENCY, png(tmp_path / "dau.png"), 36))
    assert float(fields(second)[1].sig_field["/Rect"][0]) > 200


def test_without_a_picture_nothing_shows(paper: Path, key: KeyFile) -> None:
    for kind in (SignedAs.PERSON, SignedAs.AGENCY):
        to, made = sign(paper, key, Mark(kind))
        (one,) = fields(to)
        assert made.page is None
        assert [float(edge) for edge in one.sig_field["/Rect"]] == [0, 0, 0, 0]


def test_an_attached_paper_shows_number_and_time_at_the_top_right_in_ten_points(
    paper: Path, key: KeyFile
) -> None:
    to, made = sign(paper, key, Mark(SignedAs.ATTACHED, number="12/KH-UBND"), None)
    (one,) = fields(to)
    left, low, right, high = (float(edge) for edge in one.sig_field["/Rect"])
    form = one.sig_field["/AP"]["/N"]["/Resources"]["/XObject"]["/Line"]
    assert b"10 Tf" in form.data
    assert (right, made.page) == (pytest.approx(595.28 - 20 * 72 / 25.4, abs=0.5), 0)
    assert 790 < low < high < 830
    assert 150 < right - left < 250


def test_a_picture_wants_room_to_show_in(paper: Path, key: KeyFile, tmp_path: Path) -> None:
    with pytest.raises(CannotSign, match="no_room"):
        sign(paper, key, Mark(picture=png(tmp_path / "ky.png")), None)


def test_a_seal_without_its_size_is_refused(paper: Path, key: KeyFile, tmp_path: Path) -> None:
    with pytest.raises(CannotSign, match="seal_size"):
        sign(paper, key, Mark(SignedAs.AGENCY, png(tmp_path / "dau.png", dpi=0)))


def test_a_token_signs_as_a_file_does(paper: Path) -> None:
    to, made = sign(paper, KeyToken(module(), "CQ", PIN))
    assert statuses(to, chair())[0].bottom_line
    assert made.name == "Nguyễn Thị Hồng Vân"


def test_a_key_that_is_not_the_certificates_signs_nothing(paper: Path) -> None:
    with pytest.raises(CannotSign, match="keys_differ"):
        sign(paper, KeyToken(module(), "LECH", PIN))
    assert not paper.with_name("ke-hoach-ky.pdf").exists()


def test_a_document_that_allows_no_more_changes_is_left_alone(paper: Path, key: KeyFile) -> None:
    last = signers.SimpleSigner.load_pkcs12(key.path, passphrase=PASSPHRASE.encode())
    locked = signers.PdfSignatureMetadata("Khoa", certify=True, docmdp_permissions=MDPPerm.NO_CHANGES)
    with paper.open("rb+") as file:
        signers.sign_pdf(IncrementalPdfFileWriter(file), locked, last, in_place=True)
    with pytest.raises(CannotSign, match="locked"):
        sign(paper, key)


def test_a_document_with_a_password_is_refused(paper: Path, key: KeyFile) -> None:
    out = copy_into_new_writer(PdfFileReader(io.BytesIO(paper.read_bytes())))
    out.encrypt("chủ", "")
    with (paper.with_name("khoa.pdf")).open("wb") as file:
        out.write(file)
    with pytest.raises(FileEncrypted):
        sign(paper.with_name("khoa.pdf"), key)


def test_a_damaged_file_is_told(tmp_path: Path, key: KeyFile) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\nnothing behind")
    with pytest.raises(FileDamaged):
        sign(tmp_path / "a.pdf", key)


def test_a_failure_leaves_the_old_file_as_it_was(paper: Path, key: KeyFile) -> None:
    with pytest.raises(FileMissing):
        signing.sign(paper, paper.parent / "khong" / "a.pdf", key, Mark(), None, NOW)
    assert {path.name for path in paper.parent.iterdir()} == {"ke-hoach.pdf", "ky.p12"}


def test_a_turned_page_has_no_place_for_the_line(paper: Path, key: KeyFile) -> None:
    turn(paper)
    with pytest.raises(CannotSign, match="no_room"):
        sign(paper, key, Mark(SignedAs.ATTACHED, number="12/KH-UBND"))


def test_the_text_of_the_plan_reads_as_before(paper: Path, key: KeyFile, tmp_path: Path) -> None:
    to, _ = sign(paper, key, Mark(picture=png(tmp_path / "ky.png")))
    with pdfplumber.open(paper) as before, pdfplumber.open(to) as after:
        assert [page.extract_text() for page in before.pages] == [page.extract_text() for page in after.pages]
