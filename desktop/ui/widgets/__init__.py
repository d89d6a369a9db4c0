"""Small parts that pages are built of. They know no service."""
