"""The conversation of the current record, in the record pane."""
