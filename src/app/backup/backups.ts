import type { BackupFile, BackupStatus, FolderList } from '../../contract/backup.ts';
import type { RestorePreview } from '../../contract/restore.ts';
import { messageOf } from '../../core/message-of.ts';
import { markOf } from '../../core/vault/backup.ts';
import type { BackupPlan } from '../../core/vault/safekeeping.ts';
import { Failure, isFailure } from '../failure.ts';
import type { BackupResult, Ports } from '../ports.ts';
import { createPassphraseGate } from '../unlock/passphrase-gate.ts';
import { createQueue } from '../vault/queue.ts';
import type { Restores } from '../history/restores.ts';
import type { Vault } from '../vault/vault.ts';
import { createWatched } from '../watched.ts';
import { listFolders, placeOf } from './folders.ts';
import { newestBackup, rotateBackups, writeBackup, type BackupState } from './keeping.ts';
import { openBackup, type BackupSecret } from './open-backup.ts';
import { isForOldKit, makePlan, type Protection } from './plan.ts';
import { createSchedule } from './schedule.ts';
import { bytesOf, failed, listBackups, type BackupSource } from './stored.ts';

export interface Backups {
  /** Yields the present status first. @throws Failure VAULT_NOT_OPEN */
  watch(signal?: AbortSignal): AsyncGenerator<BackupStatus>;
  /** The status after a look in the folder; a folder that can't be used is a failure. @throws Failure VAULT_NOT_OPEN */
  look(): Promise<BackupStatus>;
  /** See the contract. @throws the errors it declares */
  setUp(input: { folder: string; make?: boolean; keep: number; protection: Protection }): Promise<void>;
  folders(typed: string): Promise<FolderList>;
  turnOff(): Promise<void>;
  run(): Promise<{ name: string; at: number }>;
  list(): Promise<{ backups: BackupFile[] }>;
  preview(source: BackupSource, secret: BackupSecret): Promise<RestorePreview>;
  /** Follows the vault and makes backups automatically until `stop`. */
  start(): void;
  /** Makes a backup if one is due after a change, then ends. */
  stop(): Promise<void>;
}

type BackupPorts = Pick<Ports, 'backupFolder' | 'keyDerivation' | 'clock' | 'log'>;

const OFF: BackupStatus = {
  setUp: null,
  running: false,
  last: null,
  lastGoodAt: null,
  behind: false,
  warning: null,
};
/** Without a backup for this long although the vault has changed, the status warns. */
const OLD_MS = 7 * 24 * 60 * 60_000;

