"""What each unit and its officer were given and when it was done, for the evaluation of Nghị định 335/2025/NĐ-CP. Facts, no points.

The officer is the person that the list of units names: work is given to units, and the program knows no other of them.
Each product has its deadline and who gave it [Đ18.1b]; on time is counted by the first and by the last deadline, since an objective
cause must be confirmed [Đ14.2c]; work taken over from others is counted apart [Đ18.1d].
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from desktop.documents.model import Align, Column, Document, DocumentKind, Style, Table, paragraph
from desktop.documents.office_parts import head, short_name, signature
from desktop.documents.phrases import count, figure, in_text, percent, sentence, short_date, upper_first
from desktop.domain import roll_up
from desktop.domain.office import Office
from desktop.domain.unit import Contact

TITLE = "BẢNG TỔNG HỢP TIẾN ĐỘ THỰC HIỆN NHIỆM VỤ"


@dataclass(frozen=True, slots=True)
class Product:
    """One task given to one unit. given_by: the paper that gives it and who signed it; first_due, due: the same day where nothing was
    extended, None without a deadline; later: days agreed since, in their order; is_done, done_on: on the last day of the period;
    taken_from: the unit that had it before, "" for none."""

    task: str
    deliverable: str
    given_by: str
    first_due: dt.date | None
    due: dt.date | None
    later: tuple[dt.date, ...] = ()
    is_done: bool = False
    done_on: dt.date | None = None
    reason: str = ""
    taken_from: str = ""


@dataclass(frozen=True, slots=True)
class UnitWork:
    """A unit with its products of the period. officer: the person that the list of units names for it."""

    name: str
    products: tuple[Product, ...]
    officer: Contact = field(default_factory=Contact)


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `start` to `end`; `day`: the last one counted, today while the period still runs."""

    start: dt.date
    end: dt.date
    day: dt.date


@dataclass(frozen=True, slots=True)
class Tally:
    """Products of one unit or of all. first, last: done on time by the first and by the last deadline; late: not done though the last
    deadline has passed; taken: among all, those taken over."""

    given: int = 0
    done: int = 0
    first: int = 0
    last: int = 0
    late: int = 0
    taken: int = 0


def build(works: Sequence[UnitWork], period: Period, office: Office) -> Document:
    """The table of `works`: figures by unit and by officer, then every product."""
    days = f"từ ngày {short_date(period.start)} đến ngày {short_date(period.end)}"
    opening = (
        f"{short_name(office)} tổng hợp sản phẩm, công việc giao cho {count(len(works), 'đơn vị')} phục vụ đánh giá theo "
        f"Nghị định số 335/2025/NĐ-CP, số liệu đến ngày {short_date(period.day)}. Tiến độ được tính theo cả hạn giao ban đầu "
        "và hạn sau khi được gia hạn; người phụ trách ghi theo danh sách đơn vị"
    )
    return Document(
        kind=DocumentKind.INTERNAL,
        head=head(office, "", period.day.year, date=None),
        title=TITLE,
        subject=f"Kỳ đánh giá {days}",
        blocks=(
            paragraph(Style.BODY, sentence(opening, ".")),
            summary_table(works, period.day, caption="Tổng hợp theo đơn vị"),
            officer_table(works, period.day, caption="Tổng hợp theo người phụ trách"),
            product_table(works, period.day, caption="Chi tiết từng sản phẩm, công việc"),
        ),
        recipients=(),
        signature=signature(office),
        landscape=True,
    )


def tally(products: Iterable[Product], day: dt.date) -> Tally:
    """Products counted on `day`."""
    some = tuple(products)
    done = [one for one in some if one.is_done]
    return Tally(
        given=len(some),
        done=len(done),
        first=sum(not days_late(one, one.first_due, day) for one in done),
        last=sum(not days_late(one, one.due, day) for one in done),
        late=sum(not one.is_done and days_late(one, one.due, day) > 0 for one in some),
        taken=sum(bool(one.taken_from) for one in some),
    )


def days_late(product: Product, due: dt.date | None, day: dt.date) -> int:
    """Calendar days that a product is or was late against `due` on `day`; 0 in time, without a deadline, or done on a day not told."""
    end = product.done_on if product.is_done else day
    return max((end - due).days, 0) if end and due else 0


def summary_table(works: Sequence[UnitWork], day: dt.date, caption: str = "") -> Table:
    """One row a unit with the total; both rates are shares of all that was given."""
    columns = (Column(("STT",), 1, Align.CENTRE), Column(("Đơn vị",), 6), *_figure_columns())
    rows = [(str(n), one.name, *_figures(tally(one.products, day))) for n, one in enumerate(works, 1)]
    whole = tally((product for one in works for product in one.products), day)
    return Table(columns, (*rows, ("", "Tổng cộng", *_figures(whole))), total=True, caption=caption)


