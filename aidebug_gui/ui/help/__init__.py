"""The windows of the Help menu."""
