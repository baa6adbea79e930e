from __future__ import annotations

import json

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QToolTip

from aidebug_gui.analysis.findings.finding import Finding, Severity
from aidebug_gui.analysis.pii.export import MaskedExport
from aidebug_gui.store import open_log
from aidebug_gui.store.marks import MARKS_COLUMN
from aidebug_gui.store.protocol import CancelToken, LogEvent
from aidebug_gui.ui.findings.entries import problem, veiled
from aidebug_gui.ui.findings.output import Write, veiled_finding
from aidebug_gui.ui.log_view import LogView
from tests.ui.privacy.conftest import EMAIL, SECRET


def settled(qtbot, tab) -> None:
    qtbot.waitUntil(tab.is_idle)


def lines(panel) -> list[str]:
    tree = panel.tree
    return [tree.topLevelItem(at).text(0) for at in range(tree.topLevelItemCount())]


def painted_texts(table) -> str:
    first, last = table.visible_positions()
    rows = [table.log_model.cache.get(position) for position in range(first, last + 1)]
    return "\n".join(" ".join(row.texts) for row in rows if row is not None)


def test_records_are_marked_listed_filtered_and_pinned(tab, qtbot):
    controller = tab.privacy.controller
    assert controller.marks.scanned == 200
    mark = controller.rows.mark(7)
    assert mark.style == 3
    assert mark.words == "stripe_key, email"
    message = f"key {SECRET} refused for {EMAIL}"
    assert [message[begin:end] for begin, end, _ in mark.spans["message"]] == [SECRET, EMAIL]
    assert controller.rows.badge(8) == -1
    panel = controller.panel
    assert lines(panel)[0] == "Stripe key"
    assert set(lines(panel)) == {"Stripe key", "E-mail address", "Name of a person"}
    assert "1 secret and" in panel.status.text()
    assert panel.tree.topLevelItem(0).child(0).text(1) == "a live key"
    assert SECRET not in panel.tree.topLevelItem(0).child(0).text(0)

    emails = next(entry.group for entry in controller._listed if entry.group.path == "user_email")
    panel.group_requested.emit(emails)
    settled(qtbot, tab)
    assert tab.session.shown == 20
    tab.session.unpin()
    panel.filter_requested.emit("is:secret")
    settled(qtbot, tab)
    assert tab.session.order.tolist() == [7]


def test_the_column_tells_what_a_record_holds(tab, qtbot):
    tab.privacy.toggle_column()
    settled(qtbot, tab)
    names = [column.name for column in tab.table.log_model.columns]
    tab.table.repaint()
    assert tab.table.log_model.row(7).texts[names.index(MARKS_COLUMN)] == "stripe_key, email"
    tab.session.sort_by(MARKS_COLUMN, True)
    settled(qtbot, tab)
    assert tab.session.order[0] == 7
    tab.output.copy_csv()
    settled(qtbot, tab)
    assert "is:pii" not in QGuiApplication.clipboard().text().splitlines()[0]
    tab.privacy.toggle_column()
    assert MARKS_COLUMN not in [column.name for column in tab.table.log_model.columns]


def test_tooltips_say_why_and_why_not(tab, qtbot, monkeypatch):
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, *_: told.append(text))
    monkeypatch.setattr(type(tab.table.viewport()), "underMouse", lambda _: True)
    table = tab.table
    column = [one.name for one in table.log_model.columns].index("message")
    style = table.style_of_rows

    def hover(position: int, character: int) -> None:
        x = table.columnViewportPosition(column) + style.padding + int((character + 0.5) * style.char_width)
        at = QPoint(x, table.rowViewportPosition(position) + 3)
        event = QHelpEvent(QEvent.Type.ToolTip, at, table.viewport().mapToGlobal(at))
        QApplication.sendEvent(table.viewport(), event)
        settled(qtbot, tab)

    hover(7, 6)
    assert told[-1].startswith("Stripe key (certain): ")
    hover(8, 20)
    assert told[-1].startswith("No personal data: ")
    assert "is evidence against it" in told[-1]


def test_the_record_pane_underlines_what_it_shows(tab, qtbot):
    tab.record_room.toggle()
    tab.table.show_record(7)
    qtbot.waitUntil(lambda: tab.record_pane.record is not None and tab.record_pane.record.record == 7)
    settled(qtbot, tab)
    raw = tab.record_pane.raw
    assert [mark.cursor.selectedText() for mark in raw.extraSelections()] == [SECRET, EMAIL]
    record = tab.privacy.controller.record
    assert record.delegate.spans(f"x {SECRET}") == ((2, 2 + len(SECRET), 3),)
    raw.setPlainText("größe 🙂 " + EMAIL)
    settled(qtbot, tab)
    assert [mark.cursor.selectedText() for mark in raw.extraSelections()] == [EMAIL]


