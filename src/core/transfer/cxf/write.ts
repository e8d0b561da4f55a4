import { randomBytes } from 'node:crypto';
import { encodeBase32 } from '../../otp/base32.ts';
import type { OtpParameters } from '../../otp/parameters.ts';
import type { TransferEntry, WritePlan } from '../format.ts';
import type { Problem } from '../problem.ts';
import { notWritten } from '../writing.ts';

/**
 * Puts entries into the shape of CXF 1.0, in JSON: an item for each, with a `totp` credential and a `note`. Tags are written as tags
 * and as collections, since importers read either. Only time-based codes have a place in the format, and its period is
 * one byte.
 * @param at ms since 1970
 */
export function planCxf(entries: readonly TransferEntry[], at: number): WritePlan {
  const problems: Problem[] = [];
  const items: Item[] = [];
  const collections = new Map<string, { readonly item: string }[]>();
  for (const [index, entry] of entries.entries()) {
    const totp = totpOf(entry);
    const carries = entry.trashed ? (['note', 'tags'] as const) : (['note', 'tags', 'marks'] as const);
    problems.push(...notWritten(entry, index, { kinds: totp === null ? [] : ['totp'], carries }));
    if (totp === null) continue;
    const item = itemOf(entry, totp);
    items.push(item);
    for (const tag of entry.tags) collections.set(tag, [...(collections.get(tag) ?? []), { item: item.id }]);
  }
  const header = {
    version: { major: 1, minor: 0 },
    exporterRpId: 'latchkey',
    exporterDisplayName: 'Latchkey',
    timestamp: Math.floor(at / 1000),
    accounts: [
      {
        id: newId(),
        username: '',
        email: '',
        collections: [...collections].map(([title, links]) => ({ id: newId(), title, items: links })),
        items,
      },
    ],
  };
  const bytes = () => Buffer.from(`${JSON.stringify(header, null, 2)}\n`, 'utf8');
  return { problems, files: 1, write: () => [{ name: 'latchkey-cxf.json', bytes: bytes() }] };
}

type Item = ReturnType<typeof itemOf>;

const PERIOD_MAXIMUM = 255;

function itemOf(entry: TransferEntry, totp: OtpParameters & { kind: 'totp' }) {
  const { issuer, account, tags, note, pinned } = entry;
  const { secret, period, digits, algorithm } = totp;
  return {
    id: newId(),
    title: issuer || account,
    ...(pinned && { favorite: true }),
    ...(tags.length > 0 && { tags }),
    credentials: [
      {
        type: 'totp',
        secret: encodeBase32(secret),
        period,
        digits,
        ...(account !== '' && { username: account }),
        algorithm: algorithm.toLowerCase(),
        ...(issuer !== '' && { issuer }),
      },
      ...(note === '' ? [] : [{ type: 'note', content: { fieldType: 'string', value: note } }]),
    ],
  };
}

function totpOf(entry: TransferEntry): (OtpParameters & { kind: 'totp' }) | null {
  if (entry.isForeign || entry.parameters.kind !== 'totp') return null;
  return entry.parameters.period > PERIOD_MAXIMUM ? null : entry.parameters;
}

/** An opaque id, base64url of 16 bytes. */
function newId(): string {
  return randomBytes(16).toString('base64url');
}
