import process from 'node:process';
import type { Command } from 'commander';
import type { Proof } from '../contract/proof.ts';
import type { OpenState } from '../contract/vault.ts';
import { CommandError } from './command-error.ts';
import { exits } from './exits.ts';
import type { Client } from './host.ts';
import { openVault } from './open-vault.ts';
import { withPassphrase, type PassphraseSource } from './passphrase.ts';
import { words } from './words/words.ts';

/** The options that every command takes (`program.ts`). */
interface GlobalOptions {
  readonly passphraseFile?: string;
}

/** What a command without the vault works with. */
export interface Running {
  readonly client: Client;
  /** Aborts when a signal asks the process to end. */
  readonly signal: AbortSignal;
  /** What is to be taken back if a signal ends the command. A second signal does not wait for it. */
  readonly takesBack: (undo: () => Promise<void>) => void;
}

/** What a command works with. */
export interface Latchkey extends Running {
  readonly vault: OpenState;
  /** Makes a call that needs the person's proof: the passphrase, if the vault has one. */
  readonly proven: <T>(call: (proof: Proof) => Promise<T>) => Promise<T>;
}

const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs a command on the open vault and closes it.
 * @throws what opening the vault and `work` throw; CommandError INTERRUPTED
 */
export async function withVault(
  command: Command,
  work: (latchkey: Latchkey) => Promise<void>,
): Promise<void> {
  const { passphraseFile } = command.optsWithGlobals<GlobalOptions>();
  await withHost(async ({ client, signal, takesBack }) => {
    const source: PassphraseSource = { passphraseFile, signal };
    const { vault, passphrase } = await openVault(client, source);
    await work({
      client,
      vault,
      signal,
      takesBack,
      proven(call) {
        if (!vault.unlockMethods.passphrase) return call({});
        if (passphrase !== null) return call({ current: passphrase });
        return withPassphrase(source, (current) => call({ current }));
      },
    });
  });
}

/**
 * Runs a command on the application, whose vault is not opened yet, and closes it. A signal (Ctrl-C) lets a write
 * that has begun come to its end and stops all else; a second one ends the process at once, which harms no vault.
 * @param options.isQuiet see `createHost`
 * @throws what `work` throws; CommandError INTERRUPTED
 */
export async function withHost(
  work: (running: Running) => Promise<void>,
  options: { isQuiet?: boolean } = {},
): Promise<void> {
  // Only what needs the application loads it: help is there at once.
  await import('./plain-checks.ts');
  const { createHost } = await import('./host.ts');
  const stopping = new AbortController();
  const stopped = Promise.withResolvers<never>();
  for (const name of stopSignals) {
    // A library of the settings' file would send the signal again, as if the person had.
    process.removeAllListeners(name).on(name, () => {
      if (stopping.signal.aborted) process.exit(exits.interrupted.code);
      const reason = new CommandError('INTERRUPTED', words.errors.interrupted);
      stopping.abort(reason);
      stopped.reject(reason);
    });
  }
  // The application's timers keep no process alive; a command that waits for a code has to.
  const alive = setInterval(() => undefined, 2 ** 30);
  const undoing: (() => Promise<void>)[] = [];
  const host = createHost(options);
  const working = work({
    client: host.client,
    signal: stopping.signal,
    takesBack: (undo) => void undoing.push(undo),
  });
  try {
    await Promise.race([working, stopped.promise]);
  } finally {
    // The person has been told that it was stopped; what fails because of that is no news.
    working.catch(() => undefined);
    stopped.promise.catch(() => undefined);
    // What can't be taken back now, the next run of the command finds.
    if (stopping.signal.aborted) await Promise.allSettled(undoing.map((undo) => undo()));
    await host.close();
    clearInterval(alive);
  }
}
