"""Asks where to save a paper or table; the folder chosen last is offered again."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.progress import Progress
from desktop.ui.context import Context


def ask_path(
    context: Context, parent: QWidget, name: str, kind: str, chosen: Callable[[Path], None]
) -> QFileDialog:
    """Ask for a file. name: offered; kind: "Tệp PDF (*.pdf)"; chosen: told the path, with the ending of `name`."""
    ending = Path(name).suffix
    dialog = QFileDialog(parent, "Lưu thành", _folder(context), kind)
    dialog.setObjectName("saveDialog")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(ending.removeprefix("."))
    dialog.selectFile(safe_name(name))

    def told(path: str) -> None:
        context.settings.setValue("save/folder", str(Path(path).parent))
        chosen(Path(path))

    dialog.fileSelected.connect(told)
    dialog.open()
    return dialog


def ask_folder(context: Context, parent: QWidget, chosen: Callable[[Path], None]) -> QFileDialog:
    """Ask for a folder to write several files into."""
    dialog = QFileDialog(parent, "Chọn thư mục", _folder(context))
    dialog.setObjectName("folderDialog")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)

    def told(path: str) -> None:
        context.settings.setValue("save/folder", path)
        chosen(Path(path))

    dialog.fileSelected.connect(told)
    dialog.open()
    return dialog


def ask_files(
    context: Context, parent: QWidget, title: str, kind: str, chosen: Callable[[list[Path]], None]
) -> QFileDialog:
    """Ask for one or more files to read."""
    folder = str(context.settings.value("open/folder", str(Path.home())))
    dialog = QFileDialog(parent, title, folder, kind)
    dialog.setObjectName("openDialog")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)

    def told(paths: "list[str]") -> None:
        context.settings.setValue("open/folder", str(Path(paths[0]).parent))
        chosen([Path(path) for path in paths])

    dialog.filesSelected.connect(told)
    dialog.open()
    return dialog


def save_bytes(context: Context, parent: QWidget, content: bytes, name: str, kind: str) -> QFileDialog:
    """Ask, and write `content` there, whole or not at all."""
    from desktop.services.saving import save

    def write(path: Path) -> None:
        def work(_: Progress) -> Path:
            return save(path, content)

        context.jobs.start(f"Lưu {path.name}", work, lambda made: context.hub.say(f"Đã lưu {made}"))

    return ask_path(context, parent, name, kind, write)


def safe_name(name: str) -> str:
    """The name without signs that Windows refuses."""
    return "".join("-" if letter in '<>:"/\\|?*' else letter for letter in name)[:120]


def _folder(context: Context) -> str:
    return str(context.settings.value("save/folder", str(Path.home())))
