/** Synchronisierung: was passiert ist; was nicht geändert wurde und was zu tun ist. */
export const syncErrors = {
  SYNC_STEP: {
    title: 'Die Synchronisierung ist schon weiter',
    text: 'Sie ist nicht mehr so, wie der Bildschirm es zeigte; deshalb wurde nichts getan. Du siehst jetzt den aktuellen Stand.',
  },
  SYNC_NOT_KEPT: {
    title: 'Was die Synchronisierung braucht, konnte hier nicht gespeichert werden',
    text: 'Es wurde nichts gesendet und kein Code geändert. Prüfe, ob auf dem Laufwerk noch Platz ist und ob Latchkey in seinen Ordner schreiben darf, und versuche es erneut. ({{reason}})',
  },
  SYNC_STOPPED: {
    title: 'Die Synchronisierung wurde angehalten',
    text: 'Was der Server zeigt, stimmt nicht; deshalb wurde nichts davon verwendet. Deine Codes hier bleiben, wie sie sind. Vergleiche sie mit deinen anderen Computern und versuche es dann erneut. ({{fault}})',
  },
  SYNC_ASKS: {
    title: 'Zuerst eine Frage',
    text: 'Ein anderer Computer hat viele Codes gelöscht. Entscheide zuerst, ob sie auch hier gelöscht werden; sonst wurde nichts getan.',
  },
  SYNC_LATER: {
    title: 'Deine anderen Computer waren schneller',
    text: 'Sie haben bei jedem Versuch etwas geschrieben. Es ging nichts verloren; versuche es gleich noch einmal.',
  },
  SYNC_ELSEWHERE: {
    title: 'Die Synchronisierung ist für dein Konto schon eingeschaltet',
    text: 'Nichts wurde geändert. Nimm diesen Computer mit Wörtern oder mit dem Notfallblatt auf.',
  },
  SYNC_KIT_UNKNOWN: {
    title: 'Die Synchronisierung kennt dieses Notfallblatt nicht',
    text: 'Es gehört zu einem anderen Konto, oder ein neueres hat es ersetzt. Nichts wurde geändert. Nimm das neueste Blatt oder die Wörter.',
  },
  JOIN_WORD_UNKNOWN: {
    title: 'Dieses Wort gibt es nicht',
    text: 'Sieh am anderen Computer noch einmal nach Wort {{place}}. Ähnliche Wörter: {{meant}}. Nichts wurde geändert.',
  },
  JOIN_WORDS_COUNT: {
    title: 'Es sind sechs Wörter',
    text: 'Eingegeben: {{words}}. Nichts wurde geändert; gib alle sechs in ihrer Reihenfolge ein.',
  },
  JOIN_NOT_SEEN: {
    title: 'Kein QR-Code eines Computers gefunden',
    text: 'Zeige den ganzen QR-Code des Computers, der dazukommt, scharf und nicht zu klein, und versuche es erneut. Oder tippe seine sechs Wörter ein. Nichts wurde geändert.',
  },
  JOIN_NOT_ASKED: {
    title: 'Kein Computer wartet mit diesen Wörtern',
    text: 'Nichts wurde geändert. Prüfe die Wörter und ob der andere Computer sie noch zeigt und beim selben Konto angemeldet ist.',
  },
  MEMBER_NOT_FOUND: {
    title: 'Er ist nicht mehr dabei',
    text: 'Ein anderer Computer hat ihn inzwischen entfernt. Sonst wurde nichts geändert.',
  },
  MEMBER_SELF: {
    title: 'Ein Computer kann sich nicht selbst entfernen',
    text: 'Nichts wurde geändert. Schalte die Synchronisierung hier aus und entferne diesen Computer dann von einem anderen aus.',
  },
};
