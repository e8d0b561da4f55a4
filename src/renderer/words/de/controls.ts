/** Words of the controls that every form is made of. */
export const controls = {
  named: '{{what}}: {{which}}',
  tooLong_one: 'Höchstens {{count}} Zeichen; das sind {{length}}.',
  tooLong_other: 'Höchstens {{count}} Zeichen; das sind {{length}}.',
  discardTitle: 'Eingaben verwerfen?',
  discardText: 'Sie sind noch nicht gespeichert.',
  discard: 'Verwerfen',
  discardNot: 'Weiter bearbeiten',
} as const;

/** Advice on a new password or passphrase. */
export const advice = {
  hint: 'Mindestens {{minimum}} Zeichen. Ein paar Wörter ohne Zusammenhang sind stark und leicht zu merken.',
  more_one: 'Noch {{count}} Zeichen',
  more_other: 'Noch {{count}} Zeichen',
  less: 'Zu lang: höchstens {{maximum}} Zeichen.',
  judging: 'Es wird geprüft, wie schwer das zu erraten ist',
  tooGuessable: 'Lang genug, aber leicht zu erraten. Füge noch ein Wort ohne Zusammenhang hinzu.',
  containsName: 'Lass deinen Namen weg.',
  containsAddress: 'Lass deine E-Mail-Adresse weg.',
  common: 'Das verwenden viele Menschen. Wähle etwas Eigenes.',
  good: 'Gut: Das ist schwer zu erraten.',
  strong: 'Stark: Das zu erraten würde ewig dauern.',
} as const;
