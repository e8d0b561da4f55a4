import process from 'node:process';
import type { Command } from 'commander';
import type { Proof } from '../contract/exports.ts';
import type { OpenState } from '../contract/vault.ts';
import { CommandError } from './command-error.ts';
import { exits } from './exits.ts';
import type { Client } from './host.ts';
import { openVault } from './open-vault.ts';
import { withPassphrase } from './passphrase.ts';
import { words } from './words.ts';

/** The options that every command takes (`program.ts`). */
interface GlobalOptions {
  readonly passphraseFile?: string;
}

/** What a command works with. */
export interface Latchkey {
  readonly client: Client;
  readonly vault: OpenState;
  /** Aborts when a signal asks the process to end. */
  readonly signal: AbortSignal;
  /** Makes a call that needs the person's proof: the passphrase, if the vault has one. */
  readonly proven: <T>(call: (proof: Proof) => Promise<T>) => Promise<T>;
}

const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs a command on the open vault and closes it. A signal (Ctrl-C) lets a write that has begun come to its end
 * and stops all else; a second one ends the process at once, which harms no vault.
 * @throws what opening the vault and `work` throw; CommandError INTERRUPTED
 */
export async function withVault(
  command: Command,
  work: (latchkey: Latchkey) => Promise<void>,
): Promise<void> {
  const { passphraseFile } = command.optsWithGlobals<GlobalOptions>();
  // Only what touches the vault loads the application: help is there at once.
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
  const host = createHost();
  const { client } = host;
  const { signal } = stopping;
  const source = { passphraseFile, signal };
  const working = openVault(client, source).then(({ vault, passphrase }) =>
    work({
      client,
      vault,
      signal,
      proven(call) {
        if (!vault.unlockMethods.passphrase) return call({});
        if (passphrase !== null) return call({ current: passphrase });
        return withPassphrase(source, (current) => call({ current }));
      },
    }),
  );
  try {
    await Promise.race([working, stopped.promise]);
  } finally {
    // The person has been told that it was stopped; what fails because of that is no news.
    working.catch(() => undefined);
    stopped.promise.catch(() => undefined);
    await host.close();
    clearInterval(alive);
  }
}
