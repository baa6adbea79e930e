"""A followed file: every line once and in order, whatever becomes of the file."""

from __future__ import annotations

import gzip
import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from aidebug_gui.sources import SourceError
from aidebug_gui.sources.follow import file as follow_file
from aidebug_gui.sources.follow import followed_file as follow
from aidebug_gui.sources.follow.followed_file import FollowedFile
from aidebug_gui.sources.limits import Limits

WAIT_S = 20.0
Follow = Callable[..., FollowedFile]


class ByHand(FollowedFile):
    """A followed file that is looked at when the test says so."""

    def _run(self) -> None:
        return

    def look(self) -> None:
        while self._look():
            pass


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "app.log"
    path.write_bytes(b"one\ntwo\n")
    return path


@pytest.fixture
def followed(path: Path) -> Iterator[FollowedFile]:
    with FollowedFile(path) as spool:
        yield spool


@pytest.fixture
def by_hand(path: Path) -> Iterator[ByHand]:
    with ByHand(path) as spool:
        yield spool


def append(path: Path, data: bytes) -> None:
    with path.open("ab") as file:
        file.write(data)


def text(spool: FollowedFile) -> bytes:
    return spool.read(0, spool.size())


def kinds(spool: FollowedFile) -> list[str]:
    return [event.kind for event in spool.events()]


def wait_for(spool: FollowedFile, expected: bytes) -> None:
    deadline = time.monotonic() + WAIT_S
    while text(spool) != expected:
        assert time.monotonic() < deadline, (text(spool), expected)
        time.sleep(0.005)


def test_what_is_appended_comes_line_by_line(followed: FollowedFile, path: Path) -> None:
    assert followed.live
    assert text(followed) == b"one\ntwo\n"
    append(path, b"three\nfo")
    wait_for(followed, b"one\ntwo\nthree\n")
    append(path, b"ur\n")
    wait_for(followed, b"one\ntwo\nthree\nfour\n")
    assert followed.events() == ()


def test_waiting_ends_when_something_came(followed: FollowedFile, path: Path) -> None:
    begun = time.monotonic()
    followed.wait_for(9, 0.2)
    assert time.monotonic() - begun >= 0.2
    append(path, b"three\n")
    followed.wait_for(9, WAIT_S)
    assert followed.size() == 14


def test_a_last_line_without_its_end_is_shown_when_it_rests(followed: FollowedFile, path: Path) -> None:
    append(path, b"half")
    begun = time.monotonic()
    wait_for(followed, b"one\ntwo\nhalf")
    assert time.monotonic() - begun >= follow.REST_S - 0.05
    append(path, b" and whole\n")
    wait_for(followed, b"one\ntwo\nhalf and whole\n")


def test_a_log_that_ends_without_a_newline_is_taken_whole_if_it_rests(tmp_path: Path) -> None:
    path = tmp_path / "old.log"
    path.write_bytes(b"one\ntwo")
    os.utime(path, (time.time() - 60,) * 2)
    with ByHand(path) as spool:
        assert text(spool) == b"one\ntwo"
    os.utime(path)
    with ByHand(path) as spool:
        assert text(spool) == b"one\n"


def test_after_a_rename_the_old_file_is_read_to_its_end_and_then_the_new_one(by_hand: ByHand, path: Path) -> None:
    append(path, b"last of the old\n")
    path.rename(path.with_name("app.log.1"))
    path.write_bytes(b"\xef\xbb\xbffirst of the new\n")
    by_hand.look()
    assert text(by_hand) == b"one\ntwo\nlast of the old\nfirst of the new\n"
    (event,) = by_hand.events()
    assert (event.kind, event.offset) == ("renamed", len(b"one\ntwo\nlast of the old\n"))
    assert "app.log was renamed" in event.text


def test_a_writer_may_go_on_in_the_old_file_after_the_rename(by_hand: ByHand, path: Path) -> None:
    old = path.with_name("app.log.1")
    path.rename(old)
    path.touch()
    append(old, b"still here\nha")
    by_hand.look()
    append(old, b"lf\n")
    append(path, b"new\n")
    by_hand.look()
    append(old, b"late\n")
    by_hand.look()
    append(old, b"later\n")
    append(path, b"newer\n")
    by_hand.look()
    assert text(by_hand) == b"one\ntwo\nstill here\nhalf\nnew\nlate\nnewer\nlater\n"
    assert kinds(by_hand) == ["renamed", "late"]


def test_late_lines_never_split_another_line(by_hand: ByHand, path: Path) -> None:
    old = path.with_name("app.log.1")
    path.rename(old)
    path.write_bytes(b"ne")
    by_hand.look()
    append(old, b"late\n")
    by_hand.look()
    append(path, b"w\n")
    by_hand.look()
    assert text(by_hand) == b"one\ntwo\nnew\nlate\n"


