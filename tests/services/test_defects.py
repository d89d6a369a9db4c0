"""What is kept of a defect."""

from pathlib import Path

from desktop.services import defects


def raised() -> Exception:
    """An error with a name of a person in its message and another one behind it."""
    person, phone = KeyError("Nguyễn " + "Văn A"), ValueError("0912" + "345678")
    try:
        raise phone from person
    except ValueError as error:
        return error


def test_a_report_tells_where_it_arose_and_no_words_of_the_work(home: Path) -> None:
    text = defects.save(home, raised()).read_text("utf-8")
    assert "test_defects.py" in text
    assert text.index("ValueError") < text.index("KeyError")
    assert "Nguyễn" not in text
    assert "0912345678" not in text


def test_where_the_home_cannot_be_written_it_goes_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert defects.save(tmp_path / "file", raised()).exists()
