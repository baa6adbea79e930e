"""How a log is read, and how to correct it: which field is which column, and a pattern for its lines."""
