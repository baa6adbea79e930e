<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>A log viewer for people who build AI systems.

It only reads your logs and sends nothing anywhere.</source>
        <translation>Ein Log-Betrachter für alle, die KI-Systeme bauen.

Er liest Ihre Logs nur und sendet nichts.</translation>
    </message>
</context>
<context>
    <name>Accounts</name>
    <message>
        <source>{0} shown</source>
        <translation>{0} gezeigt</translation>
    </message>
    <message>
        <source>{0} not understood</source>
        <translation>{0} nicht verstanden</translation>
    </message>
    <message>
        <source>stopped: {0}</source>
        <translation>angehalten: {0}</translation>
    </message>
    <message>
        <source>reading stopped at {0}</source>
        <translation>Lesen angehalten bei {0}</translation>
    </message>
    <message>
        <source>reading {0}</source>
        <translation>liest {0}</translation>
    </message>
    <message>
        <source>{0} of {1} understood</source>
        <translation>{0} von {1} verstanden</translation>
    </message>
    <message>
        <source>{0} records (a record may span several lines)</source>
        <translation>{0} Einträge (ein Eintrag kann mehrere Zeilen haben)</translation>
    </message>
    <message>
        <source>+ {0} continuation lines, folded into their record</source>
        <translation>+ {0} Fortsetzungszeilen, die zu ihrem Eintrag gehören</translation>
    </message>
    <message>
        <source>+ {0} blank lines</source>
        <translation>+ {0} leere Zeilen</translation>
    </message>
    <message>
        <source>= {0} of {1} lines</source>
        <translation>= {0} von {1} Zeilen</translation>
    </message>
    <message>
        <source>{0} of {1} read</source>
        <translation>{0} von {1} gelesen</translation>
    </message>
    <message>
        <source>{0} that no format recognises, shown as they are: filter is:raw</source>
        <translation>{0}, die zu keinem Format passen und gezeigt werden, wie sie sind: Filter is:raw</translation>
    </message>
    <message>
        <source>{0} more</source>
        <translation>{0} weitere</translation>
    </message>
    <message>
        <source>{0} line</source>
        <translation>{0} Zeile</translation>
    </message>
    <message>
        <source>{0} lines</source>
        <translation>{0} Zeilen</translation>
    </message>
    <message>
        <source>{0} record</source>
        <translation>{0} Eintrag</translation>
    </message>
    <message>
        <source>{0} records</source>
        <translation>{0} Einträge</translation>
    </message>
    <message>
        <source>Nothing has arrived yet. Records appear here as soon as they do.</source>
        <translation>Noch ist nichts gekommen. Was kommt, steht sofort hier.</translation>
    </message>
    <message>
        <source>This log has only blank lines.</source>
        <translation>Dieses Log hat nur leere Zeilen.</translation>
    </message>
    <message>
        <source>This log is empty.</source>
        <translation>Dieses Log ist leer.</translation>
    </message>
    <message>
        <source>No record matches this filter yet.
New records are checked as they arrive. Ctrl+Shift+X removes the filter.</source>
        <translation>Noch passt kein Eintrag zu diesem Filter.
Neue werden geprüft, sobald sie kommen. Strg+Umschalt+X entfernt den Filter.</translation>
    </message>
    <message>
        <source>No record matches this filter.
Ctrl+Shift+X removes it.</source>
        <translation>Kein Eintrag passt zu diesem Filter.
Strg+Umschalt+X entfernt ihn.</translation>
    </message>
    <message>
        <source>No record matches this filter so far. The log is still being read.</source>
        <translation>Bisher passt kein Eintrag zu diesem Filter. Das Log wird noch gelesen.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open as one &amp;log…</source>
        <translation>Als ein Lo&amp;g öffnen…</translation>
    </message>
    <message>
        <source>Open a &amp;directory as one log…</source>
        <translation>Ver&amp;zeichnis als ein Log öffnen…</translation>
    </message>
    <message>
        <source>Open the e&amp;xample log</source>
        <translation>Beisp&amp;iel-Log öffnen</translation>
    </message>
    <message>
        <source>&amp;Reopen last session</source>
        <translation>&amp;Letzte Sitzung öffnen</translation>
    </message>
    <message>
        <source>Export shown records as &amp;JSONL…</source>
        <translation>Gezeigte Einträge als &amp;JSONL ausgeben…</translation>
    </message>
    <message>
        <source>Export shown records as &amp;CSV…</source>
        <translation>Gezeigte Einträge als &amp;CSV ausgeben…</translation>
    </message>
    <message>
        <source>Export shown records as &amp;text…</source>
        <translation>Gezeigte Einträge als &amp;Text ausgeben…</translation>
    </message>
    <message>
        <source>&amp;Masked copy…</source>
        <translation>&amp;Maskierte Kopie…</translation>
    </message>
    <message>
        <source>&amp;Bug bundle…</source>
        <translation>Fehlerpa&amp;ket…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Copy rows as they are</source>
        <translation>Zeilen &amp;kopieren, wie sie sind</translation>
    </message>
    <message>
        <source>Copy rows as &amp;JSON</source>
        <translation>Zeilen als &amp;JSON kopieren</translation>
    </message>
    <message>
        <source>Copy rows as C&amp;SV</source>
        <translation>Zeilen als &amp;CSV kopieren</translation>
    </message>
    <message>
        <source>Copy rows &amp;masked</source>
        <translation>Zeilen &amp;maskiert kopieren</translation>
    </message>
    <message>
        <source>Paste as a lo&amp;g</source>
        <translation>Als Log ein&amp;fügen</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Suchen…</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>&amp;Weitersuchen</translation>
    </message>
    <message>
        <source>Find &amp;previous</source>
        <translation>&amp;Rückwärts suchen</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>&amp;Eintrag</translation>
    </message>
    <message>
        <source>&amp;Plots</source>
        <translation>&amp;Diagramme</translation>
    </message>
    <message>
        <source>&amp;Fields</source>
        <translation>&amp;Felder</translation>
    </message>
    <message>
        <source>Find&amp;ings</source>
        <translation>Befu&amp;nde</translation>
    </message>
    <message>
        <source>&amp;Bookmarks</source>
        <translation>&amp;Lesezeichen</translation>
    </message>
    <message>
        <source>Personal &amp;data and secrets</source>
        <translation>&amp;Personendaten und Geheimnisse</translation>
    </message>
    <message>
        <source>For&amp;mat…</source>
        <translation>For&amp;mat…</translation>
    </message>
    <message>
        <source>&amp;Columns…</source>
        <translation>&amp;Spalten…</translation>
    </message>
    <message>
        <source>Column of the time since the row above</source>
        <translation>Spalte der Zeit seit der vorigen Zeile</translation>
    </message>
    <message>
        <source>Wrap messages: 1, 2 or 3 lines per row</source>
        <translation>Meldungen umbrechen: 1, 2 oder 3 Zeilen je Eintrag</translation>
    </message>
    <message>
        <source>Column of personal da&amp;ta</source>
        <translation>Sp&amp;alte mit Personendaten</translation>
    </message>
    <message>
        <source>&amp;Hide personal data on the screen</source>
        <translation>Personendaten am Bildschirm &amp;verbergen</translation>
    </message>
    <message>
        <source>Times as the log &amp;writes them</source>
        <translation>&amp;Zeiten, wie das Log sie schreibt</translation>
    </message>
    <message>
        <source>Times in &amp;UTC</source>
        <translation>Zeiten in &amp;UTC</translation>
    </message>
    <message>
        <source>Times in l&amp;ocal time</source>
        <translation>Zeiten in &amp;Ortszeit</translation>
    </message>
    <message>
        <source>Colours of the &amp;system</source>
        <translation>Farben des S&amp;ystems</translation>
    </message>
    <message>
        <source>&amp;Light colours</source>
        <translation>&amp;Helle Farben</translation>
    </message>
    <message>
        <source>&amp;Line or time…</source>
        <translation>&amp;Zeile oder Zeit…</translation>
    </message>
    <message>
        <source>&amp;Next error</source>
        <translation>&amp;Nächster Fehler</translation>
    </message>
    <message>
        <source>&amp;Previous error</source>
        <translation>&amp;Voriger Fehler</translation>
    </message>
    <message>
        <source>Next &amp;finding</source>
        <translation>Nächster &amp;Befund</translation>
    </message>
    <message>
        <source>Previous fin&amp;ding</source>
        <translation>Voriger B&amp;efund</translation>
    </message>
    <message>
        <source>Show only the records of this finding</source>
        <translation>Nur die Einträge dieses Befunds zeigen</translation>
    </message>
    <message>
        <source>Copy this finding</source>
        <translation>Diesen Befund kopieren</translation>
    </message>
    <message>
        <source>&amp;Bookmark this record</source>
        <translation>&amp;Lesezeichen setzen</translation>
    </message>
    <message>
        <source>Bookmark with a n&amp;ote…</source>
        <translation>Lesezeichen mit N&amp;otiz…</translation>
    </message>
    <message>
        <source>Next boo&amp;kmark</source>
        <translation>Nächstes Lesezei&amp;chen</translation>
    </message>
    <message>
        <source>Show in &amp;context, and back</source>
        <translation>Im Z&amp;usammenhang zeigen, und zurück</translation>
    </message>
    <message>
        <source>Next &amp;tab</source>
        <translation>Nächster Re&amp;iter</translation>
    </message>
    <message>
        <source>Sa&amp;ve received log as…</source>
        <translation>Em&amp;pfangenes Log speichern…</translation>
    </message>
    <message>
        <source>Reo&amp;pen closed tab</source>
        <translation>Geschlossenen &amp;Reiter öffnen</translation>
    </message>
    <message>
        <source>Clos&amp;e tab</source>
        <translation>Reiter &amp;schließen</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>Hervorhebungen</translation>
    </message>
    <message>
        <source>Fil&amp;es of this log…</source>
        <translation>Da&amp;teien dieses Logs…</translation>
    </message>
    <message>
        <source>Dar&amp;k colours</source>
        <translation>Dunkle Fa&amp;rben</translation>
    </message>
    <message>
        <source>High co&amp;ntrast</source>
        <translation>Hoher &amp;Kontrast</translation>
    </message>
    <message>
        <source>Lar&amp;ger text</source>
        <translation>&amp;Größere Schrift</translation>
    </message>
    <message>
        <source>Sm&amp;aller text</source>
        <translation>Kle&amp;inere Schrift</translation>
    </message>
    <message>
        <source>Default text si&amp;ze</source>
        <translation>Ü&amp;bliche Schriftgröße</translation>
    </message>
    <message>
        <source>Mute or unmute this finding</source>
        <translation>Diesen Befund stummschalten oder wieder zeigen</translation>
    </message>
    <message>
        <source>P&amp;revious bookmark</source>
        <translation>Voriges Le&amp;sezeichen</translation>
    </message>
    <message>
        <source>Next highlight</source>
        <translation>Nächste Hervorhebung</translation>
    </message>
    <message>
        <source>Previous highlight</source>
        <translation>Vorige Hervorhebung</translation>
    </message>
    <message>
        <source>One &amp;step back</source>
        <translation>Einen Schritt zu&amp;rück</translation>
    </message>
    <message>
        <source>Next p&amp;ane</source>
        <translation>Nächster Bereic&amp;h</translation>
    </message>
    <message>
        <source>Prev&amp;ious pane</source>
        <translation>Vori&amp;ger Bereich</translation>
    </message>
    <message>
        <source>Pre&amp;vious tab</source>
        <translation>Voriger Rei&amp;ter</translation>
    </message>
    <message>
        <source>&amp;Edit filter</source>
        <translation>Filter &amp;ändern</translation>
    </message>
    <message>
        <source>&amp;Remove filter</source>
        <translation>Filter &amp;entfernen</translation>
    </message>
    <message>
        <source>&amp;Highlight instead of filtering</source>
        <translation>&amp;Hervorheben statt filtern</translation>
    </message>
    <message>
        <source>Saved and earlier &amp;filters</source>
        <translation>Gespeicherte und frühere &amp;Filter</translation>
    </message>
    <message>
        <source>Sa&amp;ve this filter…</source>
        <translation>Diesen Filter &amp;speichern…</translation>
    </message>
    <message>
        <source>&amp;Manage saved filters…</source>
        <translation>Gespeicherte Filter &amp;verwalten…</translation>
    </message>
    <message>
        <source>&amp;Sort by this column</source>
        <translation>Nach dieser Spalte &amp;ordnen</translation>
    </message>
    <message>
        <source>&amp;Log order</source>
        <translation>Reihenfolge des &amp;Logs</translation>
    </message>
    <message>
        <source>What is &amp;different here?</source>
        <translation>Was ist hier &amp;anders?</translation>
    </message>
    <message>
        <source>&amp;Request of the current record</source>
        <translation>Anfra&amp;ge des aktuellen Eintrags</translation>
    </message>
    <message>
        <source>&amp;Conversation of the current record</source>
        <translation>Gesp&amp;räch des aktuellen Eintrags</translation>
    </message>
    <message>
        <source>Message &amp;patterns</source>
        <translation>&amp;Muster der Meldungen</translation>
    </message>
    <message>
        <source>&amp;Usage by model</source>
        <translation>&amp;Verbrauch je Modell</translation>
    </message>
    <message>
        <source>&amp;Threshold and truth</source>
        <translation>&amp;Schwelle und Wahrheit</translation>
    </message>
    <message>
        <source>Dri&amp;ft</source>
        <translation>&amp;Drift</translation>
    </message>
    <message>
        <source>&amp;Export the findings…</source>
        <translation>Be&amp;funde ausgeben…</translation>
    </message>
    <message>
        <source>&amp;Listen…</source>
        <translation>&amp;Empfangen…</translation>
    </message>
    <message>
        <source>&amp;Stop receiving</source>
        <translation>Empfang &amp;beenden</translation>
    </message>
    <message>
        <source>Go to the &amp;end and follow it</source>
        <translation>Zum Ende &amp;gehen und ihm folgen</translation>
    </message>
    <message>
        <source>&amp;Pause or resume</source>
        <translation>&amp;Anhalten, und weiter</translation>
    </message>
    <message>
        <source>&amp;Clear up to here</source>
        <translation>Bis hierher &amp;leeren</translation>
    </message>
    <message>
        <source>What happened to the s&amp;ource…</source>
        <translation>Was mit der &amp;Quelle geschah…</translation>
    </message>
    <message>
        <source>&amp;Notify me…</source>
        <translation>Be&amp;nachrichtigen…</translation>
    </message>
    <message>
        <source>&amp;Delete recovered logs…</source>
        <translation>Ge&amp;rettete Logs löschen…</translation>
    </message>
    <message>
        <source>&amp;User guide</source>
        <translation>&amp;Handbuch</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>&amp;Befehle suchen…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>&amp;Filter language</source>
        <translation>&amp;Filtersprache</translation>
    </message>
    <message>
        <source>&amp;About AiDebug</source>
        <translation>Über &amp;AiDebug</translation>
    </message>
</context>
<context>
    <name>AddLaneMenu</name>
    <message>
        <source>Lanes</source>
        <translation>Spuren</translation>
    </message>
    <message>
        <source>This log has no numbers</source>
        <translation>Dieses Log hat keine Zahlen</translation>
    </message>
</context>
<context>
    <name>AllowDialog</name>
    <message>
        <source>This is not personal data</source>
        <translation>Das sind keine Personendaten</translation>
    </message>
    <message>
        <source>This value, wherever it stands: %s</source>
        <translation>Dieser Wert, wo immer er steht: %s</translation>
    </message>
    <message>
        <source>“%s” in the field %s</source>
        <translation>„%s“ im Feld %s</translation>
    </message>
    <message>
        <source>Values that match this pattern as a whole:</source>
        <translation>Werte, die ganz zu diesem Muster passen:</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>for example: numbers of orders, not of cards</source>
        <translation>zum Beispiel: Nummern von Bestellungen, nicht von Karten</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Weil</translation>
    </message>
    <message>
        <source>The pattern is not valid: %s</source>
        <translation>Das Muster ist nicht gültig: %s</translation>
    </message>
</context>
<context>
    <name>AllowedDialog</name>
    <message>
        <source>Allowed: what you marked as not personal data</source>
        <translation>Erlaubt: was nach Ihren Angaben keine Personendaten sind</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Is a</source>
        <translation>Ist ein</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Weil</translation>
    </message>
    <message>
        <source>Nothing is allowed yet. Right-click a marked value and choose “This is not personal data…”.</source>
        <translation>Nichts ist erlaubt. Rechtsklick auf einen markierten Wert, dann „Das sind keine Personendaten…“.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Wegnehmen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
</context>
<context>
    <name>Allowing</name>
    <message>
        <source>This is not personal data…</source>
        <translation>Das sind keine Personendaten…</translation>
    </message>
    <message>
        <source>Filter by %s</source>
        <translation>Nach %s filtern</translation>
    </message>
    <message>
        <source>Allowed: %s.</source>
        <translation>Erlaubt: %s.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>AwaitedJobs</name>
    <message>
        <source>filtering</source>
        <translation>filtert</translation>
    </message>
    <message>
        <source>sorting</source>
        <translation>ordnet</translation>
    </message>
    <message>
        <source>searching</source>
        <translation>sucht</translation>
    </message>
    <message>
        <source>exporting</source>
        <translation>gibt aus</translation>
    </message>
    <message>
        <source>copying</source>
        <translation>kopiert</translation>
    </message>
    <message>
        <source>Filtering was cancelled.</source>
        <translation>Das Filtern wurde abgebrochen.</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>BookmarkPage</name>
    <message>
        <source>No bookmarks. B marks the current record, Shift+B writes a note about it.</source>
        <translation>Keine Lesezeichen. B merkt den aktuellen Eintrag, Umschalt+B schreibt eine Notiz dazu.</translation>
    </message>
    <message>
        <source>Show only these</source>
        <translation>Nur diese zeigen</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Lesezeichen</translation>
    </message>
</context>
<context>
    <name>Bookmarks</name>
    <message>
        <source>Bookmark set at line {0}.</source>
        <translation>Lesezeichen in Zeile {0} gesetzt.</translation>
    </message>
    <message>
        <source>Bookmark at line {0} removed.</source>
        <translation>Lesezeichen in Zeile {0} entfernt.</translation>
    </message>
    <message>
        <source>There are no bookmarks. B marks the current record.</source>
        <translation>Es gibt keine Lesezeichen. B merkt den aktuellen Eintrag.</translation>
    </message>
    <message>
        <source>Continued from the other end</source>
        <translation>Vom anderen Ende fortgesetzt</translation>
    </message>
    <message>
        <source>The filter hides this record: this is the next one. C shows its context.</source>
        <translation>Der Filter verbirgt diesen Eintrag: das ist der nächste. C zeigt seine Umgebung.</translation>
    </message>
    <message>
        <source>Something in this note is hidden: show it again to change the note.</source>
        <translation>In dieser Notiz ist etwas verborgen. Zum Ändern alles wieder zeigen.</translation>
    </message>
    <message>
        <source>bookmarks</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Lesezeichen</translation>
    </message>
</context>
<context>
    <name>BugBundle</name>
    <message>
        <source>Bug bundle: masked rows, filter, plots, versions</source>
        <translation>Fehlerpaket: maskierte Zeilen, Filter, Diagramme, Versionen</translation>
    </message>
    <message>
        <source>Writing the bundle …</source>
        <translation>Das Paket wird geschrieben …</translation>
    </message>
    <message>
        <source>Scanning the bundle again …</source>
        <translation>Das Paket wird noch einmal geprüft …</translation>
    </message>
    <message>
        <source>%s records written …</source>
        <translation>%s Einträge geschrieben …</translation>
    </message>
    <message>
        <source>%s written. Records: %s, values hidden: %s. Scanned again: %s certain and %s likely left.</source>
        <translation>%s geschrieben. Einträge: %s, Werte verborgen: %s. Noch einmal geprüft: %s sichere und %s wahrscheinliche übrig.</translation>
    </message>
    <message>
        <source>What no rule recognises is still in it: check it before you send it.</source>
        <translation>Was keine Regel kennt, steht noch darin: sehen Sie es durch, bevor Sie es senden.</translation>
    </message>
</context>
<context>
    <name>BundleRestore</name>
    <message>
        <source>These rows were filtered by: %s. Masked rows are no longer found by it.</source>
        <translation>Diese Zeilen waren gefiltert nach: %s. Maskierte Zeilen findet er nicht mehr.</translation>
    </message>
</context>
<context>
    <name>Calibration</name>
    <message>
        <source>Calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>Mean score (to the right) and share that is truly positive (up). On the line the score is well calibrated.</source>
        <translation>Mittlerer Score (nach rechts) und Anteil, der wirklich positiv ist (nach oben). Auf der Linie ist der Score ehrlich.</translation>
    </message>
</context>
<context>
    <name>ClockDialog</name>
    <message>
        <source>Files of this log</source>
        <translation>Dateien dieses Logs</translation>
    </message>
    <message>
        <source>Was the clock of a machine wrong? Shift its times: +2.5s, -300ms, +1h.</source>
        <translation>Ging die Uhr einer Maschine falsch? Geben Sie ihren Zeiten etwas dazu oder nehmen Sie weg: +2.5s, -300ms, +1h.</translation>
    </message>
    <message>
        <source>Sort again</source>
        <translation>Neu ordnen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Verschiebung</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Shift of {0}</source>
        <translation>Verschiebung von {0}</translation>
    </message>
    <message>
        <source>{0} is not a shift. Examples: +2.5s, -300ms.</source>
        <translation>{0} ist keine Verschiebung. Schreiben Sie zum Beispiel +2.5s oder -300ms.</translation>
    </message>
</context>
<context>
    <name>ColumnMenu</name>
    <message>
        <source>Hide “%s”</source>
        <translation>„%s“ verbergen</translation>
    </message>
    <message>
        <source>Fit all columns</source>
        <translation>Alle Spalten anpassen</translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation>Übliche Spalten</translation>
    </message>
    <message>
        <source>Fields of this log</source>
        <translation>Felder dieses Logs</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Logger</source>
        <translation>Logger</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Model version</source>
        <translation>Modellversion</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Soll</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Erstes Token</translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation>Tokens ein</translation>
    </message>
    <message>
        <source>Tokens out</source>
        <translation>Tokens aus</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Finish reason</source>
        <translation>Grund des Endes</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>Trace</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>Span</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>Übergeordnet</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>Since start</source>
        <translation>Seit Beginn</translation>
    </message>
    <message>
        <source>Error type</source>
        <translation>Fehlerart</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Traceback</source>
        <translation>Traceback</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Since above</source>
        <translation>Seit voriger</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>Personendaten</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Type what you want to do</source>
        <translation>Tippen Sie, was Sie tun wollen</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
</context>
<context>
    <name>CompletionList</name>
    <message>
        <source>Suggestions for the filter</source>
        <translation>Vorschläge für den Filter</translation>
    </message>
</context>
<context>
    <name>Context</name>
    <message>
        <source>Nothing is filtered: these are all records.</source>
        <translation>Nichts ist gefiltert: das sind alle Einträge.</translation>
    </message>
    <message>
        <source>All records around the current one.</source>
        <translation>Alle Einträge um den aktuellen herum.</translation>
    </message>
    <message>
        <source>Back to the filter (C)</source>
        <translation>Zurück zum Filter (C)</translation>
    </message>
</context>
<context>
    <name>Conversation</name>
    <message>
        <source>(nothing)</source>
        <translation>(nichts)</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Assistent</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>{0} → {1} tokens</source>
        <translation>{0} → {1} Tokens</translation>
    </message>
    <message>
        <source>calls {0}</source>
        <translation>ruft {0} auf</translation>
    </message>
    <message>
        <source>{0} answers</source>
        <translation>{0} antwortet</translation>
    </message>
    <message>
        <source>thinks</source>
        <translation>denkt</translation>
    </message>
    <message>
        <source>picture or file</source>
        <translation>Bild oder Datei</translation>
    </message>
    <message>
        <source>… {0} more characters: see the raw text</source>
        <translation>… {0} weitere Zeichen: siehe Rohtext</translation>
    </message>
    <message>
        <source>… {0} more characters: click to show them</source>
        <translation>… {0} weitere Zeichen: klicken, um sie zu zeigen</translation>
    </message>
</context>
<context>
    <name>ConversationFollower</name>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>This record carries no messages to or from a model.</source>
        <translation>Dieser Eintrag enthält keine Nachrichten an oder von einem Modell.</translation>
    </message>
    <message>
        <source>the records around the current one</source>
        <translation>die Einträge um den aktuellen</translation>
    </message>
    <message>
        <source>The filter hides this record. C shows all around the current one.</source>
        <translation>Der Filter verbirgt diesen Eintrag. C zeigt alle um den aktuellen herum.</translation>
    </message>
    <message>
        <source>Copied the conversation</source>
        <translation>Gespräch kopiert</translation>
    </message>
</context>
<context>
    <name>ConversationPage</name>
    <message>
        <source>Whole conversation</source>
        <translation>Ganzes Gespräch</translation>
    </message>
    <message>
        <source>All records of the session, trace or request; or only the current record</source>
        <translation>Alle Einträge der Sitzung, des Trace oder der Anfrage, oder nur der aktuelle</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the conversation as text</source>
        <translation>Das Gespräch als Text kopieren</translation>
    </message>
    <message>
        <source>Only this record</source>
        <translation>Nur dieser Eintrag</translation>
    </message>
</context>
<context>
    <name>ConversationText</name>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
</context>
<context>
    <name>CountChip</name>
    <message>
        <source>Go to the first of them</source>
        <translation>Zum ersten davon gehen</translation>
    </message>
</context>
<context>
    <name>CrashBanner</name>
    <message>
        <source>Open its logs again</source>
        <translation>Ihre Logs wieder öffnen</translation>
    </message>
</context>
<context>
    <name>DateQuestion</name>
    <message>
        <source>Which day is {0} in this log? It is read as {1}.</source>
        <translation>Welcher Tag ist {0} in diesem Log? Er wird als {1} gelesen.</translation>
    </message>
</context>
<context>
    <name>Differences</name>
    <message>
        <source>Nothing to compare yet: drag over a stretch of a plot, filter, or select rows.</source>
        <translation>Noch nichts zu vergleichen: ziehen Sie über ein Stück eines Diagramms, filtern Sie oder wählen Sie Zeilen aus.</translation>
    </message>
    <message>
        <source>looking …</source>
        <translation>sucht …</translation>
    </message>
    <message>
        <source>There is nothing to compare with: {0} records here, {1} elsewhere.</source>
        <translation>Es gibt nichts zum Vergleichen: {0} Einträge hier, {1} anderswo.</translation>
    </message>
    <message>
        <source>How these {0} records differ from {1} others, the largest difference first.</source>
        <translation>Worin sich diese {0} Einträge von {1} anderen unterscheiden, der größte Unterschied zuerst.</translation>
    </message>
    <message>
        <source>These {0} records differ from {1} others no more than chance explains.</source>
        <translation>Diese {0} Einträge unterscheiden sich von {1} anderen nicht mehr, als der Zufall erklärt.</translation>
    </message>
    <message>
        <source>This could not be answered: {0}</source>
        <translation>Das ließ sich nicht beantworten: {0}</translation>
    </message>
    <message>
        <source>not: {0}</source>
        <translation>nicht: {0}</translation>
    </message>
</context>
<context>
    <name>DifferencesPage</name>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Was sich unterscheidet</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>Anderswo</translation>
    </message>
    <message>
        <source>What is different here</source>
        <translation>Was hier anders ist</translation>
    </message>
    <message>
        <source>against all the rest</source>
        <translation>gegen alles Übrige</translation>
    </message>
    <message>
        <source>against the same span before</source>
        <translation>gegen ebenso lang davor</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>Only these</source>
        <translation>Nur diese</translation>
    </message>
    <message>
        <source>Show only the records with this</source>
        <translation>Nur die Einträge damit zeigen</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>Ohne</translation>
    </message>
    <message>
        <source>Hide the records with this</source>
        <translation>Die Einträge damit verbergen</translation>
    </message>
    <message>
        <source>Drag over a stretch of a plot, filter, or select rows; then press D.</source>
        <translation>Ziehen Sie über ein Stück eines Diagramms, filtern Sie oder wählen Sie Zeilen aus; dann D.</translation>
    </message>
    <message>
        <source>message</source>
        <translation>Meldung</translation>
    </message>
</context>
<context>
    <name>DriftList</name>
    <message>
        <source>This log has no numbers that could drift.</source>
        <translation>Dieses Log hat keine Zahlen, die driften könnten.</translation>
    </message>
    <message>
        <source>looking …</source>
        <translation>sucht …</translation>
    </message>
    <message>
        <source>the first part of the log</source>
        <translation>den ersten Teil des Logs</translation>
    </message>
    <message>
        <source>{0} chosen records</source>
        <translation>{0} gewählte Einträge</translation>
    </message>
    <message>
        <source>What drifted against {0}. A PSI above 0.25 is strong.</source>
        <translation>Was gegen {0} gedriftet ist. Ein PSI über 0,25 ist stark.</translation>
    </message>
    <message>
        <source>Nothing drifted against {0} more than chance explains.</source>
        <translation>Gegen {0} ist nichts mehr gedriftet, als der Zufall erklärt.</translation>
    </message>
    <message>
        <source>This could not be compared: {0}</source>
        <translation>Das ließ sich nicht vergleichen: {0}</translation>
    </message>
    <message>
        <source>All records are shown. Filter for those that are to be the reference.</source>
        <translation>Alle Einträge werden gezeigt. Filtern Sie nach denen, die der Vergleich sein sollen.</translation>
    </message>
    <message>
        <source>First part as reference</source>
        <translation>Erster Teil als Vergleich</translation>
    </message>
    <message>
        <source>Shown records as reference</source>
        <translation>Gezeigte Einträge als Vergleich</translation>
    </message>
    <message>
        <source>drift of {0}</source>
        <translation>Drift von {0}</translation>
    </message>
</context>
<context>
    <name>DriftPage</name>
    <message>
        <source>Compared</source>
        <translation>Verglichen</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>PSI</source>
        <translation>PSI</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>In Worten</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>Drift</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Compare with the records that are shown now, instead of with the first part of the log</source>
        <translation>Mit den jetzt gezeigten Einträgen vergleichen statt mit dem ersten Teil des Logs</translation>
    </message>
    <message>
        <source>Shown records as reference</source>
        <translation>Gezeigte Einträge als Vergleich</translation>
    </message>
    <message>
        <source>Only these</source>
        <translation>Nur diese</translation>
    </message>
    <message>
        <source>Show only these records</source>
        <translation>Nur diese Einträge zeigen</translation>
    </message>
    <message>
        <source>over time</source>
        <translation>über die Zeit</translation>
    </message>
    <message>
        <source>with reference</source>
        <translation>mit Vergleich</translation>
    </message>
    <message>
        <source>mix of labels</source>
        <translation>Mischung der Labels</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Drop a log here</source>
        <translation>Legen Sie ein Log hier ab</translation>
    </message>
    <message>
        <source>JSON, Python logging, uvicorn, CSV, packed files, whole folders. The file is only read, nothing leaves this machine.</source>
        <translation>JSON, Python logging, uvicorn, CSV, gepackte Dateien, ganze Ordner. Die Datei wird nur gelesen, nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>Open a log…</source>
        <translation>Log öffnen…</translation>
    </message>
    <message>
        <source>Try an example</source>
        <translation>Beispiel ansehen</translation>
    </message>
    <message>
        <source>A log of a prediction service with an incident in it</source>
        <translation>Das Log eines Vorhersagedienstes mit einem Vorfall darin</translation>
    </message>
    <message>
        <source>Last session ({0})</source>
        <translation>Letzte Sitzung ({0})</translation>
    </message>
    <message>
        <source>Open the logs of the last session as they were</source>
        <translation>Die Logs der letzten Sitzung öffnen, wie sie waren</translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation>Wird geöffnet …</translation>
    </message>
    <message>
        <source>Recent logs</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
</context>
<context>
    <name>ErrorReporter</name>
    <message>
        <source>Something went wrong in AiDebug. Your log is not affected.</source>
        <translation>In AiDebug ist etwas schiefgegangen. Ihr Log ist nicht betroffen.</translation>
    </message>
</context>
<context>
    <name>EventStrip</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Go to the record at which it happened</source>
        <translation>Zum Eintrag gehen, bei dem es geschah</translation>
    </message>
    <message>
        <source>All…</source>
        <translation>Alle…</translation>
    </message>
    <message>
        <source>What else happened to the source of this log</source>
        <translation>Was mit der Quelle dieses Logs noch geschah</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>and {0} before</source>
        <translation>und {0} davor</translation>
    </message>
    <message>
        <source>Nothing has happened to the source of this log.</source>
        <translation>Mit der Quelle dieses Logs ist nichts geschehen.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>JSON lines</source>
        <translation>JSON-Zeilen</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Parquet</source>
        <translation>Parquet</translation>
    </message>
    <message>
        <source>Text as it is</source>
        <translation>Text, wie er ist</translation>
    </message>
    <message>
        <source>Numbered labels</source>
        <translation>Nummerierte Namen</translation>
    </message>
    <message>
        <source>[EMAIL_3]: the same value has the same number in this copy.</source>
        <translation>[EMAIL_3]: Derselbe Wert hat in dieser Kopie dieselbe Nummer.</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Namen der Art</translation>
    </message>
    <message>
        <source>[EMAIL]: nothing tells two values apart.</source>
        <translation>[EMAIL]: Nichts unterscheidet zwei Werte.</translation>
    </message>
    <message>
        <source>Pseudonyms</source>
        <translation>Pseudonyme</translation>
    </message>
    <message>
        <source>EMAIL_1a2b3c4d: the same value has the same name wherever the key is the same.</source>
        <translation>EMAIL_1a2b3c4d: Derselbe Wert heißt überall gleich, wo der Schlüssel derselbe ist.</translation>
    </message>
    <message>
        <source>Values of the same form</source>
        <translation>Werte derselben Form</translation>
    </message>
    <message>
        <source>Same length and separators, other characters; check digits never fit.</source>
        <translation>Gleiche Länge und Trennzeichen, andere Zeichen; Prüfziffern passen nie.</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>The value is taken out.</source>
        <translation>Der Wert wird herausgenommen.</translation>
    </message>
    <message>
        <source>Masked copy</source>
        <translation>Maskierte Kopie</translation>
    </message>
    <message>
        <source>Your key: the same names in all your copies</source>
        <translation>Ihr Schlüssel: dieselben Namen in all Ihren Kopien</translation>
    </message>
    <message>
        <source>A new key that is not kept</source>
        <translation>Ein neuer Schlüssel, den niemand aufhebt</translation>
    </message>
    <message>
        <source>Kept in your settings, readable only by you; whoever has it can test guesses.</source>
        <translation>In Ihren Einstellungen, nur für Sie lesbar; wer ihn hat, kann Vermutungen prüfen.</translation>
    </message>
    <message>
        <source>Leave findings that are only likely as they are</source>
        <translation>Lassen, was nur wahrscheinlich ist</translation>
    </message>
    <message>
        <source>Drop prompts, answers and other long texts; keep tokens, cost, times and ids</source>
        <translation>Prompts, Antworten und andere lange Texte weglassen; Tokens, Kosten, Zeiten und Kennungen behalten</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>Zu schreibende Datei</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Als</translation>
    </message>
    <message>
        <source>Instead of values</source>
        <translation>Statt der Werte</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>What was written</source>
        <translation>Was geschrieben wurde</translation>
    </message>
    <message>
        <source>What is left in the copy</source>
        <translation>Was in der Kopie übrig ist</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Open the copy</source>
        <translation>Kopie öffnen</translation>
    </message>
    <message>
        <source>The %s that match the filter</source>
        <translation>Die %s, die der Filter übrig lässt</translation>
    </message>
    <message>
        <source>All %s</source>
        <translation>Alle %s</translation>
    </message>
    <message>
        <source>Scanning the copy again …</source>
        <translation>Die Kopie wird noch einmal geprüft …</translation>
    </message>
    <message>
        <source>%s records written …</source>
        <translation>%s Einträge geschrieben …</translation>
    </message>
    <message>
        <source>%s records written to %s.</source>
        <translation>%s Einträge nach %s geschrieben.</translation>
    </message>
    <message>
        <source>%s record written to %s.</source>
        <translation>%s Eintrag nach %s geschrieben.</translation>
    </message>
    <message>
        <source>%s values hidden%s</source>
        <translation>%s Werte verborgen%s</translation>
    </message>
    <message>
        <source>%s value hidden%s</source>
        <translation>%s Wert verborgen%s</translation>
    </message>
    <message>
        <source>The copy was scanned again: %s certain and %s likely findings are left.</source>
        <translation>Die Kopie wurde noch einmal geprüft: %s sichere und %s wahrscheinliche Funde sind übrig.</translation>
    </message>
    <message>
        <source>What no rule recognises is still in it. Check it before you send it.</source>
        <translation>Was keine Regel kennt, steht noch darin. Sehen Sie es durch, bevor Sie es senden.</translation>
    </message>
    <message>
        <source>Choose a file in a folder that exists.</source>
        <translation>Wählen Sie eine Datei in einem Ordner, den es gibt.</translation>
    </message>
    <message>
        <source>There is a file of this name. Write once more to replace it, or choose another name.</source>
        <translation>Es gibt schon eine Datei dieses Namens. Noch einmal „Schreiben“ ersetzt sie; sonst einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>Your key cannot be read or made: %s</source>
        <translation>Ihr Schlüssel kann nicht gelesen oder erzeugt werden: %s</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>FacetMenu</name>
    <message>
        <source>Only these</source>
        <translation>Nur diese</translation>
    </message>
    <message>
        <source>Not these</source>
        <translation>Diese nicht</translation>
    </message>
    <message>
        <source>Highlight rows with this value</source>
        <translation>Zeilen mit diesem Wert hervorheben</translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation>Den Wert kopieren</translation>
    </message>
    <message>
        <source>Plot it</source>
        <translation>Als Diagramm</translation>
    </message>
    <message>
        <source>Add as column</source>
        <translation>Als Spalte zeigen</translation>
    </message>
