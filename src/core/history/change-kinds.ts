/** What happened to an entry between two states. */
export const entryChangeKinds = [
  'added',
  'removed',
  'restored',
  'gone',
  'renamed',
  'replaced',
  'settings',
  'counter',
  'pinned',
  'unpinned',
  'details',
  'siteCodes',
  'former',
] as const;
export type EntryChangeKind = (typeof entryChangeKinds)[number];

/** What else changed between two states. */
export const otherChangeKinds = ['order', 'unreadable', 'moving', 'unlockMethods', 'kit', 'backups'] as const;
export type OtherChangeKind = (typeof otherChangeKinds)[number];
