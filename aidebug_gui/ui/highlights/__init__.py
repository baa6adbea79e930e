"""Rules of the user that put a colour behind the rows that they find: kept for all logs, managed in a list."""
