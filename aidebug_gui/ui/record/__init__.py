"""The pane that shows one record in full."""
