import type { XDisplay } from 'x11';

/**
 * Connects to an X server. Once connected, errors that no request asked for are ignored: they are about a window that
 * has just gone.
 * @throws Error if it can't be reached
 */
export async function connectX(display: string): Promise<XDisplay> {
  // Loaded only where there is an X server.
  const { default: x11 } = await import('x11');
  const { promise, resolve, reject } = Promise.withResolvers<XDisplay>();
  const client = x11.createClient({ display, disableBigRequests: true, shm: 'off' }, (error, server) => {
    if (error) reject(error);
    else resolve(server);
  });
  client.on('error', (error) => reject(error ?? new Error('the X server broke off')));
  client.on('end', () => reject(new Error('the X server went away')));
  return promise;
}
