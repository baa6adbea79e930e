"""Logs that come in while they are written: by a pipe, over TCP and UDP, from Python's SocketHandler, as OTLP."""
