"""The records at rest: line index, typed columns, filters, pages, aggregates, export. Imports ``formats`` and below."""
