"""Sổ Kế Hoạch: an offline desktop program that carries a directive to a plan, its tasks and the report."""

__version__ = "0.1.0"
