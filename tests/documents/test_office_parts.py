"""What the papers of an office share."""

import pytest

from desktop.documents.office_parts import (
    MANY,
    addressees,
    asked,
    file_copy,
    full_name,
    leaders,
    short_name,
    signature,
)
from desktop.documents.phrases import BLANK
from desktop.domain.office import Office, Signer
from desktop.domain.unit import UnitKind as Kind


def test_what_the_office_has_not_told_is_a_blank():
    nobody = Office()
    assert full_name(nobody) == f"Ủy ban nhân dân {BLANK}"
    assert short_name(nobody) == f"UBND {BLANK}"
    assert leaders(nobody) == "Lãnh đạo cơ quan (b/c)"
    assert file_copy(nobody) == "Lưu: VT"


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Ủy ban nhân dân xã Đồng Sen", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        ("Hội đồng nhân dân xã Đồng Sen", (BLANK * 2,)),
        ("Phòng Văn hóa - Xã hội", (BLANK * 2,)),
    ],
)
def test_only_the_capacity_of_a_committees_head_is_known_by_itself(name, lines):
    shown = signature(Office(name=name))
    assert (shown.lines, shown.name) == (lines, BLANK * 2)


def test_a_signer_known_by_name_alone_signs_in_the_usual_capacity():
    shown = signature(Office(signers=(Signer((), "Trần Văn Bình"),)))
    assert (shown.lines, shown.name) == (("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Trần Văn Bình")


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        ((), "yêu cầu các đơn vị"),
        ((Kind.SCHOOL, Kind.VILLAGE), "yêu cầu các đơn vị"),
        ((Kind.FRONT, Kind.MASS), "đề nghị Ủy ban MTTQ Việt Nam và các tổ chức đoàn thể"),
        ((Kind.MASS, Kind.SCHOOL), "đề nghị các tổ chức đoàn thể, yêu cầu các đơn vị"),
        ((Kind.OTHER,), "đề nghị các cơ quan, tổ chức liên quan"),
    ],
)
def test_each_kind_of_unit_is_asked_by_its_verb(kinds, words):
    assert asked(kinds, "các đơn vị") == words


def test_more_addressees_than_a_page_holds_are_named_in_the_appendix():
    few = [f"Thôn {n}" for n in range(MANY)]
    assert addressees(few) == tuple(few)
    assert addressees([*few, "Thôn cuối"]) == ("Các cơ quan, đơn vị có tên tại Phụ lục kèm theo",)
