"""One screen each. A page shows what services give and asks them for changes; it holds no rules."""
