"""Parts that pages are built of, from a button to the editor of a report. They ask services only for what they show."""
