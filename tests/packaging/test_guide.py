"""The user guide: its generated parts are current, its links lead somewhere, its pictures are there."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
GUIDE = ROOT / "docs" / "guide"
PAGES = sorted(GUIDE.glob("*.md"))
README = ROOT / "README.md"
LINK = re.compile(r"\]\(([^)]+)\)")


@pytest.fixture(scope="module")
def tool():
    spec = importlib.util.spec_from_file_location("guide", ROOT / "packaging" / "guide.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("path", [*PAGES, README], ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_generated_parts_are_current(tool, path):
    text = path.read_text(encoding="utf-8")
    assert tool.written(text) == text, "make guide"


def test_parts_are_generated_for_formats_filter_keys_and_settings(tool):
    text = "\n".join(path.read_text(encoding="utf-8") for path in (*PAGES, README))
    assert {found[2] for found in tool.PART.finditer(text)} == set(tool.PARTS)
    assert "| Next error | `E` | in the tab |" in text
    assert "?conjunction: negation" in text
    assert re.search(r"\| Servers, engines and gateways \| .*vLLM · SGLang", text)
    assert tool.written("<!-- generated: keyboard -->\nSTALE\n<!-- end -->").count("STALE") == 0


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_links_and_pictures_are_there(path):
    for link in LINK.findall(path.read_text(encoding="utf-8")):
        assert (GUIDE / link).is_file(), link
        if link.endswith("-light.png"):
            assert (GUIDE / link.replace("-light.", "-dark.")).is_file(), link


def test_every_page_is_reached_from_the_first(tool):
    start = (GUIDE / "README.md").read_text(encoding="utf-8")
    assert {path.name for path in PAGES} == {"README.md", *re.findall(r"\]\((\w[\w-]*\.md)\)", start)}