def test_half_a_line_of_the_old_file_stays_a_line_of_its_own(
    by_hand: ByHand, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(follow, "WRITER_RESTS_S", 0.0)
    append(path, b"cut off")
    by_hand.look()
    path.rename(path.with_name("app.log.1"))
    path.write_bytes(b"new\n")
    by_hand.look()
    assert text(by_hand) == b"one\ntwo\ncut off\nnew\n"


def test_files_that_came_and_went_between_two_looks_are_read(by_hand: ByHand, path: Path) -> None:
    folder = path.parent
    for number in range(1, 4):
        for older in sorted(folder.glob("app.log.*"), reverse=True):
            older.rename(folder / f"app.log.{int(older.suffix[1:]) + 1}")
        path.rename(folder / "app.log.1")
        path.write_bytes(b"file %d\n" % number)
        time.sleep(0.02)
    (folder / "app.log.txt").write_bytes(b"not a rotated file\n")
    (folder / "app.log.9").write_bytes(gzip.compress(b"packed\n"))
    by_hand.look()
    assert text(by_hand) == b"one\ntwo\nfile 1\nfile 2\nfile 3\n"
    assert kinds(by_hand) == ["renamed"] * 3


def test_an_emptied_file_is_read_from_its_beginning_and_its_rows_stay(by_hand: ByHand, path: Path) -> None:
    by_hand.look()
    append(path, b"three\n")
    by_hand.look()
    path.write_bytes(b"new\n")
    by_hand.look()
    assert text(by_hand) == b"one\ntwo\nthree\nnew\n"
    assert kinds(by_hand) == ["truncated"]
    assert "gone" not in by_hand.events()[0].text


def test_a_file_that_was_emptied_and_is_longer_again_is_noticed(by_hand: ByHand, path: Path) -> None:
    by_hand.look()
    path.write_bytes(b"another one\nanother two\n")
    by_hand.look()
    assert text(by_hand) == b"one\ntwo\nanother one\nanother two\n"
    path.write_bytes(b"another ONE\nanother two\n")  # as long as before
    by_hand.look()
    assert text(by_hand).endswith(b"another two\nanother ONE\nanother two\n")


def test_text_that_was_not_copied_is_gone_and_reads_as_line_breaks(path: Path) -> None:
    with ByHand(path, Limits(kept_before_bytes=0)) as spool:
        append(path, b"three\n")
        spool.look()
        path.write_bytes(b"new\n")
        spool.look()
        assert text(spool) == b"\n" * 8 + b"three\nnew\n"
        assert "The text of older rows is gone" in spool.events()[0].text


def test_a_copy_that_logrotate_made_serves_for_what_was_emptied(path: Path) -> None:
    with ByHand(path, Limits(kept_before_bytes=0)) as spool:
        append(path, b"not seen yet\n")
        copy = path.with_name("app.log.1")
        shutil.copyfile(path, copy)
        os.truncate(path, 0)
        append(path, b"new\n")
        spool.look()
        assert text(spool) == b"one\ntwo\nnot seen yet\nnew\n"
        copy.unlink()  # packed, say
        assert text(spool) == b"one\ntwo\nnot seen yet\nnew\n"
        assert kinds(spool) == ["truncated"]


def test_two_copies_between_two_looks_are_both_read(by_hand: ByHand, path: Path) -> None:
    for number in range(2):
        append(path, b"round %d\n" % number)
        if number:
            path.with_name("app.log.1").rename(path.with_name("app.log.2"))
        shutil.copyfile(path, path.with_name("app.log.1"))
        os.truncate(path, 0)
        time.sleep(0.02)
    append(path, b"new\n")
    by_hand.look()
    assert text(by_hand) == b"one\ntwo\nround 0\nround 1\nnew\n"
    assert kinds(by_hand) == ["truncated", "truncated"]


def test_a_file_that_is_cut_is_read_on_from_there(tmp_path: Path) -> None:
    path = tmp_path / "app.log"
    lines = b"".join(b"line %05d\n" % number for number in range(2000))
    path.write_bytes(lines)
    with ByHand(path) as spool:
        spool.look()
        os.truncate(path, 11_000)
        spool.look()
        append(path, b"new\n")
        spool.look()
        assert text(spool) == lines + b"new\n"
        assert "cut to 11,000 bytes" in spool.events()[0].text


def test_a_writer_that_leaves_a_hole_after_the_emptying(path: Path) -> None:
    """Who does not append writes on at the old place: before it lie NUL bytes that nobody wrote."""
    path.write_bytes(b"")
    with path.open("wb", buffering=0) as writer, ByHand(path) as spool:
        writer.write(b"x" * 99_999 + b"\n")
        spool.look()
        os.truncate(path, 0)
        writer.write(b"new\n")
        spool.look()
        assert text(spool)[100_000:] == b"new\n"
        assert kinds(spool) == ["truncated", "gap"]


def test_a_size_that_comes_before_the_bytes(by_hand: ByHand, path: Path) -> None:
    os.truncate(path, 8 + 13)
    by_hand.look()
    assert text(by_hand) == b"one\ntwo\n"
    with path.open("r+b") as file:
        file.seek(8)
        file.write(b"three\n")
    by_hand.look()
    assert text(by_hand) == b"one\ntwo\nthree\n"
    with path.open("r+b") as file:
        file.seek(14)
        file.write(b"fo\0ur!\n")
    by_hand.look()
    assert text(by_hand) == b"one\ntwo\nthree\nfo\0ur!\n"
    assert kinds(by_hand) == []


def test_zeros_that_stay_are_text_if_few_and_a_gap_if_many(
    by_hand: ByHand, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(follow_file, "NUL_PATIENCE_S", 0.0)
    append(path, b"\0" * 100 + b"\n" + b"\0" * 5000 + b"after\n")
    for _ in range(5):
        by_hand.look()
    assert text(by_hand) == b"one\ntwo\n" + b"\0" * 100 + b"\nafter\n"
    assert kinds(by_hand) == ["gap"]


def test_a_file_that_is_deleted_and_made_anew(by_hand: ByHand, path: Path) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND)
    path.unlink()
    os.write(descriptor, b"into the void\n")
    os.close(descriptor)
    by_hand.look()
    by_hand.look()
    assert kinds(by_hand) == ["deleted"]
    path.write_bytes(b"new\n")
    by_hand.look()
    assert text(by_hand) == b"one\ntwo\ninto the void\nnew\n"
    assert kinds(by_hand) == ["deleted", "recreated"]
    path.unlink()
    path.write_bytes(b"newer\n")
    by_hand.look()
    assert kinds(by_hand) == ["deleted", "recreated", "recreated"]


def test_old_files_are_let_go_beyond_a_number(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(follow, "_OLD_FILES", 2)
    with ByHand(path, Limits(kept_before_bytes=0)) as spool:
        for number in range(4):
            path.rename(path.with_name(f"app.log.{number}"))
            path.write_bytes(b"%d\n" % number)
            time.sleep(0.02)
            spool.look()
        assert text(spool) == b"\n" * 8 + b"0\n1\n2\n3\n"  # what was appended is kept, what was before is not


def test_after_the_stop_nothing_more_comes(followed: FollowedFile, path: Path) -> None:
    followed.stop()
    followed.wait_for(100, WAIT_S)
    followed._thread.join(WAIT_S)
    assert not followed._thread.is_alive()
    append(path, b"three\n")
    assert text(followed) == b"one\ntwo\n"
    assert not followed.live


def test_a_path_that_turns_into_something_else_is_let_be(by_hand: ByHand, path: Path) -> None:
    path.rename(path.with_name("app.log.1"))
    path.mkdir()
    by_hand.look()
    append(path.with_name("app.log.1"), b"three\n")
    by_hand.look()
    assert text(by_hand) == b"one\ntwo\nthree\n"


def test_a_file_that_may_not_be_read_is_told_once(followed: FollowedFile, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_path: Path) -> os.stat_result:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(follow.os, "stat", fail)
    deadline = time.monotonic() + WAIT_S
    while not followed.events():
        assert time.monotonic() < deadline
        time.sleep(0.01)
    time.sleep(0.2)
    (event,) = followed.events()
    assert (event.kind, "Permission denied" in event.text) == ("note", True)


def test_what_cannot_be_opened_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="No such file"):
        FollowedFile(tmp_path / "missing.log")


def test_a_large_file_is_only_copied_when_it_grows(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(follow, "_SMALL_BYTES", 4)
    with ByHand(path) as spool:
        spool.look()
        assert spool._text.kept.next_start(-1) is None
        append(path, b"three\n")
        spool.look()
        path.write_bytes(b"new\n")
        spool.look()
        assert text(spool) == b"one\ntwo\nthree\nnew\n"


def test_a_file_that_was_copied_emptied_and_then_renamed_between_two_looks_is_read_once(
    by_hand: ByHand, path: Path
) -> None:
    copy, renamed = path.with_name("app.log.2"), path.with_name("app.log.1")
    copy.write_bytes(path.read_bytes())
    path.write_bytes(b"")
    append(path, b"three\n")
    path.rename(renamed)
    path.write_bytes(b"four\n")
    by_hand.look()
    by_hand.look()
    assert text(by_hand) == b"one\ntwo\nthree\nfour\n"


def test_others_files_are_no_parts_of_this_log(tmp_path: Path) -> None:
    path, other = tmp_path / "worker-1.log", tmp_path / "worker-12.log"
    path.write_bytes(b"one\n")
    with ByHand(path) as spool:
        other.write_bytes(b"of the other\n")
        status = other.stat()
        spool.foreign = lambda: [(status.st_dev, status.st_ino)]
        path.rename(tmp_path / "worker-1.log.1")
        path.write_bytes(b"two\n")
        spool.look()
        assert text(spool) == b"one\ntwo\n"
