import { availableParallelism } from 'node:os';
import { z } from 'zod';
import { methodKindSchema } from '../contract/account-service.ts';
import { trustedProxies } from './limits/network.ts';
import { createKeyRing } from './secrets/keyring.ts';
import { methodKinds } from '../contract/vocabulary.ts';

const text = z.string().trim().min(1);
const page = z.url({ protocol: /^https?$/ });
const origin = z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin);
const list = z.string().transform((value) =>
  value
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean),
);
const count = (preset: number) => z.coerce.number().int().positive().default(preset);

/** Every setting of the service, read from the environment; `docs/operating.md` explains each. */
const environment = z.object({
  NODE_ENV: z.string().default('development'),
  HOST: text.default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8_787),
  PUBLIC_URL: origin,
  DATABASE_URL: z.url({ protocol: /^postgres(?:ql)?$/ }),
  DATABASE_CONNECTIONS: count(10),
  SESSION_CHECK_BATCH: count(64),
  SECRET_KEYS: list,
  SMTP_URL: z.url({ protocol: /^smtps?$/ }),
  MAIL_FROM: text,
  SERVICE_NAME: text.max(60).default('Latchkey'),
  PORTAL_URL: page.optional(),
  SUPPORT_ADDRESS: z.email(),
  SUPPORT_URL: page.optional(),
  METHODS: list.pipe(z.array(methodKindSchema).min(1)).default([...methodKinds]),
  MINIMUM_APP_VERSION: text.default('0.1.0'),
  SMS_GATEWAY_URL: page.optional(),
  SMS_GATEWAY_METHOD: z.enum(['POST', 'PUT', 'GET']).default('POST'),
  SMS_GATEWAY_HEADERS: text.default('{"content-type":"application/json"}'),
  SMS_GATEWAY_BODY: text.default('{"to":"{to}","text":"{text}","id":"{id}"}'),
  SMS_GATEWAY_SECRET: text.optional(),
  SMS_GATEWAY_TIMEOUT_SECONDS: count(10),
  SMS_MAIL_TEMPLATE: text.includes('{number}').optional(),
  SMS_COUNTRIES: list.default([]),
  TRUSTED_PROXIES: list.default([]),
  PLAIN_CONNECTIONS: list.pipe(z.array(z.enum(['database', 'smtp', 'sms']))).default([]),
  METRICS_TOKEN: text.min(16).optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  CONNECTIONS: count(10_000),
  PASSWORD_THREADS: count(availableParallelism()),
  PASSWORD_PRIORITY: z.enum(['low', 'normal']).default('low'),
  PASSWORD_QUEUE: count(32 * availableParallelism()),
  AUDIT_DAYS: count(400),
  LIMIT_REQUESTS_PER_NETWORK_HOUR: count(60),
  LIMIT_MAIL_PER_ADDRESS_HOUR: count(8),
  LIMIT_MAIL_PER_ADDRESS_DAY: count(30),
  LIMIT_MAIL_HOUR: count(20_000),
  LIMIT_SMS_PER_NUMBER_HOUR: count(5),
  LIMIT_SMS_PER_NUMBER_DAY: count(10),
  LIMIT_SMS_PER_PREFIX_HOUR: count(30),
  LIMIT_SMS_HOUR: count(1_000),
  LIMIT_CODES_PER_ACCOUNT_HOUR: count(20),
  LIMIT_SYNC_PER_ACCOUNT_HOUR: count(6_000),
  TEST_CLOCK: text.optional(),
});

export type Config = z.output<typeof environment>;

/** What must be set by hand in production. Elsewhere the trial set-up fills it in. */
export const neededInProduction = [
  'DATABASE_URL',
  'PUBLIC_URL',
  'SECRET_KEYS',
  'SMTP_URL',
  'MAIL_FROM',
  'SUPPORT_ADDRESS',
] as const;

