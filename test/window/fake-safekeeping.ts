import { randomUUID } from 'node:crypto';
import { posix } from 'node:path';
import { EventPublisher, implement } from '@orpc/server';
import { backupContract } from '../../src/contract/backup.ts';
import { backupLimits, passphraseMinimum, textLength } from '../../src/contract/limits.ts';
import type { BackupFile, BackupStatus } from '../../src/contract/backup.ts';
import { trashContract } from '../../src/contract/entry.ts';
import { historyContract } from '../../src/contract/history.ts';
import { restoreContract } from '../../src/contract/restore.ts';
import { undoContract } from '../../src/contract/undo.ts';
import type { Changes, OlderState } from '../../src/contract/history.ts';
import { quarantineContract } from '../../src/contract/quarantine.ts';
import type { Quarantined } from '../../src/contract/quarantine.ts';
import type { RestorePreview } from '../../src/contract/restore.ts';
import { backupsOff } from './made-up-safekeeping.ts';
import { fakeRecovery, isKitCode } from './fake-recovery.ts';
import type { FakeVault } from './fake-recovery.ts';
import { entryOf } from './made-up.ts';

/** What a test can script of backups, older states and quarantine. */
export interface SafekeepingScript {
  backup: BackupStatus;
  backups: BackupFile[];
  backupPassphrase: string;
  /** The names of the folders in each folder that can be looked into, by its full path. */
  folders: Record<string, string[]>;
  olderStates: OlderState[];
  /** What was changed since the newest of them. */
  since: Changes | null;
  /** What each older state would bring. */
  restore: Omit<RestorePreview, 'restoreId'>;
  quarantined: Quarantined[];
}

/** Nothing set up, nothing kept, nothing odd. */
export const quietSafekeeping: SafekeepingScript = {
  backup: backupsOff,
  backups: [],
  backupPassphrase: 'paper boat on a lake',
  folders: {},
  olderStates: [],
  since: null,
  restore: { writtenAt: 0, entries: [], onlyHere: [], quarantined: 0 },
  quarantined: [],
};

