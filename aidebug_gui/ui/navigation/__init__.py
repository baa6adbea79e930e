"""Moving through a log: find, next error, go to a line or a time."""
