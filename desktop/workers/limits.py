"""How much of a foreign file is read at most. Numbers only; what is done about them is in gate, guard and the readers.

Source: the guard of `reliability.md` §3.
"""

from dataclasses import dataclass

MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """What one reading may take.

    memory: bytes of address space of the worker; cpu: its seconds of processor; wall: seconds that the program
    waits for it. inflated: bytes that the parts of a zip may really unpack to. rows, columns, cell (characters):
    of a sheet; pages: of a PDF; paragraphs: of a document.
    """

    memory: int = 1 << 30
    cpu: int = 20
    wall: float = 30.0
    inflated: int = 300 * MIB
    rows: int = 200_000
    columns: int = 300
    cell: int = 32_767
    pages: int = 300
    paragraphs: int = 100_000


USUAL = Limits()