def test_hiding_leaves_nothing_on_the_screen_nor_in_copies(tab, qtbot):
    tab.record_room.toggle()
    tab.table.show_record(7)
    tab.filter_bar.edit.setText(f"user_email:{EMAIL}")
    settled(qtbot, tab)
    facet = tab.panels.fields._items["user_email"]
    facet.setExpanded(True)
    settled(qtbot, tab)
    assert EMAIL in [facet.child(at).text(0) for at in range(facet.childCount())]

    tab.privacy.set_hidden(True)
    tab.table.repaint()
    settled(qtbot, tab)
    controller = tab.privacy.controller
    assert controller.hiding.sign.isVisible()
    body = tab.panels.findings.panel.body
    assert [body.tabText(at) for at in range(body.count()) if body.isTabVisible(at)] == ["Findings", "Personal data"]
    assert "[STRIPE_KEY_" in painted_texts(tab.table)
    pane = tab.record_pane
    qtbot.waitUntil(lambda: pane.record is not None and pane.record.record == 7)
    values = [facet.child(at).text(0) for at in range(facet.childCount())]
    shown = [painted_texts(tab.table), pane.raw.toPlainText(), pane.full_value.toPlainText(), *values]
    tab.table.selectAll()
    tab.output.copy_raw()
    settled(qtbot, tab)
    shown.append(QGuiApplication.clipboard().text())
    assert len(shown[-1].splitlines()) == 200
    assert any("[EMAIL_" in value for value in values)
    assert not any(EMAIL in text or SECRET in text for text in shown)
    assert tab.filter_bar.edit.echoMode() == QLineEdit.EchoMode.Password
    body.setCurrentIndex(body.count() - 2)  # an action that shows a page that knows nothing of this
    assert body.currentWidget() is tab.panels.findings.panel.found
    assert tab.privacy.shown_name(f"{EMAIL}.log") == f"{tab.privacy.shown(EMAIL)}.log"
    assert tab.privacy.refuses("[STRIPE_KEY_1]") or "[STRIPE_KEY_1]" not in painted_texts(tab.table)
    assert tab.privacy.shown(EMAIL).startswith("[EMAIL_")

    tab.privacy.set_hidden(False)
    tab.table.repaint()
    settled(qtbot, tab)
    assert SECRET in painted_texts(tab.table)
    assert tab.filter_bar.edit.echoMode() == QLineEdit.EchoMode.Normal
    assert not controller.hiding.sign.isVisible()
    assert all(body.isTabVisible(at) for at in range(body.count()))


def test_hidden_is_also_what_happened_to_the_source_and_what_is_exported_of_findings(tab, qtbot, tmp_path):
    strip = tab.following.strip
    strip.show_events([LogEvent("connected", f"{EMAIL} connected.", 0, 0)])
    assert EMAIL in strip.label.text()
    tab.privacy.set_hidden(True)
    settled(qtbot, tab)
    assert "[EMAIL_" in strip.label.text()
    assert EMAIL not in strip.label.text() + strip.label.toolTip()
    output = tab.panels.findings.output
    for name in ("findings.json", "findings.csv"):
        with qtbot.waitSignal(tab.message):
            output.export_to(tmp_path / name)
        told = (tmp_path / name).read_text()
        assert "Stripe key" in told
        assert EMAIL not in told
        assert SECRET not in told
    tab.privacy.set_hidden(False)
    assert EMAIL in strip.label.text()
    strip.hide()


def test_a_finding_has_no_word_that_is_hidden():
    text = f"of {EMAIL}"
    finding = Finding("kind", Severity.ERROR, text, text, text, text, np.array([1]), 1, subject=text, detail=text)

    def shown(words: str) -> str:
        return words.replace(EMAIL, "[EMAIL_1]")

    listed = veiled(problem(finding), shown)
    assert EMAIL not in listed.finding.title + listed.finding.sentence + listed.finding.detail
    assert EMAIL not in str(veiled_finding(listed.finding, shown).as_mapping())


def test_findings_are_exported_when_the_log_is_gone(personal_log, tmp_path):
    log = open_log(personal_log)
    assert log.wait(30)
    out = tmp_path / "findings.json"
    out.write_text("older")
    personal_log.unlink()
    assert Write(log, "calls.jsonl", out, [], {})(CancelToken()) == (out, 0)
    assert json.loads(out.read_text())["records"] == 200
    log.close()


