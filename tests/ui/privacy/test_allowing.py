from __future__ import annotations

from PySide6.QtWidgets import QDialogButtonBox

from aidebug_gui.analysis.pii.allow_file import AllowEntry, allow_path, entries
from aidebug_gui.formats.columns import Kind
from aidebug_gui.resources import user_directory
from aidebug_gui.store.marks import MARKS_COLUMN
from aidebug_gui.ui.privacy.allow_dialog import AllowDialog
from aidebug_gui.ui.value_menu import MenuValue
from tests.ui.privacy.conftest import EMAIL


def test_what_is_allowed_is_found_no_more_until_it_is_undone(tab, qtbot):
    controller = tab.privacy.controller
    try:
        tab.filter_bar.set_filter("pii:email")
        qtbot.waitUntil(lambda: tab.is_idle() and tab.session.shown == 21)
        menu = tab.value_menu.menu(MenuValue("user_email", Kind.TEXT, EMAIL))
        menu.actions()[-1].trigger()
        dialog = tab.findChild(AllowDialog)
        assert dialog.of_path.isVisibleTo(dialog)
        ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
        assert not ok.isEnabled()
        dialog.of_path.setChecked(True)
        dialog.reason.setText("addresses of tests")
        ok.click()
        assert entries(user_directory()) == [AllowEntry("addresses of tests", path="user_email", entity="email")]
        qtbot.waitUntil(tab.is_idle)
        assert tab.session.order.tolist() == [7]  # the one in the message
        controller.allowing.show_list()
        assert controller.allowing._list.tree.topLevelItemCount() == 1
        controller.allowing._list.close()
        controller.allowing.banner.button.click()
        assert entries(user_directory()) == []
        qtbot.waitUntil(tab.is_idle)
        assert tab.session.shown == 21
    finally:
        allow_path(user_directory()).unlink(missing_ok=True)


def test_a_pattern_is_checked_and_plain_values_offer_nothing(tab, qtbot):
    controller = tab.privacy.controller
    words = [action.text() for action in tab.value_menu.menu(MenuValue("message", Kind.TEXT, "all is fine")).actions()]
    assert not any("personal data" in word for word in words)
    controller.allowing._open("email", "E-mail address", "", EMAIL)
    dialog = tab.findChild(AllowDialog)
    dialog.reason.setText("x")
    dialog.of_pattern.setChecked(True)
    dialog.pattern.setText("(")
    assert "not valid" in dialog.problem.text()
    assert not dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()
    dialog.close()
    tab.table.show_record(7)
    menu = tab.value_menu.menu(MenuValue(MARKS_COLUMN, Kind.TEXT, None))
    assert [action.data() for action in menu.actions()] == ["pii:stripe_key", "pii:email"]


def test_rules_that_are_changed_meanwhile_are_read_again(tab, qtbot):
    own = user_directory() / "pii" / "own.toml"
    try:
        tab.filter_bar.set_filter("pii:email")
        qtbot.waitUntil(lambda: tab.is_idle() and tab.session.shown == 21)
        own.parent.mkdir(parents=True, exist_ok=True)
        own.write_text('off = ["email"]\n')
        tab.privacy.controller.definitions.check()  # as when the window gets the keyboard again
        qtbot.waitUntil(lambda: tab.is_idle() and tab.session.shown == 0)
    finally:
        own.unlink(missing_ok=True)
        tab.privacy.controller.definitions.check()
        qtbot.waitUntil(lambda: tab.is_idle() and tab.session.shown == 21)
