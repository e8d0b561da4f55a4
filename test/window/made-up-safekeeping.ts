import type { BackupFile, BackupStatus } from '../../src/contract/backup.ts';
import type { OlderState } from '../../src/contract/history.ts';
import type { Quarantined } from '../../src/contract/quarantine.ts';
import type { KitPage } from '../../src/contract/recovery.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The made-up check character of four others: the sum of their places. */
export function checkCharacter(four: string): string {
  const sum = four.split('').reduce((total, one) => total + alphabet.indexOf(one), 0);
  return alphabet[sum % alphabet.length] ?? '';
}

const groups = ['7K2M', 'Q9XD', '4TNB', 'HW5R', 'C8VZ', '1PJ6', 'YEA3', 'GS0F'].map(
  (four) => four + checkCharacter(four),
);

export const kitPage: KitPage = {
  groups,
  qrText: `latchkey-recovery:5f0c2a9e-7d41-4b6e-9a57-3c1f0b8e6d24:${groups.join('')}`,
  madeAt: Date.UTC(2026, 10, 24, 9),
  vaultPath: '/home/ada/.config/latchkey/vault.latchkey',
  vaultName: '5f0c2a9e',
  asks: [2, 5, 7],
};

/** The whole code, as a person would type it. */
export const kitCode = groups.join('-');

export const backupsOff: BackupStatus = {
  setUp: null,
  running: false,
  last: null,
  lastGoodAt: null,
  behind: false,
  warning: null,
};

const hour = 3_600_000;

/** Set up, and well. */
export function backupsOn(part: Partial<BackupStatus> = {}): BackupStatus {
  return {
    setUp: { folder: '/media/ada/drive/backups', keep: 14, protection: 'passphrase' },
    running: false,
    last: null,
    lastGoodAt: Date.now() - 3 * hour,
    behind: false,
    warning: null,
    ...part,
  };
}

/** A backup of this vault that opens here, where a test does not care. */
export function backupOf(part: Partial<BackupFile> = {}): BackupFile {
  const madeAt = part.madeAt ?? Date.now() - 3 * hour;
  return {
    name: `latchkey-${madeAt}.latchkey-backup`,
    madeAt,
    size: 18_432,
    protection: 'passphrase',
    isOwn: true,
    opensHere: true,
    ...part,
  };
}

/** Older states of every kind, newest first. */
export function sampleOlderStates(): OlderState[] {
  const now = Date.now();
  return [
    { generation: 41, writtenAt: now - 60_000, content: { state: 'broken' }, changes: null },
    {
      generation: 40,
      writtenAt: now - 2 * hour,
      content: { state: 'opens', entries: 11, trash: 1, quarantined: 0 },
      changes: [
        {
          kind: 'renamed',
          count: 2,
          entries: [
            {
              issuer: 'Harbour Mail',
              account: 'ada',
              was: { issuer: 'Mail', account: 'ada' },
            },
            { issuer: 'Bank', account: 'ada, private', was: { issuer: 'Bank', account: 'ada' } },
          ],
        },
        { kind: 'removed', count: 7, entries: [{ issuer: 'Old Forum', account: '', was: null }] },
      ],
    },
    {
      generation: 39,
      writtenAt: now - 26 * hour,
      content: { state: 'opens', entries: 9, trash: 0, quarantined: 2 },
      changes: null,
    },
    { generation: 38, writtenAt: now - 80 * hour, content: { state: 'otherKey' }, changes: null },
  ];
}

/** An unreadable entry with a secret and a name, where a test does not care. */
export function quarantinedOf(part: Partial<Quarantined> = {}): Quarantined {
  return {
    id: 'a1b2c3',
    from: 'entry',
    wrong: 'digits',
    reason: 'too_big at parameters.digits',
    issuer: 'Acme Mail',
    account: 'ada@example.org',
    kind: 'totp',
    algorithm: 'SHA1',
    digits: 60,
    period: 30,
    counter: null,
    origin: null,
    secretBytes: 20,
    size: 212,
    ...part,
  };
}
