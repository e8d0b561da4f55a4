import process from 'node:process';
import { variantValue, type MessageBus } from 'dbus-native';
import { z } from 'zod';
import { sessionBus } from '../d-bus/buses.ts';

const service = 'org.freedesktop.secrets';
/** How long its answer is waited for, in ms. */
const patienceMs = 2_000;
const path = z.string();
const isLocked = z.boolean();

/**
 * Whether the Secret Service's default keyring is locked. It reads properties only, so nothing asks the person
 * (Secret Service API 0.2, `ReadAlias` and `Collection.Locked`). A Secret Service without a default keyring
 * counts as locked: making one would ask for its password.
 * @throws the bus's errors
 */
export async function isKeyringLocked(env = process.env): Promise<boolean> {
  const address = sessionBus(env);
  if (address === null) throw new Error('there is no D-Bus session');
  const { createClient } = await import('dbus-native');
  const bus = createClient({ busAddress: address });
  // The calls below fail with it.
  bus.connection.on('error', () => undefined);
  try {
    const keyring = path.parse(
      await ask(bus, '/org/freedesktop/secrets', `org.freedesktop.Secret.Service`, 'ReadAlias', ['default']),
    );
    if (keyring === '/') return true;
    const property = ['org.freedesktop.Secret.Collection', 'Locked'];
    const locked = await ask(bus, keyring, 'org.freedesktop.DBus.Properties', 'Get', property);
    return isLocked.parse(variantValue(locked));
  } finally {
    await bus.close();
  }
}

function ask(bus: MessageBus, at: string, by: string, member: string, body: string[]): PromiseLike<unknown> {
  const signature = 's'.repeat(body.length);
  const call = { destination: service, path: at, interface: by, member, signature, body };
  return bus.invoke<unknown>(call, { timeout: patienceMs });
}
