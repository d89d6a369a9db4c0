"""Files made by others become drafts and problems. Reads only."""
