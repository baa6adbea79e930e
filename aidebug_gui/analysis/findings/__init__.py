"""Findings: what a person should look at, why, and what to do. One module a group of symptoms."""
