"""Nơi nhận and Kính gửi."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from proofread_papers import codes, findings, paper

from desktop.documents.proofread import recipients
from desktop.documents.proofread.paper import Named, Paper, PaperTask
from desktop.domain.directive import Severity
from desktop.domain.unit_kind import kind_of

LIST = ("Nơi nhận:", "- Sở Y tế (b/c);", "- Các thôn;", "- Lưu: VT, VHXH.")


def test_a_right_list_is_let_be() -> None:
    assert codes(recipients.check, paper(recipients=LIST)) == []
    assert codes(recipients.check, paper()) == []


def test_the_file_copy_is_the_last_line() -> None:
    assert codes(recipients.check, paper(recipients=("- Sở Y tế;", "- Các thôn."))) == ["file_copy_missing"]
    behind = paper(recipients=("- Sở Y tế;", "- Các thôn."), signature=("Lưu: VT",))
    assert codes(recipients.check, behind) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [("Lưu VT", ["file_copy_form"]), ("Lưu: TH", ["file_copy_form"]), ("Lưu: Văn thư, KT", [])],
)
def test_other_forms_of_the_file_copy_are_notes(line: str, expected: list[str]) -> None:
    found = findings(recipients.check, paper(recipients=("- Sở Y tế;", f"- {line}.")))
    assert [one.code for one in found] == expected
    assert {one.severity for one in found} <= {Severity.INFO}
    front = paper(recipients=("- Sở Y tế;", f"- {line}."), issuer="ỦY BAN MTTQ VIỆT NAM XÃ")
    assert codes(recipients.check, front) == []


def test_as_above_needs_addressees() -> None:
    above = ("- Như trên;", "- Lưu: VT.")
    [found] = findings(recipients.check, paper(recipients=above))
    assert (found.code, found.quote, found.severity) == (
        "as_above_without_addressees",
        "Như trên",
        Severity.WARNING,
    )
    assert codes(recipients.check, paper(recipients=above, addressees=("Kính gửi: Sở Y tế",))) == []
    assert codes(recipients.check, paper(recipients=above, kind="Công văn")) == []


def test_a_letter_begins_with_as_above() -> None:
    values = {"recipients": ("- Sở Y tế;", "- Lưu: VT."), "addressees": ("Kính gửi: Sở Y tế",)}
    [letter] = findings(recipients.check, paper(kind="Công văn", **values))
    assert (letter.code, letter.severity) == ("as_above_missing", Severity.WARNING)
    [report] = findings(recipients.check, paper(kind="Báo cáo", **values))
    assert report.severity is Severity.INFO
    assert codes(recipients.check, paper(kind="Kế hoạch", **values)) == []


@given(st.lists(st.sampled_from([";", ".", ""]), min_size=2, max_size=5))
def test_addressees_end_like_a_list(ends: list[str]) -> None:
    items = [f"- Phòng {at}{end}" for at, end in enumerate(ends)]
    some = paper(addressees=("Kính gửi:", *items), kind="Công văn")
    right = ends == [";"] * (len(ends) - 1) + ["."]
    found = findings(recipients.check, some)
    assert [one.code for one in found] == ([] if right else ["addressee_end"])
    assert codes(recipients.check, paper(addressees=items, exact=False)) == []


def test_a_lost_stop_behind_the_file_copy_is_a_note() -> None:
    items = ("- Sở Y tế;", "- Lưu: VT")
    assert [one.severity for one in findings(recipients.check, paper(recipients=items))] == [Severity.INFO]
    assert [one.severity for one in findings(recipients.check, paper(recipients=items, ours=True))] == [
        Severity.WARNING
    ]
    inner = ("- Sở Y tế", "- Lưu: VT.")
    [found] = findings(recipients.check, paper(recipients=inner))
    assert (found.fix, found.severity) == ("- Sở Y tế;", Severity.WARNING)


def test_an_item_that_goes_on_is_one_with_the_next() -> None:
    items = ("- Các phòng,", "- ban;", "- Lưu: VT.")
    assert codes(recipients.check, paper(recipients=items)) == []


def test_papers_of_the_party_have_lists_of_their_own() -> None:
    assert codes(recipients.check, paper(recipients=("- Như trên,", "- a,"), issuer="ĐẢNG ỦY XÃ")) == []


def ours(*items: str, leads: tuple[str, ...] = ("Trạm Y tế xã",), others: tuple[str, ...] = ()) -> Paper:
    """A plan of ours with one task."""
    named = [tuple(Named(name, frozenset({kind_of(name)})) for name in names) for names in (leads, others)]
    task = PaperTask("Tổ chức tọa đàm", named[0], named[1], passage=0)
    lines = [f"- {item};" for item in items]
    return paper("- Tổ chức tọa đàm.", recipients=(*lines, "- Lưu: VT."), tasks=(task,), ours=True)


def test_a_unit_with_work_gets_a_copy() -> None:
    [found] = findings(recipients.check, ours("Sở Y tế"))
    assert (found.code, found.quote) == ("task_without_recipient", "Trạm Y tế xã")


@pytest.mark.parametrize(
    "item",
    [
        "Trạm Y tế xã",
        "trạm y tế xã (t/h)",
        "Các cơ quan, đơn vị",
        "Các trạm y tế",
        "Các tổ chức có liên quan",
        "Như trên",
    ],
)
def test_its_name_or_words_for_many_take_it_in(item: str) -> None:
    assert "task_without_recipient" not in codes(recipients.check, ours(item))


def test_a_unit_of_the_office_with_a_copy_has_work() -> None:
    units = ("Trạm Y tế xã", "Công an xã")
    items = ("Trạm Y tế xã", "Công an xã")
    assert codes(recipients.check, ours(*items), units=units) == ["recipient_without_task"]
    assert codes(recipients.check, ours("Trạm Y tế xã", "Công an xã (để biết)"), units=units) == []
    assert codes(recipients.check, ours(*items, others=("Công an xã",)), units=units) == []
    assert codes(recipients.check, ours(*items)) == []


def test_without_tasks_or_list_nothing_is_compared() -> None:
    assert codes(recipients.check, paper(recipients=LIST, ours=True)) == []
    assert codes(recipients.check, paper(tasks=ours().tasks, ours=True)) == []


def test_a_note_may_stand_behind_the_stop() -> None:
    items = ("- Thường trực Đảng ủy; (b/c)", "- Lưu: VT.")
    assert codes(recipients.check, paper(recipients=items)) == []


def test_of_an_outside_paper_all_units_without_a_copy_are_one_note() -> None:
    some = replace(
        ours("Sở Y tế", leads=("Công an xã", "Hội Nông dân xã", "Các thôn", "toàn dân")), ours=False
    )
    [found] = findings(recipients.check, some)
    assert (found.code, found.severity, found.quote) == (
        "task_without_recipient",
        Severity.INFO,
        "Công an xã",
    )
    assert "“Công an xã”, “Hội Nông dân xã”" in found.message


@pytest.mark.parametrize(
    ("lead", "item"), [("UBND cấp xã", "UBND các xã, phường"), ("Công an xã", "Các phòng, ban, ngành")]
)
def test_words_for_a_level_take_in_its_bodies(lead: str, item: str) -> None:
    assert codes(recipients.check, ours(item, leads=(lead,))) == []
