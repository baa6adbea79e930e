"""Message patterns: which statements a log is made of, mined from the shapes of its messages."""
