"""AiDebug: a desktop viewer for the logs of AI applications."""

from __future__ import annotations

__version__ = "0.1.0"
