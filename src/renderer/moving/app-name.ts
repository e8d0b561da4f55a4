import type { TFunction } from 'i18next';
import type { MovingApp } from '../../contract/vocabulary.ts';

/** The apps' own names; any other has none here. */
const names = { authy: 'Authy', microsoft: 'Microsoft Authenticator', other: null } as const satisfies Record<
  MovingApp,
  string | null
>;

/** The app that has the codes, as a choice. */
export function appName(app: MovingApp, t: TFunction): string {
  return names[app] ?? t('moving.otherApp');
}

/** The same within a sentence. */
export function oldAppName(app: MovingApp, t: TFunction): string {
  return names[app] ?? t('moving.oldApp');
}
