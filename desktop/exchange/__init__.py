"""The package between offices: its format, seal and encryption. Sees bytes and domain values; no database, no final place."""
