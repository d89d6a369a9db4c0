"""The letter to the late: what is owed, how often it was asked for, what was promised; firmer each time, polite to whom it must be."""

import datetime as dt
from dataclasses import replace

from commune import ISSUED, OFFICE, UNITS, figures

from desktop.documents import urge
from desktop.documents.as_text import plain_text
from desktop.documents.model import Document
from desktop.documents.urge import LateUnit
from desktop.domain.follow_up import Channel, Urging
from desktop.domain.unit import UnitKind

# At this cut-off the Women's Union owes its gifts (assignment 4) and Thôn Đoài its banners (assignment 6).
CUT_OFF = dt.date(2026, 4, 2)
KINDS = {4: UnitKind.VILLAGE, 5: UnitKind.MASS}
LETTER, PHONE, ZALO = (
    Urging(6, dt.date(2026, 3, 20), Channel.LETTER, id=1),
    Urging(6, dt.date(2026, 3, 25), Channel.PHONE, "Ông Bình", dt.date(2026, 3, 30), id=2),
    Urging(4, dt.date(2026, 4, 1), Channel.ZALO, promised_on=dt.date(2026, 4, 5), id=3),
)


def late(*urgings: Urging, cut_off: dt.date = CUT_OFF) -> list[LateUnit]:
    """The late units of the commune's plan, in the order of its list."""
    return [LateUnit(one, KINDS[one.unit], urgings) for one in figures(cut_off=cut_off).late]


def letter(units: list[LateUnit], cut_off: dt.date = CUT_OFF) -> Document:
    return urge.build(ISSUED, figures(cut_off=cut_off), units, OFFICE)


def only(name: str, *urgings: Urging) -> list[LateUnit]:
    """One of them alone."""
    return [one for one in late(*urgings) if one.figures.name == name]


VILLAGE, WOMEN = UNITS[4], UNITS[5]


def test_the_first_letter_to_one_unit_prints_as_expected(golden):
    golden("urge", letter(late(cut_off=dt.date(2026, 3, 27)), dt.date(2026, 3, 27)))


def test_the_first_letter_to_all_prints_as_expected(golden):
    golden("urge_all", letter(late()))


def test_the_second_letter_to_all_tells_what_was_said_before(golden):
    golden("urge_all_again", letter(late(LETTER, PHONE, ZALO)))


def test_the_second_letter_to_one_unit_prints_as_expected(golden):
    golden("urge_second", letter(only(VILLAGE, PHONE)))


def test_the_third_letter_turns_to_the_head_of_the_unit(golden):
    golden("urge_third", letter(only(VILLAGE, LETTER, PHONE)))


def test_the_third_letter_to_an_organisation_stays_a_plea(golden):
    golden("urge_third_polite", letter(only(WOMEN, ZALO, replace(LETTER, assignment=4))))


def test_a_time_is_said_only_where_it_holds_for_all():
    assert "lần thứ" not in letter(late(LETTER, PHONE)).subject
    assert letter(late(LETTER, PHONE, ZALO)).subject.endswith("(lần thứ hai)")


def test_who_was_urged_before_among_many_is_counted():
    some = plain_text(letter(late(LETTER)))
    assert "Trước đó, UBND xã Đồng Sen đã đôn đốc 01 cơ quan, đơn vị." in some
    assert some.splitlines()[-1].endswith("| Chưa")  # a column of promises only where there is one
    often = plain_text(letter(late(LETTER, PHONE, ZALO, replace(LETTER, assignment=4))))
    assert "nêu trên từ 02 lần trở lên; trong đó 01 cơ quan, đơn vị chưa hoàn thành" in often
    assert "đôn đốc 01 cơ quan, đơn vị, đến nay chưa hoàn thành theo" in plain_text(letter(late(PHONE)))


def test_the_letters_of_the_day_itself_are_not_before_it():
    own = replace(LETTER, urged_on=CUT_OFF)
    assert plain_text(letter(only(VILLAGE, own))) == plain_text(letter(only(VILLAGE)))


def test_different_promises_are_told_in_the_appendix():
    counted = figures(cut_off=CUT_OFF)
    both = replace(
        next(u for u in counted.late if u.name == VILLAGE), lines=tuple(line for u in counted.late for line in u.lines)
    )  # fmt: skip
    text = plain_text(urge.build(ISSUED, counted, [LateUnit(both, UnitKind.VILLAGE, (PHONE,))], OFFICE))
    assert "thôn Đoài hẹn hoàn thành vào thời gian ghi tại Phụ lục nhưng đến nay" in text
    assert "| 01 lần qua điện thoại 25/3/2026 | 30/3/2026" in text
    assert any(line.endswith("| Chưa | ") for line in text.splitlines())


def test_a_day_that_was_extended_is_shown_with_the_first_one():
    (one,) = only(VILLAGE)
    moved = replace(one.figures.lines[0], due=dt.date(2026, 3, 31), first_due=dt.date(2026, 3, 17))
    text = plain_text(letter([replace(one, figures=replace(one.figures, lines=(moved,)))]))
    assert "31/3/2026 (hạn đầu 17/3/2026)" in text


def test_what_was_reported_but_is_not_done_is_told_so():
    (one,) = only(VILLAGE)
    told = replace(one.figures.lines[0], reported_on=CUT_OFF)
    assert "Đã báo cáo, chưa hoàn thành" in plain_text(
        letter([replace(one, figures=replace(one.figures, lines=(told,)))])
    )
