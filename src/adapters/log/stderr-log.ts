import pino from 'pino';
import type { Log } from '../../app/ports.ts';

/**
 * Logs unexpected events as JSON lines on standard error, each written when the call returns: the next line may end
 * the process. Callers pass no secrets (a test searches for a canary); these names are redacted anyway, in case one
 * slips in.
 */
export function createStderrLog(): Log {
  const logger = pino(
    {
      redact: [
        'secret',
        'code',
        'passphrase',
        'token',
        'text',
        '*.secret',
        '*.code',
        '*.passphrase',
        '*.token',
      ],
    },
    pino.destination({ dest: 2, sync: true }),
  );
  return { error: (event, details) => logger.error(details, event) };
}
