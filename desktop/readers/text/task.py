"""The worker's task "text": a document as blocks. Runs in the worker only."""

from collections.abc import Iterator

from desktop.readers.gate import Kind
from desktop.readers.messages import text_messages
from desktop.readers.text import extract
from desktop.workers import wire


def messages(request: wire.Request) -> Iterator[wire.Message]:
    """The blocks and problems of the document. Raises what `extract.extract` raises."""
    yield from text_messages(extract.extract(request.path, Kind(request.kind)))
