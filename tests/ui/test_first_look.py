"""Which numbers are shown before anybody chose."""

from __future__ import annotations

import pytest

from aidebug_gui.formats.columns import CANONICAL, Kind
from aidebug_gui.store.protocol import Field
from aidebug_gui.ui.first_look import measures, other_numbers


def number(name: str, fill: float = 1.0, distinct: int = 50) -> Field:
    return Field(name, name, Kind.NUMBER, canonical=name in CANONICAL, fill=fill, distinct=distinct)


def names(fields: list[Field]) -> list[str]:
    return [field.name for field in fields]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        # a training run: what is learnt, not which step it is
        (["step", "epoch", "loss", "grad_norm", "learning_rate"], ["loss", "grad_norm", "learning_rate"]),
        (["epoch", "train_loss", "val/loss", "evalAcc"], ["train_loss", "evalAcc", "val/loss"]),
        # a model server
        (["#running-req", "input throughput (token/s)", "gen throughput (token/s)", "GPU KV cache usage"],
         ["gen throughput (token/s)", "GPU KV cache usage", "#running-req", "input throughput (token/s)"]),
        (["tokens_in", "latency_ms", "score"], ["score", "latency_ms"]),
        (["score", "documents.0.score"], ["score"]),  # what became the score is not shown twice
        (["pid", "port", "glossary", "lossless"], []),  # whole words only
    ],
)  # fmt: skip
def test_measures_come_in_the_order_in_which_people_look_at_them(fields, expected):
    assert names(measures(map(number, fields))) == expected


def test_of_one_group_the_number_of_most_records_comes_first():
    assert names(measures([number("eval_loss", 0.03), number("loss", 0.97)])) == ["loss", "eval_loss"]


def test_what_never_changes_is_no_measure_and_no_number_to_look_at():
    assert measures([number("kv_cache_usage", distinct=1), number("loss", fill=0.0)]) == []
    assert other_numbers([number("max_tokens", distinct=2), number("world_size", distinct=1)]) == []


def test_other_numbers_leave_out_what_only_counts():
    fields = [number("doc_id"), number("start_timestamp"), number("value"), number("tokens_out"), number("step")]
    assert names(other_numbers(fields)) == ["tokens_out", "value"]
