"""A name in a text that is on the screen before a field of the log says that somebody is called so."""

from __future__ import annotations

import json

from tests.ui.conftest import tab_of

NAME = "Tjorvil Quast"  # no given name that the rules know
OTHERS = 2000  # so many that nothing else reads the first screen again
FIRST = {"level": "INFO", "message": f"moved the desk of {NAME} to B2", "full_name": ""}


def test_rows_on_the_screen_are_hidden_anew_when_a_name_becomes_known(qapp, qtbot, tmp_path):
    path = tmp_path / "grows.jsonl"
    others = json.dumps({"level": "INFO", "message": "nothing", "full_name": ""})
    path.write_text(f"{json.dumps(FIRST)}\n" + f"{others}\n" * OTHERS)
    with tab_of(path, qapp, 1000, 600, follow=True) as view:
        qtbot.waitUntil(lambda: view.is_idle() and view.table.log_model.row(0) is not None)
        view.privacy.set_hidden(True)
        column = [one.name for one in view.table.log_model.columns].index("message")

        def message() -> str:
            view.table.viewport().repaint()
            row = view.table.log_model.row(0)
            return row.texts[column] if row is not None else ""

        qtbot.waitUntil(lambda: NAME in message())
        with path.open("a") as log:
            for name in (NAME, "", ""):
                log.write(f"{json.dumps({'level': 'INFO', 'message': 'seen', 'full_name': name})}\n")
        qtbot.waitUntil(lambda: "moved the desk of [PERSON" in message())
