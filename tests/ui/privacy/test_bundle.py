from __future__ import annotations

import json
import zipfile

from aidebug_gui.store import open_log
from aidebug_gui.ui.log_view import LogView
from tests.ui.privacy.conftest import EMAIL, SECRET


def test_a_bundle_opens_as_it_was_and_names_nobody(tab, qtbot, tmp_path, actions):
    tab.add_column("user_email")
    tab.filter_bar.set_filter(f"user_email:{EMAIL}")
    tab.session.sort_by("score", True)
    qtbot.waitUntil(tab.is_idle)
    out = tmp_path / "b.zip"
    assert tab.table.show_record(13)
    tab.bookmarks.toggle()
    tab.bookmarks.marked.write(13, 14, f"{EMAIL} wrote to us")
    tab.bookmarks.marked.write(4, 5, "not among the rows shown")
    tab.privacy.controller.bundle.write(out)
    qtbot.waitUntil(out.exists)
    qtbot.waitUntil(tab.is_idle)
    assert "Records: 20, values hidden: " in tab.banner.label.text()
    with zipfile.ZipFile(out) as archive:
        names = set(archive.namelist())
        texts = b"".join(archive.read(name) for name in names if not name.endswith(".png"))
        rows = archive.read("rows.jsonl").decode().splitlines()
        picture = archive.read("plots.png")
    assert names == {"aidebug-bundle.json", "rows.jsonl", "report.json", "environment.json", "plots.png"}
    assert picture.startswith(b"\x89PNG")
    assert len(rows) == 20
    assert not any(word.encode() in texts for word in (EMAIL, SECRET, str(tmp_path), tmp_path.name))
    assert json.loads(rows[0])["user_email"].startswith("EMAIL_")

    view = LogView(open_log(out), out, actions)
    qtbot.addWidget(view)
    view.resize(1000, 700)
    view.show()
    qtbot.waitUntil(lambda: view.session.query != "")
    qtbot.waitUntil(view.is_idle)
    assert view.session.query.startswith("user_email:EMAIL_")
    assert view.session.shown == 20
    assert view.session.sort == ("score", True)
    assert "user_email" in [column.name for column in view.table.log_model.columns]
    assert [(record, note.startswith("EMAIL_")) for record, note in view.bookmarks.marked.notes()] == [(1, True)]
    assert view.memory.marks == view.bookmarks.marked.marks()
    view.close_log()
    for record in (4, 13):
        tab.bookmarks.marked.toggle(record, record + 1)
