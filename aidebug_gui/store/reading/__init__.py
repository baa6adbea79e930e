"""Reading a log into the record index and the typed columns: at once, and while it grows."""
