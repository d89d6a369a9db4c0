"""`demo`: what is printed, what is left, how it ends."""

import re


def test_the_demo_is_told_step_by_step_and_not_run_twice_over(run, tmp_path):
    ended = run("demo", "--to", tmp_path / "thu")
    assert (ended.status, ended.err) == (0, "")
    assert [line.split()[0] for line in ended.out.splitlines() if re.match(r"\d+\.", line)] == [
        "1.",
        "2.",
        "3.",
        "4.",
        "5.",
        "6.",
        "7.",
        "8.",
        "9.",
        "10.",
    ]
    listed = [line.split("  (")[0].strip() for line in ended.out.splitlines() if line.endswith("KB)")]
    assert all((tmp_path / "thu" / name).is_file() for name in listed)
    again = run("demo", "--to", tmp_path / "thu")
    assert (again.status, again.out) == (1, "")
    assert "đã có một lần chạy thử" in again.err
