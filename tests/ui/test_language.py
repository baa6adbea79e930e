"""Another language: complete, with its signs in counts; and texts that are longer than the English ones fit."""

from __future__ import annotations

import importlib.util
import re
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QHeaderView, QLabel, QLineEdit, QTabBar, QWidget

from aidebug_gui.resources import resource_path
from aidebug_gui.ui import language
from aidebug_gui.ui.actions import ACTIONS, MENUS, menu_source
from aidebug_gui.ui.language import LANGUAGES, use_language
from aidebug_gui.ui.log_tabs import LogTabs
from aidebug_gui.ui.main_window import MainWindow
from aidebug_gui.ui.plots.gutter import ElidedLabel
from aidebug_gui.ui.record.fields import RecordFields
from aidebug_gui.ui.settings import Settings
from aidebug_gui.ui.settings.dialog import SettingsDialog
from aidebug_gui.ui.state import memory
from aidebug_gui.ui.theme import ThemeManager
from aidebug_gui.ui.values import count_text, size_text, use_separators
from tests.ui.conftest import wait_until

TOOL = Path(__file__).parent.parent.parent / "packaging" / "translations.py"
MOST_MISSING = 0.03
"""Share of texts that may stand in the source and not yet in the translations: they are shown in English."""
OF_THE_LOG = {"TRACE", "DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"}
PLACEHOLDER = re.compile(r"%s|\{\d\}|%n")


@pytest.fixture(scope="module")
def tool():
    spec = importlib.util.spec_from_file_location("translations", TOOL)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def _english_after(qapp):
    before = QLocale()
    yield
    use_language(qapp, "en")
    QLocale.setDefault(before)
    use_separators(",", ".")


def test_german_is_complete(tool):
    texts = tool.read(resource_path("translations", "aidebug_de.ts"))
    assert [key for key, translation in texts.items() if not translation] == []
    for (context, text), translation in texts.items():
        assert sorted(PLACEHOLDER.findall(text)) == sorted(PLACEHOLDER.findall(translation)), (context, text)
        assert ("&" in text) == ("&" in translation) or context not in ("Actions",), (context, text)
        assert text.endswith("…") == translation.endswith("…"), (context, text)


@pytest.mark.parametrize("name", ["en", "de"])
def test_no_two_entries_of_a_menu_have_the_same_letter(tool, name):
    known = tool.read(resource_path("translations", "aidebug_de.ts")) if name == "de" else {}
    menus = {"": [known.get(("Menus", menu_source(menu)), menu_source(menu)) for menu in MENUS]}
    for spec in ACTIONS:
        menus.setdefault(spec.menu, []).append(known.get(("Actions", spec.text), spec.text))
    for menu, texts in menus.items():
        letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
        assert sorted(letters) == sorted(set(letters)), (menu, texts)


def test_the_texts_of_the_source_are_in_the_translations(tool, tmp_path):
    if (
        shutil.which("pyside6-lupdate") is None
        and not (Path(tool.sys.executable).with_name("pyside6-lupdate")).exists()
    ):
        pytest.skip("no pyside6-lupdate")
    known = resource_path("translations", "aidebug_de.ts")
    fresh = tmp_path / known.name
    shutil.copy(known, fresh)
    tool.update(fresh)
    found, kept = set(tool.read(fresh)), set(tool.read(known))
    assert len(found - kept) <= MOST_MISSING * len(found), f"make translations: {sorted(found - kept)}"


def test_what_the_program_reads_is_what_was_translated(qapp, tool):
    translator = QTranslator()
    assert translator.load("aidebug_de", str(resource_path("translations")))
    for (context, text), translation in tool.read(resource_path("translations", "aidebug_de.ts")).items():
        assert translator.translate(context, text) == translation, "make translations"


@pytest.mark.usefixtures("_english_after")
def test_counts_and_sizes_are_written_as_the_language_does(qapp):
    assert use_language(qapp, "de") == "de"
    assert count_text(1234567) == "1.234.567"
    assert size_text(2_500_000) == "2,5 MB"
    assert use_language(qapp, "fr") == "en"  # not translated: English texts
    assert use_language(qapp, "en") == "en"
    assert count_text(1234567) == "1,234,567"
    assert set(LANGUAGES) == {
        "en",
        *(path.stem.partition("_")[2] for path in resource_path("translations").glob("*.ts")),
    }
    assert language._installed == []


