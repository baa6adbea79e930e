"""Several files as one log: each is read by itself, then their records are put in the order of time."""