</context>
<context>
    <name>FacetPanel</name>
    <message>
        <source>Find a field</source>
        <translation>Feld suchen</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>counting …</source>
        <translation>zählt …</translation>
    </message>
    <message>
        <source>{0} more match</source>
        <translation>{0} weitere passen</translation>
    </message>
    <message>
        <source>{0} more: find by name</source>
        <translation>{0} weitere: oben suchen</translation>
    </message>
    <message>
        <source>without level</source>
        <translation>ohne Stufe</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>no values here</source>
        <translation>hier keine Werte</translation>
    </message>
    <message>
        <source>more values …</source>
        <translation>mehr Werte …</translation>
    </message>
    <message>
        <source>the {0} most frequent</source>
        <translation>die {0} häufigsten</translation>
    </message>
    <message>
        <source>cannot be counted: {0}</source>
        <translation>kann nicht gezählt werden: {0}</translation>
    </message>
</context>
<context>
    <name>FieldsPage</name>
    <message>
        <source>Is a column filled from the wrong field? Choose another one. It counts for this log and others like it.</source>
        <translation>Ist eine Spalte aus dem falschen Feld gefüllt? Wählen Sie ein anderes. Es gilt für dieses Log und andere wie dieses.</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>Gefüllt</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Columns and fields</source>
        <translation>Spalten und Felder</translation>
    </message>
    <message>
        <source>(from the line)</source>
        <translation>(aus der Zeile)</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(keines)</translation>
    </message>
    <message>
        <source>Field for {0}</source>
        <translation>Feld für {0}</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Filter: level&gt;=warning  model:gpt-4o  latency_ms&gt;500  &quot;exact text&quot;  /regex/</source>
        <translation>Filter: level&gt;=warning  model:gpt-4o  latency_ms&gt;500  &quot;genauer Text&quot;  /regex/</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Remove filter</source>
        <translation>Filter entfernen</translation>
    </message>
    <message>
        <source>Nothing is filtered so far.</source>
        <translation>Bisher ist nichts gefiltert.</translation>
    </message>
    <message>
        <source>The table still shows: {0}</source>
        <translation>Die Tabelle zeigt weiter: {0}</translation>
    </message>
</context>
<context>
    <name>FilterCompletion</name>
    <message>
        <source>records with a value in a field: has:traceback</source>
        <translation>Einträge mit einem Wert in einem Feld: has:traceback</translation>
    </message>
    <message>
        <source>facts: is:multiline, is:damaged, is:raw, is:pii, is:secret</source>
        <translation>Tatsachen: is:multiline, is:damaged, is:raw, is:pii, is:secret</translation>
    </message>
    <message>
        <source>the last minutes of the log: last:15m</source>
        <translation>die letzten Minuten des Logs: last:15m</translation>
    </message>
    <message>
        <source>lines of the file: line:100..200</source>
        <translation>Zeilen der Datei: line:100..200</translation>
    </message>
    <message>
        <source>messages like: pattern:&quot;took &lt;*&gt; ms&quot;, &lt;*&gt; is any text</source>
        <translation>Meldungen wie: pattern:&quot;took &lt;*&gt; ms&quot;, &lt;*&gt; ist beliebiger Text</translation>
    </message>
    <message>
        <source>personal data and secrets: pii:email, pii:certain</source>
        <translation>persönliche Daten und Geheimnisse: pii:email, pii:certain</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>is</source>
        <translation>ist</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>mindestens</translation>
    </message>
    <message>
        <source>more than</source>
        <translation>mehr als</translation>
    </message>
    <message>
        <source>less than</source>
        <translation>weniger als</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>ist nicht</translation>
    </message>
    <message>
        <source>matches a regular expression</source>
        <translation>passt zu einem regulären Ausdruck</translation>
    </message>
    <message>
        <source>{0} in {1}</source>
        <translation>{0} in {1}</translation>
    </message>
    <message>
        <source>{0}, from the log</source>
        <translation>{0}, aus dem Log</translation>
    </message>
</context>
<context>
    <name>FilterHelp</name>
    <message>
        <source>warnings and worse</source>
        <translation>Warnungen und Schlimmeres</translation>
    </message>
    <message>
        <source>errors only</source>
        <translation>nur Fehler</translation>
    </message>
    <message>
        <source>a value of a field</source>
        <translation>ein Wert eines Feldes</translation>
    </message>
    <message>
        <source>one of several values</source>
        <translation>einer von mehreren Werten</translation>
    </message>
    <message>
        <source>* stands for any text</source>
        <translation>* steht für beliebigen Text</translation>
    </message>
    <message>
        <source>not these</source>
        <translation>diese nicht</translation>
    </message>
    <message>
        <source>numbers: &gt; &gt;= &lt; &lt;= and score:0.5..0.8</source>
        <translation>Zahlen: &gt; &gt;= &lt; &lt;= und score:0.5..0.8</translation>
    </message>
    <message>
        <source>with a unit: ms, s, m</source>
        <translation>mit Einheit: ms, s, m</translation>
    </message>
    <message>
        <source>whatever unit each record is written in; also 90%, $0.01, 3tok/s</source>
        <translation>in welcher Einheit der Wert auch steht; auch 90%, $0.01, 3tok/s</translation>
    </message>
    <message>
        <source>two fields of a record; both must have a value</source>
        <translation>zwei Felder eines Eintrags; beide müssen einen Wert haben</translation>
    </message>
    <message>
        <source>HTTP status from 500 to 599</source>
        <translation>HTTP-Status von 500 bis 599</translation>
    </message>
    <message>
        <source>the text of the record contains this, with its capitals</source>
        <translation>der Text des Eintrags enthält dies, mit Groß- und Kleinschreibung</translation>
    </message>
    <message>
        <source>the text contains this word, in any case</source>
        <translation>der Text enthält dieses Wort, groß oder klein</translation>
    </message>
    <message>
        <source>the text matches a regular expression</source>
        <translation>der Text passt zu einem regulären Ausdruck</translation>
    </message>
    <message>
        <source>the text of one field contains this</source>
        <translation>der Text eines Feldes enthält dies</translation>
    </message>
    <message>
        <source>the record has this field</source>
        <translation>der Eintrag hat dieses Feld</translation>
    </message>
    <message>
        <source>also is:damaged, is:derived, is:raw (not understood)</source>
        <translation>auch is:damaged, is:derived, is:raw (nicht verstanden)</translation>
    </message>
    <message>
        <source>personal data or a secret was found in it; is:secret only secrets</source>
        <translation>Personendaten oder ein Geheimnis stehen darin; is:secret nur Geheimnisse</translation>
    </message>
    <message>
        <source>messages like this; &lt;*&gt; stands for any text</source>
        <translation>Meldungen wie diese; &lt;*&gt; steht für beliebigen Text</translation>
    </message>
    <message>
        <source>also pii:card, pii:person, pii:certain, pii:financial ...</source>
        <translation>auch pii:card, pii:person, pii:certain, pii:financial ...</translation>
    </message>
    <message>
        <source>also time&gt;=2026-01-01T10:00</source>
        <translation>auch time&gt;=2026-01-01T10:00</translation>
    </message>
    <message>
        <source>the last 15 minutes of the log</source>
        <translation>die letzten 15 Minuten des Logs</translation>
    </message>
    <message>
        <source>lines of the file</source>
        <translation>Zeilen der Datei</translation>
    </message>
    <message>
        <source>and, or, not, brackets; a space means and</source>
        <translation>and, or, not, Klammern; ein Leerzeichen heißt und</translation>
    </message>
    <message>
        <source>Filter language</source>
        <translation>Filtersprache</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>Zeigt</translation>
    </message>
