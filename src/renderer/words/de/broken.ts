/** When the window itself breaks. Read without the rest of the words, which may be what broke. */
export const broken = {
  title: 'Dieses Fenster ist stehen geblieben',
  text: 'Darin ist ein Fehler aufgetreten. Dein Tresor ist unverändert: Das Fenster schreibt nicht in ihn, und nichts darin ging verloren.',
  todo: 'Lade das Fenster neu. Bleibt es wieder stehen, beende Latchkey und starte es neu.',
  reload: 'Neu laden',
  place: 'Dein Tresor ist diese Datei:',
  details: 'Technische Details',
  detailsText: 'Für eine Fehlermeldung: die Stelle im Programm, ohne etwas von dir.',
  copy: 'Details kopieren',
  copied: 'Kopiert',
} as const;