class PseudoTranslator(QTranslator):
    """Makes every text 40 % longer, as other languages do, with signs at both ends that show where one is cut."""

    def translate(self, context, text, disambiguation=None, n=-1):
        longer = text + " " + "~" * max(2, len(text) * 2 // 5)
        return f"[{longer}]" if text.strip() else text

    def isEmpty(self):
        return False


def clipped(top: QWidget) -> list[str]:
    """Return the texts of labels and buttons that do not fit, but for those that are meant to be cut."""
    found = []
    for widget in top.findChildren(QWidget):
        if (
            not widget.isVisible()
            or isinstance(widget, ElidedLabel)
            or not isinstance(widget, (QLabel, QAbstractButton))
        ):
            continue
        wraps = isinstance(widget, QLabel) and widget.wordWrap()
        needed = widget.heightForWidth(widget.width()) if wraps else widget.sizeHint().height()
        is_cut = (not wraps and widget.sizeHint().width() > widget.width() + 2) or needed > widget.height() + 2
        if widget.text().startswith("[") and is_cut:
            found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}: {widget.text()}")
    return found


def untranslated(top: QWidget) -> set[str]:
    """Return what of the words around the log is English though all texts were translated."""
    found = set()
    for widget in [top, *top.findChildren(QWidget)]:
        if not widget.isVisible():
            continue
        texts = [widget.toolTip()]
        if isinstance(widget, (QLabel, QAbstractButton)):
            texts.append(widget.text())
        elif isinstance(widget, QLineEdit):
            texts.append(widget.placeholderText())
        elif isinstance(widget, QHeaderView) and widget.orientation() is Qt.Orientation.Horizontal:
            model = widget.model()
            texts += [str(model.headerData(at, widget.orientation()) or "") for at in range(widget.count())]
        elif isinstance(widget, QTabBar) and not isinstance(widget.parent(), LogTabs):
            texts += [widget.tabText(at) for at in range(widget.count())]
        elif isinstance(widget, RecordFields):
            texts += [widget.topLevelItem(at).text(2) for at in range(widget.topLevelItemCount())]
        found |= {text for text in texts if "~" not in text and re.search("[A-Za-z]{3}", text)}
    return found


@pytest.mark.usefixtures("_english_after")
def test_longer_texts_fit(qtbot, qapp, log_path, tmp_path):
    memory().forget()
    pseudo = PseudoTranslator()
    qapp.installTranslator(pseudo)
    try:
        themes = ThemeManager()
        themes.choose("light")
        window = MainWindow(themes)
        qtbot.addWidget(window)
        window.resize(1280, 800)
        window.show()
        assert clipped(window) == []  # the start page
        window.open_paths([log_path])
        wait_until(lambda: window.view is not None and window.is_idle())
        view = window.view
        view.record_room.toggle()
        view.navigation.show_find()
        view.bookmarks.show_list()
        wait_until(window.is_idle)
        assert clipped(window) == []
        assert untranslated(window) <= OF_THE_LOG
        view.panels.toggle_findings()
        findings = view.panels.findings
        wait_until(findings.is_idle)
        findings.step(1)
        wait_until(window.is_idle)
        detail = (
            findings.panel.detail
        )  # what was said below the window is translated, too: the template, not the values
        assert detail.title.text().startswith("[")
        assert "~]" in detail.cause.text()
        assert clipped(window) == []
        for page in ("differences", "patterns", "drift", "threshold", "personal_data"):
            window.actions_[page].trigger()
            wait_until(window.is_idle)
            assert untranslated(window) <= OF_THE_LOG, page
            wait_until(lambda: clipped(window) == [])  # a line that wraps is laid out once more
        dialog = SettingsDialog(Settings(tmp_path / "settings.json"), window.actions_, window)
        dialog.show()
        for group in ("Appearance", "Start", "Limits", "Keyboard"):
            dialog.show_group(group)
            QApplication.processEvents()
            assert clipped(dialog) == [], group
            assert untranslated(dialog) == set(), group
        assert window.menuBar().actions()[0].text().startswith("[&File")
        dialog.close()
        window.close()
    finally:
        qapp.removeTranslator(pseudo)
