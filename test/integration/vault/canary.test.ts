import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupFolder } from '../../../src/adapters/backup-folder/backup-folder.ts';
import { createVaultFile } from '../../../src/adapters/vault-file/vault-file.ts';
import { createBackups } from '../../../src/app/backup/backups.ts';
import type { VaultStore } from '../../../src/app/ports.ts';
import { createKit } from '../../../src/app/recovery/kit.ts';
import { createHistory } from '../../../src/app/history/history.ts';
import { createRestores } from '../../../src/app/history/restores.ts';
import { createUndo } from '../../../src/app/history/undo.ts';
import { encodeBase32 } from '../../../src/core/otp/base32.ts';
import type { OtpParameters } from '../../../src/core/otp/parameters.ts';
import { quickKeyDerivation } from '../../rig/memory-ports.ts';
import { anEntry } from '../../unit/vault/samples.ts';
import { createRig, PASSPHRASE, type Rig } from './rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await createRig();
});
afterEach(() => rig.stop());

const BACKUP_PASSPHRASE = 'a passphrase for backups';
const canary = createHash('sha256').update('the canary').digest();

describe('a secret in the vault', () => {
  it('stands in no file, no log line, no error and no state, whatever happens', async () => {
    const told: unknown[] = [];
    const temporaries: Buffer[] = [];
    const vault = rig.newVault(watchingTemporaries(createVaultFile(rig.folder), temporaries));
    const attempt = async (action: () => Promise<unknown>) => {
      await action().catch((error: unknown) => told.push(error));
      told.push(vault.state());
    };
    const parameters: OtpParameters = { kind: 'steam', secret: Buffer.from(canary) };
    const add = () =>
      vault.change((document) => ({ ...document, entries: [...document.entries, anEntry({ parameters })] }));

    await attempt(() => vault.open());
    await attempt(() => vault.create({ protection: 'keychain', passphrase: PASSPHRASE }));
    await attempt(add);
    await attempt(() =>
      vault.change((document) => {
        const [entry] = document.entries;
        if (!entry) throw new Error('there is no entry');
        const former = [{ parameters: entry.parameters, replacedAt: 1 }];
        const siteCodes = [{ code: Buffer.from(canary), usedAt: null }];
        const trash = [{ ...anEntry({ parameters }), deletedAt: rig.clock.now() }];
        return {
          ...document,
          entries: [{ ...entry, former, siteCodes, parameters: anEntry().parameters }],
          trash,
        };
      }),
    );
    // An entry that may not be written, an edit that fails, a wrong passphrase, a damaged file, a lost key.
    await attempt(() =>
      vault.change((document) => ({ ...document, entries: [anEntry({ parameters, uses: -1 })] })),
    );
    await attempt(() =>
      vault.change(() => {
        throw new Error('no edit');
      }),
    );
    await attempt(() => vault.lock());
    await attempt(() => vault.unlock('wrong'));
    await attempt(() => vault.unlock(PASSPHRASE));
    // The kit, backups (a refused folder among them), a restore with its undo, other ways in, a wrong code.
    const undo = createUndo(vault);
    const restores = createRestores({ vault, undo, clock: rig.clock });
    const history = createHistory({ vault, restores, clock: rig.clock });
    const ports = { backupFolder, keyDerivation: quickKeyDerivation, clock: rig.clock, log: rig.log };
    const backups = createBackups({ vault, restores }, ports);
    const kit = createKit({ vault, vaultPath: rig.path, clock: rig.clock });
    const page = await kit.make();
    const folder = join(rig.folder, 'backups');
    const protection = { by: 'passphrase', passphrase: BACKUP_PASSPHRASE } as const;
    await attempt(() => backups.setUp({ folder, keep: 2, protection }));
    await mkdir(folder);
    await attempt(() => backups.setUp({ folder, keep: 2, protection }));
    await attempt(async () => told.push(await backups.list(), await history.list()));
    await attempt(async () => {
      const preview = await history.preview(1);
      told.push(preview, await restores.take(preview.restoreId, 'replace'));
    });
    await attempt(() => vault.setUnlockMethods({ mode: 'both', current: PASSPHRASE }));
    await attempt(() => vault.rotateKey('wrong'));
    await attempt(() => kit.check(['00000', '00000']));
    await attempt(() => vault.lock());
    await attempt(() => vault.openWithKit(`${page.groups.slice(0, 7).join('')}00000`));
    await attempt(() => vault.openWithKit(page.groups.join(' ')));
    await attempt(() => vault.setUnlockMethods({ mode: 'session', passphrase: PASSPHRASE }));
    await rig.write(Buffer.from('damaged'));
    await attempt(add);
    await attempt(() => vault.lock());
    const key = Buffer.from([...rig.keychain.items.values()][0] ?? '', 'base64');
    rig.keychain.refusal = { outcome: 'denied' };
    await attempt(() => vault.retry());

    expect(told.filter((thing) => thing instanceof Error).length).toBeGreaterThan(2);
    expect(temporaries.length).toBeGreaterThan(3);
    const files = await Promise.all(
      (await readdir(rig.folder, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => readFile(join(parentPath, name))),
    );
    expect(files.length).toBeGreaterThan(4);
    const everything = [
      ...files.map((file) => file.toString('latin1')),
      ...temporaries.map((file) => file.toString('latin1')),
      ...rig.log.lines,
      ...told.map(textOf),
    ];
    const typed = [PASSPHRASE, BACKUP_PASSPHRASE, page.groups.join('')];
    for (const secret of [canary, key, ...typed.map((text) => Buffer.from(text))]) {
      for (const form of formsOf(secret)) {
        expect(everything.filter((text) => text.toLowerCase().includes(form))).toEqual([]);
      }
    }
  });

  it('would be found in each of these forms', () => {
    const forms = formsOf(canary);
    expect(forms).toHaveLength(6);
    const leak = `x${encodeBase32(canary)}y`.toLowerCase();
    expect(forms.some((form) => leak.includes(form))).toBe(true);
  });
});

/** Ways in which bytes could stand in a text; base64 without what depends on what stands before and after. */
function formsOf(secret: Buffer): string[] {
  const base64 = [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), secret]).toString('base64');
    return text.slice(shift === 0 ? 0 : 4, -4);
  });
  const forms = [secret.toString('latin1'), secret.toString('hex'), encodeBase32(secret).replaceAll('=', '')];
  return [...forms, ...base64].map((form) => form.toLowerCase());
}

/** All that an error or a state could say somewhere: text, stack, cause and members. */
function textOf(thing: unknown): string {
  if (!(thing instanceof Error)) return JSON.stringify(thing);
  return [
    String(thing),
    thing.stack,
    JSON.stringify(Object.entries(thing)),
    textOf(thing.cause ?? null),
  ].join('\n');
}

/** A store that keeps a copy of each temporary file as it was read back from the disk. */
function watchingTemporaries(store: VaultStore, temporaries: Buffer[]): VaultStore {
  return {
    ...store,
    update: (change, verify) =>
      store.update(change, (written) => {
        temporaries.push(Buffer.from(written));
        return verify(written);
      }),
  };
}
