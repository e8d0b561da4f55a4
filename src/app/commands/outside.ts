import type { GoingId, OutsideCommandId } from '../../contract/commands.ts';
import { isGoing } from '../../contract/commands.ts';
import { isFailure } from '../failure.ts';
import type { Ports } from '../ports.ts';
import type { QuickFind } from '../quick-find/quick-find.ts';
import { failureReport } from '../report-failure.ts';
import { createWatched } from '../watched.ts';

export interface OutsideCommands {
  /** Carries out what the tray or the application's menu was told. */
  run(id: OutsideCommandId): void;
  /** What the window is to do. Each command is given to one window, once; it may wait for one. */
  asked(signal?: AbortSignal): AsyncGenerator<{ command: GoingId }>;
  /** What a menu can't tell the person, the window does: it comes forward, and an unexpected error is reported. */
  orShow(event: string): (error: unknown) => void;
  close(): void;
}

/** The commands that come from outside of the window. */
export function createOutsideCommands(
  app: { quickFind: Pick<QuickFind, 'toggle'>; lock(): Promise<void> },
  { desktop, windows, log }: Pick<Ports, 'desktop' | 'windows' | 'log'>,
): OutsideCommands {
  const waiting = createWatched<GoingId | null>(null);
  const stopping = new AbortController();
  const failed = failureReport(log, stopping.signal);

  const orShow: OutsideCommands['orShow'] = (event) => (error) => {
    windows.comeForward();
    if (!isFailure(error, 'VAULT_NOT_OPEN', 'ENTRY_NOT_FOUND', 'PASSPHRASE_NOT_SET')) failed(event)(error);
  };

  return {
    run(id) {
      if (isGoing(id)) {
        waiting.set(id);
        windows.comeForward();
        return;
      }
      switch (id) {
        case 'show':
        case 'unlock':
          return windows.comeForward();
        case 'quickFind':
          return app.quickFind.toggle();
        case 'lock':
          return void app.lock().catch(orShow('tray-lock'));
        case 'quit':
          return desktop.quit();
      }
    },
    orShow,

    async *asked(signal) {
      for await (const command of waiting.watch(signal)) {
        if (command === null) continue;
        waiting.set(null);
        yield { command };
      }
    },

    close() {
      stopping.abort();
      waiting.close();
    },
  };
}
