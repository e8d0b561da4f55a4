/** Als dit venster niet het venster is dat wordt toegelaten. */
export const outside = {
  closedTitle: 'Dit venster heeft geen toegang',
  closedText: 'Een startadres werkt één keer, voor één venster.',
  elsewhereTitle: 'Latchkey is in een ander venster geopend',
  elsewhereText:
    'Er heeft één venster tegelijk toegang, zodat geen andere pagina kan meekijken. Ga daar verder.',
  again:
    'Wil je Latchkey hier gebruiken? Druk op Enter in de terminal waarin het draait en open het nieuwe adres dat daar verschijnt.',
  notYou: 'Heb je geen ander venster geopend? Stop Latchkey dan in de terminal en start het opnieuw.',
} as const;
