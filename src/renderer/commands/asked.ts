import { useEffect } from 'react';
import type { GoingId } from '../../contract/commands.ts';
import type { OpenState } from '../../contract/vault.ts';
import type { Application } from '../connection/application.ts';
import { follow } from '../connection/live.ts';
import { createStore, useStore } from '../connection/store.ts';
import { useRun } from './use-run.ts';

/** What the tray or the application's menu asked for last, until the window does it. */
const asked = createStore<GoingId | null>(null);

/** Follows the commands from outside. Returns a function that stops it. */
export function followCommands({ client }: Pick<Application, 'client'>): () => void {
  const stop = new AbortController();
  void follow(
    (options) => client.commands.asked(undefined, options),
    stop.signal,
    ({ command }) => asked.set(command),
  );
  return () => stop.abort();
}

/** Carries them out. One that came while the vault was locked waited for it. */
export function useCommandsAsked(vault: OpenState): void {
  const id = useStore(asked);
  const run = useRun(vault);
  useEffect(() => {
    if (id === null) return;
    asked.set(null);
    run(id);
  }, [id, run]);
}
