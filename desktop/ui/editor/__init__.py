"""The document editor."""
