"""The office: what it has not told is empty, so that it prints as a blank (product rule 3)."""

import pytest

from desktop.domain.office import Office, Signer, issuer_lines, seat, short_name, signing_lines
from desktop.domain.working_days import DayOff


def test_rule_3_an_office_that_has_told_nothing_has_no_names_places_or_signers() -> None:
    office = Office()
    assert (office.name, office.issuer, office.superior, office.place, office.reports_to) == (
        "",
        (),
        (),
        "",
        "",
    )
    assert office.signers == ()


def test_rule_4_by_default_truoc_ngay_is_strict_and_a_day_off_moves_back() -> None:
    rules = Office().rules
    assert (rules.before_is_strict, rules.day_off, rules.saturday_works) == (True, DayOff.BACK, False)


def test_a_signer_keeps_the_lines_of_his_capacity_as_printed() -> None:
    signer = Signer(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Nguyễn Văn A")
    assert signer.lines[1] == "KT. CHỦ TỊCH"


@pytest.mark.parametrize(
    ("name", "lines", "short", "place"),
    [
        (
            "Ủy ban nhân dân xã Sơn Tây Hạ",
            ("ỦY BAN NHÂN DÂN", "XÃ SƠN TÂY HẠ"),
            "UBND xã Sơn Tây Hạ",
            "xã Sơn Tây Hạ",
        ),
        ("Uỷ ban nhân dân xã An Phú", ("ỦY BAN NHÂN DÂN", "XÃ AN PHÚ"), "UBND xã An Phú", "xã An Phú"),
        ("UBND phường 1", ("ỦY BAN NHÂN DÂN", "PHƯỜNG 1"), "UBND phường 1", "phường 1"),
        ("Hội đồng nhân dân xã An Phú", ("HỘI ĐỒNG NHÂN DÂN", "XÃ AN PHÚ"), "HĐND xã An Phú", "xã An Phú"),
        ("Phòng Kinh tế", ("PHÒNG KINH TẾ",), "Phòng Kinh tế", ""),
        ("", (), "", ""),
    ],
)
def test_a_committee_breaks_before_its_place(
    name: str, lines: tuple[str, ...], short: str, place: str
) -> None:
    assert (issuer_lines(name), short_name(name), seat(Office(name=name))) == (lines, short, place)


@pytest.mark.parametrize(
    ("name", "title", "lines"),
    [
        ("Ủy ban nhân dân xã Sơn Tây Hạ", "Chủ tịch", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        ("UBND xã Sơn Tây Hạ", "Phó Chủ tịch", ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        ("Phòng Văn hóa - Xã hội", "Trưởng phòng", ("TRƯỞNG PHÒNG",)),
        ("Phòng Văn hóa - Xã hội", "Phó Trưởng phòng", ("KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG")),
        ("UBND xã Sơn Tây Hạ", " ", ()),
    ],
)
def test_the_lines_over_a_signature_follow_from_office_and_title(name, title, lines):
    assert signing_lines(name, title) == lines
