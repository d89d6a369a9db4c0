"""The blank list of units that an office fills in and hands back; its heads are those that the reading of lists knows."""

from desktop.documents.model import Align, Column, Table

TITLE = "DANH SÁCH ĐƠN VỊ"
_HEADS = (
    ("Tên đơn vị", 34),
    ("Tên viết tắt", 12),
    ("Nhóm đơn vị", 22),
    ("Người liên hệ", 20),
    ("Chức vụ", 16),
    ("Số điện thoại", 14),
    ("Thư điện tử", 26),
    ("Địa chỉ", 22),
    ("Ghi chú", 16),
)
_ROWS = 60


def blank() -> Table:
    """The table, a row for each unit still to be written; not numbered, so that an empty row is no row."""
    columns = (Column(("STT",), 5, Align.CENTRE), *(Column((head,), width) for head, width in _HEADS))
    return Table(columns, (("",) * len(columns),) * _ROWS)
