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
        <source>{0} that no format claims, shown as they are: filter is:raw</source>
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
        <source>Nothing has come yet. What comes is shown here at once.</source>
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
New ones are looked at as they come. Ctrl+Shift+X removes the filter.</source>
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
        <source>Usual si&amp;ze of the text</source>
        <translation>Ü&amp;bliche Schriftgröße</translation>
    </message>
    <message>
        <source>P&amp;revious bookmark</source>
        <translation>Voriges Le&amp;sezeichen</translation>
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
        <source>Message &amp;patterns</source>
        <translation>&amp;Muster der Meldungen</translation>
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
        <source>&amp;Pause, and go on</source>
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
        <source>This is no personal data</source>
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
        <source>Allowed: what you said is no personal data</source>
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
        <source>Nothing is allowed. Right-click a marked value and choose “This is no personal data…”.</source>
        <translation>Nichts ist erlaubt. Rechtsklick auf einen markierten Wert, dann „Das sind keine Personendaten…“.</translation>
    </message>
    <message>
        <source>Take away</source>
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
        <source>This is no personal data…</source>
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
        <source>Looking at the bundle again …</source>
        <translation>Das Paket wird noch einmal geprüft …</translation>
    </message>
    <message>
        <source>%s records written …</source>
        <translation>%s Einträge geschrieben …</translation>
    </message>
    <message>
        <source>%s written: %s records, %s values hidden. Scanned again: %s certain and %s likely left.</source>
        <translation>%s geschrieben: %s Einträge, %s Werte verborgen. Noch einmal geprüft: %s sichere und %s wahrscheinliche übrig.</translation>
    </message>
    <message>
        <source>What no rule knows is still in it: look through it before you send it.</source>
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
        <source>Mean score (to the right) and share that is truly positive (up). On the line the score is honest.</source>
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
        <source>Was the clock of a machine wrong? Add to its times, or take away: +2.5s, -300ms, +1h.</source>
        <translation>Ging die Uhr einer Maschine falsch? Geben Sie ihren Zeiten etwas dazu oder nehmen Sie weg: +2.5s, -300ms, +1h.</translation>
    </message>
    <message>
        <source>Put in order again</source>
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
        <source>{0} is no shift. Write for example +2.5s or -300ms.</source>
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
        <source>against as long before</source>
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
        <source>All records are shown. Filter for those that shall be the reference.</source>
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
        <source>JSON lines, Python logging, uvicorn and plain text. The file is only read, nothing leaves this machine.</source>
        <translation>JSON-Zeilen, Python-Logging, uvicorn und einfacher Text. Die Datei wird nur gelesen, nichts verlässt diesen Rechner.</translation>
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
        <source>Opened last</source>
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
        <source>Masked copy</source>
        <translation>Maskierte Kopie</translation>
    </message>
    <message>
        <source>Your key: the same names in all your copies</source>
        <translation>Ihr Schlüssel: dieselben Namen in all Ihren Kopien</translation>
    </message>
    <message>
        <source>A new key that nobody keeps</source>
        <translation>Ein neuer Schlüssel, den niemand aufhebt</translation>
    </message>
    <message>
        <source>Kept in your settings, readable only by you; whoever has it can test guesses.</source>
        <translation>In Ihren Einstellungen, nur für Sie lesbar; wer ihn hat, kann Vermutungen prüfen.</translation>
    </message>
    <message>
        <source>Leave what is only likely as it is</source>
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
        <source>The %s that the filter leaves</source>
        <translation>Die %s, die der Filter übrig lässt</translation>
    </message>
    <message>
        <source>All %s</source>
        <translation>Alle %s</translation>
    </message>
    <message>
        <source>Looking at the copy again …</source>
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
        <source>%s values hidden%s</source>
        <translation>%s Werte verborgen%s</translation>
    </message>
    <message>
        <source>The copy was scanned again: %s certain and %s likely findings are left.</source>
        <translation>Die Kopie wurde noch einmal geprüft: %s sichere und %s wahrscheinliche Funde sind übrig.</translation>
    </message>
    <message>
        <source>What no rule knows is still in it. Look through it before you send it.</source>
        <translation>Was keine Regel kennt, steht noch darin. Sehen Sie es durch, bevor Sie es senden.</translation>
    </message>
    <message>
        <source>Choose a file in a folder that exists.</source>
        <translation>Wählen Sie eine Datei in einem Ordner, den es gibt.</translation>
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
        <source>Nothing is filtered so far.</source>
        <translation>Bisher ist nichts gefiltert.</translation>
    </message>
    <message>
        <source>The table still shows: {0}</source>
        <translation>Die Tabelle zeigt weiter: {0}</translation>
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
        <source>The last time you filtered this log by: {0}</source>
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
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
</context>
<context>
    <name>FindingDetail</name>
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
        <source>This log is large: it is looked through when you ask for it.</source>
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
        <source>The log goes on, the table stays as it is. F8 goes on with it.</source>
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
</context>
<context>
    <name>FormatDialog</name>
    <message>
        <source>Format of {0}</source>
        <translation>Format von {0}</translation>
    </message>
    <message>
        <source>Show what is not understood</source>
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
        <source>Keep and read the log anew</source>
        <translation>Behalten und das Log neu lesen</translation>
    </message>
    <message>
        <source>This could not be kept: {0}</source>
        <translation>Das konnte nicht behalten werden: {0}</translation>
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
        <source>No page has these words.</source>
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
        <source>Personal data and secrets are hidden, also in what is copied. What no rule knows is shown.</source>
        <translation>Personendaten und Geheimnisse sind verborgen, auch beim Kopieren. Was keine Regel kennt, ist zu sehen.</translation>
    </message>
    <message>
        <source>Show them again</source>
        <translation>Wieder zeigen</translation>
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
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>Drift</translation>
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
        <source>Usual key</source>
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
        <source>This key moves about in lists and texts. Take one with Ctrl or Alt.</source>
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
        <source>Something went wrong in AiDebug the last time.</source>
        <translation>In AiDebug ist beim letzten Mal etwas schiefgegangen.</translation>
    </message>
    <message>
        <source>AiDebug ended unexpectedly. The logs that were open are opened again as they were.</source>
        <translation>AiDebug endete unerwartet. Die Logs, die offen waren, werden wieder geöffnet.</translation>
    </message>
    <message>
        <source>AiDebug ended unexpectedly the last time.</source>
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
        <source>Other machines may &amp;send too</source>
        <translation>Auch andere &amp;Rechner dürfen senden</translation>
    </message>
    <message>
        <source>Everybody in your network can then send records: unencrypted, no password.</source>
        <translation>Dann kann jeder in Ihrem Netz Einträge senden: unverschlüsselt, ohne Passwort.</translation>
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
        <source>In the program that is to send:</source>
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
        <source>line {0}</source>
        <translation>Zeile {0}</translation>
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
        <source>Some of your own definitions are left out:</source>
        <translation>Einige Ihrer eigenen Definitionen werden nicht verwendet:</translation>
    </message>
    <message>
        <source>Filtering was cancelled.</source>
        <translation>Das Filtern wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Reading stopped: %s</source>
        <translation>Das Lesen wurde angehalten: %s</translation>
    </message>
    <message>
        <source>The table shows the first %s records. Filter to see the others.</source>
        <translation>Die Tabelle zeigt die ersten %s Einträge. Filtern Sie, um die anderen zu sehen.</translation>
    </message>
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
    <message>
        <source>This value is hidden. Show personal data again to filter by it.</source>
        <translation>Dieser Wert ist verborgen. Zeigen Sie Personendaten wieder, um danach zu filtern.</translation>
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
        <source>Forget these</source>
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
        <source>Errors, findings and matches of the search in the rows shown. Click to go there.</source>
        <translation>Fehler, Befunde und Treffer der Suche in den gezeigten Zeilen. Klick geht dorthin.</translation>
    </message>
