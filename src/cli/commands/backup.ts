import { existsSync } from 'node:fs';
import { ORPCError } from '@orpc/client';
import { Option, type Command } from 'commander';
import type { BackupFile } from '../../contract/backup.ts';
import type { RestorePreview } from '../../contract/restore.ts';
import { ask } from '../ask.ts';
import { CommandError } from '../command-error.ts';
import { bytesOf, firstLineOf } from '../files.ts';
import { isoOf } from '../json.ts';
import { withVault, type Latchkey } from '../run.ts';
import { streams } from '../streams.ts';
import { words } from '../words/words.ts';

type BackupSecret = Parameters<Latchkey['client']['backup']['preview']>[0]['secret'];

interface RestoreOptions {
  readonly dryRun?: true;
  readonly replaceAll?: true;
  readonly backupPassphraseFile?: string;
  readonly recoveryCodeFile?: string;
  readonly json?: true;
}

/** `latchkey backup` and `latchkey restore`. */
export function addBackup(program: Command): void {
  program
    .command('backup')
    .description(words.backup.about)
    .option('--list', words.backup.list)
    .option('--json', words.options.json)
    .addHelpText('after', `\n${words.backup.more}`)
    .action(({ list, json }: { readonly list?: true; readonly json?: true }, command: Command) =>
      withVault(command, async ({ client }) => {
        if (list !== true) {
          const { name, at } = await client.backup.run();
          if (json === true) return streams.printJson({ name, madeAt: isoOf(at) });
          return streams.printFields([name]);
        }
        const { backups } = await client.backup.list();
        if (json === true) return streams.printJson(backups.map(printedBackup));
        streams.printFields(...backups.map(({ name, madeAt, size }) => [name, isoOf(madeAt), String(size)]));
      }),
    );
  program
    .command('restore')
    .description(words.restore.about)
    .argument('<backup>', words.restore.backup)
    .option('--dry-run', words.restore.dryRun)
    .option('--replace-all', words.restore.replaceAll)
    .option('--backup-passphrase-file <file>', words.restore.passphraseFile)
    .addOption(
      new Option('--recovery-code-file <file>', words.restore.codeFile).conflicts('backupPassphraseFile'),
    )
    .option('--json', words.options.json)
    .action((backup: string, options: RestoreOptions, command: Command) =>
      withVault(command, async (latchkey) => {
        const preview = await open(latchkey, backup, options);
        if (options.dryRun === true) return printPreview(preview, options);
        const how = options.replaceAll === true ? 'replace' : 'merge';
        const { restoreId } = preview;
        const { undoId: _, ...counts } = await latchkey.client.restore.take({ restoreId, how });
        if (options.json === true) return streams.printJson(counts);
        streams.printFields(...Object.entries(counts).map(([name, count]) => [name, String(count)]));
      }),
    );
}

function printedBackup({ name, madeAt, size, protection, isOwn, opensHere }: BackupFile) {
  return { name, madeAt: isoOf(madeAt), size, protection, isOwn, opensHere };
}

/** Opens a backup by this vault's own key, or by the secret of the time when it was made. */
async function open(
  { client, signal }: Latchkey,
  backup: string,
  options: RestoreOptions,
): Promise<RestorePreview> {
  const isFile = backup === '-' || existsSync(backup);
  const source = isFile
    ? ({ from: 'file', bytes: new Blob([new Uint8Array(await bytesOf(backup))]) } as const)
    : ({ from: 'folder', name: backup } as const);
  const preview = (secret: BackupSecret) => client.backup.preview({ source, secret });
  if (options.recoveryCodeFile !== undefined) {
    const text = await firstLineOf(options.recoveryCodeFile);
    return preview({ with: 'recovery', code: { from: 'text', text } });
  }
  if (options.backupPassphraseFile !== undefined) {
    const passphrase = await firstLineOf(options.backupPassphraseFile);
    return preview({ with: 'passphrase', passphrase });
  }
  try {
    return await preview({ with: 'here' });
  } catch (error) {
    if (!(error instanceof ORPCError && error.code === 'BACKUP_SECRET_NEEDED')) throw error;
    const whenNobody = new CommandError('USAGE', words.errors.noBackupSecret);
    const passphrase = await ask.hidden(words.askBackupPassphrase, { signal, whenNobody });
    return preview({ with: 'passphrase', passphrase });
  }
}

function printPreview({ entries, onlyHere }: RestorePreview, { json }: RestoreOptions): void {
  if (json === true) return streams.printJson({ entries, onlyHere });
  streams.printFields(
    ...entries.map(({ change, issuer, account }) => [change, issuer, account]),
    ...onlyHere.map(({ issuer, account }) => ['onlyHere', issuer, account]),
  );
}
