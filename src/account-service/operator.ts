/**
 * `latchkey-account`: what operators do, from a terminal on a machine that reaches the database. It uses the same
 * configuration as the service. Everything that touches an account is in its audit trail.
 */
import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from './config.ts';
import { migrate } from './database/migrate.ts';
import { doctor } from './operator/doctor.ts';
import { resetMfa } from './operator/mfa-reset.ts';
import { auditOf, listRequests, showRequest } from './operator/read.ts';
import { createService } from './service.ts';

const usage = `latchkey-account <command>

  support list                       open requests for help
  support show <reference>           one request and its account
  mfa reset --request <reference> --operator <name> --proof <what was checked, and how>
                                     removes every second factor; all addresses are told
  audit --account <address> [--operator <name>]
                                     the audit trail of an account
  migrate                            brings the schema up to date
  doctor                             checks configuration, database, mail and keys`;

async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      request: { type: 'string' },
      operator: { type: 'string' },
      proof: { type: 'string' },
      account: { type: 'string' },
    },
  });
  const command = positionals.slice(0, 2).join(' ');
  if (
    !['support list', 'support show', 'mfa reset', 'audit', 'migrate', 'doctor'].includes(
      command.replace(/^(audit|migrate|doctor) .*/, '$1'),
    )
  ) {
    console.error(usage);
    return 2;
  }
  const service = await createService(
    readConfig({ LOG_LEVEL: 'warn', PASSWORD_THREADS: '1', ...process.env }),
  );
  try {
    switch (command) {
      case 'support list':
        return print(await listRequests(service));
      case 'support show':
        return print(await showRequest(service, positionals[2] ?? ''));
      case 'mfa reset':
        return print(await resetMfa(service, values));
      case 'audit':
        return print(await auditOf(service, values.account ?? ''));
      case 'migrate':
        return print({ applied: await migrate(service.databases.pool) });
      default: {
        const report = await doctor(service);
        print(report);
        return report.every(({ ok }) => ok) ? 0 : 1;
      }
    }
  } finally {
    await service.close();
  }
}

function print(value: unknown): number {
  console.log(JSON.stringify(value, null, 2));
  return 0;
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = error instanceof ConfigError ? 78 : 1;
  },
);
