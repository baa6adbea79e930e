"""The list of fields at the left: the values of those with few, counted, and clicked to filter by them."""
