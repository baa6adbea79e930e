"""The language of the window: its texts, Qt's own texts, and how counts are written."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from aidebug_gui.resources import resource_path
from aidebug_gui.ui.values import use_separators

SYSTEM = "system"
LANGUAGES = ("en", "de")
"""Those that the window speaks. English stands in the source; the others in ``resources/translations``."""

_installed: list[QTranslator] = []


def use_language(application: QApplication, choice: str) -> str:
    """Speak a language from now on, in windows that are made later; return which one.

    ``choice``: a language of :data:`LANGUAGES`, or ``system``. In the language of the system counts are written as its
    region does, even if the texts are English because they are not translated.
    """
    locale = QLocale.system() if choice == SYSTEM else QLocale(choice)
    wanted = locale.name().partition("_")[0]
    language = wanted if wanted in LANGUAGES else "en"
    for translator in _installed:
        application.removeTranslator(translator)
    _installed.clear()
    QLocale.setDefault(locale)
    use_separators(locale.groupSeparator(), locale.decimalPoint())
    if language != "en":
        _install(application, f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        _install(application, f"aidebug_{language}", str(resource_path("translations")))
    return language


def _install(application: QApplication, name: str, directory: str) -> None:
    translator = QTranslator(application)
    if translator.load(name, directory):
        application.installTranslator(translator)
        _installed.append(translator)
