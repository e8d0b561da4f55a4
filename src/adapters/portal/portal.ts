import { randomBytes } from 'node:crypto';
import { Socket } from 'node:net';
import process from 'node:process';
import type { Message, MessageBus } from 'dbus-native';
import { z } from 'zod';
import type { Clock } from '../../app/ports.ts';
import { messageOf } from '../../core/message-of.ts';
import { sessionBus } from '../d-bus/buses.ts';

/** How a request to the desktop ended. `results` are not checked yet. */
export type PortalAnswer =
  | { outcome: 'given'; results: unknown }
  /** The person called it off, or the desktop ended it by itself. */
  | { outcome: 'cancelled' | 'ended' }
  /** It took no request, or went away. */
  | { outcome: 'failed'; reason: string }
  /** No answer in time. `late`: the results that come after all; null if it ends without any. */
  | { outcome: 'silent'; late: Promise<unknown> };

export interface PortalCall {
  member: string;
  /** D-Bus signature of the whole call; its last argument is the options. */
  signature: string;
  /** The arguments before the options. */
  before?: readonly unknown[];
  options?: Readonly<Record<string, string | boolean>>;
}

/** One interface of the desktop's portal, over a connection of its own. */
export interface Portal {
  readonly bus: MessageBus;
  /** Resolves when the portal ends, or the bus does. */
  readonly gone: Promise<unknown>;
  /** Whether a message comes from the portal itself. */
  isOwn(message: Message): boolean;
  /** Makes a call that the desktop answers later, perhaps after it has asked the person. */
  request(call: PortalCall, patience: { clock: Clock; ms: number }): Promise<PortalAnswer>;
  /** From now on the connection keeps no process alive. */
  unref(): void;
  close(): void;
}

export const portalService = 'org.freedesktop.portal.Desktop';
export const portalPath = '/org/freedesktop/portal/desktop';
const requestInterface = 'org.freedesktop.portal.Request';
const registryInterface = 'org.freedesktop.host.portal.Registry';
/** The name of the desktop entry that the packages install. The desktop remembers permissions under it. */
export const appId = 'app.latchkey.Latchkey';
/** Time limit for a call that asks no person, in ms. It may have to start the portal first. */
const callLimitMs = 5_000;
const signalType = 4;

const responseBody = z.tuple([z.number(), z.unknown()]);

/**
 * Connects to the desktop's portal (xdg-desktop-portal), as the application `appId` where it knows a registry for
 * programs outside of a sandbox. Null if there is no bus, no portal, or none with this interface.
 *
 * @param interfaceName org.freedesktop.portal.…
 * @param env where the bus is: DBUS_SESSION_BUS_ADDRESS or XDG_RUNTIME_DIR
 */
export async function openPortal(interfaceName: string, env = process.env): Promise<Portal | null> {
  const address = sessionBus(env);
  if (address === null) return null;
  // The library loads with the first bus: it takes 20 ms, and other systems have no bus.
  const { createClient } = await import('dbus-native');
  const bus = createClient({ busAddress: address, timeout: callLimitMs });
  const gone = Promise.withResolvers<null>();
  for (const event of ['error', 'close']) bus.connection.on(event, () => gone.resolve(null));
  bus.connection.on('message', ({ type, member, body }) => {
    const [name, formerOwner] = body ?? [];
    const isChange = type === signalType && member === 'NameOwnerChanged' && name === portalService;
    if (isChange && formerOwner !== '') gone.resolve(null);
  });
  const close = () => void bus.close().catch(() => undefined);
  const owner = await Promise.race([ownerOf(bus, interfaceName).catch(() => null), gone.promise]);
  if (owner === null) {
    close();
    return null;
  }
  const isOwn = ({ sender }: Message) => sender === owner;
  return {
    bus,
    gone: gone.promise,
    isOwn,
    close,
    unref() {
      const { stream } = bus.connection;
      if (stream instanceof Socket) stream.unref();
    },
    async request({ member, signature, before = [], options = {} }, { clock, ms }) {
      const token = `latchkey${randomBytes(16).toString('hex')}`;
      const handle = `${portalPath}/request/${(bus.name ?? '').slice(1).replaceAll('.', '_')}/${token}`;
      const response = Promise.withResolvers<z.infer<typeof responseBody> | null>();
      bus.connection.on('message', (message) => {
        if (message.type !== signalType) return;
        if (isOwn(message) && message.member === 'Response' && message.path === handle) {
          response.resolve(responseBody.safeParse(message.body).data ?? null);
        }
      });
      void gone.promise.then(response.resolve);
      const silence = Promise.withResolvers<'silent'>();
      const stopClock = clock.after(ms, () => silence.resolve('silent'));
      try {
        // Listens before it asks: the answer may come before the call returns.
        await bus.watch(`type='signal',interface='${requestInterface}',member='Response',path='${handle}'`);
        await bus.invoke({
          destination: portalService,
          path: portalPath,
          interface: interfaceName,
          member,
          signature,
          body: [...before, { ...options, handle_token: token }],
        });
        const first = await Promise.race([response.promise, silence.promise]);
        if (first !== 'silent') return answerOf(first);
      } catch (error) {
        return { outcome: 'failed', reason: messageOf(error) };
      } finally {
        stopClock();
      }
      // Takes the desktop's question off the screen; an answer may be on its way already.
      bus
        .invoke({ destination: portalService, path: handle, interface: requestInterface, member: 'Close' })
        .catch(() => undefined);
      return { outcome: 'silent', late: response.promise.then((late) => (late?.[0] === 0 ? late[1] : null)) };
    },
  };
}

/** The portal's unique name on the bus; null if it is not there. @throws if it lacks the interface */
async function ownerOf(bus: MessageBus, interfaceName: string): Promise<string | null> {
  const isThere =
    (await bus.nameHasOwner(portalService)) || (await bus.listActivatableNames()).includes(portalService);
  if (!isThere) return null;
  await bus.watch(`type='signal',member='NameOwnerChanged',arg0='${portalService}'`);
  const ask = (by: string, member: string, signature: string, body: unknown[]) =>
    bus.invoke({
      destination: portalService,
      path: portalPath,
      interface: by,
      member,
      signature,
      body,
    });
  // It has to come before every other call. Older portals lack it, and it wants an installed desktop entry.
  await ask(registryInterface, 'Register', 'sa{sv}', [appId, {}]).catch(() => undefined);
  await ask('org.freedesktop.DBus.Properties', 'Get', 'ss', [interfaceName, 'version']);
  return bus.getNameOwner(portalService);
}

/** The meaning of a response's number: org.freedesktop.portal.Request::Response. */
function answerOf(response: z.infer<typeof responseBody> | null): PortalAnswer {
  if (response === null) return { outcome: 'failed', reason: 'the portal went away' };
  const [code, results] = response;
  if (code === 0) return { outcome: 'given', results };
  return { outcome: code === 1 ? 'cancelled' : 'ended' };
}
