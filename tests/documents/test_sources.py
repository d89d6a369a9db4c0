"""Where a sentence comes from."""

from desktop.documents.sources import references, source


def test_a_source_reads_back_as_it_was_written():
    assert references(source("result", 5, 6, 5)) == (("result", 5), ("result", 6))
    assert references("task:1 unit:3") == (("task", 1), ("unit", 3))


def test_what_has_no_id_has_no_source():
    assert source("result", 0) == source("task") == ""
    assert references("report_order") == ()
