"""Modal questions and wizards, opened by pages. They return values; pages act on them."""
