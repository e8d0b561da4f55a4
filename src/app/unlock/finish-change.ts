import { messageOf } from '../../core/message-of.ts';
import type { Keychain, Log } from '../ports.ts';
import type { Session } from '../vault/session.ts';

/**
 * Finishes a change of unlock methods, including one that was interrupted: gives the generations today's key
 * and slots, forgets the former key, and removes keychain items that no slot uses. What fails is retried when
 * the vault next opens.
 *
 * @param options.forgets false while something beside the vault is still sealed with the former key
 */
export async function finishChange(
  session: Session,
  { keychain, log }: { keychain: Keychain; log: Log },
  { forgets }: { forgets: boolean },
): Promise<void> {
  try {
    await session.resealGenerations(session.document().safekeeping.formerKey);
    if (forgets && session.document().safekeeping.formerKey !== null) {
      await session.rewrite(
        ({ document }) => ({
          document: { ...document, safekeeping: { ...document.safekeeping, formerKey: null } },
        }),
        true,
      );
    }
    if (session.header().strayItems.length > 0) await removeStrays(session, keychain);
  } catch (error) {
    log.error('key-change-not-finished', { error: messageOf(error) });
  }
}

/** Whether `finishChange` has something to do. */
export function isUnfinished(session: Session): boolean {
  const { formerKey } = session.document().safekeeping;
  return !session.readOnly() && (formerKey !== null || session.header().strayItems.length > 0);
}

/** Runs under the lock file, so that no process is about to use one of the items. */
async function removeStrays(session: Session, keychain: Keychain): Promise<void> {
  try {
    await session.rewrite(async ({ header }) => {
      const left: string[] = [];
      for (const item of header.strayItems) {
        const { outcome } = await keychain.remove(item);
        if (outcome !== 'kept' && outcome !== 'absent') left.push(item);
      }
      if (left.length === header.strayItems.length) throw new NothingRemoved();
      return { header: { strayItems: left } };
    }, true);
  } catch (error) {
    if (!(error instanceof NothingRemoved)) throw error;
  }
}

/** The keychain removed nothing, so there is nothing to write. */
class NothingRemoved extends Error {
  constructor() {
    super('no stray item was removed');
  }
}
