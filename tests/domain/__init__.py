"""Tests of the ground floor; a package, so that its modules may share names with those of other floors."""
