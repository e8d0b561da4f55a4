/**
 * `npm run account-service`: starts one instance of the account service. Whatever is not configured, a trial
 * set-up stands in for; with NODE_ENV=production it refuses to.
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
  // What the trial needs (a database server, an inbox) is not even loaded otherwise.
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
  // Started by `npm start` as its trial set-up, it says when it is up, and ends when that one goes away.
  if (process.connected) process.send?.('ready');
  if (!trial) return;
  console.log(`\nLatchkey account service, trial set-up\n  Service: ${running.service.config.PUBLIC_URL}`);
  for (const line of [...trial.notes, `API reference: ${running.service.config.PUBLIC_URL}/docs`]) {
    console.log(`  ${line}`);
  }
  console.log('');
}

/** Tells `npm start`, where it started this process as its trial, why there is none; done when it is sent. */
async function tellStarter(failure: TrialFailure): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  if (process.send === undefined || !process.connected) return;
  process.send(failure, undefined, undefined, () => resolve());
  await promise;
}

/** The first signal ends what is under way properly; the second, or one before the start is done, ends it at once. */
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
