import type { TFunction } from 'i18next';
import type { Quarantined } from '../../contract/quarantine.ts';
import { nameOf } from '../codes/name.ts';

/** How an unreadable entry is called: by the names that could be made out, if any. */
export function recordName({ issuer, account }: Quarantined, t: TFunction): string {
  return nameOf({ issuer: issuer ?? '', account: account ?? '' }, t);
}
