/** Words of the controls that every form is made of. */
export const controls = {
  tooLong_one: 'At most {{count}} character; this has {{length}}.',
  tooLong_other: 'At most {{count}} characters; this has {{length}}.',
  discardTitle: 'Discard what you filled in?',
  discardText: 'It has not been kept yet.',
  discard: 'Discard',
  discardNot: 'Keep editing',
} as const;
