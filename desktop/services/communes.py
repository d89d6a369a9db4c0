"""The communes of the country, found by words without dấu, and what the office of one is called. Reads data/ only."""

import csv
from dataclasses import dataclass
from functools import cache

from desktop.domain.vietnamese import fold
from desktop.paths import data_file


@dataclass(frozen=True, slots=True)
class Commune:
    """One of the 3,321 units of the lower level. name: "Xã Sơn Tây Hạ"; province: "Tỉnh Quảng Ngãi"."""

    code: str
    name: str
    province: str

    @property
    def shown(self) -> str:
        """ "Xã Sơn Tây Hạ, tỉnh Quảng Ngãi"."""
        return f"{self.name}, {_small(self.province)}"


@dataclass(frozen=True, slots=True)
class OfficeOf:
    """What the People's Committee of a commune is called; place: địa danh on its papers; reports_to: the committee above it."""

    name: str
    place: str
    reports_to: str


def find(words: str, most: int = 12) -> list[Commune]:
    """Communes whose name and province have words that begin with all of `words`; those whose own name begins so come first."""
    wanted = fold(words).split()
    if not wanted:
        return []
    found: list[tuple[int, Commune]] = []
    for own, whole, commune in _folded():
        if all(f" {word}" in whole for word in wanted):
            bare = own.partition(" ")[2]
            joined = " ".join(wanted)
            rank = (
                0 if joined in {bare, own} else 1 if bare.startswith(joined) or own.startswith(joined) else 2
            )
            found.append((rank, commune))
    return [commune for _, commune in sorted(found, key=lambda one: one[0])[:most]]


def office_of(commune: Commune) -> OfficeOf:
    """The names of its People's Committee. One named by a figure keeps its kind, with a capital: "Phường 1" (NĐ 30, II.III.1)."""
    kind, _, bare = commune.name.partition(" ")
    if kind == "Đặc":
        bare = bare.partition(" ")[2]
    is_figure = bare[0].isdigit()
    return OfficeOf(
        name=f"Ủy ban nhân dân {commune.name if is_figure else _small(commune.name)}",
        place=commune.name if is_figure else bare,
        reports_to=f"UBND {_small(commune.province)}",
    )


def _small(name: str) -> str:
    return name[0].lower() + name[1:]


@cache
def _folded() -> tuple[tuple[str, str, Commune], ...]:
    provinces = {row["code"]: row["name"] for row in _rows("administrative_provinces.csv")}
    communes = (
        Commune(row["code"], row["name"], provinces[row["province_code"]])
        for row in _rows("administrative_units.csv")
    )
    return tuple((fold(one.name), f" {fold(one.name)} {fold(one.province)}", one) for one in communes)


def _rows(name: str) -> list[dict[str, str]]:
    with data_file(name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
