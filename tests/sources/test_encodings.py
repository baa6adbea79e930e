"""Text of every encoding becomes UTF-8; damaged UTF-8 stays what it is."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidebug_gui.sources.encodings import Encoding, as_utf8, encoding_of
from tests.sources.conftest import OpenFile, text_of

LINE = "2026-01-01 10:00:00,123 - app - ERROR - Größe falsch score=0.9\n"


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig", "cp1252"])
def test_a_log_in_another_encoding_reads_like_one_in_utf8(tmp_path: Path, open_file: OpenFile, codec: str) -> None:
    path = tmp_path / "app.log"
    path.write_text(LINE * 3000, encoding=codec)
    log = open_file(path)
    assert (log.state().records, log.state().not_understood) == (3000, 0)
    record = log.record(2999)
    assert record.message == "Größe falsch score=0.9"
    assert record.values["score"] == 0.9
    assert log.state().bytes_read == log.state().bytes_total == path.stat().st_size


def test_a_powershell_redirect_with_colours(tmp_path: Path, open_file: OpenFile) -> None:
    path = tmp_path / "out.txt"
    text = "\x1b[31mERROR:root:no model\x1b[0m\r\nINFO:root:Prediction: 0.8347\r\n"
    path.write_bytes(codecs.BOM_UTF16_LE + text.encode("utf-16-le"))
    log = open_file(path)
    assert log.state().records == 2
    assert log.record(1).values["score"] == 0.8347


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("Größe überschritten", "cp1252"),
        ("Ошибка соединения с сервером", "cp1251"),
        ("接続エラーが発生しました", "cp932"),
        ("连接服务器失败，请重试", "gb18030"),
    ],
)
def test_a_legacy_encoding_is_guessed_and_named(tmp_path: Path, text: str, codec: str) -> None:
    path = tmp_path / "app.log"
    path.write_text(f"INFO:root:{text}\n" * 50, encoding=codec)
    content, spool = text_of(path)
    assert content.decode() == f"INFO:root:{text}\n" * 50
    assert spool.notice == f"The text is not UTF-8; it was read as {codec}."


def test_damage_does_not_make_utf8_foreign() -> None:
    good = "INFO:root:Größe überschritten, naïve\n".encode() * 20
    assert encoding_of(good + b"\xff\xfe broken \xe4 here \xf6 and \xfc there\n").is_utf8
    assert encoding_of(b"plain text with one \xff byte\n").is_utf8
    assert encoding_of(b"\x00\x01\x02\xff\xfe\xfd" * 100).is_utf8
    assert encoding_of(b"").is_utf8


@given(st.binary(max_size=300))
def test_any_bytes_have_an_encoding_that_reads_them(data: bytes) -> None:
    encoding = encoding_of(data)
    b"".join(as_utf8(iter([data[:7], data[7:]]), encoding)).decode(
        errors="strict" if not encoding.is_utf8 else "replace"
    )


def test_characters_cut_between_chunks_are_whole() -> None:
    data = "Größe".encode("utf-16-le")
    pieces = (data[index : index + 1] for index in range(len(data)))
    assert b"".join(as_utf8(pieces, Encoding("utf-16-le"))).decode() == "Größe"
