// The article that a new vault begins with, in German.

const html = `<p>Offprint bewahrt auf, was Sie lesen. Sichern Sie eine Seite, und ihr Text und ihre Bilder werden zu Dateien in einem Ordner, der Ihnen gehört. Sie bleiben, wie sie waren, was auch immer aus der Website wird, und Sie können sie ohne Verbindung lesen und durchsuchen.</p>
<p>Diese Seite ist ein Artikel wie jeder andere hier. Markieren Sie darin, geben Sie ihr Schlagwörter, suchen Sie nach ihr, oder legen Sie sie in den Papierkorb, wenn Sie sie nicht mehr brauchen.</p>
<h2>Eine Seite sichern</h2>
<p>Drücken Sie <kbd>Strg N</kbd> und fügen Sie eine Adresse ein, oder mehrere, jede in einer eigenen Zeile. Oder fügen Sie irgendwo in diesem Fenster ein, oder ziehen Sie einen Link darauf. Sofort erscheint eine Zeile in der Liste und füllt sich, während die Seite geholt wird; Sie können inzwischen weiterlesen. Wenn sich eine Seite nicht sichern lässt, sagt die Zeile, warum, und bietet an, es noch einmal zu versuchen.</p>
<p>Manche Adressen liegen auf Ihrem eigenen Rechner oder in Ihrem Netz. Sie werden nicht geöffnet, es sei denn, Sie erlauben diesen einen Rechner.</p>
<h2>Lesen</h2>
<p>Gehen Sie mit <kbd>j</kbd> und <kbd>k</kbd> durch die Liste, öffnen Sie einen Artikel mit <kbd>Eingabe</kbd>, und blättern Sie darin mit der <kbd>Leertaste</kbd>. Offprint merkt sich, bis zu welchem Absatz Sie gekommen sind. Die eckige Klammer <kbd>[</kbd> verbirgt die Seitenleiste, und der umgekehrte Schrägstrich auch die Liste, sodass nur der Text bleibt.</p>
<p>Die Buchstaben <em>Aa</em> über dem Text, oder die Taste mit dem Komma, ändern das Papier, die Schrift, ihre Größe und die Breite der Spalte. Nichts auf der Seite kann ein Skript ausführen oder das Netz um etwas bitten: Lesen ist still.</p>
<h2>Ordnung halten</h2>
<ul>
<li><strong>Eingang</strong> enthält, was Sie gesichert und noch nicht zu Ende gelesen haben. <kbd>l</kbd> legt einen Artikel für <strong>Später</strong> beiseite, <kbd>e</kbd> legt ihn ins <strong>Archiv</strong>.</li>
<li><kbd>s</kbd> macht ihn zu einem der <strong>Favoriten</strong>.</li>
<li><kbd>t</kbd> gibt ihm Schlagwörter. Ein Schrägstrich ordnet unter: <em>Städte/Häfen</em> liegt unter <em>Städte</em>.</li>
<li><kbd>d</kbd> legt einen Artikel in den <strong>Papierkorb</strong>. <kbd>z</kbd> nimmt zurück, was Sie zuletzt getan haben.</li>
</ul>
<h2>Einen Satz wiederfinden</h2>
<p>Drücken Sie <kbd>/</kbd> und schreiben Sie beliebige Wörter des Textes. Treffer erscheinen, während Sie schreiben, mit den Wörtern hervorgehoben, und ein Artikel öffnet sich an der Stelle, die gefunden wurde.</p>
<table>
<thead><tr><th>Geschrieben</th><th>findet</th></tr></thead>
<tbody>
<tr><td><code>Hafen Gezeiten</code></td><td>beide Wörter, an beliebiger Stelle</td></tr>
<tr><td><code>"alter Leuchtturm"</code></td><td>diese Wörter, nebeneinander</td></tr>
<tr><td><code>Fähre OR Boot</code></td><td>eines der beiden Wörter</td></tr>
<tr><td><code>Licht*</code></td><td>Licht, Lichtung, Lichtschiff</td></tr>
<tr><td><code>Hafen -Film</code></td><td>das erste Wort ohne das zweite</td></tr>
<tr><td><code>tag:Städte</code></td><td>Artikel mit diesem Schlagwort, oder einem darunter</td></tr>
<tr><td><code>site:example.com</code></td><td>Artikel von dieser Website</td></tr>
</tbody>
</table>
<h2>Wo Ihre Artikel sind</h2>
<p>Die Einstellungen zeigen den Ordner. Er enthält gewöhnliche Dateien: jeden Artikel als gepacktes HTML mit seinen Bildern daneben, und eine Liste von allem, was Sie damit getan haben. Der Ordner darf überall liegen, auch wo ein Abgleichprogramm ihn im Blick hat, und zwei Rechner dürfen ihn teilen. Ein kurzer Text im Ordner erklärt auf Englisch, wie man ihn ohne Offprint liest.</p>
<p>In einem Terminal tun <code>offprint save</code>, <code>offprint search</code> und <code>offprint list</code> dasselbe; <code>offprint --help</code> sagt, wie. <code>offprint verify</code> liest jede Datei und nennt Ihnen die, die beschädigt ist.</p>
<p>Das Fragezeichen zeigt alle Tastenkürzel.</p>`

export const german = {
  lang: 'de',
  title: 'Offprint benutzen',
  description: 'Sichern, lesen und wiederfinden: alles, was Sie brauchen, auf einer Seite.',
  excerpt:
    'Offprint bewahrt auf, was Sie lesen. Sichern Sie eine Seite, und ihr Text und ihre Bilder werden zu Dateien in einem Ordner, der Ihnen gehört.',
  html,
}