def test_rows_are_copied_masked_in_the_order_of_the_table(tab, qtbot):
    tab.session.sort_by("score", True)
    settled(qtbot, tab)
    tab.table.selectAll()
    tab.privacy.copy_masked()
    settled(qtbot, tab)
    records = [json.loads(line) for line in QGuiApplication.clipboard().text().splitlines()]
    assert [record["score"] for record in records[:2]] == [199 / 200, 198 / 200]
    assert {record["user_email"] for record in records} == {"", "[EMAIL_1]"}


def test_a_secret_that_is_written_while_one_watches_is_told(personal_log, actions, qtbot):
    view = LogView(open_log(personal_log, follow=True), personal_log, actions)
    qtbot.addWidget(view)
    view.show()
    qtbot.waitUntil(lambda: view.session.state.complete and view.is_idle())
    notice = view.privacy.controller.notice
    assert notice.banner.isHidden()  # the secret that was there before is told by the page
    with personal_log.open("a") as log:
        log.write(json.dumps({"level": "INFO", "message": "all is fine"}) + "\n")
        log.write(json.dumps({"level": "ERROR", "api_key": SECRET.replace("4", "5")}) + "\n")
    qtbot.waitUntil(lambda: not notice.banner.isHidden())
    assert "Stripe key (field api_key, line 202)" in notice.banner.label.text()
    view.table.show_record(100)
    notice.banner.button.click()
    assert view.table.current_record() == 201
    notice.check(view.session.state)
    assert notice.banner.isHidden()
    view.close_log()


@pytest.mark.parametrize("style", ["jsonl", "csv"])
def test_a_masked_copy_is_written_and_checked(tab, qtbot, tmp_path, style):
    tab.filter_bar.set_filter("line:1..20")
    settled(qtbot, tab)
    tab.privacy.export_masked()
    dialog = tab.privacy.controller.output._dialog
    out = tmp_path / f"copy.{style}"
    dialog.style_box.setCurrentIndex(dialog.style_box.findData(style))
    dialog.path.setText(str(out))
    dialog.write.click()
    qtbot.waitUntil(lambda: not dialog._is_writing)
    told = dialog.report.toPlainText()
    assert "20 records written" in told
    assert "0 certain" in told
    assert "E-mail address (" in told  # the panel's word, not the rule's
    assert EMAIL not in out.read_text()
    dialog.show_report(MaskedExport(1, 1, {}, 0, 0, ()))
    assert dialog.report.toPlainText().splitlines()[:2] == [f"1 record written to {out}.", "1 value hidden."]
    with qtbot.waitSignal(tab.open_requested) as opened:
        dialog.open_copy.click()
    assert opened.args == [out]
    foreign = tmp_path / f"foreign.{style}"
    foreign.write_text("not ours")
    dialog.path.setText(str(foreign))
    dialog.write.click()
    assert "Write once more" in dialog.report.toPlainText()
    assert foreign.read_text() == "not ours"
    dialog.write.click()
    qtbot.waitUntil(lambda: not dialog._is_writing)
    assert "20 records written" in dialog.report.toPlainText()
    dialog.path.setText(str(tab.path))
    dialog.write.click()
    qtbot.waitUntil(lambda: not dialog._is_writing)
    assert "never written to" in dialog.report.toPlainText()
    assert dialog.open_copy.isHidden()
    dialog.path.setText(str(tmp_path / "nowhere" / "x.jsonl"))
    dialog.write.click()
    assert "folder that exists" in dialog.report.toPlainText()
    dialog.close()


def test_a_large_log_is_looked_through_in_part_until_asked(tab, qtbot, monkeypatch):
    from aidebug_gui.ui.privacy import scanning

    monkeypatch.setattr(scanning, "most_scanned", lambda: 1000)
    monkeypatch.setattr(scanning, "FIRST_PART", 2000)
    controller = tab.privacy.controller
    controller.start_again()
    settled(qtbot, tab)
    assert 0 < controller.marks.scanned < 200
    assert controller.panel.all.isVisibleTo(controller.panel)
    assert "Only " in controller.panel.status.text()
    controller.panel.all.click()
    qtbot.waitUntil(lambda: controller.marks.scanned == 200)
    settled(qtbot, tab)
    assert not controller.panel.all.isVisibleTo(controller.panel)
    assert np.array_equal(controller.marks.rows("stripe_key", "message"), [7])
