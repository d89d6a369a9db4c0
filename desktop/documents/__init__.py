"""Documents as neutral blocks, the legal form, one module per document. Writes no file."""
