"""The worker's task of opening packages, one after the other. Runs in the worker only."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from desktop.domain import as_json
from desktop.errors import FileProblem
from desktop.exchange.package import Inside
from desktop.workers import wire


def messages(request: wire.Request) -> Iterator[wire.Message]:
    """For each of the paths that were given, in their order: ["opened", manifest, content, salt, sha256], the first two as JSON texts,
    or ["refused", message of the error]."""
    for path in map(Path, request.given["paths"]):
        try:
            told = _told(path, request.given["passphrases"])
        except FileProblem as error:
            yield ["refused", wire.error_message(error)]
        else:
            yield wire.Texts(["opened", *told])


def _told(path: Path, passphrases: Sequence[str]) -> tuple[str, str, str, str]:
    """What is told of a sound package; nothing of it is held when the next one is opened."""
    inside = Inside(path, passphrases)
    return as_json.dump(inside.manifest), inside.content(), inside.salt, inside.sha256
