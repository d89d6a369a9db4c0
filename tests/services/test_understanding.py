"""A directive between its reading and the plan."""

import datetime as dt
from dataclasses import replace

import pytest
from story import BANNERS, DIVISION, GIFTS, READING, STATION, TALK, settle

from desktop.domain.task import Party, Task
from desktop.paths import data_file
from desktop.services import planning, understanding
from desktop.services.planning import Chosen
from desktop.storage import tasks, units

STRANGE = replace(GIFTS, lead=("Chi cục Thủy lợi",))


def test_binding_shows_what_would_be_bound_and_keeps_nothing(workspace):
    settle(workspace)
    before = len(units.groups(workspace.store))
    told = understanding.bound(workspace, replace(READING, tasks=(TALK, BANNERS, STRANGE)))
    assert [task.leads[0].is_bound for task in told.tasks] == [True, True, False]
    assert told.tasks[1].leads[0].group is not None
    assert len(units.groups(workspace.store)) == before
    assert understanding.doubts(told) == [2]


def test_the_text_of_a_file_holds_its_paragraphs_and_its_ends(workspace):
    settle(workspace)
    told = understanding.of_file(workspace, data_file("samples/cong-van-so-y-te.docx"))
    assert told.reading.issuer is not None
    assert told.reading.issuer in told.text
    assert told.reading.tasks[0].text.rstrip(".;") in told.text


def test_pasted_words_are_understood_as_a_file_is(workspace):
    settle(workspace)
    words = (
        "ỦY BAN NHÂN DÂN TỈNH SƠN GIANG\nKẾ HOẠCH\nTổ chức ngày hội\nIII. TỔ CHỨC THỰC HIỆN\n1. Phòng Văn hóa - Xã hội\n"
        "- Chủ trì tổ chức tọa đàm trước ngày 25/3/2026.\n2. Trạm Y tế xã\n- Tổ chức khám sức khỏe."
    )
    told = understanding.of_words(workspace, words)
    assert [task.leads[0].written for task in told.tasks] == [DIVISION, STATION]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("trạm y tế", "Trạm Y tế"),
        ("KHAM SUC KHOE", "khám sức khỏe"),
        ("không có đâu", None),
        ("", None),
    ],
)
def test_a_value_is_found_in_the_text_without_regard_to_case_and_marks(words, found):
    text = "1. Trạm Y tế tổ chức khám sức khỏe cho người dân."
    span = understanding.span(text, words)
    assert (text[slice(*span)] if span else None) == found


def test_a_value_is_looked_for_in_its_own_sentence_first():
    text = "Thôn Hạ họp.\nTrạm Y tế xã: mời Thôn Hạ dự."
    span = understanding.span(text, "Thôn Hạ", "Trạm Y tế xã: mời Thôn Hạ dự.")
    assert span == (text.rindex("Thôn Hạ"), text.rindex("Thôn Hạ") + len("Thôn Hạ"))


def test_a_long_passage_whose_end_was_joined_otherwise_is_found_by_its_beginning():
    text = "Tổ chức tuyên truyền trên hệ thống loa truyền thanh của xã và\ncác thôn."
    words = "Tổ chức tuyên truyền trên hệ thống loa truyền thanh của xã và các thôn"
    assert understanding.span(text, words) is not None


def test_typed_words_of_a_deadline_are_understood_or_kept(workspace):
    day = dt.date(2026, 3, 2)
    assert understanding.deadline("trước ngày 14/4", day).date == dt.date(2026, 4, 14)
    assert understanding.deadline("theo tiến độ", day).text == "theo tiến độ"
    assert understanding.deadline("  ", day) is None


def test_the_day_that_counts_follows_the_rules_of_the_office(workspace):
    wanted = understanding.deadline("trước ngày 14/4/2026", None)
    assert understanding.counts_until(workspace, wanted) == dt.date(2026, 4, 13)
    assert understanding.counts_until(workspace, understanding.deadline("thường xuyên", None)) is None


def test_whom_the_person_chose_takes_the_place_of_the_words(workspace):
    ids = settle(workspace)
    party = Party(STATION, unit=ids[STATION])
    reading = replace(READING, tasks=(TALK, STRANGE))
    new = planning.new_from_reading(workspace, reading, None, chosen={1: Chosen((party,), ())})
    assert tasks.of_plan(workspace.store, new.plan.id)[1].leads == (party,)
    assert new.unbound == ()


def test_two_tasks_are_joined_with_everybody_of_both():
    both = understanding.merged(TALK, BANNERS)
    assert both.lead == (DIVISION, "Các thôn")
    assert both.deadline == TALK.deadline
    assert both.text.endswith(BANNERS.text)
    assert understanding.blank_task(" Họp  dân ").text == "Họp dân"


def test_joined_tasks_are_bound_to_everybody_once():
    one = Task(0, "", 0, 0, "Một", (Party("A", unit=1),), (Party("B", unit=2),))
    other = Task(0, "", 0, 1, "Hai", (Party("A", unit=1), Party("C", unit=3)))
    both = understanding.merged_parties(one, other)
    assert [party.written for party in both.leads] == ["A", "C"]
    assert [party.written for party in both.coordinating] == ["B"]
    assert understanding.with_tasks(READING, [BANNERS]).tasks == (BANNERS,)