/** The configuration can't be used. The message names every missing or wrong setting, never its value. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/**
 * Reads and checks the whole configuration.
 *
 * @throws ConfigError naming every setting at fault: missing or malformed settings, and SMS offered without a
 * gateway. In production also a public URL or SMS gateway without TLS, and the test clock
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environment.safeParse(set);
  const problems = parsed.success
    ? problemsOf(parsed.data)
    : parsed.error.issues.map(({ path, message }) => {
        const [name = ''] = path;
        return name in set ? `${String(name)}: ${message}` : `${String(name)} is missing`;
      });
  if (!parsed.success || problems.length > 0) {
    throw new ConfigError(`The account service cannot start:\n- ${problems.join('\n- ')}`);
  }
  return parsed.data;
}

function problemsOf(config: Config): string[] {
  const problems: string[] = [];
  if (config.METHODS.includes('sms') && !config.SMS_GATEWAY_URL && !config.SMS_MAIL_TEMPLATE) {
    problems.push('SMS_GATEWAY_URL or SMS_MAIL_TEMPLATE is missing (or leave sms out of METHODS)');
  }
  if (!z.record(z.string(), z.string()).safeParse(jsonOrNull(config.SMS_GATEWAY_HEADERS)).success) {
    problems.push('SMS_GATEWAY_HEADERS: expected a JSON object of strings');
  }
  if (config.SMS_GATEWAY_SECRET !== undefined && config.SMS_GATEWAY_METHOD === 'GET') {
    problems.push('SMS_GATEWAY_SECRET signs a body, and SMS_GATEWAY_METHOD=GET sends none');
  }
  const problem = (name: string, read: () => unknown) => {
    try {
      read();
    } catch (error) {
      problems.push(`${name}: ${error instanceof Error ? error.message : 'unreadable'}`);
    }
  };
  problem('SECRET_KEYS', () => createKeyRing(config.SECRET_KEYS));
  problem('TRUSTED_PROXIES', () => trustedProxies(config.TRUSTED_PROXIES));
  if (config.NODE_ENV !== 'production') return problems;
  if (!config.PUBLIC_URL.startsWith('https:')) problems.push('PUBLIC_URL must be https in production');
  for (const [kind, name, how] of plainConnections(config)) {
    if (config.PLAIN_CONNECTIONS.includes(kind)) continue;
    problems.push(`${name} has no TLS: use ${how} (or name "${kind}" in PLAIN_CONNECTIONS)`);
  }
  if (config.TEST_CLOCK !== undefined) problems.push('TEST_CLOCK is for tests and refused in production');
  return problems;
}

/** Which connections to other machines could be read in transit, and what would prevent that. */
function plainConnections(config: Config) {
  const isHere = (host: string) => /^(?:|localhost|127\.[\d.]+|\[::1\]|\/.*)$/.test(host);
  // In a PostgreSQL URL, `?host=` replaces the host name. A path is that of a socket.
  const isElsewhere = (url: URL) =>
    !(isHere(url.hostname) && url.searchParams.getAll('host').every((host) => isHere(host)));
  const [database, smtp] = [new URL(config.DATABASE_URL), new URL(config.SMTP_URL)];
  const sms = config.SMS_GATEWAY_URL === undefined ? null : new URL(config.SMS_GATEWAY_URL);
  const hasTls = /^(?:require|verify-ca|verify-full)$/.test(database.searchParams.get('sslmode') ?? '');
  const plain: ['database' | 'smtp' | 'sms', string, string][] = [];
  if (isElsewhere(database) && !hasTls) plain.push(['database', 'DATABASE_URL', '?sslmode=verify-full']);
  if (isElsewhere(smtp) && smtp.protocol === 'smtp:' && smtp.searchParams.get('requireTLS') !== 'true')
    plain.push(['smtp', 'SMTP_URL', 'smtps:// or ?requireTLS=true']);
  if (sms?.protocol === 'http:' && isElsewhere(sms)) plain.push(['sms', 'SMS_GATEWAY_URL', 'https']);
  return plain;
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
