/**
 * `latchkey-account`: the operators' tool, run from a terminal on a machine that reaches the database. It uses
 * the service's configuration. It exits with 0 when done, 1 when refused or failed, 2 on wrong usage, and 78
 * when the configuration can't be used.
 */
import { userInfo } from 'node:os';
import { escapeControls } from '../contract/plain-line.ts';
import { ConfigError, readConfig } from './config.ts';
import { readCommandLine, usage, UsageError } from './operator/command-line.ts';
import { runCommand } from './operator/run.ts';
import { createService } from './service.ts';

async function main(args: string[]): Promise<number> {
  const asked = readCommandLine(args);
  if (asked === 'help') {
    console.log(usage);
    return 0;
  }
  const service = await createService(
    readConfig({ LOG_LEVEL: 'warn', ...process.env, PASSWORD_THREADS: '1', DATABASE_CONNECTIONS: '2' }),
  );
  try {
    const operator = asked.operator ?? `${userInfo().username} (login)`;
    const { answer, isFine } = await runCommand(service, asked.command, asked.given, operator);
    // Strangers wrote names and reasons in the answer: escape them so that they can't control this terminal.
    console.log(escapeControls(JSON.stringify(answer, null, 2)));
    return isFine ? 0 : 1;
  } finally {
    await service.close();
  }
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(escapeControls(error instanceof Error ? error.message : String(error)));
    if (error instanceof UsageError) console.error(`\n${usage}`);
    process.exitCode = error instanceof UsageError ? 2 : error instanceof ConfigError ? 78 : 1;
  },
);
