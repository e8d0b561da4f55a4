import type { broken as english } from '../en/broken.ts';

/** Als het venster zelf stukgaat. */
export const broken: Record<keyof typeof english, string> = {
  title: 'Dit venster is gestopt',
  text: 'Er ging iets mis in het venster. Je kluis is zoals hij was: het venster schrijft er niet in, en er is niets verloren.',
  todo: 'Laad het venster opnieuw. Stopt het weer, sluit Latchkey dan af en start het opnieuw.',
  reload: 'Laad het opnieuw',
  place: 'Je kluis is dit bestand:',
  details: 'Technische details',
  detailsText: 'Voor een melding: waar in het programma het gebeurde, zonder iets van jou.',
  copy: 'Kopieer de details',
  copied: 'Gekopieerd',
};
