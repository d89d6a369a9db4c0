"""The worker's task "parts": the zip of a workbook looked through while another worker reads it. Runs in the worker only."""

from collections.abc import Iterator, Mapping

from desktop.readers import parts
from desktop.workers import wire


def messages(request: wire.Request) -> Iterator[wire.Message]:
    """["facts", ...] when nothing is wrong. Raises what `parts.look_through` raises."""
    yield from told(parts.look_through(request.path, request.limits))


def told(facts: Mapping[str, parts.SheetFacts]) -> Iterator[wire.Message]:
    """The facts that are told the person: ["facts", {sheet: [hidden rows from 1, formulas without value, errors]}]."""
    if facts:
        yield [
            "facts",
            {
                name: [sorted(row + 1 for row in found.hidden_rows), found.uncalculated, found.errors]
                for name, found in facts.items()
            },
        ]
