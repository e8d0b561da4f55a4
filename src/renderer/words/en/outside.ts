/** When this window is not the one that is let in. */
export const outside = {
  closedTitle: 'This window is not let in',
  closedText: 'Each start address lets one window in, once.',
  elsewhereTitle: 'Latchkey is open in another window',
  elsewhereText: 'One window is let in at a time, so that no other page can look on. Go on in that one.',
  again:
    'To use Latchkey here, press Enter in the terminal where it runs and open the new address that it prints.',
  notYou: 'Did you not open another window? Then stop Latchkey in its terminal, and start it again.',
} as const;
