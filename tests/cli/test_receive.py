from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from aidebug_gui.cli.receive import add_receive, parse_receive_options
from aidebug_gui.sources.receivers.address import Address


def read(*arguments: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="*", type=Path)
    add_receive(parser)
    return parser.parse_args(arguments)


def test_nothing_is_received_unless_asked():
    options = read("a.log")
    assert parse_receive_options(options) is None
    assert options.files == [Path("a.log")]


def test_standard_input_is_no_file():
    options = read("a.log", "-")
    wanted = parse_receive_options(options)
    assert wanted is not None
    assert wanted.standard_input
    assert options.files == [Path("a.log")]


def test_ports_and_hosts():
    wanted = parse_receive_options(read("--listen", "9020", "--listen", "[::1]:9021", "--listen-otlp"))
    assert wanted is not None
    assert wanted.lines == (Address("127.0.0.1", 9020), Address("::1", 9021))
    assert wanted.otlp == (Address("127.0.0.1", 4318),)
    assert not wanted.standard_input


def test_an_open_port_is_warned_of(capsys):
    read("--listen", "127.0.0.1:9020")
    assert capsys.readouterr().err == ""
    read("--listen-otlp", "0.0.0.0:4318")
    assert "Everybody who can reach 0.0.0.0:4318" in capsys.readouterr().err


def test_what_is_no_address_ends_the_program(capsys):
    with pytest.raises(SystemExit):
        read("--listen", "nowhere")
    assert "not an address to listen on" in capsys.readouterr().err
