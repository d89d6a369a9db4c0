"""A document or rows become a file. Writes only."""
