"""What happens around the window: one running program, crashes of the start before, the program's own log. Imports no Qt."""