/** Recovery kit, backups, older states, trash and quarantine in memory. */
export function fakeSafekeeping(vault: FakeVault) {
  const { script } = vault;
  const news = new EventPublisher<{ backup: true; quarantine: true }>();
  const undos = new Map<string, () => void>();
  const undoable = (undo: () => void) => {
    const undoId = randomUUID();
    undos.set(undoId, undo);
    return undoId;
  };
  const setBackup = (part: Partial<BackupStatus>) => {
    script.backup = { ...script.backup, ...part };
    news.publish('backup', true);
  };
  const setQuarantined = (quarantined: Quarantined[]) => {
    script.quarantined = quarantined;
    if (script.vault.state === 'open') vault.setVault({ ...script.vault, quarantined: quarantined.length });
    news.publish('quarantine', true);
  };
  const made = () => {
    const at = Date.now();
    const name = `latchkey-${at}.latchkey-backup`;
    setBackup({ last: { outcome: 'made', at, name }, lastGoodAt: at, behind: false, warning: null });
    return { name, at };
  };
  const previewed = (): RestorePreview => ({ restoreId: randomUUID(), ...script.restore });

  const backup = implement(backupContract);
  const history = implement(historyContract);
  const restore = implement(restoreContract);
  const undo = implement(undoContract);
  const trash = implement(trashContract);
  const quarantine = implement(quarantineContract);
  const router = {
    recovery: fakeRecovery(vault),
    backup: backup.router({
      watch: backup.watch.handler(async function* ({ signal }) {
        yield script.backup;
        for await (const _ of news.subscribe('backup', { signal })) yield script.backup;
      }),
      setUp: backup.setUp.handler(({ input, errors }) => {
        const { folder, keep, protection } = input;
        if (protection.by === 'passphrase' && textLength(protection.passphrase) < passphraseMinimum)
          throw errors.PASSPHRASE_TOO_SHORT({ data: { minimum: passphraseMinimum } });
        const present = script.backup.setUp?.protection ?? 'passphrase';
        setBackup({
          setUp: { folder, keep, protection: protection.by === 'present' ? present : protection.by },
        });
        made();
      }),
      folders: backup.folders.handler(({ input }) => {
        const folder = input.folder.replace(/^~/, '/home/ada');
        const parent = folder === '/' ? null : posix.dirname(folder);
        const names = script.folders[folder];
        const folders = (names ?? []).map((name) => ({ name, path: posix.join(folder, name) }));
        const { folders: most } = backupLimits;
        const trouble = names === undefined ? 'notAllowed' : null;
        return { folder, parent, folders: folders.slice(0, most), more: folders.length > most, trouble };
      }),
      turnOff: backup.turnOff.handler(() => setBackup(backupsOff)),
      run: backup.run.handler(() => made()),
      list: backup.list.handler(() => ({ backups: script.backups })),
      preview: backup.preview.handler(({ input: { source, secret }, errors }) => {
        const file =
          source.from === 'folder' ? script.backups.find(({ name }) => name === source.name) : undefined;
        switch (secret.with) {
          case 'here':
            if (file?.opensHere === true) return previewed();
            throw errors.BACKUP_SECRET_NEEDED({ data: { protection: file?.protection ?? null } });
          case 'passphrase':
            if (secret.passphrase === script.backupPassphrase) return previewed();
            throw errors.PASSPHRASE_WRONG();
          case 'recovery':
            if (secret.code.from === 'text' && isKitCode(secret.code.text)) return previewed();
            throw errors.KIT_WRONG();
        }
      }),
    }),
    history: history.router({
      list: history.list.handler(() => ({ states: script.olderStates, since: script.since })),
      preview: history.preview.handler(() => previewed()),
    }),
    restore: restore.router({
      take: restore.take.handler(({ input: { how } }) => {
        const { entries, trash: gone } = script;
        const undoId = undoable(() => vault.setEntries(entries, gone));
        const brought = script.restore.entries.filter(({ change }) => how === 'replace' || change !== 'same');
        const come = brought.map(({ issuer, account, kind }) => entryOf({ issuer, account, kind }));
        vault.setEntries(how === 'replace' ? come : [...entries, ...come]);
        const trashed = how === 'replace' ? script.restore.onlyHere.length : 0;
        return { undoId, added: come.length, replaced: 0, trashed };
      }),
      discard: restore.discard.handler(() => {}),
    }),
    undo: undo.router({
      take: undo.take.handler(({ input: { undoId }, errors }) => {
        const back = undos.get(undoId);
        if (back === undefined) throw errors.UNDO_GONE();
        undos.delete(undoId);
        back();
      }),
    }),
    trash: trash.router({
      purge: trash.purge.handler(() => {
        const gone = script.trash;
        vault.setEntries(script.entries, []);
        return { undoId: undoable(() => vault.setEntries(script.entries, gone)), purged: gone.length };
      }),
    }),
    quarantine: quarantine.router({
      watch: quarantine.watch.handler(async function* ({ signal }) {
        yield { quarantined: script.quarantined };
        for await (const _ of news.subscribe('quarantine', { signal }))
          yield { quarantined: script.quarantined };
      }),
      fix: quarantine.fix.handler(({ input, errors }) => {
        const { id, digits, period, counter, ...rest } = input;
        if (rest.issuer === '' && rest.account === '') throw errors.LABEL_EMPTY();
        if (digits < 5 || digits > 10) throw errors.QUARANTINE_NOT_FIXED({ data: { field: 'digits' } });
        if (period < 1) throw errors.QUARANTINE_NOT_FIXED({ data: { field: 'period' } });
        if (counter < 0) throw errors.QUARANTINE_NOT_FIXED({ data: { field: 'counter' } });
        const { quarantined, entries } = script;
        const entry = entryOf({ ...rest, digits, period });
        vault.setEntries([...entries, entry]);
        setQuarantined(quarantined.filter((one) => one.id !== id));
        const undoId = undoable(() => {
          vault.setEntries(entries);
          setQuarantined(quarantined);
        });
        return { entryId: entry.id, undoId };
      }),
      export: quarantine.export.handler(({ input: { id } }) => ({
        fileName: `latchkey-entry-${id}.json`,
        text: '{"bytes":"c2VjcmV0"}',
      })),
      drop: quarantine.drop.handler(({ input: { id } }) => {
        const { quarantined } = script;
        setQuarantined(quarantined.filter((one) => one.id !== id));
        return { undoId: undoable(() => setQuarantined(quarantined)) };
      }),
    }),
  };
  return { router, setBackup, setQuarantined };
}
