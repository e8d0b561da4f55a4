import type { EntryView, TrashView } from '../../contract/entry.ts';
import type { SettingsView } from '../../contract/duplicate.ts';
import type { OtpParameters } from '../../core/otp/parameters.ts';
import { lyingSince } from '../../core/vault/trash.ts';
import type { Entry, TrashedEntry } from '../../core/entry/entry.ts';
import { formerOf } from '../../core/entry/former.ts';
import { viewOfIcon } from './icons.ts';

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

/** The trash by its ids. */
type Trashed = ReadonlyMap<string, TrashedEntry>;

/** An entry as the window sees it. */
export function viewOfEntry(entry: Entry, trashed: Trashed): EntryView {
  const { siteCodes } = entry;
  return {
    id: entry.id,
    issuer: entry.issuer,
    account: entry.account,
    ...viewOfParameters(entry.parameters),
    tags: [...entry.tags],
    note: entry.note,
    pinned: entry.pinned,
    addedAt: entry.addedAt,
    lastUsedAt: entry.lastUsedAt,
    icon: viewOfIcon(entry.icon),
    siteCodes: { all: siteCodes.length, left: siteCodes.filter(({ usedAt }) => usedAt === null).length },
    former: formerOf(entry, (id) => trashed.get(id)).length,
  };
}

/** An entry in the trash as the window sees it. */
export function viewOfTrash(entry: TrashedEntry, trashed: Trashed, now: number): TrashView {
  return { ...viewOfEntry(entry, trashed), deletedAt: lyingSince(entry, now) };
}
