/** Looking through a camera for a QR code. */
export const camera = {
  use: 'Kamera verwenden',
  useText: 'Für einen Code auf Papier oder auf einem Handy',
  title: 'Mit der Kamera scannen',
  starting: 'Die Kamera wird gestartet. Wirst du gefragt, erlaube sie.',
  hold: 'Halte den QR-Code vor die Kamera, bis er ganz im Bild ist. Es wird kein Bild gespeichert.',
  live: 'Was die Kamera sieht',
  device: 'Kamera',
  off: 'Die Kamera ist aus.',
  more: 'Weitersuchen',
  allowInBrowser:
    'Der Browser hat es nicht erlaubt. Erlaube die Kamera für diese Seite mit dem Symbol oben im Fenster und versuche es erneut.',
  troubles: {
    refused: {
      title: 'Latchkey darf die Kamera nicht verwenden',
      text: 'Dieser Computer hat es nicht erlaubt. Erlaube Latchkey die Kamera in den Datenschutzeinstellungen des Systems und versuche es erneut.',
    },
    none: {
      title: 'Keine Kamera gefunden',
      text: 'Schließe eine an oder schalte sie ein und versuche es erneut. Ein Bild des Codes geht auch.',
    },
    taken: {
      title: 'Die Kamera startet nicht',
      text: 'Vielleicht verwendet sie ein anderes Programm. Beende zum Beispiel einen Videoanruf und versuche es erneut.',
    },
    gone: {
      title: 'Die Kamera ist weg',
      text: 'Sie wurde abgezogen oder ausgeschaltet. Schließe sie an und versuche es erneut.',
    },
    failed: {
      title: 'Die Kamera liefert kein Bild',
      text: 'Versuche es erneut oder wähle ein Bild des Codes aus.',
    },
  },
} as const;
