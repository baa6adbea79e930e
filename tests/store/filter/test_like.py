from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from aidebug_gui.analysis.findings.analysis import Analysis
from aidebug_gui.analysis.patterns.likeness import more_special
from aidebug_gui.store import open_log
from aidebug_gui.store.filter.edit import set_patterns, terms, without_patterns
from aidebug_gui.store.filter.expression import Like, Not, Or
from aidebug_gui.store.filter.formatting import format_expression
from aidebug_gui.store.filter.language import parse
from aidebug_gui.store.log import FileLog
from aidebug_gui.store.protocol import FilterError
from tests.analysis.labelled import as_text, log_with

CORPUS = Path(__file__).parents[3] / "../shared/corpus"
MESSAGES = (
    "took 35 ms",
    "took 7 ms for u=5",
    "TOOK 35 ms",
    "took  ms",
    "it took 35 ms",
    "user (a.b.c) said: hi",
    "é 5",
    "x",
)


@pytest.fixture
def logs(tmp_path: Path) -> Iterator[Callable[[str], FileLog]]:
    opened: list[FileLog] = []

    def make(text: str) -> FileLog:
        path = tmp_path / f"log{len(opened)}.log"
        path.write_text(text, encoding="utf-8")
        opened.append(open_log(path))
        assert opened[-1].wait(60)
        return opened[-1]

    yield make
    for log in opened:
        log.close()


def shown(log: FileLog, query: str) -> list[int]:
    rows = log.select(query)
    assert rows is not None
    return [int(row) for row in rows]


@pytest.mark.parametrize(
    ("query", "records"),
    [
        ('pattern:"took <*> ms"', [0, 3]),
        ('pattern:"took <*>"', [0, 1, 3]),
        ('pattern:"took <*> ms for u=<*>"', [1]),
        ('pattern:"user (<*>) said: hi"', [5]),
        ('pattern:"é <*>"', [6]),
        ('pattern:("x" or "é <*>")', [6, 7]),
        ('-pattern:"took <*>" line:1..4', [2]),
        ('pattern:"." or x', [7]),
    ],
)
@pytest.mark.parametrize("written_as", ["text", "json"])
def test_what_a_pattern_finds(logs: Callable[[str], FileLog], written_as: str, query: str, records: list[int]) -> None:
    line = {
        "text": "2026-05-04 08:00:00,000 - app - INFO - {0}\n",
        "json": '{{"timestamp": "2026-05-04T08:00:00Z", "message": "{0}"}}\n',
    }[written_as]
    assert shown(logs("".join(line.format(message) for message in MESSAGES)), query) == records


def test_the_first_line_is_the_message(logs: Callable[[str], FileLog]) -> None:
    head = "2026-05-04 08:00:00,000 - app - ERROR - failed 5 times\n"
    log = logs(head + "Traceback (most recent call last):\n  x\nKeyError: 'a'\n" + head)
    assert shown(log, 'pattern:"failed <*> times"') == [0, 1]


def test_it_combines_with_the_rest_of_a_filter_and_survives_growth(logs: Callable[[str], FileLog]) -> None:
    lines = [f"2026-05-04 08:00:0{n},000 - app - {'ERROR' if n % 2 else 'INFO'} - took {n} ms\n" for n in range(8)]
    assert shown(logs("".join(lines)), 'level:error pattern:"took <*> ms"') == [1, 3, 5, 7]
    assert logs("".join(lines)).select('pattern:"took <*> ms"', first=6).tolist() == [6, 7]  # type: ignore[union-attr]


def test_texts_and_trees() -> None:
    assert parse('pattern:"a <*>"') == Like(("a <*>",))
    assert parse('pattern:("a" or "b")') == Like(("a", "b"))
    for query in ('pattern:"say \\"<*>\\""', 'pattern:("a" or "b c")', '-pattern:"a" or x'):
        tree = parse(query)
        assert tree is not None
        assert parse(format_expression(tree)) == tree
    for query in ('pattern:""', 'pattern:"<*> <*>"', "pattern:/x/", 'pattern>"a"'):
        with pytest.raises(FilterError):
            parse(query)
    assert parse('"pattern":a') != Like(("a",))  # in quotes it is a field


def test_clicks() -> None:
    query = set_patterns("level:error", ["a <*>"])
    assert query == 'level:error pattern:"a <*>"'
    query = set_patterns(query, ["b", "c"])
    assert query == 'level:error pattern:("b" or "c")'
    query = set_patterns(set_patterns(query, ["d"], exclude=True), ["e", "f"], exclude=True)
    assert [term.text for term in terms(query)][2:] == ['-pattern:"d"', '-pattern:"e"', '-pattern:"f"']
    assert without_patterns(query) == "level:error"
    assert set_patterns('pattern:"d"', ["d"], exclude=True) == '-pattern:"d"'
    assert isinstance(parse(set_patterns("x or y", ["d"])), Or | Not) is False


def test_clicks_leave_out_what_is_only_like_what_is_meant(logs: Callable[[str], FileLog]) -> None:
    log = logs("".join(f"2026-01-01 10:00:00,000 - app - INFO - {text}\n" for text in ("a 1", "a 1 b 2", "c", "a 3")))
    only = set_patterns("level:info", ["a <*>"], not_meant=["a <*> b <*>"])
    assert only == 'level:info pattern:"a <*>" -pattern:"a <*> b <*>"'
    hidden = set_patterns(
        set_patterns("level:info", ["a <*>"], exclude=True, not_meant=["a <*> b <*>"]), ["c"], exclude=True
    )
    for query, rows in ((only, [0, 3]), (hidden, [1])):
        found = log.select(query)
        assert found is not None
        assert found.tolist() == rows
        assert without_patterns(query) == "level:info"


@pytest.mark.parametrize("written_as", ["text", "json"])
def test_it_finds_what_was_mined(logs: Callable[[str], FileLog], written_as: str) -> None:
    text = log_with("error_burst", seed=7)
    log = logs(text if written_as == "json" else as_text(text))
    patterns = Analysis(log).patterns
    assert len(patterns.patterns) >= 3
    for pattern in patterns.patterns:
        rows = log.select(set_patterns("", [pattern.text]))
        assert np.isin(patterns.rows(pattern.number), rows).all(), pattern.text


def test_it_finds_what_was_mined_in_real_logs() -> None:
    paths = [
        path
        for name in ("python_logging", "uvicorn_gunicorn", "vllm", "structlog")
        for path in CORPUS.glob(f"{name}/*")
    ]
    if not paths:
        pytest.skip("the corpus is not there")
    mined = missed = more = 0
    for path in sorted(paths)[::3]:
        log = open_log(path)
        try:
            assert log.wait(60)
            patterns = Analysis(log).patterns
            texts = [pattern.text for pattern in patterns.patterns]
            for number, text in enumerate(texts[:15]):
                special = [texts[other] for other in more_special(texts, [number])]
                own, found = patterns.rows(number), log.select(set_patterns("", [text], not_meant=special))
                assert found is not None
                mined += len(own)
                missed += int((~np.isin(own, found)).sum())
                more += int((~np.isin(found, own)).sum())
        finally:
            log.close()
    assert missed <= 0.01 * mined
    assert more <= 0.01 * mined
