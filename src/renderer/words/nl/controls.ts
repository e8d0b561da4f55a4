import type { Words } from '../en.ts';

export const controls: Words['controls'] = {
  tooLong_one: 'Hooguit {{count}} teken; dit zijn er {{length}}.',
  tooLong_other: 'Hooguit {{count}} tekens; dit zijn er {{length}}.',
  discardTitle: 'Wat je hebt ingevuld weggooien?',
  discardText: 'Het is nog niet bewaard.',
  discard: 'Weggooien',
  discardNot: 'Verder bewerken',
};
