"""Pictures of a log: records over time, numbers over time, thresholds. Draws only; the engine does the arithmetic."""
