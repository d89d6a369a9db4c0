"""`plans new --from-plan`: what is printed and how it ends."""

import pytest
from command_files import LETTER

from desktop.documents.cloning_words import CHANGES, LEFT
from desktop.domain.cloning import Change, Left


@pytest.fixture
def plan(run, tmp_path, unit_list):
    """The id of a draft from the letter of the tests."""
    letter = tmp_path / "cong-van.txt"
    letter.write_text(LETTER, encoding="utf-8")
    run("units", "import", unit_list)
    return run("plans", "new", "--from", letter, "--json").json["id"]


def test_next_years_plan_is_told_with_what_changed_and_what_is_left(run, plan):
    ended = run("plans", "new", "--from-plan", plan, "--year", 2027)
    assert ended.status == 0
    assert "cho năm 2027" in ended.out
    assert "Đã thay đổi (" in ended.out
    assert "Còn mang giá trị của năm cũ, cần xem lại (" in ended.out
    assert "ngày cuối cùng được tính" in ended.out


def test_as_json_it_has_both_lists_with_their_sentences(run, plan):
    value = run("plans", "new", "--from-plan", plan, "--year", 2027, "--json").json
    assert (value["from_plan"], value["year"]) == (plan, 2027)
    assert value["id"] != plan
    assert {"where", "code", "old", "new", "sentence", "counts"} == set(value["changed"][0])
    assert {"where", "code", "value", "sentence"} == set(value["leftover"][0])
    assert "basis" in {one["code"] for one in value["leftover"]}


def test_without_a_year_it_is_the_year_after(run, plan):
    assert run("plans", "new", "--from-plan", plan, "--json").json["year"] == 2027


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("--from-plan", 99), 1),
        (("--from-plan", 1, "--year", 12), 1),
        (("--from", "a.txt", "--year", 2027), 1),
        (("--from", "a.txt", "--from-plan", 1), 2),
        ((), 2),
    ],
)
def test_what_cannot_be_done_is_said(run, plan, words, status):
    ended = run("plans", "new", *words)
    assert ended.status == status
    assert ended.err


def test_every_change_and_leftover_has_its_words():
    assert set(CHANGES) == set(Change)
    assert set(LEFT) == set(Left)
