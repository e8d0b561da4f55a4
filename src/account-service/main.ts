/**
 * `npm run account-service`: starts one instance of the account service. Whatever is not configured, a trial
 * set-up stands in for; with NODE_ENV=production it refuses to.
 */
import { join } from 'node:path';
import { ConfigError, neededInProduction, readConfig } from './config.ts';
import { runService, type RunningService } from './run.ts';
import type { Trial } from './trial/trial.ts';

async function start(): Promise<void> {
  const isProduction = process.env['NODE_ENV'] === 'production';
  const isComplete = neededInProduction.every((name) => (process.env[name] ?? '') !== '');
  const folder = process.env['DATA_FOLDER'] ?? join(process.cwd(), '.account-service');
  // What the trial needs (a database server, an inbox) is not even loaded otherwise.
  const trial =
    isProduction || isComplete
      ? null
      : await import('./trial/trial.ts').then(({ startTrial }) => startTrial(process.env, folder));
  let running: RunningService;
  try {
    running = await runService(readConfig({ ...trial?.defaults, ...process.env }));
  } catch (error) {
    await trial?.stop();
    throw error;
  }
  if (trial) {
    console.log(`\nLatchkey account service, trial set-up\n  Service: ${running.service.config.PUBLIC_URL}`);
    for (const line of [...trial.notes, `API reference: ${running.service.config.PUBLIC_URL}/docs`]) {
      console.log(`  ${line}`);
    }
    console.log('');
  }
  stopOnSignals(running, trial);
}

function stopOnSignals(running: RunningService, trial: Trial | null): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    running
      .stop()
      .then(() => trial?.stop())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

start().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(error instanceof ConfigError ? 78 : 1);
});
