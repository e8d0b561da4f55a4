/** When this window is not the one that is let in. */
export const outside = {
  closedTitle: 'This window has no access',
  closedText: 'A start address works once, for one window.',
  elsewhereTitle: 'Latchkey is open in another window',
  elsewhereText:
    'Only one window has access at a time, so that no other page can look on. Continue in that one.',
  again:
    'To use Latchkey here, press Enter in the terminal where it runs and open the new address that it prints.',
  notYou: 'Did you not open another window? Then stop Latchkey in its terminal, and start it again.',
} as const;
