/**
 * `npm run account-service`: starts one instance of the account service. A trial set-up fills in whatever is
 * not configured. With NODE_ENV=production the service refuses to start instead.
 */
import { join } from 'node:path';
import type { TrialFailure } from '../contract/account-state.ts';
import { ConfigError, neededInProduction, readConfig } from './config.ts';
import { runService, type RunningService } from './run.ts';
import { failureOf } from './trial/failure.ts';
import type { Trial } from './trial/trial.ts';

let running: RunningService | null = null;
let trial: Trial | null = null;

async function start(): Promise<void> {
  const isProduction = process.env['NODE_ENV'] === 'production';
  const isComplete = neededInProduction.every((name) => (process.env[name] ?? '') !== '');
  const folder = process.env['DATA_FOLDER'] ?? join(process.cwd(), '.account-service');
  // Load what the trial needs (a database server, an inbox) only for a trial.
  if (!isProduction && !isComplete) {
    const { startTrial } = await import('./trial/trial.ts');
    trial = await startTrial(process.env, folder);
  }
  try {
    running = await runService(readConfig({ ...trial?.defaults, ...process.env }));
  } catch (error) {
    await trial?.stop();
    throw error;
  }
  // When `npm start` runs this as its trial: report readiness. The process ends when its parent goes away.
  if (process.connected) process.send?.('ready');
  if (!trial) return;
  console.log(`\nLatchkey account service, trial set-up\n  Service: ${running.service.config.PUBLIC_URL}`);
  for (const line of [...trial.notes, `API reference: ${running.service.config.PUBLIC_URL}/docs`]) {
    console.log(`  ${line}`);
  }
  console.log('');
}

/** Tells `npm start`, if it started this process as its trial, why the trial failed. Resolves once sent. */
async function tellStarter(failure: TrialFailure): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  if (process.send === undefined || !process.connected) return;
  process.send(failure, undefined, undefined, () => resolve());
  await promise;
}

/** The first signal shuts down cleanly. The second, or one before the start is complete, exits at once. */
function stopOnSignals(): void {
  let stopping = false;
  const stop = () => {
    if (stopping || !running) process.exit(1);
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
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.on('disconnect', stop);
}

stopOnSignals();
start().catch(async (error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  await tellStarter(failureOf(error));
  process.exit(error instanceof ConfigError ? 78 : 1);
});
