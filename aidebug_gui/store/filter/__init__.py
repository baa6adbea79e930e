"""The filter language: text -> expression -> plan of masks."""
