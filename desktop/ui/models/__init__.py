"""Item models over tuples of frozen rows. They show; changes go out as signals."""
