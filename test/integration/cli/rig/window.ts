import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { z } from 'zod';
import { door } from '../../../../src/contract/window-door.ts';
import type { AppClient } from '../../../rig/application.ts';
import { enter, tokenOf } from '../../web/window.ts';

export interface RunningWindow {
  client: AppClient;
  close(): Promise<void>;
}

const started = z.object({ startUrl: z.string() });

/** Latchkey with its window, in the browser host: a process of its own beside the command. */
export async function openWindow(env: Record<string, string>): Promise<RunningWindow> {
  const child = fork(join(import.meta.dirname, 'browser-host.ts'), {
    env: { ...process.env, ...env },
    execArgv: [],
  });
  const [message] = await once(child, 'message');
  const { startUrl } = started.parse(message);
  const port = Number(new URL(startUrl).port);
  const secret = randomBytes(32).toString('base64url');
  await enter(port, { secret, token: tokenOf(startUrl) });
  const { host, origin } = new URL(startUrl);
  const protocols = [door.protocol, secret];
  const socket = new WebSocket(`ws://${host}${door.wire}`, { protocols, headers: { origin } });
  await once(socket, 'open');
  const client: AppClient = createORPCClient(new RPCLink({ websocket: socket }));
  const ended = once(child, 'exit');
  return {
    client,
    async close() {
      socket.close();
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

/** Adds what set-up addresses say, as pasting them into the window does. */
export async function addAddresses(client: AppClient, ...addresses: string[]): Promise<void> {
  const { previews } = await client.scan.text({ text: addresses.join('\n') });
  const acceptances = previews.map(({ previewId, issuer, account }) => ({ previewId, issuer, account }));
  await client.previews.acceptMany({ acceptances });
}
