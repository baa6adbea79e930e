"""A pattern is shown as a text, and the text as a filter finds all records of the pattern, and no others with its like."""

from __future__ import annotations

import duckdb
import numpy as np
import pyarrow as pa
import pytest
from numpy.typing import NDArray

from aidebug_gui.analysis.patterns.likeness import more_special
from aidebug_gui.analysis.patterns.message_patterns import templates_of
from aidebug_gui.analysis.patterns.shapes import ShapeTable
from aidebug_gui.store.filter.like import template_condition
from tests.bench.template_logs import SYSTEMS, labelled

OWN = [
    "link [A] (irqs 3 4 5 6) *7",
    "link [A] (irqs 3 4 5 *6 7)",
    "sent 12 bytes (1.2 KB) in 3 s",
    "sent 12 bytes in <1 ms",
    'POST "/v1/chat?q=a|b" HTTP/1.1 took 1.5 tokens/s',
    "loading.....",
    "loading",
    "C:\\logs\\a.txt opened",
    "C:\\logs\\b.txt opened",
]


@pytest.mark.parametrize("system", [*SYSTEMS, "own"])
def test_the_text_of_a_pattern_finds_its_records(system: str) -> None:
    messages = OWN if system == "own" else labelled(600)[system][0]
    table = ShapeTable()
    shape = table.add(pa.array([f"{message}\n" for message in messages]))
    templates = templates_of(table.shapes, np.bincount(shape, minlength=len(table.shapes)))
    number = templates.number[shape]
    with duckdb.connect() as database:
        database.register("log", pa.table({"message": messages}))

        def like(template: int) -> NDArray[np.bool_]:
            sql, pattern = template_condition("message", (templates.text[template],))
            return np.array([row[0] for row in database.execute(f"SELECT {sql} FROM log", [pattern]).fetchall()])

        for template in np.unique(number).tolist():
            found = like(template)
            assert found[number == template].all(), templates.text[template]
            for other in more_special(templates.text, [template]):
                found &= ~like(other)
            assert np.array_equal(found, number == template), templates.text[template]


def test_what_is_like_a_chosen_pattern() -> None:
    templates = ["took <*> ms", "took <*> ms in vain, <*> ms", "took <*>", "done", "done with <*>"]
    assert more_special(templates, [0]) == [1]
    assert more_special(templates, [2]) == [0, 1]
    assert more_special(templates, [2, 0]) == [1]
    assert more_special(templates, [0, 1, 3]) == []
    assert more_special(["a <*>", "a <*>", "b"], [0]) == []
