import type { Entry } from '../../../src/core/entry/entry.ts';
import { entryOf } from './entries.ts';

const used = Date.UTC(2026, 10, 20);

/** A list as a person has it: known marks and unknown ones, all kinds, one pinned. */
export function sampleEntries(): Entry[] {
  return [
    entryOf({ issuer: 'Proton', account: 'ada@proton.me', pinned: true, lastUsedAt: used }),
    entryOf({ issuer: 'GitHub', account: 'ada-l', lastUsedAt: used - 1 }),
    entryOf({ issuer: 'Rabobank', account: 'NL91 RABO 0417 1643 00', digits: 8, lastUsedAt: used - 2 }),
    entryOf({ issuer: 'Steam', account: 'countess', kind: 'steam', lastUsedAt: used - 3 }),
    entryOf({ issuer: 'Cloudflare', account: 'ops@analytical-engine.example', lastUsedAt: used - 4 }),
    entryOf({ issuer: 'Work VPN', account: 'a.lovelace', kind: 'hotp', counter: 41, lastUsedAt: used - 5 }),
    entryOf({ issuer: 'Google', account: 'ada.lovelace@gmail.com', lastUsedAt: used - 6 }),
    entryOf({ issuer: 'Mijn Gemeente', account: 'ada@example.org', period: 60, algorithm: 'SHA256' }),
    entryOf({ issuer: '', account: 'root@backup-host', digits: 10 }),
    entryOf({ issuer: 'Dropbox', account: 'ada@example.org' }),
    entryOf({ issuer: 'בנק הפועלים', account: 'עדה@דוגמה.ישראל' }),
  ];
}
