"""The strip beside the table's scroll bar: where in the rows shown are errors, findings and what is searched for."""
