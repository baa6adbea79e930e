"""Bookmarks: records that the user marked, with what was written about them."""

from __future__ import annotations
