"""Help for the page that is seen (F1): short texts of resources/help, contents at the left."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QTextBrowser, QWidget

from desktop.paths import resource_file
from desktop.ui.context import Context

TOPICS = (
    ("bat-dau", "Bắt đầu"),
    ("hom-nay", "Hôm nay"),
    ("ke-hoach", "Kế hoạch"),
    ("van-ban-chi-dao", "Từ văn bản chỉ đạo"),
    ("soan-thao", "Soạn thảo"),
    ("nhiem-vu", "Nhiệm vụ"),
    ("theo-doi", "Theo dõi"),
    ("ket-qua", "Kết quả"),
    ("bao-cao", "Báo cáo"),
    ("soat-loi", "Soát lỗi"),
    ("don-vi", "Đơn vị"),
    ("nhap-don-vi", "Nhập danh sách đơn vị"),
    ("trao-doi-usb", "Trao đổi USB"),
    ("cai-dat", "Cài đặt"),
    ("mat-khau", "Mật khẩu"),
)


class HelpDialog(QDialog):
    """topic: shown first, the beginning where it is not there."""

    def __init__(self, topic: str, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("helpDialog")
        self.setWindowTitle("Trợ giúp")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(760, 520)
        self.contents = QListWidget()
        self.contents.setObjectName("helpContents")
        self.contents.setAccessibleName("Mục lục trợ giúp")
        self.contents.setProperty("role", "sections")
        self.contents.setFixedWidth(200)
        for key, title in TOPICS:
            item = QListWidgetItem(title)
            item.setData(Qt.ItemDataRole.UserRole, key)
            self.contents.addItem(item)
        self.text = QTextBrowser()
        self.text.setObjectName("helpText")
        self.text.setAccessibleName("Nội dung trợ giúp")
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.text.document().setDocumentMargin(16)
        self.text.setFont(context.theme.font("base"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 12, 8, 12)
        layout.addWidget(self.contents)
        layout.addWidget(self.text, 1)
        self.contents.currentItemChanged.connect(self._show)
        keys = [key for key, _ in TOPICS]
        self.contents.setCurrentRow(keys.index(topic) if topic in keys else 0)

    def _show(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            key = item.data(Qt.ItemDataRole.UserRole)
            self.text.setMarkdown(resource_file(f"help/{key}.md").read_text("utf-8"))
