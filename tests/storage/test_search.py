"""The search: with and without dấu, beginnings of words, always in step with what is kept."""

import datetime as dt
from dataclasses import replace

import pytest

from desktop.domain.assignment import Status
from desktop.domain.plan import Plan
from desktop.domain.report import Report
from desktop.domain.result import Result
from desktop.domain.unit import Contact, Unit, UnitName
from desktop.errors import NotFound
from desktop.storage import plans, reports, results, search, tasks, unit_changes, units
from desktop.storage.search import Hit
from desktop.storage.store import Store

DAY = dt.date(2026, 3, 2)


def titles(store: Store, words: str, limit: int = 50) -> list[str]:
    return [hit.title for hit in search.find(store, words, limit)]


def add(store: Store, *names: str) -> list[Unit]:
    return [units.add(store, Unit(0, "", (UnitName(name),))) for name in names]


@pytest.mark.parametrize(
    "words", ["đường sắt", "duong sat", "DUONG SAT", "Đường  sắt", "đường sa", "sắt đư", "duong-sat"]
)
def test_words_are_found_however_they_are_typed(store: Store, words: str) -> None:
    add(store, "Trạm Đường sắt", "Trạm Y tế")
    assert titles(store, words) == ["Trạm Đường sắt"]


def test_both_tone_placements_are_one(store: Store) -> None:
    add(store, "Thôn Hòa Bình", "Thôn Hoà Hợp")
    assert set(titles(store, "hoà")) == {"Thôn Hòa Bình", "Thôn Hoà Hợp"} == set(titles(store, "hòa"))


def test_the_very_dau_come_first(store: Store) -> None:
    add(store, "Chi hội Đường", "Chi hội Dương", "Chi hội Đướng")
    assert titles(store, "đường")[0] == "Chi hội Đường"
    assert titles(store, "dương")[0] == "Chi hội Dương"
    assert len(titles(store, "duong")) == 3


def test_whole_words_come_before_beginnings_and_the_last_kept_first(store: Store) -> None:
    add(store, "Hội A", "Hộitrường", "Hội B")
    assert titles(store, "hoi") == ["Hội B", "Hội A", "Hộitrường"]


@pytest.mark.parametrize("words", ["", "   ", "-./", "\u200b", "không có", '"', "a* OR b", "NEAR("])
def test_odd_words_find_nothing_and_break_nothing(store: Store, words: str) -> None:
    add(store, "Thôn 1")
    assert search.find(store, words) == []


def test_no_more_are_given_than_wanted(store: Store) -> None:
    add(store, *(f"Thôn {n}" for n in range(9)))
    assert len(titles(store, "thôn", 4)) == 4


def test_everything_is_searched(store: Store, work) -> None:
    made = work.assign(store)
    results.add_all(store, [Result(made[0].id, DAY, Status.DONE, DAY, "đã treo kỷ vật", "gió lớn")])
    reports.add(store, Report(0, "", "Báo cáo kỷ niệm", DAY))
    plans.add(store, Plan(0, "", "Lễ kỷ yếu", theme="Chung tay"))
    units.save(store, replace(work.units[0], contact=Contact("Ông Kỷ", phone="0912345678")))
    tasks.save(store, replace(work.tasks[0], text="Kỷ luật lao động"))
    found = {hit.noun for hit in search.find(store, "ky")}
    assert found == {"plan", "task", "unit", "result", "report"}


def test_a_hit_outside_the_title_shows_where(store: Store) -> None:
    unit = units.add(
        store, Unit(0, "", (UnitName("Thôn 1"),), contact=Contact("Nguyễn An", phone="0912345678"))
    )
    assert search.find(store, "0912345") == [Hit("unit", unit.id, "Thôn 1", "Nguyễn An 0912345678")]


def test_a_long_text_is_cut_around_the_find(store: Store, work) -> None:
    (first, *_) = work.assign(store)
    words = "đầu " * 60 + "kim cương " + "cuối " * 60
    results.add_all(store, [Result(first.id, DAY, Status.DONE, text=words)])
    (hit,) = search.find(store, "kim")
    assert hit.title == "Thôn Đông"
    assert hit.snippet.startswith("… ")
    assert hit.snippet.endswith(" …")
    assert "kim cương" in hit.snippet
    assert len(hit.snippet) < 140


def test_what_is_changed_or_removed_is_found_as_it_is_now(store: Store, work) -> None:
    assert titles(store, "treo cờ") == ["Treo cờ"]
    tasks.save(store, replace(work.tasks[0], text="Hạ cờ"))
    assert (titles(store, "treo"), titles(store, "hạ cờ")) == ([], ["Hạ cờ"])
    tasks.remove(store, work.tasks[0].id)
    assert titles(store, "hạ cờ") == []


def test_former_names_are_found(store: Store) -> None:
    (unit,) = add(store, "Phòng Lao động")
    unit_changes.rename(store, unit.id, "Phòng Nội vụ", DAY)
    assert search.find(store, "lao động") == [Hit("unit", unit.id, "Phòng Nội vụ", "Phòng Lao động")]


def test_what_was_undone_is_not_found(store: Store) -> None:
    with pytest.raises(NotFound), store.transaction():
        unit_changes.rename(store, add(store, "Thôn ma")[0].id + 1, "Thôn khác", DAY)
    assert titles(store, "thôn") == []


def test_the_index_is_written_once_for_many_changes(store: Store) -> None:
    add(store, "A", "B", "C")
    assert search.catch_up(store) == 3
    assert search.catch_up(store) == 0


def test_more_words_than_are_remembered_are_indexed_too(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "_MOST_WORDS", 0)
    monkeypatch.setattr(search, "_INDEXED", search._Indexed())
    add(store, "Xóm Mới")
    assert titles(store, "moi") == ["Xóm Mới"]
