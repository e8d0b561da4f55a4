/** Words of the controls that every form is made of. */
export const controls = {
  named: '{{what}}: {{which}}',
  tooLong_one: 'At most {{count}} character; this has {{length}}.',
  tooLong_other: 'At most {{count}} characters; this has {{length}}.',
  discardTitle: 'Discard what you entered?',
  discardText: 'It has not been saved yet.',
  discard: 'Discard',
  discardNot: 'Keep editing',
} as const;

/** Advice on a new password or passphrase. */
export const advice = {
  hint: 'At least {{minimum}} characters. A few unrelated words are strong and easy to remember.',
  more_one: '{{count}} more character',
  more_other: '{{count}} more characters',
  less: 'Too long: at most {{maximum}} characters.',
  judging: 'Checking how hard it is to guess',
  tooGuessable: 'Long enough, but easy to guess. Add another unrelated word.',
  containsName: 'Leave your name out of it.',
  containsAddress: 'Leave your e-mail address out of it.',
  common: 'Many people use this one. Choose something of your own.',
  good: 'Good: this is hard to guess.',
  strong: 'Strong: this would take ages to guess.',
} as const;
