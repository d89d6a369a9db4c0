"""argparse in Vietnamese: its complaints, its help, the words over its lists. Knows no command."""

import argparse
import re
from typing import NoReturn


class Parser(argparse.ArgumentParser):
    """argparse with its few complaints in Vietnamese; exit status 2 as usual."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command and how it is used; ends with 2."""
        for pattern, words in _COMPLAINTS:
            message = re.sub(pattern, words, message)
        self.exit(
            2,
            f"{self.format_usage()}Lệnh gõ chưa đúng: {message}. Gõ “{self.prog} --help” để xem cách dùng.\n",
        )

    def format_usage(self) -> str:
        """The line of usage."""
        return super().format_usage().replace("usage:", "Cách dùng:")

    def format_help(self) -> str:
        """The whole help."""
        text = super().format_help().replace("usage:", "Cách dùng:").replace("options:", "Tùy chọn:")
        return text.replace("positional arguments:", "Tham số:").replace(
            "show this help message and exit", "xem cách dùng rồi thoát"
        )


_COMPLAINTS = (
    (r"the following arguments are required: (.*)", r"thiếu \1"),
    (r"unrecognized arguments: (.*)", r"không hiểu \1"),
    (r"argument (\S+): expected one argument", r"\1 cần một giá trị"),
    (r"argument (\S+): expected at least one argument", r"\1 cần ít nhất một giá trị"),
    (r"argument ([^:]+): invalid choice: ('[^']*').*", r"không có lệnh \2"),
    (r"argument ([^:]+): invalid \S+ value: ('[^']*')", r"giá trị \2 của \1 không hợp lệ"),
    (r"argument ([^:]+): not allowed with argument (\S+)", r"không dùng \1 cùng với \2"),
    (r"one of the arguments (.*) is required", r"thiếu một trong các tham số \1"),
    (r"argument ([^:]+): (.*)", r"\1: \2"),
)
