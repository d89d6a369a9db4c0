"""What kinds of things a change touched, for those who show them. Knows nothing else."""

from enum import Flag, auto


class Noun(Flag):
    """Kinds of things on screens; several at once by "|"."""

    UNITS = auto()
    PLANS = auto()
    TASKS = auto()
    RESULTS = auto()
    REPORTS = auto()
    OFFICE = auto()
    PACKAGES = auto()
    PAPERS = auto()
