import { createClient, defineInterface, type MessageBus } from 'dbus-native';
import { z } from 'zod';
import { methodsOf, type Methods } from './interface-xml.ts';

/** A call that the portal has heard, and how it answers. */
export interface Asked {
  member: string;
  /** By the names of the interface's description. */
  args: Record<string, unknown>;
  /** The Request's object path. */
  handle: string;
  /** Sends the Request's Response. */
  respond(code: number, results?: Record<string, unknown>): void;
  /** Resolves when the caller closes the Request. */
  closed: Promise<void>;
}

/** What stands in for xdg-desktop-portal. It has the methods of the interfaces' own descriptions. */
export interface Portal {
  bus: MessageBus;
  /** The next call that nobody has taken yet. */
  next(): Promise<Asked>;
  /** What came first: names of applications that registered, and calls. */
  readonly heard: readonly string[];
  /** Calls that do not fit the interfaces' descriptions. */
  readonly mistakes: readonly string[];
  stop(): Promise<void>;
}

const portalPath = '/org/freedesktop/portal/desktop';
const registry = 'org.freedesktop.host.portal.Registry';
/** Not in Debian's package yet: data/org.freedesktop.host.portal.Registry.xml of xdg-desktop-portal 1.20. */
const registryMethods: Methods = { Register: { in: { app_id: 's', options: 'a{sv}' }, out: {} } };
const methodCall = 1;

const request = 'org.freedesktop.portal.Request';
const withToken = z.looseObject({ options: z.looseObject({ handle_token: z.string() }) });

/**
 * Starts a portal with these interfaces on the bus at `address`.
 * @param options.isEager answers 0 and these results within the call, before it returns
 */
export async function startPortal(
  address: string,
  interfaces: readonly string[],
  { eager }: { eager?: Record<string, unknown> } = {},
): Promise<Portal> {
  const bus = createClient({ busAddress: address });
  const waiting: Asked[] = [];
  const takers: ((asked: Asked) => void)[] = [];
  const heard: string[] = [];
  const mistakes: string[] = [];

  const take = (member: string, args: unknown, sender = ''): string => {
    heard.push(member);
    const { options } = withToken.parse(args);
    const handle = `${portalPath}/request/${sender.slice(1).replaceAll('.', '_')}/${options.handle_token}`;
    const { promise: closed, resolve: close } = Promise.withResolvers<void>();
    const closing = defineInterface({
      name: request,
      methods: { Close: { ...methodsOf(request)['Close'], handler: () => close() } },
    });
    void bus.export(handle, closing);
    const asked: Asked = {
      member,
      args: z.record(z.string(), z.unknown()).parse(args),
      handle,
      respond: (code, results = {}) => bus.sendSignal(handle, request, 'Response', 'ua{sv}', [code, results]),
      closed,
    };
    if (eager) asked.respond(0, eager);
    const taker = takers.shift();
    if (taker) taker(asked);
    else waiting.push(asked);
    return handle;
  };

  const described = new Map<string, Methods>([[registry, registryMethods]]);
  for (const name of interfaces) {
    const methods = methodsOf(name);
    described.set(name, methods);
    const handled = Object.entries(methods).map(([member, shape]) => [
      member,
      {
        ...shape,
        handler: (args: unknown, { sender }: { sender?: string }) => take(member, args, sender),
      },
    ]);
    const properties = { version: { type: 'u', access: 'read', value: 2 } } as const;
    await bus.export(portalPath, defineInterface({ name, methods: Object.fromEntries(handled), properties }));
  }
  await bus.export(
    portalPath,
    defineInterface({
      name: registry,
      methods: {
        Register: {
          ...registryMethods['Register'],
          handler: ({ app_id: id }: { app_id: string }) => void heard.push(id),
        },
      },
    }),
  );
  bus.connection.on('message', ({ type, interface: by = '', member = '', signature = '' }) => {
    const methods = described.get(by);
    if (type !== methodCall || methods === undefined) return;
    const wanted = Object.values(methods[member]?.in ?? {}).join('');
    if (signature !== wanted) mistakes.push(`${by}.${member}: ${signature} instead of ${wanted}`);
  });
  await bus.ownName('org.freedesktop.portal.Desktop');

  let stopping: Promise<void> | undefined;
  const end = async () => {
    // Answers that are still to be sent go first.
    await bus.getId();
    await bus.close();
  };
  return {
    bus,
    heard,
    mistakes,
    next() {
      const asked = waiting.shift();
      if (asked) return Promise.resolve(asked);
      return new Promise((resolve) => takers.push(resolve));
    },
    stop: () => (stopping ??= end()),
  };
}
