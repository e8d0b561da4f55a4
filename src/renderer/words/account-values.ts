import type { TFunction } from 'i18next';
import { en } from './en/words.ts';
import { field } from './field.ts';

/** What an account error's text may mention: how long to wait, tries left, why; empty where it has none. */
export function accountValues(data: unknown, t: TFunction) {
  const seconds = field(data, 'retryAfterSeconds');
  const tries = field(data, 'triesLeft');
  const trouble = field(data, 'trouble');
  const flaws = field(data, 'flaws');
  return {
    wait: typeof seconds === 'number' ? waitWords(seconds, t) : '',
    again: againWords(seconds, data, t),
    tries: typeof tries === 'number' ? t('account.triesLeft', { count: tries }) : '',
    trouble: isTrouble(trouble) ? t(`serverTroubles.${trouble}`) : '',
    flaws: Array.isArray(flaws)
      ? flaws
          .filter(isFlaw)
          .map((flaw) => t(`passwordFlaws.${flaw}`))
          .join(' ')
      : '',
  };
}

function againWords(seconds: unknown, data: unknown, t: TFunction): string {
  if (field(data, 'disabled') === true) return t('account.againNever');
  if (typeof seconds !== 'number') return '';
  const wait = waitWords(seconds, t);
  return field(data, 'confirmByMail') === true
    ? t('account.againByMail', { wait })
    : t('account.againIn', { wait });
}

/** "in 40 seconds", "in 12 minutes", "in 3 hours": rounded up, so that the next try is not too early. */
function waitWords(seconds: number, t: TFunction): string {
  if (seconds < 90) return t('account.inSeconds', { count: Math.max(1, Math.ceil(seconds)) });
  if (seconds < 5_400) return t('account.inMinutes', { count: Math.ceil(seconds / 60) });
  return t('account.inHours', { count: Math.ceil(seconds / 3_600) });
}

function isTrouble(value: unknown): value is keyof typeof en.serverTroubles {
  return typeof value === 'string' && Object.hasOwn(en.serverTroubles, value);
}

function isFlaw(value: unknown): value is keyof typeof en.passwordFlaws {
  return typeof value === 'string' && Object.hasOwn(en.passwordFlaws, value);
}
