/** When the window itself breaks. Read without the rest of the words, which may be what broke. */
export const broken = {
  title: 'This window stopped',
  text: 'Something in it went wrong. Your vault is as it was: the window does not write it, and nothing in it was lost.',
  todo: 'Load the window again. If it stops again, quit Latchkey and start it anew.',
  reload: 'Load it again',
  place: 'Your vault is this file:',
  details: 'Technical details',
  detailsText: 'For a report: where in the program it happened, without anything of yours.',
  copy: 'Copy the details',
  copied: 'Copied',
} as const;
