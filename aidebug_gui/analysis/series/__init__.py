"""Anomalies in one numeric series, with their reasons: while it grows (`causal`) and looked at as a whole (`whole`)."""
