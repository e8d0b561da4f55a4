import pino from 'pino';
import type { Log } from '../../app/ports.ts';

/**
 * What should not have happened, as JSON lines on standard error. Callers hand over no secrets (a test searches
 * for a canary); these names are blanked all the same, should one slip in.
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
