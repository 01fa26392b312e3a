import type { issues as pattern } from "../en/issues.ts";

export const issues: typeof pattern = {
  "json-malformed": [
    "Die Datei ist kein lesbares JSON: {detail}.",
    "Speichern Sie sie erneut aus dem Programm, das sie erzeugt hat.",
  ],
  "too-large": ["Die Liste hat {count} Einträge; höchstens {max} werden gelesen.", "Teilen Sie die Runde."],
  "field-missing": ["Ein Pflichtfeld fehlt.", "Füllen Sie es aus."],
  "field-unknown": ["Das Feld {field} ist unbekannt.", "Entfernen Sie es oder korrigieren Sie den Namen."],
  "field-personal": [
    "Das Feld {field} sieht nach personenbezogenen Daten aus, die hier nicht hingehören (Art. 7, 12 §2-8).",
    "Entfernen Sie es und verwenden Sie ein Pseudonym.",
  ],
  "value-personal": [
    "Der Wert sieht nach personenbezogenen Daten aus ({kind}).",
    "Ersetzen Sie ihn durch ein Pseudonym (Art. 7, 12 §2-8).",
  ],
  "value-invalid": ["Der Wert ist nicht lesbar: {detail}.", "Korrigieren Sie den Wert."],
  "profile-unknown": ["Es gibt kein Regelprofil {profile}.", "Verwenden Sie eines von: {known}."],
  "id-duplicate": ["Die Kennung {id} kommt mehrmals vor.", "Geben Sie jeder Zeile eine eigene Kennung."],
  "reference-unknown": [
    "Es gibt kein Objekt ({kind}) mit der Kennung {id}.",
    "Korrigieren Sie die Kennung oder ergänzen Sie das Genannte.",
  ],
  "municipality-unknown": [
    "{municipality} ist kein NIS-Code einer belgischen Gemeinde.",
    "Schlagen Sie den Code bei Statbel nach.",
  ],
  "province-unknown": [
    "{province} ist keine belgische Provinz.",
    "Schreiben Sie sie auf Französisch, Niederländisch oder Deutsch.",
  ],
  "place-missing": ["Der Ort ist nicht angegeben.", "Geben Sie die Gemeinde an, oder Region und Sprachgebiet."],
  "place-ambiguous": ["Sowohl Gemeinde als auch Region sind angegeben.", "Behalten Sie eines von beiden."],
  "zone-empty": ["Die Zone nennt nichts.", "Nennen Sie mindestens eine Gemeinde, Provinz, Region oder ein Sprachgebiet."],
  "birth-date-missing": ["Das Geburtsdatum fehlt.", "Die Regeln {profile} brauchen es für die Altersgrenzen (Art. 10)."],
  "dates-reversed": ["{from} liegt nach {until}.", "Tauschen oder korrigieren Sie die Daten."],
  "unavailable-too-long": ["{days} Tage nicht verfügbar; höchstens ein Jahr (Art. 8 §5).", "Verkürzen Sie den Zeitraum."],
  "duration-outside-law": [
    "Eine Gruppe dauert sechs bis zwölf Monate (Art. 16 §1); {start} bis {end} nicht.",
    "Verschieben Sie das Ende.",
  ],
  "size-reversed": ["Die kleinste Größe {minSize} liegt über der größten {maxSize}.", "Korrigieren Sie eine der beiden."],
  "working-time": ["{hours} Stunden je {unit}; höchstens {max} (Art. 22 §1).", "Verringern Sie die Stunden."],
  "choices-too-many": ["{count} Wünsche; höchstens drei (Art. 12 §1).", "Behalten Sie die ersten drei."],
  "choices-not-three": [
    "{count} Wünsche; diese Politik verlangt genau drei (Art. 12 §1).",
    "Ergänzen Sie die Wünsche oder ändern Sie die Lesart.",
  ],
  "choice-duplicate": ["Der Wunsch {choice} steht zweimal da.", "Entfernen Sie einen."],
  "category-missing": [
    "Für {dimension} ist keine Kategorie angegeben.",
    "Ergänzen Sie sie oder nehmen Sie die Dimension aus der Politik.",
  ],
  "targets-do-not-sum": ["Die Ziele ergeben {sum} statt 1.", "Sie müssen zusammen 100 % ergeben."],
  "quota-reversed": ["Das Minimum {min} liegt über dem Maximum {max}.", "Korrigieren Sie eines der beiden."],
  "dimension-duplicate": ["Die Dimension {dimension} kommt mehrmals vor.", "Behalten Sie eine."],
  "dimension-unknown": [
    "Niemand hat eine Kategorie für {dimension}, auf die der Mindestanteil gering Qualifizierter schaut.",
    "Korrigieren Sie den Namen in der Politik.",
  ],
  "member-is-candidate": [
    "{candidate} ist zugleich Mitglied der Gruppe {promotion} und Kandidat.",
    "Entfernen Sie eines der beiden.",
  ],
  "member-twice": ["{candidate} ist Mitglied zweier Gruppen.", "Entfernen Sie eine."],
  "pin-breaks-rule": ["Die Festlegung für {candidate} verletzt: {blocks}.", "Ändern oder entfernen Sie sie."],
  "pin-not-a-choice": [
    "Die Festlegung für {candidate} nennt Einsätze außerhalb der Wünsche (Art. 12 §1).",
    "Legen Sie einen der Wünsche fest.",
  ],
  "pin-ineligible": ["{candidate} ist festgelegt, aber nicht zulässig: {reasons}.", "Entfernen Sie die Festlegung."],
  "pin-unknown": ["Es gibt keine solche Festlegung für {candidate}.", "Sehen Sie die Liste erneut an."],
  "promotion-in-service": [
    "{members} Personen dienen in der Gruppe {promotion}: sie kann nicht zurückgezogen werden.",
    "Verkleinern Sie sie stattdessen.",
  ],
  "tier-objective-duplicate": ["Das Ziel {objective} steht an mehr als einer Stelle.", "Behalten Sie eines."],
  "tier-placed-missing": [
    "„Möglichst viele Platzierte“ muss allein in der Reihenfolge stehen, ohne Spielraum.",
    "Setzen Sie es wieder ein.",
  ],
  "tier-list-merged": [
    "{objective} ist eine Liste von Werten und lässt sich nicht zusammenlegen.",
    "Geben Sie ihm einen eigenen Rang.",
  ],
  "tier-weights": ["{weights} Gewichte für {objectives} Ziele.", "Geben Sie jedem Ziel ein Gewicht."],
  "tier-switched-off": [
    "{objective} braucht die Einstellung {key}, die ausgeschaltet ist.",
    "Schalten Sie sie ein oder nehmen Sie das Ziel heraus.",
  ],
  "tier-lottery-not-last": [
    "Das Los entscheidet, was alles andere gleich lässt.",
    "Setzen Sie es allein ans Ende, ohne Spielraum.",
  ],
  overbooked: ["{taken} von {places} Plätzen sind am {day} belegt: keiner ist dann frei.", "Prüfen Sie die belegten Plätze."],
  "approval-ends-in-service": [
    "{candidate} dient in Gruppe {promotion} beim Einsatz {mission}, dessen Einrichtung {host} nicht durchgehend anerkannt oder verfügbar ist (Art. 8 §4-6).",
    "Entscheiden Sie, was mit diesem Dienst geschieht.",
  ],
  "promotion-overfull": [
    "{members} Mitglieder, {maxSize} Plätze abzüglich {keepFree} freigehaltener: kein Platz ist frei.",
    "Vergrößern Sie die Gruppe, wenn das nicht gewollt ist.",
  ],
};
