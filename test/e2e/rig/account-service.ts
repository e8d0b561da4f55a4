import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDevice } from '../../account/support/device.ts';
import { completeEnvironment } from '../../rig/account-service/environment.ts';
import { startInbox, type Inbox } from '../../rig/account-service/inbox.ts';
import { emptyDatabase } from '../../rig/account-service/postgres.ts';
import { launch, startInstance } from '../../rig/account-service/program.ts';
import { endWithTests } from '../../rig/end-with-tests.ts';

/** A real account service on a real PostgreSQL, whose mails and SMS arrive, whose time and road a test controls. */
export interface AccountService {
  /** What LATCHKEY_SERVER is set to. */
  address: string;
  inbox: Inbox;
  /** Lets time pass for the service: its deadlines and the date of its answers. */
  passTime(ms: number): Promise<void>;
  /** Away: nobody answers at its address until it is back. The service itself goes on. */
  setAway(away: boolean): Promise<void>;
  /** Runs the operators' command, `latchkey-account`, and gives what it printed. */
  operator(...args: string[]): Promise<string>;
  /** Every token that went over its road, either way: none may show up where the window can see it. */
  tokens: ReadonlySet<string>;
  /** Everything that the service logged. */
  logs(): string;
  stop(): Promise<void>;
}

/** @param postgresUrl a running server, in which it makes a database of its own */
export async function startAccountService(postgresUrl: string): Promise<AccountService> {
  const databaseUrl = await emptyDatabase(postgresUrl);
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-account-'));
  const clock = join(folder, 'clock');
  await writeFile(clock, '0');
  const inbox = await startInbox();
  let offset = 0;
  let target = 0;
  const tokens = new Set<string>();
  const road = createRoad({
    target: () => target,
    now: () => Date.now() + offset,
    heard(text) {
      for (const [, token = ''] of text.matchAll(/(?:DPoP |"(?:token|flow)":")([\w.-]{20,})/gu))
        tokens.add(token);
    },
  });
  const address = `http://127.0.0.1:${await road.open()}`;
  const env = {
    ...completeEnvironment(databaseUrl, inbox.smtpUrl),
    NODE_ENV: 'test',
    PUBLIC_URL: address,
    METHODS: 'email,sms,totp',
    MAIL_FROM: 'Example <latchkey@example.test>',
    SERVICE_NAME: 'Example',
    PORTAL_URL: 'https://portal.example.test/',
    SMS_GATEWAY_URL: inbox.smsUrl,
    TEST_CLOCK: clock,
    LOG_LEVEL: 'debug',
    // One person tries here in minutes what others do in months.
    LIMIT_REQUESTS_PER_NETWORK_HOUR: '1000',
    LIMIT_MAIL_PER_ADDRESS_HOUR: '100',
    LIMIT_CODES_PER_ACCOUNT_HOUR: '200',
  };
  const service = await startInstance(env);
  endWithTests(service.process);
  target = service.port;
  await startJudging(service.port, address);

  return {
    address,
    inbox,
    async passTime(ms) {
      offset += ms;
      await writeFile(clock, String(offset));
    },
    async setAway(away) {
      if (away) await road.close();
      else await road.open();
    },
    async operator(...args) {
      const program = launch('account-service/operator.ts', args, env);
      if ((await program.ended) !== 0) throw new Error(`latchkey-account failed: ${program.output()}`);
      return program.output();
    },
    tokens,
    logs: service.output,
    async stop() {
      await service.kill('SIGTERM');
      await road.close();
      await inbox.stop();
      await rm(folder, { recursive: true });
    },
  };
}

/**
 * Has a password refused. The first one to be judged starts a process with large dictionaries, which a busy machine may take
 * longer for than the application waits for an answer.
 */
async function startJudging(port: number, address: string): Promise<void> {
  const device = await createDevice(address, () => Date.now());
  const body = { name: 'Nobody', email: 'nobody@example.org', password: 'password password', language: 'en' };
  const { code } = await device.call('POST', '/v1/sign-up', { port, body });
  if (code !== 'PASSWORD_REFUSED') throw new Error(`a password that anyone would try ended in ${code}`);
}

interface RoadOptions {
  /** The service's own port. */
  target: () => number;
  /** The service's time. */
  now: () => number;
  heard: (text: string) => void;
}

/** What stands before the service: one address that can be there or not, with the service's date on each answer. */
function createRoad({ target, now, heard }: RoadOptions) {
  let server: Server | null = null;
  let port = 0;
  return {
    async open(): Promise<number> {
      if (server !== null) return port;
      const opened = createServer((asked, answer) => {
        const { method, url, headers } = asked;
        const passed = request({ host: '127.0.0.1', port: target(), method, path: url, headers }, (got) => {
          const date = new Date(now()).toUTCString();
          answer.writeHead(got.statusCode ?? 502, { ...got.headers, date });
          got.on('data', (chunk: Buffer) => heard(chunk.toString()));
          got.pipe(answer);
        });
        heard(headers.authorization ?? '');
        asked.on('data', (chunk: Buffer) => heard(chunk.toString()));
        passed.on('error', () => answer.destroy());
        asked.pipe(passed);
      });
      opened.listen(port, '127.0.0.1');
      await once(opened, 'listening');
      const address = opened.address();
      if (address === null || typeof address === 'string') throw new Error('the road has no port');
      port = address.port;
      server = opened;
      return port;
    },
    async close(): Promise<void> {
      const closing = server;
      server = null;
      closing?.closeAllConnections();
      await new Promise<void>((resolve) => (closing ? closing.close(() => resolve()) : resolve()));
    },
  };
}
