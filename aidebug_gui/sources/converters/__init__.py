"""What is no log of lines by itself (JSON documents, tables, databases, metrics) becomes one JSON record a line."""
