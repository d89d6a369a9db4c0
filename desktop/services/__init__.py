"""Use cases: the only layer that combines adapters. No Qt, no SQL."""