</context>
<context>
    <name>FilterOffer</name>
    <message>
        <source>Last time you filtered this log by: {0}</source>
        <translation>Zuletzt haben Sie dieses Log gefiltert nach: {0}</translation>
    </message>
    <message>
        <source>Filter again</source>
        <translation>Wieder filtern</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the records shown</source>
        <translation>In den gezeigten Einträgen suchen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Groß/klein beachten</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>Voriger Treffer (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>Nächster Treffer (F3)</translation>
    </message>
    <message>
        <source>Filter by it</source>
        <translation>Danach filtern</translation>
    </message>
    <message>
        <source>Show only the records that match (Ctrl+Return)</source>
        <translation>Nur die passenden Einträge zeigen (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
</context>
<context>
    <name>FindingDetail</name>
    <message>
        <source>What was found, and what helps</source>
        <translation>Was gefunden wurde und was hilft</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the finding as text</source>
        <translation>Den Befund als Text kopieren</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stummschalten</translation>
    </message>
    <message>
        <source>This is normal: leave it out of list, plots and table</source>
        <translation>Das ist normal: in Liste, Diagrammen und Tabelle weglassen</translation>
    </message>
    <message>
        <source>Only this one</source>
        <translation>Nur diesen</translation>
    </message>
    <message>
        <source>All like it, in all logs with these fields</source>
        <translation>Alle wie diesen, in allen Logs mit diesen Feldern</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Wieder zeigen</translation>
    </message>
    <message>
        <source>Choose a finding to see its likely cause and what helps.</source>
        <translation>Wählen Sie einen Befund, um die wahrscheinliche Ursache und Abhilfe zu sehen.</translation>
    </message>
    <message>
        <source>Likely cause: {0}</source>
        <translation>Wahrscheinliche Ursache: {0}</translation>
    </message>
    <message>
        <source>What helps: {0}</source>
        <translation>Was hilft: {0}</translation>
    </message>
    <message>
        <source>Show all records again</source>
        <translation>Wieder alle Einträge zeigen</translation>
    </message>
    <message>
        <source>Show only {0} of its {1} records</source>
        <translation>Nur {0} seiner {1} Einträge zeigen</translation>
    </message>
    <message>
        <source>Show only its {0} records</source>
        <translation>Nur seine {0} Einträge zeigen</translation>
    </message>
    <message>
        <source>Show only its record</source>
        <translation>Nur seinen Eintrag zeigen</translation>
    </message>
</context>
<context>
    <name>FindingList</name>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>This log is large: it is searched when you ask for it.</source>
        <translation>Dieses Log ist groß: es wird durchsucht, wenn Sie es wollen.</translation>
    </message>
    <message>
        <source>Still looking …</source>
        <translation>Sucht noch …</translation>
    </message>
    <message>
        <source>Nothing odd was found.</source>
        <translation>Nichts Auffälliges gefunden.</translation>
    </message>
    <message>
        <source>Continued from the other end</source>
        <translation>Vom anderen Ende fortgesetzt</translation>
    </message>
    <message>
        <source>The filter hides this record: this is the next one. C shows its context.</source>
        <translation>Der Filter verbirgt diesen Eintrag: das ist der nächste. C zeigt seine Umgebung.</translation>
    </message>
    <message>
        <source>Copied the finding</source>
        <translation>Befund kopiert</translation>
    </message>
    <message>
        <source>Go to a finding first, with N</source>
        <translation>Erst zu einem Befund gehen, mit N</translation>
    </message>
    <message>
        <source>secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>secrets</source>
        <translation>Geheimnisse</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>kritisch</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>personal data</source>
        <translation>Personendaten</translation>
    </message>
</context>
<context>
    <name>FindingsOutput</name>
    <message>
        <source>There are no findings to export.</source>
        <translation>Es gibt keine Befunde auszugeben.</translation>
    </message>
    <message>
        <source>JSON (*.json);;CSV table (*.csv)</source>
        <translation>JSON (*.json);;CSV-Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Export the findings</source>
        <translation>Befunde ausgeben</translation>
    </message>
    <message>
        <source>{0} finding written to {1}</source>
        <translation>{0} Befund nach {1} geschrieben</translation>
    </message>
    <message>
        <source>{0} findings written to {1}</source>
        <translation>{0} Befunde nach {1} geschrieben</translation>
    </message>
    <message>
        <source>The findings were not written: {0}</source>
        <translation>Die Befunde wurden nicht geschrieben: {0}</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>Findings and answers</source>
        <translation>Befunde und Antworten</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Look for findings</source>
        <translation>Befunde suchen</translation>
    </message>
    <message>
        <source>The search ended: {0}</source>
        <translation>Die Suche endete: {0}</translation>
    </message>
    <message>
        <source>looking …</source>
        <translation>sucht …</translation>
    </message>
    <message>
        <source>Nothing odd was found.</source>
        <translation>Nichts Auffälliges gefunden.</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
</context>
<context>
    <name>Following</name>
    <message>
        <source>Ⅱ paused</source>
        <translation>Ⅱ angehalten</translation>
    </message>
    <message>
        <source>The log keeps growing, the table stays as it is. F8 resumes.</source>
        <translation>Das Log geht weiter, die Tabelle bleibt, wie sie ist. F8 geht mit ihm weiter.</translation>
    </message>
    <message>
        <source>● live</source>
        <translation>● live</translation>
    </message>
    <message>
        <source>New records appear as they are written.</source>
        <translation>Neue Einträge erscheinen, sobald sie geschrieben sind.</translation>
    </message>
    <message>
        <source>This log does not grow: there is nothing to pause.</source>
        <translation>Dieses Log wächst nicht: es gibt nichts anzuhalten.</translation>
    </message>
    <message>
        <source>Everything up to line {0} is hidden. Esc brings it back.</source>
        <translation>Alles bis Zeile {0} ist verborgen. Esc holt es zurück.</translation>
    </message>
    <message>
        <source>This record has no time: choose another one.</source>
        <translation>Dieser Eintrag hat keine Zeit: wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Everything up to this record is hidden. Esc brings it back.</source>
        <translation>Alles bis zu diesem Eintrag ist verborgen. Esc bringt es zurück.</translation>
    </message>
</context>
<context>
    <name>FormatDialog</name>
    <message>
        <source>Format of {0}</source>
        <translation>Format von {0}</translation>
    </message>
    <message>
        <source>Show what was not understood</source>
        <translation>Zeigen, was nicht verstanden ist</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Save and read the log again</source>
        <translation>Behalten und das Log neu lesen</translation>
    </message>
    <message>
        <source>This could not be saved: {0}</source>
        <translation>Das konnte nicht behalten werden: {0}</translation>
    </message>
</context>
<context>
    <name>FormatOffer</name>
    <message>
        <source>Most lines of this log have a form that is not known. Describe it once, then it is read.</source>
        <translation>Die meisten Zeilen dieses Logs haben eine unbekannte Form. Beschreiben Sie sie einmal, dann wird sie gelesen.</translation>
    </message>
    <message>
        <source>Describe the lines</source>
        <translation>Zeilen beschreiben</translation>
    </message>
</context>
<context>
    <name>GoToBar</name>
    <message>
        <source>Line 1200, time 12:30:05 or 2026-01-01 12:30</source>
        <translation>Zeile 1200, Zeit 12:30:05 oder 2026-01-01 12:30</translation>
    </message>
    <message>
        <source>Go to line or time</source>
        <translation>Gehe zu Zeile oder Zeit</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
</context>
<context>
    <name>GuideBrowser</name>
    <message>
        <source>Page of the user guide</source>
        <translation>Seite des Handbuchs</translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>User guide</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Find in the guide</source>
        <translation>Im Handbuch suchen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>Zurück (Alt+Links)</translation>
    </message>
    <message>
        <source>No page matches.</source>
        <translation>Keine Seite hat diese Wörter.</translation>
    </message>
    <message>
        <source>The guide is not installed.</source>
        <translation>Das Handbuch ist nicht installiert.</translation>
    </message>
</context>
<context>
    <name>Gutter</name>
    <message>
        <source>Options of the plot {0}</source>
        <translation>Optionen des Diagramms {0}</translation>
    </message>
</context>
<context>
    <name>Hiding</name>
    <message>
        <source>Personal data and secrets are hidden, also in what you copy. What no rule recognises is still shown.</source>
        <translation>Personendaten und Geheimnisse sind verborgen, auch beim Kopieren. Was keine Regel kennt, ist zu sehen.</translation>
    </message>
    <message>
        <source>Show them again</source>
        <translation>Wieder zeigen</translation>
    </message>
    <message>
        <source>This page is not shown while personal data is hidden.</source>
        <translation>Diese Seite wird nicht gezeigt, solange Personendaten verborgen sind.</translation>
    </message>
</context>
<context>
    <name>HighlightColours</name>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Türkis</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Lime</source>
        <translation>Hellgrün</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
</context>
<context>
    <name>HighlightPage</name>
    <message>
        <source>No highlights. Rows that a filter finds get a colour; all other rows stay. Write a filter below.</source>
        <translation>Keine Hervorhebungen. Zeilen, die ein Filter findet, bekommen eine Farbe; alle anderen bleiben. Schreiben Sie unten einen Filter.</translation>
    </message>
    <message>
        <source>Filter of the highlight</source>
        <translation>Filter der Hervorhebung</translation>
    </message>
    <message>
        <source>Filter of the rows to highlight, then Enter</source>
        <translation>Filter der Zeilen, die hervorgehoben werden, dann Enter</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Previous row</source>
        <translation>Vorige Zeile</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>Nächste Zeile</translation>
    </message>
    <message>
        <source>Show only these</source>
        <translation>Nur diese zeigen</translation>
    </message>
    <message>
        <source>Where two rules find a row, the upper one gives it its colour.</source>
        <translation>Finden zwei Regeln eine Zeile, so gibt ihr die obere ihre Farbe.</translation>
    </message>
    <message>
        <source>Colour: {0}</source>
        <translation>Farbe: {0}</translation>
    </message>
</context>
<context>
    <name>Highlights</name>
    <message>
        <source>Highlight</source>
        <translation>Hervorheben</translation>
    </message>
    <message>
        <source>Highlight instead of filtering: rows that the filter finds get a colour</source>
        <translation>Hervorheben statt filtern: Zeilen, die der Filter findet, bekommen eine Farbe</translation>
    </message>
    <message>
        <source>There are {0} highlights already. Remove one first.</source>
        <translation>Es gibt schon {0} Hervorhebungen. Entfernen Sie erst eine.</translation>
    </message>
    <message>
        <source>Highlighted ({0}): {1}</source>
        <translation>Hervorgehoben ({0}): {1}</translation>
    </message>
    <message>
        <source>No row shown here is highlighted.</source>
        <translation>Keine der Zeilen hier ist hervorgehoben.</translation>
    </message>
    <message>
        <source>There are no highlights. Ctrl+M makes one of the filter.</source>
        <translation>Es gibt keine Hervorhebungen. Strg+M macht eine aus dem Filter.</translation>
    </message>
    <message>
        <source>This highlight finds none of the rows shown here.</source>
        <translation>Diese Hervorhebung findet keine der Zeilen hier.</translation>
    </message>
    <message>
        <source>Highlight rows with this value</source>
        <translation>Zeilen mit diesem Wert hervorheben</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>Hervorhebungen</translation>
    </message>
</context>
<context>
    <name>Insights</name>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Verbrauch</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>Drift</translation>
    </message>
</context>
<context>
    <name>JoinOffer</name>
    <message>
        <source>… and {0} more</source>
        <translation>… und {0} weitere</translation>
    </message>
    <message>
        <source>{0} logs were opened, each as a tab of its own.</source>
        <translation>{0} Logs wurden geöffnet, jedes in einem eigenen Reiter.</translation>
    </message>
    <message>
        <source>Show them as one, by time</source>
        <translation>Als ein Log zeigen, nach der Zeit</translation>
    </message>
</context>
<context>
    <name>KeyboardPage</name>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Aktionen und ihre Tasten</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neue Taste</translation>
    </message>
    <message>
        <source>Use it here instead</source>
        <translation>Stattdessen hier verwenden</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Keine Taste</translation>
    </message>
    <message>
        <source>Default key</source>
        <translation>Übliche Taste</translation>
    </message>
    <message>
        <source>Reset all keys</source>
        <translation>Alle Tasten zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;New key:</source>
        <translation>&amp;Neue Taste:</translation>
    </message>
    <message>
        <source>This key moves the cursor in lists and texts. Choose one with Ctrl or Alt.</source>
        <translation>Diese Taste bewegt sich in Listen und Texten. Nehmen Sie eine mit Strg oder Alt.</translation>
    </message>
    <message>
        <source>This is the key of “{0}”.</source>
        <translation>Das ist die Taste von „{0}“.</translation>
    </message>
</context>
<context>
    <name>Lane</name>
    <message>
        <source>{0} value</source>
        <translation>{0} Wert</translation>
    </message>
    <message>
        <source>{0} values</source>
        <translation>{0} Werte</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>kann nicht gelesen werden</translation>
    </message>
</context>
<context>
    <name>LaneCanvas</name>
    <message>
        <source>{0} over time</source>
        <translation>{0} über die Zeit</translation>
    </message>
    <message>
        <source>record {0}</source>
        <translation>Eintrag {0}</translation>
    </message>
    <message>
        <source>usual before: {0} to {1}</source>
        <translation>davor üblich: {0} bis {1}</translation>
    </message>
</context>
<context>
    <name>LastCrash</name>
    <message>
        <source>Show report…</source>
        <translation>Bericht zeigen…</translation>
    </message>
    <message>
        <source>Something went wrong in AiDebug last time.</source>
        <translation>In AiDebug ist beim letzten Mal etwas schiefgegangen.</translation>
    </message>
    <message>
        <source>AiDebug ended unexpectedly. The logs that were open are opened again as they were.</source>
        <translation>AiDebug endete unerwartet. Die Logs, die offen waren, werden wieder geöffnet.</translation>
    </message>
    <message>
        <source>AiDebug ended unexpectedly last time.</source>
        <translation>AiDebug endete beim letzten Mal unerwartet.</translation>
    </message>
</context>
<context>
    <name>LevelButton</name>
    <message>
        <source>Only %s</source>
        <translation>Nur %s</translation>
    </message>
    <message>
        <source>no level</source>
        <translation>keine Stufe</translation>
    </message>
    <message>
        <source>%s %s: click to hide or show, right-click for only these</source>
        <translation>%s %s: Klick verbirgt oder zeigt, Rechtsklick für nur diese</translation>
    </message>
</context>
<context>
    <name>LinesPage</name>
    <message>
        <source>Pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>A regular expression for the beginning of a line. Groups are named as columns: (?P&lt;logger&gt;…); {TIME} and {LEVEL} stand for the usual ones. What follows is the message.</source>
        <translation>Ein regulärer Ausdruck für den Anfang einer Zeile. Gruppen heißen wie Spalten: (?P&lt;logger&gt;…); {TIME} und {LEVEL} stehen für die üblichen. Was folgt, ist die Meldung.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Times look like</source>
        <translation>Zeiten sehen aus wie</translation>
    </message>
    <message>
        <source>{0} lines of this log to try it on.</source>
        <translation>{0} Zeilen dieses Logs zum Ausprobieren.</translation>
    </message>
    <message>
        <source>Cannot be read in any line: {0}.</source>
        <translation>In keiner Zeile lesbar: {0}.</translation>
    </message>
    <message>
        <source>Fits {0} of {1} lines.</source>
        <translation>Passt auf {0} von {1} Zeilen.</translation>
    </message>
</context>
<context>
    <name>ListenDialog</name>
    <message>
        <source>Listen for records</source>
        <translation>Einträge empfangen</translation>
    </message>
    <message>
        <source>&amp;Lines, JSON and Python logging (TCP and UDP)</source>
        <translation>&amp;Zeilen, JSON und Python-Logging (TCP und UDP)</translation>
    </message>
    <message>
        <source>&amp;OpenTelemetry (OTLP over HTTP)</source>
        <translation>&amp;OpenTelemetry (OTLP über HTTP)</translation>
    </message>
    <message>
        <source>Let other machines &amp;send too</source>
        <translation>Auch andere &amp;Rechner dürfen senden</translation>
    </message>
    <message>
        <source>Anybody in your network can then send records: unencrypted, no password.</source>
        <translation>Dann kann jeder in Ihrem Netz Einträge senden: unverschlüsselt, ohne Passwort.</translation>
    </message>
    <message>
        <source>How a program sends its log here</source>
        <translation>Wie ein Programm sein Log hierher sendet</translation>
    </message>
    <message>
        <source>&amp;Copy these lines</source>
        <translation>Diese Zeilen &amp;kopieren</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <source>In the program that sends:</source>
        <translation>Im Programm, das senden soll:</translation>
    </message>
</context>
<context>
    <name>LogFiles</name>
    <message>
        <source>{0} and {1} more</source>
        <translation>{0} und {1} weitere</translation>
    </message>
    <message>
        <source>Other parts of this log lie beside it: {0}.</source>
        <translation>Andere Teile dieses Logs liegen daneben: {0}.</translation>
    </message>
    <message>
        <source>Open as one log</source>
        <translation>Als ein Log öffnen</translation>
    </message>
    <message>
        <source>This log is one file. File &gt; Open as one log merges several.</source>
        <translation>Dieses Log ist eine Datei. Datei &gt; Als ein Log öffnen vereint mehrere.</translation>
    </message>
</context>
<context>
    <name>LogModel</name>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>line {0}</source>
        <translation>Zeile {0}</translation>
    </message>
    <message>
        <source>The line names no level: this one is derived from its status, its error or its kind.</source>
        <translation>Die Zeile nennt keine Stufe: Diese ist aus ihrem Status, ihrem Fehler oder ihrer Art abgeleitet.</translation>
    </message>
</context>
<context>
    <name>LogTable</name>
    <message>
        <source>Log records</source>
        <translation>Einträge des Logs</translation>
    </message>
</context>
<context>
    <name>LogTabs</name>
    <message>
        <source>Open logs</source>
        <translation>Logs öffnen</translation>
    </message>
    <message>
        <source>Close this log</source>
        <translation>Dieses Log schließen</translation>
    </message>
    <message>
        <source>Close %s</source>
        <translation>%s schließen</translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message>
        <source>Some of your own definitions are left out:</source>
        <translation>Einige Ihrer eigenen Definitionen werden nicht verwendet:</translation>
    </message>
    <message>
        <source>Reading stopped: %s</source>
        <translation>Das Lesen wurde angehalten: %s</translation>
    </message>
    <message>
        <source>The table shows the first %s records. Filter to see the others.</source>
        <translation>Die Tabelle zeigt die ersten %s Einträge. Filtern Sie, um die anderen zu sehen.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Open logs</source>
        <translation>Offene Logs</translation>
    </message>
    <message>
        <source>Logs (*.log *.jsonl *.ndjson *.json *.txt *.out *.err);;All files (*)</source>
        <translation>Logs (*.log *.jsonl *.ndjson *.json *.txt *.out *.err);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open as one log</source>
        <translation>Als ein Log öffnen</translation>
    </message>
    <message>
        <source>Open the logs of a directory as one</source>
        <translation>Die Logs eines Verzeichnisses als eines öffnen</translation>
    </message>
    <message>
        <source>Clear this list</source>
        <translation>Diese vergessen</translation>
    </message>
</context>
<context>
    <name>MaskedOutput</name>
    <message>
        <source>Copying the first %s rows. The masked copy writes all of them.</source>
        <translation>Die ersten %s Zeilen werden kopiert. Die maskierte Kopie schreibt alle.</translation>
    </message>
    <message>
        <source>Copied 1 record, masked</source>
        <translation>1 Eintrag maskiert kopiert</translation>
    </message>
    <message>
        <source>Copied %s records, masked</source>
        <translation>%s Einträge maskiert kopiert</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was written.</source>
        <translation>Abgebrochen. Nichts wurde geschrieben.</translation>
    </message>
</context>
<context>
    <name>Matches</name>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehen</translation>
    </message>
    <message>
        <source>Fi&amp;lter</source>
        <translation>&amp;Filter</translation>
    </message>
    <message>
        <source>&amp;Analyze</source>
        <translation>&amp;Untersuchen</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>&amp;Empfang</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
</context>
<context>
    <name>MinimapStrip</name>
    <message>
        <source>Map of the rows shown</source>
        <translation>Karte der gezeigten Zeilen</translation>
    </message>
    <message>
        <source>Errors, findings, highlights and matches of the search in the rows shown. Click to go there.</source>
        <translation>Fehler, Befunde, Hervorhebungen und Treffer der Suche in den Zeilen hier. Ein Klick führt hin.</translation>
    </message>
</context>
<context>
    <name>Mutes</name>
    <message>
        <source>No longer muted: {0}</source>
        <translation>Nicht mehr stumm: {0}</translation>
    </message>
    <message>
        <source>Muted. “Muted” in the line above the list brings it back.</source>
        <translation>Stummgeschaltet. „Stumm“ in der Zeile über der Liste holt ihn zurück.</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>searching…</source>
        <translation>sucht…</translation>
    </message>
    <message>
        <source>Not found in the records shown</source>
        <translation>In den gezeigten Einträgen nicht gefunden</translation>
    </message>
    <message>
        <source>Continued from the other end</source>
        <translation>Vom anderen Ende fortgesetzt</translation>
    </message>
    <message>
        <source>There are no errors in the records shown.</source>
        <translation>In den gezeigten Einträgen sind keine Fehler.</translation>
    </message>
    <message>
        <source>Not a line or a time. Examples: 1200, 12:30:05, 2026-01-01 12:30</source>
        <translation>Keine Zeile und keine Zeit. Beispiele: 1200, 12:30:05, 2026-01-01 12:30</translation>
    </message>
    <message>
        <source>No record of this log has a time.</source>
        <translation>Kein Eintrag dieses Logs hat eine Zeit.</translation>
    </message>
    <message>
        <source>The filter hides this record: this is the next one. C shows its context.</source>
        <translation>Der Filter verbirgt diesen Eintrag: das ist der nächste. C zeigt seine Umgebung.</translation>
    </message>
</context>
<context>
    <name>NewRowsChip</name>
    <message>
        <source>Go to the end and follow it (Ctrl+End)</source>
        <translation>Zum Ende gehen und ihm folgen (Strg+Ende)</translation>
    </message>
    <message>
        <source>▼ {0} new</source>
        <translation>▼ {0} neu</translation>
    </message>
    <message>
        <source>Paused · {0}</source>
        <translation>Angehalten · {0}</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
</context>
<context>
    <name>NotFiniteItem</name>
    <message>
        <source>{0} in {1} record</source>
        <translation>{0} in {1} Eintrag</translation>
    </message>
    <message>
        <source>{0} in {1} records</source>
        <translation>{0} in {1} Einträgen</translation>
    </message>
</context>
<context>
    <name>Notifier</name>
    <message>
        <source>{0} new: {1}</source>
        <translation>{0} neu: {1}</translation>
    </message>
</context>
<context>
    <name>NotifyDialog</name>
    <message>
        <source>Notify me</source>
        <translation>Benachrichtigen</translation>
    </message>
    <message>
        <source>When a log grows by a record that one of these filters finds, its tab shows a number and the task bar is marked, at most every {0} seconds. anomaly:latency_ms watches a number: it leaves what is usual.</source>
        <translation>Wächst ein Log um einen Eintrag, den einer dieser Filter findet, zeigt sein Reiter eine Zahl, und die Taskleiste wird markiert, höchstens alle {0} Sekunden. anomaly:latency_ms beobachtet eine Zahl: sie verlässt das Übliche.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Message on the desktop</source>
        <translation>Meldung auf dem Desktop</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
</context>
<context>
    <name>Opener</name>
    <message>
        <source>Save the received log and open the saved file: that one can be read again.</source>
        <translation>Speichern Sie das empfangene Log und öffnen Sie das Gespeicherte: das wird neu gelesen.</translation>
    </message>
    <message>
        <source>Not shown as one, the tabs stay as they are. {0}</source>
        <translation>Nicht als eines gezeigt, die Tabs bleiben, wie sie sind. {0}</translation>
    </message>
</context>
<context>
    <name>Output</name>
    <message>
        <source>Copying the first %s rows. Export writes all of them.</source>
        <translation>Die ersten %s Zeilen werden kopiert. Die Ausgabe schreibt alle.</translation>
    </message>
    <message>
        <source>Copied %s</source>
        <translation>%s kopiert</translation>
    </message>
    <message>
        <source>Export the records shown</source>
        <translation>Gezeigte Einträge ausgeben</translation>
    </message>
    <message>
        <source>%s written to %s</source>
        <translation>%s nach %s geschrieben</translation>
    </message>
    <message>
        <source>{0} record</source>
        <translation>{0} Eintrag</translation>
    </message>
    <message>
        <source>{0} records</source>
        <translation>{0} Einträge</translation>
    </message>
</context>
<context>
    <name>PatternList</name>
    <message>
        <source>looking …</source>
        <translation>sucht …</translation>
    </message>
    <message>
        <source>{0} patterns in {1} records. Enter shows only the records of one.</source>
        <translation>{0} Muster in {1} Einträgen. Die Eingabetaste zeigt nur die Einträge von einem.</translation>
    </message>
    <message>
        <source>The patterns could not be found: {0}</source>
        <translation>Die Muster konnten nicht gefunden werden: {0}</translation>
    </message>
    <message>
        <source>{0} patterns</source>
        <translation>{0} Muster</translation>
    </message>
    <message>
        <source>not: {0}</source>
        <translation>nicht: {0}</translation>
    </message>
</context>
<context>
    <name>PatternsPage</name>
    <message>
        <source>Records</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Über die Zeit</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>New, rare</source>
        <translation>Neu, selten</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Erster</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Letzter</translation>
    </message>
    <message>
        <source>Message patterns</source>
        <translation>Muster der Meldungen</translation>
    </message>
    <message>
        <source>Find a pattern</source>
        <translation>Muster suchen</translation>
    </message>
    <message>
        <source>Only these</source>
        <translation>Nur diese</translation>
    </message>
    <message>
        <source>Show only these messages</source>
        <translation>Nur diese Meldungen zeigen</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>Ohne</translation>
    </message>
    <message>
        <source>Hide these messages</source>
        <translation>Diese Meldungen verbergen</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>rare</source>
        <translation>selten</translation>
    </message>
</context>
<context>
    <name>PinChip</name>
    <message>
        <source>%s of %s</source>
        <translation>%s von %s</translation>
    </message>
    <message>
        <source>Only these records: %s. Press to show all again.</source>
        <translation>Nur diese Einträge: %s. Drücken zeigt wieder alle.</translation>
    </message>
    <message>
        <source>Only these records are shown. Click to show all again.</source>
        <translation>Nur diese Einträge werden gezeigt. Klick zeigt wieder alle.</translation>
    </message>
</context>
<context>
    <name>PlotMenu</name>
    <message>
        <source>Record number as x axis</source>
        <translation>Nummer des Eintrags als x-Achse</translation>
    </message>
    <message>
        <source>Show the whole range</source>
        <translation>Den ganzen Bereich zeigen</translation>
    </message>
    <message>
        <source>Save picture as PNG…</source>
        <translation>Bild als PNG speichern…</translation>
    </message>
    <message>
        <source>Save picture as SVG…</source>
        <translation>Bild als SVG speichern…</translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation>Logarithmische Achse</translation>
    </message>
    <message>
        <source>Connect the points</source>
        <translation>Punkte verbinden</translation>
    </message>
    <message>
        <source>Band of the usual values</source>
        <translation>Band der üblichen Werte</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Mark values below it</source>
        <translation>Werte darunter markieren</translation>
    </message>
    <message>
        <source>Mark values above it</source>
        <translation>Werte darüber markieren</translation>
    </message>
    <message>
        <source>Enter the threshold…</source>
        <translation>Schwelle eingeben…</translation>
    </message>
    <message>
        <source>Sensitivity of its anomalies…</source>
        <translation>Empfindlichkeit seiner Auffälligkeiten…</translation>
    </message>
    <message>
        <source>Remove this lane</source>
        <translation>Diese Spur entfernen</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>SVG picture (*.svg)</source>
        <translation>SVG-Bild (*.svg)</translation>
    </message>
    <message>
        <source>Save the plots</source>
        <translation>Diagramme speichern</translation>
    </message>
    <message>
        <source>The picture was not saved</source>
        <translation>Das Bild wurde nicht gespeichert</translation>
    </message>
</context>
<context>
    <name>PlotPanel</name>
    <message>
        <source>This log has no times and no numbers to plot.</source>
        <translation>Dieses Log hat keine Zeiten und keine Zahlen für ein Diagramm.</translation>
    </message>
    <message>
        <source>Plots</source>
        <translation>Diagramme</translation>
    </message>
</context>
<context>
    <name>PrivacyController</name>
    <message>
        <source>Personal data</source>
        <translation>Personendaten</translation>
    </message>
    <message>
        <source>{0} in {1}</source>
        <translation>{0} in {1}</translation>
    </message>
    <message>
        <source>The filter hides this record: this is the next one. C shows its context.</source>
        <translation>Der Filter verbirgt diesen Eintrag: das ist der nächste. C zeigt seine Umgebung.</translation>
    </message>
</context>
<context>
    <name>PrivacyPanel</name>
    <message>
        <source>Scan all of it</source>
        <translation>Alles durchsuchen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Allowed…</source>
        <translation>Erlaubt…</translation>
    </message>
    <message>
        <source>What you marked as not personal data</source>
        <translation>Was nach Ihren Angaben keine Personendaten sind</translation>
    </message>
    <message>
        <source>Masked copy…</source>
        <translation>Maskierte Kopie…</translation>
    </message>
    <message>
        <source>Write a copy of the log with all of this hidden</source>
        <translation>Eine Kopie des Logs schreiben, in der all das verborgen ist</translation>
    </message>
    <message>
        <source>Personal data and secrets</source>
        <translation>Personendaten und Geheimnisse</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>Verschiedene</translation>
    </message>
    <message>
        <source>Certain</source>
        <translation>Sicher</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Zuerst gesehen</translation>
    </message>
    <message>
        <source>Kinds of personal data and secrets</source>
        <translation>Arten von Personendaten und Geheimnissen</translation>
    </message>
    <message>
        <source>The scan of the log ended: %s</source>
        <translation>Die Suche im Log endete: %s</translation>
    </message>
    <message>
        <source>line %s</source>
        <translation>Zeile %s</translation>
    </message>
    <message>
        <source>(text)</source>
        <translation>(Text)</translation>
    </message>
    <message>
        <source>Show only these records</source>
        <translation>Nur diese Einträge zeigen</translation>
    </message>
    <message>
        <source>Filter by this kind</source>
        <translation>Nach dieser Art filtern</translation>
    </message>
    <message>
        <source>This is not personal data…</source>
        <translation>Das sind keine Personendaten…</translation>
    </message>
</context>
<context>
    <name>Receiving</name>
    <message>
        <source>There is no text in the clipboard.</source>
        <translation>In der Zwischenablage ist kein Text.</translation>
    </message>
    <message>
        <source>Nothing is received in this tab.</source>
        <translation>In diesem Reiter wird nichts empfangen.</translation>
    </message>
    <message>
        <source>The log of this tab is a file already.</source>
        <translation>Das Log dieses Reiters ist schon eine Datei.</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON-Zeilen (*.jsonl)</translation>
    </message>
    <message>
        <source>As received (*.log)</source>
        <translation>Wie es kam (*.log)</translation>
    </message>
    <message>
        <source>Save received log</source>
        <translation>Empfangenes Log speichern</translation>
    </message>
    <message>
        <source>Saved {0} records as {1}.</source>
        <translation>{0} Einträge als {1} gespeichert.</translation>
    </message>
    <message>
        <source>{0} received records are not saved.</source>
        <translation>{0} empfangene Einträge sind nicht gespeichert.</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern als…</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Keep for the next start</source>
        <translation>Für den nächsten Start aufheben</translation>
    </message>
    <message>
        <source>Recovered: {0} records received by {1} ({2} UTC).</source>
        <translation>Gerettet: {0} Einträge, empfangen von {1} ({2} UTC).</translation>
    </message>
    <message>
        <source>And {0} more logs.</source>
        <translation>Und {0} weitere Logs.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>There are no recovered logs to delete.</source>
        <translation>Es gibt keine geretteten Logs zum Löschen.</translation>
    </message>
    <message>
        <source>Delete {0} recovered logs?</source>
        <translation>{0} gerettete Logs löschen?</translation>
    </message>
    <message>
        <source>They were received, and not saved.</source>
        <translation>Sie wurden empfangen und nicht gespeichert.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>RecordFields</name>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>list</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>{0} characters</source>
        <translation>{0} Zeichen</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Fields of the record</source>
        <translation>Felder des Eintrags</translation>
    </message>
    <message>
        <source>recognised as</source>
        <translation>erkannt als</translation>
    </message>
    <message>
        <source>more: see the raw text</source>
        <translation>mehr: siehe Rohtext</translation>
    </message>
</context>
<context>
    <name>RecordPane</name>
    <message>
        <source>Value in full</source>
        <translation>Wert in voller Länge</translation>
    </message>
    <message>
        <source>Raw text</source>
        <translation>Rohtext</translation>
    </message>
    <message>
        <source>Traceback</source>
        <translation>Traceback</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>This record could not be read: %s</source>
        <translation>Dieser Eintrag konnte nicht gelesen werden: %s</translation>
    </message>
    <message>
        <source>No record selected</source>
        <translation>Kein Eintrag gewählt</translation>
    </message>
    <message>
        <source>line {0}</source>
        <translation>Zeile {0}</translation>
    </message>
    <message>
        <source>lines {0}–{1}</source>
        <translation>Zeilen {0}–{1}</translation>
    </message>
    <message>
        <source>{0} (derived: the log names no level)</source>
        <translation>{0} (abgeleitet: das Log nennt keine Stufe)</translation>
    </message>
    <message>
        <source>… cut here: the record has {0}</source>
        <translation>… hier abgeschnitten: der Eintrag hat {0}</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Error report</source>
        <translation>Fehlerbericht</translation>
    </message>
    <message>
        <source>Nothing was sent anywhere. Personal data and secrets are hidden as far as they were recognised: look through the text before you pass it on.</source>
        <translation>Nichts wurde gesendet. Personendaten und Geheimnisse sind verborgen, soweit sie erkannt wurden: sehen Sie den Text durch, bevor Sie ihn weitergeben.</translation>
    </message>
    <message>
        <source>Hiding personal data…</source>
        <translation>Persönliches wird verborgen…</translation>
    </message>
    <message>
        <source>&amp;Copy report</source>
        <translation>Bericht &amp;kopieren</translation>
    </message>
    <message>
        <source>The report is not shown: the personal data in it could not be hidden.</source>
        <translation>Der Bericht wird nicht gezeigt: Persönliches darin konnte nicht verborgen werden.</translation>
    </message>
</context>
<context>
    <name>RequestFollower</name>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>This record does not share a request with any other record.</source>
        <translation>Dieser Eintrag gehört mit keinem anderen zu einer Anfrage.</translation>
    </message>
    <message>
        <source>The filter hides this record. C shows all around the current one.</source>
        <translation>Der Filter verbirgt diesen Eintrag. C zeigt alle um den aktuellen herum.</translation>
    </message>
    <message>
        <source>request {0}</source>
        <translation>Anfrage {0}</translation>
    </message>
</context>
<context>
    <name>RequestStrip</name>
    <message>
        <source>Show only this request</source>
        <translation>Nur diese Anfrage zeigen</translation>
    </message>
    <message>
        <source>request (joined by order)</source>
        <translation>Anfrage (nach der Reihenfolge verbunden)</translation>
    </message>
    <message>
        <source>from first to last record</source>
        <translation>vom ersten zum letzten Eintrag</translation>
    </message>
    <message>
        <source>as logged</source>
        <translation>wie im Log</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>zurückgekehrt</translation>
    </message>
    <message>
        <source>never returned</source>
        <translation>nie zurückgekehrt</translation>
    </message>
</context>
<context>
    <name>RuleList</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>Hervorhebungen</translation>
    </message>
    <message>
        <source>(a new rule)</source>
        <translation>(eine neue Regel)</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
</context>
<context>
    <name>Ruler</name>
    <message>
        <source>Axis of the plots</source>
        <translation>Achse der Diagramme</translation>
    </message>
    <message>
        <source>record</source>
        <translation>Eintrag</translation>
    </message>
</context>
<context>
    <name>SaveFilterDialog</name>
    <message>
        <source>Save filter</source>
        <translation>Filter speichern</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>This replaces the saved filter with the same name.</source>
        <translation>Der Filter dieses Namens wird ersetzt.</translation>
    </message>
</context>
<context>
    <name>SavedFilters</name>
    <message>
        <source>Saved and earlier filters</source>
        <translation>Gespeicherte und frühere Filter</translation>
    </message>
    <message>
        <source>There is no filter to save. Ctrl+L goes to the line to type one.</source>
        <translation>Es gibt keinen Filter zu speichern. Strg+L führt in die Zeile, in die man ihn schreibt.</translation>
    </message>
    <message>
        <source>Filter: {0}</source>
        <translation>Filter: {0}</translation>
    </message>
    <message>
        <source>Saved as “{0}”.</source>
        <translation>Gespeichert als „{0}“.</translation>
    </message>
    <message>
        <source>No saved filters</source>
        <translation>Keine gespeicherten Filter</translation>
    </message>
    <message>
        <source>&amp;Save this filter…</source>
        <translation>Diesen Filter &amp;speichern…</translation>
    </message>
    <message>
        <source>&amp;Manage saved filters…</source>
        <translation>Gespeicherte Filter &amp;verwalten…</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Frühere</translation>
    </message>
</context>
<context>
    <name>SavedFiltersDialog</name>
    <message>
        <source>Saved filters</source>
        <translation>Gespeicherte Filter</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Anwenden</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Another filter is already called {0}</source>
        <translation>Es gibt schon einen Filter mit diesem Namen: {0}</translation>
    </message>
</context>
<context>
    <name>SecretNotice</name>
    <message>
        <source>field %s, line %s</source>
        <translation>Feld %s, Zeile %s</translation>
    </message>
    <message>
        <source>line %s</source>
        <translation>Zeile %s</translation>
    </message>
    <message>
        <source>A secret was just written to this log: %s (%s).</source>
        <translation>Eben wurde ein Geheimnis in dieses Log geschrieben: %s (%s).</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>SensitivityBar</name>
    <message>
        <source>Number to set the sensitivity for</source>
        <translation>Zahl, für die die Empfindlichkeit gilt</translation>
    </message>
    <message>
        <source>all numbers</source>
        <translation>alle Zahlen</translation>
    </message>
    <message>
        <source>Records whose numbers are looked at together</source>
        <translation>Einträge, deren Zahlen zusammen angesehen werden</translation>
    </message>
    <message>
        <source>What is usual for one model or endpoint may be odd for another.</source>
        <translation>Was für ein Modell oder einen Endpunkt üblich ist, kann für ein anderes auffällig sein.</translation>
    </message>
    <message>
        <source>of all records</source>
        <translation>aller Einträge</translation>
    </message>
    <message>
        <source>Sensitivity of anomalies</source>
        <translation>Empfindlichkeit für Auffälligkeiten</translation>
    </message>
    <message>
        <source>Further to the right more is reported, and more of it is chance. Measured on the worst kind of noise.</source>
        <translation>Nach rechts wird mehr gemeldet, und mehr davon ist Zufall. Gemessen am schlimmsten Rauschen.</translation>
    </message>
    <message>
        <source>Anomalies in</source>
        <translation>Auffälligkeiten in</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>of each {0}</source>
        <translation>je {0}</translation>
    </message>
    <message>
        <source>{0} false alarms per 10,000 points</source>
        <translation>{0} falsche Alarme je 10.000 Punkte</translation>
    </message>
</context>
<context>
    <name>SessionKeeper</name>
    <message>
        <source>No tab was closed.</source>
        <translation>Kein Reiter wurde geschlossen.</translation>
    </message>
    <message>
        <source>These logs are open.</source>
        <translation>Diese Logs sind offen.</translation>
    </message>
    <message>
        <source>There is no session to open again.</source>
        <translation>Es gibt keine Sitzung, die wieder zu öffnen wäre.</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>It takes effect at the next start.</source>
        <translation>Es gilt vom nächsten Start an.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset “{0}”</source>
        <translation>„{0}“ zurücksetzen</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>“Follow the system” changes with the system while the program runs.</source>
        <translation>„Wie das System“ wechselt mit dem System, während das Programm läuft.</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>In points, for all of the window. Ctrl++ and Ctrl+- change it too.</source>
        <translation>In Punkt, für das ganze Fenster. Strg++ und Strg+- ändern sie auch.</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>Rows of the table</source>
        <translation>Zeilen der Tabelle</translation>
    </message>
    <message>
        <source>How much space is between two records.</source>
        <translation>Wie viel Platz zwischen zwei Einträgen ist.</translation>
    </message>
    <message>
        <source>Close together</source>
        <translation>Eng</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Far apart</source>
        <translation>Weit</translation>
    </message>
    <message>
        <source>Lines of a row</source>
        <translation>Zeilen je Eintrag</translation>
    </message>
    <message>
        <source>Long messages are wrapped to this many lines. All rows have the same height. W changes it, too.</source>
        <translation>Lange Meldungen werden auf so viele Zeilen umbrochen. Alle Einträge sind gleich hoch. W ändert es auch.</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Of logs whose times name a zone. Times without one are shown as they are written.</source>
        <translation>Von Logs, deren Zeiten eine Zone nennen. Zeiten ohne Zone werden gezeigt, wie sie geschrieben sind.</translation>
    </message>
    <message>
        <source>As the log writes them</source>
        <translation>Wie das Log sie schreibt</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>Ortszeit</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Commands without a window, and what they write, stay English.</source>
        <translation>Befehle ohne Fenster, und was sie schreiben, bleiben englisch.</translation>
    </message>
    <message>
        <source>Look for findings automatically up to</source>
        <translation>Von selbst nach Befunden suchen bis</translation>
    </message>
    <message>
        <source>Larger logs are searched when you ask for it.</source>
        <translation>Größere Logs werden durchsucht, wenn Sie es wollen.</translation>
    </message>
    <message>
        <source>Look for personal data and secrets automatically up to</source>
        <translation>Von selbst nach Personendaten und Geheimnissen suchen bis</translation>
    </message>
    <message>
        <source>This takes longer. Larger logs are searched when you ask for it.</source>
        <translation>Das dauert länger. Größere Logs werden durchsucht, wenn Sie es wollen.</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Deutsch</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Reopen the logs of the last session</source>
        <translation>Die Logs vom letzten Mal öffnen</translation>
    </message>
    <message>
        <source>Only if the program is started without naming a log. File &gt; Reopen last session does it at any time.</source>
        <translation>Nur wenn das Programm ohne ein Log gestartet wird. Datei &gt; Letzte Sitzung öffnen tut es jederzeit.</translation>
    </message>
    <message>
        <source>Filter of the last session</source>
        <translation>Filter vom letzten Mal</translation>
    </message>
    <message>
        <source>What happens when a log is opened again that was filtered when it was closed.</source>
        <translation>Was geschieht, wenn ein Log wieder geöffnet wird, das beim Schließen gefiltert war.</translation>
    </message>
    <message>
        <source>Offer it</source>
        <translation>Anbieten</translation>
    </message>
    <message>
        <source>Filter by it at once</source>
        <translation>Sofort danach filtern</translation>
    </message>
    <message>
        <source>Do not offer it</source>
        <translation>Nicht anbieten</translation>
    </message>
    <message>
        <source>Follow logs that grow</source>
        <translation>Wachsenden Logs folgen</translation>
    </message>
    <message>
        <source>New records appear as they are written. It applies to logs that are opened from now on.</source>
        <translation>Neue Einträge erscheinen, sobald sie geschrieben sind. Es gilt für Logs, die ab jetzt geöffnet werden.</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Find a setting or a key</source>
        <translation>Einstellung oder Taste suchen</translation>
    </message>
    <message>
        <source>Groups of settings</source>
        <translation>Gruppen von Einstellungen</translation>
    </message>
    <message>
        <source>No setting matches.</source>
        <translation>Keine Einstellung hat diese Wörter.</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>&amp;Change keys…</source>
        <translation>Tasten ä&amp;ndern…</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Show them</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show only the records that no format recognises: filter is:raw</source>
        <translation>Nur die Einträge zeigen, die zu keinem Format passen: Filter is:raw</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>StatusText</name>
    <message>
        <source>Scanning: %s of the log …</source>
        <translation>Sucht: %s des Logs …</translation>
    </message>
    <message>
        <source>Only %s of %s were scanned.</source>
        <translation>Nur %s von %s wurden durchsucht.</translation>
    </message>
    <message>
        <source>All %s records were scanned.</source>
        <translation>Alle %s Einträge wurden durchsucht.</translation>
    </message>
    <message>
        <source>You allowed %s findings.</source>
        <translation>Sie haben %s Funde erlaubt.</translation>
    </message>
    <message>
        <source>1 secret</source>
        <translation>1 Geheimnis</translation>
    </message>
    <message>
        <source>%s different secrets</source>
        <translation>%s verschiedene Geheimnisse</translation>
    </message>
    <message>
        <source>1 personal value</source>
        <translation>1 persönlicher Wert</translation>
    </message>
    <message>
        <source>%s personal values</source>
        <translation>%s persönliche Werte</translation>
    </message>
    <message>
        <source>No personal data and no secrets were found.</source>
        <translation>Keine Personendaten und keine Geheimnisse gefunden.</translation>
    </message>
    <message>
        <source>%s found.</source>
        <translation>%s gefunden.</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>Steps of the request</source>
        <translation>Schritte der Anfrage</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Records over time, by level</source>
        <translation>Einträge über die Zeit, nach Stufe</translation>
    </message>
    <message>
        <source>no records</source>
        <translation>keine Einträge</translation>
    </message>
    <message>
        <source>shown: {0}</source>
        <translation>gezeigt: {0}</translation>
    </message>
    <message>
        <source>of {0}</source>
        <translation>von {0}</translation>
    </message>
    <message>
        <source>without level</source>
        <translation>ohne Stufe</translation>
    </message>
</context>
<context>
    <name>StripRow</name>
    <message>
        <source>Records</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>+ lane</source>
        <translation>+ Spur</translation>
    </message>
    <message>
        <source>Plot another number of this log</source>
        <translation>Eine weitere Zahl dieses Logs zeichnen</translation>
    </message>
    <message>
        <source>{0} in view</source>
        <translation>{0} im Blick</translation>
    </message>
    <message>
        <source>cannot be counted</source>
        <translation>kann nicht gezählt werden</translation>
    </message>
</context>
<context>
    <name>SummaryBar</name>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>List what you muted, to unmute it</source>
        <translation>Auflisten, was Sie stummgeschaltet haben</translation>
    </message>
    <message>
        <source>Previous finding (P)</source>
        <translation>Voriger Befund (P)</translation>
    </message>
    <message>
        <source>Next finding (N)</source>
        <translation>Nächster Befund (N)</translation>
    </message>
    <message>
        <source>Close the list</source>
        <translation>Liste schließen</translation>
    </message>
    <message>
        <source>Open the list</source>
        <translation>Liste öffnen</translation>
    </message>
    <message>
        <source>{0} muted</source>
        <translation>{0} stumm</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal suchen</translation>
    </message>
    <message>
        <source>Stop looking for findings</source>
        <translation>Suche nach Befunden anhalten</translation>
    </message>
    <message>
        <source>Look for findings once more</source>
        <translation>Noch einmal nach Befunden suchen</translation>
    </message>
</context>
<context>
    <name>TableHeader</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>{here} here, {elsewhere} elsewhere</source>
        <translation>{here} hier, {elsewhere} anderswo</translation>
    </message>
    <message>
        <source>; {share} of the values here lie outside the usual range</source>
        <translation>; {share} der Werte hier liegen außerhalb des üblichen Bereichs</translation>
    </message>
    <message>
        <source>The message {message}: {compared}.</source>
        <translation>Die Meldung {message}: {compared}.</translation>
    </message>
    <message>
        <source>{here} here, nowhere else</source>
        <translation>{here} hier, sonst nirgends</translation>
    </message>
    <message>
        <source>missing here, {elsewhere} elsewhere</source>
        <translation>fehlt hier, {elsewhere} anderswo</translation>
    </message>
    <message>
        <source>higher</source>
        <translation>höher</translation>
    </message>
    <message>
        <source>lower</source>
        <translation>niedriger</translation>
    </message>
    <message>
        <source>spread differently</source>
        <translation>anders verteilt</translation>
    </message>
    <message>
        <source>{field} is {direction} here: median {here}{unit}, elsewhere {there}{unit}{spread}.</source>
        <translation>{field} ist hier {direction}: Median {here}{unit}, anderswo {there}{unit}{spread}.</translation>
    </message>
    <message>
        <source>the mix of labels changed: {label} went from {before} to {now}</source>
        <translation>die Verteilung der Klassen hat sich geändert: {label} ging von {before} auf {now}</translation>
    </message>
    <message>
        <source>{name} of {group}</source>
        <translation>{name} von {group}</translation>
    </message>
    <message>
        <source>drifted strongly</source>
        <translation>hat sich stark verschoben</translation>
    </message>
    <message>
        <source>drifted</source>
        <translation>hat sich verschoben</translation>
    </message>
    <message>
        <source>before</source>
        <translation>vorher</translation>
    </message>
    <message>
        <source>elsewhere</source>
        <translation>sonst</translation>
    </message>
    <message>
        <source>the mix of labels of {value}: {label} {now}, elsewhere {before}</source>
        <translation>die Verteilung der Klassen von {value}: {label} {now}, sonst {before}</translation>
    </message>
    <message>
        <source>in the reference</source>
        <translation>im Vergleich</translation>
    </message>
    <message>
        <source> at {time}</source>
        <translation> um {time}</translation>
    </message>
    <message>
        <source> between {first} and {last}</source>
        <translation> zwischen {first} und {last}</translation>
    </message>
    <message>
        <source>The first request after a pause is slow</source>
        <translation>Die erste Anfrage nach einer Pause ist langsam</translation>
    </message>
    <message>
        <source>{n} {n:request|requests} after a pause took {most} at most; the usual is {usual}. The first came after {pause}{when}.</source>
        <translation>{n} {n:Anfrage|Anfragen} nach einer Pause {n:brauchte|brauchten} höchstens {most}; üblich sind {usual}. Die erste kam{when}, Pause davor: {pause}.</translation>
    </message>
    <message>
        <source>Prompts end at one length</source>
        <translation>Prompts enden bei einer Länge</translation>
    </message>
    <message>
        <source>Answers end at one length</source>
        <translation>Antworten enden bei einer Länge</translation>
    </message>
    <message>
        <source>The median went from {low} to {high} ({ratio} times){when} and stayed for {n} {n:record|records}.</source>
        <translation>Der Median stieg{when} von {low} auf {high} (das {ratio}-Fache) und blieb {n} {n:Eintrag|Einträge} lang so.</translation>
    </message>
    <message>
        <source>The model or the container is unloaded when nobody asks, and has to be loaded again.</source>
        <translation>Modell oder Container werden entladen, wenn niemand fragt, und müssen neu geladen werden.</translation>
    </message>
    <message>
        <source>Keep one instance warm (minimum instances, keep_alive) or call the model once after the start.</source>
        <translation>Eine Instanz warm halten (Mindestzahl von Instanzen, keep_alive) oder das Modell nach dem Start einmal aufrufen.</translation>
    </message>
    <message>
        <source>A new version or model, a slower service behind it, longer inputs, or more requests at once.</source>
        <translation>Eine neue Version oder ein neues Modell, ein langsamerer Dienst dahinter, längere Eingaben oder mehr Anfragen zugleich.</translation>
    </message>
    <message>
        <source>Look at what changed just before: deployments, model version, tokens per request, errors of other services.</source>
        <translation>Ansehen, was sich kurz davor änderte: Deployments, Modellversion, Tokens pro Anfrage, Fehler anderer Dienste.</translation>
    </message>
    <message>
        <source>{n} prompts of {all} ({share}) have exactly {top} tokens, and none has more.</source>
        <translation>{n} von {all} Prompts ({share}) haben genau {top} Tokens, und keiner hat mehr.</translation>
    </message>
    <message>
        <source>{n} answers of {all} ({share}) have exactly {top} tokens, and none has more.</source>
        <translation>{n} von {all} Antworten ({share}) haben genau {top} Tokens, und keine hat mehr.</translation>
    </message>
    <message>
        <source>A limit cuts them off without an error.</source>
        <translation>Eine Grenze schneidet sie ab, und kein Fehler sagt es.</translation>
    </message>
    <message>
        <source>max_tokens cuts them off.</source>
        <translation>max_tokens schneidet sie ab.</translation>
    </message>
    <message>
        <source>Raise the context size or shorten the prompts.</source>
        <translation>Die Kontextgröße erhöhen oder die Prompts kürzen.</translation>
    </message>
    <message>
        <source>Raise max_tokens or ask for shorter answers.</source>
        <translation>max_tokens erhöhen oder um kürzere Antworten bitten.</translation>
    </message>
    <message>
        <source>The step is a whole number of hours: time zones may be mixed, or it is the end of summer time.</source>
        <translation>Der Sprung ist eine ganze Zahl von Stunden: vielleicht sind Zeitzonen vermischt, oder die Sommerzeit endet.</translation>
    </message>
    <message>
        <source>{n} pauses; in the longest there is no</source>
        <translation>{n} Pausen; in der längsten gibt es keinen</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Kein</translation>
    </message>
    <message>
        <source>The clock goes backwards</source>
        <translation>Die Uhr geht rückwärts</translation>
    </message>
    <message>
        <source>The log is silent for a while</source>
        <translation>Das Log schweigt eine Weile</translation>
    </message>
    <message>
        <source>{no} record for {length} from {time} on; usually there is one every {usual}.</source>
        <translation>{no} Eintrag ab {time} (Dauer: {length}); üblich ist einer alle {usual}.</translation>
    </message>
    <message>
        <source>The program starts again and again</source>
        <translation>Das Programm startet immer wieder</translation>
    </message>
    <message>
        <source>It started {times}{when}.</source>
        <translation>Es startete {times}{when}.</translation>
    </message>
    <message>
        <source>The log simply stops</source>
        <translation>Das Log hört einfach auf</translation>
    </message>
    <message>
        <source>The program started{when} and never says that it is ready, stopped or failed. The last of {n} records is {message}{end}.</source>
        <translation>Das Programm startete{when} und sagt nie, dass es bereit, beendet oder gescheitert ist. Der letzte von {n} Einträgen ist {message}{end}.</translation>
    </message>
    <message>
        <source>The time goes back {times}, at most by {step}{when}.</source>
        <translation>Die Zeit springt {times} zurück, am weitesten{when}, nämlich {step}.</translation>
    </message>
    <message>
        <source>The clock was set, several logs were joined, or processes with different clocks or zones write one file.</source>
        <translation>Die Uhr wurde gestellt, mehrere Logs wurden verbunden, oder Prozesse mit verschiedenen Uhren oder Zonen schreiben in eine Datei.</translation>
    </message>
    <message>
        <source>Write times in UTC. Sort joined logs by time. Durations across these records are not to be trusted.</source>
        <translation>Zeiten in UTC schreiben. Verbundene Logs nach der Zeit sortieren. Dauern über diese Einträge hinweg ist nicht zu trauen.</translation>
    </message>
    <message>
        <source>The service hung, was down or got no requests; or the log was not written (disk full, rotation).</source>
        <translation>Der Dienst hing, lief nicht oder bekam keine Anfragen; oder das Log wurde nicht geschrieben (Platte voll, Rotation).</translation>
    </message>
    <message>
        <source>Look at the last records before and the first after the pause. Compare with the logs of the proxy.</source>
        <translation>Die letzten Einträge vor und die ersten nach der Pause ansehen. Mit den Logs des Proxys vergleichen.</translation>
    </message>
    <message>
        <source>It crashes soon after the start and is started again: missing file or package, out of memory, a failing health check.</source>
        <translation>Es stürzt kurz nach dem Start ab und wird neu gestartet: eine Datei oder ein Paket fehlt, der Speicher reicht nicht, ein Health-Check schlägt fehl.</translation>
    </message>
    <message>
        <source>Read the records just before each new start; the last error there is the reason.</source>
        <translation>Die Einträge kurz vor jedem neuen Start lesen; der letzte Fehler dort ist der Grund.</translation>
    </message>
    <message>
        <source>The process was killed from outside, most often for lack of memory while it loaded a model. A killed process writes nothing.</source>
        <translation>Der Prozess wurde von außen beendet, meist aus Mangel an Speicher beim Laden eines Modells. Ein so beendeter Prozess schreibt nichts mehr.</translation>
    </message>
    <message>
        <source>Check the system&apos;s log (dmesg, kubectl describe: OOMKilled, exit code 137). Give it more memory or load a smaller model.</source>
        <translation>In das Log des Systems sehen (dmesg, kubectl describe: OOMKilled, Exit-Code 137). Mehr Speicher geben oder ein kleineres Modell laden.</translation>
    </message>
    <message>
        <source>Errors that no rule explains</source>
        <translation>Fehler, die keine Regel erklärt</translation>
    </message>
    <message>
        <source>{n} {n:record is an error|records are errors}{when}.</source>
        <translation>{n} {n:Eintrag ist ein Fehler|Einträge sind Fehler}{when}.</translation>
    </message>
    <message>
        <source>{n} {n:says|say} {message}.</source>
        <translation>{n} {n:sagt|sagen} {message}.</translation>
    </message>
    <message>
        <source>{n} other {n:message|messages} {n:is|are} rarer.</source>
        <translation>{n} weitere {n:Meldung ist|Meldungen sind} seltener.</translation>
    </message>
    <message>
        <source>{place}: give one of value, path and pattern, and a reason</source>
        <translation>{place}: Nennen Sie eines von value, path und pattern, und einen Grund (reason)</translation>
    </message>
    <message>
        <source>{place}: expires is a date without quotation marks, such as 2027-01-31</source>
        <translation>{place}: expires ist ein Datum ohne Anführungszeichen, etwa 2027-01-31</translation>
    </message>
    <message>
        <source>{path}: write each entry below a line [[allow]]</source>
        <translation>{path}: Schreiben Sie jeden Eintrag unter eine Zeile [[allow]]</translation>
    </message>
    <message>
        <source>Give a value, a field or a pattern, and a reason.</source>
        <translation>Nennen Sie einen Wert, ein Feld oder ein Muster, und einen Grund.</translation>
    </message>
    <message>
        <source>The pattern {pattern} is not valid: {reason}</source>
        <translation>Das Muster {pattern} ist nicht gültig: {reason}</translation>
    </message>
    <message>
        <source>{passed} of {n} values of field {path} pass the check</source>
        <translation>{passed} von {n} Werten des Feldes {path} bestehen die Prüfung</translation>
    </message>
    <message>
        <source>a UUID, drawn at random</source>
        <translation>eine zufällig gezogene UUID</translation>
    </message>
    <message>
        <source>a time</source>
        <translation>eine Zeit</translation>
    </message>
    <message>
        <source>a date, and nothing says that somebody was born on it</source>
        <translation>ein Datum, und nichts sagt, dass jemand an ihm geboren wurde</translation>
    </message>
    <message>
        <source>a number with decimals</source>
        <translation>eine Zahl mit Nachkommastellen</translation>
    </message>
    <message>
        <source>a Unix time in seconds</source>
        <translation>eine Unix-Zeit in Sekunden</translation>
    </message>
    <message>
        <source>a Unix time in milliseconds</source>
        <translation>eine Unix-Zeit in Millisekunden</translation>
    </message>
    <message>
        <source>a Unix time in microseconds</source>
        <translation>eine Unix-Zeit in Mikrosekunden</translation>
    </message>
    <message>
        <source>a Unix time in nanoseconds</source>
        <translation>eine Unix-Zeit in Nanosekunden</translation>
    </message>
    <message>
        <source>a hash or id in hexadecimal</source>
        <translation>eine hexadezimale Prüfsumme oder Kennung</translation>
    </message>
    <message>
        <source>a version number</source>
        <translation>eine Versionsnummer</translation>
    </message>
    <message>
        <source>it looks like {what}</source>
        <translation>es sieht aus wie {what}</translation>
    </message>
    <message>
        <source>no issuer has card numbers that begin so</source>
        <translation>kein Herausgeber hat Kartennummern, die so beginnen</translation>
    </message>
    <message>
        <source>no rule knows this form</source>
        <translation>keine Regel kennt diese Form</translation>
    </message>
    <message>
        <source>base64 that decodes to a text with this in it: {title}</source>
        <translation>Base64, das einen Text hiermit enthält: {title}</translation>
    </message>
    <message>
        <source>too little evidence</source>
        <translation>zu wenig spricht dafür</translation>
    </message>
    <message>
        <source>the field is called &apos;{key}&apos;</source>
        <translation>das Feld heißt „{key}“</translation>
    </message>
    <message>
        <source>the field&apos;s name says so</source>
        <translation>der Name des Feldes sagt es</translation>
    </message>
    <message>
        <source>a key for tests</source>
        <translation>ein Schlüssel zum Testen</translation>
    </message>
    <message>
        <source>has no expiry</source>
        <translation>läuft nicht ab</translation>
    </message>
    <message>
        <source>issued by {issuer}</source>
        <translation>ausgestellt von {issuer}</translation>
    </message>
    <message>
        <source>a live key</source>
        <translation>ein echter Schlüssel</translation>
    </message>
    <message>
        <source>expired {day} UTC</source>
        <translation>abgelaufen {day} UTC</translation>
    </message>
    <message>
        <source>valid until {day} UTC</source>
        <translation>gültig bis {day} UTC</translation>
    </message>
    <message>
        <source>written like a first and a last name</source>
        <translation>geschrieben wie Vor- und Nachname</translation>
    </message>
    <message>
        <source>written like a user name</source>
        <translation>geschrieben wie ein Benutzername</translation>
    </message>
    <message>
        <source>{value} digits, written as a phone number</source>
        <translation>{value} Ziffern, geschrieben wie eine Telefonnummer</translation>
    </message>
    <message>
        <source>has a number and words, as an address has</source>
        <translation>hat eine Nummer und Wörter, wie eine Anschrift</translation>
    </message>
    <message>
        <source>in the range of coordinates, with three decimals or more</source>
        <translation>im Bereich von Koordinaten, mit mindestens drei Nachkommastellen</translation>
    </message>
    <message>
        <source>long enough for a session</source>
        <translation>lang genug für eine Sitzung</translation>
    </message>
    <message>
        <source>not a placeholder</source>
        <translation>kein Platzhalter</translation>
    </message>
    <message>
        <source>not a placeholder, not a number</source>
        <translation>kein Platzhalter, keine Zahl</translation>
    </message>
    <message>
        <source>written like a name</source>
        <translation>geschrieben wie ein Name</translation>
    </message>
    <message>
        <source>letters like a name</source>
        <translation>Buchstaben wie in einem Namen</translation>
    </message>
    <message>
        <source>letters and digits as in an official number</source>
        <translation>Buchstaben und Ziffern wie in einer amtlichen Nummer</translation>
    </message>
    <message>
        <source>letters and digits as on a number plate</source>
        <translation>Buchstaben und Ziffern wie auf einem Nummernschild</translation>
    </message>
    <message>
        <source>digits as on a card</source>
        <translation>Ziffern wie auf einer Karte</translation>
    </message>
    <message>
        <source>a word for a trait of people</source>
        <translation>ein Wort für ein Merkmal von Menschen</translation>
    </message>
    <message>
        <source>short and plain for a password</source>
        <translation>kurz und einfach für ein Passwort</translation>
    </message>
    <message>
        <source>written like words, not like a secret</source>
        <translation>geschrieben wie Wörter, nicht wie ein Geheimnis</translation>
    </message>
    <message>
        <source>word &apos;{word}&apos; near by</source>
        <translation>das Wort „{word}“ steht dabei</translation>
    </message>
    <message>
        <source>the word &apos;{word}&apos; is evidence against it</source>
        <translation>das Wort „{word}“ spricht dagegen</translation>
    </message>
    <message>
        <source>No personal data: {why}</source>
        <translation>Keine persönlichen Daten: {why}</translation>
    </message>
    <message>
        <source>, field {path}</source>
        <translation>, Feld {path}</translation>
    </message>
    <message>
        <source>certain</source>
        <translation>sicher</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>wahrscheinlich</translation>
    </message>
    <message>
        <source>hint</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>{name} is a given name</source>
        <translation>{name} ist ein Vorname</translation>
    </message>
    <message>
        <source>the words before introduce a person</source>
        <translation>die Wörter davor führen eine Person ein</translation>
    </message>
    <message>
        <source>the words behind follow a person</source>
        <translation>die Wörter dahinter folgen einer Person</translation>
    </message>
    <message>
        <source>the same name stands in a field for names</source>
        <translation>derselbe Name steht in einem Feld für Namen</translation>
    </message>
    <message>
        <source>French NIR</source>
        <translation>französische NIR</translation>
    </message>
    <message>
        <source>Indian Aadhaar</source>
        <translation>indische Aadhaar</translation>
    </message>
    <message>
        <source>German tax number</source>
        <translation>deutsche Steuernummer</translation>
    </message>
    <message>
        <source>Canadian SIN</source>
        <translation>kanadische SIN</translation>
    </message>
    <message>
        <source>A key, a token or a password was written to the log, with a request, an error or a setting.</source>
        <translation>Ein Schlüssel, ein Token oder ein Passwort wurde ins Log geschrieben, mit einer Anfrage, einem Fehler oder einer Einstellung.</translation>
    </message>
    <message>
        <source>Assume that others know it: revoke it and create a new one. Then keep the field out of the log.</source>
        <translation>Als anderen bekannt ansehen: widerrufen und neu erzeugen. Dann das Feld aus dem Log heraushalten.</translation>
    </message>
    <message>
        <source>The field holds what people typed or who they are, and it is logged as it came in.</source>
        <translation>Das Feld enthält, was Menschen eingaben oder wer sie sind, und wird geloggt, wie es ankam.</translation>
    </message>
    <message>
        <source>Do not log the field, or mask it. Before you send the log to somebody: aidebug-gui export --mask label.</source>
        <translation>Das Feld nicht loggen oder maskieren. Bevor Sie das Log jemandem schicken: aidebug-gui export --mask label.</translation>
    </message>
    <message>
        <source>{sure} certain, {likely} likely</source>
        <translation>{sure} sicher, {likely} wahrscheinlich</translation>
    </message>
    <message>
        <source>{n} different ones</source>
        <translation>{n} verschiedene</translation>
    </message>
    <message>
        <source>{n} values in {records} {records:record|records}, {different}: {certainty}.</source>
        <translation>{n} Werte in {records} {records:Eintrag|Einträgen}, {different}: {certainty}.</translation>
    </message>
    <message>
        <source>the field “{field}”</source>
        <translation>dem Feld „{field}“</translation>
    </message>
    <message>
        <source>the text</source>
        <translation>dem Text</translation>
    </message>
    <message>
        <source>One value, certain.</source>
        <translation>Ein Wert, sicher.</translation>
    </message>
    <message>
        <source>One value, likely.</source>
        <translation>Ein Wert, wahrscheinlich.</translation>
    </message>
    <message>
        <source>{entity} in {where}</source>
        <translation>{entity} in {where}</translation>
    </message>
    <message>
        <source>at least {different}</source>
        <translation>mindestens {different}</translation>
    </message>
    <message>
        <source>all certain</source>
        <translation>alle sicher</translation>
    </message>
    <message>
        <source>{value} words of the BIP-39 list, but their checksum is wrong</source>
        <translation>{value} Wörter der BIP-39-Liste, aber ihre Prüfsumme ist falsch</translation>
    </message>
    <message>
        <source>{value} words of the BIP-39 list, checksum ok</source>
        <translation>{value} Wörter der BIP-39-Liste, Prüfsumme stimmt</translation>
    </message>
    <message>
        <source>{place}: rule {name}: {problem}</source>
        <translation>{place}: Regel {name}: {problem}</translation>
    </message>
    <message>
        <source>{path}: off: there is no rule or entity {name}</source>
        <translation>{path}: off: Es gibt keine Regel oder Art {name}</translation>
    </message>
    <message>
        <source>the pattern has no group named &apos;value&apos;</source>
        <translation>das Muster hat keine Gruppe mit dem Namen „value“</translation>
    </message>
    <message>
        <source>there is no validator {validator}</source>
        <translation>es gibt keine Prüfung {validator}</translation>
    </message>
    <message>
        <source>there is no entity {entity}</source>
        <translation>es gibt keine Art {entity}</translation>
    </message>
    <message>
        <source>{key} is missing</source>
        <translation>{key} fehlt</translation>
    </message>
    <message>
        <source>header decodes, algorithm {value}</source>
        <translation>der Kopf ist lesbar, Verfahren {value}</translation>
    </message>
    <message>
        <source>belongs to AWS account {value}</source>
        <translation>gehört zum AWS-Konto {value}</translation>
    </message>
    <message>
        <source>a token behind the word Bearer</source>
        <translation>ein Token hinter dem Wort Bearer</translation>
    </message>
    <message>
        <source>checksum of the token ok</source>
        <translation>Prüfsumme des Tokens stimmt</translation>
    </message>
    <message>
        <source>the form of a token, its checksum cannot be confirmed</source>
        <translation>die Form eines Tokens, seine Prüfsumme lässt sich nicht bestätigen</translation>
    </message>
    <message>
        <source>the form of a token, but its checksum is wrong</source>
        <translation>die Form eines Tokens, aber seine Prüfsumme ist falsch</translation>
    </message>
    <message>
        <source>random characters</source>
        <translation>zufällige Zeichen</translation>
    </message>
    <message>
        <source>not a plain word</source>
        <translation>kein gewöhnliches Wort</translation>
    </message>
    <message>
        <source>one of {names} must say where the rule begins</source>
        <translation>eines von {names} muss sagen, wo die Regel beginnt</translation>
    </message>
    <message>
        <source>signs must begin with one of {signs}</source>
        <translation>signs muss mit einem von {signs} beginnen</translation>
    </message>
    <message>
        <source>between may hold only the characters {characters}</source>
        <translation>between darf nur die Zeichen {characters} enthalten</translation>
    </message>
    <message>
        <source>{text} names no lengths, such as &apos;3 2 4&apos;</source>
        <translation>{text} nennt keine Längen, etwa „3 2 4“</translation>
    </message>
    <message>
        <source>{text} is too short: three characters at least</source>
        <translation>{text} ist zu kurz: mindestens drei Zeichen</translation>
    </message>
    <message>
        <source>a private or reserved address, which names nobody outside</source>
        <translation>eine private oder reservierte Adresse, die draußen niemanden nennt</translation>
    </message>
    <message>
        <source>an IP address, but with small numbers as in a version</source>
        <translation>eine IP-Adresse, aber mit kleinen Zahlen wie in einer Version</translation>
    </message>
    <message>
        <source>a public IP address</source>
        <translation>eine öffentliche IP-Adresse</translation>
    </message>
    <message>
        <source>Luhn ok, but no issuer is known to begin so</source>
        <translation>Luhn stimmt, aber kein bekannter Herausgeber beginnt so</translation>
    </message>
    <message>
        <source>Luhn ok, {value} range</source>
        <translation>Luhn stimmt, Bereich von {value}</translation>
    </message>
    <message>
        <source>IBAN of {value}: length and mod 97 ok</source>
        <translation>IBAN von {value}: Länge und Modulo 97 stimmen</translation>
    </message>
    <message>
        <source>area, group and serial are possible for a US social security number</source>
        <translation>Bereich, Gruppe und Folgenummer sind für eine US-Sozialversicherungsnummer möglich</translation>
    </message>
    <message>
        <source>six bytes as a MAC address</source>
        <translation>sechs Bytes wie eine MAC-Adresse</translation>
    </message>
    <message>
        <source>a mail address with the known ending .{value}</source>
        <translation>eine Mailadresse mit der bekannten Endung .{value}</translation>
    </message>
    <message>
        <source>a number of the North American plan</source>
        <translation>eine Nummer des nordamerikanischen Plans</translation>
    </message>
    <message>
        <source>15 digits, Luhn ok as in an IMEI</source>
        <translation>15 Ziffern, Luhn stimmt wie in einer IMEI</translation>
    </message>
    <message>
        <source>17 characters as in a VIN, without a check digit</source>
        <translation>17 Zeichen wie in einer Fahrgestellnummer, ohne Prüfziffer</translation>
    </message>
    <message>
        <source>Luhn ok, {value} range, but it is the number that documents and tests use</source>
        <translation>Luhn stimmt, Bereich von {value}, aber es ist die Nummer aus Anleitungen und Tests</translation>
    </message>
    <message>
        <source>the address of a repository</source>
        <translation>die Adresse eines Repositorys</translation>
    </message>
    <message>
        <source>an address that stands for any</source>
        <translation>eine Adresse, die für irgendeine steht</translation>
    </message>
    <message>
        <source>an address of a domain for examples</source>
        <translation>eine Adresse einer Domain für Beispiele</translation>
    </message>
    <message>
        <source>an address of a service, nobody reads it</source>
        <translation>die Adresse eines Dienstes, die niemand liest</translation>
    </message>
    <message>
        <source>base58 checksum ok</source>
        <translation>Base58-Prüfsumme stimmt</translation>
    </message>
    <message>
        <source>40 hexadecimal digits, without a checksum</source>
        <translation>40 hexadezimale Ziffern, ohne Prüfsumme</translation>
    </message>
    <message>
        <source>EIP-55 checksum ok</source>
        <translation>EIP-55-Prüfsumme stimmt</translation>
    </message>
    <message>
        <source>the EIP-55 checksum is wrong</source>
        <translation>die EIP-55-Prüfsumme ist falsch</translation>
    </message>
    <message>
        <source>check digit of the VIN ok</source>
        <translation>Prüfziffer der Fahrgestellnummer stimmt</translation>
    </message>
    <message>
        <source>a possible date of birth</source>
        <translation>ein mögliches Geburtsdatum</translation>
    </message>
    <message>
        <source>not the name of a system account</source>
        <translation>nicht der Name eines Systemkontos</translation>
    </message>
    <message>
        <source>{value} digits</source>
        <translation>{value} Ziffern</translation>
    </message>
    <message>
        <source>{value}: check ok</source>
        <translation>{value}: Prüfung stimmt</translation>
    </message>
    <message>
        <source>{value} digits behind a word for an official number</source>
        <translation>{value} Ziffern hinter einem Wort für eine amtliche Nummer</translation>
    </message>
    <message>
        <source>Verhoeff digit ok</source>
        <translation>Verhoeff-Ziffer stimmt</translation>
    </message>
    <message>
        <source>check letter of the DNI ok</source>
        <translation>Prüfbuchstabe der DNI stimmt</translation>
    </message>
    <message>
        <source>check letter of the fiscal code ok</source>
        <translation>Prüfbuchstabe des Codice fiscale stimmt</translation>
    </message>
    <message>
        <source>check digits of the CPF ok</source>
        <translation>Prüfziffern der CPF stimmen</translation>
    </message>
    <message>
        <source>check letter of the NRIC ok</source>
        <translation>Prüfbuchstabe der NRIC stimmt</translation>
    </message>
    <message>
        <source>check character of the HETU ok</source>
        <translation>Prüfzeichen der HETU stimmt</translation>
    </message>
    <message>
        <source>check digit of the resident number ok</source>
        <translation>Prüfziffer der Einwohnernummer stimmt</translation>
    </message>
    <message>
        <source>bech32 checksum ok</source>
        <translation>Bech32-Prüfsumme stimmt</translation>
    </message>
    <message>
        <source>+{value} is a country&apos;s calling code</source>
        <translation>+{value} ist die Vorwahl eines Landes</translation>
    </message>
    <message>
        <source>The model gets the same features every time (defaults for missing ones), was not loaded, or a fallback answers.</source>
        <translation>Das Modell bekommt jedes Mal dieselben Merkmale (Vorgaben für fehlende), wurde nicht geladen, oder ein Ersatz antwortet.</translation>
    </message>
    <message>
        <source>Compare the inputs of these records. If they differ and the score does not, check feature loading and the model file.</source>
        <translation>Die Eingaben dieser Einträge vergleichen. Unterscheiden sie sich und der Score nicht, das Laden der Merkmale und die Modelldatei prüfen.</translation>
    </message>
    <message>
        <source> of {model}</source>
        <translation> von {model}</translation>
    </message>
    <message>
        <source> for {n} different inputs</source>
        <translation> bei {n} verschiedenen Eingaben</translation>
    </message>
    <message>
        <source> {n} {n:answer|answers} to them {n:has|have} a score of 0.5 or more, up to {best}.</source>
        <translation> {n} {n:Antwort|Antworten} darauf {n:hat|haben} einen Score von 0,5 oder mehr, bis zu {best}.</translation>
    </message>
    <message>
        <source>Scores outside 0 to 1</source>
        <translation>Scores außerhalb von 0 bis 1</translation>
    </message>
    <message>
        <source>{n} {n:score|scores} of {all} {n:is|are} outside 0 to 1, from {low} to {high}{when}.</source>
        <translation>{n} von {all} Scores {n:liegt|liegen} außerhalb von 0 bis 1, von {low} bis {high}{when}.</translation>
    </message>
    <message>
        <source>The score stood still at {value}</source>
        <translation>Der Score stand still bei {value}</translation>
    </message>
    <message>
        <source>The score{of_model} is {value} in {n} records in a row{when}; the next longest run is {next}.</source>
        <translation>Der Score{of_model} ist in {n} Einträgen hintereinander {value}{when}; die nächstlängste Folge ist {next}.</translation>
    </message>
    <message>
        <source>The model always gives the same score</source>
        <translation>Das Modell gibt immer denselben Score</translation>
    </message>
    <message>
        <source>{share} of {all} scores are {value}{different}.</source>
        <translation>{share} von {all} Scores sind {value}{different}.</translation>
    </message>
    <message>
        <source>Labels contradict score and threshold</source>
        <translation>Labels widersprechen Score und Schwelle</translation>
    </message>
    <message>
        <source>In {n} {n:record|records} of {all} the label is not what score and threshold say{when}.</source>
        <translation>In {n} von {all} Einträgen ist das Label nicht, was Score und Schwelle sagen{when}.</translation>
    </message>
    <message>
        <source>Answers are empty</source>
        <translation>Antworten sind leer</translation>
    </message>
    <message>
        <source>{n} {n:record|records} of {all} with an output {n:has|have} an empty one{when}, and no error is logged with it.</source>
        <translation>{n} von {all} Einträgen mit einer Ausgabe {n:hat|haben} eine leere{when}, und kein Fehler ist dazu geloggt.</translation>
    </message>
    <message>
        <source>{n} {n:record has|records have} an empty input{when}.{tail}</source>
        <translation>{n} {n:Eintrag hat|Einträge haben} eine leere Eingabe{when}.{tail}</translation>
    </message>
    <message>
        <source>Scores are not a number</source>
        <translation>Scores sind keine Zahl</translation>
    </message>
    <message>
        <source>The score is NaN or infinite in {n} {n:record|records}{when}.</source>
        <translation>Der Score ist in {n} {n:Eintrag|Einträgen} NaN oder unendlich{when}.</translation>
    </message>
    <message>
        <source>Percentages and fractions are mixed, or a raw model output (logit) is logged where a probability belongs.</source>
        <translation>Prozente und Bruchteile sind vermischt, oder eine rohe Modellausgabe (Logit) steht, wo eine Wahrscheinlichkeit hingehört.</translation>
    </message>
    <message>
        <source>Find which code path or model version writes these records, and bring all scores to one scale.</source>
        <translation>Herausfinden, welcher Codepfad oder welche Modellversion diese Einträge schreibt, und alle Scores auf eine Skala bringen.</translation>
    </message>
    <message>
        <source>Many scores are exactly {value}</source>
        <translation>Viele Scores sind genau {value}</translation>
    </message>
    <message>
        <source>{n} {n:score|scores} ({share}) {n:is|are} exactly {value}{when}; the others vary.</source>
        <translation>{n} {n:Score|Scores} ({share}) {n:ist|sind} genau {value}{when}; die anderen schwanken.</translation>
    </message>
    <message>
        <source>No score reaches the threshold</source>
        <translation>Kein Score erreicht die Schwelle</translation>
    </message>
    <message>
        <source>The threshold is at least {limit}; the highest of {n} scores is {highest}.</source>
        <translation>Die Schwelle ist mindestens {limit}; der höchste von {n} Scores ist {highest}.</translation>
    </message>
    <message>
        <source>The label was decided with another threshold, or from another score, than the ones that are logged.</source>
        <translation>Das Label wurde mit einer anderen Schwelle oder nach einem anderen Score entschieden, als geloggt sind.</translation>
    </message>
    <message>
        <source>Log the threshold that was really used; look for a second place where the decision is made.</source>
        <translation>Die wirklich benutzte Schwelle loggen; nach einer zweiten Stelle suchen, an der entschieden wird.</translation>
    </message>
    <message>
        <source>The input could not be used, the answer was filtered or cut, or the result was read from the wrong key.</source>
        <translation>Die Eingabe war nicht zu gebrauchen, die Antwort wurde gefiltert oder abgeschnitten, oder das Ergebnis wurde unter dem falschen Schlüssel gelesen.</translation>
    </message>
    <message>
        <source>Compare input, tokens and finish reason of these records with good ones. Treat an empty answer as an error.</source>
        <translation>Eingabe, Tokens und Endegrund dieser Einträge mit guten vergleichen. Eine leere Antwort als Fehler behandeln.</translation>
    </message>
    <message>
        <source>Confident answers to empty inputs</source>
        <translation>Sichere Antworten auf leere Eingaben</translation>
    </message>
    <message>
        <source>Inputs are empty</source>
        <translation>Eingaben sind leer</translation>
    </message>
    <message>
        <source>The client sends nothing, or the field has another name than the service reads. A model gives a score even for nothing.</source>
        <translation>Der Client sendet nichts, oder das Feld heißt anders, als der Dienst es liest. Ein Modell gibt auch für nichts einen Score.</translation>
    </message>
    <message>
        <source>Refuse empty inputs with a clear message (422) before the model is asked.</source>
        <translation>Leere Eingaben mit einer klaren Meldung ablehnen (422), bevor das Modell gefragt wird.</translation>
    </message>
    <message>
        <source>Missing or infinite values in the input, or a division by zero in the model.</source>
        <translation>Fehlende oder unendliche Werte in der Eingabe oder eine Division durch null im Modell.</translation>
    </message>
    <message>
        <source>Look at the input of the first of these records. Refuse inputs with missing values before the model sees them.</source>
        <translation>Die Eingabe des ersten dieser Einträge ansehen. Eingaben mit fehlenden Werten ablehnen, bevor das Modell sie sieht.</translation>
    </message>
    <message>
        <source>Numbers became NaN: {field}</source>
        <translation>Zahlen wurden NaN: {field}</translation>
    </message>
    <message>
        <source>{field} is NaN or infinite in {n} {n:record|records}{when}, first in record {first}.</source>
        <translation>{field} ist in {n} {n:Eintrag|Einträgen} NaN oder unendlich{when}, zuerst in Eintrag {first}.</translation>
    </message>
    <message>
        <source>A default is used where the model gave nothing, or its output is clipped.</source>
        <translation>Eine Vorgabe steht, wo das Modell nichts gab, oder seine Ausgabe wird gekappt.</translation>
    </message>
    <message>
        <source>Mark defaults as such in the log. Check clipping and rounding of the score.</source>
        <translation>Vorgaben im Log als solche kennzeichnen. Kappen und Runden des Scores prüfen.</translation>
    </message>
    <message>
        <source>Threshold and score are on different scales, or the model no longer gives high scores.</source>
        <translation>Schwelle und Score haben verschiedene Skalen, oder das Modell gibt keine hohen Scores mehr.</translation>
    </message>
    <message>
        <source>Compare the threshold with the scores of records that you know.</source>
        <translation>Die Schwelle mit den Scores bekannter Einträge vergleichen.</translation>
    </message>
    <message>
        <source>The learning rate is too high, gradients overflow in half precision, or the data has missing values.</source>
        <translation>Die Lernrate ist zu hoch, Gradienten laufen bei halber Genauigkeit über, oder in den Daten fehlen Werte.</translation>
    </message>
    <message>
        <source>Go back to a checkpoint before the first of these records; lower the learning rate, clip gradients.</source>
        <translation>Zu einem Checkpoint vor dem ersten dieser Einträge zurückgehen; die Lernrate senken, Gradienten kappen.</translation>
    </message>
    <message>
        <source>{n} {n:record|records}{when}, up to {most} in {width}; usual are {usual}.</source>
        <translation>{n} {n:Eintrag|Einträge}{when}, bis zu {most} in {width}; üblich sind {usual}.</translation>
    </message>
    <message>
        <source>{share} of them: {message}.</source>
        <translation>{share} davon: {message}.</translation>
    </message>
    <message>
        <source>A warning comes in a burst</source>
        <translation>Eine Warnung kommt gehäuft</translation>
    </message>
    <message>
        <source>for {length}</source>
        <translation>({length} lang)</translation>
    </message>
    <message>
        <source>and does not come back</source>
        <translation>und kommt nicht wieder</translation>
    </message>
    <message>
        <source>A steady message is missing</source>
        <translation>Eine stete Meldung fehlt</translation>
    </message>
    <message>
        <source>{message} usually comes {usual} times in {width}; from {time} on it is missing {back}, while other records go on.</source>
        <translation>{message} kommt üblicherweise {usual}-mal in {width}; ab {time} fehlt sie {back}, während andere Einträge weitergehen.</translation>
    </message>
    <message>
        <source>Many more records than usual</source>
        <translation>Viel mehr Einträge als üblich</translation>
    </message>
    <message>
        <source>A burst of errors</source>
        <translation>Eine Häufung von Fehlern</translation>
    </message>
    <message>
        <source>What this warning tells of happened much more often than usual in this time.</source>
        <translation>Wovor diese Warnung warnt, geschah in dieser Zeit viel öfter als üblich.</translation>
    </message>
    <message>
        <source>Look at the first of these records and at what came just before it.</source>
        <translation>Den ersten dieser Einträge ansehen und was kurz davor kam.</translation>
    </message>
    <message>
        <source>The part of the program that writes it hung, or gets no work.</source>
        <translation>Der Teil des Programms, der sie schreibt, hing oder bekommt keine Arbeit.</translation>
    </message>
    <message>
        <source>Look at the records between the last one before and the first one after.</source>
        <translation>Die Einträge zwischen dem letzten davor und dem ersten danach ansehen.</translation>
    </message>
    <message>
        <source> and does not come back</source>
        <translation> und kommt nicht wieder</translation>
    </message>
    <message>
        <source>A regular message is missing</source>
        <translation>Eine regelmäßige Meldung fehlt</translation>
    </message>
    <message>
        <source>{message} came every {period}; after {time} it is missing for {length}{still}.</source>
        <translation>{message} kam alle {period}; nach {time} fehlt sie ({length} lang){still}.</translation>
    </message>
    <message>
        <source>{message} was never seen in the {before} records before; since then {n} {n:time|times}{when}.</source>
        <translation>{message} kam in den {before} Einträgen davor nie vor; seitdem {n}-mal{when}.</translation>
    </message>
    <message>
        <source>Errors that occur only once or a few times</source>
        <translation>Fehler, die nur ein- oder wenige Male vorkommen</translation>
    </message>
    <message>
        <source>{n} error {n:message|messages} in {all} records, the first{when}: {message}.</source>
        <translation>{n} {n:Fehlermeldung|Fehlermeldungen} in {all} Einträgen, die erste{when}: {message}.</translation>
    </message>
    <message>
        <source>Something began to fail or to be repeated at this moment: a deployment, a service behind, a client that tries again.</source>
        <translation>Etwas begann in diesem Augenblick zu scheitern oder sich zu wiederholen: ein Deployment, ein Dienst dahinter, ein Client, der es wieder versucht.</translation>
    </message>
    <message>
        <source>A load peak, a batch job, a client that repeats its requests, or more detailed logging.</source>
        <translation>Eine Lastspitze, ein Stapellauf, ein Client, der seine Anfragen wiederholt, oder ausführlicheres Loggen.</translation>
    </message>
    <message>
        <source>The part of the program that writes it hung or ended, while others went on.</source>
        <translation>Der Teil des Programms, der sie schreibt, hing oder endete, während andere weiterliefen.</translation>
    </message>
    <message>
        <source>A new error</source>
        <translation>Ein neuer Fehler</translation>
    </message>
    <message>
        <source>A new warning</source>
        <translation>Eine neue Warnung</translation>
    </message>
    <message>
        <source>Something changed at this moment: a deployment, an input of a new kind, or a service behind.</source>
        <translation>Etwas änderte sich in diesem Augenblick: ein Deployment, eine Eingabe neuer Art oder ein Dienst dahinter.</translation>
    </message>
    <message>
        <source>Look at its first record and at what came just before.</source>
        <translation>Den ersten Eintrag ansehen und was kurz davor kam.</translation>
    </message>
    <message>
        <source>A case that seldom happens, or the beginning of something.</source>
        <translation>Ein seltener Fall oder der Anfang von etwas.</translation>
    </message>
    <message>
        <source>Read each of them once; rare errors are often the true reason of frequent ones.</source>
        <translation>Jeden davon einmal lesen; seltene Fehler sind oft der wahre Grund der häufigen.</translation>
    </message>
    <message>
        <source> Others take {usual} usually.</source>
        <translation> Andere brauchen üblicherweise {usual}.</translation>
    </message>
    <message>
        <source>order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>request id</source>
        <translation>Anfrage-Kennung</translation>
    </message>
    <message>
        <source>trace id</source>
        <translation>Trace-Kennung</translation>
    </message>
    <message>
        <source>Requests were received and never returned</source>
        <translation>Anfragen kamen an und wurden nie beantwortet</translation>
    </message>
    <message>
        <source>{n} {n:request|requests} of {all} ({share}) {n:has|have} no answer and no error{when} (joined by {by}).{takes}</source>
        <translation>{n} von {all} Anfragen ({share}) {n:hat|haben} keine Antwort und keinen Fehler{when} (verbunden nach: {by}).{takes}</translation>
    </message>
    <message>
        <source>The worker died or hung while it held them, an exception was swallowed, or the client went away.</source>
        <translation>Der Worker starb oder hing, während er sie hielt, eine Ausnahme wurde verschluckt, oder der Client ging.</translation>
    </message>
    <message>
        <source>Look at the last record of each: what was the next step? Log an end for every request, also when it fails.</source>
        <translation>Den letzten Eintrag von jeder ansehen: was war der nächste Schritt? Für jede Anfrage ein Ende loggen, auch wenn sie scheitert.</translation>
    </message>
    <message>
        <source>once per {n} points</source>
        <translation>einmal in {n} Punkten</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>keine Zahl</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} Tage</translation>
    </message>
    <message>
        <source>; such a jump was expected {often}</source>
        <translation>; so ein Sprung war {often} zu erwarten</translation>
    </message>
    <message>
        <source>the local median is {usual}</source>
        <translation>der Median davor ist {usual}</translation>
    </message>
    <message>
        <source>{field} is {mean} on average over {n} records; in the {m} before {before}</source>
        <translation>{field} ist im Mittel über {n} Einträge {mean}; in den {m} davor {before}</translation>
    </message>
    <message>
        <source>{field} is noisy, where it was steady before</source>
        <translation>{field} ist unruhig, wo es vorher stetig war</translation>
    </message>
    <message>
        <source>{field} hardly varies: between {low} and {high}</source>
        <translation>{field} schwankt kaum: zwischen {low} und {high}</translation>
    </message>
    <message>
        <source>{field} {value} is unusually odd: just before {usual}</source>
        <translation>{field} {value} ist ungewöhnlich: kurz davor {usual}</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} bis {high}</translation>
    </message>
    <message>
        <source>{field} near {value} was never seen before</source>
        <translation>{field} nahe {value} kam noch nie vor</translation>
    </message>
    <message>
        <source>{field} {value}; usual at this time of day is {usual}</source>
        <translation>{field} {value}; üblich ist zu dieser Tageszeit {usual}</translation>
    </message>
    <message>
        <source>{field} is for hours away from what is usual at this time of day, now {value}</source>
        <translation>{field} weicht seit Stunden von dem ab, was zu dieser Tageszeit üblich ist, jetzt {value}</translation>
    </message>
    <message>
        <source>{field} {value}; {share} of all values lie in {usual}</source>
        <translation>{field} {value}; {share} aller Werte liegen in {usual}</translation>
    </message>
    <message>
        <source>this stretch of {field} looks like no other in the log</source>
        <translation>dieser Abschnitt von {field} sieht aus wie kein anderer im Log</translation>
    </message>
    <message>
        <source>{field} is not a number in {n} {n:record|records}</source>
        <translation>{field} ist in {n} {n:Eintrag|Einträgen} keine Zahl</translation>
    </message>
    <message>
        <source>{field} stuck at {value} for {n} {n:record|records}; longest earlier run {longest}</source>
        <translation>{field} blieb {n} {n:Eintrag|Einträge} lang bei {value}; längste Folge davor {longest}</translation>
    </message>
    <message>
        <source>no {what} for {length}; usual is one every {usual}</source>
        <translation>{length} lang ohne {what}; üblich: alle {usual}</translation>
    </message>
    <message>
        <source>{field} in {n} of {m} records; before in {usual}</source>
        <translation>{field} in {n} von {m} Einträgen; davor in {usual}</translation>
    </message>
    <message>
        <source>; such a jump was expected less than {often}</source>
        <translation>; so ein Sprung war seltener als {often} zu erwarten</translation>
    </message>
    <message>
        <source>{ratio} × the local median</source>
        <translation>{ratio} × der Median davor</translation>
    </message>
    <message>
        <source>the level of {field} moved from {before} to {now} and stayed</source>
        <translation>das Niveau von {field} ging von {before} auf {now} und blieb</translation>
    </message>
    <message>
        <source>{field} is {ratio} times as noisy as before</source>
        <translation>{field} ist {ratio}-mal so unruhig wie davor</translation>
    </message>
    <message>
        <source>{field} {value}, the highest since the log began ({n} records)</source>
        <translation>{field} {value}, der höchste Wert seit Beginn des Logs ({n} Einträge)</translation>
    </message>
    <message>
        <source>{field} {value}, the lowest since the log began ({n} records)</source>
        <translation>{field} {value}, der niedrigste Wert seit Beginn des Logs ({n} Einträge)</translation>
    </message>
    <message>
        <source>{field} {value} is unusually low: just before {usual}</source>
        <translation>{field} {value} ist ungewöhnlich niedrig: kurz davor {usual}</translation>
    </message>
    <message>
        <source>{field} {value} is unusually high: just before {usual}</source>
        <translation>{field} {value} ist ungewöhnlich hoch: kurz davor {usual}</translation>
    </message>
    <message>
        <source>record</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>no {what} for long</source>
        <translation>lange ohne {what}</translation>
    </message>
    <message>
        <source>{path}: symptom {name}</source>
        <translation>{path}: Symptom {name}</translation>
    </message>
    <message>
        <source>{owner}: {missing} is missing or unknown</source>
        <translation>{owner}: {missing} fehlt oder ist unbekannt</translation>
    </message>
    <message>
        <source>{owner}: not a regular expression: {reason}</source>
        <translation>{owner}: kein regulärer Ausdruck: {reason}</translation>
    </message>
    <message>
        <source> ({share} of all)</source>
        <translation> ({share} von allen)</translation>
    </message>
    <message>
        <source>{n} {n:record|records}{part}{when}.</source>
        <translation>{n} {n:Eintrag|Einträge}{part}{when}.</translation>
    </message>
    <message>
        <source>The first says: {line}.</source>
        <translation>Der erste sagt: {line}.</translation>
    </message>
    <message>
        <source>Their finish reason is {names}.</source>
        <translation>Ihr Endegrund ist {names}.</translation>
    </message>
    <message>
        <source>Their status is {names}.</source>
        <translation>Ihr Status ist {names}.</translation>
    </message>
    <message>
        <source>A retry storm</source>
        <translation>Ein Sturm von Wiederholungen</translation>
    </message>
    <message>
        <source>The same request comes twice</source>
        <translation>Dieselbe Anfrage kommt zweimal</translation>
    </message>
    <message>
        <source>{n} requests of {all} repeat the input of the same sender within 2 s{when}.</source>
        <translation>{n} von {all} Anfragen wiederholen binnen 2 s die Eingabe desselben Absenders{when}.</translation>
    </message>
    <message>
        <source>An agent repeats the same tool call</source>
        <translation>Ein Agent wiederholt denselben Werkzeugaufruf</translation>
    </message>
    <message>
        <source>record {n}</source>
        <translation>Eintrag {n}</translation>
    </message>
    <message>
        <source>Steps in an unusual order</source>
        <translation>Schritte in ungewöhnlicher Reihenfolge</translation>
    </message>
    <message>
        <source>A service behind fails, and every caller asks again at once. The repetitions keep it from recovering.</source>
        <translation>Ein Dienst dahinter scheitert, und jeder Aufrufer fragt sofort wieder. Die Wiederholungen lassen ihn nicht zu sich kommen.</translation>
    </message>
    <message>
        <source>Use exponential backoff with jitter, and a limit on attempts. Repair what failed first.</source>
        <translation>Wachsende Pausen mit etwas Zufall und eine Grenze für Versuche setzen. Reparieren, was zuerst scheiterte.</translation>
    </message>
    <message>
        <source>A double click, a client that sends again too early, or a queue that delivers twice.</source>
        <translation>Ein Doppelklick, ein Client, der zu früh noch einmal sendet, oder eine Warteschlange, die zweimal liefert.</translation>
    </message>
    <message>
        <source>Disable the button while a request runs; give requests an id and answer repeated ones from the first result.</source>
        <translation>Den Knopf sperren, während eine Anfrage läuft; Anfragen eine Kennung geben und wiederholte mit dem ersten Ergebnis beantworten.</translation>
    </message>
    <message>
        <source>The tool&apos;s answer does not help the model, or is not added to the conversation.</source>
        <translation>Die Antwort des Werkzeugs hilft dem Modell nicht oder wird dem Gespräch nicht hinzugefügt.</translation>
    </message>
    <message>
        <source>Check that the result is given back to the model. Stop after some equal calls.</source>
        <translation>Prüfen, ob das Ergebnis an das Modell zurückgeht. Nach einigen gleichen Aufrufen aufhören.</translation>
    </message>
    <message>
        <source>More errors after a new model version</source>
        <translation>Mehr Fehler nach einer neuen Modellversion</translation>
    </message>
    <message>
        <source>While version {version} was in use (from {place} on) {new} of {after} records were errors; before, {old} of {before}.</source>
        <translation>Während Version {version} benutzt wurde (ab {place}), waren {new} von {after} Einträgen Fehler; davor {old} von {before}.</translation>
    </message>
    <message>
        <source>{after} followed {before} only once among {n} steps{when}.</source>
        <translation>{after} folgte nur einmal in {n} Schritten auf {before}{when}.</translation>
    </message>
    <message>
        <source>Two requests share an id, a step was skipped or repeated, or an error took another way.</source>
        <translation>Zwei Anfragen haben dieselbe Kennung, ein Schritt wurde übersprungen oder wiederholt, oder ein Fehler nahm einen anderen Weg.</translation>
    </message>
    <message>
        <source>Look at the whole request that this record belongs to.</source>
        <translation>Die ganze Anfrage ansehen, zu der dieser Eintrag gehört.</translation>
    </message>
    <message>
        <source>The new version, or what was deployed with it, fails where the old one did not.</source>
        <translation>Die neue Version, oder was mit ihr kam, scheitert, wo die alte es nicht tat.</translation>
    </message>
    <message>
        <source>Roll back to the version before, then compare the failing requests on both.</source>
        <translation>Zur Version davor zurückgehen, dann die scheiternden Anfragen auf beiden vergleichen.</translation>
    </message>
    <message>
        <source>{n} such cases in all.</source>
        <translation>{n} solche Fälle insgesamt.</translation>
    </message>
    <message>
        <source>{n} {n:prompt was|prompts were} cut{when}; {share} of their tokens were lost on average. The longest had {longest}, the limit is {limit}. No error was returned.</source>
        <translation>{n} {n:Prompt wurde|Prompts wurden} abgeschnitten{when}; im Mittel gingen {share} ihrer Tokens verloren. Der längste hatte {longest}, die Grenze ist {limit}. Ein Fehler wurde nicht gemeldet.</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>„{text}“</translation>
    </message>
    <message>
        <source>less than {share}</source>
        <translation>weniger als {share}</translation>
    </message>
    <message>
        <source>more than {share}</source>
        <translation>mehr als {share}</translation>
    </message>
    <message>
        <source>{n} times</source>
        <translation>{n}-mal</translation>
    </message>
    <message>
        <source>once</source>
        <translation>einmal</translation>
    </message>
    <message>
        <source>twice</source>
        <translation>zweimal</translation>
    </message>
    <message>
        <source>column {name} is unknown</source>
        <translation>die Spalte {name} ist unbekannt</translation>
    </message>
    <message>
        <source>column {name}: {reason}</source>
        <translation>Spalte {name}: {reason}</translation>
    </message>
    <message>
        <source>column {column}: {key} must be a list</source>
        <translation>Spalte {column}: {key} muss eine Liste sein</translation>
    </message>
    <message>
        <source>, line {line}</source>
        <translation>, Zeile {line}</translation>
    </message>
    <message>
        <source>{path}: the file is not laid out as expected: {reason}</source>
        <translation>{path}: Die Datei ist nicht aufgebaut wie erwartet: {reason}</translation>
    </message>
    <message>
        <source>format {name}</source>
        <translation>Format {name}</translation>
    </message>
    <message>
        <source>wrapper {name}: kind {kind} is unknown</source>
        <translation>Hülle {name}: Die Art {kind} ist unbekannt</translation>
    </message>
    <message>
        <source>format {name}: time_style {style} is unknown</source>
        <translation>Format {name}: time_style {style} ist unbekannt</translation>
    </message>
    <message>
        <source>pattern: column {column} is unknown</source>
        <translation>Muster: Die Spalte {column} ist unbekannt</translation>
    </message>
    <message>
        <source>pattern for {column}: must have exactly one group</source>
        <translation>Muster für {column}: Es muss genau eine Gruppe haben</translation>
    </message>
    <message>
        <source>pattern for {column}: &apos;literals&apos; must be a list of texts</source>
        <translation>Muster für {column}: „literals“ muss eine Liste von Texten sein</translation>
    </message>
    <message>
        <source>level {name} is unknown (known: {names})</source>
        <translation>die Stufe {name} ist unbekannt (bekannt: {names})</translation>
    </message>
    <message>
        <source>format {name}: the pattern must begin with ^</source>
        <translation>Format {name}: Das Muster muss mit ^ beginnen</translation>
    </message>
    <message>
        <source>format {name}: use (?:...) for groups without a name</source>
        <translation>Format {name}: Gruppen ohne Namen schreibt man (?:...)</translation>
    </message>
    <message>
        <source>format {name}: look-around and back references are not available</source>
        <translation>Format {name}: Vor- und Rückschau und Rückverweise gibt es nicht</translation>
    </message>
    <message>
        <source>{owner}: {key} is missing or no text</source>
        <translation>{owner}: {key} fehlt oder ist kein Text</translation>
    </message>
    <message>
        <source>wrapper {name}: the pattern has no group &apos;message&apos;</source>
        <translation>Hülle {name}: Das Muster hat keine Gruppe „message“</translation>
    </message>
    <message>
        <source>{name}: the pattern is not a valid regular expression: {reason}</source>
        <translation>{name}: Das Muster ist kein regulärer Ausdruck: {reason}</translation>
    </message>
    <message>
        <source>format {name}: group {group} is not a column</source>
        <translation>Format {name}: Die Gruppe {group} ist keine Spalte</translation>
    </message>
    <message>
        <source>There is no {what} in the archive.</source>
        <translation>{what} gibt es im Archiv nicht.</translation>
    </message>
    <message>
        <source>The archive is damaged or ends too early; what it holds is shown.</source>
        <translation>Das Archiv ist beschädigt oder endet zu früh; was es enthält, ist zu sehen.</translation>
    </message>
    <message>
        <source>{path} holds more than {n} files. Unpack the logs that you need.</source>
        <translation>{path} enthält mehr als {n} Dateien. Entpacken Sie die Logs, die Sie brauchen.</translation>
    </message>
    <message>
        <source>{member} in {path} is damaged: it has no header.</source>
        <translation>{member} in {path} ist beschädigt: der Kopf fehlt.</translation>
    </message>
    <message>
        <source>{member} in {path} is encrypted. Unpack it with its password first.</source>
        <translation>{member} in {path} ist verschlüsselt. Entpacken Sie es zuerst mit seinem Passwort.</translation>
    </message>
    <message>
        <source>{member} in {path} is packed in an unknown way ({kind}).</source>
        <translation>{member} in {path} ist auf unbekannte Weise gepackt ({kind}).</translation>
    </message>
    <message>
        <source>{filename} is damaged: its checksum is wrong.</source>
        <translation>{filename} ist beschädigt: Die Prüfsumme ist falsch.</translation>
    </message>
    <message>
        <source>The list of files at the end of {path} cannot be read: {reason}. Is the archive complete?</source>
        <translation>Die Liste der Dateien am Ende von {path} ist nicht lesbar: {reason}. Ist das Archiv vollständig?</translation>
    </message>
    <message>
        <source>The archive is damaged or ends too early: {reason}.</source>
        <translation>Das Archiv ist beschädigt oder endet zu früh: {reason}.</translation>
    </message>
    <message>
        <source>log</source>
        <translation>Ein Log</translation>
    </message>
    <message>
        <source>The archive holds more than {members} files; the others are left out.</source>
        <translation>Das Archiv enthält mehr als {members} Dateien; die anderen fehlen hier.</translation>
    </message>
    <message>
        <source>The JSON cannot be read to its end ({reason}); what follows is shown as it is.</source>
        <translation>Das JSON ist nicht bis zum Ende lesbar ({reason}); was folgt, ist zu sehen, wie es ist.</translation>
    </message>
    <message>
        <source>The text is not UTF-8; it was read as {codec}.</source>
        <translation>Der Text ist kein UTF-8; er wurde als {codec} gelesen.</translation>
    </message>
    <message>
        <source>{path} could not be read further: {kind}: {reason}</source>
        <translation>{path} ließ sich nicht weiter lesen: {kind}: {reason}</translation>
    </message>
    <message>
        <source>Reading stopped: the text is longer than {size}.</source>
        <translation>Das Lesen endete: der Text ist länger als {size}.</translation>
    </message>
    <message>
        <source>Reading stopped: the disk of {place} is nearly full.</source>
        <translation>Das Lesen endete: die Platte von {place} ist fast voll.</translation>
    </message>
    <message>
        <source>No temporary file can be made for {path}: {reason}.</source>
        <translation>Für {path} lässt sich keine temporäre Datei anlegen: {reason}.</translation>
    </message>
    <message>
        <source>Reading stopped: the temporary file cannot grow ({reason}).</source>
        <translation>Das Lesen endete: die temporäre Datei kann nicht wachsen ({reason}).</translation>
    </message>
    <message>
        <source>{name} was emptied. Reading goes on from its beginning.</source>
        <translation>{name} wurde geleert. Gelesen wird wieder vom Anfang an.</translation>
    </message>
    <message>
        <source>{name} was cut to {cut} bytes. Reading goes on from there.</source>
        <translation>{name} wurde auf {cut} Bytes gekürzt. Gelesen wird von dort an.</translation>
    </message>
    <message>
        <source>The text of older rows is gone.</source>
        <translation>Der Text älterer Zeilen ist fort.</translation>
    </message>
    <message>
        <source>{name} was deleted or replaced. Reading goes on in the new {name}.</source>
        <translation>{name} wurde gelöscht oder ersetzt. Gelesen wird im neuen {name}.</translation>
    </message>
    <message>
        <source>{name} was renamed. Reading goes on in the new {name}.</source>
        <translation>{name} wurde umbenannt. Gelesen wird im neuen {name}.</translation>
    </message>
    <message>
        <source>The old {name} got more lines after it was renamed. They stand where they came in.</source>
        <translation>Das alte {name} bekam nach dem Umbenennen noch Zeilen. Sie stehen dort, wo sie ankamen.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>{path} ist nicht lesbar: {reason}.</translation>
    </message>
    <message>
        <source>{path} cannot be read at the moment: {reason}.</source>
        <translation>{path} ist gerade nicht lesbar: {reason}.</translation>
    </message>
    <message>
        <source>{gap} bytes of {name} were never written. They are left out.</source>
        <translation>{gap} Bytes von {name} wurden nie geschrieben. Sie fehlen hier.</translation>
    </message>
    <message>
        <source>{name} was deleted. What was read stays.</source>
        <translation>{name} wurde gelöscht. Was gelesen ist, bleibt.</translation>
    </message>
    <message>
        <source>{address} is longer than {limit} MB and was left out.</source>
        <translation>{address} ist länger als {limit} MB und fehlt hier.</translation>
    </message>
    <message>
        <source>{address} cannot be read ({reason}).</source>
        <translation>{address} ist nicht lesbar ({reason}).</translation>
    </message>
    <message>
        <source>a key is not a string</source>
        <translation>ein Schlüssel ist kein Text</translation>
    </message>
    <message>
        <source>a value is longer than {limit} characters</source>
        <translation>ein Wert ist länger als {limit} Zeichen</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>es ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>This does not look like a log: most of it is not text. It is shown as far as possible.</source>
        <translation>Das sieht nicht nach einem Log aus: Das meiste ist kein Text. Es ist zu sehen, soweit es geht.</translation>
    </message>
    <message>
        <source>There are more than {members} runs; the others are left out.</source>
        <translation>Es gibt mehr als {members} Läufe; die anderen fehlen hier.</translation>
    </message>
    <message>
        <source>{path} holds no log: it is empty.</source>
        <translation>{path} enthält kein Log: es ist leer.</translation>
    </message>
    <message>
        <source>{path} holds {n} logs. Open one of them: {names}{more}</source>
        <translation>{path} enthält {n} Logs. Öffnen Sie eines davon: {names}{more}</translation>
    </message>
    <message>
        <source>{path} is a {kind} archive. Unpack it, then open the logs in it.</source>
        <translation>{path} ist ein Archiv ({kind}). Entpacken Sie es, dann öffnen Sie die Logs darin.</translation>
    </message>
    <message>
        <source>There is no {what} in {path}.</source>
        <translation>{what} gibt es in {path} nicht.</translation>
    </message>
    <message>
        <source>{path} holds several logs. Unpack it, then open the logs in it.</source>
        <translation>{path} enthält mehrere Logs. Entpacken Sie es, dann öffnen Sie die Logs darin.</translation>
    </message>
    <message>
        <source>Reading stopped: there are more than {n} archives in one another.</source>
        <translation>Das Lesen endete: mehr als {n} Archive stecken ineinander.</translation>
    </message>
    <message>
        <source>The file is damaged; {n} rows could be read ({reason}).</source>
        <translation>Die Datei ist beschädigt; {n} Zeilen waren lesbar ({reason}).</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}</source>
        <translation>{path} ist nicht lesbar: {reason}</translation>
    </message>
    <message>
        <source>Everybody who can reach {address} can send records to it, unencrypted and without a password.</source>
        <translation>Jeder, der {address} erreicht, kann Einträge dorthin senden, unverschlüsselt und ohne Passwort.</translation>
    </message>
    <message>
        <source>port {port}</source>
        <translation>Port {port}</translation>
    </message>
    <message>
        <source>{text} is not an address to listen on. Examples: 9020, 127.0.0.1:9020</source>
        <translation>{text} ist keine Adresse zum Empfangen. Beispiele: 9020, 127.0.0.1:9020</translation>
    </message>
    <message>
        <source>it speaks TLS; send without encryption</source>
        <translation>es spricht TLS; senden Sie unverschlüsselt</translation>
    </message>
    <message>
        <source>it speaks HTTP; this port takes lines and Python&apos;s log records</source>
        <translation>es spricht HTTP; dieser Port nimmt Zeilen und Log-Einträge von Python</translation>
    </message>
    <message>
        <source>too many large records are under way</source>
        <translation>zu viele große Einträge sind unterwegs</translation>
    </message>
    <message>
        <source>it announced a record of {length} bytes</source>
        <translation>es kündigte einen Eintrag von {length} Bytes an</translation>
    </message>
    <message>
        <source>{name} closed the connection.</source>
        <translation>{name} hat die Verbindung geschlossen.</translation>
    </message>
    <message>
        <source>Receiving was stopped.</source>
        <translation>Das Empfangen wurde beendet.</translation>
    </message>
    <message>
        <source>{name} connected.</source>
        <translation>{name} hat sich verbunden.</translation>
    </message>
    <message>
        <source>{name} lost the connection ({reason}).</source>
        <translation>{name} hat die Verbindung verloren ({reason}).</translation>
    </message>
    <message>
        <source>Nothing can listen on {address}: {reason}.</source>
        <translation>Auf {address} kann nichts empfangen werden: {reason}.</translation>
    </message>
    <message>
        <source>{name} was disconnected: nothing more is received.</source>
        <translation>{name} wurde getrennt: Es wird nichts mehr empfangen.</translation>
    </message>
    <message>
        <source>{name} was disconnected: {reason}.</source>
        <translation>{name} wurde getrennt: {reason}.</translation>
    </message>
    <message>
        <source>A connection cannot be accepted at the moment: {reason}.</source>
        <translation>Eine Verbindung lässt sich gerade nicht annehmen: {reason}.</translation>
    </message>
    <message>
        <source>A datagram cannot be received at the moment: {reason}.</source>
        <translation>Ein Datagramm lässt sich gerade nicht empfangen: {reason}.</translation>
    </message>
    <message>
        <source>A connection was refused: there are {n} already.</source>
        <translation>Eine Verbindung wurde abgelehnt: Es gibt schon {n}.</translation>
    </message>
    <message>
        <source>{agent} sends from {address}.</source>
        <translation>{agent} sendet von {address}.</translation>
    </message>
    <message>
        <source>{told} {n} {n:line was|lines were} not kept.</source>
        <translation>{told} {n} {n:Zeile wurde|Zeilen wurden} nicht behalten.</translation>
    </message>
    <message>
        <source>The program at the other end has closed the pipe.</source>
        <translation>Das Programm am anderen Ende hat die Pipe geschlossen.</translation>
    </message>
    <message>
        <source>Reading from the pipe failed: {reason}.</source>
        <translation>Die Pipe ist nicht weiter lesbar: {reason}.</translation>
    </message>
    <message>
        <source>The received log has reached its limit of {limit} MB.</source>
        <translation>Das empfangene Log hat seine Grenze von {limit} MB erreicht.</translation>
    </message>
    <message>
        <source>The disk of {folder} is nearly full.</source>
        <translation>Der Datenträger von {folder} ist fast voll.</translation>
    </message>
    <message>
        <source>Nothing can be received: {place}: {reason}.</source>
        <translation>Nichts kann empfangen werden: {place}: {reason}.</translation>
    </message>
    <message>
        <source>{problem} What comes after this is not kept.</source>
        <translation>{problem} Was danach kommt, wird nicht behalten.</translation>
    </message>
    <message>
        <source>The file cannot grow ({reason}).</source>
        <translation>Die Datei kann nicht wachsen ({reason}).</translation>
    </message>
    <message>
        <source>There is no log in {place}.</source>
        <translation>In {place} ist kein Log.</translation>
    </message>
    <message>
        <source>{path} holds more than {most} files. Name fewer: a pattern such as &apos;{path}/*.log&apos;.</source>
        <translation>{path} enthält mehr als {most} Dateien. Nennen Sie weniger: ein Muster wie &apos;{path}/*.log&apos;.</translation>
    </message>
    <message>
        <source>{path} is a directory. Open the log files in it.</source>
        <translation>{path} ist ein Verzeichnis. Öffnen Sie die Logs darin.</translation>
    </message>
    <message>
        <source>{path} is not a regular file (a pipe or device).</source>
        <translation>{path} ist keine gewöhnliche Datei (eine Pipe oder ein Gerät).</translation>
    </message>
    <message>
        <source>{path} cannot be opened: {reason}.</source>
        <translation>{path} lässt sich nicht öffnen: {reason}.</translation>
    </message>
    <message>
        <source>{path} cannot be read at byte {offset}: {reason}.</source>
        <translation>{path} ist bei Byte {offset} nicht lesbar: {reason}.</translation>
    </message>
    <message>
        <source>The database is in use; what is still in its write-ahead log (-wal) is not shown.</source>
        <translation>Die Datenbank ist in Gebrauch; was noch in ihrem Vorauslog (-wal) steht, ist nicht zu sehen.</translation>
    </message>
    <message>
        <source>{path} cannot be read as a database: {reason}.</source>
        <translation>{path} ist nicht als Datenbank lesbar: {reason}.</translation>
    </message>
    <message>
        <source>There is no table {what} in {path}.</source>
        <translation>In {path} gibt es keine Tabelle {what}.</translation>
    </message>
    <message>
        <source>with rows</source>
        <translation>mit Zeilen</translation>
    </message>
    <message>
        <source>Standard input cannot be read: {reason}.</source>
        <translation>Die Standardeingabe ist nicht lesbar: {reason}.</translation>
    </message>
    <message>
        <source>The {packing} data is damaged; what could be unpacked is shown ({reason}).</source>
        <translation>Die {packing}-Daten sind beschädigt; was sich auspacken ließ, ist zu sehen ({reason}).</translation>
    </message>
    <message>
        <source>The {packing} data ends too early; what could be unpacked is shown.</source>
        <translation>Die {packing}-Daten enden zu früh; was sich auspacken ließ, ist zu sehen.</translation>
    </message>
    <message>
        <source>Reading stopped after {n} MB: the file unpacks to more than {ratio} times its size, as decompression bombs do.</source>
        <translation>Das Lesen endete nach {n} MB: entpackt ist die Datei mehr als {ratio}-mal so groß, wie bei Dekompressionsbomben.</translation>
    </message>
    <message>
        <source>The {packing} data cannot be unpacked: {reason}.</source>
        <translation>Die {packing}-Daten lassen sich nicht entpacken: {reason}.</translation>
    </message>
    <message>
        <source>There is nothing between the quotes.</source>
        <translation>Zwischen den Anführungszeichen steht nichts.</translation>
    </message>
    <message>
        <source>&quot;{text}&quot; is not a duration. Write for example last:15m, last:2h or last:30s.</source>
        <translation>&quot;{text}&quot; ist keine Dauer. Schreiben Sie zum Beispiel last:15m, last:2h oder last:30s.</translation>
    </message>
    <message>
        <source>Write &quot;pattern:&quot; and a message in quotes; {variable} in it stands for any text.</source>
        <translation>Schreiben Sie &quot;pattern:&quot; und eine Meldung in Anführungszeichen; {variable} darin steht für beliebigen Text.</translation>
    </message>
    <message>
        <source>&quot;{field}&quot; holds {words}; a text pattern does not fit.</source>
        <translation>&quot;{field}&quot; enthält {words}; ein Textmuster passt nicht.</translation>
    </message>
    <message>
        <source>Unknown level &apos;{text}&apos;. Levels: {names}.</source>
        <translation>Unbekannte Stufe &apos;{text}&apos;. Stufen: {names}.</translation>
    </message>
    <message>
        <source>This regular expression is not valid: {problem}.</source>
        <translation>Dieser reguläre Ausdruck ist nicht gültig: {problem}.</translation>
    </message>
    <message>
        <source>Write &quot;{name}:&quot; and a value.</source>
        <translation>Schreiben Sie &quot;{name}:&quot; und einen Wert.</translation>
    </message>
    <message>
        <source>Write &quot;{name}:&quot; and a single value.</source>
        <translation>Schreiben Sie &quot;{name}:&quot; und einen einzelnen Wert.</translation>
    </message>
    <message>
        <source>&quot;is:{text}&quot; is not known. Known are: {known}.</source>
        <translation>&quot;is:{text}&quot; ist nicht bekannt. Bekannt sind: {known}.</translation>
    </message>
    <message>
        <source>&quot;pii:{text}&quot; is not known. Try one of: {known}.</source>
        <translation>&quot;pii:{text}&quot; ist nicht bekannt. Versuchen Sie: {known}.</translation>
    </message>
    <message>
        <source>A line is a whole number: line:100, line:100..200 or line&gt;=100.</source>
        <translation>Eine Zeile ist eine ganze Zahl: line:100, line:100..200 oder line&gt;=100.</translation>
    </message>
    <message>
        <source>{operator} needs one value.</source>
        <translation>{operator} braucht einen Wert.</translation>
    </message>
    <message>
        <source>{operator} needs one plain value.</source>
        <translation>{operator} braucht einen einfachen Wert.</translation>
    </message>
    <message>
        <source>levels</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>&quot;{text}&quot; is not a time. Write 10:02, 10:02:30 or 2026-01-31T10:02.</source>
        <translation>&quot;{text}&quot; ist keine Zeit. Schreiben Sie 10:02, 10:02:30 oder 2026-01-31T10:02.</translation>
    </message>
    <message>
        <source>&quot;{field}&quot; holds numbers, &quot;{text}&quot; is not one{unit}.</source>
        <translation>&quot;{field}&quot; enthält Zahlen, &quot;{text}&quot; ist keine{unit}.</translation>
    </message>
    <message>
        <source> (a unit like 2s or 500ms may follow)</source>
        <translation> (eine Einheit wie 2s oder 500ms darf folgen)</translation>
    </message>
    <message>
        <source>times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>{these} or {name}</source>
        <translation>{these} oder {name}</translation>
    </message>
    <message>
        <source> Did you mean {name}?</source>
        <translation> Meinten Sie {name}?</translation>
    </message>
    <message>
        <source>This log has no field {name}.{meant}</source>
        <translation>Dieses Log hat kein Feld {name}.{meant}</translation>
    </message>
    <message>
        <source>&quot;{word}&quot; needs a term on both sides. To search for the word, quote it.</source>
        <translation>&quot;{word}&quot; braucht auf beiden Seiten einen Ausdruck. Um das Wort zu suchen, setzen Sie es in Anführungszeichen.</translation>
    </message>
    <message>
        <source>This does not fit here. To search for the text, put it in quotes.</source>
        <translation>Das passt hier nicht. Um den Text zu suchen, setzen Sie ihn in Anführungszeichen.</translation>
    </message>
    <message>
        <source>Expected something after this.</source>
        <translation>Danach fehlt noch etwas.</translation>
    </message>
    <message>
        <source>Something is missing before this bracket.</source>
        <translation>Vor dieser Klammer fehlt etwas.</translation>
    </message>
    <message>
        <source>Write &quot;or&quot; between the values of a list.</source>
        <translation>Schreiben Sie &quot;or&quot; zwischen die Werte einer Liste.</translation>
    </message>
    <message>
        <source>There are too many negations in a row.</source>
        <translation>Zu viele Verneinungen hintereinander.</translation>
    </message>
    <message>
        <source>There are too many brackets within brackets.</source>
        <translation>Zu viele Klammern in Klammern.</translation>
    </message>
    <message>
        <source>Expected a value after {written} (to search for this text, put it in quotes).</source>
        <translation>Nach {written} fehlt ein Wert (um diesen Text zu suchen, setzen Sie ihn in Anführungszeichen).</translation>
    </message>
    <message>
        <source>A list of values cannot hold another bracket.</source>
        <translation>In einer Liste von Werten kann keine weitere Klammer stehen.</translation>
    </message>
    <message>
        <source>This is not a value. Put text with special characters in quotes.</source>
        <translation>Das ist kein Wert. Setzen Sie Text mit Sonderzeichen in Anführungszeichen.</translation>
    </message>
    <message>
        <source>{path} is the opened log; it is never written to. Choose another file.</source>
        <translation>{path} ist das geöffnete Log; es wird nie beschrieben. Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>{algorithm}, expires at Unix time {time}</source>
        <translation>{algorithm}, läuft ab zur Unix-Zeit {time}</translation>
    </message>
    <message>
        <source>a closing bracket ) is missing</source>
        <translation>eine schließende Klammer ) fehlt</translation>
    </message>
    <message>
        <source>there is a ) without a (</source>
        <translation>da ist eine ) ohne (</translation>
    </message>
    <message>
        <source>a closing bracket ] is missing</source>
        <translation>eine schließende Klammer ] fehlt</translation>
    </message>
    <message>
        <source>two repetitions in a row</source>
        <translation>zwei Wiederholungen hintereinander</translation>
    </message>
    <message>
        <source>there is nothing to repeat</source>
        <translation>da ist nichts zu wiederholen</translation>
    </message>
    <message>
        <source>a repetition can be at most 1000</source>
        <translation>eine Wiederholung kann höchstens 1000 sein</translation>
    </message>
    <message>
        <source>a range in [ ] runs backwards or is not a range</source>
        <translation>ein Bereich in [ ] läuft rückwärts oder ist keiner</translation>
    </message>
    <message>
        <source>there is nothing after the last backslash</source>
        <translation>nach dem letzten Backslash steht nichts</translation>
    </message>
    <message>
        <source>this backslash sequence is not known</source>
        <translation>diese Folge mit Backslash ist unbekannt</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>er ist zu groß</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>er ist leer</translation>
    </message>
    <message>
        <source>look-ahead and look-behind are not supported, they can take forever on a long line</source>
        <translation>Vor- und Rückschau gibt es nicht, sie können auf einer langen Zeile ewig dauern</translation>
    </message>
    <message>
        <source>references back to a group are not supported, they can take forever on a long line</source>
        <translation>Rückverweise auf eine Gruppe gibt es nicht, sie können auf einer langen Zeile ewig dauern</translation>
    </message>
    <message>
        <source>Reading was cancelled after {done} of {total} bytes.</source>
        <translation>Das Lesen wurde nach {done} von {total} Bytes abgebrochen.</translation>
    </message>
    <message>
        <source>The file became shorter while it was read. Rows whose text is gone from the disk stay, marked.</source>
        <translation>Die Datei wurde kürzer, während sie gelesen wurde. Zeilen, deren Text fort ist, bleiben stehen, gekennzeichnet.</translation>
    </message>
    <message>
        <source>The file was deleted or replaced while it was read. Its rows stay.</source>
        <translation>Die Datei wurde gelöscht oder ersetzt, während sie gelesen wurde. Ihre Zeilen bleiben.</translation>
    </message>
    <message>
        <source>Reading stopped at byte {end}: {reason}</source>
        <translation>Das Lesen endete bei Byte {end}: {reason}</translation>
    </message>
    <message>
        <source>Nothing looks for personal data here.</source>
        <translation>Hier sucht nichts nach Personendaten.</translation>
    </message>
    <message>
        <source>{name} {moved}: {now} of the values are above {threshold}, {against} {before} (PSI {psi})</source>
        <translation>{name} {moved}: {now} der Werte liegen über {threshold}, {against} {before} (PSI {psi})</translation>
    </message>
    <message>
        <source>differs strongly</source>
        <translation>weicht stark ab</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>weicht ab</translation>
    </message>
    <message>
        <source>The log calls them errors. What is behind them only the program that wrote them can say.</source>
        <translation>Das Log nennt sie Fehler. Was dahinter steckt, weiß nur das Programm, das sie schrieb.</translation>
    </message>
    <message>
        <source>Read the first of each kind, and what came just before it.</source>
        <translation>Den ersten jeder Art lesen, und was kurz davor kam.</translation>
    </message>
    <message>
        <source>There is no file {unknown} to shift. There are: {names}.</source>
        <translation>Es gibt keine Datei {unknown} zum Verschieben. Es gibt: {names}.</translation>
    </message>
    <message>
        <source> Where {field} is {value}, {inside} are wrong, elsewhere {outside}.</source>
        <translation> Wo {field} {value} ist, sind {inside} falsch, sonst {outside}.</translation>
    </message>
    <message>
        <source>{now} of {n} records{when} have the label {label}, of the first {first} {before} (PSI {psi}).</source>
        <translation>{now} von {n} Einträgen{when} haben das Label {label}, von den ersten {first} {before} (PSI {psi}).</translation>
    </message>
    <message>
        <source>{now} of {n} scores{when} are above {edge}, of the first {first} only {before} (PSI {psi}).</source>
        <translation>{now} von {n} Scores{when} liegen über {edge}, von den ersten {first} nur {before} (PSI {psi}).</translation>
    </message>
    <message>
        <source>Only {now} of {n} scores{when} are above {edge}, of the first {first} {before} (PSI {psi}).</source>
        <translation>Nur {now} von {n} Scores{when} liegen über {edge}, von den ersten {first} {before} (PSI {psi}).</translation>
    </message>
    <message>
        <source>, then fell to {level}</source>
        <translation>, fiel dann auf {level}</translation>
    </message>
    <message>
        <source> and did not go back</source>
        <translation> und ging nicht zurück</translation>
    </message>
    <message>
        <source>{field} grew from {first} to {last} in {n} records{when}{then}.</source>
        <translation>{field} wuchs in {n} Datensätzen{when} von {first} auf {last}{then}.</translation>
    </message>
    <message>
        <source>, and still does at the end of the log</source>
        <translation>, und tut es am Ende des Logs noch</translation>
    </message>
    <message>
        <source> of {message}</source>
        <translation> von {message}</translation>
    </message>
    <message>
        <source>{missing} of {n} records{of_message} have no {field}{when}; all others have one.</source>
        <translation>{missing} von {n} Einträgen{of_message} haben kein {field}{when}; alle anderen haben eines.</translation>
    </message>
    <message>
        <source>{field} was {old} in {n} records, and is {new} from {time} on.</source>
        <translation>{field} war {old} in {n} Einträgen und ist ab {time} {new}.</translation>
    </message>
    <message>
        <source>{n} times{when}. The strongest{where}: {sentence}</source>
        <translation>{n}-mal{when}. Am stärksten{where}: {sentence}</translation>
    </message>
    <message>
        <source>{tool} was called with the same input {times} in a row{when}.</source>
        <translation>{tool} wurde {times} nacheinander mit derselben Eingabe aufgerufen{when}.</translation>
    </message>
    <message>
        <source>{n} such series of calls in all.</source>
        <translation>Insgesamt {n} solche Folgen von Aufrufen.</translation>
    </message>
    <message>
        <source>a score of {limit} or less</source>
        <translation>ein Wert von {limit} oder weniger</translation>
    </message>
    <message>
        <source>a score above {limit}</source>
        <translation>ein Wert über {limit}</translation>
    </message>
    <message>
        <source>Far more often than before</source>
        <translation>Weit häufiger als zuvor</translation>
    </message>
    <message>
        <source>Far more rarely than before</source>
        <translation>Weit seltener als zuvor</translation>
    </message>
    <message>
        <source>{now} of {n} records{when} have {what}; before it was {before}.</source>
        <translation>{now} von {n} Einträgen{when} haben {what}; vorher waren es {before}.</translation>
    </message>
    <message>
        <source>Only {now} of {n} records{when} have {what}; before it was {before}.</source>
        <translation>Nur {now} von {n} Einträgen{when} haben {what}; vorher waren es {before}.</translation>
    </message>
    <message>
        <source>{n} more at other times.</source>
        <translation>{n} weitere zu anderen Zeiten.</translation>
    </message>
    <message>
        <source>{now} of {n} predictions are wrong since record {first}{when}, {before} before.{group}{mistake}</source>
        <translation>{now} von {n} Vorhersagen sind falsch seit Eintrag {first}{when}, davor {before}.{group}{mistake}</translation>
    </message>
    <message>
        <source>{n} {n:prediction is|predictions are} wrong.{group}{mistake}</source>
        <translation>{n} {n:Vorhersage ist|Vorhersagen sind} falsch.{group}{mistake}</translation>
    </message>
    <message>
        <source>Anomaly score {score}{when}: {reasons}.{usual}</source>
        <translation>Auffälligkeit {score}{when}: {reasons}.{usual}</translation>
    </message>
    <message>
        <source> Usual just before: {low} to {high}.</source>
        <translation> Kurz davor üblich: {low} bis {high}.</translation>
    </message>
    <message>
        <source>{field} is {side} {limit} in {n} records in a row{when}, {median} in the middle; of the {all} others {share} are, and at most {most} in a row.</source>
        <translation>{field} liegt in {n} Einträgen hintereinander{when} {side} {limit}, in der Mitte bei {median}; von den {all} anderen sind es {share}, und höchstens {most} hintereinander.</translation>
    </message>
    <message>
        <source>above</source>
        <translation>über</translation>
    </message>
    <message>
        <source>below</source>
        <translation>unter</translation>
    </message>
    <message>
        <source>That is where {field} is {value}.</source>
        <translation>So ist es, wo {field} {value} ist.</translation>
    </message>
    <message>
        <source>Soon after it began{when}: {message}.</source>
        <translation>Kurz nach dem Beginn{when}: {message}.</translation>
    </message>
    <message>
        <source>Just before{when}: {message}.</source>
        <translation>Kurz davor{when}: {message}.</translation>
    </message>
    <message>
        <source>The median of {field} was {now} in {n} records{when}, and {usual} otherwise. No other stretch as long was off by more than {most}.</source>
        <translation>Der Median von {field} war {now} in {n} Einträgen{when}, sonst {usual}. Kein anderer so langer Abschnitt wich um mehr als {most} ab.</translation>
    </message>
    <message>
        <source>The first after it says: {line}.</source>
        <translation>Der erste danach sagt: {line}.</translation>
    </message>
    <message>
        <source> Most often {truth} is taken for {label}: {n} times ({share} of the wrong ones){scores}.</source>
        <translation> Am häufigsten wird {truth} für {label} gehalten: {n}-mal ({share} der falschen){scores}.</translation>
    </message>
    <message>
        <source>, mostly with scores from {low} to {high}</source>
        <translation>, meist mit Scores von {low} bis {high}</translation>
    </message>
    <message>
        <source>The median of {field} went from {before} to {after}{when} and stayed for {n} {n:record|records}.</source>
        <translation>Der Median von {field} ging{when} von {before} auf {after} und blieb {n} {n:Eintrag|Einträge} lang so.</translation>
    </message>
    <message>
        <source>It went from {before} to {after}{when} and stayed for {n} {n:record|records}. One says: {line}.</source>
        <translation>Sie ging von {before} auf {after}{when} und blieb so für {n} {n:Eintrag|Einträge}. Einer sagt: {line}.</translation>
    </message>
    <message>
        <source>{n} {n:record says|records say} so at level {level} ({share} of all){when}.</source>
        <translation>{n} {n:Datensatz sagt|Datensätze sagen} das auf der Stufe {level} ({share} von allen){when}.</translation>
    </message>
    <message>
        <source>It was never said in the {n} records before.</source>
        <translation>In den {n} Datensätzen davor stand es nie.</translation>
    </message>
    <message>
        <source>They come all through the log.</source>
        <translation>Sie kommen im ganzen Log vor.</translation>
    </message>
    <message>
        <source>{n} {n:record speaks|records speak} of a failure below ERROR{when}.</source>
        <translation>{n} {n:Eintrag spricht|Einträge sprechen} unterhalb von ERROR von einem Fehlschlag{when}.</translation>
    </message>
    <message>
        <source>This is the time from the first to the last line of a request.</source>
        <translation>Das ist die Zeit von der ersten bis zur letzten Zeile einer Anfrage.</translation>
    </message>
    <message>
        <source>{n} {n:record repeats|records repeat} a step that {n:its request|their requests} had before{when}: {message}. It comes {all} times, {share} of them again.</source>
        <translation>{n} {n:Datensatz wiederholt|Datensätze wiederholen} einen Schritt, den {n:die Anfrage|die Anfragen} schon {n:hatte|hatten}{when}: {message}. Er kommt {all}-mal vor, {share} davon noch einmal.</translation>
    </message>
    <message>
        <source>The lines of {n} {n:request|requests}{when} stand the other way round than those of the {all} others.</source>
        <translation>Die Zeilen von {n} {n:Anfrage|Anfragen}{when} stehen andersherum als die der {all} anderen.</translation>
    </message>
    <message>
        <source>{n} scores in a row{when} are above {limit}; of the {all} others {share} are, and at most {most} in a row.</source>
        <translation>{n} Scores hintereinander liegen{when} über {limit}; von den {all} anderen sind es {share}, und höchstens {most} hintereinander.</translation>
    </message>
    <message>
        <source>Just before: {line}.</source>
        <translation>Kurz davor: {line}.</translation>
    </message>
    <message>
        <source>{n} {n:retry|retries}{when}, up to {worst} within a minute.</source>
        <translation>{n} {n:Wiederholung|Wiederholungen}{when}, bis zu {worst} innerhalb einer Minute.</translation>
    </message>
    <message>
        <source>{n} {n:request was|requests were} repeated {storm} times or more.</source>
        <translation>{n} {n:Anfrage wurde|Anfragen wurden} {storm}-mal oder öfter wiederholt.</translation>
    </message>
    <message>
        <source>The last {n} records{when} only say that something is waited for, for {took}. The last one says: {line}.</source>
        <translation>Die letzten {n} Einträge{when} sagen {took} lang nur, dass auf etwas gewartet wird. Der letzte sagt: {line}.</translation>
    </message>
    <message>
        <source>{entity} in {where}, line {line}</source>
        <translation>{entity} in {where}, Zeile {line}</translation>
    </message>
    <message>
        <source>its form says so</source>
        <translation>die Form sagt es</translation>
    </message>
    <message>
        <source>such values pass a check that this one fails</source>
        <translation>solche Werte bestehen eine Prüfung, die dieser nicht besteht</translation>
    </message>
    <message>
        <source>the field names a thing</source>
        <translation>das Feld benennt eine Sache</translation>
    </message>
    <message>
        <source>not a word, a number or a path</source>
        <translation>kein Wort, keine Zahl, kein Pfad</translation>
    </message>
    <message>
        <source>letters, digits and signs as in a password</source>
        <translation>Buchstaben, Ziffern und Zeichen wie in einem Passwort</translation>
    </message>
    <message>
        <source>a user name and a password in base64</source>
        <translation>ein Benutzername und ein Passwort in Base64</translation>
    </message>
    <message>
        <source>an address reserved for documents, as people write who try something</source>
        <translation>eine Adresse, die Dokumenten vorbehalten ist, wie sie schreibt, wer etwas probiert</translation>
    </message>
    <message>
        <source>Luhn ok, {value} range, but longer than most cards</source>
        <translation>Luhn ok, Bereich von {value}, aber länger als die meisten Karten</translation>
    </message>
    <message>
        <source>the number that documents and advertisements use</source>
        <translation>die Nummer, die Dokumente und Werbung verwenden</translation>
    </message>
    <message>
        <source>the name of an algorithm of SSH</source>
        <translation>der Name eines Verfahrens von SSH</translation>
    </message>
    <message>
        <source>written as a number of the North American plan, but none is given out so</source>
        <translation>wie eine nordamerikanische Nummer geschrieben, aber so wird keine vergeben</translation>
    </message>
    <message>
        <source>digits in groups as in the North American plan, but as in a table, too</source>
        <translation>Ziffern in Gruppen wie bei nordamerikanischen Nummern, aber auch wie in einer Tabelle</translation>
    </message>
    <message>
        <source>Luhn digit of the SIN ok</source>
        <translation>Luhn-Ziffer der SIN stimmt</translation>
    </message>
    <message>
        <source>words, as where somebody comes from</source>
        <translation>Wörter wie für die Herkunft eines Menschen</translation>
    </message>
    <message>
        <source>written like the name of an account</source>
        <translation>geschrieben wie der Name eines Kontos</translation>
    </message>
    <message>
        <source>letters and digits as in an Indian PAN</source>
        <translation>Buchstaben und Ziffern wie in einer indischen PAN</translation>
    </message>
    <message>
        <source>letters and digits as in a passport</source>
        <translation>Buchstaben und Ziffern wie in einem Reisepass</translation>
    </message>
    <message>
        <source>written like a postal code</source>
        <translation>geschrieben wie eine Postleitzahl</translation>
    </message>
    <message>
        <source>a month and a year as on a card</source>
        <translation>ein Monat und ein Jahr wie auf einer Karte</translation>
    </message>
    <message>
        <source>an identifier, as conversations have</source>
        <translation>eine Kennung, wie Gespräche sie haben</translation>
    </message>
    <message>
        <source>only the hash of a password</source>
        <translation>nur der Hash eines Passworts</translation>
    </message>
    <message>
        <source>a few plain words</source>
        <translation>ein paar einfache Wörter</translation>
    </message>
    <message>
        <source>a few digits, as somebody types</source>
        <translation>ein paar Ziffern, wie man sie eintippt</translation>
    </message>
    <message>
        <source>written like a UUID</source>
        <translation>geschrieben wie eine UUID</translation>
    </message>
    <message>
        <source>Luhn ok, in a field for cards</source>
        <translation>Luhn ok, in einem Feld für Karten</translation>
    </message>
    <message>
        <source>A process that looks for personal data ended unexpectedly, perhaps out of memory.</source>
        <translation>Ein Prozess, der nach persönlichen Daten sucht, endete unerwartet, vielleicht mangels Speicher.</translation>
    </message>
    <message>
        <source>an id in the message</source>
        <translation>eine Kennung in der Meldung</translation>
    </message>
    <message>
        <source>{name}: level_scale {scale} is unknown</source>
        <translation>{name}: level_scale {scale} ist unbekannt</translation>
    </message>
    <message>
        <source>Lines that are not rows of the table are shown as they are; the first is line {line} ({reason}).</source>
        <translation>Zeilen, die keine Zeile der Tabelle sind, stehen da, wie sie sind, die erste davon ist Zeile {line} ({reason}).</translation>
    </message>
    <message>
        <source>{name} was silent and was disconnected, to make room for another.</source>
        <translation>{name} war still und wurde getrennt, um Platz für eine andere Verbindung zu machen.</translation>
    </message>
    <message>
        <source>&quot;{field}&quot; holds texts, &quot;{text}&quot; is a duration.</source>
        <translation>&quot;{field}&quot; enthält Texte, &quot;{text}&quot; ist eine Dauer.</translation>
    </message>
    <message>
        <source>{text} is looked for as a text. Did you mean {better}?</source>
        <translation>{text} wird als Text gesucht. Meinten Sie {better}?</translation>
    </message>
    <message>
        <source>The numbers of {field} are in {unit}.</source>
        <translation>Die Zahlen von {field} stehen in {unit}.</translation>
    </message>
    <message>
        <source>The numbers of {field} have no unit in this log: write a plain number.</source>
        <translation>Die Zahlen von {field} haben in diesem Log keine Einheit: nur die Zahl schreiben.</translation>
    </message>
    <message>
        <source>The values of {field} are not plain numbers. If they have a unit, write it behind the number: 16GB, 2s, 90%.</source>
        <translation>Die Werte von {field} sind keine reinen Zahlen. Haben sie eine Einheit, gehört sie hinter die Zahl: 16GB, 2s, 90%.</translation>
    </message>
    <message>
        <source>Merging stopped: {reason}</source>
        <translation>Das Zusammenführen endete: {reason}</translation>
    </message>
    <message>
        <source>{n} left out: {problems}</source>
        <translation>{n} ausgelassen: {problems}</translation>
    </message>
    <message>
        <source>{name} is new here. It belongs to this log from now on.</source>
        <translation>{name} ist neu hier und gehört von jetzt an zu diesem Log.</translation>
    </message>
    <message>
        <source>{n} {n:message|messages}</source>
        <translation>{n} {n:Nachricht|Nachrichten}</translation>
    </message>
    <message>
        <source>{n} {n:record|records}</source>
        <translation>{n} {n:Eintrag|Einträge}</translation>
    </message>
    <message>
        <source>{n} {n:episode|episodes}</source>
        <translation>{n} {n:Episode|Episoden}</translation>
    </message>
    <message>
        <source>{n} {n:call|calls}</source>
        <translation>{n} {n:Aufruf|Aufrufe}</translation>
    </message>
    <message>
        <source>standard input</source>
        <translation>Standardeingabe</translation>
    </message>
    <message>
        <source>Listening on {address}: lines, JSON and Python&apos;s log records, TCP and UDP.</source>
        <translation>Empfang auf {address}: Zeilen, JSON und Log-Einträge von Python, TCP und UDP.</translation>
    </message>
    <message>
        <source>OTLP on {address}</source>
        <translation>OTLP auf {address}</translation>
    </message>
    <message>
        <source>Listening on {address}: OpenTelemetry logs, traces and metrics over HTTP.</source>
        <translation>Empfang auf {address}: Logs, Traces und Metriken von OpenTelemetry über HTTP.</translation>
    </message>
    <message>
        <source>clipboard</source>
        <translation>Zwischenablage</translation>
    </message>
    <message>
        <source>Pasted from the clipboard.</source>
        <translation>Aus der Zwischenablage eingefügt.</translation>
    </message>
    <message>
        <source>There is no standard input to read.</source>
        <translation>Es gibt keine Standardeingabe zu lesen.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <translation>{path} lässt sich nicht schreiben: {reason}.</translation>
    </message>
    <message>
        <source>it is not of version {version}</source>
        <translation>sie ist nicht von Version {version}</translation>
    </message>
    <message>
        <source>{name} cannot be used: {reason}. It was set aside as {aside}.</source>
        <translation>{name} ist nicht zu gebrauchen: {reason}. Die Datei liegt jetzt unter {aside}.</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>sie ist beschädigt</translation>
    </message>
    <message>
        <source>{path} cannot be used: {reason}. Nothing is remembered this time.</source>
        <translation>{path} ist nicht zu gebrauchen: {reason}. Diesmal wird nichts gemerkt.</translation>
    </message>
    <message>
        <source>it is far too large</source>
        <translation>sie ist viel zu groß</translation>
    </message>
    <message>
        <source>it holds something else</source>
        <translation>sie enthält etwas anderes</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}. Nothing is remembered this time.</source>
        <translation>{path} ist nicht lesbar: {reason}. Diesmal wird nichts gemerkt.</translation>
    </message>
    <message>
        <source>it does not say its version</source>
        <translation>sie nennt ihre Version nicht</translation>
    </message>
    <message>
        <source>it is of version {version}, and this program knows versions up to {known}</source>
        <translation>sie ist von Version {version}, und dieses Programm kennt Versionen bis {known}</translation>
    </message>
    <message>
        <source>The GPU ran out of memory</source>
        <translation>Der Speicher der GPU reichte nicht</translation>
    </message>
    <message>
        <source>It tried to allocate {tried}; {free} were free.</source>
        <translation>{tried} waren verlangt; {free} waren frei.</translation>
    </message>
    <message>
        <source>The batch, the prompt or the model does not fit beside what is already on the GPU. Another process may hold memory too.</source>
        <translation>Batch, Prompt oder Modell passen nicht neben das, was schon auf der GPU liegt. Auch ein anderer Prozess kann Speicher halten.</translation>
    </message>
    <message>
        <source>Use a smaller batch or shorter inputs, load the model in lower precision, or free the GPU. Look at nvidia-smi for other processes.</source>
        <translation>Einen kleineren Batch oder kürzere Eingaben nehmen, das Modell mit geringerer Genauigkeit laden oder die GPU freimachen. In nvidia-smi nach anderen Prozessen sehen.</translation>
    </message>
    <message>
        <source>The KV cache is full</source>
        <translation>Der KV-Cache ist voll</translation>
    </message>
    <message>
        <source>More or longer requests run at once than the cache can hold. The engine interrupts requests and computes them again, which makes all of them slow.</source>
        <translation>Es laufen mehr oder längere Anfragen zugleich, als der Cache fasst. Die Engine unterbricht Anfragen und rechnet sie noch einmal, was alle langsam macht.</translation>
    </message>
    <message>
        <source>Allow fewer sequences at once, shorten the maximum length, or give the engine more GPU memory.</source>
        <translation>Weniger Sequenzen zugleich erlauben, die größte Länge kürzen oder der Engine mehr GPU-Speicher geben.</translation>
    </message>
    <message>
        <source>The KV cache does not fit on the GPU</source>
        <translation>Der KV-Cache passt nicht auf die GPU</translation>
    </message>
    <message>
        <source>The weights and the cache for the longest allowed input together need more memory than the GPU has free.</source>
        <translation>Gewichte und der Cache für die längste erlaubte Eingabe brauchen zusammen mehr Speicher, als die GPU frei hat.</translation>
    </message>
    <message>
        <source>Lower the maximum length (max_model_len), give the engine a larger share of the GPU (gpu_memory_utilization), or load a smaller model. Look at nvidia-smi for other processes.</source>
        <translation>Die Höchstlänge senken (max_model_len), der Engine mehr vom GPU-Speicher geben (gpu_memory_utilization) oder ein kleineres Modell laden. Mit nvidia-smi nach anderen Prozessen sehen.</translation>
    </message>
    <message>
        <source>The machine ran out of memory</source>
        <translation>Der Speicher des Rechners reichte nicht</translation>
    </message>
    <message>
        <source>The process needs more memory than its machine or container may use; the system ends it, often without a last log line.</source>
        <translation>Der Prozess braucht mehr Speicher, als sein Rechner oder Container nutzen darf; das System beendet ihn, oft ohne eine letzte Zeile im Log.</translation>
    </message>
    <message>
        <source>Raise the memory limit, run fewer workers (each loads its own model), or load a smaller model.</source>
        <translation>Die Speichergrenze erhöhen, weniger Worker starten (jeder lädt ein eigenes Modell) oder ein kleineres Modell laden.</translation>
    </message>
    <message>
        <source>Shared memory is too small</source>
        <translation>Der gemeinsame Speicher ist zu klein</translation>
    </message>
    <message>
        <source>Workers of a data loader, or processes that share a GPU job, pass data through /dev/shm. In containers it is only 64 MB unless something else is asked for.</source>
        <translation>Arbeitsprozesse eines Data-Loaders oder Prozesse, die sich eine GPU-Aufgabe teilen, übergeben Daten über /dev/shm. In Containern sind das nur 64 MB, wenn nichts anderes verlangt wird.</translation>
    </message>
    <message>
        <source>Start the container with more (docker: --shm-size=8g or --ipc=host; Kubernetes: a Memory volume at /dev/shm), or use fewer workers (num_workers=0).</source>
        <translation>Den Container mit mehr starten (Docker: --shm-size=8g oder --ipc=host; Kubernetes: ein Memory-Volume an /dev/shm) oder weniger Arbeitsprozesse nehmen (num_workers=0).</translation>
    </message>
    <message>
        <source>A worker process was killed</source>
        <translation>Ein Worker-Prozess wurde beendet</translation>
    </message>
    <message>
        <source>The worker answered too late or needed too much memory; the log says only that it was killed. A WORKER TIMEOUT with the same pid just before means that it was too late.</source>
        <translation>Der Worker antwortete zu spät oder brauchte zu viel Speicher; das Log sagt nur, dass er beendet wurde. Ein WORKER TIMEOUT mit derselben pid kurz davor heißt, dass er zu spät war.</translation>
    </message>
    <message>
        <source>After a WORKER TIMEOUT: find what the worker waited for, or raise the worker&apos;s time limit. Without one: raise the memory limit, or run fewer workers.</source>
        <translation>Nach einem WORKER TIMEOUT: suchen, worauf der Worker wartete, oder sein Zeitlimit erhöhen. Ohne einen: die Speichergrenze erhöhen oder weniger Worker starten.</translation>
    </message>
    <message>
        <source>The processor does not know an instruction</source>
        <translation>Der Prozessor kennt einen Befehl nicht</translation>
    </message>
    <message>
        <source>The program was built for newer processors (AVX, AVX2, AVX-512) than this one, or than the virtual machine shows.</source>
        <translation>Das Programm wurde für neuere Prozessoren gebaut (AVX, AVX2, AVX-512) als diesen oder als den, den die virtuelle Maschine zeigt.</translation>
    </message>
    <message>
        <source>Run it on a newer processor, let the virtual machine pass the host processor through, or take a build without these instructions.</source>
        <translation>Auf einem neueren Prozessor ausführen, den Prozessor des Wirts an die virtuelle Maschine durchreichen oder eine Fassung ohne diese Befehle nehmen.</translation>
    </message>
    <message>
        <source>A process crashed</source>
        <translation>Ein Prozess ist abgestürzt</translation>
    </message>
    <message>
        <source>Native code failed: a library that does not fit the driver or the other libraries, a model file that it cannot handle, or memory that broke.</source>
        <translation>Nativer Code ist gescheitert: eine Bibliothek, die nicht zum Treiber oder zu den anderen passt, eine Modelldatei, mit der er nicht umgehen kann, oder beschädigter Speicher.</translation>
    </message>
    <message>
        <source>Look at the lines just before for the library. Update it or go back one version, try another model or backend, and with GPUs run once on the CPU.</source>
        <translation>In den Zeilen unmittelbar davor nach der Bibliothek sehen. Sie aktualisieren oder eine Version zurückgehen, ein anderes Modell oder Backend versuchen und bei GPUs einmal auf der CPU rechnen.</translation>
    </message>
    <message>
        <source>A process was killed from outside</source>
        <translation>Ein Prozess wurde von außen beendet</translation>
    </message>
    <message>
        <source>The system or the platform ended it (SIGKILL, exit code 137 or -9). Mostly it needed more memory than it may use; else a health check failed or a time limit ran out.</source>
        <translation>Das System oder die Plattform hat ihn beendet (SIGKILL, Exit-Code 137 oder -9). Meist brauchte er mehr Speicher, als er darf; sonst schlug eine Gesundheitsprüfung fehl oder eine Frist lief ab.</translation>
    </message>
    <message>
        <source>Compare its memory with the limit of container or machine (dmesg, kubectl describe, the metrics of the platform). If memory was free, look at health checks and time limits.</source>
        <translation>Seinen Speicher mit der Grenze von Container oder Maschine vergleichen (dmesg, kubectl describe, Messwerte der Plattform). War Speicher frei, nach Gesundheitsprüfungen und Fristen sehen.</translation>
    </message>
    <message>
        <source>Somebody stopped the program (Ctrl+C)</source>
        <translation>Jemand hat das Programm angehalten (Strg+C)</translation>
    </message>
    <message>
        <source>The traceback only says where it was when it was stopped. Mostly it seemed to hang: a download, processes that wait for each other, a lock.</source>
        <translation>Der Traceback sagt nur, wo es war, als es angehalten wurde. Meist schien es zu hängen: ein Download, Prozesse, die aufeinander warten, eine Sperre.</translation>
    </message>
    <message>
        <source>Look at the pause before, and at the deepest frame: that is what it waited for.</source>
        <translation>Die Pause davor ansehen und den tiefsten Frame: Darauf hat es gewartet.</translation>
    </message>
    <message>
        <source>The GPU reported an error</source>
        <translation>Die GPU meldete einen Fehler</translation>
    </message>
    <message>
        <source>Driver, CUDA and library versions do not fit together, an index is outside its range, or tensors are on different devices.</source>
        <translation>Treiber, CUDA und Bibliotheken passen nicht zusammen, ein Index liegt außerhalb seines Bereichs, oder Tensoren liegen auf verschiedenen Geräten.</translation>
    </message>
    <message>
        <source>Compare the versions of driver and framework. To see the true line of the error, run once with CUDA_LAUNCH_BLOCKING=1.</source>
        <translation>Die Versionen von Treiber und Framework vergleichen. Für die wahre Zeile des Fehlers einmal mit CUDA_LAUNCH_BLOCKING=1 starten.</translation>
    </message>
    <message>
        <source>The GPUs did not finish a step together</source>
        <translation>Die GPUs haben einen Schritt nicht gemeinsam beendet</translation>
    </message>
    <message>
        <source>One process is stuck, died, or does other steps than the rest, or the network between the GPUs does not work. The others wait for it until the time limit.</source>
        <translation>Ein Prozess hängt, ist gestorben oder macht andere Schritte als die übrigen, oder das Netz zwischen den GPUs geht nicht. Die anderen warten auf ihn bis zur Frist.</translation>
    </message>
    <message>
        <source>Find the rank that failed first or says nothing: its error is the cause. If none: give all ranks equally many batches; for the connection try NCCL_DEBUG=INFO and NCCL_P2P_DISABLE=1.</source>
        <translation>Den Rang finden, der zuerst scheiterte oder nichts sagt: Sein Fehler ist die Ursache. Gibt es keinen: allen gleich viele Batches geben; für die Verbindung NCCL_DEBUG=INFO und NCCL_P2P_DISABLE=1 versuchen.</translation>
    </message>
    <message>
        <source>The GPU is not used</source>
        <translation>Die GPU wird nicht benutzt</translation>
    </message>
    <message>
        <source>No driver is visible where the program runs, it is too old for the program, it was updated without a restart, or the build has no support for this GPU. The model then runs on the CPU, many times slower.</source>
        <translation>Wo das Programm läuft, ist kein Treiber zu sehen, er ist zu alt, wurde ohne Neustart aktualisiert, oder die Fassung des Programms kennt diese GPU nicht. Das Modell läuft dann auf der CPU, um ein Vielfaches langsamer.</translation>
    </message>
    <message>
        <source>Run nvidia-smi in the same container. Start it with access to the GPU (--gpus all), update the driver or restart after an update, and install the build for this GPU.</source>
        <translation>nvidia-smi im selben Container ausführen. Ihn mit Zugriff auf die GPU starten (--gpus all), den Treiber aktualisieren oder nach einem Update neu starten und die Fassung für diese GPU installieren.</translation>
    </message>
    <message>
        <source>The model server died</source>
        <translation>Der Modellserver ist gestorben</translation>
    </message>
    <message>
        <source>The process that runs the model ended. Requests that it held are lost; the reason usually stands in the lines just before.</source>
        <translation>Der Prozess mit dem Modell endete. Anfragen, die er hielt, sind verloren; der Grund steht meist in den Zeilen kurz davor.</translation>
    </message>
    <message>
        <source>Read the records before the first of these. Out of memory is the most frequent reason; a missing file or package the next.</source>
        <translation>Die Einträge vor dem ersten davon lesen. Der häufigste Grund ist zu wenig Speicher, der nächste eine fehlende Datei oder ein fehlendes Paket.</translation>
    </message>
    <message>
        <source>The program does not know this kind of model</source>
        <translation>Das Programm kennt diese Art von Modell nicht</translation>
    </message>
    <message>
        <source>The model is newer than the program or library that loads it, or the file is of another kind: an adapter, the vision part of a model, another format.</source>
        <translation>Das Modell ist neuer als das Programm oder die Bibliothek, die es lädt, oder die Datei ist etwas anderes: ein Adapter, der Bildteil eines Modells, ein anderes Format.</translation>
    </message>
    <message>
        <source>Update what loads the model, also where another program brings it along; else take a model or a file that it supports.</source>
        <translation>Aktualisieren, was das Modell lädt, auch wo ein anderes Programm es mitbringt; sonst ein Modell oder eine Datei nehmen, die es unterstützt.</translation>
    </message>
    <message>
        <source>The model is not known there</source>
        <translation>Das Modell ist dort nicht bekannt</translation>
    </message>
    <message>
        <source>The name is misspelt, belongs to another provider or region, was retired, was never downloaded to this server, or the account may not use it. Some models of Bedrock need the id of an inference profile.</source>
        <translation>Der Name ist falsch geschrieben, gehört zu einem anderen Anbieter oder einer anderen Region, wurde abgeschaltet, nie auf diesen Server geladen, oder das Konto darf es nicht benutzen. Manche Modelle von Bedrock brauchen die Kennung eines Inference-Profils.</translation>
    </message>
    <message>
        <source>Compare the name with the list that the server gives for this account and region (GET /v1/models, ollama list, the page of the provider), and ask for access where that is needed.</source>
        <translation>Den Namen mit der Liste vergleichen, die der Server für dieses Konto und diese Region gibt (GET /v1/models, ollama list, die Seite des Anbieters), und Zugriff beantragen, wo das nötig ist.</translation>
    </message>
    <message>
        <source>The model has no chat template</source>
        <translation>Das Modell hat keine Chat-Vorlage</translation>
    </message>
    <message>
        <source>It is a base model, or its files lack the template by which messages become a prompt.</source>
        <translation>Es ist ein Basismodell, oder seinen Dateien fehlt die Vorlage, nach der aus Nachrichten ein Prompt wird.</translation>
    </message>
    <message>
        <source>Take the instruct or chat version of the model, or give the server a template (--chat-template).</source>
        <translation>Die Instruct- oder Chat-Fassung des Modells nehmen oder dem Server eine Vorlage geben (--chat-template).</translation>
    </message>
    <message>
        <source>The tokenizer could not be loaded</source>
        <translation>Der Tokenizer konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>Files of the tokenizer are missing beside the weights, a package for it is not installed, or the library is too old for its format.</source>
        <translation>Neben den Gewichten fehlen Dateien des Tokenizers, ein Paket für ihn ist nicht installiert, oder die Bibliothek ist zu alt für sein Format.</translation>
    </message>
    <message>
        <source>Download all files of the model again, install sentencepiece, tiktoken or protobuf if a line names it, and update transformers and tokenizers.</source>
        <translation>Alle Dateien des Modells neu herunterladen, sentencepiece, tiktoken oder protobuf installieren, wenn eine Zeile es nennt, und transformers und tokenizers aktualisieren.</translation>
    </message>
    <message>
        <source>A model could not be loaded</source>
        <translation>Ein Modell konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>The path or name is wrong, the file is incomplete, or it was written by another version. Weights that are newly initialized give random scores.</source>
        <translation>Pfad oder Name ist falsch, die Datei ist unvollständig, oder eine andere Version hat sie geschrieben. Neu initialisierte Gewichte geben zufällige Scores.</translation>
    </message>
    <message>
        <source>Check path and name of the model, its size on the disk, and the library versions of training and serving.</source>
        <translation>Pfad und Name des Modells, seine Größe auf der Platte und die Bibliotheksversionen von Training und Betrieb prüfen.</translation>
    </message>
    <message>
        <source>The quota or credit at the provider is used up</source>
        <translation>Kontingent oder Guthaben beim Anbieter ist aufgebraucht</translation>
    </message>
    <message>
        <source>The account has no credit left or has reached its spending limit. Waiting does not help.</source>
        <translation>Das Konto hat kein Guthaben mehr oder seine Ausgabengrenze erreicht. Warten hilft nicht.</translation>
    </message>
    <message>
        <source>Check plan and billing of the account.</source>
        <translation>Tarif und Abrechnung des Kontos prüfen.</translation>
    </message>
    <message>
        <source>The provider limited the request rate</source>
        <translation>Der Anbieter hat die Anfragerate begrenzt</translation>
    </message>
    <message>
        <source>More requests or tokens a minute were sent than the account may.</source>
        <translation>Es wurden mehr Anfragen oder Tokens pro Minute gesendet, als das Konto darf.</translation>
    </message>
    <message>
        <source>Send fewer requests at once, retry with exponential backoff, or ask for a higher limit.</source>
        <translation>Weniger Anfragen zugleich senden, zwischen Versuchen mit wachsenden Pausen warten oder um eine höhere Grenze bitten.</translation>
    </message>
    <message>
        <source>The provider was overloaded</source>
        <translation>Der Anbieter war überlastet</translation>
    </message>
    <message>
        <source>The service behind had more work than it could take. It is not your request.</source>
        <translation>Der Dienst dahinter hatte mehr Arbeit, als er schaffte. An Ihrer Anfrage liegt es nicht.</translation>
    </message>
    <message>
        <source>Retry with backoff; have a second model or region to fall back to.</source>
        <translation>Mit wachsenden Pausen noch einmal versuchen; ein zweites Modell oder eine zweite Region als Ersatz haben.</translation>
    </message>
    <message>
        <source>A service was not available (503)</source>
        <translation>Ein Dienst war nicht verfügbar (503)</translation>
    </message>
    <message>
        <source>It was starting or stopping, could not reach something that it needs, or had more work than it could take.</source>
        <translation>Er startete oder endete gerade, erreichte etwas nicht, was er braucht, oder hatte mehr Arbeit, als er annehmen konnte.</translation>
    </message>
    <message>
        <source>If the service is yours, look at what it logged just before: a start, a failed health check, a full queue. If it is a provider&apos;s, retry with backoff.</source>
        <translation>Ist es Ihr Dienst, sehen Sie nach, was er kurz davor schrieb: einen Start, eine misslungene Selbstprüfung, eine volle Warteschlange. Ist es der eines Anbieters, versuchen Sie es mit wachsenden Pausen noch einmal.</translation>
    </message>
    <message>
        <source>The gateway has no model left to send to</source>
        <translation>Das Gateway hat kein Modell mehr, an das es senden kann</translation>
    </message>
    <message>
        <source>All places that could answer for this model are resting after errors or rate limits, are not up, or none is known under this name.</source>
        <translation>Alle Stellen, die für dieses Modell antworten könnten, ruhen nach Fehlern oder Ratenbegrenzungen, laufen nicht, oder unter diesem Namen ist keine bekannt.</translation>
    </message>
    <message>
        <source>Look at the errors just before: a rate limit, a wrong key, a timeout. Check the name of the model, add a fallback or shorten the rest (cooldown).</source>
        <translation>Die Fehler kurz davor ansehen: eine Ratenbegrenzung, ein falscher Schlüssel, eine Zeitüberschreitung. Den Namen des Modells prüfen, ein Ersatzmodell angeben oder die Ruhezeit (Cooldown) verkürzen.</translation>
    </message>
    <message>
        <source>The input is longer than the model allows</source>
        <translation>Die Eingabe ist länger, als das Modell erlaubt</translation>
    </message>
    <message>
        <source>The limit is {limit} tokens, the request had {had}.</source>
        <translation>Die Grenze ist {limit} Tokens, die Anfrage hatte {had}.</translation>
    </message>
    <message>
        <source>History, documents and instructions together are longer than the model&apos;s context.</source>
        <translation>Verlauf, Dokumente und Anweisungen zusammen sind länger als der Kontext des Modells.</translation>
    </message>
    <message>
        <source>Shorten or summarise the history, send fewer documents, or use a model with a longer context.</source>
        <translation>Den Verlauf kürzen oder zusammenfassen, weniger Dokumente senden oder ein Modell mit längerem Kontext nehmen.</translation>
    </message>
    <message>
        <source>The messages sent to the model do not fit together</source>
        <translation>Die Nachrichten an das Modell passen nicht zusammen</translation>
    </message>
    <message>
        <source>The answer of a tool is missing or stands apart from its call, or roles follow in an order that the provider does not allow: often a history was shortened, or two requests wrote to it at once.</source>
        <translation>Die Antwort eines Werkzeugs fehlt oder steht nicht bei ihrem Aufruf, oder Rollen folgen so aufeinander, wie der Anbieter es nicht erlaubt: Oft wurde ein Verlauf gekürzt, oder zwei Anfragen schrieben zugleich hinein.</translation>
    </message>
    <message>
        <source>Send each tool call together with its answers, shorten histories only between whole turns, and keep one history for each conversation.</source>
        <translation>Jeden Werkzeugaufruf zusammen mit seinen Antworten senden, Verläufe nur zwischen ganzen Runden kürzen und für jedes Gespräch einen eigenen führen.</translation>
    </message>
    <message>
        <source>Vectors have another length than the collection</source>
        <translation>Vektoren sind anders lang als die der Sammlung</translation>
    </message>
    <message>
        <source>The collection was filled with another embedding model than the one that asks now, or its index was made for another one.</source>
        <translation>Die Sammlung wurde mit einem anderen Embedding-Modell gefüllt als dem, das jetzt fragt, oder ihr Index ist für ein anderes gemacht.</translation>
    </message>
    <message>
        <source>Use the embedding model that the collection was filled with, or make a new collection and fill it again.</source>
        <translation>Das Embedding-Modell benutzen, mit dem die Sammlung gefüllt wurde, oder eine neue anlegen und neu füllen.</translation>
    </message>
    <message>
        <source>Prompts were cut without an error</source>
        <translation>Prompts wurden ohne Fehler abgeschnitten</translation>
    </message>
    <message>
        <source>The prompt is longer than the server&apos;s context setting. It cuts the prompt and answers as if nothing had happened: callers see success and get worse answers.</source>
        <translation>Der Prompt ist länger als der eingestellte Kontext des Servers. Er schneidet ihn ab und antwortet, als wäre nichts: Aufrufer sehen Erfolg und bekommen schlechtere Antworten.</translation>
    </message>
    <message>
        <source>Raise the context size of the server (num_ctx, max_model_len) or send shorter prompts.</source>
        <translation>Die Kontextgröße des Servers erhöhen (num_ctx, max_model_len) oder kürzere Prompts senden.</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Der Datenträger ist voll</translation>
    </message>
    <message>
        <source>Checkpoints, logs, caches of models or uploads have filled the disk or the volume. What could not be written is lost.</source>
        <translation>Checkpoints, Logs, Zwischenspeicher von Modellen oder Uploads haben den Datenträger gefüllt. Was nicht geschrieben werden konnte, ist verloren.</translation>
    </message>
    <message>
        <source>Free space (old checkpoints, the cache of the model hub, rotated logs) or write to a larger volume, then write again what is missing.</source>
        <translation>Platz schaffen (alte Checkpoints, Zwischenspeicher des Model Hub, alte Logs) oder auf einen größeren Datenträger schreiben; danach neu schreiben, was fehlt.</translation>
    </message>
    <message>
        <source>A content filter blocked requests or answers</source>
        <translation>Ein Inhaltsfilter hat Anfragen oder Antworten gesperrt</translation>
    </message>
    <message>
        <source>The provider&apos;s rules do not allow the input or the answer. The caller often gets an empty answer.</source>
        <translation>Die Regeln des Anbieters hielten Eingabe oder Antwort für unerlaubt. Der Aufrufer bekommt oft eine leere Antwort.</translation>
    </message>
    <message>
        <source>Look at the inputs of these records. Tell users what happened instead of showing nothing; adjust the filter if it is yours.</source>
        <translation>Die Eingaben dieser Einträge ansehen. Nutzern sagen, was geschah, statt nichts zu zeigen; den Filter anpassen, wenn es Ihrer ist.</translation>
    </message>
    <message>
        <source>Answers were cut at the token limit</source>
        <translation>Antworten wurden an der Token-Grenze abgeschnitten</translation>
    </message>
    <message>
        <source>max_tokens is smaller than the answers need. JSON that is cut cannot be parsed.</source>
        <translation>max_tokens ist kleiner, als die Antworten brauchen. Abgeschnittenes JSON ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Raise max_tokens, or ask for shorter answers.</source>
        <translation>max_tokens erhöhen oder um kürzere Antworten bitten.</translation>
    </message>
    <message>
        <source>Something did not answer in time</source>
        <translation>Etwas hat nicht rechtzeitig geantwortet</translation>
    </message>
    <message>
        <source>The model or a service behind it took longer than the caller waits: a cold start, a long input, or too many requests at once.</source>
        <translation>Das Modell oder ein Dienst dahinter brauchte länger, als der Aufrufer wartet: ein Kaltstart, eine lange Eingabe oder zu viele Anfragen zugleich.</translation>
    </message>
    <message>
        <source>Look at the latency just before. Warm the model up at start, limit the input, raise the time limit of caller and proxy together.</source>
        <translation>Die Latenz kurz davor ansehen. Das Modell beim Start aufwärmen, die Eingabe begrenzen, die Zeitgrenzen von Aufrufer und Proxy zusammen erhöhen.</translation>
    </message>
    <message>
        <source>A proxy got no good answer from the service (502)</source>
        <translation>Ein Proxy bekam keine gute Antwort vom Dienst (502)</translation>
    </message>
    <message>
        <source>The service behind the proxy crashed, restarted, is not up yet, or took too long.</source>
        <translation>Der Dienst hinter dem Proxy stürzte ab, startete neu, ist noch nicht bereit oder brauchte zu lange.</translation>
    </message>
    <message>
        <source>Look for a crash, an out-of-memory or a start-up in the records just before. Check that the service listens on the port that the proxy calls.</source>
        <translation>In den Einträgen kurz davor nach Absturz, Speichermangel oder Neustart suchen. Prüfen, ob der Dienst auf dem Port hört, den der Proxy ruft.</translation>
    </message>
    <message>
        <source>The browser blocked the call (CORS)</source>
        <translation>Der Browser hat den Aufruf verhindert (CORS)</translation>
    </message>
    <message>
        <source>The page comes from another origin (host or port) than the service, and the service does not say that this origin may call it.</source>
        <translation>Die Seite kommt von einer anderen Herkunft (Host oder Port) als der Dienst, und der Dienst sagt nicht, dass diese Herkunft ihn aufrufen darf.</translation>
    </message>
    <message>
        <source>Allow the origin of the page in the service (FastAPI: CORSMiddleware; Ollama: OLLAMA_ORIGINS), also for errors and OPTIONS, or serve both from one origin.</source>
        <translation>Die Herkunft der Seite im Dienst erlauben (FastAPI: CORSMiddleware; Ollama: OLLAMA_ORIGINS), auch bei Fehlern und OPTIONS, oder beides von einer Herkunft ausliefern.</translation>
    </message>
    <message>
        <source>A host name is not known</source>
        <translation>Ein Hostname ist nicht bekannt</translation>
    </message>
    <message>
        <source>The name is misspelt, or it is not known where the program runs: a container knows only services of its own networks, and on Linux not host.docker.internal.</source>
        <translation>Der Name ist falsch geschrieben oder dort, wo das Programm läuft, nicht bekannt: Ein Container kennt nur Dienste seiner eigenen Netze und unter Linux host.docker.internal nicht.</translation>
    </message>
    <message>
        <source>Try the name inside the same container. Call a neighbour by the name of its service; for the host add host.docker.internal:host-gateway.</source>
        <translation>Den Namen im selben Container versuchen. Nachbarn mit dem Namen ihres Dienstes aufrufen; für den Wirt host.docker.internal:host-gateway angeben.</translation>
    </message>
    <message>
        <source>A certificate was not accepted</source>
        <translation>Ein Zertifikat wurde nicht anerkannt</translation>
    </message>
    <message>
        <source>A proxy of the company puts its own certificate in between, the certificate ran out, or https is spoken to a port that answers http.</source>
        <translation>Ein Proxy der Firma setzt sein eigenes Zertifikat dazwischen, das Zertifikat ist abgelaufen, oder mit einem Port, der http antwortet, wird https gesprochen.</translation>
    </message>
    <message>
        <source>Give the program the root certificate of the proxy (REQUESTS_CA_BUNDLE, SSL_CERT_FILE, NODE_EXTRA_CA_CERTS), or check scheme and port of the address.</source>
        <translation>Dem Programm das Stammzertifikat des Proxys geben (REQUESTS_CA_BUNDLE, SSL_CERT_FILE, NODE_EXTRA_CA_CERTS) oder Schema und Port der Adresse prüfen.</translation>
    </message>
    <message>
        <source>The other side hung up in the middle</source>
        <translation>Die Gegenseite hat mittendrin aufgelegt</translation>
    </message>
    <message>
        <source>The process behind crashed, was killed or restarted while it worked, or a proxy or server between ended a call that took too long.</source>
        <translation>Der Prozess dahinter ist abgestürzt, wurde beendet oder neu gestartet, während er arbeitete, oder ein Proxy oder Server dazwischen hat einen zu langen Aufruf beendet.</translation>
    </message>
    <message>
        <source>Look into the log of the other side at the same time: out of memory, a crash or a restart. If it is well, compare the time limits of all proxies between.</source>
        <translation>Im Log der Gegenseite zur selben Zeit nachsehen: Speichermangel, ein Absturz oder Neustart. Geht es ihr gut, die Fristen aller Proxys dazwischen vergleichen.</translation>
    </message>
    <message>
        <source>A part of the service hung until it was given up</source>
        <translation>Ein Teil des Dienstes hing, bis er aufgegeben wurde</translation>
    </message>
    <message>
        <source>A step never came back: processes of several GPUs wait for each other, a kernel or a call without a time limit hangs, or all memory for the cache is taken.</source>
        <translation>Ein Schritt kam nie zurück: Prozesse mehrerer GPUs warten aufeinander, ein Kernel oder ein Aufruf ohne Zeitgrenze hängt, oder der Speicher des Caches ist voll.</translation>
    </message>
    <message>
        <source>Look at the last step of each process before it, and at the GPUs (nvidia-smi). A dump of the threads (py-spy dump) while it hangs says where it waits.</source>
        <translation>Sehen Sie den letzten Schritt jedes Prozesses davor an, und die GPUs (nvidia-smi). Ein Abzug der Threads (py-spy dump), solange es hängt, sagt, wo es wartet.</translation>
    </message>
    <message>
        <source>A file or folder could not be read or written</source>
        <translation>Eine Datei oder ein Ordner konnte nicht gelesen oder geschrieben werden</translation>
    </message>
    <message>
        <source>The program runs as another user than the owner of the folder, often in a container with a mounted volume, or the volume is mounted to be read only.</source>
        <translation>Das Programm läuft unter einem anderen Benutzer, als dem der Ordner gehört, oft in einem Container mit eingehängtem Volume, oder das Volume ist nur zum Lesen eingehängt.</translation>
    </message>
    <message>
        <source>Give the user of the program the folder that is named (chown, or user: in the container&apos;s configuration), or let it write to another one (a cache folder by HF_HOME, for example).</source>
        <translation>Geben Sie dem Benutzer des Programms den genannten Ordner (chown, oder user: in der Konfiguration des Containers), oder lassen Sie es in einen anderen schreiben (einen Cache etwa mit HF_HOME).</translation>
    </message>
    <message>
        <source>What was stored cannot be read any more</source>
        <translation>Was gespeichert war, ist nicht mehr lesbar</translation>
    </message>
    <message>
        <source>The machine or the container ended while it wrote, the disk was full, or another version wrote it.</source>
        <translation>Die Maschine oder der Container endete beim Schreiben, die Platte war voll, oder eine andere Version hat es geschrieben.</translation>
    </message>
    <message>
        <source>Look for what ended the program before (power, memory, disk). Restore a snapshot, or remove the part that is named and write it again; keep a copy of it first.</source>
        <translation>Suchen Sie, was das Programm davor beendet hat (Strom, Speicher, Platte). Spielen Sie eine Sicherung ein, oder entfernen Sie den genannten Teil und schreiben Sie ihn neu; heben Sie vorher eine Kopie auf.</translation>
    </message>
    <message>
        <source>The platform starts the container again and again</source>
        <translation>Die Plattform startet den Container wieder und wieder</translation>
    </message>
    <message>
        <source>It ends or does not answer its health check soon enough: an error at start, a model that takes long to load, another port, or 127.0.0.1 instead of 0.0.0.0.</source>
        <translation>Er endet oder antwortet nicht früh genug auf seine Gesundheitsprüfung: ein Fehler beim Start, ein Modell, das lange lädt, ein anderer Port oder 127.0.0.1 statt 0.0.0.0.</translation>
    </message>
    <message>
        <source>Read the last lines of the container before it ended (kubectl logs --previous). Listen on 0.0.0.0 and the port of the platform, and allow more time until the first check.</source>
        <translation>Die letzten Zeilen des Containers vor seinem Ende lesen (kubectl logs --previous). Auf 0.0.0.0 und dem Port der Plattform lauschen und bis zur ersten Prüfung mehr Zeit geben.</translation>
    </message>
    <message>
        <source>The platform finds no open port</source>
        <translation>Die Plattform findet keinen offenen Port</translation>
    </message>
    <message>
        <source>The service listens on 127.0.0.1 or on another port than the platform asks for, has ended, or takes long to start (a model to load).</source>
        <translation>Der Dienst horcht auf 127.0.0.1 oder auf einem anderen Port als dem, den die Plattform verlangt, er ist beendet, oder er braucht lange zum Starten (ein Modell wird geladen).</translation>
    </message>
    <message>
        <source>Listen on 0.0.0.0 and the port of the platform ($PORT). If it does, look for an error at its start just before, or load the model after the port is open.</source>
        <translation>Auf 0.0.0.0 und dem Port der Plattform ($PORT) horchen. Tut er das, kurz davor nach einem Fehler beim Start suchen, oder das Modell erst laden, wenn der Port offen ist.</translation>
    </message>
    <message>
        <source>The platform could not start the container</source>
        <translation>Die Plattform konnte den Container nicht starten</translation>
    </message>
    <message>
        <source>No machine has the GPU, memory or processor that it asks for, its image cannot be fetched, or a secret or setting that it names does not exist.</source>
        <translation>Keine Maschine hat die GPU, den Speicher oder Prozessor, den er verlangt, sein Image ist nicht zu holen, oder ein Geheimnis oder eine Einstellung, die er nennt, gibt es nicht.</translation>
    </message>
    <message>
        <source>Compare what it asks for with what nodes have free (kubectl describe pod and node), and check name, tag and access of the image.</source>
        <translation>Vergleichen, was er verlangt und was die Knoten frei haben (kubectl describe pod und node), und Name, Tag und Zugriff des Images prüfen.</translation>
    </message>
    <message>
        <source>A worker stopped reporting</source>
        <translation>Ein Arbeitsprozess meldet sich nicht mehr</translation>
    </message>
    <message>
        <source>The process or its machine was killed (mostly for memory), hangs, or is so busy that it no longer reports. Its work is taken for failed.</source>
        <translation>Der Prozess oder seine Maschine wurde beendet (meist wegen Speicher), hängt oder ist so beschäftigt, dass er sich nicht mehr meldet. Seine Arbeit gilt als gescheitert.</translation>
    </message>
    <message>
        <source>Look for a kill or a restart of that worker at the same time. If it was only busy, give it fewer tasks at once or a longer heartbeat limit.</source>
        <translation>Nach einem Abbruch oder Neustart dieses Prozesses zur selben Zeit suchen. War er nur beschäftigt, ihm weniger zugleich geben oder eine längere Frist für Lebenszeichen.</translation>
    </message>
    <message>
        <source>The database has no free connection</source>
        <translation>Die Datenbank hat keine freie Verbindung</translation>
    </message>
    <message>
        <source>More requests hold a connection at once than the pool or the database has, often while they wait for a model.</source>
        <translation>Mehr Anfragen halten zugleich eine Verbindung, als der Pool oder die Datenbank hat, oft während sie auf ein Modell warten.</translation>
    </message>
    <message>
        <source>Give connections back before the model is called, raise the pool, or put a pooler before the database.</source>
        <translation>Verbindungen zurückgeben, bevor das Modell aufgerufen wird, den Pool vergrößern oder einen Pooler vor die Datenbank setzen.</translation>
    </message>
    <message>
        <source>A table, collection or extension is missing</source>
        <translation>Eine Tabelle, Sammlung oder Erweiterung fehlt</translation>
    </message>
    <message>
        <source>The database is new, another one than expected, or was not migrated; the name differs; or the collection has to be loaded or filled first.</source>
        <translation>Die Datenbank ist neu, eine andere als erwartet oder wurde nicht migriert; der Name ist ein anderer; oder die Sammlung muss erst geladen oder gefüllt werden.</translation>
    </message>
    <message>
        <source>Run migrations or the step that fills it, and check address, database and name that this service really uses.</source>
        <translation>Migrationen ausführen oder den Schritt, der sie füllt, und prüfen, welche Adresse, Datenbank und welchen Namen dieser Dienst wirklich benutzt.</translation>
    </message>
    <message>
        <source>What is added is already there</source>
        <translation>Was hinzugefügt wird, ist schon da</translation>
    </message>
    <message>
        <source>The same documents or rows are loaded again at each start or retry, or two processes write the same ones.</source>
        <translation>Dieselben Dokumente oder Zeilen werden bei jedem Start oder Versuch erneut geladen, oder zwei Prozesse schreiben dieselben.</translation>
    </message>
    <message>
        <source>Write with upsert and ids made of the content, and load only what is not there yet.</source>
        <translation>Mit Upsert und aus dem Inhalt gebildeten Kennungen schreiben und nur laden, was noch nicht da ist.</translation>
    </message>
    <message>
        <source>The port is already taken</source>
        <translation>Der Port ist schon belegt</translation>
    </message>
    <message>
        <source>Another process, often an older one of the same program, listens on this port.</source>
        <translation>Ein anderer Prozess, oft ein älterer desselben Programms, hört auf diesem Port.</translation>
    </message>
    <message>
        <source>End the other process or choose another port.</source>
        <translation>Den anderen Prozess beenden oder einen anderen Port wählen.</translation>
    </message>
    <message>
        <source>A program was not found</source>
        <translation>Ein Programm wurde nicht gefunden</translation>
    </message>
    <message>
        <source>The command is not installed where it is to run, or not on the PATH of the program that starts it. Desktop programs, services and containers have a shorter PATH than your shell.</source>
        <translation>Der Befehl ist dort, wo er laufen soll, nicht installiert oder steht nicht im PATH des Programms, das ihn startet. Desktop-Programme, Dienste und Container haben einen kürzeren PATH als Ihre Shell.</translation>
    </message>
    <message>
        <source>Write the full path of the command, or install it in that image or environment.</source>
        <translation>Den vollen Pfad des Befehls angeben oder ihn in diesem Image oder dieser Umgebung installieren.</translation>
    </message>
    <message>
        <source>A key or setting is missing</source>
        <translation>Ein Schlüssel oder eine Einstellung fehlt</translation>
    </message>
    <message>
        <source>An environment variable, a key or a file of settings is not there where the program runs: .env files are not read by every start, and platforms have their own settings.</source>
        <translation>Eine Umgebungsvariable, ein Schlüssel oder eine Datei mit Einstellungen ist dort, wo das Programm läuft, nicht da: Nicht jeder Start liest .env-Dateien, und Plattformen haben eigene Einstellungen.</translation>
    </message>
    <message>
        <source>Set what the line names in the environment of that service or container, and start it again.</source>
        <translation>In der Umgebung dieses Dienstes oder Containers setzen, was die Zeile nennt, und ihn neu starten.</translation>
    </message>
    <message>
        <source>A connection failed</source>
        <translation>Eine Verbindung scheiterte</translation>
    </message>
    <message>
        <source>The other side is not running, the address is wrong, or a firewall or proxy is between.</source>
        <translation>Die andere Seite läuft nicht, die Adresse ist falsch, oder eine Firewall oder ein Proxy ist dazwischen.</translation>
    </message>
    <message>
        <source>Check that the service runs and that address and port are right, from the same machine or container.</source>
        <translation>Vom selben Rechner oder Container aus prüfen, ob der Dienst läuft und Adresse und Port stimmen.</translation>
    </message>
    <message>
        <source>Access was refused</source>
        <translation>Der Zugriff wurde verweigert</translation>
    </message>
    <message>
        <source>The key is missing, wrong or expired, or it may not use this model.</source>
        <translation>Der Schlüssel fehlt, ist falsch oder abgelaufen, oder er darf dieses Modell nicht benutzen.</translation>
    </message>
    <message>
        <source>Check which key the process really gets (environment, secret, .env file) and what it is allowed.</source>
        <translation>Prüfen, welchen Schlüssel der Prozess wirklich bekommt (Umgebung, Secret, .env-Datei) und was er darf.</translation>
    </message>
    <message>
        <source>Requests were retried</source>
        <translation>Anfragen wurden wiederholt</translation>
    </message>
    <message>
        <source>Calls failed and are repeated. Each repetition adds load to what is already slow.</source>
        <translation>Aufrufe scheiterten und werden wiederholt. Jede Wiederholung belastet, was schon langsam ist.</translation>
    </message>
    <message>
        <source>Look at what failed first. Use exponential backoff and a limit on attempts.</source>
        <translation>Ansehen, was zuerst scheiterte. Wachsende Pausen und eine Grenze für Versuche setzen.</translation>
    </message>
    <message>
        <source>An answer could not be read as JSON</source>
        <translation>Eine Antwort war nicht als JSON lesbar</translation>
    </message>
    <message>
        <source>The model answered with prose, with nothing, or with JSON that was cut. “Unexpected token &lt;” is an HTML error page.</source>
        <translation>Das Modell antwortete mit Prosa, mit nichts oder mit abgeschnittenem JSON. „Unexpected token &lt;“ ist eine HTML-Fehlerseite.</translation>
    </message>
    <message>
        <source>Ask the model for structured output, raise max_tokens, and keep the raw answer when parsing fails.</source>
        <translation>Das Modell um strukturierte Ausgabe bitten, max_tokens erhöhen und die rohe Antwort aufheben, wenn das Lesen scheitert.</translation>
    </message>
    <message>
        <source>A tool call failed</source>
        <translation>Ein Werkzeugaufruf scheiterte</translation>
    </message>
    <message>
        <source>The model called a tool that does not exist or with arguments that do not fit, or the tool itself failed.</source>
        <translation>Das Modell rief ein Werkzeug, das es nicht gibt, oder mit unpassenden Argumenten, oder das Werkzeug selbst scheiterte.</translation>
    </message>
    <message>
        <source>Look at name and arguments in these records; compare them with the tool&apos;s schema.</source>
        <translation>Name und Argumente in diesen Einträgen ansehen; mit dem Schema des Werkzeugs vergleichen.</translation>
    </message>
    <message>
        <source>Asynchronous calls are mixed up</source>
        <translation>Asynchrone Aufrufe sind vermischt</translation>
    </message>
    <message>
        <source>A client or lock was made in one event loop and is used in another, asynchronous code is called from synchronous code, or an await is missing.</source>
        <translation>Ein Client oder eine Sperre entstand in einer Ereignisschleife und wird in einer anderen benutzt, asynchroner Code wird aus synchronem aufgerufen, oder ein await fehlt.</translation>
    </message>
    <message>
        <source>Make clients inside the loop that uses them (at start-up of the application), and await calls instead of wrapping them in asyncio.run.</source>
        <translation>Clients in der Schleife anlegen, die sie benutzt (beim Start der Anwendung), und Aufrufe mit await erwarten, statt sie in asyncio.run zu stecken.</translation>
    </message>
    <message>
        <source>An agent gave up at its limit of steps</source>
        <translation>Ein Agent hat an seiner Schrittgrenze aufgegeben</translation>
    </message>
    <message>
        <source>It repeated steps without coming to an end: a tool gives nothing useful, the condition to stop is never met, or the task needs more steps.</source>
        <translation>Er wiederholte Schritte, ohne zu einem Ende zu kommen: Ein Werkzeug gibt nichts Brauchbares, die Bedingung zum Aufhören tritt nie ein, oder die Aufgabe braucht mehr Schritte.</translation>
    </message>
    <message>
        <source>Look at the last calls of tools: if they repeat, tell the agent what the tool answered and when to stop; else raise the limit.</source>
        <translation>Die letzten Werkzeugaufrufe ansehen: Wiederholen sie sich, dem Agenten sagen, was das Werkzeug geantwortet hat und wann Schluss ist; sonst die Grenze erhöhen.</translation>
    </message>
    <message>
        <source>The input has the wrong shape for the model</source>
        <translation>Die Eingabe hat die falsche Form für das Modell</translation>
    </message>
    <message>
        <source>The service prepares inputs differently from the training: other columns, another order, another size.</source>
        <translation>Der Dienst bereitet Eingaben anders auf als das Training: andere Spalten, andere Reihenfolge, andere Größe.</translation>
    </message>
    <message>
        <source>Use the same preparation code (or pipeline object) in training and serving; check the number of features.</source>
        <translation>In Training und Betrieb denselben Code zum Aufbereiten nehmen (oder dasselbe Pipeline-Objekt); die Zahl der Merkmale prüfen.</translation>
    </message>
    <message>
        <source>Inputs or uploads could not be read</source>
        <translation>Eingaben oder Uploads waren nicht lesbar</translation>
    </message>
    <message>
        <source>The environment in which it runs lacks a package, or has one that lacks what is asked of it. Without python-multipart a service that takes uploads does not even start.</source>
        <translation>In der Umgebung, in der es läuft, fehlt ein Paket, oder dem vorhandenen fehlt, was von ihm verlangt wird. Ohne python-multipart startet ein Dienst, der Dateien annimmt, gar nicht erst.</translation>
    </message>
    <message>
        <source>Installed packages do not fit each other</source>
        <translation>Installierte Pakete passen nicht zueinander</translation>
    </message>
    <message>
        <source>One package is newer or older than the one that another was written or built for, often since an update that nobody pinned.</source>
        <translation>Ein Paket ist neuer oder älter als das, für das ein anderes geschrieben oder gebaut wurde, oft seit einem Update, das niemand festgelegt hat.</translation>
    </message>
    <message>
        <source>Compare the versions with a place where it works. Pin the package that the line names (for example numpy&lt;2), or update what calls it; then build the environment anew.</source>
        <translation>Die Versionen mit einem Ort vergleichen, wo es geht. Das Paket festlegen, das die Zeile nennt (etwa numpy&lt;2), oder aktualisieren, was es aufruft; dann die Umgebung neu aufbauen.</translation>
    </message>
    <message>
        <source>The database does not have the form that the program expects</source>
        <translation>Die Datenbank hat nicht die Form, die das Programm erwartet</translation>
    </message>
    <message>
        <source>An update brought another schema and its migration did not run, or stopped half-way: a lost connection, old rows that break a new rule, two processes at the same time.</source>
        <translation>Ein Update brachte ein anderes Schema mit, und seine Migration lief nicht oder brach mittendrin ab: eine verlorene Verbindung, alte Zeilen, die eine neue Regel verletzen, zwei Prozesse zur selben Zeit.</translation>
    </message>
    <message>
        <source>Keep a copy of the database, then run the migration alone and read its first error. Mend the rows or the version that it names, and let the service start only after it.</source>
        <translation>Sichern Sie die Datenbank, führen Sie dann die Migration allein aus und lesen Sie ihren ersten Fehler. Berichtigen Sie die Zeilen oder die Version, die er nennt, und lassen Sie den Dienst erst danach starten.</translation>
    </message>
    <message>
        <source>The model was built by another version of the engine</source>
        <translation>Das Modell wurde von einer anderen Version der Engine gebaut</translation>
    </message>
    <message>
        <source>Compiled engines (TensorRT, ONNX Runtime, XLA) only run with the version, and mostly on the kind of GPU, that they were built with.</source>
        <translation>Kompilierte Engines (TensorRT, ONNX Runtime, XLA) laufen nur mit der Version und meist nur auf der Art von GPU, mit der sie gebaut wurden.</translation>
    </message>
    <message>
        <source>Build the engine anew in the image and on the kind of GPU that run it, and keep its version beside the file.</source>
        <translation>Bauen Sie die Engine neu, in dem Image und auf der Art von GPU, auf der sie läuft, und notieren Sie die Version neben der Datei.</translation>
    </message>
    <message>
        <source>A library of the system is missing</source>
        <translation>Eine Bibliothek des Systems fehlt</translation>
    </message>
    <message>
        <source>A file that belongs to the driver, CUDA, cuDNN or the system is not there, is of another version than the program was built for, or is not where it is searched.</source>
        <translation>Eine Datei des Treibers, von CUDA, cuDNN oder des Systems fehlt, hat eine andere Version als die, für die das Programm gebaut wurde, oder liegt nicht dort, wo gesucht wird.</translation>
    </message>
    <message>
        <source>Install the version that the line names (for cuDNN and CUDA: the one that the framework was built for), or set the path under which it is found (LD_LIBRARY_PATH, PATH).</source>
        <translation>Installieren Sie die Version, die die Zeile nennt (bei cuDNN und CUDA die, für die das Framework gebaut wurde), oder setzen Sie den Pfad, unter dem sie liegt (LD_LIBRARY_PATH, PATH).</translation>
    </message>
    <message>
        <source>Training data are broken or wrongly labelled</source>
        <translation>Trainingsdaten sind beschädigt oder falsch beschriftet</translation>
    </message>
    <message>
        <source>Files were cut off on the way, or the labels name classes that the configuration does not have. What is left out is missing in training without an error.</source>
        <translation>Dateien wurden unterwegs abgeschnitten, oder die Labels nennen Klassen, die die Konfiguration nicht hat. Was ausgelassen wird, fehlt im Training ohne eine Fehlermeldung.</translation>
    </message>
    <message>
        <source>Count what is left out. Fetch the named files again, and compare the number and order of classes with the data set&apos;s configuration.</source>
        <translation>Zählen Sie, was ausgelassen wird. Holen Sie die genannten Dateien noch einmal, und vergleichen Sie Zahl und Reihenfolge der Klassen mit der Konfiguration des Datensatzes.</translation>
    </message>
    <message>
        <source>Numbers became NaN or infinite</source>
        <translation>Zahlen wurden NaN oder unendlich</translation>
    </message>
    <message>
        <source>A division by zero, missing values in the input, or a learning rate that is too high. Everything computed from them is NaN as well.</source>
        <translation>Eine Division durch null, fehlende Werte in der Eingabe oder eine zu hohe Lernrate. Alles, was daraus berechnet wird, ist auch NaN.</translation>
    </message>
    <message>
        <source>Find the first of these records; look at its input. In training lower the learning rate or clip gradients.</source>
        <translation>Den ersten dieser Einträge suchen und seine Eingabe ansehen. Im Training die Lernrate senken oder Gradienten kappen.</translation>
    </message>
    <message>
        <source>Defaults were used for missing features</source>
        <translation>Für fehlende Merkmale wurden Vorgaben benutzt</translation>
    </message>
    <message>
        <source>A source of features did not deliver. The model still answers, with values that say little.</source>
        <translation>Eine Quelle von Merkmalen lieferte nicht. Das Modell antwortet trotzdem, mit Werten, die wenig sagen.</translation>
    </message>
    <message>
        <source>Repair the source. Until then refuse or mark such answers instead of giving a score that looks normal.</source>
        <translation>Die Quelle reparieren. Bis dahin solche Antworten ablehnen oder kennzeichnen, statt einen Score zu geben, der normal aussieht.</translation>
    </message>
    <message>
        <source>A fallback answered instead of the model</source>
        <translation>Statt des Modells antwortete ein Ersatz</translation>
    </message>
    <message>
        <source>The model failed, was too slow or not sure enough, so that something simpler answered in its place.</source>
        <translation>Das Modell versagte, war zu langsam oder zu unsicher; etwas Einfacheres antwortete an seiner Stelle.</translation>
    </message>
    <message>
        <source>Look at what came just before each of them. Count such answers, and mark them as what they are.</source>
        <translation>Ansehen, was jeweils kurz davor kam. Solche Antworten zählen und als das kennzeichnen, was sie sind.</translation>
    </message>
    <message>
        <source>A prediction or answer is empty</source>
        <translation>Eine Vorhersage oder Antwort ist leer</translation>
    </message>
    <message>
        <source>The input was empty or could not be used, the answer was filtered or cut, or the result was read from the wrong key.</source>
        <translation>Die Eingabe war leer oder nicht zu gebrauchen, die Antwort wurde gefiltert oder abgeschnitten, oder das Ergebnis wurde unter dem falschen Schlüssel gelesen.</translation>
    </message>
    <message>
        <source>Compare input, status and finish reason of these records with good ones.</source>
        <translation>Eingabe, Status und Endegrund dieser Einträge mit guten vergleichen.</translation>
    </message>
    <message>
        <source>Requests failed with a server error</source>
        <translation>Anfragen scheiterten mit einem Serverfehler</translation>
    </message>
    <message>
        <source>The application raised an error that it does not handle.</source>
        <translation>Die Anwendung warf einen Fehler, den sie nicht behandelt.</translation>
    </message>
    <message>
        <source>Look at the traceback with the same time or request id.</source>
        <translation>Den Traceback mit derselben Zeit oder Anfrage-Kennung ansehen.</translation>
    </message>
    <message>
        <source>The provider refused a request</source>
        <translation>Der Anbieter hat eine Anfrage abgelehnt</translation>
    </message>
    <message>
        <source>A parameter, the name of the model, or the form of the messages is not what this model or endpoint accepts.</source>
        <translation>Ein Parameter, der Name des Modells oder die Form der Nachrichten ist nicht, was dieses Modell oder dieser Endpunkt annimmt.</translation>
    </message>
    <message>
        <source>Read what the answer names, and compare the call with the documentation of this model; other models of the same provider differ.</source>
        <translation>Lesen, was die Antwort nennt, und den Aufruf mit der Dokumentation dieses Modells vergleichen; andere Modelle desselben Anbieters unterscheiden sich.</translation>
    </message>
    <message>
        <source>Errors with a traceback</source>
        <translation>Fehler mit Traceback</translation>
    </message>
    <message>
        <source>The program met a case that it was not written for, or a call failed and was only logged.</source>
        <translation>Das Programm traf auf einen Fall, für den es nicht geschrieben ist, oder ein Aufruf scheiterte und wurde nur geloggt.</translation>
    </message>
    <message>
        <source>Read the last line of the traceback, then the deepest frame that is your own code.</source>
        <translation>Die letzte Zeile des Tracebacks lesen, dann die tiefste Stelle, die eigener Code ist.</translation>
    </message>
    <message>
        <source>{field} is beyond its threshold</source>
        <translation>{field} liegt jenseits der Schwelle</translation>
    </message>
    <message>
        <source>beyond the threshold</source>
        <translation>jenseits der Schwelle</translation>
    </message>
    <message>
        <source>The value passed the limit that was set for it.</source>
        <translation>Der Wert überschritt die Grenze, die für ihn gesetzt ist.</translation>
    </message>
    <message>
        <source>Look at the inputs of these records. If the limit is too narrow, move the line in the plot.</source>
        <translation>Die Eingaben dieser Einträge ansehen. Ist die Grenze zu eng, die Linie im Diagramm verschieben.</translation>
    </message>
    <message>
        <source>{field} is not a number</source>
        <translation>{field} ist keine Zahl</translation>
    </message>
    <message>
        <source>A division by zero, a logarithm of zero, or missing inputs that were not replaced.</source>
        <translation>Eine Division durch null, ein Logarithmus von null oder fehlende Eingaben, die nicht ersetzt wurden.</translation>
    </message>
    <message>
        <source>Find the first record with such a value and look at its inputs.</source>
        <translation>Den ersten Eintrag mit so einem Wert suchen und seine Eingaben ansehen.</translation>
    </message>
    <message>
        <source>{field} stood still</source>
        <translation>{field} stand still</translation>
    </message>
    <message>
        <source>stuck</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>The same inputs every time, a fallback that answers, or a value that is no longer measured.</source>
        <translation>Jedes Mal dieselben Eingaben, ein Ersatz, der antwortet, oder ein Wert, der nicht mehr gemessen wird.</translation>
    </message>
    <message>
        <source>Compare the inputs of these records. If they differ and the value does not, look at what computes it.</source>
        <translation>Die Eingaben dieser Einträge vergleichen. Unterscheiden sie sich und der Wert nicht, ansehen, was ihn berechnet.</translation>
    </message>
    <message>
        <source>{field} was missing for a while</source>
        <translation>{field} fehlte eine Weile</translation>
    </message>
    <message>
        <source>gap</source>
        <translation>Lücke</translation>
    </message>
    <message>
        <source>Nothing came in, or what writes this value was down.</source>
        <translation>Es kam nichts an, oder was diesen Wert schreibt, lief nicht.</translation>
    </message>
    <message>
        <source>Look at the last records before the gap and the first ones after it.</source>
        <translation>Die letzten Einträge vor der Lücke und die ersten danach ansehen.</translation>
    </message>
    <message>
        <source>{field} came far more often than before</source>
        <translation>{field}: viel häufiger als davor</translation>
    </message>
    <message>
        <source>burst</source>
        <translation>Häufung</translation>
    </message>
    <message>
        <source>Something began to fail or to be repeated: a deployment, a service behind, a client that tries again.</source>
        <translation>Etwas begann zu scheitern oder sich zu wiederholen: ein Deployment, ein Dienst dahinter, ein Client, der es wieder versucht.</translation>
    </message>
    <message>
        <source>{field} came far more rarely than before</source>
        <translation>{field}: viel seltener als davor</translation>
    </message>
    <message>
        <source>lull</source>
        <translation>Flaute</translation>
    </message>
    <message>
        <source>What caused it is over, or the part that reports it is no longer called.</source>
        <translation>Was es verursachte, ist vorbei, oder der Teil, der es meldet, wird nicht mehr gerufen.</translation>
    </message>
    <message>
        <source>If it should go on, look at the last record before.</source>
        <translation>Wenn es weitergehen sollte, den letzten Eintrag davor ansehen.</translation>
    </message>
    <message>
        <source>A spike in {field}</source>
        <translation>Ein Ausschlag in {field}</translation>
    </message>
    <message>
        <source>spike</source>
        <translation>Spitze</translation>
    </message>
    <message>
        <source>A single slow or unusual request, or a short disturbance of a service behind.</source>
        <translation>Eine einzelne langsame oder ungewöhnliche Anfrage oder eine kurze Störung eines Dienstes dahinter.</translation>
    </message>
    <message>
        <source>Open the records and compare their inputs with their neighbours&apos;.</source>
        <translation>Die Einträge öffnen und ihre Eingaben mit denen der Nachbarn vergleichen.</translation>
    </message>
    <message>
        <source>The level of {field} changed</source>
        <translation>Das Niveau von {field} hat sich geändert</translation>
    </message>
    <message>
        <source>level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>A new version or model, other inputs, or a service behind that behaves differently.</source>
        <translation>Eine neue Version oder ein neues Modell, andere Eingaben oder ein Dienst dahinter, der sich anders verhält.</translation>
    </message>
    <message>
        <source>Look at what changed just before: deployments, model version, kind of requests.</source>
        <translation>Ansehen, was sich kurz davor änderte: Deployments, Modellversion, Art der Anfragen.</translation>
    </message>
    <message>
        <source>A jump in {field}</source>
        <translation>Ein Sprung in {field}</translation>
    </message>
    <message>
        <source>jump</source>
        <translation>Sprung</translation>
    </message>
    <message>
        <source>The value changed from one record to the next by far more than it usually does.</source>
        <translation>Der Wert änderte sich von einem Eintrag zum nächsten weit mehr als üblich.</translation>
    </message>
    <message>
        <source>Compare the two records on both sides of the jump.</source>
        <translation>Die beiden Einträge auf beiden Seiten des Sprungs vergleichen.</translation>
    </message>
    <message>
        <source>{field} became restless</source>
        <translation>{field} wurde unruhig</translation>
    </message>
    <message>
        <source>volatility</source>
        <translation>Schwankung</translation>
    </message>
    <message>
        <source>Different kinds of requests are mixed, or something behind answers sometimes fast and sometimes slowly.</source>
        <translation>Verschiedene Arten von Anfragen sind gemischt, oder etwas dahinter antwortet mal schnell und mal langsam.</translation>
    </message>
    <message>
        <source>Plot the field by model, version or endpoint to see which of them differs.</source>
        <translation>Das Feld nach Modell, Version oder Endpunkt zeichnen, um zu sehen, was davon abweicht.</translation>
    </message>
    <message>
        <source>{field} varies less than before</source>
        <translation>{field} schwankt weniger als davor</translation>
    </message>
    <message>
        <source>too quiet</source>
        <translation>zu ruhig</translation>
    </message>
    <message>
        <source>The inputs became more alike, or a fallback answers.</source>
        <translation>Die Eingaben wurden ähnlicher, oder ein Ersatz antwortet.</translation>
    </message>
    <message>
        <source>Compare the inputs of these records with earlier ones.</source>
        <translation>Die Eingaben dieser Einträge mit früheren vergleichen.</translation>
    </message>
    <message>
        <source>{field} is unusually low</source>
        <translation>{field} ist ungewöhnlich niedrig</translation>
    </message>
    <message>
        <source>too low</source>
        <translation>zu niedrig</translation>
    </message>
    <message>
        <source>Unusual inputs, an early end, or an empty answer.</source>
        <translation>Ungewöhnliche Eingaben, ein frühes Ende oder eine leere Antwort.</translation>
    </message>
    <message>
        <source>Open the records and look at their inputs and outputs.</source>
        <translation>Die Einträge öffnen und ihre Eingaben und Ausgaben ansehen.</translation>
    </message>
    <message>
        <source>{field} is beyond all earlier values</source>
        <translation>{field} liegt jenseits aller früheren Werte</translation>
    </message>
    <message>
        <source>highest or lowest so far</source>
        <translation>bisher höchster oder niedrigster Wert</translation>
    </message>
    <message>
        <source>An input that was not seen before, or a limit that was raised.</source>
        <translation>Eine Eingabe, die noch nie vorkam, oder eine Grenze, die erhöht wurde.</translation>
    </message>
    <message>
        <source>Open the record. If it is normal, there is nothing to do.</source>
        <translation>Den Eintrag öffnen. Ist er normal, ist nichts zu tun.</translation>
    </message>
    <message>
        <source>{field} has values that never occurred before</source>
        <translation>{field} hat Werte, die es noch nie gab</translation>
    </message>
    <message>
        <source>values not seen before</source>
        <translation>noch nie gesehene Werte</translation>
    </message>
    <message>
        <source>A new kind of request or a new version that answers differently.</source>
        <translation>Eine neue Art von Anfragen oder eine neue Version, die anders antwortet.</translation>
    </message>
    <message>
        <source>Look at what these records have in common.</source>
        <translation>Ansehen, was diese Einträge gemeinsam haben.</translation>
    </message>
    <message>
        <source>{field} is unusual for this time of day</source>
        <translation>{field} ist ungewöhnlich für diese Tageszeit</translation>
    </message>
    <message>
        <source>time of day</source>
        <translation>Tageszeit</translation>
    </message>
    <message>
        <source>The traffic differs from that of the days before: an outage, a campaign, a holiday.</source>
        <translation>Der Verkehr unterscheidet sich von dem der Tage davor: ein Ausfall, eine Kampagne, ein Feiertag.</translation>
    </message>
    <message>
        <source>Compare with the same hour of the day before.</source>
        <translation>Mit derselben Stunde am Tag davor vergleichen.</translation>
    </message>
    <message>
        <source>{field} drifts away from its daily course</source>
        <translation>{field} entfernt sich von seinem Tagesgang</translation>
    </message>
    <message>
        <source>slow drift</source>
        <translation>langsame Drift</translation>
    </message>
    <message>
        <source>A slow change: growing load, a leak, other inputs.</source>
        <translation>Eine langsame Änderung: wachsende Last, ein Leck, andere Eingaben.</translation>
    </message>
    <message>
        <source>Compare with the same hours of the days before.</source>
        <translation>Mit denselben Stunden der Tage davor vergleichen.</translation>
    </message>
    <message>
        <source>{field} has extreme values</source>
        <translation>{field} hat extreme Werte</translation>
    </message>
    <message>
        <source>extreme value</source>
        <translation>extremer Wert</translation>
    </message>
    <message>
        <source>A few records are far outside of what is usual in this log.</source>
        <translation>Einige Einträge liegen weit außerhalb dessen, was in diesem Log üblich ist.</translation>
    </message>
    <message>
        <source>Open them and look at their inputs.</source>
        <translation>Öffnen und ihre Eingaben ansehen.</translation>
    </message>
    <message>
        <source>{field} behaves like nowhere else in this log</source>
        <translation>{field} verläuft wie nirgends sonst in diesem Log</translation>
    </message>
    <message>
        <source>shape</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>The values take a course here that they take nowhere else in the log.</source>
        <translation>Der Verlauf der Werte in diesem Abschnitt hat im Log nicht seinesgleichen.</translation>
    </message>
    <message>
        <source>Look at what happened in this time.</source>
        <translation>Ansehen, was in dieser Zeit geschah.</translation>
    </message>
    <message>
        <source>The level of the latency rose</source>
        <translation>Das Niveau der Latenz ist gestiegen</translation>
    </message>
    <message>
        <source>A number in a message changed</source>
        <translation>Eine Zahl in einer Meldung hat sich verändert</translation>
    </message>
    <message>
        <source>What the message counts or measures is not what it was: an empty source, other inputs, a slower or failing step.</source>
        <translation>Was die Meldung zählt oder misst, ist nicht mehr wie zuvor: eine leere Quelle, andere Eingaben, ein Schritt, der langsamer ist oder scheitert.</translation>
    </message>
    <message>
        <source>Look at the records just before: what was deployed, and what the step that writes this message gets from the one before it.</source>
        <translation>Die Einträge kurz davor ansehen: was ausgeliefert wurde, und was der Schritt, der diese Meldung schreibt, vom vorigen bekommt.</translation>
    </message>
    <message>
        <source>The log ends waiting for something</source>
        <translation>Das Log endet damit, dass es auf etwas wartet</translation>
    </message>
    <message>
        <source>What is waited for did not come: a process that hangs while it starts (GPUs that cannot reach each other, a download, a lock), a service that is not up, or somebody stopped it too early.</source>
        <translation>Worauf gewartet wird, kam nicht: ein Prozess, der beim Start hängt (GPUs, die einander nicht erreichen, ein Download, eine Sperre), ein Dienst, der nicht läuft, oder jemand hat es zu früh angehalten.</translation>
    </message>
    <message>
        <source>Look at the last record before the waiting, and into the log of what is waited for. With several GPUs: try one, or set NCCL_DEBUG=INFO to see what they wait for.</source>
        <translation>Den letzten Eintrag vor dem Warten ansehen und das Log dessen, worauf gewartet wird. Bei mehreren GPUs: eine probieren, oder NCCL_DEBUG=INFO setzen, um zu sehen, worauf sie warten.</translation>
    </message>
    <message>
        <source>{field} is missing in a few records</source>
        <translation>{field} fehlt in einigen Einträgen</translation>
    </message>
    <message>
        <source>The model or a service behind it gave no value (null, None), or a default, a cache or another branch of the code wrote the record.</source>
        <translation>Das Modell oder ein Dienst dahinter gab keinen Wert (null, None), oder ein Standardwert, ein Cache oder ein anderer Zweig des Programms schrieb den Eintrag.</translation>
    </message>
    <message>
        <source>Look at the input of the first of these records. Write why there is no value, and treat it as an error.</source>
        <translation>Die Eingabe des ersten dieser Einträge ansehen. Schreiben, warum es keinen Wert gibt, und ihn als Fehler behandeln.</translation>
    </message>
    <message>
        <source>{field} grew steadily</source>
        <translation>{field} wuchs stetig</translation>
    </message>
    <message>
        <source>A leak, or more work comes in than is done. It ends when memory or patience runs out.</source>
        <translation>Ein Leck, oder es kommt mehr Arbeit herein, als getan wird. Es endet, wenn Speicher oder Geduld zu Ende sind.</translation>
    </message>
    <message>
        <source>Look at what began with the first of these records: a deployment, a slower service behind, a kind of input. Compare two heap or memory snapshots, or add workers.</source>
        <translation>Ansehen, was mit dem ersten dieser Datensätze begann: ein Deployment, ein langsamerer Dienst dahinter, eine Art von Eingabe. Zwei Speicherabbilder vergleichen oder mehr Worker starten.</translation>
    </message>
    <message>
        <source>The level of {field} was off for a while</source>
        <translation>Das Niveau von {field} wich eine Zeit lang ab</translation>
    </message>
    <message>
        <source>Inputs of another kind for a while, a version that was taken back, or something that runs full until it is restarted.</source>
        <translation>Eine Zeit lang andere Eingaben, eine Version, die zurückgenommen wurde, oder etwas, das vollläuft, bis es neu startet.</translation>
    </message>
    <message>
        <source>Look at what came just before its begin and its end, and compare the inputs of these records with those around them (“What is different here?”).</source>
        <translation>Sehen Sie nach, was kurz vor Beginn und Ende geschah, und vergleichen Sie die Eingaben dieser Einträge mit denen davor und danach („Was ist hier anders?“).</translation>
    </message>
    <message>
        <source>Something was done twice</source>
        <translation>Etwas wurde zweimal getan</translation>
    </message>
    <message>
        <source>The request was delivered twice (a queue that delivers at least once, a client that sent it again, two workers on one job), or the program has two log handlers.</source>
        <translation>Die Anfrage wurde zweimal zugestellt (eine Warteschlange, die mindestens einmal zustellt, ein Client, der sie noch einmal geschickt hat, zwei Worker an einer Aufgabe), oder das Programm hat zwei Log-Handler.</translation>
    </message>
    <message>
        <source>Compare the two records. If times or workers differ, the work was done twice: make it harmless to repeat, or look up the id before it begins.</source>
        <translation>Die beiden Datensätze vergleichen. Unterscheiden sich Zeiten oder Worker, wurde die Arbeit zweimal getan: Wiederholungen unschädlich machen oder vor Beginn nach der Kennung sehen.</translation>
    </message>
    <message>
        <source>Answers stand before their requests</source>
        <translation>Antworten stehen vor ihren Anfragen</translation>
    </message>
    <message>
        <source>The clocks of two machines or processes differ, lines are buffered and written late, or something answered before it had the request.</source>
        <translation>Die Uhren zweier Rechner oder Prozesse gehen verschieden, Zeilen werden gepuffert und spät geschrieben, oder etwas hat geantwortet, bevor es die Anfrage hatte.</translation>
    </message>
    <message>
        <source>Compare times of both lines. Synchronise clocks, or sort by a time from one machine.</source>
        <translation>Die Zeiten beider Zeilen vergleichen. Uhren abgleichen oder nach der Zeit eines einzigen Rechners sortieren.</translation>
    </message>
    <message>
        <source>Something failed, and the log calls it information</source>
        <translation>Etwas ist fehlgeschlagen, und das Log nennt es eine Information</translation>
    </message>
    <message>
        <source>The program catches the failure and writes it like any other message. A filter or an alarm by level does not see it, and callers may get nothing or a default.</source>
        <translation>Das Programm fängt den Fehler ab und schreibt ihn wie jede andere Meldung. Ein Filter oder ein Alarm nach Stufe sieht ihn nicht, und Aufrufer bekommen vielleicht nichts oder einen Ersatzwert.</translation>
    </message>
    <message>
        <source>Read the first of them and what came just before it. Write such messages at ERROR, with the exception.</source>
        <translation>Die erste davon lesen und was kurz davor kam. Solche Meldungen auf ERROR schreiben, mit der Ausnahme.</translation>
    </message>
    <message>
        <source>Messages that speak of a failure</source>
        <translation>Meldungen, die von einem Fehlschlag sprechen</translation>
    </message>
    <message>
        <source>The program went on with something else: a default, an older value, one attempt less. Or it only says what went wrong elsewhere.</source>
        <translation>Das Programm machte mit etwas anderem weiter: einem Standardwert, einem älteren Wert, einem Versuch weniger. Oder es sagt nur, was anderswo schiefging.</translation>
    </message>
    <message>
        <source>Read the first of each. If what users got was not complete then, write it at ERROR, with the exception.</source>
        <translation>Jeweils die erste lesen. War unvollständig, was die Benutzer bekamen, sollte sie als ERROR geschrieben werden, mit der Ausnahme.</translation>
    </message>
    <message>
        <source>More predictions are wrong than before</source>
        <translation>Mehr Vorhersagen sind falsch als zuvor</translation>
    </message>
    <message>
        <source>A new model version, other preprocessing, or inputs of a kind that the model has not learnt.</source>
        <translation>Eine neue Modellversion, andere Vorverarbeitung oder Eingaben einer Art, die das Modell nicht gelernt hat.</translation>
    </message>
    <message>
        <source>Look at what changed just before. The filter label!=target shows all wrong ones; “What is different here?” tells what they share.</source>
        <translation>Sehen Sie nach, was sich kurz davor geändert hat. Der Filter label!=target zeigt alle falschen; „Was ist hier anders?“ sagt, was sie gemeinsam haben.</translation>
    </message>
    <message>
        <source>Inputs of another kind, another model version, or other preprocessing.</source>
        <translation>Eingaben anderer Art, eine andere Modellversion oder eine andere Vorverarbeitung.</translation>
    </message>
    <message>
        <source>Compare the records with those before (“What is different here?”), by model version and by kind of input, and look at the page Drift.</source>
        <translation>Vergleichen Sie die Einträge mit denen davor („Was ist hier anders?“), nach Modellversion und nach Art der Eingabe, und sehen Sie die Seite Drift an.</translation>
    </message>
    <message>
        <source>Inputs of another kind, another model version, or another threshold.</source>
        <translation>Eingaben anderer Art, eine andere Modellversion oder ein anderer Schwellwert.</translation>
    </message>
    <message>
        <source>One kind of input is often misclassified</source>
        <translation>Eine Art von Eingaben wird oft falsch eingeordnet</translation>
    </message>
    <message>
        <source>The model saw too few of these inputs in training, or they are prepared in another way.</source>
        <translation>Das Modell hat im Training zu wenige solcher Eingaben gesehen, oder sie werden anders aufbereitet.</translation>
    </message>
    <message>
        <source>Look at these records: is the truth right? If so, add such examples to training and to the tests.</source>
        <translation>Sehen Sie diese Einträge an: Stimmt die Wahrheit? Wenn ja, nehmen Sie solche Beispiele in Training und Tests auf.</translation>
    </message>
    <message>
        <source>Inputs of another kind, an attack, another model version, or other preprocessing.</source>
        <translation>Andersartige Eingaben, ein Angriff, eine andere Modellversion oder eine andere Vorverarbeitung.</translation>
    </message>
    <message>
        <source>Compare the inputs of these records with those before (“What is different here?”), and look at what changed just before the first of them.</source>
        <translation>Die Eingaben dieser Einträge mit denen davor vergleichen („Was ist hier anders?“) und ansehen, was sich kurz vor dem ersten geändert hat.</translation>
    </message>
    <message>
        <source>Unusual values in a row</source>
        <translation>Ungewöhnliche Werte hintereinander</translation>
    </message>
    <message>
        <source>Inputs of another kind for a while, an attack, a part of the service that failed and came back.</source>
        <translation>Eine Zeit lang Eingaben anderer Art, ein Angriff, ein Teil des Dienstes, der ausfiel und wiederkam.</translation>
    </message>
    <message>
        <source>Compare the inputs of these records with those around them (“What is different here?”), and look at what came just before the first.</source>
        <translation>Die Eingaben dieser Einträge mit denen ringsum vergleichen („Was ist hier anders?“) und ansehen, was kurz vor dem ersten kam.</translation>
    </message>
    <message>
        <source>Inputs of another kind, another model version or threshold, or a default that answers.</source>
        <translation>Andersartige Eingaben, eine andere Modellversion oder Schwelle oder ein Standardwert, der antwortet.</translation>
    </message>
    <message>
        <source>Something changed in what calls the service, in its configuration, or in a part of it that no longer works.</source>
        <translation>Etwas hat sich bei den Aufrufern oder in der Konfiguration geändert, oder ein Teil des Dienstes arbeitet nicht mehr.</translation>
    </message>
    <message>
        <source>Look at what changed just before the first of these records: deployments, callers, caches, other services.</source>
        <translation>Ansehen, was sich kurz vor dem ersten dieser Einträge geändert hat: Auslieferungen, Aufrufer, Zwischenspeicher, andere Dienste.</translation>
    </message>
    <message>
        <source>Another model answers: {new}</source>
        <translation>Ein anderes Modell antwortet: {new}</translation>
    </message>
    <message>
        <source>A deployment, a change of the configuration, or a name like “latest” that now means another model.</source>
        <translation>Eine neue Auslieferung, eine geänderte Konfiguration oder ein Name wie „latest“, der jetzt ein anderes Modell meint.</translation>
    </message>
    <message>
        <source>If it was not meant, name the exact version. Compare scores, labels, latency and cost before and after.</source>
        <translation>Wenn das nicht gewollt war, die genaue Version nennen. Werte, Labels, Latenz und Kosten vorher und nachher vergleichen.</translation>
    </message>
    <message>
        <source>Name of a person</source>
        <translation>Name einer Person</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Geburtsdatum</translation>
    </message>
    <message>
        <source>Age, gender or another trait</source>
        <translation>Alter, Geschlecht oder ein anderes Merkmal</translation>
    </message>
    <message>
        <source>Biometric data or photo</source>
        <translation>Biometrische Daten oder Foto</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Telefonnummer</translation>
    </message>
    <message>
        <source>Postal address</source>
        <translation>Postanschrift</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>Koordinaten</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>Kartennummer</translation>
    </message>
    <message>
        <source>Card security code or expiry</source>
        <translation>Prüfziffer oder Ablauf einer Karte</translation>
    </message>
    <message>
        <source>Bank account (IBAN)</source>
        <translation>Bankkonto (IBAN)</translation>
    </message>
    <message>
        <source>Bank account number</source>
        <translation>Kontonummer</translation>
    </message>
    <message>
        <source>Bitcoin address</source>
        <translation>Bitcoin-Adresse</translation>
    </message>
    <message>
        <source>Ethereum address</source>
        <translation>Ethereum-Adresse</translation>
    </message>
    <message>
        <source>US social security number</source>
        <translation>US-Sozialversicherungsnummer</translation>
    </message>
    <message>
        <source>US taxpayer number (ITIN)</source>
        <translation>US-Steuernummer (ITIN)</translation>
    </message>
    <message>
        <source>Key of another service</source>
        <translation>Schlüssel eines anderen Dienstes</translation>
    </message>
    <message>
        <source>Webhook address</source>
        <translation>Webhook-Adresse</translation>
    </message>
    <message>
        <source>UK national insurance number</source>
        <translation>Britische Sozialversicherungsnummer</translation>
    </message>
    <message>
        <source>UK NHS number</source>
        <translation>Britische NHS-Nummer</translation>
    </message>
    <message>
        <source>Canadian social insurance number</source>
        <translation>Kanadische Sozialversicherungsnummer</translation>
    </message>
    <message>
        <source>Spanish DNI, NIF or NIE</source>
        <translation>Spanische DNI, NIF oder NIE</translation>
    </message>
    <message>
        <source>Italian fiscal code</source>
        <translation>Italienischer Steuercode</translation>
    </message>
    <message>
        <source>French social security number (NIR)</source>
        <translation>Französische Sozialversicherungsnummer (NIR)</translation>
    </message>
    <message>
        <source>German tax number (IdNr)</source>
        <translation>Deutsche Steuernummer (IdNr)</translation>
    </message>
    <message>
        <source>Polish PESEL</source>
        <translation>Polnische PESEL</translation>
    </message>
    <message>
        <source>Dutch BSN</source>
        <translation>Niederländische BSN</translation>
    </message>
    <message>
        <source>Brazilian CPF</source>
        <translation>Brasilianische CPF</translation>
    </message>
    <message>
        <source>{names}: no times, so the place of these records among the others is unknown.</source>
        <translation>{names}: keine Zeiten, deshalb weiß niemand, wo diese Einträge zwischen den anderen stehen.</translation>
    </message>
    <message>
        <source>The request does not have the form that the endpoint expects: a missing field, another file type, too large, or wrongly encoded.</source>
        <translation>Die Anfrage hat nicht die Form, die der Endpunkt erwartet: ein Feld fehlt, ein anderer Dateityp, zu groß oder falsch kodiert.</translation>
    </message>
    <message>
        <source>Check type and size before the model sees the input, and answer with a clear message.</source>
        <translation>Art und Größe prüfen, bevor das Modell die Eingabe sieht, und mit einer klaren Meldung antworten.</translation>
    </message>
    <message>
        <source>A package is missing or does not fit</source>
        <translation>Ein Paket fehlt oder passt nicht</translation>
    </message>
    <message>
        <source>Install what the line names into the environment or image that really runs the service (uploads with FastAPI: python-multipart), and pin the versions.</source>
        <translation>Was die Zeile nennt, in die Umgebung oder das Image installieren, in dem der Dienst wirklich läuft (Uploads mit FastAPI: python-multipart), und die Versionen festschreiben.</translation>
    </message>
    <message>
        <source>The scores drifted</source>
        <translation>Die Scores haben sich verschoben</translation>
    </message>
    <message>
        <source>The mix of labels drifted</source>
        <translation>Die Verteilung der Labels hat sich verschoben</translation>
    </message>
    <message>
        <source>Indian Aadhaar number</source>
        <translation>Indische Aadhaar-Nummer</translation>
    </message>
    <message>
        <source>Indian PAN</source>
        <translation>Indische PAN</translation>
    </message>
    <message>
        <source>Mexican CURP</source>
        <translation>Mexikanische CURP</translation>
    </message>
    <message>
        <source>Chinese resident number</source>
        <translation>Chinesische Einwohnernummer</translation>
    </message>
    <message>
        <source>Singapore NRIC</source>
        <translation>NRIC aus Singapur</translation>
    </message>
    <message>
        <source>Finnish personal code</source>
        <translation>Finnischer Personencode</translation>
    </message>
    <message>
        <source>Passport number</source>
        <translation>Passnummer</translation>
    </message>
    <message>
        <source>Other official number</source>
        <translation>Andere amtliche Nummer</translation>
    </message>
    <message>
        <source>Medical record number</source>
        <translation>Nummer einer Krankenakte</translation>
    </message>
    <message>
        <source>IP address</source>
        <translation>IP-Adresse</translation>
    </message>
    <message>
        <source>MAC address</source>
        <translation>MAC-Adresse</translation>
    </message>
    <message>
        <source>Device id</source>
        <translation>Gerätekennung</translation>
    </message>
    <message>
        <source>Vehicle number</source>
        <translation>Fahrzeugnummer</translation>
    </message>
    <message>
        <source>Private key</source>
        <translation>Privater Schlüssel</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Password in a URL</source>
        <translation>Passwort in einer URL</translation>
    </message>
    <message>
        <source>Session or cookie</source>
        <translation>Sitzung oder Cookie</translation>
    </message>
    <message>
        <source>Seed phrase of a wallet</source>
        <translation>Wörter einer Wallet (Seed)</translation>
    </message>
    <message>
        <source>Secret in a named field</source>
        <translation>Geheimnis in einem benannten Feld</translation>
    </message>
    <message>
        <source>Bearer token</source>
        <translation>Bearer-Token</translation>
    </message>
    <message>
        <source>JSON web token</source>
        <translation>JSON Web Token</translation>
    </message>
    <message>
        <source>OpenAI key</source>
        <translation>OpenAI-Schlüssel</translation>
    </message>
    <message>
        <source>Anthropic key</source>
        <translation>Anthropic-Schlüssel</translation>
    </message>
    <message>
        <source>Hugging Face token</source>
        <translation>Hugging Face-Token</translation>
    </message>
    <message>
        <source>Google API key</source>
        <translation>Google-API-Schlüssel</translation>
    </message>
    <message>
        <source>AWS access key id</source>
        <translation>Kennung eines AWS-Zugriffsschlüssels</translation>
    </message>
    <message>
        <source>AWS secret key</source>
        <translation>Geheimer AWS-Schlüssel</translation>
    </message>
    <message>
        <source>AWS Bedrock key</source>
        <translation>AWS-Bedrock-Schlüssel</translation>
    </message>
    <message>
        <source>Azure storage key</source>
        <translation>Azure-Storage-Schlüssel</translation>
    </message>
    <message>
        <source>Azure AD client secret</source>
        <translation>Azure-AD-Client-Geheimnis</translation>
    </message>
    <message>
        <source>GitHub token</source>
        <translation>GitHub-Token</translation>
    </message>
    <message>
        <source>GitLab token</source>
        <translation>GitLab-Token</translation>
    </message>
    <message>
        <source>npm token</source>
        <translation>npm-Token</translation>
    </message>
    <message>
        <source>PyPI token</source>
        <translation>PyPI-Token</translation>
    </message>
    <message>
        <source>Slack token</source>
        <translation>Slack-Token</translation>
    </message>
    <message>
        <source>Slack webhook</source>
        <translation>Slack-Webhook</translation>
    </message>
    <message>
        <source>Stripe key</source>
        <translation>Stripe-Schlüssel</translation>
    </message>
    <message>
        <source>Databricks token</source>
        <translation>Databricks-Token</translation>
    </message>
    <message>
        <source>Groq key</source>
        <translation>Groq-Schlüssel</translation>
    </message>
    <message>
        <source>xAI key</source>
        <translation>xAI-Schlüssel</translation>
    </message>
    <message>
        <source>NVIDIA key</source>
        <translation>NVIDIA-Schlüssel</translation>
    </message>
    <message>
        <source>Replicate key</source>
        <translation>Replicate-Schlüssel</translation>
    </message>
    <message>
        <source>Perplexity key</source>
        <translation>Perplexity-Schlüssel</translation>
    </message>
    <message>
        <source>LangSmith key</source>
        <translation>LangSmith-Schlüssel</translation>
    </message>
    <message>
        <source>Langfuse key</source>
        <translation>Langfuse-Schlüssel</translation>
    </message>
    <message>
        <source>OpenRouter key</source>
        <translation>OpenRouter-Schlüssel</translation>
    </message>
    <message>
        <source>Pinecone key</source>
        <translation>Pinecone-Schlüssel</translation>
    </message>
    <message>
        <source>ElevenLabs key</source>
        <translation>ElevenLabs-Schlüssel</translation>
    </message>
    <message>
        <source>SendGrid key</source>
        <translation>SendGrid-Schlüssel</translation>
    </message>
    <message>
        <source>Twilio key</source>
        <translation>Twilio-Schlüssel</translation>
    </message>
    <message>
        <source>Notion key</source>
        <translation>Notion-Schlüssel</translation>
    </message>
    <message>
        <source>Linear key</source>
        <translation>Linear-Schlüssel</translation>
    </message>
    <message>
        <source>Vault token</source>
        <translation>Vault-Token</translation>
    </message>
    <message>
        <source>Grafana token</source>
        <translation>Grafana-Token</translation>
    </message>
    <message>
        <source>Sentry token</source>
        <translation>Sentry-Token</translation>
    </message>
    <message>
        <source>Shopify token</source>
        <translation>Shopify-Token</translation>
    </message>
    <message>
        <source>Doppler token</source>
        <translation>Doppler-Token</translation>
    </message>
    <message>
        <source>Telegram bot token</source>
        <translation>Telegram-Bot-Token</translation>
    </message>
</context>
<context>
    <name>ThresholdJudge</name>
    <message>
        <source>This log has no numbers to evaluate.</source>
        <translation>Dieses Log hat keine Zahlen zum Beurteilen.</translation>
    </message>
    <message>
        <source>looking …</source>
        <translation>sucht …</translation>
    </message>
    <message>
        <source>This field could not be evaluated: {0}</source>
        <translation>Dieses Feld ließ sich nicht beurteilen: {0}</translation>
    </message>
</context>
<context>
    <name>ThresholdPage</name>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Field with the truth</source>
        <translation>Feld mit der Wahrheit</translation>
    </message>
    <message>
        <source>Best F1</source>
        <translation>Bestes F1</translation>
    </message>
    <message>
        <source>Move the threshold to where F1 is highest</source>
        <translation>Die Schwelle dorthin schieben, wo F1 am höchsten ist</translation>
    </message>
    <message>
        <source>Threshold on</source>
        <translation>Schwelle auf</translation>
    </message>
    <message>
        <source>Truth in</source>
        <translation>Wahrheit in</translation>
    </message>
    <message>
        <source>Show only these records</source>
        <translation>Nur diese Einträge zeigen</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>{0} {1} {2}: {3} of {4} records ({5}), in {6}.</source>
        <translation>{0} {1} {2}: {3} von {4} Einträgen ({5}), in {6}.</translation>
    </message>
    <message>
        <source>Precision and recall are counted for values above the threshold.</source>
        <translation>Precision und Recall werden für Werte über der Schwelle gezählt.</translation>
    </message>
    <message>
        <source>Choose the field with the truth to see precision, recall and calibration.</source>
        <translation>Wählen Sie das Feld mit der Wahrheit, um Precision, Recall und Kalibrierung zu sehen.</translation>
    </message>
    <message>
        <source>No field is known to hold the truth. If one does, make it the column “Target”: View &gt; Format.</source>
        <translation>Von keinem Feld ist bekannt, dass es die Wahrheit enthält. Wenn eines es tut, machen Sie es zur Spalte „Soll“: Ansicht &gt; Format.</translation>
    </message>
    <message>
        <source>Precision {0}, recall {1}, F1 {2}, accuracy {3}. Positive is {4} = {5}.</source>
        <translation>Precision {0}, Recall {1}, F1 {2}, Genauigkeit {3}. Positiv ist {4} = {5}.</translation>
    </message>
    <message>
        <source>true positives</source>
        <translation>richtig positiv</translation>
    </message>
    <message>
        <source>false positives</source>
        <translation>falsch positiv</translation>
    </message>
    <message>
        <source>false negatives (missed)</source>
        <translation>falsch negativ (verpasst)</translation>
    </message>
    <message>
        <source>true negatives</source>
        <translation>richtig negativ</translation>
    </message>
    <message>
        <source>Calibration: the score is off by {0} on average.</source>
        <translation>Kalibrierung: der Score liegt im Mittel um {0} daneben.</translation>
    </message>
</context>
<context>
    <name>ThresholdTag</name>
    <message>
        <source>Mark the values on the other side of the threshold</source>
        <translation>Die Werte auf der anderen Seite der Schwelle markieren</translation>
    </message>
    <message>
        <source>Double click to enter a number</source>
        <translation>Doppelklick, um eine Zahl einzugeben</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Show only the records beyond the threshold</source>
        <translation>Nur die Einträge jenseits der Schwelle zeigen</translation>
    </message>
    <message>
        <source>Marks values above</source>
        <translation>Markiert Werte darüber</translation>
    </message>
    <message>
        <source>Marks values below</source>
        <translation>Markiert Werte darunter</translation>
    </message>
    <message>
        <source>{0} · {1} beyond ({2})</source>
        <translation>{0} · {1} jenseits ({2})</translation>
    </message>
    <message>
        <source>Threshold {0}</source>
        <translation>Schwelle {0}</translation>
    </message>
</context>
<context>
    <name>Ticks</name>
    <message>
        <source>{month} {day}</source>
        <translation>{day}. {month}</translation>
    </message>
</context>
<context>
    <name>UsageList</name>
    <message>
        <source>This log names no model, endpoint or other group to count by.</source>
        <translation>Dieses Log nennt kein Modell, keinen Endpunkt und keine andere Gruppe, nach der gezählt werden kann.</translation>
    </message>
    <message>
        <source>looking …</source>
        <translation>suche …</translation>
    </message>
    <message>
        <source>No record that is shown has this field.</source>
        <translation>Kein gezeigter Eintrag hat dieses Feld.</translation>
    </message>
    <message>
        <source>the first {0} groups</source>
        <translation>die ersten {0} Gruppen</translation>
    </message>
    <message>
        <source>{0} groups</source>
        <translation>{0} Gruppen</translation>
    </message>
    <message>
        <source>{0} tokens</source>
        <translation>{0} Tokens</translation>
    </message>
    <message>
        <source>Enter shows only the records of one.</source>
        <translation>Die Eingabetaste zeigt nur die Einträge einer Gruppe.</translation>
    </message>
    <message>
        <source>This could not be counted: {0}</source>
        <translation>Das konnte nicht gezählt werden: {0}</translation>
    </message>
    <message>
        <source>Copied the table</source>
        <translation>Tabelle kopiert</translation>
    </message>
</context>
<context>
    <name>UsagePage</name>
    <message>
        <source>Usage</source>
        <translation>Verbrauch</translation>
    </message>
    <message>
        <source>Count by</source>
        <translation>Zählen nach</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Über die Zeit</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>{0} over time</source>
        <translation>{0} über die Zeit</translation>
    </message>
    <message>
        <source>Only these</source>
        <translation>Nur diese</translation>
    </message>
    <message>
        <source>Show only these records</source>
        <translation>Nur diese Einträge zeigen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the table as CSV</source>
        <translation>Die Tabelle als CSV kopieren</translation>
    </message>
    <message>
        <source>by {0}</source>
        <translation>nach {0}</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation>Tokens ein</translation>
    </message>
    <message>
        <source>Tokens out</source>
        <translation>Tokens aus</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>Tokens/s</source>
        <translation>Tokens/s</translation>
    </message>
    <message>
        <source>Ended with</source>
        <translation>Endete mit</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Gekürzt</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Zuerst</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Zuletzt</translation>
    </message>
</context>
<context>
    <name>ValueMenu</name>
    <message>
        <source>Add as column</source>
        <translation>Als Spalte zeigen</translation>
    </message>
    <message>
        <source>Plot it</source>
        <translation>Als Diagramm</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>From here on (%s)</source>
        <translation>Ab hier (%s)</translation>
    </message>
    <message>
        <source>Up to here (%s)</source>
        <translation>Bis hier (%s)</translation>
    </message>
    <message>
        <source>Only these (%s)</source>
        <translation>Nur diese (%s)</translation>
    </message>
    <message>
        <source>Not these</source>
        <translation>Diese nicht</translation>
    </message>
    <message>
        <source>This and above</source>
        <translation>Dies und mehr</translation>
    </message>
    <message>
        <source>This and below</source>
        <translation>Dies und weniger</translation>
    </message>
</context>
<context>
    <name>ValuePlaces</name>
    <message>
        <source>This value is hidden. Show personal data again to filter by it.</source>
        <translation>Dieser Wert ist verborgen. Zeigen Sie Personendaten wieder, um danach zu filtern.</translation>
    </message>
</context>
<context>
    <name>Walk</name>
    <message>
        <source>Continued from the other end</source>
        <translation>Vom anderen Ende fortgesetzt</translation>
    </message>
</context>
</TS>
