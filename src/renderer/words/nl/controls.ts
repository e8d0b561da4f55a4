import type { Words } from '../en/words.ts';

export const controls: Words['controls'] = {
  named: '{{what}}: {{which}}',
  tooLong_one: 'Hooguit {{count}} teken; dit zijn er {{length}}.',
  tooLong_other: 'Hooguit {{count}} tekens; dit zijn er {{length}}.',
  discardTitle: 'Wat je hebt ingevuld weggooien?',
  discardText: 'Het is nog niet bewaard.',
  discard: 'Weggooien',
  discardNot: 'Verder bewerken',
};

/** Raad bij een nieuw wachtwoord of een nieuwe wachtzin. */
export const advice = {
  hint: 'Minstens {{minimum}} tekens. Een paar losse woorden zijn sterk en makkelijk te onthouden.',
  more_one: 'Nog {{count}} teken',
  more_other: 'Nog {{count}} tekens',
  less: 'Te lang: hoogstens {{maximum}} tekens.',
  judging: 'Er wordt gekeken hoe moeilijk het te raden is',
  tooGuessable: 'Lang genoeg, maar makkelijk te raden. Zet er nog een los woord bij.',
  containsName: 'Laat je naam eruit.',
  containsAddress: 'Laat je e-mailadres eruit.',
  common: 'Veel mensen gebruiken dit. Bedenk iets van jezelf.',
  good: 'Goed: dit is moeilijk te raden.',
  strong: 'Sterk: dit raden zou eeuwen duren.',
} as const;
