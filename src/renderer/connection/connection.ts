import { createORPCClient, mapEventIterator, ORPCError } from '@orpc/client';
import type { ClientContext, ClientLink } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import type { AppContract } from '../../contract/app.ts';
import { connectPort } from './message-port.ts';
import { createStore } from './store.ts';
import type { Store } from './store.ts';
import type { Link, LinkChanged, Refused } from './transport.ts';
import { connectSocket } from './web-socket.ts';

/** Every procedure of the contract, typed. */
export type Client = ContractRouterClient<AppContract>;

/**
 * `connecting`: not reached yet; `lost`: was connected, and is trying again. In the browser host only:
 * `closed`: this window was refused; `elsewhere`: another window has taken its place.
 */
export type ConnectionStatus = 'connecting' | 'connected' | 'lost' | Refused;

/** Thrown by a call that was not sent, or got no answer, because the application is not connected. */
export class ConnectionLost extends Error {
  override name = 'ConnectionLost';
}

/** How long a call waits for a lost connection, in milliseconds. */
const patience = 4_000;

/**
 * Connects the window to the application: in Electron (`app:`) over the preload's MessagePort, otherwise over a
 * WebSocket to the host that served the page. Reconnects on its own.
 */
export function connect(): { client: Client; status: Store<ConnectionStatus> } {
  const status = createStore<ConnectionStatus>('connecting');
  const current = createStore<Link | null>(null);
  const changed: LinkChanged = (link, refused) => {
    current.set(link);
    if (link !== null) status.set('connected');
    else if (refused !== undefined) status.set(refused);
    else if (status.get() === 'connected') status.set('lost');
  };
  if (window.location.protocol === 'app:') connectPort(changed);
  else connectSocket(changed);

  const link: ClientLink<ClientContext> = {
    async call(path, input, options) {
      const live = current.get() ?? (await nextLink(current, options.signal));
      try {
        const answer = await live.call(path, input, options);
        if (!isEvents(answer)) return answer;
        return mapEventIterator(answer, {
          value: async (value: unknown) => value,
          error: async (error) => causeOf(error, live),
        });
      } catch (error) {
        throw causeOf(error, live);
      }
    },
  };
  return { client: createORPCClient<Client>(link), status };
}

/** The reason why a call failed: the application's answer, or that there was none. */
function causeOf(error: unknown, { isOpen }: Link): unknown {
  if (error instanceof ORPCError || isOpen()) return error;
  return new ConnectionLost('The application went away', { cause: error });
}

function isEvents(answer: unknown): answer is AsyncIterator<unknown, unknown, void> {
  return typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer;
}

async function nextLink(current: Store<Link | null>, signal: AbortSignal | undefined): Promise<Link> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      stop();
      clearTimeout(timer);
      signal?.removeEventListener('abort', aborted);
      act();
    };
    const aborted = () => settle(() => reject(new DOMException('The call was given up', 'AbortError')));
    const timer = setTimeout(
      () => settle(() => reject(new ConnectionLost('The application did not answer'))),
      patience,
    );
    const stop = current.subscribe(() => {
      const link = current.get();
      if (link !== null) settle(() => resolve(link));
    });
    signal?.addEventListener('abort', aborted);
  });
}
