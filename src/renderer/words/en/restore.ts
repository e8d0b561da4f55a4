/** What an older state would bring, and taking it. */
export const restore = {
  title: 'The vault of {{when}}',
  text: 'Nothing is changed yet. This is how it differs from your vault now.',
  nothing: 'No difference',
  nothingText: 'Everything in it is in your vault, and your vault has nothing beyond it.',
  new_one: '{{count}} entry that your vault does not have',
  new_other: '{{count}} entries that your vault does not have',
  newText: 'Adding brings them in.',
  trashed_one: '{{count}} entry that you deleted since',
  trashed_other: '{{count}} entries that you deleted since',
  trashedText: 'Adding puts them back.',
  differs_one: '{{count}} entry with another secret or other settings',
  differs_other: '{{count}} entries with another secret or other settings',
  differsText: 'Adding keeps both, side by side.',
  same_one: '{{count}} entry is the same',
  same_other: '{{count}} entries are the same',
  onlyHere_one: '{{count}} entry that only your vault has',
  onlyHere_other: '{{count}} entries that only your vault has',
  onlyHereText: 'Adding leaves them. Going back moves them to Deleted.',
  unreadable_one: '{{count}} entry that could not be understood',
  unreadable_other: '{{count}} entries that could not be understood',
  unreadableText: 'They come along as they are.',
  how: 'What shall be done?',
  merge: 'Add what is missing',
  mergeText_one: 'Brings in {{count}} entry and takes nothing away.',
  mergeText_other: 'Brings in {{count}} entries and takes nothing away.',
  replace: 'Go back to it entirely',
  replaceText_one:
    'Your list becomes this one. {{count}} entry moves to Deleted and stays there for 30 days.',
  replaceText_other:
    'Your list becomes this one. {{count}} entries move to Deleted and stay there for 30 days.',
  replaceAll: 'Your list becomes this one. Nothing is deleted.',
  mergeDo: 'Add them',
  replaceDo: 'Go back to it',
  undoable: 'Either can be undone until the vault locks.',
  done_one: '{{count}} entry came in; {{trashed}} moved to Deleted.',
  done_other: '{{count}} entries came in; {{trashed}} moved to Deleted.',
  undone: 'Taken back. Everything is as it was.',
} as const;

/** The vault's older states on this computer. */
export const history = {
  text: 'Each change keeps the state before it, ten of them. Choose one to see what going back would change.',
  recovered: 'The newest state was damaged',
  recoveredText:
    'The one from {{when}} was opened instead. What was added after that may be missing: look into a backup.',
  recoveredUnknown:
    'The one before it was opened instead. What was added last may be missing: look into a backup.',
  none: 'There are none yet: they come with the first changes.',
  entries_one: '{{count}} entry',
  entries_other: '{{count}} entries',
  trash_one: '{{count}} deleted',
  trash_other: '{{count}} deleted',
  unreadable_one: '{{count}} unreadable',
  unreadable_other: '{{count}} unreadable',
  otherKey: 'From before the vault got its present key; it does not open with it.',
  broken: 'Damaged; it does not open.',
} as const;
