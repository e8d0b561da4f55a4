import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The address of the person's own bus, by DBUS_SESSION_BUS_ADDRESS or XDG_RUNTIME_DIR; null if there is none. */
export function sessionBus(env: NodeJS.ProcessEnv): string | null {
  const runtime = env['XDG_RUNTIME_DIR'];
  return env['DBUS_SESSION_BUS_ADDRESS'] ?? (runtime === undefined ? null : atSocket(join(runtime, 'bus')));
}

/** The address of the system's bus; null if there is none. */
export function systemBus(env: NodeJS.ProcessEnv): string | null {
  return env['DBUS_SYSTEM_BUS_ADDRESS'] ?? atSocket('/run/dbus/system_bus_socket');
}

function atSocket(path: string): string | null {
  return existsSync(path) ? `unix:path=${path}` : null;
}
