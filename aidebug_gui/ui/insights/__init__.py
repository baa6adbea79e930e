"""Pages beside the findings that answer questions about many records: differences, patterns, thresholds, drift."""
