import { pino, type Logger as Pino } from 'pino';

export type Logger = Pino;

/**
 * JSON lines on standard output. Logged fields are chosen one by one: no bodies, no headers, no query strings.
 * The redaction below is a second safety net, for objects that carry more than they should.
 */
export function createLogger(level: string): Logger {
  return pino({
    level,
    base: { pid: process.pid },
    redact: { paths: secretPaths, censor: '[redacted]' },
    serializers: { err: describeError },
  });
}

const secretNames = [
  'password',
  'current',
  'next',
  'token',
  'flow',
  'code',
  'secret',
  'uri',
  'authorization',
  'dpop',
  'sealed',
];
const secretPaths = secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

/** An error for the log: type, message and stack, without data that libraries attach (PostgreSQL adds rows). */
function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { cause } = error;
  return {
    type: error.name,
    message: error.message,
    stack: error.stack,
    ...('code' in error && { sqlState: error.code }),
    ...(cause instanceof Error && { cause: describeError(cause) }),
  };
}
