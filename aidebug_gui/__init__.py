"""AiDebug: a desktop viewer for the logs of AI applications."""

__version__ = "0.1.0"
