"""Logs that are still being written: the end that is followed, what happens to their source, what comes by network."""
