import { randomBytes } from 'node:crypto';
import process from 'node:process';
import { AsyncEntry } from '@napi-rs/keyring';
import type { Keychain, KeychainLook, KeychainRead, KeychainWrite } from '../../app/ports.ts';
import { messageOf } from '../../core/message-of.ts';

/**
 * A keychain may first ask the person for its password; after this many milliseconds it counts as locked. (A
 * hanging one stops by itself: a Secret Service that does not answer, after two seconds.)
 */
const longPatienceMs = 120_000;

/**
 * The system's keychain: the Secret Service on Linux (pinned: the library's default falls back to the kernel's
 * keyutils, which a restart empties), the Keychain on macOS, the Credential Manager on Windows.
 *
 * Never throws: each of the system's messages becomes one of the port's outcomes.
 *
 * @param service the name that groups all items; tests use one of their own
 */
export function createOsKeychain(service = 'Latchkey', patienceMs = longPatienceMs): Keychain {
  const ask = createAsk(patienceMs);
  const entry = (item: string) => new AsyncEntry(service, item, { linux: { store: 'secret-service' } });

  const read = async (item: string): Promise<KeychainRead> => {
    const answer = await ask((signal) => entry(item).getPassword(signal));
    if (!answer.ok) return answer.outcome;
    return answer.value === null ? { outcome: 'absent' } : { outcome: 'found', secret: answer.value };
  };

  const write = async (item: string, secret: string): Promise<KeychainWrite> => {
    const answer = await ask((signal) => entry(item).setPassword(secret, signal));
    return answer.ok ? { outcome: 'kept' } : answer.outcome;
  };

  const remove = async (item: string): Promise<KeychainWrite | { outcome: 'absent' }> => {
    const answer = await ask((signal) => entry(item).deleteCredential(signal));
    if (!answer.ok) return answer.outcome;
    return answer.value ? { outcome: 'kept' } : { outcome: 'absent' };
  };

  return {
    backend: backends[process.platform] ?? 'Keychain',
    read,
    write,
    remove,
    async probe() {
      const item = `probe-${randomBytes(8).toString('hex')}`;
      const secret = randomBytes(16).toString('base64');
      const written = await write(item, secret);
      if (written.outcome !== 'kept') return written;
      const back = await read(item);
      await remove(item);
      if (back.outcome === 'found' && back.secret === secret) return { outcome: 'kept' };
      if (back.outcome === 'found' || back.outcome === 'absent') {
        return { outcome: 'unavailable', reason: 'it does not give back what it was given' };
      }
      return back;
    },
    look,
  };
}

async function look(): Promise<KeychainLook> {
  switch (process.platform) {
    case 'linux':
      try {
        const { isKeyringLocked } = await import('./secret-service.ts');
        return { outcome: (await isKeyringLocked()) ? 'locked' : 'ready' };
      } catch (error) {
        return outcomeOf(error);
      }
    case 'win32':
      // It is open for as long as the person is signed in.
      return { outcome: 'ready' };
    default:
      // macOS asks whether this program may read the item, and no call says so before.
      return { outcome: 'unknown' };
  }
}

const backends: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'Secret Service',
  darwin: 'macOS Keychain',
  win32: 'Windows Credential Manager',
};

type Failed = Exclude<KeychainWrite, { outcome: 'kept' }>;

/**
 * Asks one question at a time. A call that waits for the person's password holds one of Node's four threads;
 * four such calls would block all file access and key derivation in the process.
 *
 * @param patienceMs after this, a question is answered `locked`; one that has not begun by then never begins
 */
export function createAsk(patienceMs: number) {
  let last: Promise<unknown> = Promise.resolve();

  return async function ask<T>(
    call: (signal: AbortSignal) => Promise<T>,
  ): Promise<{ ok: true; value: T } | { ok: false; outcome: Failed }> {
    const signal = AbortSignal.timeout(patienceMs);
    const late = Promise.withResolvers<never>();
    const onLate = () => late.reject(new Error('the keychain did not answer'));
    signal.addEventListener('abort', onLate, { once: true });
    const answer = last.then(() => {
      // Nobody is waiting any more, and a write long after it was given up would surprise.
      signal.throwIfAborted();
      return call(signal);
    });
    last = answer.catch(() => undefined);
    try {
      // The signal alone is not enough: the library does not abort a call that has reached the system.
      return { ok: true, value: await Promise.race([answer, late.promise]) };
    } catch (error) {
      return { ok: false, outcome: signal.aborted ? { outcome: 'locked' } : outcomeOf(error) };
    } finally {
      signal.removeEventListener('abort', onLate);
    }
  };
}

/**
 * Maps a system's message to an outcome. The library has one error class with one code for all, so the words
 * are the only evidence. They hold no secret, only the system's complaint.
 */
export function outcomeOf(error: unknown): Failed {
  const message = messageOf(error);
  if (locked.test(message)) return { outcome: 'locked' };
  if (denied.test(message)) return { outcome: 'denied' };
  return { outcome: 'unavailable', reason: message.split('\n')[0] ?? '' };
}

/** Secret Service: the unlock prompt was dismissed or cannot appear. macOS: errSecInteractionNotAllowed. */
const locked =
  /prompt was dismissed|is locked|locked collection|interaction is not allowed|no storage access.*locked/iu;
/**
 * macOS: errSecAuthFailed, errSecUserCanceled. Windows: ERROR_ACCESS_DENIED. D-Bus: the library omits the
 * error's name (AccessDenied), so these are dbus-daemon's and dbus-broker's words for a denying policy.
 */
const denied =
  /user canceled|authorization was denied|auth(?:entication|orization)? failed|passphrase you entered is not correct|access (?:is )?denied|AccessDenied|rejected send message|not authorized to send|permission denied/iu;
