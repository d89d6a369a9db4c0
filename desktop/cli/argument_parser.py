"""argparse in Vietnamese: its complaints, its help, the words over its lists; how commands and their groups are made. Knows no command."""

import argparse
import re
from typing import Any, NoReturn


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

Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse has no public name for it


def command(commands: "Commands[Any]", words: str, about: str) -> argparse.ArgumentParser:
    """A new command. words: its whole name ("units import"), which `args.command` tells."""
    made: argparse.ArgumentParser = commands.add_parser(
        words.rsplit(maxsplit=1)[-1], help=about, description=about
    )
    made.set_defaults(command=words)
    return made


def group(commands: "Commands[Any]", word: str, about: str) -> "Commands[Any]":
    """A noun ("units") that commands are put into."""
    made: argparse.ArgumentParser = commands.add_parser(word, help=about, description=about)
    return made.add_subparsers(metavar="VIỆC", title="Các việc", required=True, parser_class=Parser)


def json_option(made: argparse.ArgumentParser) -> None:
    """Let a command print one JSON value."""
    made.add_argument("--json", action="store_true", help="in một giá trị JSON")


def dry_run(made: argparse.ArgumentParser) -> None:
    """Let a command only look."""
    made.add_argument("--dry-run", action="store_true", help="chỉ xem trước, không ghi gì")
