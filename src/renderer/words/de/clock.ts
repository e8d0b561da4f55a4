/** The clock that codes go by. */
export const clock = {
  text: 'Die meisten Codes richten sich nach der Uhr dieses Computers. Geht sie falsch, lehnen Websites sie ab.',
  doubtTitle: 'Die Uhr dieses Computers geht vielleicht falsch',
  doubtDo: 'Uhr prüfen',
  behind:
    'Sie geht gegenüber der Uhr des Kontoservers um {{span}} nach. Websites lehnen deine Codes vielleicht ab.',
  ahead:
    'Sie geht gegenüber der Uhr des Kontoservers um {{span}} vor. Websites lehnen deine Codes vielleicht ab.',
  correctionWrong:
    'Die Korrektur deiner Codes passt nicht mehr: Nach der Uhr des Kontoservers weichen sie um {{span}} ab. Wahrscheinlich wurde die Uhr des Computers inzwischen richtig gestellt.',
  setForward:
    'Sie wurde gerade um {{span}} vorgestellt. Stimmt das, ist alles in Ordnung. Wenn nicht, lehnen Websites deine Codes ab.',
  setBack:
    'Sie wurde gerade um {{span}} zurückgestellt. Stimmt das, ist alles in Ordnung. Wenn nicht, lehnen Websites deine Codes ab.',
  setIt: {
    linux:
      'Stelle die Uhr richtig: Schalte in den Systemeinstellungen Datum und Uhrzeit auf automatisch oder führe „timedatectl set-ntp true“ aus.',
    darwin:
      'Stelle die Uhr richtig: Systemeinstellungen → Allgemein → Datum & Uhrzeit, dort automatisch einstellen lassen.',
    win32:
      'Stelle die Uhr richtig: Einstellungen → Zeit und Sprache → Datum und Uhrzeit → Uhrzeit automatisch festlegen.',
    other: 'Stelle die Uhr richtig: Schalte in den Systemeinstellungen Datum und Uhrzeit auf automatisch.',
  },
  correctBy: 'Nur die Codes korrigieren',
  trust: 'Die Uhr geht richtig',
  correctedLater: 'Codes werden für die Uhrzeit dieses Computers plus {{span}} erzeugt.',
  correctedEarlier: 'Codes werden für die Uhrzeit dieses Computers minus {{span}} erzeugt.',
  correctedText:
    'Du hast diese Korrektur gewählt, weil die Uhr falsch ging. Nimm sie zurück, sobald die Uhr richtig gestellt ist. Auch der Befehl „latchkey“ richtet sich danach.',
  takeBack: 'Korrektur zurücknehmen',
  change: 'Ändern',
  compare: 'Mit dem Kontoserver vergleichen',
  compareText: 'Er sagt, wie spät es ist. Sonst wird nichts gesendet.',
  compareNow: 'Jetzt vergleichen',
  notCompared: 'Noch nicht verglichen.',
  agrees: 'Die Uhren stimmten überein: {{when}}.',
  byHand: 'Mit deinem Handy vergleichen',
  byHandText:
    'Ein Handy stellt seine Uhr selbst. Gib die Minute ein, die es als nächste zeigt, und klicke auf die Schaltfläche in dem Moment, in dem sie erscheint.',
  nextMinute: 'Nächste Minute am Handy',
  notATime: 'Gib eine Uhrzeit ein, etwa 14:05.',
  pressNow: 'Jetzt erschienen',
  byHandAgrees: 'Die Uhren stimmen überein. An der Uhr liegt es nicht.',
  byHandBehind: 'Die Uhr dieses Computers geht um {{span}} nach.',
  byHandAhead: 'Die Uhr dieses Computers geht um {{span}} vor.',
  otherReasons: 'Wenn die Uhr richtig geht',
  reasonUsed: 'Jeder Code gilt einmal. Warte auf den nächsten und versuche es mit ihm.',
  reasonOther: 'Ist es der richtige Eintrag? Der Name des Kontos steht unter dem der Website.',
  reasonReplaced:
    'Wurde die Zwei-Faktor-Anmeldung auf der Website neu eingerichtet? Dann gab es einen neuen Schlüssel, und der Eintrag hier ist der alte.',
} as const;
