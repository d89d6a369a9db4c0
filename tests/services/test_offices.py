"""The office's printed lines and its rules of deadlines are corrected apart from its name."""

from desktop.domain.working_days import DayOff, DeadlineRules
from desktop.services import offices


def test_printed_lines_are_corrected_in_capitals(workspace):
    offices.tell(workspace, name="Ủy ban nhân dân xã Sơn Tây Hạ")
    told = offices.tell_printed(
        workspace,
        short_name=" UBND  xã ",
        issuer=(" Ủy ban nhân dân", "", "xã Sơn Tây Hạ"),
        superior=("UBND tỉnh",),
    )
    assert told.short_name == "UBND xã"
    assert (told.issuer, told.superior) == (("ỦY BAN NHÂN DÂN", "XÃ SƠN TÂY HẠ"), ("UBND TỈNH",))
    assert told == workspace.office


def test_without_printed_lines_those_of_the_name_come_back(workspace):
    offices.tell(workspace, name="Ủy ban nhân dân xã Sơn Tây Hạ")
    offices.tell_printed(workspace, issuer=("PHÒNG VĂN HÓA",))
    assert offices.tell_printed(workspace, issuer=()).issuer == ("ỦY BAN NHÂN DÂN", "XÃ SƠN TÂY HẠ")


def test_rules_of_deadlines_are_kept(workspace):
    rules = DeadlineRules(before_is_strict=False, day_off=DayOff.FORWARD, saturday_works=True)
    offices.tell_rules(workspace, rules)
    assert workspace.office.rules == rules
    assert workspace.office.uid
