import type { MessageBus } from 'dbus-native';
import type { Log } from '../../app/ports.ts';
import { messageOf } from '../../core/message-of.ts';

/**
 * Stays connected to a bus until stopped; connects again to one that comes back. A loss is logged once.
 *
 * @param address as of `buses.ts`; null: there is no such bus here
 * @param event what the log calls it
 */
export function followBus(
  address: string | null,
  subscribe: (bus: MessageBus) => Promise<void>,
  { log, event }: { log: Log; event: string },
): () => void {
  if (address === null) return () => undefined;
  let isSaid = false;
  // A lost bus is retried for as long as Latchkey runs; one log entry is enough.
  const failed = (error: unknown) => {
    if (!isSaid) log.error(event, { error: messageOf(error) });
    isSaid = true;
  };
  const line = connect(address, failed);
  line.then(subscribe).catch(failed);
  return () => void line.then((bus) => bus.close()).catch(failed);
}

/** The library loads with the first bus: it takes 20 ms, and other systems have no bus. */
async function connect(address: string, failed: (error: unknown) => void): Promise<MessageBus> {
  const { createClient } = await import('dbus-native');
  const bus = createClient({ busAddress: address, reconnect: true });
  bus.connection.on('error', failed);
  bus.on('reconnectError', failed);
  return bus;
}
