import type { TFunction } from 'i18next';
import type { Quarantined } from '../../contract/quarantine.ts';
import { nameOf } from '../codes/name.ts';

/** The name of an unreadable entry: from the names that could be read, if any. */
export function recordName({ issuer, account }: Quarantined, t: TFunction): string {
  return nameOf({ issuer: issuer ?? '', account: account ?? '' }, t);
}
