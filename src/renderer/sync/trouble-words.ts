import type { TFunction } from 'i18next';
import type { SyncTrouble } from '../../contract/sync.ts';

/** What happened; what was not changed and what to do. */
export function troubleWords(
  { code, next, fault }: SyncTrouble,
  t: TFunction,
): { title: string; text: string } {
  const name = code === 'refused' && next === 'stepUp' ? 'unconfirmed' : code;
  return {
    title: t(`sync.troubles.${name}.title`),
    text: t(`sync.troubles.${name}.text`, { fault: fault ?? '' }),
  };
}
