"""Choosing who gets a task: by parts of names without dấu, groups too, nobody invented."""

from story import Clock

from desktop.domain.task import Party
from desktop.domain.unit import Membership, Unit, UnitGroup, UnitKind, UnitName
from desktop.services import party_choices
from desktop.services.workspace import Workspace
from desktop.storage import units


def _unit(work: Workspace, name: str) -> int:
    return units.add(work.store, Unit(0, "", (UnitName(name),), UnitKind.VILLAGE)).id


def test_groups_come_with_the_number_of_their_members(workspace: Workspace) -> None:
    key = _unit(workspace, "Thôn Đắk Bút")
    group = units.save_group(workspace.store, UnitGroup(0, "", "Các thôn", (Membership(key),)))
    first, second = party_choices.choices(workspace)
    assert (first.party, first.members, first.kind) == (Party("Các thôn", group=group.id), 1, None)
    assert (second.party, second.kind) == (Party("Thôn Đắk Bút", unit=key), UnitKind.VILLAGE)


def test_parts_of_words_without_dau_find_a_unit_and_its_beginning_goes_first(workspace: Workspace) -> None:
    _unit(workspace, "Trường Tiểu học Đắk Bút")
    _unit(workspace, "Đắk Bút 2")
    found = party_choices.matching(party_choices.choices(workspace), "dak bu")
    assert [one.party.written for one in found] == ["Đắk Bút 2", "Trường Tiểu học Đắk Bút"]


def test_nothing_typed_finds_nothing(workspace: Workspace) -> None:
    _unit(workspace, "Thôn 1")
    assert party_choices.matching(party_choices.choices(workspace), " ") == []


def test_the_words_of_one_unit_name_it_and_other_words_stay_words(workspace: Workspace) -> None:
    key = _unit(workspace, "Phòng Kinh tế")
    known = party_choices.choices(workspace)
    assert party_choices.named(known, "phong kinh te") == Party("Phòng Kinh tế", unit=key)
    assert party_choices.named(known, " Ban chỉ  đạo ") == Party("Ban chỉ đạo")


def test_units_that_do_not_exist_on_the_day_are_not_offered(workspace: Workspace) -> None:
    ended = Unit(0, "", (UnitName("Phòng cũ"),), ended=Clock()())
    units.add(workspace.store, ended)
    assert party_choices.choices(workspace) == ()
