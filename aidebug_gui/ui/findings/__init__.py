"""What the analysis finds, in the window: a line with counts, a list to walk through, and marks in the plots."""
