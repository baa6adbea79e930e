"""The files behind a log: several as one, the parts of a rotated one, their clocks."""
