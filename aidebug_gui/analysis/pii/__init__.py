"""Personal data and secrets in logs: found, explained, masked. Imports no Qt."""
