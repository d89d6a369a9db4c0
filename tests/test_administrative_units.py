"""The tables of provinces and communes in data/: complete, composed, bound to each other. Reads the CSV files only."""

import csv
import unicodedata
from collections import Counter

from desktop.paths import data_file


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a CSV file under data/."""
    with data_file(name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_there_are_34_provinces_and_3321_communes_each_with_a_code_of_its_own() -> None:
    provinces, communes = rows("administrative_provinces.csv"), rows("administrative_units.csv")
    assert len({row["code"] for row in provinces}) == len(provinces) == 34
    assert len({row["code"] for row in communes}) == len(communes) == 3321


def test_every_commune_lies_in_a_known_province() -> None:
    known = {row["code"] for row in rows("administrative_provinces.csv")}
    assert {row["province_code"] for row in rows("administrative_units.csv")} == known


def test_every_commune_is_named_by_its_kind() -> None:
    kinds = {"xa": "Xã ", "phuong": "Phường ", "dac_khu": "Đặc khu "}
    communes = rows("administrative_units.csv")
    assert [row for row in communes if not row["name"].startswith(kinds[row["kind"]])] == []
    assert Counter(row["kind"] for row in communes) == {"xa": 2621, "phuong": 687, "dac_khu": 13}


def test_names_are_composed_and_trimmed() -> None:
    names = [row["name"] for name in ("provinces", "units") for row in rows(f"administrative_{name}.csv")]
    assert [name for name in names if name != " ".join(unicodedata.normalize("NFC", name).split())] == []


def test_the_notice_of_the_source_is_kept() -> None:
    assert data_file("LICENSES/vietnamadminunits.txt").read_text(encoding="utf-8").startswith("MIT License")
