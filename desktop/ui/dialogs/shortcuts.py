"""All keys on one sheet ("?"), by where they work."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.widgets.parts import label

KEYS = (
    (
        "Mọi trang",
        (
            ("Ctrl+1 … Ctrl+7", "Hôm nay, Kế hoạch, Nhiệm vụ, Đơn vị, Báo cáo, Trao đổi USB, Cài đặt"),
            ("Ctrl+K", "Tìm trong mọi thứ"),
            ("Ctrl+F", "Lọc trang đang xem"),
            ("Ctrl+Z, Ctrl+Y", "Hoàn tác, làm lại"),
            ("Ctrl+N", "Lập kế hoạch từ văn bản chỉ đạo"),
            ("Alt+Trái", "Trở lại chỗ trước"),
            ("F5", "Tải lại"),
            ("Ctrl+L", "Khóa cửa sổ"),
            ("F1, ?", "Trợ giúp, phím tắt"),
        ),
    ),
    (
        "Bảng",
        (
            ("Enter", "Mở dòng đang chọn"),
            ("F2", "Sửa ô"),
            ("Ctrl+C", "Chép các dòng đang chọn"),
            ("Shift, Ctrl", "Chọn nhiều dòng"),
        ),
    ),
    (
        "Kế hoạch",
        (
            ("Ctrl+P", "In"),
            ("Ctrl+E", "Xuất giấy tờ ra thư mục"),
            ("Ctrl+U", "Chép ra USB"),
            ("F8", "Mục chưa chắc kế tiếp (Từ văn bản chỉ đạo)"),
        ),
    ),
    (
        "Trao đổi USB",
        (
            ("Ctrl+O", "Nhận gói, biểu từ tệp"),
            ("Ctrl+U", "Gửi gói giao việc"),
        ),
    ),
    (
        "Soạn thảo",
        (
            ("Tab, Shift+Tab", "Xuống, lên một bậc"),
            ("Ctrl+B, Ctrl+I", "Đậm, nghiêng"),
        ),
    ),
    (
        "Theo dõi",
        (
            ("C  Đ  X  K", "Chưa, đang, hoàn thành, không áp dụng"),
            ("Ctrl+V", "Dán tình trạng từ Excel"),
        ),
    ),
)


class ShortcutsDialog(QDialog):
    """Two columns of groups."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("shortcutsDialog")
        self.setWindowTitle("Phím tắt")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        left, right = QVBoxLayout(), QVBoxLayout()
        for at, (title, keys) in enumerate(KEYS):
            side = left if at < 2 else right
            side.addWidget(label(title, "heading"))
            side.addLayout(_group(keys))
            side.addSpacing(12)
        left.addStretch(1)
        right.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(40)
        layout.addLayout(left)
        layout.addLayout(right)


def _group(keys: "tuple[tuple[str, str], ...]") -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    for at, (key, words) in enumerate(keys):
        grid.addWidget(label(key, "key"), at, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(label(words), at, 1)
    grid.setColumnStretch(1, 1)
    return grid
