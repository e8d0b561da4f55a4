/** When this window is not the one that is let in. */
export const outside = {
  closedTitle: 'Dieses Fenster hat keinen Zugang',
  closedText: 'Eine Startadresse gilt einmal, für ein Fenster.',
  elsewhereTitle: 'Latchkey ist in einem anderen Fenster offen',
  elsewhereText:
    'Nur ein Fenster hat zugleich Zugang, damit keine andere Seite mitlesen kann. Mach dort weiter.',
  again:
    'Um Latchkey hier zu verwenden, drücke die Eingabetaste in dem Terminal, in dem es läuft, und öffne die neue Adresse, die es ausgibt.',
  notYou: 'Hast du kein anderes Fenster geöffnet? Dann beende Latchkey in seinem Terminal und starte es neu.',
} as const;
