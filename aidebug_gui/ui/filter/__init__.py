"""The filter of a log: the line to type it, suggestions, level buttons."""
