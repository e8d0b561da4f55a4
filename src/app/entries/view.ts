import type { EntryView, TrashView } from '../../contract/entry.ts';
import type { SettingsView } from '../../contract/duplicate.ts';
import type { OtpParameters } from '../../core/otp/parameters.ts';
import { lyingSince } from '../../core/vault/trash.ts';
import type { Entry, TrashedEntry } from '../../core/entry/entry.ts';

/** What the window may know about how codes are made, without the secret; fills in Steam's fixed values. */
export function viewOfParameters(parameters: OtpParameters): SettingsView {
  switch (parameters.kind) {
    case 'totp': {
      const { kind, algorithm, digits, period } = parameters;
      return { kind, algorithm, digits, period, counter: null };
    }
    case 'hotp': {
      const { kind, algorithm, digits, counter } = parameters;
      return { kind, algorithm, digits, period: 0, counter };
    }
    case 'steam':
      return { kind: 'steam', algorithm: 'SHA1', digits: 5, period: 30, counter: null };
  }
}

/** An entry as the window sees it. `trashed` holds the ids in the trash. */
export function viewOfEntry(entry: Entry, trashed: ReadonlySet<string>): EntryView {
  return {
    id: entry.id,
    issuer: entry.issuer,
    account: entry.account,
    ...viewOfParameters(entry.parameters),
    pinned: entry.pinned,
    addedAt: entry.addedAt,
    lastUsedAt: entry.lastUsedAt,
    replaced: entry.former !== null || (entry.replaces !== undefined && trashed.has(entry.replaces)),
  };
}

/** An entry in the trash as the window sees it. */
export function viewOfTrash(entry: TrashedEntry, trashed: ReadonlySet<string>, now: number): TrashView {
  return { ...viewOfEntry(entry, trashed), deletedAt: lyingSince(entry, now) };
}
