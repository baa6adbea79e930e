"""What the data says: opinions about all records. Imports ``store`` and below, never Qt."""