</context>
<context>
    <name>Mutes</name>
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
        <source>The filter hides this record: this is the next one. C shows its context.</source>
        <translation>Der Filter verbirgt diesen Eintrag: das ist der nächste. C zeigt seine Umgebung.</translation>
    </message>
</context>
<context>
    <name>PrivacyPanel</name>
    <message>
        <source>Look through all of it</source>
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
        <source>What you said is no personal data</source>
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
        <source>Kinds of personal data and secrets</source>
        <translation>Arten von Personendaten und Geheimnissen</translation>
    </message>
    <message>
        <source>The look through the log ended: %s</source>
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
        <source>This is no personal data…</source>
        <translation>Das sind keine Personendaten…</translation>
    </message>
</context>
<context>
    <name>Receiving</name>
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
        <source>As it came (*.log)</source>
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
        <source>There are no recovered logs that are not open.</source>
        <translation>Es gibt keine geretteten Logs, die nicht offen sind.</translation>
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
        <source>Hiding what is personal…</source>
        <translation>Persönliches wird verborgen…</translation>
    </message>
    <message>
        <source>&amp;Copy report</source>
        <translation>Bericht &amp;kopieren</translation>
    </message>
    <message>
        <source>The report is not shown: what is personal in it could not be hidden.</source>
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
        <source>Number that the sensitivity is for</source>
        <translation>Zahl, für die die Empfindlichkeit gilt</translation>
    </message>
    <message>
        <source>all numbers</source>
        <translation>alle Zahlen</translation>
    </message>
    <message>
        <source>Sensitivity of anomalies</source>
        <translation>Empfindlichkeit für Auffälligkeiten</translation>
    </message>
    <message>
        <source>To the right more is told, and more of it is chance. Measured on the worst kind of noise.</source>
        <translation>Nach rechts wird mehr gemeldet, und mehr davon ist Zufall. Gemessen am schlimmsten Rauschen.</translation>
    </message>
    <message>
        <source>Anomalies in</source>
        <translation>Auffälligkeiten in</translation>
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
        <source>“As the system” changes with the system while the program runs.</source>
        <translation>„Wie das System“ wechselt mit dem System, während das Programm läuft.</translation>
    </message>
    <message>
        <source>As the system</source>
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
        <source>Size of the text</source>
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
        <source>How much room is between two records.</source>
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
        <source>Findings, and messages from the reading of logs, are in English in every language.</source>
        <translation>Befunde und Meldungen vom Lesen der Logs sind in jeder Sprache englisch.</translation>
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
        <source>Open the logs of the last time</source>
        <translation>Die Logs vom letzten Mal öffnen</translation>
    </message>
    <message>
        <source>Only if the program is started without naming a log. File &gt; Reopen last session does it at any time.</source>
        <translation>Nur wenn das Programm ohne ein Log gestartet wird. Datei &gt; Letzte Sitzung öffnen tut es jederzeit.</translation>
    </message>
    <message>
        <source>Filter of the last time</source>
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
        <source>Forget it</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Follow logs that grow</source>
        <translation>Wachsenden Logs folgen</translation>
    </message>
    <message>
        <source>New records appear as they are written. It counts for logs that are opened from now on.</source>
        <translation>Neue Einträge erscheinen, sobald sie geschrieben sind. Es gilt für Logs, die ab jetzt geöffnet werden.</translation>
    </message>
    <message>
        <source>Look through logs by itself up to</source>
        <translation>Logs von selbst durchsuchen bis</translation>
    </message>
    <message>
        <source>For findings, personal data and secrets. Larger logs are looked through when you ask for it.</source>
        <translation>Nach Befunden, Personendaten und Geheimnissen. Größere Logs werden durchsucht, wenn Sie es wollen.</translation>
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
        <source>No setting has these words.</source>
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
        <source>Show only the records that no format claims: filter is:raw</source>
        <translation>Nur die Einträge zeigen, die zu keinem Format passen: Filter is:raw</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>StatusWords</name>
    <message>
        <source>Looking: %s of the log …</source>
        <translation>Sucht: %s des Logs …</translation>
    </message>
    <message>
        <source>Only %s of %s were looked through.</source>
        <translation>Nur %s von %s wurden durchsucht.</translation>
    </message>
    <message>
        <source>All %s records were looked through.</source>
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
        <source>shown: {0}</source>
        <translation>gezeigt: {0}</translation>
    </message>
    <message>
        <source>of {0}</source>
        <translation>von {0}</translation>
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
    <name>ThresholdJudge</name>
    <message>
        <source>This log has no numbers to judge.</source>
        <translation>Dieses Log hat keine Zahlen zum Beurteilen.</translation>
    </message>
    <message>
        <source>looking …</source>
        <translation>sucht …</translation>
    </message>
    <message>
        <source>This field could not be judged: {0}</source>
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
</TS>
