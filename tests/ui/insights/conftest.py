"""The example log with its incident, as for the findings."""

from __future__ import annotations

from tests.ui.findings.conftest import incident, view

__all__ = ["incident", "view"]
