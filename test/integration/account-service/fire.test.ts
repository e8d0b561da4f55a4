/** Ten thousand broken connections at each listener of the trial set-up: service, and both of its inbox. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { fire } from '../../rig/fire/fire.ts';
import { expectNoGrowth, startMeasured, type Measured } from '../../rig/fire/measured.ts';
import { seed } from '../../rig/seed.ts';
import { httpShots, mailShots } from '../../rig/fire/shots.ts';
import { freePorts } from '../../rig/account-service/environment.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 300_000 });

let folder: string;
let service: Measured;
let ports: { api: number; smtp: number; web: number };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-fire-'));
  // As root the database runs as another user, who has to get through to its data.
  await chmod(folder, 0o711);
  const [api = 0, smtp = 0, web = 0] = await freePorts(3);
  ports = { api, smtp, web };
  service = startMeasured(new URL('../../../src/account-service/main.ts', import.meta.url).pathname, {
    NODE_ENV: 'development',
    DATA_FOLDER: folder,
    PORT: String(ports.api),
    MAILDEV_SMTP_PORT: String(ports.smtp),
    MAILDEV_WEB_PORT: String(ports.web),
  });
  await service.said(z.literal('ready'));
});
afterAll(async () => {
  await service.stop();
  await rm(folder, { recursive: true, force: true });
});

async function answers(port: number, path: string): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`);
  expect(response.status).toBe(200);
  await response.text();
}

async function takesMail(): Promise<void> {
  const transport = createTransport({
    host: '127.0.0.1',
    port: ports.smtp,
    tls: { rejectUnauthorized: false },
  });
  await transport.sendMail({ from: 'a@example.test', to: 'b@example.test', subject: 'Right', text: 'Right' });
  transport.close();
}

it.each([
  ['the service', () => ports.api, httpShots, () => answers(ports.api, '/readyz')],
  ['the inbox’s pages', () => ports.web, httpShots, () => answers(ports.web, '/api/healthz')],
  ['the inbox’s SMTP', () => ports.smtp, mailShots, takesMail],
] as const)(`%s outlives 10,000 broken connections, seed ${seed}`, async (_, port, shots, serves) => {
  const all = { target: { port: port(), host: '127.0.0.1' }, host: `127.0.0.1:${port()}`, shots, width: 16 };
  await fire({ ...all, seed: `${seed}`, count: 1_000 });
  await serves();
  const before = await service.size();
  await fire({ ...all, seed: `${seed}+`, count: 9_000 });
  expect(service.ended()).toBeNull();
  await serves();
  await expectNoGrowth(service, before);
});
