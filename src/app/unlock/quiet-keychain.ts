import type { Keychain, KeychainWrite } from '../ports.ts';

/**
 * The keychain for work that must not ask the person for anything: the other calls answer `locked` where they might
 * ask.
 */
export function withoutAsking(keychain: Keychain): Keychain {
  async function quietly<T>(ask: () => Promise<T>): Promise<T | Exclude<KeychainWrite, { outcome: 'kept' }>> {
    const look = await keychain.look();
    if (look.outcome === 'ready') return ask();
    return look.outcome === 'unknown' ? { outcome: 'locked' } : look;
  }

  return {
    backend: keychain.backend,
    read: (item) => quietly(() => keychain.read(item)),
    write: (item, secret) => quietly(() => keychain.write(item, secret)),
    remove: (item) => quietly(() => keychain.remove(item)),
    probe: () => quietly(() => keychain.probe()),
    look: () => keychain.look(),
  };
}