/** Makes, rotates and opens backups. */
export function createBackups(
  { vault, restores }: { vault: Vault; restores: Restores },
  ports: BackupPorts,
): Backups {
  const { backupFolder, clock, log } = ports;
  const passphrases = createPassphraseGate(ports);
  const inTurn = createQueue();
  const status = createWatched<BackupStatus>(OFF);
  /** The mark of the newest known backup under the present plan. */
  let newestMark: string | null = null;
  /** When the newest good backup was made, by elapsed time; may be negative for one from before this run. */
  let goodSince: number | null = null;
  const schedule = createSchedule({ clock, isDue, run: runByItself });
  const stopping = new AbortController();

  function opened(): BackupState {
    const [document, identity] = [vault.document(), vault.identity()];
    if (document === null || identity === null) throw new Failure('VAULT_NOT_OPEN');
    return { document, ...identity };
  }

  function planned(): BackupState & { plan: BackupPlan } {
    const open = opened();
    const plan = open.document.safekeeping.backup;
    if (plan === null) throw new Failure('BACKUP_OFF');
    return { plan, ...open };
  }

  function publish(changes: Partial<BackupStatus> = {}): void {
    const plan = vault.document()?.safekeeping.backup ?? null;
    if (plan === null) return status.set(OFF);
    const next = { ...status.get(), ...changes };
    const behind = isBehind();
    const isOld = behind && (ageOf(next) ?? 0) >= OLD_MS;
    const warning = next.last?.outcome === 'failed' ? 'failing' : isOld ? 'old' : null;
    const { folder, keep, protection } = plan;
    status.set({ ...next, setUp: { folder, keep, protection }, behind, warning });
  }

  function isBehind(): boolean {
    const document = vault.document();
    const plan = document?.safekeeping.backup ?? null;
    return document !== null && plan !== null && markOf(document, plan.key) !== newestMark;
  }

  function isDue(): { changed: boolean; ageMs: number | null } | null {
    if (vault.document()?.safekeeping.backup == null) return null;
    return { changed: isBehind(), ageMs: ageOf(status.get()) };
  }

  /** The longer age by either clock, so that neither setting the clock back nor sleep hides time. */
  function ageOf({ lastGoodAt }: BackupStatus): number | null {
    if (lastGoodAt === null || goodSince === null) return null;
    return Math.max(clock.elapsed() - goodSince, clock.now() - lastGoodAt);
  }

  /** Seals, writes and verifies a backup, then rotates. The status shows the outcome. */
  async function make(plan: BackupPlan): Promise<BackupResult<{ name: string; at: number }>> {
    const state = opened();
    const at = clock.now();
    publish({ running: true });
    const written = await writeBackup(backupFolder, plan, state, at);
    if (written.outcome === 'failed') {
      const { trouble, detail } = written;
      publish({ running: false, last: { outcome: 'failed', at, trouble, detail } });
      return written;
    }
    const { name, mark } = written.value;
    newestMark = mark;
    goodSince = clock.elapsed();
    publish({ running: false, last: { outcome: 'made', at, name }, lastGoodAt: at });
    for (const detail of await rotateBackups(backupFolder, plan, state.vaultId, at)) {
      log.error('backup-not-rotated', { detail });
    }
    return { outcome: 'done', value: { name, at } };
  }

  async function runByItself(): Promise<void> {
    await inTurn(async () => {
      const plan = vault.document()?.safekeeping.backup;
      if (plan) await make(plan);
    }).catch((error: unknown) => report('backup', error));
  }

  /** Finds the plan's newest backup in the folder, so that two processes or starts don't make it twice. */
  async function lookAtFolder(): Promise<void> {
    const { plan, vaultId } = planned();
    const newest = await newestBackup(backupFolder, plan, vaultId, clock.now());
    newestMark = newest?.mark ?? null;
    if (newest) goodSince = clock.elapsed() - (clock.now() - newest.at);
    publish(newest ? { lastGoodAt: newest.at } : {});
  }

  /** Renews the plan for a new kit, which opens all backups made from now on. */
  async function renewForKit(plan: BackupPlan, vaultId: string): Promise<void> {
    const { folder, keep } = plan;
    const recovery = opened().document.safekeeping.recovery;
    const renewed = await makePlan({ by: 'recovery' }, { folder, keep }, vaultId, { recovery, passphrases });
    await keepPlan(renewed);
  }

  async function keepPlan(plan: BackupPlan | null): Promise<void> {
    await vault.change((document) => ({
      ...document,
      safekeeping: { ...document.safekeeping, backup: plan },
    }));
    plan?.key.fill(0);
  }

  async function follow(): Promise<void> {
    let known: Uint8Array | null = null;
    for await (const document of vault.watchDocument(stopping.signal)) {
      const plan = document?.safekeeping.backup ?? null;
      if (document === null || plan === null) {
        known = null;
        newestMark = null;
        schedule.stop();
        status.set(OFF);
        continue;
      }
      const identity = vault.identity();
      if (identity !== null && isForOldKit(plan, document.safekeeping.recovery) && !isReadOnly()) {
        await inTurn(() => renewForKit(plan, identity.vaultId)).catch((error: unknown) =>
          report('backup-kit', error),
        );
        continue;
      }
      if (known !== plan.key) {
        known = plan.key;
        await inTurn(lookAtFolder).catch((error: unknown) => report('backup-folder', error));
      }
      publish();
      schedule.changed();
    }
  }

  function isReadOnly(): boolean {
    const state = vault.state();
    return state.state === 'open' && state.readOnly;
  }

  function report(event: string, error: unknown): void {
    // The vault was locked meanwhile: the backup is made after the next opening.
    if (isFailure(error, 'VAULT_NOT_OPEN')) return;
    log.error(event, { error: messageOf(error) });
  }

  return {
    async *watch(signal) {
      opened();
      for await (const value of status.watch(signal)) {
        if (vault.document() === null) return;
        yield value;
      }
    },

    look: () =>
      inTurn(async () => {
        const plan = opened().document.safekeeping.backup;
        if (plan === null) return OFF;
        const found = await backupFolder.list(plan.folder);
        await lookAtFolder();
        if (found.outcome === 'done') return status.get();
        const { trouble, detail } = found;
        const last = { outcome: 'failed', at: clock.now(), trouble, detail } as const;
        return { ...status.get(), last, warning: 'failing' };
      }),

    setUp: ({ folder: typed, make: isToBeMade = false, keep, protection }) =>
      inTurn(async () => {
        const { document, vaultId } = opened();
        const folder = placeOf(backupFolder, typed);
        const { backup: present, recovery } = document.safekeeping;
        let plan: BackupPlan;
        if (protection.by !== 'present') {
          plan = await makePlan(protection, { folder, keep }, vaultId, { recovery, passphrases });
        } else if (present !== null) {
          plan = { ...present, folder, keep, key: Buffer.from(present.key) };
        } else {
          throw new Failure('BACKUP_OFF');
        }
        if (isToBeMade) {
          const ready = await backupFolder.make(folder);
          if (ready.outcome === 'failed') throw failed(ready);
        }
        const made = await make(plan);
        if (made.outcome === 'failed') throw failed(made);
        const mark = newestMark;
        await keepPlan(plan);
        newestMark = mark;
        publish({ last: { outcome: 'made', ...made.value }, lastGoodAt: made.value.at });
      }),

    async folders(typed) {
      opened();
      return listFolders(backupFolder, typed);
    },

    turnOff: async () => {
      opened();
      await keepPlan(null);
    },

    run: () =>
      inTurn(async () => {
        const made = await make(planned().plan);
        if (made.outcome === 'failed') throw failed(made);
        return made.value;
      }),

    async list() {
      const { plan, vaultId } = planned();
      return { backups: await listBackups(backupFolder, plan, vaultId) };
    },

    async preview(source, secret) {
      const { document } = opened();
      const plan = document.safekeeping.backup;
      const bytes = await bytesOf(source, plan, backupFolder);
      const backup = await openBackup(bytes, secret, { plan, passphrases });
      return restores.preview(backup.document, backup.writtenAt);
    },

    start() {
      follow().catch((error: unknown) => report('backup-follow', error));
    },

    async stop() {
      if (schedule.isWaiting() && isBehind()) await runByItself();
      stopping.abort();
      schedule.stop();
      status.close();
    },
  };
}
