"""Logs that are followed while they are written: through appends, rotation, truncation and renaming."""