def officer_table(works: Sequence[UnitWork], day: dt.date, caption: str = "") -> Table:
    """One row an officer, with the figures of all units that he or she answers for; units that name nobody have a row each, last.

    Two units have the same officer where name and telephone are the same: namesakes of other units are not taken for one.
    """
    columns = (
        Column(("STT",), 1, Align.CENTRE),
        Column(("Họ và tên",), 4.4),
        Column(("Chức vụ, đơn vị",), 6),
        *_figure_columns(),
    )
    of_one: dict[tuple[str, str, str], list[UnitWork]] = {}
    for work in works:
        named = work.officer
        alone = "" if named.person and named.phone else work.name
        of_one.setdefault((named.person, named.phone, alone), []).append(work)
    rows: list[tuple[str, ...]] = []
    for (person, _, _), some in sorted(of_one.items(), key=lambda pair: not pair[0][0]):
        duties = (
            upper_first(", ".join(filter(None, (one.officer.position, in_text(one.name))))) for one in some
        )
        counted = tally((product for one in some for product in one.products), day)
        rows.append((str(len(rows) + 1), person or "Chưa ghi", "; ".join(duties), *_figures(counted)))
    return Table(columns, tuple(rows), caption=caption)


def _figure_columns() -> tuple[Column, ...]:
    by_first, by_last = "Đúng hạn giao ban đầu", "Đúng hạn sau gia hạn"
    return (
        Column(("Số sản phẩm được giao",), 2, Align.RIGHT),
        Column(("Đã hoàn thành",), 2, Align.RIGHT),
        Column((by_first, "Số lượng"), 1.6, Align.RIGHT),
        Column((by_first, "Tỷ lệ"), 1.6, Align.RIGHT),
        Column((by_last, "Số lượng"), 1.6, Align.RIGHT),
        Column((by_last, "Tỷ lệ"), 1.6, Align.RIGHT),
        Column(("Quá hạn chưa xong",), 2, Align.RIGHT),
        Column(("Nhận từ đơn vị khác",), 2, Align.RIGHT),
    )


def _figures(some: Tally) -> tuple[str, ...]:
    return (
        str(some.given),
        str(some.done),
        str(some.first),
        percent(roll_up.percent(some.first, some.given)),
        str(some.last),
        percent(roll_up.percent(some.last, some.given)),
        str(some.late),
        str(some.taken),
    )


def product_table(works: Sequence[UnitWork], day: dt.date, caption: str = "") -> Table:
    """Every product under a bold row of its unit; who had it before stands in a column of its own where there is anybody."""
    due, against = "Thời hạn", "Tiến độ so với"
    columns = [
        Column(("STT",), 1, Align.CENTRE),
        Column(("Nhiệm vụ",), 7.2),
        Column(("Sản phẩm",), 2.3),
        Column(("Văn bản, người giao",), 3),
        Column((due, "Giao ban đầu"), 2.1, Align.CENTRE),
        Column((due, "Sau gia hạn"), 2.1, Align.CENTRE),
        Column(("Ngày hoàn thành",), 2.1, Align.CENTRE),
        Column((against, "Hạn ban đầu"), 2),
        Column((against, "Hạn sau gia hạn"), 2),
        Column(("Lý do chậm, gia hạn",), 3),
        Column(("Nhận từ",), 1.8),
    ]
    if not any(product.taken_from for work in works for product in work.products):
        columns.pop()
    rows: list[tuple[str, ...]] = []
    groups = set()
    for work in works:
        groups.add(len(rows))
        rows.append((_unit_words(work, day), *[""] * (len(columns) - 1)))
        cells = ((str(n), *_cells(product, day)) for n, product in enumerate(work.products, 1))
        rows += [row[: len(columns)] for row in cells]
    return Table(tuple(columns), tuple(rows), frozenset(groups), caption=caption)


def _unit_words(work: UnitWork, day: dt.date) -> str:
    some = tally(work.products, day)
    taken = f"; nhận từ đơn vị khác {figure(some.taken)}" if some.taken else ""
    officer = f" (người phụ trách: {work.officer.person})" if work.officer.person else ""
    return (
        f"{work.name}{officer}: {count(some.given, 'sản phẩm')}, hoàn thành {figure(some.done)}; đúng hạn giao ban đầu "
        f"{figure(some.first)}, đúng hạn sau gia hạn {figure(some.last)}{taken}"
    )


def _cells(product: Product, day: dt.date) -> tuple[str, ...]:
    return (
        product.task,
        product.deliverable,
        product.given_by,
        _shown(product.first_due),
        "\n".join(map(short_date, product.later)),
        _shown(product.done_on) or ("Không ghi ngày" if product.is_done else ""),
        progress_words(product, product.first_due, day),
        progress_words(product, product.due, day),
        product.reason,
        product.taken_from,
    )


def progress_words(product: Product, due: dt.date | None, day: dt.date) -> str:
    """How a product stands against one of its deadlines on `day`."""
    if due is None:
        return "Không đặt hạn"
    late = days_late(product, due, day)
    if product.is_done:
        return f"Chậm {count(late, 'ngày')}" if late else "Đúng hạn"
    return f"Quá {count(late, 'ngày')}" if late else "Chưa đến hạn"


def _shown(day: dt.date | None) -> str:
    return short_date(day) if day else ""
